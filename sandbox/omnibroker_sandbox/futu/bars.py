"""K-lines: of today's subscription, and of history in pages.

Bars shorter than a day are counted from the opening of their session and named by their end, others
by their first day.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, islice
from typing import Any

from omnibroker_sandbox.answers import Answer
from omnibroker_sandbox.futu import messages, quotes, subscriptions, symbols, wire
from omnibroker_sandbox.futu.gateway import Gateway
from omnibroker_sandbox.futu.refusals import Refused, error, failure, require
from omnibroker_sandbox.instruments import Instrument
from omnibroker_sandbox.sessions import Span

SECONDS = {
    1: 60,
    10: 180,
    6: 300,
    12: 600,
    7: 900,
    8: 1800,
    9: 3600,
    13: 7200,
    14: 10_800,
    15: 14_400,
}
FIRST_DAYS: dict[int, Callable[[date], date]] = {
    2: lambda day: day,
    3: lambda day: day - timedelta(days=day.weekday()),
    4: lambda day: day.replace(day=1),
    11: lambda day: day.replace(month=day.month - (day.month - 1) % 3, day=1),
    5: lambda day: day.replace(month=1, day=1),
}
"""The first day of the bar that a day belongs to."""
LENGTHS = {2: 1, 3: 7, 4: 31, 11: 92, 5: 366}
SUB_TYPES = {
    1: 11,
    2: 6,
    3: 12,
    4: 13,
    5: 16,
    6: 7,
    7: 8,
    8: 9,
    9: 10,
    10: 17,
    11: 15,
    12: 18,
    13: 19,
    14: 20,
    15: 21,
}
"""The subscription type of each period."""
MOST = 1000
REHABS = frozenset({0, 1, 2})
MOST_DAYS = 7300
SHORTEST_DAY = 19_800
"""Seconds in which the venue with the shortest regular day trades."""
EXTENDED_SESSIONS = frozenset({2, 3})
NO_OVERNIGHT = failure("session OVERNIGHT has no history (simulated)")
OVERNIGHT = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """One bar before it is priced: its span, cut at now, and the second that names it."""

    span: Span
    label: int


def kline(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return the latest bars of a subscribed security, oldest first."""
    instrument = symbols.needed(gateway.exchange, wire.needed(body, "security"))
    kind = _kind(body)
    subscriptions.check(gateway, instrument, SUB_TYPES[kind])
    count = wire.whole(body, "req_num") or 0
    require(0 < count <= MOST, failure(f"req_num must be 1 to {MOST} (simulated)"))
    today = _day(instrument, gateway.exchange.second)
    first = FIRST_DAYS.get(kind, FIRST_DAYS[2])(today - timedelta(days=_reach(kind, count)))
    pieces = list(_pieces(gateway, instrument, kind, (first, today), extended=False))[-count:]
    rows = [_row(gateway, instrument, each) for each in pieces]
    return wire.ok({**_head(instrument), "kl_list": rows})


def _kind(body: wire.Body) -> int:
    kind, rehab = wire.whole(body, "kl_type"), wire.whole(body, "rehab_type")
    require(rehab in REHABS, error(400, "`rehab_type` must be 0, 1 or 2"))
    if kind not in SUB_TYPES:
        raise Refused(failure(f"unknown kl_type: {kind} (simulated)"))
    return kind


def _reach(kind: int, count: int) -> int:
    """Return over how many days so many bars may lie."""
    if kind in SECONDS:
        days = count // max(SHORTEST_DAY // SECONDS[kind], 1) + 1
        return min(days * 7 // 5 + 10, MOST_DAYS)
    return min(LENGTHS[kind] * (count + 1) * 7 // 5 + 10, MOST_DAYS)


def history_kline(gateway: Gateway, _parameters: wire.Body, body: wire.Body) -> Answer:
    """Return a page of the bars of a time, both ends included, and the key of the next page."""
    instrument = symbols.needed(gateway.exchange, wire.needed(body, "security"))
    kind = _kind(body)
    size = MOST if body.get("max_ack_kl_num") is None else wire.whole(body, "max_ack_kl_num") or 0
    require(0 < size <= MOST, failure(f"max_ack_kl_num must be 1 to {MOST} (simulated)"))
    session = wire.whole(body, "session")
    require(session != OVERNIGHT, NO_OVERNIGHT)
    extended = bool(body.get("extended_time")) or session in EXTENDED_SESSIONS
    begin, end = _range(instrument, body)
    begin = max(begin, _cursor(body))
    gateway.history.add(instrument.key)
    days = _days(gateway, instrument, kind, (begin, end))
    found = (
        each
        for each in _pieces(gateway, instrument, kind, days, extended=extended)
        if begin <= each.label * 1000 <= end
    )
    pieces = list(islice(found, size + 1))
    key = list(str(pieces[size].label * 1000).encode()) if len(pieces) > size else None
    rows = [_row(gateway, instrument, each) for each in pieces[:size]]
    return wire.ok({**_head(instrument), "kl_list": rows, "next_req_key": key})


def _range(instrument: Instrument, body: wire.Body) -> Span:
    zone = symbols.zone_of(instrument)
    begin = max(wire.read_time(str(wire.needed(body, "begin_time")), zone), 0)
    end = wire.read_time(str(wire.needed(body, "end_time")), zone, end=True)
    require(begin <= end, failure("begin_time is after end_time (simulated)"))
    return begin, end


def _cursor(body: wire.Body) -> int:
    """Return the millisecond at which a page starts; the key holds it as bytes."""
    key = wire.rows(body, "next_req_key")
    if not key:
        return 0
    try:
        return int(bytes(int(each) for each in key).decode("ascii"))
    except ValueError:
        raise Refused(failure("next_req_key is not one of ours (simulated)")) from None


def _days(gateway: Gateway, instrument: Instrument, kind: int, span: Span) -> tuple[date, date]:
    """Return the first and last day to look at, whole periods and nothing to come."""
    now = gateway.exchange.second
    today = _day(instrument, now)
    earliest = today - timedelta(days=MOST_DAYS)
    begin, end = (_day(instrument, min(each // 1000, now)) for each in span)
    whole = FIRST_DAYS.get(kind, FIRST_DAYS[2])(max(begin, earliest))
    last = end if kind in SECONDS else end + timedelta(days=LENGTHS[kind])
    return whole, min(last, today)


def _day(instrument: Instrument, second: int) -> date:
    return date.fromisoformat(wire.text_time(second * 1000, symbols.zone_of(instrument))[:10])


def _pieces(
    gateway: Gateway, instrument: Instrument, kind: int, days: tuple[date, date], *, extended: bool
) -> Iterator[Piece]:
    """Yield the bars of some days in time order, the running one included."""
    count = (days[1] - days[0]).days + 1
    each_day = (days[0] + timedelta(days=number) for number in range(count))
    if kind in SECONDS:
        for day in each_day:
            yield from _intraday(gateway, instrument, SECONDS[kind], day, extended=extended)
        return
    for first, group in groupby(each_day, FIRST_DAYS[kind]):
        spans = [span for day in group for span in _windows(gateway, instrument, day)]
        if spans:
            end = min(spans[-1][1], gateway.exchange.second)
            yield Piece((spans[0][0], end), _midnight(instrument, first))


def _intraday(
    gateway: Gateway, instrument: Instrument, seconds: int, day: date, *, extended: bool
) -> Iterator[Piece]:
    now = gateway.exchange.second
    for opening, closing in _windows(gateway, instrument, day, extended=extended):
        for start in range(opening, min(closing, now), seconds):
            end = min(start + seconds, closing)
            yield Piece((start, min(end, now)), end)


def _windows(
    gateway: Gateway, instrument: Instrument, day: date, *, extended: bool = False
) -> Iterator[Span]:
    """Yield a day's sessions that have begun; a sandbox that never closes has one from midnight on."""
    calendar, now = gateway.exchange.market.calendar, gateway.exchange.second
    start, end = (_midnight(instrument, day + timedelta(days=more)) for more in (0, 1))
    windows = calendar.windows(instrument.venue, start, end, extended=extended)
    yield from (span for span in windows if span[0] < now)


def _midnight(instrument: Instrument, day: date) -> int:
    return wire.read_time(day.isoformat(), symbols.zone_of(instrument)) // 1000


def _head(instrument: Instrument) -> dict[str, Any]:
    return {"security": symbols.security(instrument), "name": symbols.name(instrument)}


def _row(gateway: Gateway, instrument: Instrument, piece: Piece) -> dict[str, Any]:
    market, zone = gateway.exchange.market, symbols.zone_of(instrument)
    bar = market.bar(instrument, piece.span)
    before = market.last(instrument, bar.start - 1)
    return wire.message(
        messages.KLINE,
        time=wire.text_time(piece.label * 1000, zone, fraction=False),
        timestamp=wire.stamp(piece.label * 1000),
        is_blank=False,
        high_price=bar.high,
        open_price=bar.open,
        low_price=bar.low,
        close_price=bar.close,
        last_close_price=before,
        volume=int(bar.volume),
        turnover=quotes.turnover(instrument, bar.close, bar.volume),
        change_rate=wire.percent(bar.close - before, before),
    )


OPERATIONS = {"kline": kline, "history_kline": history_kline}
