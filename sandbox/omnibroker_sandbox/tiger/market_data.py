"""State of the markets, quotes, the day's line, ticks and depth."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

from omnibroker_sandbox.instruments import Instrument
from omnibroker_sandbox.market import Quote
from omnibroker_sandbox.sessions import VENUES, next_open
from omnibroker_sandbox.tiger import symbols, wire
from omnibroker_sandbox.tiger.backend import Backend, Request
from omnibroker_sandbox.tiger.refusals import business, require

STATES = {
    "TRADING": "Trading",
    "PRE_HOUR_TRADING": "Pre-Market Trading",
    "POST_HOUR_TRADING": "Post-Market Trading",
    "MARKET_CLOSED": "Closed",
}
HOUR_TAGS = {"PRE_HOUR_TRADING": "Pre-Mkt", "POST_HOUR_TRADING": "Post-Mkt"}
NOON = 720
LEVELS = 10
MOST_TICKS = 200
MOST_CALENDAR_DAYS = 400
TICK_SECONDS = 5
MINUTE = 60
LINE_MINUTES = 390


def market_state(backend: Backend, request: Request) -> Any:
    """Say of each market whether it trades, and when its next session opens."""
    backend.exchange.advance()
    wanted = wire.narrowing(request, "market")
    return [_state(backend, name) for name in symbols.MARKETS if wanted in {"", name}]


def _state(backend: Backend, market: str) -> dict[str, Any]:
    venue, second = VENUES[symbols.MARKETS[market]], backend.exchange.second
    opening = venue.local(next_open(venue, second))
    zone = f" {opening:%Z}" if market == "US" else ""
    state = _trading_state(backend, market)
    return {
        "market": market,
        "marketStatus": STATES[state],
        "status": state,
        "openTime": f"{opening:%m-%d %H:%M:%S}{zone}",
    }


def _trading_state(backend: Backend, market: str) -> str:
    venue, second = VENUES[symbols.MARKETS[market]], backend.exchange.second
    calendar = backend.exchange.market.calendar
    if calendar.is_open(venue, second, extended=False):
        return "TRADING"
    if not calendar.is_open(venue, second, extended=True):
        return "MARKET_CLOSED"
    local = venue.local(second)
    before_noon = local.hour * MINUTE + local.minute < NOON
    return "PRE_HOUR_TRADING" if before_noon else "POST_HOUR_TRADING"


def trading_calendar(backend: Backend, request: Request) -> Any:
    """List the trading days of a range, both ends included; without one the next thirty days."""
    venue_code = symbols.MARKETS.get(wire.text(request, "market"))
    require(venue_code, business("field 'market' is not supported"))
    backend.exchange.advance()
    start, end = wire.text(request, "begin_date"), wire.text(request, "end_date")
    day = wire.day(start, "begin_date") if start else backend.exchange.today
    last = wire.day(end, "end_date") if end else day + timedelta(days=30)
    require((last - day).days <= MOST_CALENDAR_DAYS, business("the range of dates is too long"))
    days = (day + timedelta(days=count) for count in range((last - day).days + 1))
    venue = VENUES[venue_code or ""]
    return [
        {"date": each.isoformat(), "type": "TRADING"}
        for each in days
        if venue.spans(each, extended=False)
    ]


def quote_real_time(backend: Backend, request: Request) -> Any:
    """Return quotes; unknown symbols are left out, a second market refuses all."""
    with_hours = bool(request.get("include_hour_trading"))
    found = symbols.of_one_market(backend.exchange, request)
    return [_quote(backend, each, with_hours=with_hours) for each in found]


def _quote(backend: Backend, instrument: Instrument, *, with_hours: bool) -> dict[str, Any]:
    quote = backend.exchange.quote(instrument)
    row: dict[str, Any] = {
        "symbol": symbols.symbol(instrument),
        "open": quote.open,
        "high": quote.high,
        "low": quote.low,
        "close": quote.last,
        "preClose": quote.previous_close,
        "adjPreClose": quote.previous_close,
        "latestPrice": quote.last,
        "latestTime": quote.time * 1000,
        "askPrice": quote.ask,
        "askSize": int(quote.ask_size),
        "bidPrice": quote.bid,
        "bidSize": int(quote.bid_size),
        "volume": int(quote.volume),
        "status": "NORMAL",
    }
    state = _trading_state(backend, symbols.market_of(instrument))
    if with_hours and state in HOUR_TAGS:
        row["hourTrading"] = _hour_trading(instrument, quote, HOUR_TAGS[state])
    return row


def _hour_trading(instrument: Instrument, quote: Quote, tag: str) -> dict[str, Any]:
    return {
        "tag": tag,
        "latestPrice": quote.last,
        "preClose": quote.previous_close,
        "latestTime": f"{instrument.venue.local(quote.time):%H:%M %Z}",
        "volume": int(quote.volume),
        "timestamp": quote.time * 1000,
    }


def quote_delay(backend: Backend, request: Request) -> Any:
    """Return quotes that need no permission; they are not late here."""
    rows = []
    for instrument in symbols.of_one_market(backend.exchange, request):
        quote = backend.exchange.quote(instrument)
        prices = {"open": quote.open, "high": quote.high, "low": quote.low, "close": quote.last}
        rows.append(
            {
                "symbol": symbols.symbol(instrument),
                **prices,
                "preClose": quote.previous_close,
                "volume": int(quote.volume),
                "time": quote.time * 1000,
                "halted": 0,
            }
        )
    return rows


def quote_overnight(_backend: Backend, _request: Request) -> Any:
    """Return nothing: the sandbox has no overnight session."""
    return []


def timeline(backend: Backend, request: Request) -> Any:
    """Return the last minutes of the running session as one line."""
    rows = []
    begin = wire.millis(request, "begin_time") or 0
    for instrument in symbols.of_one_market(backend.exchange, request):
        quote = backend.exchange.quote(instrument)
        items = [each for each in _line(backend, instrument) if each["time"] >= begin]
        rows.append(
            {
                "symbol": symbols.symbol(instrument),
                "period": "day",
                "preClose": quote.previous_close,
                "intraday": {"items": items},
            }
        )
    return rows


def _line(backend: Backend, instrument: Instrument) -> Iterator[dict[str, Any]]:
    market, now = backend.exchange.market, backend.exchange.second
    start, _ = market.calendar.trading_day(instrument.venue, now)
    last = market.calendar.last_trading_second(instrument.venue, now)
    first = max(start, last - last % MINUTE - LINE_MINUTES * MINUTE)
    paid = traded = Decimal(0)
    for second in range(first, last - MINUTE + 1, MINUTE):
        bar = market.bar(instrument, (second, second + MINUTE))
        paid, traded = paid + bar.close * bar.volume, traded + bar.volume
        average = paid / traded if traded else bar.close
        yield {
            "time": second * 1000,
            "price": bar.close,
            "avgPrice": average.quantize(wire.RATIO),
            "volume": int(bar.volume),
        }


def trade_tick(backend: Backend, request: Request) -> Any:
    """Return the last ticks, one in five seconds; the index counts from 1970 on."""
    count = min(wire.whole(request, "limit", MOST_TICKS), MOST_TICKS)
    return [
        _ticks(backend, each, count) for each in symbols.of_one_market(backend.exchange, request)
    ]


def _ticks(backend: Backend, instrument: Instrument, count: int) -> dict[str, Any]:
    market = backend.exchange.market
    last = backend.exchange.second // TICK_SECONDS
    prices = [market.last(instrument, (last - count + n) * TICK_SECONDS) for n in range(count + 1)]
    items = [
        {
            "time": (last - count + 1 + n) * TICK_SECONDS * 1000,
            "price": price,
            "volume": int(instrument.lot),
            "type": "+" if price >= prices[n] else "-",
        }
        for n, price in enumerate(prices[1:])
    ]
    indices = {"beginIndex": last - count + 1, "endIndex": last + 1}
    return {"symbol": symbols.symbol(instrument), **indices, "items": items}


def quote_depth(backend: Backend, request: Request) -> Any:
    """Return ten prices on each side; the best ones are those of the quote."""
    return [_depth(backend, each) for each in symbols.of_one_market(backend.exchange, request)]


def _depth(backend: Backend, instrument: Instrument) -> dict[str, Any]:
    quote = backend.exchange.quote(instrument)
    step = instrument.tick_at(quote.bid)
    sides = {"asks": (quote.ask, step, quote.ask_size), "bids": (quote.bid, -step, quote.bid_size)}
    return {
        "symbol": symbols.symbol(instrument),
        **{
            side: [
                {"price": price + change * level, "volume": int(size) * (level + 1), "count": 1}
                for level in range(LEVELS)
            ]
            for side, (price, change, size) in sides.items()
        },
    }


OPERATIONS = {
    "market_state": market_state,
    "trading_calendar": trading_calendar,
    "quote_real_time": quote_real_time,
    "quote_delay": quote_delay,
    "quote_overnight": quote_overnight,
    "timeline": timeline,
    "trade_tick": trade_tick,
    "quote_depth": quote_depth,
}
REAL_TIME = frozenset(
    {"quote_real_time", "quote_overnight", "timeline", "trade_tick", "quote_depth"}
)
"""What needs the quote permission on the calling device."""
