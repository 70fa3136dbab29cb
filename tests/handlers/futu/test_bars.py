"""Futu's bars: which range is asked for, and where a bar begins."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import NotSent
from omnibroker.kit.times import milliseconds
from omnibroker_generated.futu import models as futu
from omnibroker_generated.unified.models.bar_interval import BAR_INTERVAL_VALUES
from omnibroker_handlers.futu import _bars, _times

NOW = "2026-03-02T14:30:05.120Z"
ZONE = "Asia/Hong_Kong"
PRICES = {
    name: Decimal("470.0") for name in ("open_price", "high_price", "low_price", "close_price")
}


def rows(*instants):
    return [
        futu.KLine.from_dict({**PRICES, "timestamp": Decimal(milliseconds(at)) / 1000})
        for at in instants
    ]


def bars(interval, start, end, *instants):
    window = _bars.Window.read(interval, start, end, None, NOW)
    return _bars.from_rows(rows(*instants), window, ZONE)


def test_every_interval_has_a_length():
    """Each interval of the contract has a span to ask for."""
    assert _bars._LENGTH.keys() == BAR_INTERVAL_VALUES


@pytest.mark.parametrize(
    ("volume", "precise", "read"),
    [(1000, "0.0", "1000"), (1000, "1000.5", "1000.5"), (0, "0.0", "0")],
)
def test_a_precise_volume_of_zero_hides_no_volume(volume, precise, read):
    """The precise volume is for what trades in fractions; elsewhere it may be filled with 0."""
    row = futu.KLine.from_dict({**PRICES, "volume": volume, "hp_volume": Decimal(precise)})
    assert _bars._bar(row).volume == read


def test_a_bar_is_named_by_its_end():
    """The first minute of Hong Kong's day is 09:31 at Futu and begins at 09:30."""
    (found,) = bars("1MIN", "2026-03-02T01:30:00Z", "2026-03-02T01:31:00Z", "2026-03-02T01:31:00Z")
    assert found.start_at == "2026-03-02T01:30:00Z"
    assert found.end_at == "2026-03-02T01:31:00Z"


def test_a_bar_that_a_break_cuts_short_begins_where_the_one_before_ended():
    """The last hour before Hong Kong's noon break has half an hour."""
    day = (
        "2026-03-02T02:30:00Z",
        "2026-03-02T03:30:00Z",
        "2026-03-02T04:00:00Z",
        "2026-03-02T06:00:00Z",
    )
    found = bars("1HOUR", "2026-03-02T00:00:00Z", None, *day)
    starts = [bar.start_at for bar in found]
    assert starts == [
        "2026-03-02T01:30:00Z",
        "2026-03-02T02:30:00Z",
        "2026-03-02T03:30:00Z",
        "2026-03-02T05:00:00Z",
    ]


def test_rows_out_of_order_are_put_in_order():
    """Bars come oldest first, whichever way the pages came."""
    found = bars(
        "1MIN", "2026-03-02T01:30:00Z", None, "2026-03-02T01:32:00Z", "2026-03-02T01:31:00Z"
    )
    assert [bar.end_at for bar in found] == ["2026-03-02T01:31:00Z", "2026-03-02T01:32:00Z"]


@given(st.sampled_from(sorted(BAR_INTERVAL_VALUES)), st.integers(1, 1000))
def test_a_window_reaches_back_far_enough(interval, limit):
    """As many bars as are wanted fit between begin and end, with a bar more on both sides."""
    window = _bars.Window.read(interval, None, None, limit, NOW)
    assert window.most == limit
    assert window.end - window.start >= limit * _bars._LENGTH[interval]
    begin, end = _bars.range_of(window, ZONE)
    assert begin < end


def test_a_long_range_is_answered_with_its_newest_part():
    """Years of minutes are not read page by page to keep the last thousand."""
    window = _bars.Window.read("1MIN", "2020-01-01T00:00:00Z", None, None, NOW)
    assert window.end - window.start < 40 * 86_400_000


def test_an_end_in_the_future_hides_no_bar():
    """The newest bars of a range are the newest that there are, not those just before its end."""
    found = bars("1MIN", "2026-03-02T01:30:00Z", "2028-01-01T00:00:00Z", "2026-03-02T01:31:00Z")
    assert [bar.end_at for bar in found] == ["2026-03-02T01:31:00Z"]
    assert _bars.Window.read("1MIN", None, "2028-01-01T00:00:00Z", 10, NOW).end == milliseconds(NOW)


def test_a_few_minutes_are_asked_for_without_the_room_for_holidays():
    """First the last days, and the whole range only where they hold too little; ranges of few pages once."""
    near, whole = _bars.Window.read("1MIN", None, None, 10, NOW).attempts()
    assert near.end - near.start < 2 * 86_400_000 < whole.end - whole.start
    assert near.end == whole.end
    assert len(_bars.Window.read("1MIN", "2026-03-02T01:30:00Z", None, 10, NOW).attempts()) == 1
    assert len(_bars.Window.read("1HOUR", None, None, 10, NOW).attempts()) == 1
    assert len(_bars.Window.read("1DAY", None, None, 1000, NOW).attempts()) == 1


@pytest.mark.parametrize("start", ["2026-03-02T14:30:06Z", "2027-01-01T00:00:00Z"])
def test_a_range_in_the_future_is_refused(start):
    """Bars that cannot be there are not asked for."""
    with pytest.raises(NotSent):
        _bars.Window.read("1DAY", start, "2028-01-01T00:00:00Z", None, NOW)


def test_local_times_follow_the_clock_of_the_market():
    """New York is four hours behind in summer and five in winter."""
    for instant, local in (
        ("2026-03-02T14:30:05Z", "2026-03-02 09:30:05"),
        ("2026-07-02T13:30:05Z", "2026-07-02 09:30:05"),
    ):
        at = milliseconds(instant)
        assert _times.local_text(at, "America/New_York") == local
        assert _times.of_local(local, "America/New_York") == at


@pytest.mark.parametrize("value", [None, "", "2026-13-01", "2026-02-30 10:00:00", 7, "0000-01-01"])
def test_what_is_no_time_is_none(value):
    """A text that names no instant is absent, not a wrong one."""
    assert _times.of_local(value, ZONE) is None
    assert _times.day_of(value) is None


@pytest.mark.parametrize(
    "value", [None, 0, -1, True, Decimal("NaN"), Decimal("1E+30"), "1785464102"]
)
def test_what_is_no_second_is_none(value):
    """Zero, a flag and what is no number name no instant."""
    assert _times.of_seconds(value) is None


def test_fractions_of_a_second_are_kept():
    """Seconds come as doubles with milliseconds in them."""
    assert _times.of_seconds(Decimal("1785464102.12")) == 1_785_464_102_120
