"""IBKR's order previews: text with units and separators to exact money."""

import re

from omnibroker.kit.upstream import Upstream
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.ibkr import _answers

# Such as 1,977.60 USD (48 Shares).
_AMOUNT = re.compile(r"([+-]?[0-9][0-9,]*(?:\.[0-9]+)?) ([A-Z]{3})(?: .*)?")
# "21/You are trying …": the number before the slash is the code of the warning.
_WARNING = re.compile(r"([0-9]{1,9})/(.*)", re.DOTALL)


def from_what_if(
    upstream: Upstream, request: unified.PreviewOrderRequest, preview: ibkr.WhatIf
) -> unified.OrderPreview:
    """Return what IBKR expects; its margin figures carry no currency, they are in the account's own."""
    amount = preview.amount if isinstance(preview.amount, ibkr.WhatIfAmount) else None
    account, currency = upstream.account, upstream.account.reporting_currency
    return unified.OrderPreview(
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        instrument=request.instrument,
        amount=_with_unit(amount.amount) if amount else UNSET,
        commission=_with_unit(amount.commission) if amount else UNSET,
        total=_with_unit(amount.total) if amount else UNSET,
        equity=_change(preview.equity, currency),
        initial_margin=_change(preview.initial, currency),
        maintenance_margin=_change(preview.maintenance, currency),
        warnings=_warnings(preview.warn),
        received_at=upstream.received_at,
    )


def _with_unit(value: object) -> unified.Money | Unset:
    found = _AMOUNT.fullmatch(value) if isinstance(value, str) else None
    return _answers.money(found[1], found[2]) if found else UNSET


def _change(value: object, currency: str | None) -> unified.PreviewChange | Unset:
    if not isinstance(value, ibkr.WhatIfChange) or currency is None:
        return UNSET
    return unified.PreviewChange(
        current=_answers.money(value.current, currency),
        change=_answers.money(value.change, currency),
        after=_answers.money(value.after, currency),
    )


def _warnings(value: object) -> list[unified.PreviewWarning]:
    text = _answers.text(value, 4096)
    if text is None:
        return []
    found = _WARNING.fullmatch(text)
    if not found:
        return [unified.PreviewWarning(message=text)]
    return [unified.PreviewWarning(message=found[2], code=found[1])]
