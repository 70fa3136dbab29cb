"""Trading hours of the simulated venues, by the venue's own time zone; weekends, no public holidays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

Minutes = tuple[int, int]
Span = tuple[int, int]
"""Opening and closing in epoch seconds; the closing second itself is outside."""

LOOK_AROUND_DAYS = 8


@dataclass(frozen=True, slots=True)
class Venue:
    """One exchange: minutes after local midnight by weekday (Monday = 0)."""

    code: str
    zone: str
    regular: Mapping[int, tuple[Minutes, ...]]
    extended: Mapping[int, tuple[Minutes, ...]]

    def local(self, second: int) -> datetime:
        """Return an epoch second as the venue's wall time."""
        return datetime.fromtimestamp(second, ZoneInfo(self.zone))

    def spans(self, day: date, *, extended: bool) -> tuple[Span, ...]:
        """Return one day's sessions in time order; with `extended` those before and after hours too."""
        return _spans(self.code, day, extended=extended)


def _weekdays(*sessions: Minutes) -> dict[int, tuple[Minutes, ...]]:
    return dict.fromkeys(range(5), sessions)


def _around_the_clock(sunday: int, pause: Minutes, friday: int) -> dict[int, tuple[Minutes, ...]]:
    """Sunday evening to Friday afternoon with one pause a day."""
    week = dict.fromkeys(range(4), ((0, pause[0]), (pause[1], 1440)))
    return {**week, 4: ((0, friday),), 6: ((sunday, 1440),)}


_US_REGULAR = _weekdays((570, 960))
_US_EXTENDED = _weekdays((240, 570), (960, 1200))
_NEW_YORK = "America/New_York"

VENUES = {
    venue.code: venue
    for venue in (
        Venue("NASDAQ", _NEW_YORK, _US_REGULAR, _US_EXTENDED),
        Venue("NYSE", _NEW_YORK, _US_REGULAR, _US_EXTENDED),
        Venue("ARCA", _NEW_YORK, _US_REGULAR, _US_EXTENDED),
        Venue("CBOE", _NEW_YORK, _US_REGULAR, {}),
        Venue("SEHK", "Asia/Hong_Kong", _weekdays((570, 720), (780, 960)), {}),
        Venue("SGX", "Asia/Singapore", _weekdays((540, 720), (780, 1020)), {}),
        Venue("CME", "America/Chicago", _around_the_clock(1020, (960, 1020), 960), {}),
        Venue("IDEALPRO", _NEW_YORK, _around_the_clock(1035, (1020, 1035), 1020), {}),
        Venue("PAXOS", "UTC", dict.fromkeys(range(7), ((0, 1440),)), {}),
    )
}


@lru_cache(maxsize=4096)
def _spans(code: str, day: date, *, extended: bool) -> tuple[Span, ...]:
    venue = VENUES[code]
    minutes = list(venue.regular.get(day.weekday(), ()))
    if extended:
        minutes += venue.extended.get(day.weekday(), ())
    return tuple(
        (_second(venue, day, opening), _second(venue, day, closing))
        for opening, closing in sorted(minutes)
    )


def _second(venue: Venue, day: date, minute: int) -> int:
    day += timedelta(days=minute // 1440)
    hour, rest = divmod(minute % 1440, 60)
    local = datetime(day.year, day.month, day.day, hour, rest, tzinfo=ZoneInfo(venue.zone))
    return int(local.timestamp())


class Calendar:
    """When orders may trade: the venues' real hours, or always when the sandbox never closes."""

    def __init__(self, *, always_open: bool) -> None:
        self.always_open = always_open

    def windows(self, venue: Venue, start: int, end: int, *, extended: bool) -> Iterator[Span]:
        """Yield the parts of [start, end) in which the venue trades, in time order."""
        if self.always_open:
            yield (start, end)
            return
        yield from real_windows(venue, start, end, extended=extended)

    def is_open(self, venue: Venue, second: int, *, extended: bool) -> bool:
        """Tell whether an order could trade at this second."""
        return any(self.windows(venue, second, second + 1, extended=extended))

    def last_trading_second(self, venue: Venue, second: int) -> int:
        """Return the second itself while the venue trades, else the close before it."""
        if self.is_open(venue, second, extended=True):
            return second
        return previous_close(venue, second, extended=True)

    def trading_day(self, venue: Venue, second: int) -> Span:
        """Return when the running (or last) day began to trade and when the day before ended."""
        if self.always_open:
            midnight = _second(venue, venue.local(second).date(), 0)
            return midnight, midnight
        day = venue.local(self.last_trading_second(venue, second)).date()
        while not (spans := venue.spans(day, extended=False)) or spans[0][0] > second:
            day -= timedelta(days=1)
        return spans[0][0], previous_close(venue, spans[0][0], extended=False)


def real_windows(venue: Venue, start: int, end: int, *, extended: bool) -> Iterator[Span]:
    """Yield the venue's published sessions cut to [start, end), in time order."""
    day = venue.local(start).date() - timedelta(days=1)
    last = venue.local(end).date()
    while day <= last:
        for opening, closing in venue.spans(day, extended=extended):
            if opening < end and closing > start:
                yield max(opening, start), min(closing, end)
        day += timedelta(days=1)


def daily_ends(venue: Venue, start: int, end: int) -> Iterator[Span]:
    """Yield each day's first opening and last close around [start, end], never cut."""
    day, last = venue.local(start).date(), venue.local(end).date()
    while day <= last:
        if spans := venue.spans(day, extended=False):
            yield spans[0][0], spans[-1][1]
        day += timedelta(days=1)


def next_close(venue: Venue, second: int, *, extended: bool) -> int:
    """Return when the trading day running at (or next after) a second ends."""
    horizon = second + LOOK_AROUND_DAYS * 86_400
    closes = [close for _, close in real_windows(venue, second, horizon, extended=extended)]
    if _never_closes(venue):
        return second - second % 86_400 + 86_400
    return next(a for a, b in _joined(venue, closes, horizon) if a > second and b)


def next_open(venue: Venue, second: int) -> int:
    """Return when the next regular session after a second opens."""
    horizon = second + LOOK_AROUND_DAYS * 86_400
    spans = real_windows(venue, second, horizon, extended=False)
    return next((opening for opening, _ in spans if opening > second), horizon)


def previous_close(venue: Venue, second: int, *, extended: bool) -> int:
    """Return the last close before or at a second."""
    start = second - LOOK_AROUND_DAYS * 86_400
    closes = [close for _, close in real_windows(venue, start, second, extended=extended)]
    return closes[-1] if closes else second


def _never_closes(venue: Venue) -> bool:
    return set(venue.regular.values()) == {((0, 1440),)}


def _joined(venue: Venue, closes: list[int], horizon: int) -> Iterator[tuple[int, bool]]:
    """Pair each close with whether it ends its local day's trading (a lunch break does not)."""
    for close, following in pairwise([*closes, horizon]):
        same_day = venue.local(close - 1).date() == venue.local(following - 1).date()
        yield close, not same_day


def utc_day(second: int) -> date:
    """Return the UTC calendar day of an epoch second."""
    return datetime.fromtimestamp(second, UTC).date()
