"""Instruments, routes, sessions, quotes and bars."""

from decimal import Decimal

import pytest

from omnibroker_sandbox.clock import SandboxClock
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.tradelocker import TradeLockerSandbox

BTC = {"tradableInstrumentId": "206", "routeId": "452"}
EURUSD = {"tradableInstrumentId": "278", "routeId": "452"}
HOUR = 3_600_000
NOW = 1_795_014_000_000


@pytest.fixture
def weekend(make_client):
    """A server with real trading hours, on a Saturday."""
    client = make_client(always_open=False)
    client.advance(3 * 86_400)
    return client


async def bars(client, resolution: str, start: int, end: int, **where: str) -> dict:
    place = {**BTC, **where}
    answer = await client(
        "get_history", resolution=resolution, **{"from": start, "to": end}, **place
    )
    return answer.body


async def test_ids_of_the_list_lead_to_details(client) -> None:
    """Every instrument has one TRADE route and details behind its last INFO route."""
    rows = (await client("get_instruments")).body["d"]["instruments"]
    assert [row["name"] for row in rows][:2] == ["BTCUSD", "EURUSD"]
    for row in rows:
        assert row["id"] != row["tradableInstrumentId"]
        assert sum(route["type"] == "TRADE" for route in row["routes"]) == 1
        info = [route["id"] for route in row["routes"] if route["type"] == "INFO"][-1]
        where = {"tradableInstrumentId": str(row["tradableInstrumentId"]), "routeId": str(info)}
        details = (await client("get_instrument_details", **where)).body["d"]
        assert details["name"] == row["name"]
        assert isinstance(details["leverage"], str)


async def test_first_of_two_info_routes_is_dead(client) -> None:
    """One instrument has two INFO routes, of which the first only refuses, with status 200."""
    where = {"tradableInstrumentId": "279"}
    dead = await client("get_quotes", routeId="451", **where)
    assert (dead.status, dead.body["s"]) == (200, "error")
    assert (await client("get_quotes", routeId="452", **where)).body["s"] == "ok"


async def test_quotes_are_numbers_and_sizes_are_lots(client) -> None:
    """Ask above bid on the tick size; a lot of EURUSD is 100 000 units."""
    quote = (await client("get_quotes", **EURUSD)).body["d"]
    assert set(quote) == {"ap", "as", "bp", "bs"}
    assert quote["ap"] - quote["bp"] == Decimal("0.00005")
    assert 1 <= quote["as"] <= 100
    depth = (await client("get_depth", **EURUSD)).body["d"]
    assert depth["asks"][0] == [quote["ap"], quote["as"]]
    assert [level[0] for level in depth["bids"]] == sorted(
        (level[0] for level in depth["bids"]), reverse=True
    )


async def test_daily_bar_of_ask_lies_a_spread_above_that_of_bid(client) -> None:
    """The side of the prices is asked for; the volume is the same."""
    bid = (await client("get_daily_bar", barType="BID", **EURUSD)).body["d"]
    ask = (await client("get_daily_bar", barType="ASK", **EURUSD)).body["d"]
    assert {ask[name] - bid[name] for name in "ohlc"} == {Decimal("0.00005")}
    assert ask["v"] == bid["v"]


async def test_history_takes_both_ends_and_cuts_the_future(client) -> None:
    """Bars that begin within [from, to], none that has not begun."""
    body = await bars(client, "1H", NOW - 3 * HOUR, NOW + 9 * HOUR)
    starts = [bar["t"] for bar in body["d"]["barDetails"]]
    assert starts == [NOW - 3 * HOUR, NOW - 2 * HOUR, NOW - HOUR, NOW]
    shorter = await bars(client, "1H", NOW - 3 * HOUR + 1, NOW - HOUR)
    assert [bar["t"] for bar in shorter["d"]["barDetails"]] == starts[1:3]


@pytest.mark.parametrize("resolution", ["1M", "1W", "1D", "4H", "1H", "30m", "15m", "5m", "1m"])
async def test_every_resolution_has_bars(client, resolution) -> None:
    """Bars are in order, low to high holds open and close, days begin at midnight UTC."""
    days = {"1M": 400, "1W": 60}.get(resolution, 2)
    rows = (await bars(client, resolution, NOW - days * 24 * HOUR, NOW))["d"]["barDetails"]
    assert len(rows) >= 2
    assert [row["t"] for row in rows] == sorted({row["t"] for row in rows})
    assert all(row["l"] <= min(row["o"], row["c"]) for row in rows)
    assert all(row["h"] >= max(row["o"], row["c"]) for row in rows)
    if resolution in {"1M", "1W", "1D"}:
        assert all(row["t"] % (24 * HOUR) == 0 for row in rows)


async def test_empty_interval_names_the_nearest_earlier_bar(client) -> None:
    """no_data with `nb` where there are earlier bars, without it where there are none."""
    empty = await bars(client, "1H", NOW - HOUR + 1, NOW - 1)
    assert empty == {"s": "no_data", "nb": NOW - HOUR}
    assert (await bars(client, "1D", 1, 2)) == {"s": "no_data"}
    future = await bars(client, "1M", 2**63 - 2, 2**63 - 1)
    assert future["s"] == "no_data"


async def test_too_many_bars_are_refused(client) -> None:
    """What would exceed QUOTES_HISTORY_BARS is refused with status 200."""
    body = await bars(client, "1m", NOW - 5001 * 60_000, NOW)
    assert body["s"] == "error"
    assert "5000" in body["errmsg"]


async def test_weekend_closes_all_but_crypto(weekend) -> None:
    """On a Saturday BTCUSD trades and EURUSD does not, in every answer that says so."""
    for where, status_id, is_open in ((BTC, "21", 1), (EURUSD, "22", 0)):
        details = (await weekend("get_instrument_details", **where)).body["d"]
        assert details["symbolStatus"] == ("FULLY_OPEN" if is_open else "CLOSED")
        assert str(details["tradeSessionStatusId"]) == status_id
        flags = (await weekend("get_session_status", sessionStatusId=status_id)).body["d"]
        assert flags["allowedOperations"] == [is_open, is_open, 1]
    saturday = NOW + 3 * 24 * HOUR
    shut = await bars(weekend, "1H", saturday - 2 * HOUR, saturday, **EURUSD)
    assert (shut["s"], shut["nb"] < saturday - 12 * HOUR) == ("no_data", True)
    assert (await bars(weekend, "1H", saturday - 2 * HOUR, saturday))["s"] == "ok"


async def test_out_of_session_orders_are_refused(weekend) -> None:
    """The text is TradeLocker's own; BTCUSD trades all the same."""
    refused = await weekend.place(tradableInstrumentId="278")
    text = "Order cannot be created since trading out of session is forbidden."
    assert (refused.status, refused.body) == (200, {"s": "error", "errmsg": text})
    assert (await weekend.place()).body["s"] == "ok"


async def test_sessions_have_hours_in_the_venue_s_zone(client) -> None:
    """The session of AAPL lists five weekdays in New York."""
    session = (await client("get_trade_session", sessionId="1003")).body["d"]
    assert session["blockTrading"] is False
    assert session["timeZone"] == "America/New_York"
    assert [row["from"] for row in session["sessionPeriods"]] == ["09:30"] * 5


def test_same_seed_gives_the_same_instruments_and_prices(clock: SandboxClock) -> None:
    """Nothing depends on the process: two servers of one seed and clock agree."""
    first, second = (TradeLockerSandbox(Exchange(7, clock)) for _ in range(2))
    for number, listing in first.desk.listings.by_id.items():
        twin = second.desk.listings.by_id[number]
        assert first.exchange.quote(listing.instrument) == second.exchange.quote(twin.instrument)
