"""Positions and whole portfolios at Futu."""

from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

from omnibroker.kit.errors import malformed
from omnibroker.kit.exact import required_number
from omnibroker.kit.tables import recognise, required
from omnibroker.kit.upstream import Parted, Upstream
from omnibroker_generated.futu import models as futu
from omnibroker_generated.futu.api.accounts import positions as futu_positions
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET
from omnibroker_handlers.futu import _accounts, _answers, _headers, _keys
from omnibroker_handlers.futu._markets import prefix_of
from omnibroker_handlers.futu._tables import CURRENCY_READ, POSITION_SIDE, known


async def list_positions(upstream: Upstream) -> Parted[unified.Position]:
    """List what an account holds, market by market; rows without a quantity were closed today."""
    found = await _rows(upstream)
    held = [row for row in found.rows if _quantity(row) != "0"]
    return Parted([from_position(upstream, row) for row in held], found.failed)


async def get_portfolio(upstream: Upstream) -> Parted[unified.AccountPortfolio]:
    """Return an account with its balances and positions; where a market failed the positions are not known."""
    calls: list[Awaitable[Any]] = [
        _accounts.read_account(upstream),
        _accounts.read_balances(upstream),
        list_positions(upstream),
    ]
    account, balances, positions = await upstream.gather(calls)
    portfolio = unified.AccountPortfolio(
        account=account,
        balances=balances,
        positions=UNSET if positions.failed else positions.rows,
    )
    return Parted([portfolio], positions.failed)


async def _rows(upstream: Upstream) -> Parted[futu.Position]:
    """Read each market; older gateways answer for all markets at once, so a row may come several times."""

    async def read(header: futu.RequestTrdHeader) -> list[futu.Position]:
        body = futu.PositionsRequest(header=header, refresh_cache=_headers.refresh(account))
        answer = await upstream.call(futu_positions.asyncio_detailed, body=body)
        content = _answers.content(answer, futu.PositionsS2C)
        return _answers.rows(content.position_list, futu.Position)

    account = upstream.account
    found = await _headers.by_market(upstream, _headers.markets(account), read)
    return replace(found, rows=list({_identity(row): row for row in found.rows}.values()))


def from_position(upstream: Upstream, row: futu.Position) -> unified.Position:
    """Return a position; futures have no market value, and an average that is not the app's is named so."""
    account = upstream.account
    prefix = required(prefix_of(row.sec_market, row.trd_market), "market of a position")
    native = _keys.native_id(prefix, row.code)
    kind = _keys.row_type(native.partition(".")[2], row.trd_market)
    code = known(CURRENCY_READ, row.currency)
    average, method = _average(row)
    return unified.Position(
        position_id=_position_id(row),
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        instrument=_keys.row_key(account.connection, native, kind),
        broker_instrument_id=native,
        broker_symbol=_answers.maybe(_answers.text(row.code)),
        type_=_answers.maybe(kind),
        side=_side(row),
        quantity=_quantity(row).removeprefix("-"),
        quantity_unit=_answers.maybe(_keys.row_unit(kind)),
        closable_quantity=_answers.maybe(_size(row.can_sell_qty)),
        currency=_answers.maybe(code),
        average_price=_answers.maybe(average),
        cost_method=_answers.maybe(method),
        mark_price=_answers.maybe(_answers.nonzero(row.price)),
        market_value=UNSET if kind == "FUTURE" else _answers.money(row.val, code),
        unrealized_pnl=_answers.money(row.unrealized_pl, code),
        realized_pnl=_answers.money(row.realized_pl, code),
        received_at=upstream.received_at,
    )


def _identity(row: futu.Position) -> tuple[str | None, ...]:
    """Return what tells positions apart: markets may number theirs alike, and no row may be lost by that."""
    return _position_id(row), *map(_answers.text, (row.sec_market, row.code, row.position_side))


def _position_id(row: futu.Position) -> str:
    return required(_answers.digits(row.position_id), "position id")


def _quantity(row: futu.Position) -> str:
    """Return the signed quantity; a row without one must not look like a position that is flat."""
    return required_number(row.qty, "quantity of a position")


def _side(row: futu.Position) -> unified.PositionSide:
    """Return the side as Futu names it; the quantity of a short position may have a sign, that of a long one not."""
    side = recognise(POSITION_SIDE, _answers.text(row.position_side), "side of a position")
    if side == "LONG" and _quantity(row).startswith("-"):
        raise malformed("Futu calls a position long whose quantity is below zero.")
    return "LONG" if side == "LONG" else "SHORT"


def _size(value: object) -> str | None:
    found = _answers.number(value)
    return None if found is None else found.removeprefix("-")


def _average(row: futu.Position) -> tuple[str | None, str | None]:
    """Return the average entry price and how it is worked out: simulated accounts have only the obsolete one."""
    for value, method in (
        (row.average_cost_price, "AVERAGE"),
        (row.diluted_cost_price, "DILUTED"),
        (row.cost_price, "UNKNOWN"),
    ):
        if (price := _answers.number(value)) is not None:
            return price, method
    return None, None
