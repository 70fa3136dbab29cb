"""Market data and securities of the simulated Futu gateway."""

from datetime import datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

TENCENT, APPLE = {"market": 1, "code": "00700"}, {"market": 11, "code": "AAPL"}
FUTURE, MAIN = {"market": 11, "code": "ES2612"}, {"market": 11, "code": "ESmain"}
BASIC, BOOK, TICKER, RT, DAY_BARS, MINUTE_BARS = 1, 2, 4, 5, 6, 11
MINUTE, DAY, HOUR = 1, 2, 9
HISTORY = {"rehab_type": 0, "kl_type": MINUTE, "security": APPLE}


async def history(client: Any, **fields: Any) -> dict[str, Any]:
    """Return a page of bars."""
    return await client.s2c("history_kline", {**HISTORY, **fields})


async def test_quote_book_and_snapshot_agree(client) -> None:
    """One market behind them: the same last price, bid and ask."""
    await client.subscribe(BASIC, BOOK)
    (quote,) = (await client.s2c("quote", {"security_list": [TENCENT]}))["basic_qot_list"]
    book = await client.s2c("orderbook", {"security": TENCENT, "num": 10})
    rows = await client.s2c("snapshot", {"security_list": [TENCENT]})
    basic = rows["snapshot_list"][0]["basic"]
    assert quote["cur_price"] == basic["cur_price"]
    asks, bids = book["order_book_ask_list"], book["order_book_bid_list"]
    assert (asks[0]["price"], bids[0]["price"]) == (basic["ask_price"], basic["bid_price"])
    assert (asks[0]["volume"], bids[0]["volume"]) == (basic["ask_vol"], basic["bid_vol"])
    assert len(asks) == len(bids) == 10
    assert all(low["price"] < high["price"] for low, high in pairwise(asks))


async def test_the_us_book_has_one_level(client) -> None:
    """Level 1 is all that the login may see there."""
    await client.subscribe(BOOK, security=APPLE)
    book = await client.s2c("orderbook", {"security": APPLE, "num": 10})
    assert len(book["order_book_ask_list"]) == 1
    assert book["svr_recv_time_ask"] is None


async def test_times_are_those_of_the_market(client) -> None:
    """The same moment is the morning in New York and the night in Hong Kong; the stamp is one."""
    rows = await client.s2c("snapshot", {"security_list": [TENCENT, APPLE]})
    hk, us = (row["basic"] for row in rows["snapshot_list"])
    assert hk["update_time"] == "2026-11-18 23:00:00.000"
    assert us["update_time"] == "2026-11-18 10:00:00.000"
    assert hk["update_timestamp"] == us["update_timestamp"]


async def test_static_facts_are_those_of_orders(client) -> None:
    """Lot, tick and codes; a main contract is answered as the real one."""
    body = {"security_list": [TENCENT, FUTURE, MAIN]}
    rows = (await client.s2c("static_info", body))["static_info_list"]
    assert [row["basic"]["lot_size"] for row in rows] == [100, 50, 50]
    assert rows[1] == rows[2]
    assert rows[1]["future_ex_data"]["last_trade_time"] == "2026-12-18"


async def test_an_empty_list_is_not_the_whole_market(client) -> None:
    """It is malformed, as is a request without list and market."""
    for body in ({"security_list": []}, {}, {"market": 1}):
        assert (await client("static_info", body)).status == 400


async def test_a_chain_has_pairs_by_expiry(client) -> None:
    """Call and put of each strike; a side and a condition leave out the rest; the span is limited."""
    body = {"owner": APPLE, "begin_time": "2026-12-01", "end_time": "2026-12-30"}
    (group,) = (await client.s2c("option_chain", body))["option_chain"]
    assert group["strike_time"] == "2026-12-18"
    codes = [
        (p["call"]["basic"]["security"], p["put"]["basic"]["security"]) for p in group["option"]
    ]
    assert all(call["code"].replace("C", "P") == put["code"] for call, put in codes)
    inside = {**body, "type": 1, "condition": 1}
    (calls,) = (await client.s2c("option_chain", inside))["option_chain"]
    spot = await client.last(APPLE)
    strikes = [row["call"]["option_ex_data"]["strike_price"] for row in calls["option"]]
    assert all(row["put"] is None for row in calls["option"])
    assert max(strikes) < spot
    wide = {**body, "end_time": "2027-02-28"}
    assert (await client("option_chain", wide)).body["ret_type"] == -1


async def test_option_snapshots_have_greeks(client) -> None:
    """Call and put deltas of one strike differ by one, gamma is the same."""
    codes = [{"market": 11, "code": f"AAPL261218{side}200000"} for side in "CP"]
    rows = (await client.s2c("snapshot", {"security_list": codes}))["snapshot_list"]
    call, put = (row["option_ex_data"] for row in rows)
    assert abs(call["delta"] - put["delta"] - 1) < Decimal("0.0001")
    assert call["gamma"] == put["gamma"] > 0


async def test_ticks_follow_each_other(client) -> None:
    """Oldest first, each with a number of its own that exceeds a double, the last at the last price."""
    await client.subscribe(TICKER)
    rows = (await client.s2c("ticker", {"security": TENCENT, "max_ret_num": 30}))["ticker_list"]
    assert len(rows) == 30
    assert all(one["sequence"] + 1 == other["sequence"] for one, other in pairwise(rows))
    assert rows[-1]["price"] == await client.last()
    assert rows[0]["sequence"] > 2**53


async def test_the_day_s_line_is_blank_from_now_on(client) -> None:
    """One point a minute of the regular day: thirty have been, the rest has a time only."""
    await client.subscribe(RT, security=APPLE)
    rows = (await client.s2c("rt", {"security": APPLE}))["rt_list"]
    assert (len(rows), sum(not row["is_blank"] for row in rows)) == (390, 30)
    assert (rows[0]["minute"], rows[-1]["minute"]) == (571, 960)
    assert rows[-1]["price"] is None


async def test_bars_join(client) -> None:
    """Each bar's previous close is the close of the one before; the last one closes at the last price."""
    await client.subscribe(MINUTE_BARS, security=APPLE)
    rows = (await client.s2c("kline", {**HISTORY, "req_num": 20}))["kl_list"]
    assert len(rows) == 20
    assert all(row["low_price"] <= row["close_price"] <= row["high_price"] for row in rows)
    assert rows[-1]["close_price"] == await client.last(APPLE)
    assert [row["time"] for row in rows[-2:]] == ["2026-11-18 09:59:00", "2026-11-18 10:00:00"]


async def test_bars_of_a_period_need_its_subscription(client) -> None:
    """A subscription of daily bars does not give minutes."""
    await client.subscribe(DAY_BARS, security=APPLE)
    assert (await client("kline", {**HISTORY, "req_num": 5})).body["ret_type"] == -1
    await client.s2c("kline", {**HISTORY, "kl_type": DAY, "req_num": 5})


async def test_sessions_cut_bars(make_client) -> None:
    """In real hours an hour's bars are counted from the opening and named by their end, lunch left out."""
    client = make_client(always_open=False)
    day = {"begin_time": "2026-11-17", "end_time": "2026-11-17", "kl_type": HOUR}
    hk = await history(client, **day, security=TENCENT)
    times = [row["time"][11:16] for row in hk["kl_list"]]
    assert times == ["10:30", "11:30", "12:00", "14:00", "15:00", "16:00"]
    us = await history(client, **day)
    assert [row["time"][11:16] for row in us["kl_list"]][::6] == ["10:30", "16:00"]
    wide = await history(client, **day, session=2)
    assert len(wide["kl_list"]) > len(us["kl_list"])


async def test_pages_add_up_to_the_whole(client) -> None:
    """The key of a page leads to the next one, without gap or overlap; the last page has none."""
    span = {"begin_time": "2026-11-18 09:00:00", "end_time": "2026-11-18 09:10:00"}
    whole = await history(client, **span)
    assert whole["next_req_key"] is None
    assert len(whole["kl_list"]) == 11
    rows: list[dict[str, Any]] = []
    key: list[int] | None = None
    while True:
        page = await history(client, **span, max_ack_kl_num=4, next_req_key=key)
        rows, key = [*rows, *page["kl_list"]], page["next_req_key"]
        if key is None:
            break
        assert all(0 <= each <= 255 for each in key)
    assert rows == whole["kl_list"]


async def test_history_uses_its_quota_by_security(client) -> None:
    """One unit for a security, whatever the period."""
    for kind in (MINUTE, DAY):
        await history(client, begin_time="2026-11-17", end_time="2026-11-17", kl_type=kind)
    assert (await client.s2c("used_quota", {}))["used_k_line_quota"] == 1


async def test_longer_bars_begin_with_their_period(client) -> None:
    """Weeks on Monday, months, quarters and years on their first day."""
    firsts = {3: "2026-11-09", 4: "2026-10-01", 11: "2026-07-01", 5: "2025-01-01"}
    for kind, first in firsts.items():
        page = await history(client, begin_time=first, end_time="2026-11-18", kl_type=kind)
        begins = [row["time"][:10] for row in page["kl_list"]]
        assert (begins[0], len(begins)) == (first, 2)


async def test_a_range_must_run_forward(client) -> None:
    """The end before the beginning is refused, and what is no time."""
    for end in ("2026-11-01", "tomorrow"):
        body = {**HISTORY, "begin_time": "2026-11-17", "end_time": end}
        assert (await client("history_kline", body)).body["ret_type"] == -1


async def test_market_states_follow_the_hours(make_client) -> None:
    """On Wednesday at ten in New York: HK closed, the US open, futures open; an hour earlier pre-market."""
    client = make_client(always_open=False)
    body = {"security_list": [TENCENT, APPLE, FUTURE]}
    rows = (await client.s2c("market_state", body))["market_info_list"]
    assert [row["market_state"] for row in rows] == [6, 5, 23]
    state = await client.s2c("global_state")
    names = ("market_hk", "market_us", "market_us_future", "market_sg")
    assert [state[name] for name in names] == [6, 5, 23, 6]
    seen = {}
    for hour in range(1, 24):
        client.advance(3600)
        rows = (await client.s2c("market_state", body))["market_info_list"]
        seen[hour] = [row["market_state"] for row in rows]
    assert seen[6] == [6, 10, 23]
    assert seen[7] == [6, 10, 24]
    assert [seen[hour][0] for hour in (11, 13, 15)] == [3, 4, 5]
    assert [seen[hour][1] for hour in (12, 18)] == [6, 8]


async def test_the_time_is_that_of_the_sandbox_s_clock(client) -> None:
    """Whole seconds, and the gateway's own clock to the millisecond."""
    client.advance(0.25)
    state = await client.s2c("global_state")
    moment = datetime.fromisoformat("2026-11-18T15:00:00+00:00").timestamp()
    assert (state["time"], state["local_time"]) == (moment, Decimal(int(moment)) + Decimal("0.25"))


async def test_plates_are_the_industries(client) -> None:
    """Each plate of the set has members, and each of them names the plate."""
    plates = (await client.s2c("plate_set", {"market": 11, "plate_set_type": 1}))["plate_info_list"]
    assert plates
    for plate in plates:
        body = {"plate": plate["plate"]}
        members = (await client.s2c("plate_security", body))["static_info_list"]
        securities = [row["basic"]["security"] for row in members]
        owners = (await client.s2c("owner_plate", {"security_list": securities}))[
            "owner_plate_list"
        ]
        assert owners
        assert all(row["plate_info_list"][0]["plate"] == plate["plate"] for row in owners)


async def test_the_filter_keeps_what_fits(client) -> None:
    """Within both bounds, in the order asked for, page by page; without is_no_filter: false nothing is left out."""
    rule = {"field_name": 3, "filter_min": 200, "is_no_filter": False, "sort_dir": 2}
    body = {"begin": 0, "num": 2, "market": 11, "base_filter_list": [rule]}
    page = await client.s2c("stock_filter", body)
    everything = await client.s2c("stock_filter", {**body, "num": 200})
    prices = [row["base_data_list"][0]["value"] for row in everything["data_list"]]
    assert prices == sorted(prices, reverse=True)
    assert min(prices) >= 200
    assert page["data_list"] == everything["data_list"][:2]
    assert (page["last_page"], page["all_count"]) == (False, len(prices))
    loose = {**body, "base_filter_list": [{**rule, "is_no_filter": True}]}
    assert (await client.s2c("stock_filter", loose))["all_count"] == 12


async def test_there_are_no_warrants_and_no_ipos(client) -> None:
    """The lists are empty; what the sandbox has no data for is refused for want of a right."""
    rows = {"begin": 0, "num": 10, "sort_field": 1, "ascend": True}
    assert (await client.s2c("warrant", rows))["warrant_data_list"] == []
    assert (await client.s2c("ipo_list", {"market": 1}))["ipo_list"] == []
    for operation in ("broker", "capital_flow", "capital_distribution"):
        assert "权限" in (await client(operation, {"security": TENCENT})).body["ret_msg"]
