"""Positions and whole portfolios at Tiger."""

from collections.abc import Awaitable
from typing import Any

from omnibroker.kit.tables import known, required
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.tiger.api.positions import positions as tiger_positions
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET
from omnibroker_handlers.tiger import _accounts, _answers, _keys, _times
from omnibroker_handlers.tiger._tables import INSTRUMENT_TYPE, LANGUAGE, QUANTITY_UNIT

# What Tiger calls their market value is the value of what they stand for.
_NOTIONAL = frozenset({"FUT"})


async def list_positions(upstream: Upstream) -> list[unified.Position]:
    """List what an account holds of every kind; rows of size zero were closed."""
    own = upstream.account.broker_account_id
    body = tiger.PositionsRequest(
        account=own, sec_type="ALL", currency="ALL", market="ALL", lang=LANGUAGE
    )
    answer = await upstream.call(tiger_positions.asyncio_detailed, body=body)
    rows = _answers.items(answer, tiger.Position)
    own_rows = [row for row in rows if _answers.text(row.account) in {None, own}]
    return [from_position(upstream, row) for row in own_rows if _size(row) != "0"]


async def get_portfolio(upstream: Upstream) -> unified.AccountPortfolio:
    """Return an account with its balances and positions, read side by side."""
    calls: list[Awaitable[Any]] = [
        _accounts.read_account(upstream),
        _accounts.read_balances(upstream),
        list_positions(upstream),
    ]
    account, balances, positions = await upstream.gather(calls)
    return unified.AccountPortfolio(account=account, balances=balances, positions=positions)


def from_position(upstream: Upstream, row: tiger.Position) -> unified.Position:
    """Return a position; its side is the sign of Tiger's quantity."""
    account, size, contract = upstream.account, _size(row), _keys.Contract.read(row)
    native, code = _keys.to_native(contract), contract.currency or None
    value = _answers.money(row.market_value, code)
    is_notional = contract.sec_type in _NOTIONAL
    price, method, unrealized = _cost(row)
    return unified.Position(
        position_id=native,
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        instrument=_keys.to_key(account.connection, contract),
        broker_instrument_id=native,
        broker_symbol=_answers.maybe(contract.symbol or None),
        type_=_answers.maybe(known(INSTRUMENT_TYPE, contract.sec_type) or contract.sec_type),
        side="SHORT" if size.startswith("-") else "LONG",
        quantity=size.removeprefix("-"),
        quantity_unit=_answers.maybe(known(QUANTITY_UNIT, contract.sec_type)),
        closable_quantity=_answers.maybe(_closable(row)),
        currency=_answers.maybe(code),
        average_price=_answers.maybe(price),
        cost_method=method,
        mark_price=_answers.maybe(_answers.number(row.latest_price)),
        market_value=UNSET if is_notional else value,
        notional_value=value if is_notional else UNSET,
        unrealized_pnl=_answers.money(unrealized, code),
        realized_pnl=_answers.money(row.realized_pnl, code),
        as_of=_answers.maybe(_times.instant(row.update_timestamp)),
        received_at=upstream.received_at,
    )


def _size(row: tiger.Position) -> str:
    """Return the signed size; a row without one must not look like a position that is flat."""
    exact = _answers.scaled(row.position, row.position_scale)
    return required(exact or _answers.number(row.position_qty), "size of a position")


def _closable(row: tiger.Position) -> str | None:
    """Return how much may be closed, whichever side is held: what is short has a minus at Tiger."""
    found = _answers.number(row.salable_qty)
    return found.removeprefix("-") if found is not None else None


def _cost(row: tiger.Position) -> tuple[str | None, str, object]:
    """Return average price, how it was worked out, and the profit that goes with it.

    Tiger has two averages; how the plain one is worked out, its documents do not say.
    """
    average = _answers.number(row.average_cost_by_average)
    if average is None:
        return _answers.number(row.average_cost), "UNKNOWN", row.unrealized_pnl
    by_average = row.unrealized_pnl_by_average
    profit = row.unrealized_pnl if _answers.number(by_average) is None else by_average
    return average, "AVERAGE", profit
