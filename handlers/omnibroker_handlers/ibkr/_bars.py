"""IBKR's history: which period covers a range, and its rows as bars; built for a thousand rows."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from omnibroker.kit.errors import NotSent, malformed
from omnibroker.kit.exact import canonical
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.tables import known
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.types import UNSET, Unset
from omnibroker_handlers.ibkr import _answers, _times
from omnibroker_handlers.ibkr._exchanges import ZONE

_MOST_BARS = 1000
_BARS_UNASKED = 100
_MOST_DIGITS = 19
_HOUR, _DAY = 3600, 86_400
_DAY_MS = _DAY * 1000
_CLOCK = tuple(f"{minute // 60:02d}:{minute % 60:02d}:00Z" for minute in range(24 * 60))
_SECONDS: dict[unified.BarInterval, int] = {
    "1MIN": 60,
    "5MIN": 300,
    "15MIN": 900,
    "30MIN": 1800,
    "1HOUR": _HOUR,
    "4HOUR": 4 * _HOUR,
    "1DAY": _DAY,
    "1WEEK": 7 * _DAY,
    "1MONTH": 30 * _DAY,
}
_INTERVALS: dict[str, unified.BarInterval] = {name: name for name in _SECONDS}
# interval: the periods that IBKR allows with it, shortest first, as (seconds, period).
_DAYS = tuple((count * _DAY, f"{count}d") for count in range(1, 7))
_WEEKS = tuple((count * 7 * _DAY, f"{count}w") for count in range(1, 5))
_MONTHS = {count: (count * 30 * _DAY, f"{count}m") for count in range(1, 12)}
_YEARS = {count: (count * 365 * _DAY, f"{count}y") for count in (1, 2, 3, 5, 10, 15)}
_PERIODS: dict[str, tuple[tuple[int, str], ...]] = {
    "1MIN": _DAYS,
    "5MIN": _DAYS,
    "15MIN": _DAYS + _WEEKS,
    "30MIN": _DAYS + _WEEKS,
    "1HOUR": _DAYS + _WEEKS + (_MONTHS[1], _MONTHS[2]),
    "4HOUR": _WEEKS + tuple(_MONTHS.values()),
    "1DAY": (_WEEKS[0], *_MONTHS.values(), _YEARS[1], _YEARS[2], _YEARS[3]),
    "1WEEK": (*_MONTHS.values(), *_YEARS.values()),
    "1MONTH": tuple(_YEARS.values()),
}
# So many bars need more than their own length: nights, weekends and holidays are in between.
_TRADING_HOURS = 6
_HOLIDAYS = 4 * _DAY


@dataclass(frozen=True, slots=True)
class Window:
    """The range of bars that is wanted: epoch milliseconds, `start` included, `end` not."""

    interval: unified.BarInterval
    start: int | None
    end: int | None
    now: int
    most: int
    period: str

    @classmethod
    def read(
        cls, name: str, start_at: str | None, end_at: str | None, limit: int | None, now: str
    ) -> Self:
        """Return the window of a request with the shortest period that covers it.

        Without a start and a limit it is the newest 100 bars. A range longer than IBKR's longest period
        is answered with its newest part.
        """
        interval = _INTERVALS[name]
        present = _times.milliseconds(now)
        start = _times.milliseconds(start_at) if start_at is not None else None
        end = _times.milliseconds(end_at) if end_at is not None else None
        if start is not None and start >= (present if end is None else end):
            raise NotSent(
                "value_not_supported", "start_at must be before end_at, and not in the future."
            )
        most = min(limit or (_MOST_BARS if start is not None else _BARS_UNASKED), _MOST_BARS)
        span = _span(interval, start, present if end is None else end, most)
        return cls(interval, start, end, present, most, _period(interval, span))


def _span(interval: unified.BarInterval, start: int | None, end: int, most: int) -> int:
    """Return how many seconds a period must cover, counted back from its end."""
    if start is not None:
        return -(-(end - start) // 1000)
    seconds = most * _SECONDS[interval]
    if interval in {"1WEEK", "1MONTH"}:
        return seconds + _SECONDS[interval]
    trading = seconds if interval == "1DAY" else seconds * 24 // _TRADING_HOURS
    return trading * 7 // 5 + _HOLIDAYS


def _period(interval: str, span: int) -> str:
    periods = _PERIODS[interval]
    return next((period for seconds, period in periods if seconds >= span), periods[-1][1])


def optional_parameters(window: Window, resolved: Resolved) -> dict[str, str]:
    """Return the end of the range, and the source of prices where it is not trades."""
    found = {}
    if window.end is not None:
        found["start_time"] = _times.broker_time(window.end)
    if price_source(resolved) == "MIDPOINT":
        found["source"] = "Midpoint"
    return found


def price_source(resolved: Resolved) -> str:
    """Return which prices make the bars: pairs and contracts for difference have no public trades."""
    return "MIDPOINT" if resolved.type in {"FX", "CFD"} else "TRADES"


def zone_of(resolved: Resolved) -> str | None:
    """Return the exchange's time zone, or None where it is not known."""
    zone = known(ZONE, resolved.facts.get("exchange"))
    if zone is None and resolved.type == "STOCK" and resolved.facts.get("country") == "US":
        return "America/New_York"
    return zone


def from_history_rows(history: ibkr.History, window: Window, zone: str | None) -> list[unified.Bar]:
    """Return the newest bars within the window, oldest first."""
    rows = history.data
    if not isinstance(rows, list):
        raise malformed("IBKR's history holds no list of bars.")
    wanted: list[Any] = [row for row in rows if _is_wanted(row, window)][-window.most :]
    bars = [_bar(row, history.volume_factor) for row in wanted]
    seconds = _SECONDS[window.interval]
    if seconds >= _DAY:
        _write_dates(bars, wanted, zone)
    else:
        _write_instants(bars, wanted, seconds * 1000)
    if bars and _is_forming(wanted[-1].t, history, window):
        bars[-1].closed = False
    return bars


def _is_wanted(row: object, window: Window) -> bool:
    if not isinstance(row, ibkr.Bar) or not isinstance(row.t, int):
        raise malformed("A bar of IBKR's history has no time.")
    if window.start is not None and row.t < window.start:
        return False
    return window.end is None or row.t < window.end


def _bar(row: Any, factor: object) -> unified.Bar:
    return unified.Bar(
        open_=_price(row.o),
        high=_price(row.h),
        low=_price(row.l),
        close=_price(row.c),
        volume=_volume(row.v, factor),
        closed=True,
    )


def _price(value: object) -> str:
    """Return canonical text; a thousand bars have four thousand prices, so the common form goes first."""
    if type(value) is Decimal:
        text = canonical(value)
        if len(text) < _MOST_DIGITS:
            return text
    found = _answers.number(value)
    if found is None:
        raise malformed("A bar of IBKR's history has no readable price.")
    return found


def _volume(value: object, factor: object) -> str | Unset:
    """Return units times IBKR's factor (its round lot), exactly; without a factor there is no volume."""
    if type(value) not in {Decimal, int} or type(factor) is not int:
        return UNSET
    text = canonical(value * factor)  # type: ignore[operator] # told by its type above
    return UNSET if text[0] == "-" else text


def _write_instants(bars: list[unified.Bar], rows: list[Any], length: int) -> None:
    """Write start and end; mostly one bar ends where the next begins, so its text is used twice."""
    days: dict[int, str] = {}
    starts = [_instant(row.t, days) for row in rows]
    last = len(rows) - 1
    for index, bar in enumerate(bars):
        bar.start_at = starts[index]
        end = rows[index].t + length
        follows = index < last and rows[index + 1].t == end
        bar.end_at = starts[index + 1] if follows else _instant(end, days)


def _write_dates(bars: list[unified.Bar], rows: list[Any], zone: str | None) -> None:
    """Write trading days; where the exchange's zone is not known the instant is all that can be said."""
    for bar, row in zip(bars, rows, strict=True):
        if zone is None:
            bar.start_at = _whole_instant(row.t)
        else:
            bar.trading_date = _times.trading_date(row.t, zone)


def _instant(at: int, days: dict[int, str]) -> str:
    """Return RFC 3339 for epoch milliseconds; the text of a day is worked out once and kept in `days`."""
    day, rest = divmod(at, _DAY_MS)
    minute, odd = divmod(rest, 60_000)
    if day not in days:
        days[day] = _whole_instant(day * _DAY_MS)[: len("YYYY-MM-DDT")]
    return _whole_instant(at) if odd else f"{days[day]}{_CLOCK[minute]}"


def _whole_instant(at: int) -> str:
    text = _times.instant(at)
    if text is None:
        raise malformed("A bar of IBKR's history has no readable time.")
    return text


def _is_forming(start: int, history: ibkr.History, window: Window) -> bool:
    """Say whether a bar may still change: a day ends with its session, not 24 hours after its start."""
    length = _SECONDS[window.interval]
    minutes = history.trading_day_duration
    if window.interval == "1DAY" and isinstance(minutes, int) and minutes > 0:
        length = min(length, minutes * 60)
    return start + length * 1000 > window.now
