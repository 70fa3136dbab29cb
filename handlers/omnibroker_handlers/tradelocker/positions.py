"""Positions and whole portfolios at TradeLocker."""

from collections.abc import Awaitable
from typing import Any

from omnibroker.kit.answers import number, positive
from omnibroker.kit.tables import recognise, required
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tradelocker.api.positions import (
    get_positions as tradelocker_get_positions,
)
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tradelocker import _accounts, _answers, _listing, _panels, _positions
from omnibroker_handlers.tradelocker._tables import POSITION_SIDE_READ, QUANTITY_UNIT


async def list_positions(upstream: Upstream) -> list[unified.Position]:
    """List what is open: one position for each order that opened one, opposite ones side by side."""
    own = upstream.account.broker_account_id
    calls: list[Awaitable[Any]] = [
        upstream.call(tradelocker_get_positions.asyncio_detailed, account_id=own),
        _panels.read_config(upstream),
        _listing.read(upstream),
    ]
    answer, config, listing = await upstream.gather(calls)
    return [from_position(upstream, row, listing) for row in _positions.named_rows(answer, config)]


async def get_portfolio(upstream: Upstream) -> unified.AccountPortfolio:
    """Return an account with its balances and positions, read side by side."""
    calls: list[Awaitable[Any]] = [
        _accounts.read_account(upstream),
        _accounts.read_balances(upstream),
        list_positions(upstream),
    ]
    account, balances, positions = await upstream.gather(calls)
    return unified.AccountPortfolio(account=account, balances=balances, positions=positions)


def from_position(
    upstream: Upstream, row: _panels.Row, listing: _listing.Listing
) -> unified.Position:
    """Return a position; `stopLossId` and `takeProfitId` are ids of orders, which the orders list."""
    account = upstream.account
    native = required(_answers.identifier(row.get("tradableInstrumentId")), "instrument id")
    listed, code = listing.get(native), account.reporting_currency
    return unified.Position(
        position_id=required(_answers.identifier(row.get("id")), "position id"),
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        instrument=_listing.key_of(account, listing, native),
        broker_instrument_id=native,
        broker_symbol=_answers.maybe(listed.name or None if listed else None),
        type_=_answers.maybe(listed.type if listed else None),
        side=recognise(POSITION_SIDE_READ, row.get("side"), "side of a position"),
        quantity=required(positive(row.get("qty")), "size of a position"),
        quantity_unit=QUANTITY_UNIT,
        average_price=_answers.maybe(number(row.get("avgPrice"))),
        cost_method="AVERAGE",
        unrealized_pnl=_answers.maybe(
            _answers.money(row.get("unrealizedPl"), code) if code is not None else None
        ),
        opened_at=_answers.maybe(_answers.instant(row.get("openDate"))),
        received_at=upstream.received_at,
    )
