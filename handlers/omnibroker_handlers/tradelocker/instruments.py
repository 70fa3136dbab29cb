"""Instruments and their trading rules at TradeLocker."""

import re

from omnibroker.kit.answers import currency, number, positive, rows, text
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import known, translate
from omnibroker.kit.upstream import Upstream
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.tradelocker.api.instruments import (
    get_instrument_details as tradelocker_get_instrument_details,
)
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.tradelocker import _answers, _listing, _routes
from omnibroker_handlers.tradelocker._tables import (
    CLOSE_TERMS,
    INSTRUMENT_TYPE,
    LIFE,
    QUANTITY_UNIT,
    RIGHT,
    SEARCH_TYPE,
    SESSION,
)

_DAY = re.compile(r"[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


async def search_instruments(
    upstream: Upstream,
    query: str,
    type: str | None = None,  # noqa: A002 - the parameter's name in the spec
    limit: int | None = None,
) -> list[unified.Instrument]:
    """Search the account's list: the symbol itself first, then symbols and names that begin with the query."""
    kind = translate(SEARCH_TYPE, type, "search for") if type is not None else None
    listing = await _listing.read(upstream)
    wanted = query.strip().casefold()
    ranked = [(_rank(each, wanted), each) for each in listing.values() if kind in {None, each.type}]
    found = sorted((pair for pair in ranked if pair[0] is not None), key=_first)
    return [from_listed(upstream, each) for _, each in found][:limit]


async def get_instrument(upstream: Upstream, instrument: str) -> unified.Instrument:
    """Return one instrument with what may be sent for it."""
    resolved = await upstream.resolve(instrument)
    answer = await _routes.over_info_route(
        upstream, resolved, tradelocker_get_instrument_details.asyncio_detailed
    )
    details = _answers.content(
        answer, tradelocker.InstrumentDetailsResponse, tradelocker.InstrumentDetails
    )
    return from_details(upstream, resolved, details)


def from_listed(upstream: Upstream, listed: _listing.Listed) -> unified.Instrument:
    """Return an instrument of the list, without its currency and rules."""
    account = upstream.account
    return unified.Instrument(
        instrument=listed.key,
        broker=account.broker,
        connection=account.connection,
        broker_instrument_id=listed.id,
        broker_symbol=_answers.maybe(listed.name or None),
        type_=listed.type,
        name=_answers.maybe(listed.description or None),
        exchanges=list(listed.exchanges) or UNSET,
        tradable=bool(listed.trade_route),
        quantity_unit=QUANTITY_UNIT,
        received_at=upstream.received_at,
    )


def from_details(
    upstream: Upstream, resolved: Resolved, row: tradelocker.InstrumentDetails
) -> unified.Instrument:
    """Return an instrument with its order rules; asked for by id, it answers by its key."""
    account, facts = upstream.account, resolved.facts
    venues = (text(row.trading_exchange, 64), text(row.market_data_exchange, 64))
    instrument = unified.Instrument(
        instrument=facts.get("key") or resolved.key,
        broker=account.broker,
        connection=account.connection,
        broker_instrument_id=resolved.native_id,
        broker_symbol=_answers.maybe(resolved.broker_symbol),
        type_=known(INSTRUMENT_TYPE, row.type_) or resolved.type,
        name=_answers.maybe(text(row.description, 256)),
        exchanges=list(dict.fromkeys(name for name in venues if name is not None)) or UNSET,
        currency=_answers.maybe(currency(row.quoting_currency)),
        tradable="trade_route" in facts,
        quantity_unit=QUANTITY_UNIT,
        units_per_quantity=_answers.maybe(positive(row.lot_size)),
        price_multiplier="1",
        size_step=_answers.maybe(positive(row.lot_step)),
        minimum_quantity=_answers.maybe(positive(row.min_lot)),
        combinations=_combinations(),
        sessions=list(SESSION),
        cross_references=_cross_references(row.isin),
        received_at=upstream.received_at,
    )
    instrument.tick_size, instrument.price_bands = _ticks(row)
    _write_expiry(instrument, row)
    return instrument


def _rank(listed: _listing.Listed, wanted: str) -> int | None:
    """Return how well an instrument fits: a broker's suffix behind the symbol is no hindrance."""
    name = listed.name.casefold()
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    return 2 if listed.description.casefold().startswith(wanted) else None


def _first(pair: tuple[int | None, _listing.Listed]) -> int:
    return pair[0] or 0


def _combinations() -> list[unified.OrderCombination]:
    """Return what goes together: each type with its life, and what an order that closes has to say."""
    return [
        unified.OrderCombination(type_=kind, time_in_force=life, session=session)
        for kind, life in (*LIFE.items(), CLOSE_TERMS)
        for session in SESSION
    ]


def _ticks(
    row: tradelocker.InstrumentDetails,
) -> tuple[str | Unset, list[unified.PriceBand] | Unset]:
    """Return one tick size, or bands where it depends on the price; the first band begins at null."""
    steps = [
        (number(each.left_range_limit) or "0", positive(each.tick_size))
        for each in rows(row.tick_size or [], tradelocker.TickSize)
    ]
    bands = [
        unified.PriceBand(from_price=edge, tick_size=tick)
        for edge, tick in steps
        if tick is not None
    ]
    if len(bands) == 1:
        return bands[0].tick_size, UNSET
    return UNSET, bands or UNSET


def _write_expiry(instrument: unified.Instrument, row: tradelocker.InstrumentDetails) -> None:
    """Write what only futures and options have."""
    instrument.last_trading_date = _day(row.last_trade_date)
    instrument.strike = _answers.maybe(positive(row.strike_price))
    instrument.right = _answers.maybe(known(RIGHT, row.strike_type))
    instrument.exercise_style = _answers.maybe(text(row.exercise_style, 64))


def _day(value: object) -> str | Unset:
    day = (text(value) or "")[: len("YYYY-MM-DD")]
    return day if _DAY.fullmatch(day) else UNSET


def _cross_references(isin: object) -> list[unified.CrossReference] | Unset:
    found = text(isin, 64)
    return [unified.CrossReference(scheme="ISIN", value=found)] if found else UNSET
