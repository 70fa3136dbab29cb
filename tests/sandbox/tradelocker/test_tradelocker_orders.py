"""Placing, changing, cancelling and reading orders."""

from decimal import Decimal

import pytest

from omnibroker_sandbox.tradelocker import order_reading

LIMIT = {"type": "limit", "validity": "GTC"}


def refusal(answer) -> str:
    """Return the text of a refusal under status 200, which has no `d`."""
    assert (answer.status, answer.body["s"]) == (200, "error"), answer
    assert set(answer.body) == {"s", "errmsg"}
    return answer.body["errmsg"]


async def test_ids_are_text_of_nineteen_digits(client) -> None:
    """Order, position and execution have three different ids above 2**53."""
    order = (await client.place()).body["d"]["orderId"]
    (fill,) = await client.rows("get_executions")
    ids = {order, fill["id"], fill["positionId"]}
    assert len(ids) == 3
    assert all(len(each) == 19 and int(each) > 2**53 for each in ids)
    assert fill["orderId"] == order


async def test_market_order_fills_at_the_touch_and_moves_to_history(client) -> None:
    """Accepted, it is never among the working orders; its row names price and position."""
    ask = (await client.touch())["ap"]
    await client.place(strategyId="mine")
    assert await client.rows("get_orders") == []
    (row,) = await client.rows("get_orders_history")
    assert (row["status"], row["isOpen"], row["validity"]) == ("Filled", "false", "IOC")
    assert (row["filledQty"], Decimal(row["avgPrice"])) == ("0.02", ask)
    assert (row["stopPrice"], row["strategyId"]) == ("0", "mine")
    (position,) = await client.rows("get_positions")
    assert row["positionId"] == position["id"]


async def test_same_ticket_twice_is_two_orders(client) -> None:
    """A strategy id is no idempotency key: nothing removes duplicates."""
    ids = {(await client.place(strategyId="same")).body["d"]["orderId"] for _ in range(2)}
    assert len(ids) == len(await client.rows("get_positions")) == 2


async def test_working_order_is_listed_until_it_is_cancelled(client) -> None:
    """New and open first, then Cancelled in the history and nowhere else; a second cancel is refused."""
    order = await client.limit("60000")
    (row,) = await client.rows("get_orders")
    assert (row["id"], row["status"], row["isOpen"]) == (order, "New", "true")
    assert (row["price"], row["stopPrice"], row["positionId"]) == ("60000", None, None)
    assert (await client("cancel_order", orderId=order)).body == {"s": "ok"}
    client.advance(1)
    assert await client.rows("get_orders") == []
    assert [row["status"] for row in await client.rows("get_orders_history")] == ["Cancelled"]
    refusal(await client("cancel_order", orderId=order))
    refusal(await client("modify_order", {"price": "61000"}, orderId=order))


async def test_modifying_keeps_the_id_and_what_is_left_out(client) -> None:
    """Price and quantity change, text or number; lastModified grows by whole seconds."""
    order = await client.limit("60000", strategyId="mine")
    (before,) = await client.rows("get_orders")
    client.advance(2)
    body = {"price": Decimal("61000.25"), "qty": "0.05"}
    assert (await client("modify_order", body, orderId=order)).body["s"] == "ok"
    (after,) = await client.rows("get_orders")
    assert after["id"] == order
    assert (after["price"], after["qty"], after["strategyId"]) == ("61000.25", "0.05", "mine")
    assert int(after["lastModified"]) >= int(before["lastModified"]) + 2000
    await client("modify_order", {"qty": "0.06"}, orderId=order)
    (last,) = await client.rows("get_orders")
    assert (last["price"], last["qty"]) == ("61000.25", "0.06")


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"qty": "0"}, "{qty=[must be greater than 0]}"),
        ({"qty": "-0.02"}, "{qty=[must be greater than 0]}"),
        ({"qty": "0.001"}, "lot step"),
        ({"qty": "0.129"}, "lot step"),
        ({"routeId": "452"}, "TRADE route"),
        ({"tradableInstrumentId": "1"}, "no such instrument"),
        ({"validity": "GTC"}, "TimeInForce IOC"),
        ({"type": "limit", "price": "60000"}, "TimeInForce GTC"),
        ({**LIMIT}, "needs price"),
        ({"type": "stop", "validity": "GTC", "price": "99000"}, "needs stopPrice"),
        ({**LIMIT, "price": "60000.1"}, "tick"),
        ({"side": "BUY"}, "side or type"),
        ({"strategyId": "x" * 33}, "strategyId"),
        ({"stopLoss": "60000"}, "belong together"),
        ({"takeProfitType": "absolute"}, "belong together"),
        ({"stopLoss": "1", "stopLossType": "pips"}, "not known"),
        (
            {"stopLoss": "990000", "stopLossType": "absolute"},
            "SL price is not valid for the order. ",
        ),
        ({"takeProfit": "10", "takeProfitType": "absolute"}, "TP price"),
        ({"qty": "200"}, "Not enough margin to create Order #"),
    ],
)
async def test_refusals_come_with_status_200(client, fields, text) -> None:
    """Each mistake is named, and nothing has happened."""
    assert text in refusal(await client.place(**fields))
    assert await client.rows("get_orders") == await client.rows("get_orders_history") == []


@pytest.mark.parametrize("number", ["text", "1e99", "NaN", True])
async def test_what_is_no_number_is_malformed(client, number) -> None:
    """A quantity that cannot be read, or of senseless size, is a 400."""
    assert (await client.place(qty=number)).status == 400


async def test_margin_counts_positions_without_netting(make_client) -> None:
    """What a fresh account can buy no longer fits beside a long and a short position."""
    client = make_client()
    for side in ("buy", "sell"):
        assert (await client.place(qty="1", side=side)).body["s"] == "ok"
    assert "margin" in refusal(await client.place(qty="10"))
    assert (await make_client().place(qty="10")).body["s"] == "ok"


async def test_only_closing_when_the_broker_says_so(client) -> None:
    """Opening is refused with TradeLocker's own text, closing still works."""
    await client.place()
    client.sandbox.session_action("close_only")
    text = "Order cannot be created. Only positions closing is allowed"
    assert refusal(await client.place()) == text
    assert (await client("close_all_positions")).body["s"] == "ok"
    assert await client.rows("get_positions") == []
    client.sandbox.session_action("release")
    assert (await client.place()).body["s"] == "ok"


async def test_lists_are_narrowed_by_instrument_and_time(client) -> None:
    """Both ends of the time belong to the interval; the history can be narrowed too."""
    await client.limit("60000")
    client.advance(10)
    second = await client.limit("1", tradableInstrumentId="278")
    created = (await client.rows("get_orders"))[1]["createdDate"]
    for narrow in ({"tradableInstrumentId": "278"}, {"from": created}):
        assert [row["id"] for row in await client.rows("get_orders", **narrow)] == [second]
    assert len(await client.rows("get_orders", to=created)) == 2
    assert await client.rows("get_orders", to=str(int(created) - 10_001)) == []


async def test_cancelling_all_of_one_instrument(client) -> None:
    """The others stay; without an instrument all go."""
    await client.limit("60000")
    other = await client.limit("1", tradableInstrumentId="278")
    await client("cancel_all_orders", tradableInstrumentId="206")
    client.advance(1)
    assert [row["id"] for row in await client.rows("get_orders")] == [other]
    await client("cancel_all_orders")
    client.advance(1)
    assert await client.rows("get_orders") == []


async def test_stop_order_waits_for_its_price(client) -> None:
    """A stop above the market is listed with its stop price and opens nothing."""
    await client.place(type="stop", validity="GTC", stopPrice="150000")
    (row,) = await client.rows("get_orders")
    assert (row["type"], row["stopPrice"], row["price"]) == ("stop", "150000", None)
    assert await client.rows("get_positions") == []


async def test_order_that_the_venue_refuses_later_is_rejected(client) -> None:
    """Accepted first, then Rejected in the history."""
    order = await client.limit("60000")
    client.sandbox.exchange.reject(int(order) - 7_277_816_997_000_000_000, "no")
    (row,) = await client.rows("get_orders_history")
    assert (row["id"], row["status"]) == (order, "Rejected")


async def test_history_says_when_it_is_cut(client, monkeypatch) -> None:
    """Of more rows than one answer holds the newest are sent, and hasMore is true."""
    monkeypatch.setattr(order_reading, "HISTORY_ORDERS", 2)
    flags = []
    for _ in range(3):
        order = (await client.place()).body["d"]["orderId"]
        flags.append((await client("get_orders_history")).body["d"]["hasMore"])
    assert flags == [False, False, True]
    rows = await client.rows("get_orders_history")
    assert [row["id"] for row in rows][-1] == order
    assert len(rows) == 2
