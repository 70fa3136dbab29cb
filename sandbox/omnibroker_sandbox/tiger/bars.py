"""Bars of shares, options and futures: periods, ranges, pages."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from omnibroker_sandbox.instruments import Instrument, Kind
from omnibroker_sandbox.market import Bar
from omnibroker_sandbox.sessions import Span
from omnibroker_sandbox.tiger import symbols, wire
from omnibroker_sandbox.tiger.backend import Backend, Request
from omnibroker_sandbox.tiger.refusals import Refused, business, require

DAY = 86_400
SHARE_LIMIT, OPTION_LIMIT, FUTURE_LIMIT = 251, 251, 1000
SECONDS = {
    **{f"{count}min": count * 60 for count in (1, 3, 5, 10, 15, 30, 45, 60)},
    **{f"{count}hour": count * 3600 for count in (2, 3, 4, 6)},
}
FIRST_DAYS: dict[str, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
    "year": lambda day: day.replace(month=1, day=1),
}
"""The first day of the bar that a day belongs to."""
LENGTHS = {"day": 1, "week": 7, "month": 31, "year": 366}
MOST_DAYS = 3660
THINNEST = 6
"""A venue may trade for a sixth of the hours of a week; so much further back bars are looked for."""


def kline(backend: Backend, request: Request) -> Any:
    """Return bars of shares, oldest first, the newest ones of the range; one symbol has pages."""
    found = symbols.of_one_market(backend.exchange, request)
    extended = wire.text(request, "trade_session") not in {"", "Regular"}
    rows = []
    for instrument in found:
        _note(backend, "kline", instrument)
        bars, older = _page(backend, instrument, request, SHARE_LIMIT, extended=extended)
        token = wire.page_token(older) if older and len(found) == 1 else None
        rows.append(
            {
                "symbol": symbols.symbol(instrument),
                "period": wire.text(request, "period"),
                "nextPageToken": token,
                "items": [_row(instrument, each, wire.text(request, "period")) for each in bars],
            }
        )
    return rows


def option_kline(backend: Backend, request: Request) -> Any:
    """Return bars of options, oldest first unless asked otherwise; unknown ones are left out."""
    rows = []
    for query in request.get("option_query") or ():
        instrument = option_of(backend, query)
        if instrument is None:
            continue
        _note(backend, "option_kline", instrument)
        bars, _ = _page(backend, instrument, query, OPTION_LIMIT, extended=False)
        items = [
            _row(instrument, each, wire.text(query, "period")) | {"openInterest": 0}
            for each in bars
        ]
        if query.get("sort_dir") == "SortDir_Descend":
            items.reverse()
        head = {name: query.get(name) for name in ("symbol", "expiry", "right", "period")}
        strike = symbols.strike_text(instrument)
        named = {"identifier": symbols.identifier(instrument), **head, "strike": strike}
        rows.append({**named, "items": items})
    return rows


def future_kline(backend: Backend, request: Request) -> Any:
    """Return bars of futures, newest first; their time is the end of the bar."""
    codes = [str(each) for each in request.get("contract_codes") or ()]
    rows = []
    for code in codes:
        instrument = symbols.find_future(backend.exchange, code)
        if instrument is None:
            continue
        _note(backend, "future_kline", instrument)
        bars, older = _page(backend, instrument, request, FUTURE_LIMIT, extended=True)
        token = wire.page_token(older) if older and len(codes) == 1 else None
        items = [_future_row(each) for each in reversed(bars)]
        rows.append({"contractCode": code, "nextPageToken": token, "items": items})
    return rows


def option_of(backend: Backend, query: Request) -> Instrument | None:
    """Return the option that symbol, midnight of the expiry, right and strike name."""
    strike, expiry = wire.number(query, "strike"), wire.millis(query, "expiry")
    if strike is None or expiry is None:
        raise Refused(business("an option needs 'expiry', 'strike' and 'right'"))
    backend.exchange.advance()
    name = wire.text(query, "symbol")
    options = backend.exchange.catalogue.options(f"{name}.US", backend.exchange.today)
    side = wire.text(query, "right")[:1].upper()
    return next(
        (
            each
            for each in options
            if (each.right, each.strike) == (side, strike) and expiry_ms(each) == expiry
        ),
        None,
    )


def expiry_ms(instrument: Instrument) -> int:
    """Return midnight of the expiry at the exchange."""
    return wire.midnight_ms(instrument.expiry or date.min, instrument.venue.zone)


def _note(backend: Backend, method: str, instrument: Instrument) -> None:
    backend.read_history.setdefault(method, set()).add(symbols.symbol(instrument))


def _page(
    backend: Backend, instrument: Instrument, request: Request, default: int, *, extended: bool
) -> tuple[list[Bar], int | None]:
    """Return the newest bars of the range, and the second before which older ones follow, if any."""
    period, limit = wire.text(request, "period"), wire.whole(request, "limit", default)
    require(period in SECONDS or period in FIRST_DAYS, business(f"field 'period' {period}"))
    backend.exchange.advance()
    now = backend.exchange.second
    begin, end = wire.millis(request, "begin_time"), wire.millis(request, "end_time")
    until = min(now, end // 1000) if end is not None else now
    until = wire.page_position(wire.text(request, "page_token")) or until
    earliest = until - _reach(period, limit + 1)
    since = max(begin // 1000, earliest) if begin is not None else earliest
    windows = backend.exchange.market.calendar.windows(
        instrument.venue, since, max(until, since), extended=extended
    )
    cut = _by_seconds if period in SECONDS else _by_days
    spans = [span for window in windows for span in cut(instrument, window, period)]
    spans = _joined(instrument, spans, period)
    older = spans[-limit][0] if len(spans) > limit else None
    return [backend.exchange.market.bar(instrument, each) for each in spans[-limit:]], older


def _reach(period: str, limit: int) -> int:
    """Return how far back so many bars may lie, in seconds."""
    if period in SECONDS:
        return SECONDS[period] * limit * THINNEST + 5 * DAY
    return min(LENGTHS[period] * (limit + 5) * 3 // 2 + 7, MOST_DAYS) * DAY


def _by_seconds(_instrument: Instrument, window: Span, period: str) -> list[Span]:
    start, end = window
    seconds = SECONDS[period]
    edges = [start, *range(start - start % seconds + seconds, end, seconds), end]
    return [(edges[n], edges[n + 1]) for n in range(len(edges) - 1)]


def _by_days(instrument: Instrument, window: Span, _period: str) -> list[Span]:
    start, end = window
    zone, day = instrument.venue.zone, instrument.venue.local(start).date()
    edges = [start]
    while (midnight := wire.midnight_ms(day + timedelta(days=1), zone) // 1000) < end:
        edges.append(midnight)
        day += timedelta(days=1)
    edges.append(end)
    return [(edges[n], edges[n + 1]) for n in range(len(edges) - 1)]


def _joined(instrument: Instrument, spans: list[Span], period: str) -> list[Span]:
    """Join the parts that belong to one daily, weekly, monthly or yearly bar."""
    if period in SECONDS:
        return spans
    joined: dict[date, Span] = {}
    for start, end in spans:
        first = FIRST_DAYS[period](instrument.venue.local(start).date())
        joined[first] = (joined[first][0] if first in joined else start, end)
    return list(joined.values())


def _row(instrument: Instrument, bar: Bar, period: str) -> dict[str, Any]:
    row: dict[str, Any] = {
        "time": _time_ms(instrument, bar, period),
        "open": bar.open,
        "high": bar.high,
        "low": bar.low,
        "close": bar.close,
        "volume": int(bar.volume),
        "amount": wire.money(bar.close * bar.volume * instrument.multiplier),
    }
    return row | ({"volumeDecimal": bar.volume} if instrument.kind is Kind.CRYPTO else {})


def _time_ms(instrument: Instrument, bar: Bar, period: str) -> int:
    if period in SECONDS:
        return bar.start * 1000
    day = FIRST_DAYS[period](instrument.venue.local(bar.start).date())
    return wire.midnight_ms(day, instrument.venue.zone)


def _future_row(bar: Bar) -> dict[str, Any]:
    return {
        "time": bar.end * 1000,
        "lastTime": bar.end * 1000,
        "open": bar.open,
        "high": bar.high,
        "low": bar.low,
        "close": bar.close,
        "settlement": 0,
        "volume": int(bar.volume),
        "openInterest": 0,
    }


OPERATIONS = {"kline": kline, "option_kline": option_kline, "future_kline": future_kline}
