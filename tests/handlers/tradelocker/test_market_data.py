"""Bars at TradeLocker: what is asked for, and how long a bar is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import NotSent
from omnibroker_handlers.tradelocker import _bars
from omnibroker_handlers.tradelocker._tables import BAR_INTERVAL

NOW = "2026-03-02T14:30:00Z"
NOW_MS = 1_772_461_800_000
intervals = st.sampled_from(sorted(BAR_INTERVAL))
limits = st.none() | st.integers(1, 5000)


@given(intervals, limits, st.integers(1, 50_000))
def test_no_question_is_refused_as_too_long(interval, limit, most_rows):
    """Both ends belong to the interval; it never holds more bars than one answer may have."""
    window = _bars.Window.read(interval, None, None, limit, NOW)
    first, last = window.asked(most_rows)
    assert last == NOW_MS
    assert (last - first) // _bars._MS[interval] + 1 <= most_rows


@given(intervals, limits)
def test_enough_is_asked_for_the_bars_that_are_wanted(interval, limit):
    """Nights and weekends are in between: the interval is longer than the bars are together."""
    window = _bars.Window.read(interval, None, None, limit, NOW)
    first, last = window.asked(50_000)
    assert first == 0 or last - first >= window.most * _bars._MS[interval]


def test_a_start_is_never_passed_and_an_end_does_not_belong_to_the_range():
    """The end of a unified range is its first instant that is not in it; TradeLocker's belongs to it."""
    window = _bars.Window.read("1HOUR", "2026-03-02T12:00:00Z", "2026-03-02T14:00:00Z", None, NOW)
    assert window.asked(50_000) == (1_772_452_800_000, 1_772_459_999_999)


@pytest.mark.parametrize("start", ["2026-03-02T14:30:00Z", "2027-01-01T00:00:00Z"])
def test_a_range_in_the_future_is_refused(start):
    """A range that ends before it begins says what is wrong, and nothing is asked."""
    with pytest.raises(NotSent, match="start_at"):
        _bars.Window.read("1DAY", start, None, None, NOW)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (1_769_990_400_000, 1_772_323_200_000),  # 2 February 2026 to 1 March
        (1_764_547_200_000, 1_767_225_600_000),  # 1 December 2025 to 1 January 2026
    ],
)
def test_a_month_ends_where_the_next_one_begins(start, end):
    """A month is stamped with its first trading day and ends with the calendar."""
    assert _bars._end(start, "1MONTH") == end
