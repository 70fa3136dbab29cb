"""The instruments of an account: their names, kinds and routes, and the keys that name them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from omnibroker.kit.answers import rows, text
from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import parse
from omnibroker.kit.tables import known, required
from omnibroker.kit.upstream import Account, Upstream
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.tradelocker.api.instruments import (
    get_instruments as tradelocker_get_instruments,
)
from omnibroker_handlers.tradelocker import _answers
from omnibroker_handlers.tradelocker._tables import INSTRUMENT_TYPE

_KEY_BOUND = 96


@dataclass(frozen=True, slots=True)
class Listed:
    """One instrument as its account trades it.

    `key` is canonical where the name is certain, else `<connection>@<id>`; `info_routes` are in the
    order in which they are tried, the last listed first.
    """

    id: str
    key: str
    name: str
    description: str
    kind: str
    type: str
    exchanges: tuple[str, ...] = ()
    bar_source: str = ""
    trade_route: str = ""
    info_routes: tuple[str, ...] = ()


Listing = Mapping[str, Listed]


async def read(upstream: Upstream) -> Listing:
    """Read the instruments of the account, by id."""
    account = upstream.account
    answer = await upstream.call(
        tradelocker_get_instruments.asyncio_detailed, account_id=account.broker_account_id
    )
    return from_answer(account.connection, answer)


def from_answer(connection: str, answer: object) -> Listing:
    """Return the instruments of an answer by id; a line without an id raises `upstream_malformed`."""
    holder = _answers.content(answer, tradelocker.InstrumentsResponse, tradelocker.Instruments)
    lines = rows(holder.instruments, tradelocker.Instrument)
    names = Counter(text(line.name) for line in lines)
    listed = [_listed(connection, line, is_only=names[text(line.name)] == 1) for line in lines]
    return {each.id: each for each in listed}


def key_of(account: Account, listing: Listing, instrument_id: str) -> str:
    """Return the key of an instrument; one that is not listed any more keeps its id for a name."""
    listed = listing.get(instrument_id)
    return listed.key if listed is not None else f"{account.connection}@{instrument_id}"


def to_key(connection: str, instrument_id: str, unified_type: str, name: str) -> str:
    """Return `CFD:<name>` where that is a canonical key, else `<connection>@<id>`."""
    key = f"CFD:{name}"
    certain = unified_type == "CFD" and _is_canonical(key)
    return key if certain else f"{connection}@{instrument_id}"


def _listed(connection: str, line: tradelocker.Instrument, *, is_only: bool) -> Listed:
    native = required(_answers.identifier(line.tradable_instrument_id), "id of an instrument")
    name, kind = text(line.name) or "", text(line.type_, 64) or "UNKNOWN"
    unified_type = known(INSTRUMENT_TYPE, kind) or kind
    venues = (text(line.trading_exchange, 64), text(line.market_data_exchange, 64))
    routes = rows(line.routes or [], tradelocker.Route)
    return Listed(
        id=native,
        key=to_key(connection, native, unified_type if is_only else "", name),
        name=name,
        description=text(line.description, 256) or "",
        kind=kind,
        type=unified_type,
        exchanges=tuple(dict.fromkeys(venue for venue in venues if venue is not None)),
        bar_source=text(line.bar_source) or "",
        trade_route=next(iter(_routes(routes, "TRADE")), ""),
        info_routes=tuple(reversed(_routes(routes, "INFO"))),
    )


def _routes(routes: list[tradelocker.Route], kind: str) -> list[str]:
    found = (_answers.identifier(route.id) for route in routes if route.type_ == kind)
    return [route for route in found if route is not None]


def _is_canonical(key: str) -> bool:
    """Say whether a name makes a key: one with an @ would be read as an id of a connection."""
    try:
        return parse(key).kind == "CFD" and len(key) <= _KEY_BOUND
    except NotSent:
        return False
