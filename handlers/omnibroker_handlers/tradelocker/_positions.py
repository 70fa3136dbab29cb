"""The rows of open positions, for listing them and for closing one."""

from collections.abc import Awaitable
from dataclasses import dataclass
from typing import Any

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import parse
from omnibroker.kit.tables import required
from omnibroker.kit.upstream import Account, Upstream
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.tradelocker.api.positions import (
    get_positions as tradelocker_get_positions,
)
from omnibroker_handlers.tradelocker import _answers, _listing, _panels


@dataclass(frozen=True, slots=True)
class Held:
    """An open position: its row, its instrument's id and, where the list was asked and has it, its name."""

    row: _panels.Row
    instrument_id: str
    symbol: str | None


async def read_of(upstream: Upstream, position_id: str, instrument: str) -> Held:
    """Read one open position as one of an instrument.

    Neither details nor, for a key by id, the list are asked: a position stays open, and must be closed,
    when its instrument is listed no more. Raises `not_found` where the account has none of this id, and
    `instrument_mismatch` where the key is not the instrument's.
    """
    own = upstream.account.broker_account_id
    calls: list[Awaitable[Any]] = [
        upstream.call(tradelocker_get_positions.asyncio_detailed, account_id=own),
        _panels.read_config(upstream),
    ]
    if parse(instrument).kind != "NATIVE":
        calls.append(_listing.read(upstream))
    answer, config, *listings = await upstream.gather(calls)
    row = _find(upstream.account, named_rows(answer, config), position_id)
    listing: _listing.Listing = listings[0] if listings else {}
    native = required(_answers.identifier(row.get("tradableInstrumentId")), "instrument id")
    _refuse_another(upstream.account, listing, native, instrument)
    return Held(row, native, listing[native].name or None if native in listing else None)


def _find(account: Account, rows: list[_panels.Row], position_id: str) -> _panels.Row:
    for row in rows:
        if _answers.identifier(row.get("id")) == position_id:
            return row
    detail = (
        f"{account.account_id} has no open position {position_id}; GET /v1/positions lists them."
    )
    raise NotSent("not_found", detail)


def _refuse_another(
    account: Account, listing: _listing.Listing, native: str, instrument: str
) -> None:
    key = _listing.key_of(account, listing, native)
    if instrument not in {key, f"{account.connection}@{native}"}:
        detail = f"The position is one of {key}, not of {instrument}."
        raise NotSent("instrument_mismatch", detail)


def named_rows(answer: object, config: tradelocker.Config) -> list[_panels.Row]:
    """Return the rows of an answer by column names."""
    held = _answers.content(answer, tradelocker.PositionsResponse, tradelocker.Positions)
    return _panels.named(config.positions_config, held.positions)
