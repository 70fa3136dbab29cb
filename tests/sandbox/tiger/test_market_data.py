"""Quotes, bars, states of the markets, options and futures of the simulated Tiger."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

NEW_YORK = ZoneInfo("America/New_York")
OPEN = {"begin_time": -1, "end_time": -1, "right": "br"}
DAILY = {"symbols": ["AAPL"], "period": "day", **OPEN}


async def bars(tiger, **fields) -> dict:
    return (await tiger("kline", {**DAILY, **fields})).body[0]


def local(bar: dict) -> datetime:
    return datetime.fromtimestamp(bar["time"] / 1000, NEW_YORK)


@pytest.mark.parametrize("always_open", [True, False])
async def test_daily_bars_carry_midnight_of_the_exchange(make_tiger, always_open) -> None:
    """Every daily bar has another midnight in New York, oldest first, today's last."""
    tiger = make_tiger(always_open=always_open)
    items = (await bars(tiger, limit=30))["items"]
    times = [local(each) for each in items]
    assert len(items) == 30
    assert {(each.hour, each.minute) for each in times} == {(0, 0)}
    assert times == sorted(set(times))
    assert times[-1].date().isoformat() == "2026-11-18"
    assert all(each.weekday() < 5 for each in times) or always_open


async def test_longer_bars_begin_with_their_first_day(make_tiger) -> None:
    """Weeks begin on Mondays, months and years on their first days."""
    tiger = make_tiger(always_open=False)
    weeks = (await bars(tiger, period="week", limit=8))["items"]
    assert {local(each).weekday() for each in weeks} == {0}
    months = (await bars(tiger, period="month", limit=8))["items"]
    assert {local(each).day for each in months} == {1}
    years = (await bars(tiger, period="year", limit=2))["items"]
    assert [local(each).year for each in years] == [2025, 2026]


async def test_a_week_holds_its_days(make_tiger) -> None:
    """High, low, close and volume of a week follow from its daily bars."""
    tiger = make_tiger(always_open=False)
    (week,) = (await bars(tiger, period="week", limit=1))["items"]
    days = (await bars(tiger, limit=3))["items"]
    assert week["open"] == days[0]["open"]
    assert week["close"] == days[-1]["close"]
    assert week["high"] >= max(each["high"] for each in days)
    assert week["low"] <= min(each["low"] for each in days)


async def test_pages_join_without_a_gap(tiger) -> None:
    """The pages of one symbol give the same bars as one request for all of them."""
    first = await bars(tiger, limit=10, period="5min")
    second = await bars(tiger, limit=10, period="5min", page_token=first["nextPageToken"])
    whole = await bars(tiger, limit=20, period="5min")
    assert second["items"] + first["items"] == whole["items"]


async def test_a_range_narrows_bars(tiger) -> None:
    """No bar begins before the range or after its end."""
    items = (await bars(tiger, period="60min", limit=10))["items"]
    begin, end = items[3]["time"], items[6]["time"]
    narrowed = (await bars(tiger, period="60min", begin_time=begin, end_time=end))["items"]
    assert [each["time"] for each in narrowed] == [each["time"] for each in items[3:6]]


async def test_minute_bars_keep_to_regular_hours(make_tiger) -> None:
    """Without a session only regular hours have bars; with All the hours around them too."""
    tiger = make_tiger(always_open=False)
    asked = {"period": "60min", "limit": 40}
    regular = (await bars(tiger, **asked))["items"]
    assert all(9 <= local(each).hour < 16 for each in regular)
    extended = (await bars(tiger, **asked, trade_session="All"))["items"]
    assert any(local(each).hour < 9 for each in extended)


async def test_the_bar_and_the_quote_agree(tiger) -> None:
    """The last bar closes at the quote's price, between bid and ask of that moment or next to them."""
    quote = (await tiger("quote_real_time", {"symbols": ["AAPL"]})).body[0]
    assert (await bars(tiger, limit=1))["items"][-1]["close"] == quote["latestPrice"]
    assert quote["bidPrice"] < quote["askPrice"]


@pytest.mark.parametrize(
    ("hours", "state"),
    [(0, "TRADING"), (7, "POST_HOUR_TRADING"), (12, "MARKET_CLOSED"), (19, "PRE_HOUR_TRADING")],
)
async def test_states_follow_the_hours(make_tiger, hours, state) -> None:
    """New York trades from 9:30 to 16:00, with hours before and after; quotes show those apart."""
    tiger = make_tiger(always_open=False)
    tiger.advance(hours * 3600)
    (row,) = (await tiger("market_state", {"market": "US"})).body
    assert row["status"] == state
    assert row["openTime"].endswith("09:30:00 EST")
    asked = {"symbols": ["AAPL"], "include_hour_trading": True}
    quote = (await tiger("quote_real_time", asked)).body[0]
    assert ("hourTrading" in quote) == (state in {"POST_HOUR_TRADING", "PRE_HOUR_TRADING"})


async def test_chains_are_found_by_midnight_of_the_expiry_only(tiger) -> None:
    """Another instant of the same day finds nothing; a strike has a put and a call."""
    dates = (await tiger("option_expiration", {"symbols": ["AAPL", "IBM"]})).body
    assert [row["symbol"] for row in dates] == ["AAPL"]
    stamp = dates[0]["timestamps"][0]
    series = {"symbol": "AAPL", "expiry": stamp}
    chain = (await tiger("option_chain", {"option_basic": [series]})).body[0]
    assert {frozenset(each) for each in chain["items"]} == {frozenset({"put", "call"})}
    call = chain["items"][4]["call"]
    assert (call["strike"], call["identifier"]) == ("200.0", "AAPL  261120C00200000")
    assert "delta" not in call
    later = {"symbol": "AAPL", "expiry": stamp + 3_600_000}
    assert (await tiger("option_chain", {"option_basic": [later]})).body == []


async def test_bars_of_futures_are_newest_first_and_named_by_their_end(tiger) -> None:
    """The newest bar ends now; the main contract is the nearest one."""
    asked = {"contract_codes": ["ESmain"], "period": "5min", "limit": 3, **OPEN}
    items = (await tiger("future_kline", asked)).body[0]["items"]
    now = tiger.exchange.now_ms
    assert [each["time"] for each in items] == [now, now - 300_000, now - 600_000]
    near = (await tiger("future_current_contract", {"type": "ES"})).body
    assert near["contractCode"] == "ES2612"


async def test_without_the_permission_nothing_live_is_seen(make_tiger) -> None:
    """Until a device takes the permission live quotes are refused, delayed ones are not."""
    tiger = make_tiger(ready=False)
    refused = await tiger("kline", DAILY)
    assert (refused.status, refused.body["code"]) == (403, 4000)
    assert (await tiger("quote_delay", {"symbols": ["AAPL"]})).status == 200
    await tiger("grab_quote_permission")
    assert (await tiger("kline", DAILY)).status == 200


async def test_limits_hold_when_asked_for(make_tiger) -> None:
    """The eleventh state of the markets within a minute is refused by text; a minute later it is not."""
    tiger = make_tiger(pacing=True)
    answers = [await tiger("market_state", {"market": "US"}) for _ in range(11)]
    assert [each.status for each in answers] == [200] * 10 + [429]
    assert answers[-1].body["code"] == 4
    assert "up to 10 times per minute" in answers[-1].body["message"]
    assert (await tiger("accounts", {})).status == 200
    tiger.advance(60)
    assert (await tiger("market_state", {"market": "US"})).status == 200
