"""Instants: milliseconds and RFC 3339 text, both ways and exactly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit import times
from omnibroker.kit.errors import NotSent


@given(st.integers(0, 253_402_300_799_999))
def test_an_instant_comes_back_from_its_text(at):
    """Every millisecond until the year 9999 has a text that means it."""
    text = times.instant(at)
    assert text is not None
    assert times.milliseconds(text) == at


@pytest.mark.parametrize("value", [-1, 253_402_300_800_000, True, "1", None, 1.5])
def test_what_is_no_instant_is_absent(value):
    """Anything but a count of milliseconds in range is no time."""
    assert times.instant(value) is None


def test_seconds_are_a_thousand_milliseconds():
    """Seconds give whole instants."""
    assert times.instant_of_seconds(1_772_461_805) == "2026-03-02T14:30:05Z"
    assert times.instant_of_seconds(None) is None


def test_a_day_that_does_not_exist_is_refused():
    """The schema lets 30 February through; the calendar does not."""
    with pytest.raises(NotSent) as refused:
        times.milliseconds("2026-02-30T00:00:00Z")
    assert refused.value.code == "value_not_supported"
