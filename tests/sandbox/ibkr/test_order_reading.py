"""Orders and trades read back: scope, filters, shapes."""

from decimal import Decimal

INIT = {"publish": True, "compete": False}


async def warm(gateway, **parameters) -> list[dict]:
    await gateway("live_orders")
    return (await gateway("live_orders", **parameters)).body["orders"]


async def test_partly_filled_order(gateway) -> None:
    """A part-filled order is Submitted, and all surfaces agree about what is left."""
    await gateway.place(quantity=1300, cOID="part")
    row = (await warm(gateway))[0]
    filled, left = row["filledQuantity"], row["remainingQuantity"]
    assert 0 < filled < 1300 == filled + left == row["totalSize"]
    assert row["sizeAndFills"] == f"{filled}/{left}"
    assert (row["status"], row["order_ref"], row["price"]) == ("Submitted", "part", "")
    status = (await gateway("order_status", orderId="910001")).body
    assert (Decimal(status["cum_fill"]), Decimal(status["size"])) == (filled, left)
    trades = (await gateway("trades")).body
    assert sum(trade["size"] for trade in trades) == filled
    assert {trade["order_ref"] for trade in trades} == {"part"}


async def test_unknown_order_is_unavailable(gateway) -> None:
    """An order that the session does not know is 503, not 404."""
    assert (await gateway("order_status", orderId="1")).status == 503


async def test_absent_prices_are_left_out(gateway) -> None:
    """A market order has no limit price, an unfilled one no average: neither is sent as zero."""
    await gateway.place(orderType="LMT", price=100)
    row = (await gateway("order_status", orderId="910001")).body
    assert row["limit_price"] == "100"
    assert "average_price" not in row
    assert "avgPrice" not in (await warm(gateway))[0]


async def test_filters_are_snake_case(gateway) -> None:
    """Snake-case filters select; the CamelCase names of old documentation fail."""
    await gateway.place()
    await gateway.place(orderType="LMT", price=100)
    assert [row["status"] for row in await warm(gateway, filters="filled")] == ["Filled"]
    assert len((await gateway("live_orders", filters="submitted,filled")).body["orders"]) == 2
    assert (await gateway("live_orders", filters="Submitted")).status == 500


async def test_orders_belong_to_their_session(gateway) -> None:
    """In a new brokerage session older orders show only after a forced call."""
    await gateway.place(orderType="LMT", price=100, tif="GTC")
    gateway.sandbox.session_action("expire")
    await gateway("init_brokerage_session", INIT)
    await gateway("brokerage_accounts")
    assert await warm(gateway) == []
    assert (await gateway("order_status", orderId="910001")).status == 503
    await gateway("live_orders", force="true")
    assert [row["orderId"] for row in (await gateway("live_orders")).body["orders"]] == [910001]
    assert (await gateway("order_status", orderId="910001")).status == 200


async def test_finished_orders_of_earlier_days_are_gone(gateway) -> None:
    """A filled order disappears with the day; its trades stay for the week."""
    await gateway.place()
    assert len(await warm(gateway)) == 1
    gateway.advance(86_400)
    assert (await gateway("live_orders")).body["orders"] == []
    assert (await gateway("trades")).body == []
    assert len((await gateway("trades", days="2")).body) == 1
    gateway.advance(8 * 86_400)
    assert (await gateway("trades", days="7")).body == []


async def test_other_accounts_have_no_orders(gateway) -> None:
    """A filter on another account finds nothing."""
    await gateway.place()
    assert await warm(gateway, accountId="DU7") == []


async def test_late_rejection_shows_the_systems_reason(gateway) -> None:
    """An order refused by the venue later on is Inactive and says why."""
    await gateway.place(orderType="LMT", price=100)
    gateway.sandbox.exchange.reject(910001, "No locate for this short sale")
    row = (await warm(gateway))[0]
    assert row["status"] == "Inactive"
    assert row["order_cancellation_by_system_reason"] == "No locate for this short sale"


async def test_order_outside_hours_is_presubmitted(make_gateway) -> None:
    """With real hours an order for the next session waits as PreSubmitted."""
    gateway = make_gateway(always_open=False)
    gateway.advance(3 * 86_400)
    ack = (await gateway.place(tif="GTC")).body[0]
    assert ack["order_status"] == "PreSubmitted"
