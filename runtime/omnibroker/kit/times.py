"""Instants as brokers and the unified API write them; integers throughout, no clock."""

import re
from datetime import UTC, datetime, timedelta

from omnibroker.kit.errors import NotSent

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = re.compile(r"([1-9][0-9]{3})([0-9]{2})([0-9]{2})")
_LAST_MS = 253_402_300_799_999  # the end of the year 9999


def instant(milliseconds: object) -> str | None:
    """Return RFC 3339 UTC for epoch milliseconds, or None for anything that is no instant."""
    if isinstance(milliseconds, bool) or not isinstance(milliseconds, int):
        return None
    if not 0 <= milliseconds <= _LAST_MS:
        return None
    seconds = (_EPOCH + timedelta(seconds=milliseconds // 1000)).isoformat()[:19]
    fraction = f".{milliseconds % 1000:03d}".rstrip("0") if milliseconds % 1000 else ""
    return f"{seconds}{fraction}Z"


def instant_of_seconds(seconds: object) -> str | None:
    """Return RFC 3339 UTC for epoch seconds, or None."""
    if isinstance(seconds, bool) or not isinstance(seconds, int):
        return None
    return instant(seconds * 1000)


def milliseconds(text: str) -> int:
    """Return epoch milliseconds of an RFC 3339 instant; a day that does not exist is refused."""
    try:
        return (datetime.fromisoformat(text) - _EPOCH) // timedelta(milliseconds=1)
    except (ValueError, TypeError):
        raise NotSent(
            "value_not_supported", f"{text} is not an instant; write 2026-03-02T14:30:00Z."
        ) from None


def calendar_date(value: object) -> str | None:
    """Return YYYY-MM-DD for YYYYMMDD (text or integer), or None."""
    found = _DAY.fullmatch(str(value)) if isinstance(value, str | int) else None
    return f"{found[1]}-{found[2]}-{found[3]}" if found else None
