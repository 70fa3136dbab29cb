"""Futu's history of bars: what range to ask for, and its rows as bars; a row is named by its end."""

from dataclasses import dataclass, replace
from typing import Self

from omnibroker.kit.errors import NotSent, malformed
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import translate
from omnibroker_generated.futu import models as futu
from omnibroker_generated.futu.types import UNSET, Unset
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.futu import _answers, _times
from omnibroker_handlers.futu._markets import ZONE
from omnibroker_handlers.futu._tables import BAR_SESSION

PAGE = 1000
_MOST_BARS = 1000
_BARS_UNASKED = 100
_HOUR, _DAY = 3_600_000, 86_400_000
_LENGTH: dict[unified.BarInterval, int] = {
    "1MIN": 60_000,
    "5MIN": 300_000,
    "15MIN": 900_000,
    "30MIN": 1_800_000,
    "1HOUR": _HOUR,
    "4HOUR": 4 * _HOUR,
    "1DAY": _DAY,
    "1WEEK": 7 * _DAY,
    "1MONTH": 31 * _DAY,
}
_INTERVALS: dict[str, unified.BarInterval] = {name: name for name in _LENGTH}
# So many bars need more than their own length: nights, weekends and holidays are in between.
_TRADING_HOURS = 4
_HOLIDAYS = 10 * _DAY
_SESSIONS_ASKED = frozenset({"1MIN", "5MIN", "15MIN", "30MIN", "1HOUR"})
_LISTED = frozenset({"STOCK", "ETF"})


@dataclass(frozen=True, slots=True)
class Window:
    """The range of bars that is wanted: epoch milliseconds, `start` included, `end` not."""

    interval: unified.BarInterval
    start: int
    end: int
    now: int
    most: int

    @classmethod
    def read(
        cls, name: str, start_at: str | None, end_at: str | None, limit: int | None, now: str
    ) -> Self:
        """Return the window of a request, no longer than its newest bars need.

        Without a start and a limit it is the newest 100 bars.
        """
        interval = _INTERVALS[name]
        present = _times.milliseconds(now)
        # Nothing is newer than the present: a later end must not push the newest bars out of the range.
        end = min(_times.milliseconds(end_at), present) if end_at is not None else present
        most = min(limit or (_MOST_BARS if start_at is not None else _BARS_UNASKED), _MOST_BARS)
        earliest = end - _span(interval, most)
        start = _times.milliseconds(start_at) if start_at is not None else earliest
        if start >= end:
            detail = "start_at must be before end_at, and not in the future."
            raise NotSent("value_not_supported", detail)
        return cls(interval, max(start, earliest), end, present, most)

    def attempts(self) -> list[Self]:
        """Return the ranges to ask for in turn: room for holidays costs pages, and is seldom needed."""
        length = _LENGTH[self.interval]
        near = self.end - _span(self.interval, self.most) + _HOLIDAYS - _DAY
        if length >= _DAY or near - self.start < PAGE * length:
            return [self]
        return [replace(self, start=near), self]


def zone_of(resolved: Resolved) -> str:
    """Return the time zone that Futu writes a market's times in; without one its bars cannot be read."""
    prefix = resolved.native_id.partition(".")[0]
    if prefix not in ZONE:
        raise NotSent(
            "unsupported_by_broker", f"The hours of {resolved.key} at Futu are not known."
        )
    return ZONE[prefix]


def range_of(window: Window, zone: str) -> tuple[str, str]:
    """Return begin_time and end_time: a bar more on both sides, as rows are named by their end."""
    length = _LENGTH[window.interval]
    if length >= _DAY:
        return _times.local_day(window.start - length, zone), _times.local_day(window.end, zone)
    begin, end = window.start - length, window.end + length
    return _times.local_text(begin, zone), _times.local_text(end, zone)


def session_of(session: str, interval: str, resolved: Resolved) -> int | Unset:
    """Return Futu's session for bars of US shares of an hour and less; all others are of regular hours."""
    number = translate(BAR_SESSION, session, "session of bars")
    in_the_us = resolved.native_id.startswith("US.") and resolved.type in _LISTED
    if in_the_us and interval in _SESSIONS_ASKED:
        return number
    if session != "REGULAR":
        detail = "Futu has bars of other sessions for US shares only, of an hour and less."
        raise NotSent("value_not_supported", detail)
    return UNSET


def from_rows(rows: list[futu.KLine], window: Window, zone: str) -> list[unified.Bar]:
    """Return the newest bars within the window, oldest first; blank rows are points in time only."""
    listed = sorted((_at(row, zone), index) for index, row in enumerate(rows) if not _is_blank(row))
    if _LENGTH[window.interval] >= _DAY:
        found = [(at, _daily(rows[index], at, window, zone)) for at, index in listed]
    else:
        found = _intraday(rows, listed, window)
    bars = [bar for start, bar in found if window.start <= start < window.end]
    return bars[-window.most :]


def _span(interval: unified.BarInterval, most: int) -> int:
    length = most * _LENGTH[interval]
    if _LENGTH[interval] > _DAY:
        return length + _LENGTH[interval]
    trading = length if interval == "1DAY" else length * 24 // _TRADING_HOURS
    return trading * 7 // 5 + _HOLIDAYS


def _intraday(
    rows: list[futu.KLine], listed: list[tuple[int, int]], window: Window
) -> list[tuple[int, unified.Bar]]:
    """Return bars with their starts; one that a break cuts short begins where the one before ended."""
    length, before = _LENGTH[window.interval], 0
    found = []
    for end, index in listed:
        start = max(end - length, before)
        bar = _bar(rows[index])
        bar.start_at, bar.end_at = _instant(start), _instant(end)
        bar.closed = end <= window.now
        found.append((start, bar))
        before = end
    return found


def _daily(row: futu.KLine, at: int, window: Window, zone: str) -> unified.Bar:
    """Return a bar with the day that names it; it may change until its whole length has passed."""
    bar = _bar(row)
    bar.trading_date = _times.local_day(at, zone)
    bar.closed = at + _LENGTH[window.interval] <= window.now
    return bar


def _bar(row: futu.KLine) -> unified.Bar:
    volume = _answers.positive(row.hp_volume) or _answers.unsigned(row.volume)
    return unified.Bar(
        open_=_price(row.open_price),
        high=_price(row.high_price),
        low=_price(row.low_price),
        close=_price(row.close_price),
        volume=_answers.maybe(volume),
    )


def _price(value: object) -> str:
    found = _answers.number(value)
    if found is None:
        raise malformed("A bar of Futu's history has no readable price.")
    return found


def _at(row: futu.KLine, zone: str) -> int:
    """Return what names a row, in epoch milliseconds: its end, for days and longer its day."""
    found = _times.of_seconds(row.timestamp) or _times.of_local(row.time, zone)
    if found is None:
        raise malformed("A bar of Futu's history has no time.")
    return found


def _instant(at: int) -> str:
    found = _times.instant(at)
    if found is None:
        raise malformed("A bar of Futu's history has no readable time.")
    return found


def _is_blank(row: futu.KLine) -> bool:
    return row.is_blank is True
