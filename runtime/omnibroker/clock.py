"""Instants as the gateway writes them: the present, and others in the same spelling."""

from datetime import UTC, datetime


def now_text() -> str:
    """Return the present as `instant_text` writes it."""
    return instant_text(datetime.now(UTC))


def instant_text(at: datetime) -> str:
    """Return an instant in UTC as RFC 3339 with milliseconds: sorts as text."""
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
