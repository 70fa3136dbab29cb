"""Fills at TradeLocker."""

from collections.abc import Awaitable
from typing import Any

from omnibroker.kit import times
from omnibroker.kit.answers import positive, text
from omnibroker.kit.exact import required_number
from omnibroker.kit.tables import known, required
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.tradelocker.api.orders import (
    get_executions as tradelocker_get_executions,
)
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tradelocker import _answers, _listing, _panels
from omnibroker_handlers.tradelocker._tables import QUANTITY_UNIT, SIDE_READ


async def list_executions(
    upstream: Upstream, start_at: str | None = None, end_at: str | None = None
) -> list[unified.Execution]:
    """List the fills of an account, newest first; TradeLocker has those of its current session only."""
    first = times.milliseconds(start_at) if start_at is not None else None
    last = times.milliseconds(end_at) if end_at is not None else None
    own = upstream.account.broker_account_id
    calls: list[Awaitable[Any]] = [
        upstream.call(tradelocker_get_executions.asyncio_detailed, account_id=own),
        _panels.read_config(upstream),
        _listing.read(upstream),
    ]
    answer, config, listing = await upstream.gather(calls)
    held = _answers.content(answer, tradelocker.ExecutionsResponse, tradelocker.Executions)
    rows = [
        (_executed_at(row), row)
        for row in _panels.named(config.filled_orders_config, held.executions)
    ]
    wanted = [row for at, row in sorted(rows, key=_first, reverse=True) if _within(at, first, last)]
    return [from_row(upstream, row, listing) for row in wanted]


def from_row(upstream: Upstream, row: _panels.Row, listing: _listing.Listing) -> unified.Execution:
    """Return a fill; it names the order by TradeLocker's id, and no currency or fee stands with it."""
    account, side = upstream.account, text(row.get("side"), 64)
    native = required(_answers.identifier(row.get("tradableInstrumentId")), "instrument id")
    listed = listing.get(native)
    return unified.Execution(
        execution_id=required(_answers.identifier(row.get("id")), "execution id"),
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        broker_order_id=_answers.maybe(_answers.identifier(row.get("orderId"))),
        instrument=_listing.key_of(account, listing, native),
        broker_instrument_id=native,
        broker_symbol=_answers.maybe(listed.name or None if listed is not None else None),
        side=known(SIDE_READ, side) or required(side, "side"),
        quantity=required(positive(row.get("qty")), "size of a fill"),
        quantity_unit=QUANTITY_UNIT,
        price=required_number(row.get("price"), "price of a fill"),
        status="OK",
        executed_at=required(_answers.instant(row.get("createdDate")), "time of a fill"),
        received_at=upstream.received_at,
    )


def _executed_at(row: _panels.Row) -> int:
    return int(required(_answers.identifier(row.get("createdDate")), "time of a fill"))


def _first(pair: tuple[int, _panels.Row]) -> int:
    return pair[0]


def _within(at: int, first: int | None, last: int | None) -> bool:
    return (first is None or at >= first) and (last is None or at < last)
