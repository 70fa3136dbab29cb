"""Tiger's order previews: what an order would tie up and cost, or why it would be refused."""

from omnibroker.kit.errors import Rejected, malformed
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.tiger import _answers

_MESSAGE_BOUND = 4096


def from_order_preview(
    upstream: Upstream, request: unified.PreviewOrderRequest, preview: tiger.OrderPreview
) -> unified.OrderPreview:
    """Return what Tiger expects; raises Rejected where it says that it would refuse the order."""
    _check_passes(preview)
    account = upstream.account
    currency = _answers.currency(preview.margin_currency) or account.reporting_currency
    charged = _answers.currency(preview.commission_currency)
    return unified.OrderPreview(
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        instrument=request.instrument,
        commission=_answers.money(_commission(preview), charged),
        equity=_change(preview.equity_with_loan_before, preview.equity_with_loan, currency),
        initial_margin=_change(preview.init_margin_before, preview.init_margin, currency),
        maintenance_margin=_change(preview.maint_margin_before, preview.maint_margin, currency),
        warnings=_warnings(preview),
        received_at=upstream.received_at,
    )


def _check_passes(preview: tiger.OrderPreview) -> None:
    """Raise unless the order could be placed; a refusal has a reason and hardly anything else."""
    figures = (preview.init_margin, preview.equity_with_loan, preview.commission)
    if preview.is_pass is True or (
        preview.is_pass is not False and any(_answers.number(each) for each in figures)
    ):
        return
    reason = _answers.text(preview.message, _MESSAGE_BOUND) or _answers.text(
        preview.warning_text, _MESSAGE_BOUND
    )
    if preview.is_pass is not False and reason is None:
        raise malformed("Tiger's preview says neither what the order costs nor why it would fail.")
    raise Rejected(
        "Tiger would refuse this order; see broker_message.", broker_message=reason or ""
    )


def _commission(preview: tiger.OrderPreview) -> object:
    """Return the commission, at worst the largest that Tiger expects."""
    found = preview.commission
    return preview.max_commission if _answers.number(found) is None else found


def _change(before: object, after: object, currency: str | None) -> unified.PreviewChange | Unset:
    change = unified.PreviewChange(
        current=_answers.money(before, currency), after=_answers.money(after, currency)
    )
    return change if change.to_dict() else UNSET


def _warnings(preview: tiger.OrderPreview) -> list[unified.PreviewWarning]:
    texts = [
        _answers.text(each, _MESSAGE_BOUND) for each in (preview.warning_text, preview.message)
    ]
    return [unified.PreviewWarning(message=each) for each in dict.fromkeys(texts) if each]
