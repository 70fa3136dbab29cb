"""Instants and dates as Tiger and the unified API write them; integers throughout, no clock."""

import re
from datetime import UTC, datetime, timedelta

from dateutil import tz

from omnibroker.kit.errors import NotSent
from omnibroker.kit.times import calendar_date, instant, milliseconds

__all__ = [
    "calendar_date",
    "instant",
    "local_date",
    "midnight",
    "milliseconds",
    "opening",
    "whole_milliseconds",
]

DAY_MS = 86_400_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OPENING = re.compile(r"([0-9]{2})-([0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2})(?: [A-Z]{2,5})?")
_FRACTION = re.compile(r"\.[0-9]{3}0*[1-9]")


def whole_milliseconds(text: str, name: str) -> int:
    """Return epoch milliseconds of an instant that has no finer part, which Tiger could not take."""
    if _FRACTION.search(text):
        raise NotSent("not_exact", f"{name} {text} is finer than a millisecond.")
    return milliseconds(text)


def local_date(at: int, zone: str) -> str:
    """Return the date at an exchange, YYYY-MM-DD, at an instant (epoch milliseconds)."""
    return (_EPOCH + timedelta(milliseconds=at)).astimezone(tz.gettz(zone)).date().isoformat()


def midnight(day: str, zone: str) -> int:
    """Return midnight of a day (YYYYMMDD) at an exchange, in epoch milliseconds."""
    try:
        start = datetime(int(day[:4]), int(day[4:6]), int(day[6:8]), tzinfo=tz.gettz(zone))
    except ValueError:
        raise NotSent("unknown_instrument", f"{day} is not a day; write YYYYMMDD.") from None
    return (start - _EPOCH) // timedelta(milliseconds=1)


def opening(value: object, zone: str, now: int) -> int | None:
    """Return epoch milliseconds of Tiger's MM-DD HH:MM:SS, or None.

    It has no year: of three years the one is meant that brings it nearest to now (epoch milliseconds).
    """
    found = _OPENING.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    year = (_EPOCH + timedelta(milliseconds=now)).year
    month, day, hour, minute, second = (int(part) for part in found.groups())
    near = []
    for each in (year - 1, year, year + 1):
        try:
            at = datetime(each, month, day, hour, minute, second, tzinfo=tz.gettz(zone))
        except ValueError:
            continue
        near.append((at - _EPOCH) // timedelta(milliseconds=1))
    return min(near, key=lambda at: abs(at - now)) if near else None
