"""Bars, hours and instants at Tiger."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import NotSent, UpstreamFailure
from omnibroker_generated.tiger import models as tiger
from omnibroker_generated.unified.models.bar_interval import BAR_INTERVAL_VALUES
from omnibroker_handlers.tiger import _bars, _times
from omnibroker_handlers.tiger._markets import ZONE

NOW = "2026-03-02T14:30:05.120Z"
NOW_MS = _times.milliseconds(NOW)
HOUR = 3_600_000


def row(at, **changes):
    prices = {"open": 1, "high": 1, "low": 1, "close": 1, "volume": 1}
    return tiger.KlinePoint.from_dict({"time": at, **prices, **changes})


def test_every_interval_has_a_length():
    """The lengths are those of the contract's intervals, each longer than the one before."""
    assert _bars._LENGTH.keys() == BAR_INTERVAL_VALUES
    assert list(_bars._LENGTH.values()) == sorted(_bars._LENGTH.values())


@given(st.sampled_from(sorted(BAR_INTERVAL_VALUES)), st.integers(1, 1000))
def test_a_range_reaches_back_far_enough(interval, limit):
    """So many bars fit between the begin that is asked for and now, and one more."""
    window = _bars.Window.read(interval, None, None, limit, NOW)
    assert NOW_MS - window.begin >= _bars._LENGTH[interval] * (limit + 1)
    assert window.end_time == -1


def test_a_start_long_ago_is_not_asked_for_whole():
    """A range that holds more bars than are answered is asked for from where the newest begin."""
    window = _bars.Window.read("1MIN", "2020-01-01T00:00:00Z", "2026-03-01T00:00:00Z", None, NOW)
    assert window.most == 1000
    assert _times.milliseconds("2026-02-01T00:00:00Z") < window.begin
    assert window.end_time == _times.milliseconds("2026-03-01T00:00:00Z")


def test_minutes_are_asked_for_without_the_room_for_holidays():
    """First the last days, and the whole range only where they hold too little; ranges of few pages once."""
    near, whole = _bars.Window.read("1MIN", None, None, 1000, NOW).attempts()
    assert whole.begin + 3 * 86_400_000 < near.begin
    assert near.end == whole.end
    assert len(_bars.Window.read("1HOUR", None, None, 10, NOW).attempts()) == 1
    assert len(_bars.Window.read("1DAY", None, None, 1000, NOW).attempts()) == 1


@given(st.lists(st.integers(0, 200), max_size=60), st.integers(1, 20), st.booleans())
def test_the_newest_bars_come_oldest_first_and_none_twice(hours, limit, ends):
    """Whatever order and pages rows come in, the newest of the range are answered in order."""
    start = NOW_MS // HOUR * HOUR - 240 * HOUR
    window = _bars.Window.read("1HOUR", None, None, limit, NOW)
    rows = [row(start + hour * HOUR) for hour in hours]
    bars = _bars.from_rows(rows, window, None, ends=ends)
    begun = [start + (hour - int(ends)) * HOUR for hour in sorted(set(hours))]
    assert [_times.milliseconds(bar.start_at) for bar in bars] == begun[-limit:]


def test_a_bar_that_may_still_change_is_not_closed():
    """A bar whose end lies ahead is still forming."""
    window = _bars.Window.read("1HOUR", None, None, 2, NOW)
    whole = NOW_MS // HOUR * HOUR
    bars = _bars.from_rows([row(whole - HOUR), row(whole)], window, None, ends=False)
    assert [bar.closed for bar in bars] == [True, False]


@pytest.mark.parametrize(
    "broken", [{"time": None}, {"time": "1772461800000"}, {"time": True}, {"close": None}]
)
def test_a_broken_bar_is_malformed(broken):
    """A bar that cannot be read is neither dropped nor filled in."""
    window = _bars.Window.read("1MIN", None, None, 10, NOW)
    with pytest.raises(UpstreamFailure):
        _bars.from_rows([row(NOW_MS - 120_000, **broken)], window, None, ends=False)


@pytest.mark.parametrize(
    ("end", "zone", "day"),
    [
        ("2026-03-02T22:00:00Z", "America/Chicago", "2026-03-02"),
        ("2026-03-02T06:00:00Z", "America/Chicago", "2026-03-01"),
        ("2026-03-02T08:30:00Z", "Asia/Hong_Kong", "2026-03-02"),
    ],
)
def test_the_day_of_a_future_is_that_of_its_last_instant(end, zone, day):
    """A future's bar is dated by its end; an end at midnight belongs to the day before."""
    window = _bars.Window.read("1DAY", None, "2026-03-09T00:00:00Z", 10, "2026-03-09T00:00:00Z")
    (bar,) = _bars.from_rows([row(_times.milliseconds(end))], window, zone, ends=True)
    assert bar.trading_date == day


@given(st.sampled_from(sorted(ZONE.values())), st.dates())
def test_midnight_is_on_its_own_day(zone, day):
    """The midnight that names an option's expiry is the first instant of that day at the exchange."""
    if day.year < 1970 or day.year > 2100:
        return
    at = _times.midnight(f"{day:%Y%m%d}", zone)
    assert _times.local_date(at, zone) == day.isoformat()


def test_midnights_are_those_of_the_documents():
    """Midnight in New York is five hours behind in winter, four in summer."""
    assert _times.midnight("20261218", "America/New_York") == 1797570000000
    assert _times.instant(_times.midnight("20260701", "America/New_York")) == "2026-07-01T04:00:00Z"
    with pytest.raises(NotSent):
        _times.midnight("20260231", "America/New_York")


@pytest.mark.parametrize(
    ("text", "now", "at"),
    [
        ("03-02 09:30:00 EST", "2026-03-02T04:00:00Z", "2026-03-02T14:30:00Z"),
        ("01-02 09:30:00 EST", "2026-12-31T22:00:00Z", "2027-01-02T14:30:00Z"),
        ("12-31 09:30:00 EST", "2027-01-01T04:00:00Z", "2026-12-31T14:30:00Z"),
        ("02-29 09:30:00 EST", "2027-06-01T04:00:00Z", "2028-02-29T14:30:00Z"),
        ("09-21 09:30:00", "2026-09-20T04:00:00Z", "2026-09-21T13:30:00Z"),
    ],
)
def test_an_opening_without_a_year_is_the_nearest(text, now, at):
    """Tiger names no year: around New Year the nearest one is meant."""
    found = _times.opening(text, "America/New_York", _times.milliseconds(now))
    assert _times.instant(found) == at


@given(st.text(max_size=25) | st.none() | st.integers())
def test_what_is_no_opening_is_absent(value):
    """Anything but Tiger's form is no instant, and never an error."""
    found = _times.opening(value, "Asia/Hong_Kong", NOW_MS)
    assert found is None or isinstance(value, str)


def test_an_instant_finer_than_a_millisecond_is_refused():
    """Tiger's times are whole milliseconds; zeros behind them do no harm."""
    whole = _times.whole_milliseconds("2026-03-02T14:30:05.120000Z", "expires_at")
    assert whole == NOW_MS
    with pytest.raises(NotSent) as refused:
        _times.whole_milliseconds("2026-03-02T14:30:05.1201Z", "expires_at")
    assert refused.value.code == "not_exact"
