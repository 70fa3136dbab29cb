"""Quotes, history and pacing."""

import asyncio

import pytest

TAGS = "31,70,71,82,84,85,86,87,88,7059,7295,7741,7762"


async def quote(gateway, conid="265598", fields=TAGS) -> dict:
    for _ in range(2):
        answer = await gateway("live_marketdata_snapshot", conids=conid, fields=fields)
    return answer.body[0]


async def test_bid_and_ask_are_where_ibkr_puts_them(gateway) -> None:
    """84 is the bid, 86 the ask, 85 the ask size, 88 the bid size; sizes have separators."""
    row = await quote(gateway, "12087792")
    assert row["84"] < row["86"]
    assert all("," in row[tag] for tag in ("85", "88"))
    apple = await quote(gateway)
    assert apple["87"][-1] in "KM"
    assert apple["7762"].isdecimal()


@pytest.mark.parametrize(("mode", "letter"), [("realtime", "R"), ("delayed", "D"), ("none", "N")])
async def test_availability_says_what_one_gets(make_gateway, mode, letter) -> None:
    """6509 begins with the kind of data; without entitlement there are no prices."""
    row = await quote(make_gateway(market_data=mode))
    assert row["6509"][0] == letter
    assert ("31" in row) is (mode != "none")


async def test_closed_market_marks_its_last_price(make_gateway) -> None:
    """Outside hours the last price is a close and says so with a C."""
    gateway = make_gateway(always_open=False)
    gateway.advance(3 * 86_400)
    assert (await quote(gateway))["31"].startswith("C")


async def test_only_asked_tags_come_back(gateway) -> None:
    """A snapshot carries the asked tags and those opened before."""
    assert "31" in await quote(gateway, fields="31")
    row = await quote(gateway, fields="84")
    assert {"31", "84"} <= set(row)
    assert "86" not in row


@pytest.mark.parametrize("parameters", [{"fields": "31"}, {"conids": "x", "fields": "31"}])
async def test_bad_snapshot_requests(gateway, parameters) -> None:
    """A snapshot needs contract ids that are numbers."""
    assert (await gateway("live_marketdata_snapshot", **parameters)).status == 400


async def history(gateway, **parameters):
    return await gateway("marketdata_history_by_conid", conid="265598", **parameters)


async def test_history_ends_at_the_quote(gateway) -> None:
    """The last bar closes at the last price, bars are oldest first, volumes in round lots."""
    body = (await history(gateway, period="1d", bar="1h")).body
    times = [bar["t"] for bar in body["data"]]
    assert times == sorted(times)
    assert str(body["data"][-1]["c"]) == (await quote(gateway))["31"]
    assert body["volumeFactor"] == 100
    assert all(bar["l"] <= min(bar["o"], bar["c"]) for bar in body["data"])


async def test_history_of_real_hours_skips_the_night(make_gateway) -> None:
    """With real hours a week of daily bars has no weekend and only regular trading."""
    gateway = make_gateway(always_open=False)
    body = (await history(gateway, period="1w", bar="1d")).body
    assert len(body["data"]) == 6
    hours = (await history(gateway, period="2d", bar="1h")).body["data"]
    extended = (await history(gateway, period="2d", bar="1h", outsideRth="true")).body["data"]
    assert len(hours) < len(extended)


async def test_history_can_end_in_the_past(gateway) -> None:
    """With startTime the window ends there, and the past does not change."""
    asked = {"period": "1h", "bar": "5min", "startTime": "20261110-15:00:00"}
    first = (await history(gateway, **asked)).body["data"]
    gateway.advance(3_600)
    assert (await history(gateway, **asked)).body["data"] == first
    assert len(first) == 12
    assert (await history(gateway, period="1h", bar="5min", startTime="yesterday")).status == 400


async def test_history_is_cut_at_a_thousand_points(gateway) -> None:
    """At most a thousand bars come back, the latest ones."""
    body = (await history(gateway, period="2d", bar="1min")).body
    assert len(body["data"]) == 1000


@pytest.mark.parametrize("asked", [{"bar": "7min"}, {"bar": "1min", "period": "1x"}])
async def test_unknown_bars_and_periods_fail(gateway, asked) -> None:
    """A bar or period outside the lists is a server error."""
    assert (await history(gateway, **asked)).status == 500


async def test_sixth_history_at_once_is_refused(make_gateway) -> None:
    """Five histories may run at the same time."""
    gateway = make_gateway(pacing=True)
    calls = [history(gateway, period="1h", bar="5min") for _ in range(6)]
    statuses = [answer.status for answer in await asyncio.gather(*calls)]
    assert sorted(statuses) == [200] * 5 + [429]
    gateway.advance(1)
    assert (await history(gateway, period="1h", bar="5min")).status == 200


async def test_pacing_limits(make_gateway) -> None:
    """With pacing, ten requests a second pass, and slow endpoints once in their window."""
    gateway = make_gateway(pacing=True)
    assert (await gateway("trades")).status == 200
    assert (await gateway("trades_slash")).status == 429
    gateway.advance(5)
    assert (await gateway("trades")).status == 200
    statuses = [(await gateway("auth_status")).status for _ in range(10)]
    assert statuses == [200] * 9 + [429]
    gateway.advance(1)
    assert (await gateway("auth_status")).status == 200


async def test_penalty_box(make_gateway) -> None:
    """In the strict mode one request too many is punished for ten minutes."""
    gateway = make_gateway(pacing=True, penalty_box=True)
    await gateway("trades")
    assert (await gateway("trades")).status == 429
    gateway.advance(599)
    assert (await gateway("tickle")).status == 429
    gateway.advance(1)
    assert (await gateway("tickle")).status == 200
