"""Hours are those of the place's clock, summer time and midnight included."""

from datetime import UTC, datetime

import pytest

from omnibroker.config import ConfigError
from omnibroker.limits.hours import Hours


def at(month, day, hour, minute):
    """An instant of 2026 in UTC."""
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "inside"),
    [
        (at(3, 2, 14, 29), False),
        (at(3, 2, 14, 30), True),
        (at(3, 2, 20, 59), True),
        (at(3, 2, 21, 0), False),
        # Summer time began on the 8th: the same hours are an hour earlier in UTC.
        (at(3, 9, 13, 29), False),
        (at(3, 9, 13, 30), True),
        (at(3, 9, 20, 0), False),
    ],
)
def test_the_start_is_in_and_the_end_is_not(instant, inside):
    """09:30 to 16:00 in New York, in winter and in summer."""
    assert Hours.parse("09:30-16:00 America/New_York").include(instant) is inside


@pytest.mark.parametrize(
    ("instant", "inside"),
    [(at(3, 2, 21, 59), False), (at(3, 2, 22, 0), True), (at(3, 3, 4, 59), True), (at(3, 3, 5, 0), False)],
)  # fmt: skip
def test_a_window_may_go_over_midnight(instant, inside):
    """22:00 to 05:00."""
    assert Hours.parse("22:00-05:00 UTC").include(instant) is inside


def test_a_day_may_end_at_24():
    """The last minute of the day is in."""
    assert Hours.parse("12:00-24:00 UTC").include(at(3, 2, 23, 59))
    assert Hours.parse("12:00-24:00 UTC").text() == "12:00-24:00 UTC"


@pytest.mark.parametrize(
    "text",
    [
        "09:30-16:00", "9:30-16:00 UTC", "09:30-09:30 UTC", "24:00-01:00 UTC", "09:00-25:00 UTC",
        "09:30-24:01 UTC", "09:30-16:00 Mars/Base", "09:30-16:00 ../etc/passwd", "09:30-16:00 America",
        "09:30-16:00 UTC\nx",
    ],
)  # fmt: skip
def test_anything_else_is_refused(text):
    """A window that means nothing is an error when it is written, not when an order comes."""
    with pytest.raises(ConfigError, match=r"^hours"):
        Hours.parse(text)
