"""IBKR's trading schedules: epoch seconds by day, extended hours around the liquid ones."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeGuard

from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.ibkr import _answers, _times

_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+/-]{0,63}")
_MOST_SESSIONS = 64

# Opening (included) and closing (not included), epoch seconds.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Day:
    """One trading day: its regular hours, and what trades before, between and after them."""

    date: str
    regular: tuple[Span, ...]
    extended: tuple[Span, ...]


def days(schedule: ibkr.TradingSchedule) -> list[Day]:
    """Return the days that are known, earliest first; a day without trading is absent."""
    found = []
    for name, day in sorted(_answers.members(schedule.schedules, ibkr.TradingDay).items()):
        date = _times.calendar_date(name)
        regular = _spans(day.liquid_hours)
        if date is not None:
            found.append(Day(date, regular, _outside(_spans(day.extended_hours), regular)))
    return found


def zone(schedule: ibkr.TradingSchedule) -> str | None:
    """Return the exchange's time zone, or None."""
    name = _answers.text(schedule.exchange_time_zone)
    return name if name is not None and _ZONE.fullmatch(name) else None


def state(known: list[Day], now: int) -> unified.MarketState:
    """Return the state at an instant; without any hours it is unknown, not closed."""
    if not known:
        return "UNKNOWN"
    for day in known:
        if _holds(day.regular, now):
            return "OPEN"
        if _holds(day.extended, now):
            return _extended_state(day, now)
    return "CLOSED"


def next_regular(known: list[Day], now: int) -> tuple[int | None, int | None]:
    """Return (next opening, closing of the session that is open): one of them, or neither."""
    spans = sorted(span for day in known for span in day.regular)
    closing = next((end for start, end in spans if start <= now < end), None)
    if closing is not None:
        return None, closing
    return next((start for start, _ in spans if start > now), None), None


def sessions(known: list[Day]) -> list[unified.TradingHours]:
    """Return all stretches of trading, earliest first."""
    stretches = [
        (span, name, day.date)
        for day in known
        for name, spans in (("REGULAR", day.regular), ("EXTENDED", day.extended))
        for span in spans
    ]
    hours = [_trading_hours(span, name, date) for span, name, date in sorted(stretches)]
    return hours[:_MOST_SESSIONS]


def _trading_hours(span: Span, session: str, date: str) -> unified.TradingHours:
    opening, closing = _times.instant_of_seconds(span[0]), _times.instant_of_seconds(span[1])
    return unified.TradingHours(
        session=session, opens_at=str(opening), closes_at=str(closing), trading_date=date
    )


def _extended_state(day: Day, now: int) -> unified.MarketState:
    """Return on which side of the regular hours an instant lies; a lunch break is neither."""
    if not day.regular:
        return "UNKNOWN"
    if now < day.regular[0][0]:
        return "PRE"
    return "POST" if now >= day.regular[-1][1] else "CLOSED"


def _spans(hours: object) -> tuple[Span, ...]:
    """Return readable hours, earliest first."""
    listed = hours if isinstance(hours, list) else []
    rows = [row for row in listed if isinstance(row, ibkr.LiquidHours | ibkr.ExtendedHours)]
    spans = ((row.opening, row.closing) for row in rows)
    return tuple(
        sorted(
            (opening, closing)
            for opening, closing in spans
            if _is_instant(opening) and _is_instant(closing) and opening < closing
        )
    )


def _is_instant(value: object) -> TypeGuard[int]:
    return _times.instant_of_seconds(value) is not None


def _holds(spans: tuple[Span, ...], now: int) -> bool:
    return any(start <= now < end for start, end in spans)


def _outside(spans: Iterable[Span], regular: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the parts of extended hours that are not regular ones, which IBKR includes in them."""
    parts = []
    for opening, closing in spans:
        at = opening
        for start, end in regular:
            if end <= at or start >= closing:
                continue
            if start > at:
                parts.append((at, start))
            at = end
        if at < closing:
            parts.append((at, closing))
    return tuple(parts)
