"""Orders of the simulated Futu gateway: rules, states, packets, changes."""

from decimal import Decimal

import pytest

PAPER_HK = {"trd_env": 0, "acc_id": 1007001, "trd_market": 1}
PAPER_US = {"trd_env": 0, "acc_id": 1007002, "trd_market": 2}
REAL_HK = {"trd_env": 1, "acc_id": 281756455988000001, "trd_market": 1}
REAL_US = {**REAL_HK, "trd_market": 2}
DISABLED = {"trd_env": 1, "acc_id": 281756455988000003, "trd_market": 1}
HK_BUY = {"trd_side": 1, "order_type": 1, "code": "00700", "qty": 100, "price": 100}
US_BUY = {"trd_side": 1, "order_type": 1, "code": "AAPL", "qty": 10, "price": 100}
MARKET_BUY = {"trd_side": 1, "order_type": 2, "code": "AAPL", "qty": 10}
HK_MARKET = {"trd_side": 1, "order_type": 2, "code": "00700", "qty": 100}
CHANGE, CANCEL, DISABLE, DELETE = 1, 2, 3, 5
SUBMITTED, FILLED, CANCELLING, CANCELLED, FAILED = 5, 11, 13, 15, 21
WAITING, SUBMITTING, UNSUBMITTED = 1, 2, 0


async def test_a_fresh_order_is_listed_a_moment_later(client) -> None:
    """It is not there at once, though accepted; half a second later the broker has confirmed it."""
    body = {"packet_id": client.packet(), "header": PAPER_HK, **HK_BUY, "remark": "tag-1"}
    placed = await client.s2c("place_order", body)
    assert await client.orders(PAPER_HK) == []
    client.advance(0.5)
    (row,) = await client.orders(PAPER_HK)
    assert (row["order_id"], row["order_id_ex"]) == (placed["order_id"], placed["order_id_ex"])
    assert (row["order_status"], row["remark"]) == (SUBMITTED, "tag-1")


async def test_older_gateways_list_a_stub_at_once(make_client) -> None:
    """The stub is in state 0."""
    client = make_client(stub_orders=True)
    await client("place_order", {"packet_id": client.packet(), "header": PAPER_HK, **HK_BUY})
    assert [row["order_status"] for row in await client.orders(PAPER_HK)] == [UNSUBMITTED]


async def test_the_same_packet_places_one_order(client) -> None:
    """Within 90 seconds it gives the first answer again, later it places another order; a header's key wins."""
    body = {"packet_id": client.packet(), "header": PAPER_HK, **HK_BUY}
    first = await client.s2c("place_order", body)
    assert await client.s2c("place_order", {**body, "qty": 200}) == first
    key = {"Idempotency-Key": "k"}
    named = (await client("place_order", body, **key)).body["s2c"]
    again = await client("place_order", {**body, "packet_id": client.packet()}, **key)
    assert again.body["s2c"] == named != first
    client.advance(91)
    assert await client.s2c("place_order", body) != first
    assert len(await client.orders(PAPER_HK)) == 2
    client.advance(1)
    assert len(await client.orders(PAPER_HK)) == 3


@pytest.mark.parametrize(
    ("header", "change", "words"),
    [
        (PAPER_HK, {"qty": 150}, "lot 100"),
        (PAPER_HK, {"qty": 0}, "qty"),
        (PAPER_HK, {"price": Decimal("300.1")}, "minimum unit 0.2"),
        (PAPER_HK, {"price": None}, "price"),
        (PAPER_HK, {"code": "99999"}, "unknown stock: HK.99999"),
        (PAPER_HK, {"code": "US.AAPL"}, "cannot trade"),
        (PAPER_HK, {"trd_side": 3}, "trd_side"),
        (PAPER_HK, {"trd_side": 2}, "可卖数量不足"),
        (PAPER_HK, {"order_type": 12, "aux_price": 100}, "order_type 12"),
        (PAPER_HK, {"time_in_force": 2}, "IOC"),
        (PAPER_HK, {"time_in_force": 3}, "expire_time"),
        (PAPER_HK, {"order_type": 2, "time_in_force": 1}, "for the day only"),
        (PAPER_HK, {"remark": "é" * 33}, "64 bytes"),
        (PAPER_HK, {"qty": 100_000, "price": 400}, "购买力不足"),
        (PAPER_US, {**US_BUY, "fill_outside_rth": True}, "regular hours only"),
        (PAPER_US, {**US_BUY, "order_type": 5}, "HK only"),
        (REAL_US, {**US_BUY, "session": 4}, "overnight"),
        (REAL_US, {**MARKET_BUY, "session": 2}, "outside regular hours"),
        (REAL_US, {**US_BUY, "qty": 500_001, "price": 1}, "500000"),
        (DISABLED, {}, "disabled"),
        ({**PAPER_HK, "trd_env": 1}, {}, "AccID"),
        ({**PAPER_HK, "trd_market": 2}, {}, "trd_market"),
    ],
)
async def test_what_futu_s_rules_exclude_is_refused(client, header, change, words) -> None:
    """The status stays 200, ret_type is -1, the text says why, and no order exists."""
    answer = await client.place(header, HK_BUY, **change)
    assert (answer.status, answer.body["ret_type"], answer.body["s2c"]) == (200, -1, None)
    assert words in answer.body["ret_msg"]
    assert not any(
        client.sandbox.exchange.orders(name) for name in client.sandbox.exchange.accounts
    )


async def test_a_price_off_the_tick_can_be_moved(client) -> None:
    """Up or down as the sign says, within the cap; digits beyond the third are cut off first."""
    order = {**HK_BUY, "price": Decimal("359.6789"), "adjust_price": True}
    up = await client.place(PAPER_HK, order, adjust_side_and_limit=Decimal("0.0015"))
    down = await client.place(PAPER_HK, order, adjust_side_and_limit=Decimal("-0.0015"))
    prices = [(await client.order(PAPER_HK, each))["price"] for each in (up, down)]
    assert prices == [Decimal("359.8"), Decimal("359.6")]
    short = await client.place(PAPER_HK, order, adjust_side_and_limit=Decimal("0.0001"))
    assert "adjust_side_and_limit" in short.body["ret_msg"]


async def test_a_market_order_fills_and_a_cancel_then_fails(client) -> None:
    """State 11 with the mean price; what is final cannot be cancelled."""
    placed = await client.place(PAPER_US, MARKET_BUY)
    row = await client.order(PAPER_US, placed)
    assert (row["order_status"], row["fill_qty"], row["price"]) == (FILLED, 10, None)
    assert row["fill_avg_price"] > 0
    refused = await client.modify(PAPER_US, row["order_id"], CANCEL)
    assert refused.body["ret_type"] == -1


async def test_a_cancel_takes_effect_later(client) -> None:
    """State 13 first, then 15."""
    placed = await client.place(PAPER_HK, HK_BUY)
    number = placed.body["s2c"]["order_id"]
    assert (await client.modify(PAPER_HK, number, CANCEL)).body["ret_type"] == 0
    assert (await client.order(PAPER_HK, placed))["order_status"] == CANCELLING
    client.advance(1)
    assert (await client.order(PAPER_HK, placed))["order_status"] == CANCELLED


async def test_a_change_keeps_the_id_and_takes_the_new_total(client) -> None:
    """State 2 for a moment, then 5 with the new quantity; what was not named stays; the text id will do."""
    placed = await client.place(PAPER_HK, HK_BUY, remark="tag-2")
    text = placed.body["s2c"]["order_id_ex"]
    changed = await client.modify(PAPER_HK, 0, CHANGE, order_id_ex=text, qty=300)
    assert changed.body["s2c"]["order_id"] == placed.body["s2c"]["order_id"]
    assert (await client.order(PAPER_HK, placed))["order_status"] == SUBMITTING
    client.advance(1)
    row = await client.order(PAPER_HK, placed)
    shown = [row[name] for name in ("order_status", "qty", "price", "remark")]
    assert shown == [SUBMITTED, 300, 100, "tag-2"]


async def test_a_change_beyond_the_power_is_refused_and_changes_nothing(client) -> None:
    """The order's own reserve does not count against it, the rest does."""
    placed = await client.place(PAPER_HK, HK_BUY, qty=9000)
    number = placed.body["s2c"]["order_id"]
    assert (await client.modify(PAPER_HK, number, CHANGE, qty=9500)).body["ret_type"] == 0
    assert (await client.modify(PAPER_HK, number, CHANGE, qty=11000)).body["ret_type"] == -1
    assert (await client.order(PAPER_HK, placed))["qty"] == 9500


async def test_all_orders_of_an_account_can_be_cancelled(client) -> None:
    """With for_all, by market; orders of other accounts stay."""
    await client.place(REAL_HK, HK_BUY)
    await client.place(REAL_US, US_BUY)
    await client.place(PAPER_HK, HK_BUY)
    await client.modify(REAL_HK, 0, CANCEL, for_all=True, trd_market=1)
    client.advance(1)
    states = {row["code"]: row["order_status"] for row in await client.orders(REAL_HK)}
    assert states == {"00700": CANCELLED, "AAPL": SUBMITTED}
    assert [row["order_status"] for row in await client.orders(PAPER_HK)] == [SUBMITTED]


async def test_deleting_hides_what_ended_without_fills(client) -> None:
    """Only in real accounts; a working order cannot be deleted, disabling is not simulated."""
    number = (await client.place(REAL_HK, HK_BUY)).body["s2c"]["order_id"]
    assert (await client.modify(REAL_HK, number, DELETE)).body["ret_type"] == -1
    assert "not simulated" in (await client.modify(REAL_HK, number, DISABLE)).body["ret_msg"]
    await client.modify(REAL_HK, number, CANCEL)
    client.advance(1)
    assert (await client.modify(REAL_HK, number, DELETE)).body["ret_type"] == 0
    assert await client.orders(REAL_HK) == []
    paper = (await client.place(PAPER_HK, HK_BUY)).body["s2c"]["order_id"]
    assert (await client.modify(PAPER_HK, paper, DELETE)).body["ret_type"] == -1


async def test_a_stop_waits_for_its_trigger(client) -> None:
    """State 1 until then; its trigger is aux_price."""
    stop = {"order_type": 10, "aux_price": 150, "price": None}
    placed = await client.place(PAPER_US, {**US_BUY, "trd_side": 1, **stop, "aux_price": 900})
    row = await client.order(PAPER_US, placed)
    assert (row["order_status"], row["aux_price"], row["price"]) == (WAITING, 900, None)


async def test_a_trailing_stop_echoes_its_distance(client) -> None:
    """By ratio, after something was bought."""
    await client.place(PAPER_US, MARKET_BUY)
    trail = {"order_type": 14, "trail_type": 1, "trail_value": Decimal("2.5"), "trd_side": 2}
    placed = await client.place(PAPER_US, {**MARKET_BUY, **trail})
    row = await client.order(PAPER_US, placed)
    assert (row["trail_type"], row["trail_value"], row["order_status"]) == (1, Decimal("2.5"), 1)


async def test_what_the_venue_refuses_later_says_why(client) -> None:
    """State 21 with last_err_msg."""
    placed = await client.place(PAPER_HK, HK_BUY)
    number = placed.body["s2c"]["order_id"] - 7_245_000_000_000_000_000
    client.sandbox.exchange.reject(number, "Halted")
    row = await client.order(PAPER_HK, placed)
    assert (row["order_status"], row["last_err_msg"]) == (FAILED, "Halted")


async def test_simulated_accounts_show_limit_orders_of_hk_as_the_other_kind(client) -> None:
    """Type 1 comes back as 5 there, as 1 in a real account."""
    paper = await client.place(PAPER_HK, HK_BUY)
    real = await client.place(REAL_HK, HK_BUY)
    assert (await client.order(PAPER_HK, paper))["order_type"] == 5
    assert (await client.order(REAL_HK, real))["order_type"] == 1


async def test_the_market_of_a_code_wins(client) -> None:
    """A prefix over sec_market, and for futures the header: Futu's own client says HK of each of them."""
    futures = {"trd_env": 0, "acc_id": 1007004, "trd_market": 11}
    future = {"trd_side": 1, "order_type": 2, "code": "ES2612", "qty": 1, "sec_market": 1}
    placed = await client.place(futures, future)
    assert (await client.order(futures, placed))["sec_market"] == 2
    placed = await client.place(PAPER_HK, HK_BUY, code="HK.00700", sec_market=2)
    assert (await client.order(PAPER_HK, placed))["code"] == "00700"


async def test_orders_outside_trading_hours_wait(make_client) -> None:
    """State 1 in the evening, filled after the opening."""
    client = make_client(always_open=False)
    placed = await client.place(PAPER_HK, HK_MARKET)
    assert (await client.order(PAPER_HK, placed))["order_status"] == WAITING
    client.advance(11 * 3600)
    assert (await client.order(PAPER_HK, placed))["order_status"] == FILLED


async def test_a_sale_of_what_nobody_holds_is_shown_as_short(client) -> None:
    """In the US with margin; a holding has to be closed before it can be turned around."""
    sale = {**MARKET_BUY, "trd_side": 2}
    placed = await client.place(PAPER_US, sale)
    assert (await client.order(PAPER_US, placed))["trd_side"] == 3
    over = await client.place(PAPER_US, MARKET_BUY, qty=11)
    assert "可卖数量不足: 10" in over.body["ret_msg"]
    assert (await client.place(PAPER_US, MARKET_BUY)).body["ret_type"] == 0


async def test_lists_can_be_filtered(client) -> None:
    """By code, id, text id, market and state, all at once."""
    first = (await client.place(REAL_HK, HK_BUY)).body["s2c"]
    await client.place(REAL_US, US_BUY)
    filters = [
        {"code_list": ["00700"]},
        {"id_list": [first["order_id"]]},
        {"order_id_ex_list": [first["order_id_ex"]]},
        {"filter_market": 1},
    ]
    for conditions in filters:
        (row,) = await client.orders(REAL_HK, filter_conditions=conditions)
        assert row["order_id"] == first["order_id"], conditions
    assert await client.orders(REAL_HK, filter_status_list=[FILLED]) == []
    assert len(await client.orders(REAL_HK, filter_status_list=[SUBMITTED])) == 2


async def test_history_takes_a_time_of_the_market(client) -> None:
    """The frozen moment is ten in the morning in New York and eleven at night in Hong Kong."""
    await client.place(REAL_US, MARKET_BUY)
    near = {"begin_time": "2026-11-18 09:59:00", "end_time": "2026-11-18 10:01:00"}
    for header, times, count in ((REAL_US, near, 1), (REAL_HK, near, 0)):
        body = {"header": header, "filter_conditions": times}
        assert len((await client.s2c("history_orders", body))["order_list"]) == count
        assert len((await client.s2c("history_order_fills", body))["order_fill_list"]) == count
    everything = await client.s2c("history_orders", {"header": REAL_US, "filter_conditions": {}})
    assert len(everything["order_list"]) == 1


async def test_yesterday_s_orders_are_history_unless_they_still_work(client) -> None:
    """A good-till-cancelled order stays in the list, one that ended yesterday does not."""
    await client.place(PAPER_HK, HK_BUY)
    await client.place(PAPER_HK, HK_BUY, time_in_force=1)
    client.advance(3 * 86_400)
    assert [row["time_in_force"] for row in await client.orders(PAPER_HK)] == [1]
    body = {"header": PAPER_HK, "filter_conditions": {}}
    assert len((await client.s2c("history_orders", body))["order_list"]) == 2


async def test_fills_and_fees_of_a_real_account(client) -> None:
    """Fills name their order and add up to it; the fee is what the exchange took."""
    placed = (await client.place(REAL_US, MARKET_BUY)).body["s2c"]
    fills = (await client.s2c("order_fills", {"header": REAL_US}))["order_fill_list"]
    assert {row["order_id"] for row in fills} == {placed["order_id"]}
    assert sum(row["qty"] for row in fills) == 10
    body = {"header": REAL_US, "order_id_ex_list": [placed["order_id_ex"]]}
    (fee,) = (await client.s2c("order_fee", body))["order_fee_list"]
    booked = client.sandbox.exchange.accounts["281756455988000001"].fees["USD"]
    assert fee["fee_amount"] == booked == sum(line["value"] for line in fee["fee_list"])


async def test_simulated_accounts_have_no_fills(client) -> None:
    """Neither today's nor older ones."""
    await client.place(PAPER_US, MARKET_BUY)
    for operation in ("order_fills", "history_order_fills"):
        body = {"header": PAPER_US, "filter_conditions": {}}
        assert (await client(operation, body)).body["ret_type"] == -1
