"""Instants and dates as IBKR and the unified API write them; integers throughout, no clock."""

import re
from datetime import UTC, datetime, timedelta

from dateutil import tz

from omnibroker.kit.errors import NotSent
from omnibroker.kit.times import calendar_date, instant, instant_of_seconds, milliseconds

__all__ = [
    "broker_time",
    "calendar_date",
    "contract_month",
    "instant",
    "instant_of_seconds",
    "long_time",
    "milliseconds",
    "month_code",
    "short_time",
    "trading_date",
]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONG = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})-([0-9]{2}:[0-9]{2}:[0-9]{2})")
_SHORT = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
# A session that opens in the evening belongs to the next trading day (futures, currencies).
_EVENING_HOUR = 17


def broker_time(at: int) -> str:
    """Return epoch milliseconds as IBKR takes an instant: YYYYMMDD-HH:MM:SS, UTC."""
    return (_EPOCH + timedelta(seconds=at // 1000)).strftime("%Y%m%d-%H:%M:%S")


def long_time(value: object) -> str | None:
    """Return RFC 3339 for IBKR's YYYYMMDD-HH:MM:SS (UTC), or None."""
    found = _LONG.fullmatch(value) if isinstance(value, str) else None
    return f"{found[1]}-{found[2]}-{found[3]}T{found[4]}Z" if found else None


def short_time(value: object) -> str | None:
    """Return RFC 3339 for IBKR's YYMMDDhhmmss (UTC), or None."""
    found = _SHORT.fullmatch(value) if isinstance(value, str) else None
    if not found:
        return None
    return f"20{found[1]}-{found[2]}-{found[3]}T{found[4]}:{found[5]}:{found[6]}Z"


def month_code(day: str) -> str:
    """Return IBKR's name of a month for YYYYMM or YYYYMMDD: 20270115 is JAN27."""
    month = int(day[4:6])
    if not 1 <= month <= len(_MONTHS):
        raise NotSent("unknown_instrument", f"{day} names no month; write YYYYMM or YYYYMMDD.")
    return f"{_MONTHS[month - 1]}{day[2:4]}"


def contract_month(name: str, year: str) -> str | None:
    """Return YYYYMM for a month's name and a four-digit year, or None."""
    return f"{year}{_MONTHS.index(name) + 1:02d}" if name in _MONTHS else None


def trading_date(at: int, zone: str) -> str:
    """Return the trading day of a session that opens at an instant (epoch ms), in the exchange's zone."""
    local = (_EPOCH + timedelta(seconds=at // 1000)).astimezone(tz.gettz(zone))
    if local.hour >= _EVENING_HOUR:
        local += timedelta(days=1)
    return local.date().isoformat()
