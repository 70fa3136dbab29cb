"""Instants and dates as Futu and the unified API write them: local text and seconds with a fraction."""

import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from dateutil import tz

from omnibroker.kit.times import instant, milliseconds

__all__ = [
    "day_of",
    "instant",
    "local_day",
    "local_text",
    "milliseconds",
    "of_local",
    "of_seconds",
]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LOCAL = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]{1,6})?)?"
)
_LAST_SECOND = 253_402_300_799


def of_seconds(value: object) -> int | None:
    """Return epoch milliseconds for epoch seconds, whole or not, or None; 0 stands for none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    if isinstance(value, Decimal) and not value.is_finite():
        return None
    return int(value * 1000) if 0 < value <= _LAST_SECOND else None


def of_local(value: object, zone: str | None) -> int | None:
    """Return epoch milliseconds for YYYY-MM-DD HH:MM:SS[.mmm] of a market, or None."""
    found = _LOCAL.fullmatch(value) if isinstance(value, str) else None
    if found is None or zone is None:
        return None
    text = f"{found[1]}T{found[2] or '00:00:00'}{found[3] or ''}"
    try:
        at = datetime.fromisoformat(text).replace(tzinfo=tz.gettz(zone))
    except ValueError:
        return None
    return (at - _EPOCH) // timedelta(milliseconds=1)


def local_text(at: int, zone: str) -> str:
    """Return epoch milliseconds as Futu takes an instant: local time of the market, whole seconds."""
    return _local(at, zone).strftime("%Y-%m-%d %H:%M:%S")


def local_day(at: int, zone: str) -> str:
    """Return the date at a market, YYYY-MM-DD, at an instant (epoch milliseconds)."""
    return _local(at, zone).date().isoformat()


def day_of(value: object) -> str | None:
    """Return YYYY-MM-DD from the beginning of a local text, or None for anything that is no day."""
    found = _LOCAL.fullmatch(value) if isinstance(value, str) else None
    try:
        return datetime.fromisoformat(found[1]).date().isoformat() if found else None
    except ValueError:
        return None


def _local(at: int, zone: str) -> datetime:
    return (_EPOCH + timedelta(milliseconds=at)).astimezone(tz.gettz(zone))
