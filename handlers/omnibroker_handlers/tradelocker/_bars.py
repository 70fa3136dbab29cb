"""TradeLocker's history: which interval to ask for, and its rows as bars."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from omnibroker.kit import times
from omnibroker.kit.answers import number, rows, single, unsigned
from omnibroker.kit.errors import NotSent, malformed
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tradelocker import _answers, _panels

_MOST_BARS = 1000
_BARS_UNASKED = 100
_MINUTE_MS = 60_000
_DAY_MS = 24 * 60 * _MINUTE_MS
_MS: dict[unified.BarInterval, int] = {
    "1MIN": _MINUTE_MS,
    "5MIN": 5 * _MINUTE_MS,
    "15MIN": 15 * _MINUTE_MS,
    "30MIN": 30 * _MINUTE_MS,
    "1HOUR": 60 * _MINUTE_MS,
    "4HOUR": 240 * _MINUTE_MS,
    "1DAY": _DAY_MS,
    "1WEEK": 7 * _DAY_MS,
    "1MONTH": 31 * _DAY_MS,
}
_INTERVALS: dict[str, unified.BarInterval] = {name: name for name in _MS}
# So many bars need more than their own length: nights, weekends and holidays are in between.
_TRADING_HOURS = 6
_HOLIDAYS_MS = 4 * _DAY_MS
# What the documentation says; the configuration of an account stands over it.
_ROWS_LIMIT, _ROWS_DOCUMENTED = "QUOTES_HISTORY_BARS", 20_000


def most_rows(config: tradelocker.Config) -> int:
    """Return how many bars one answer may have; a question that could give more is refused."""
    found = _panels.limit(config, _ROWS_LIMIT)
    return found or _ROWS_DOCUMENTED


@dataclass(frozen=True, slots=True)
class Window:
    """The range of bars that is wanted: epoch milliseconds, `start` included, `end` not."""

    interval: unified.BarInterval
    start: int | None
    end: int | None
    now: int
    most: int

    @classmethod
    def read(
        cls, name: str, start_at: str | None, end_at: str | None, limit: int | None, now: str
    ) -> Self:
        """Return the window of a request; without a start and a limit it is the newest 100 bars."""
        present = times.milliseconds(now)
        start = times.milliseconds(start_at) if start_at is not None else None
        end = times.milliseconds(end_at) if end_at is not None else None
        if start is not None and start >= (present if end is None else end):
            raise NotSent(
                "value_not_supported", "start_at must be before end_at, and not in the future."
            )
        most = min(limit or (_MOST_BARS if start is not None else _BARS_UNASKED), _MOST_BARS)
        return cls(_INTERVALS[name], start, end, present, most)

    def asked(self, most_rows: int) -> tuple[int, int]:
        """Return (from, to) to ask for, both included: long enough for the bars, and not refused as too long."""
        last = self.now if self.end is None else self.end - 1
        length = _MS[self.interval]
        first = last - min(self._span(), length * (most_rows - 1))
        return max(first, self.start or 0), last

    def _span(self) -> int:
        """Return how many milliseconds hold the wanted number of bars."""
        length = self.most * _MS[self.interval]
        if self.interval in {"1WEEK", "1MONTH"}:
            return length + _MS[self.interval]
        trading = length if self.interval == "1DAY" else length * 24 // _TRADING_HOURS
        return trading * 7 // 5 + _HOLIDAYS_MS


def from_answer(answer: object, window: Window) -> list[unified.Bar]:
    """Return the newest bars within the window, oldest first; an empty interval has none."""
    history = single(answer, tradelocker.HistoryResponse)
    if history.s == "no_data":
        return []
    held = _answers.content(
        history, tradelocker.HistoryResponse, tradelocker.HistorySuccessResponseType0
    )
    found = [(_start(row), row) for row in rows(held.bar_details, tradelocker.BarDetails)]
    wanted = [(at, row) for at, row in sorted(found, key=_first) if _holds(window, at)]
    return [_bar(at, row, window) for at, row in wanted[-window.most :]]


def _first(pair: tuple[int, tradelocker.BarDetails]) -> int:
    return pair[0]


def _holds(window: Window, at: int) -> bool:
    after = window.start is None or at >= window.start
    return after and (window.end is None or at < window.end)


def _start(row: tradelocker.BarDetails) -> int:
    at = row.t
    if times.instant(at) is None or not isinstance(at, int):
        raise malformed("A bar of TradeLocker's history has no time.")
    return at


def _bar(at: int, row: tradelocker.BarDetails, window: Window) -> unified.Bar:
    end = _end(at, window.interval)
    bar = unified.Bar(
        open_=_price(row.o),
        high=_price(row.h),
        low=_price(row.l),
        close=_price(row.c),
        volume=_answers.maybe(unsigned(row.v)),
        closed=end <= window.now,
    )
    if _MS[window.interval] < _DAY_MS:
        bar.start_at, bar.end_at = str(times.instant(at)), _answers.maybe(times.instant(end))
    else:
        # Days are stamped with midnight UTC, months with that of their first trading day.
        bar.trading_date = str(times.instant(at))[: len("YYYY-MM-DD")]
    return bar


def _end(at: int, interval: str) -> int:
    """Return the first instant after a bar; months are of different lengths."""
    if interval != "1MONTH":
        return at + _MS[_INTERVALS[interval]]
    month = datetime.fromtimestamp(at // 1000, UTC)
    following = datetime(month.year + month.month // 12, month.month % 12 + 1, 1, tzinfo=UTC)
    return int(following.timestamp()) * 1000


def _price(value: object) -> str:
    found = number(value)
    if found is None:
        raise malformed("A bar of TradeLocker's history has no readable price.")
    return found
