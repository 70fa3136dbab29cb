"""Tiger's bars: which range to ask for, and the rows of three kinds of answers as bars."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

from omnibroker.kit.errors import NotSent, malformed
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import known
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tiger import _answers, _times
from omnibroker_handlers.tiger._markets import FUTURE_ZONE, ZONE

# What Tiger gives at most in one answer.
PAGE = 1200
_MOST_BARS = 1000
_BARS_UNASKED = 100
_MINUTE, _HOUR = 60_000, 3_600_000
_LENGTH: dict[unified.BarInterval, int] = {
    "1MIN": _MINUTE,
    "5MIN": 5 * _MINUTE,
    "15MIN": 15 * _MINUTE,
    "30MIN": 30 * _MINUTE,
    "1HOUR": _HOUR,
    "4HOUR": 4 * _HOUR,
    "1DAY": _times.DAY_MS,
    "1WEEK": 7 * _times.DAY_MS,
    "1MONTH": 31 * _times.DAY_MS,
}
_INTERVALS: dict[str, unified.BarInterval] = {name: name for name in _LENGTH}
# So many bars need more than their own length: nights, weekends and holidays are in between.
_TRADING_HOURS = 4
_HOLIDAYS = 4 * _times.DAY_MS
# Mostly no holiday is in between: then so many hours a day and one weekend are enough.
_ORDINARY_HOURS = 6
_WEEKEND = 3 * _times.DAY_MS


@dataclass(frozen=True, slots=True)
class Window:
    """The range of bars that is wanted: epoch milliseconds, `start` included, `end` not.

    `begin` is from when Tiger is asked: no earlier than so many bars can reach back.
    """

    interval: unified.BarInterval
    start: int | None
    end: int | None
    now: int
    most: int
    begin: int

    @classmethod
    def read(
        cls, name: str, start_at: str | None, end_at: str | None, limit: int | None, now: str
    ) -> Self:
        """Return the window of a request; without a start and a limit it is the newest 100 bars."""
        interval, present = _INTERVALS[name], _times.milliseconds(now)
        start = _times.milliseconds(start_at) if start_at is not None else None
        end = _times.milliseconds(end_at) if end_at is not None else None
        last = present if end is None else min(end, present)
        if start is not None and start >= last:
            raise NotSent(
                "value_not_supported", "start_at must be before end_at, and not in the future."
            )
        most = min(limit or (_MOST_BARS if start is not None else _BARS_UNASKED), _MOST_BARS)
        reach = max(last - _span(interval, most), 0)
        begin = reach if start is None else max(start, reach)
        return cls(interval, start, end, present, most, begin)

    def attempts(self) -> list[Self]:
        """Return the ranges to ask for in turn: room for holidays costs pages, and is seldom needed."""
        last = self.now if self.end is None else min(self.end, self.now)
        length = _LENGTH[self.interval]
        near = last - length * (self.most + 1) * 24 // _ORDINARY_HOURS - _WEEKEND
        if not self.is_intraday or near - self.begin < PAGE * length:
            return [self]
        return [replace(self, begin=near), self]

    @property
    def end_time(self) -> int:
        """Return the end of the range as Tiger takes it; -1 leaves it open."""
        return -1 if self.end is None else self.end

    @property
    def is_intraday(self) -> bool:
        """Say whether bars are shorter than a day."""
        return _LENGTH[self.interval] < _times.DAY_MS


def _span(interval: unified.BarInterval, most: int) -> int:
    """Return how far back so many bars may lie, in milliseconds."""
    # The bar before the first one shows where the first begins.
    length = _LENGTH[interval] * (most + 1)
    if interval in {"1WEEK", "1MONTH"}:
        return length
    trading = length if interval == "1DAY" else length * 24 // _TRADING_HOURS
    return trading * 7 // 5 + _HOLIDAYS


def zone_of(resolved: Resolved) -> str | None:
    """Return the exchange's time zone, or None where it is not known, as with coins."""
    facts = resolved.facts
    if facts["asset_class"] == "FUT":
        return known(FUTURE_ZONE, facts.get("exchange"))
    return None if facts["asset_class"] == "CC" else known(ZONE, facts.get("market"))


def from_rows(
    rows: Sequence[Any], window: Window, zone: str | None, *, ends: bool
) -> list[unified.Bar]:
    """Return the newest bars within the window, oldest first, whatever order they came in.

    `ends` says that a row's time is the end of its bar, as with futures.
    """
    length = _LENGTH[window.interval]
    begun = {_time(row) - (length if ends else 0): row for row in rows}
    wanted = sorted(at for at in begun if _is_wanted(at, window))[-window.most :]
    return [_bar(at, begun[at], window, zone, ends=ends) for at in wanted]


def _time(row: Any) -> int:
    at = row.time
    if isinstance(at, bool) or not isinstance(at, int):
        raise malformed("A bar of Tiger's has no time.")
    return at


def _is_wanted(at: int, window: Window) -> bool:
    if window.start is not None and at < window.start:
        return False
    return at <= window.now if window.end is None else at < window.end


def _bar(at: int, row: Any, window: Window, zone: str | None, *, ends: bool) -> unified.Bar:
    volume = _answers.unsigned(getattr(row, "volume_decimal", None))
    bar = unified.Bar(
        open_=_price(row.open_),
        high=_price(row.high),
        low=_price(row.low),
        close=_price(row.close),
        volume=_answers.maybe(volume or _answers.unsigned(row.volume)),
        closed=at + _LENGTH[window.interval] <= window.now,
    )
    if window.is_intraday or zone is None:
        bar.start_at = _instant(at)
        if window.is_intraday:
            bar.end_at = _instant(at + _LENGTH[window.interval])
    else:
        # The end of a future's day is its last instant, perhaps the next midnight.
        inside = at + _LENGTH[window.interval] - 1 if ends else at
        bar.trading_date = _times.local_date(inside, zone)
    return bar


def _price(value: object) -> str:
    found = _answers.number(value)
    if found is None:
        raise malformed("A bar of Tiger's lacks a price.")
    return found


def _instant(at: int) -> str:
    text = _times.instant(at)
    if text is None:
        raise malformed("A bar of Tiger's has no readable time.")
    return text
