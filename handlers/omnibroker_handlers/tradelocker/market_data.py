"""Quotes, bars and trading hours at TradeLocker."""

from omnibroker.kit.answers import text
from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import known, translate
from omnibroker.kit.upstream import Parted, Upstream
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.tradelocker.api.instruments import (
    get_instrument_details as tradelocker_get_instrument_details,
)
from omnibroker_generated.tradelocker.api.market_data import get_history as tradelocker_get_history
from omnibroker_generated.tradelocker.api.market_data import get_quotes as tradelocker_get_quotes
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tradelocker import _answers, _bars, _panels, _routes
from omnibroker_handlers.tradelocker._tables import (
    BAR_ADJUSTMENT,
    BAR_INTERVAL,
    BAR_SESSION,
    MARKET_STATE,
    PRICE_SOURCE,
)


async def get_quotes(
    upstream: Upstream, instrument: list[str], allow_delayed: bool | None = None
) -> Parted[unified.Quote]:
    """Return a quote for each instrument, in the order asked; TradeLocker answers for each apart.

    How fresh its prices are it never says, so they need `allow_delayed`; without it no price is asked for.
    """
    allowed = allow_delayed is True
    return await upstream.parts(
        {key: _quotes_of(upstream, key, allow_delayed=allowed) for key in instrument},
        by="instrument",
    )


async def list_bars(
    upstream: Upstream,
    instrument: str,
    interval: str,
    adjustment: str,
    session: str,
    start_at: str | None = None,
    end_at: str | None = None,
    limit: int | None = None,
) -> list[unified.BarSeries]:
    """Return the newest bars of a range, oldest first, at most 1,000; `end_at` walks back further."""
    translate(BAR_ADJUSTMENT, adjustment, "adjustment")
    translate(BAR_SESSION, session, "session of bars")
    resolution = translate(BAR_INTERVAL, interval, "interval")
    window = _bars.Window.read(interval, start_at, end_at, limit, upstream.received_at)
    resolved = await upstream.resolve(instrument)
    first, last = window.asked(_bars.most_rows(await _panels.read_config(upstream)))
    answer = await _routes.over_info_route(
        upstream,
        resolved,
        tradelocker_get_history.asyncio_detailed,
        resolution=resolution,
        from_=first,
        to=last,
    )
    return [from_history(upstream, resolved, session, window, answer)]


async def get_market_status(
    upstream: Upstream, instrument: list[str]
) -> Parted[unified.MarketStatus]:
    """Return whether each instrument trades now; the form of TradeLocker's hours is not documented."""
    return await upstream.parts(
        {key: _status_of(upstream, key) for key in instrument}, by="instrument"
    )


async def _quotes_of(upstream: Upstream, key: str, *, allow_delayed: bool) -> list[unified.Quote]:
    resolved = await upstream.resolve(key)
    if not allow_delayed:
        detail = f"TradeLocker does not say how old its prices of {key} are; ask with allow_delayed=true."
        raise NotSent("not_entitled", detail)
    answer = await _routes.over_info_route(
        upstream, resolved, tradelocker_get_quotes.asyncio_detailed
    )
    row = _answers.content(answer, tradelocker.QuoteResponse, tradelocker.SingleQuote)
    return [from_quote(upstream, resolved, row)]


async def _status_of(upstream: Upstream, key: str) -> list[unified.MarketStatus]:
    resolved = await upstream.resolve(key)
    answer = await _routes.over_info_route(
        upstream, resolved, tradelocker_get_instrument_details.asyncio_detailed
    )
    details = _answers.content(
        answer, tradelocker.InstrumentDetailsResponse, tradelocker.InstrumentDetails
    )
    return [from_details(upstream, resolved, details)]


def from_quote(
    upstream: Upstream, resolved: Resolved, row: tradelocker.SingleQuote
) -> unified.Quote:
    """Return a quote; it has no last price, no currency and no time.

    Sizes are left out: whether they count lots or units is not documented.
    """
    return unified.Quote(
        instrument=resolved.key,
        broker=upstream.account.broker,
        connection=upstream.account.connection,
        broker_instrument_id=resolved.native_id,
        broker_symbol=_answers.maybe(resolved.broker_symbol),
        # Nothing proves real time: the answer has no time, and no document promises every account live
        # prices of every kind; shares and futures come from exchanges, which may delay theirs.
        data_quality="UNKNOWN",
        bid=_answers.maybe(_answers.price(row.bp)),
        ask=_answers.maybe(_answers.price(row.ap)),
        received_at=upstream.received_at,
    )


def from_history(
    upstream: Upstream, resolved: Resolved, session: str, window: _bars.Window, answer: object
) -> unified.BarSeries:
    """Return a series; what its volume counts is not documented."""
    source = text(resolved.facts.get("bar_source"), 64)
    return unified.BarSeries(
        instrument=resolved.key,
        broker=upstream.account.broker,
        connection=upstream.account.connection,
        interval=window.interval,
        adjustment="NONE",
        price_source=known(PRICE_SOURCE, source) or source or "UNKNOWN",
        session=session,
        time_zone="UTC",
        bars=_bars.from_answer(answer, window),
        received_at=upstream.received_at,
    )


def from_details(
    upstream: Upstream, resolved: Resolved, row: tradelocker.InstrumentDetails
) -> unified.MarketStatus:
    """Return the state now; a word that is not known is no state."""
    return unified.MarketStatus(
        instrument=resolved.key,
        broker=upstream.account.broker,
        connection=upstream.account.connection,
        market=_answers.maybe(text(row.trading_exchange, 32)),
        status=known(MARKET_STATE, row.symbol_status) or "UNKNOWN",
        sessions=[],
        received_at=upstream.received_at,
    )
