"""Positions and whole portfolios at IBKR."""

from collections.abc import Awaitable
from typing import Any

from omnibroker.kit import tables
from omnibroker.kit.errors import malformed
from omnibroker.kit.exact import required_number
from omnibroker.kit.tables import required
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.ibkr.api.contracts import (
    security_definition_by_conid as ibkr_security_definition_by_conid,
)
from omnibroker_generated.ibkr.api.portfolio import positions as ibkr_positions
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET
from omnibroker_handlers.ibkr import _accounts, _answers, _definitions, _tables

_PAGE = 100
# A full page asks for the next one; so many pages are more than an account can hold in practice.
_MOST_PAGES = 50
# What IBKR calls their market value is the value of what they stand for.
_NOTIONAL = frozenset({"FUT", "CFD"})
_ID_BOUND = 96


async def list_positions(upstream: Upstream) -> list[unified.Position]:
    """List what an account holds; IBKR's rows of size zero are positions that were closed today."""
    rows = [row for row in await _rows(upstream) if _size(row) != "0"]
    known = await _known(upstream, rows)
    return [from_position(upstream, row, known) for row in rows]


async def get_portfolio(upstream: Upstream) -> unified.AccountPortfolio:
    """Return an account with its balances and positions, read side by side."""
    calls: list[Awaitable[Any]] = [
        _accounts.read_account(upstream),
        _accounts.read_balances(upstream),
        list_positions(upstream),
    ]
    account, balances, positions = await upstream.gather(calls)
    return unified.AccountPortfolio(account=account, balances=balances, positions=positions)


async def _rows(upstream: Upstream) -> list[ibkr.Position]:
    """Read page after page until one is not full."""
    rows: list[ibkr.Position] = []
    for page in range(_MOST_PAGES):
        answer = await upstream.call(
            ibkr_positions.asyncio_detailed,
            account_id=upstream.account.broker_account_id,
            page_id=str(page),
        )
        rows += _answers.rows(answer, ibkr.Position)
        if len(rows) < _PAGE * (page + 1):
            return rows
    raise malformed("IBKR's pages of positions do not end.")


async def _known(upstream: Upstream, rows: list[ibkr.Position]) -> _definitions.Definitions:
    """Read the definitions that rows lack (first answers are lean) and those beneath derivatives."""
    lean = [_conid(row) for row in rows if not row.ticker]
    beneath = [conid for row in rows if (conid := _definitions.underlying_conid(row)) is not None]
    calls = [
        upstream.call(ibkr_security_definition_by_conid.asyncio_detailed, conids=conids)
        for conids in _definitions.batches([*lean, *beneath])
    ]
    return _definitions.by_conid(await upstream.gather(calls))


def from_position(
    upstream: Upstream, row: ibkr.Position, known: _definitions.Definitions
) -> unified.Position:
    """Return a position; its side is the sign of IBKR's size."""
    account, conid, size = upstream.account, _conid(row), _size(row)
    described = _described(conid, row, known)
    asset_class, code = _answers.text(row.asset_class), _answers.currency(row.currency)
    value = _answers.money(row.mkt_value, code)
    is_notional = asset_class in _NOTIONAL
    return unified.Position(
        position_id=_position_id(conid, row.model),
        account_id=account.account_id,
        broker=account.broker,
        connection=account.connection,
        instrument=_definitions.instrument_key(account.connection, conid, described, known),
        broker_instrument_id=conid,
        broker_symbol=_answers.maybe(_answers.text(described.ticker or row.contract_desc)),
        type_=_answers.maybe(_definitions.instrument_type(described)),
        side="SHORT" if size.startswith("-") else "LONG",
        quantity=size.removeprefix("-"),
        quantity_unit=_answers.maybe(tables.known(_tables.QUANTITY_UNIT, asset_class)),
        currency=_answers.maybe(code),
        average_price=_answers.maybe(_answers.number(row.avg_price)),
        cost_method="AVERAGE",
        mark_price=_answers.maybe(_answers.number(row.mkt_price)),
        market_value=UNSET if is_notional else value,
        notional_value=value if is_notional else UNSET,
        unrealized_pnl=_answers.money(row.unrealized_pnl, code),
        realized_pnl=_answers.money(row.realized_pnl, code),
        received_at=upstream.received_at,
    )


def _described(
    conid: str, row: ibkr.Position, known: _definitions.Definitions
) -> ibkr.Position | ibkr.SecurityDefinition:
    """Return what says most of the contract: a first answer's rows are lean."""
    return row if row.ticker else known.get(conid) or row


def _conid(row: ibkr.Position) -> str:
    return required(_answers.digits(row.conid), "contract id of a position")


def _size(row: ibkr.Position) -> str:
    """Return the signed size; a row without one must not look like a position that is flat."""
    return required_number(row.position, "size of a position")


def _position_id(conid: str, model: object) -> str:
    """Return the contract id; an advisor's model portfolio holds the same contract apart."""
    name = _answers.text(model)
    letters = "".join(c if c.isascii() and (c.isalnum() or c in "._-") else "_" for c in name or "")
    return f"{conid}@{letters}"[:_ID_BOUND] if letters else conid
