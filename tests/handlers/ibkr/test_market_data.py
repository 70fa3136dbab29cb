"""Bars, hours and instants at IBKR."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import NotSent, UpstreamFailure
from omnibroker.kit.exact import canonical
from omnibroker_generated.ibkr import models as ibkr
from omnibroker_generated.unified.models.bar_interval import BAR_INTERVAL_VALUES
from omnibroker_handlers.ibkr import _answers, _bars, _hours, _times

NOW = "2026-03-02T14:30:05.120Z"
NOW_MS = _times.milliseconds(NOW)
instants = st.integers(0, 4_102_444_800_000)
numbers = st.decimals("-99999999", "99999999", allow_nan=False).map(lambda n: round(n, 12))


@given(instants)
def test_instants_come_back(at):
    """Epoch milliseconds written as text and read again are the same."""
    text = _times.instant(at)
    assert text is not None
    assert _times.milliseconds(text) == at


@given(instants, instants)
def test_the_fast_instant_is_the_plain_one(at, other):
    """Bars write instants as every other answer does, whatever days were written before."""
    days = {}
    _bars._instant(other, days)
    assert _bars._instant(at, days) == _times.instant(at)


@given(st.integers() | st.booleans() | st.text() | st.none() | st.decimals())
def test_what_is_no_instant_is_absent(value):
    """Anything but milliseconds of our era is None, never an error."""
    found = _times.instant(value)
    assert found is None or isinstance(value, int)
    assert _times.short_time(value) is None or isinstance(value, str)


def test_a_day_that_does_not_exist_is_refused():
    """An instant that fits the pattern but no calendar is the caller's mistake."""
    with pytest.raises(NotSent) as refused:
        _times.milliseconds("2026-02-31T00:00:00Z")
    assert refused.value.code == "value_not_supported"


@given(numbers)
def test_the_fast_price_is_the_canonical_one(number):
    """Prices of bars are written as every other number is."""
    assert _bars._price(number) == _answers.number(number)
    assert Decimal(_bars._price(number)) == number


@given(st.decimals("0", "9999999", places=6), st.sampled_from([1, 40, 100]))
def test_volume_is_exact(value, factor):
    """Volume is units times factor, without a rounding."""
    assert _bars._volume(value, factor) == canonical(value * factor)


@pytest.mark.parametrize("value", [-1, Decimal("-0.5"), None, "5", True])
def test_what_is_no_volume_is_absent(value):
    """IBKR's -1, and anything that is no number, is no volume."""
    assert not _bars._volume(value, 100)


def test_every_interval_has_periods_from_short_to_long():
    """Each interval of the contract knows its periods, in ascending order."""
    assert _bars._PERIODS.keys() == BAR_INTERVAL_VALUES
    assert _bars._SECONDS.keys() == BAR_INTERVAL_VALUES
    for periods in _bars._PERIODS.values():
        assert list(periods) == sorted(periods)


@given(st.sampled_from(sorted(BAR_INTERVAL_VALUES)), st.integers(1, 1000))
def test_a_period_covers_what_it_is_asked_for(interval, limit):
    """The period is the shortest that covers the range, or the longest that IBKR has."""
    window = _bars.Window.read(interval, None, None, limit, NOW)
    span = _bars._span(interval, None, NOW_MS, limit)
    lengths = {period: seconds for seconds, period in _bars._PERIODS[interval]}
    shorter = [seconds for seconds in lengths.values() if seconds < lengths[window.period]]
    assert all(seconds < span for seconds in shorter)
    assert lengths[window.period] >= span or window.period == _bars._PERIODS[interval][-1][1]


def test_a_start_alone_asks_back_to_it():
    """A range from a start until now takes the shortest period over it."""
    window = _bars.Window.read("1DAY", "2026-02-27T00:00:00Z", None, None, NOW)
    assert (window.period, window.most) == ("1w", 1000)


@pytest.mark.parametrize(
    ("opened", "zone", "day"),
    [
        ("2026-03-02T14:30:00Z", "America/New_York", "2026-03-02"),
        ("2026-03-01T23:00:00Z", "America/Chicago", "2026-03-02"),
        ("2026-03-01T23:00:00Z", "Australia/Sydney", "2026-03-02"),
        ("2026-03-02T01:30:00Z", "Asia/Hong_Kong", "2026-03-02"),
    ],
)
def test_a_trading_day_is_the_exchanges_own(opened, zone, day):
    """A session that opens in the evening, or on another date in UTC, has the date of its exchange."""
    assert _times.trading_date(_times.milliseconds(opened), zone) == day


@pytest.mark.parametrize("row", [5, {}, {"t": "1772461800000"}, {"t": 1772461800000, "o": None}])
def test_a_broken_bar_is_malformed(row):
    """A bar that cannot be read is neither dropped nor filled in."""
    history = ibkr.History.from_dict({"data": [row]})
    window = _bars.Window.read("1MIN", None, None, 10, NOW)
    with pytest.raises(UpstreamFailure):
        _bars.from_history_rows(history, window, None)


def test_a_day_of_an_unknown_exchange_keeps_its_instant():
    """Where no zone is known no trading date is made up."""
    row = {"t": 1772461800000, "o": 1, "h": 1, "l": 1, "c": 1, "v": 1}
    history = ibkr.History.from_dict({"data": [row], "volumeFactor": 1})
    window = _bars.Window.read("1DAY", None, None, 10, NOW)
    bar = _bars.from_history_rows(history, window, None)[0].to_dict()
    assert bar["start_at"] == "2026-03-02T14:30:00Z"
    assert "trading_date" not in bar


spans = st.lists(
    st.tuples(st.integers(0, 1000), st.integers(1, 50)).map(lambda s: (s[0], s[0] + s[1])),
    max_size=4,
).map(lambda found: tuple(sorted(found)))


@given(st.tuples(st.integers(0, 500), st.integers(501, 1100)), spans)
def test_extended_hours_and_regular_ones_share_out_the_day(extended, regular):
    """Every second of the extended hours is in exactly one of the two."""
    disjoint = [s for i, s in enumerate(regular) if not i or s[0] >= max(e for _, e in regular[:i])]
    outside = _hours._outside([extended], tuple(disjoint))
    for second in range(*extended):
        in_regular = any(a <= second < b for a, b in disjoint)
        assert any(a <= second < b for a, b in outside) is not in_regular
