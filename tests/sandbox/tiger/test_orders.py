"""Orders of the simulated Tiger: numbers, states, rules, attached orders, fills."""

import pytest

LIVE, PAPER = "67686635", "20240830213609658"
LOW = {"order_type": "LMT", "limit_price": 100, "outside_rth": False}
PROFIT = {**LOW, "attach_type": "PROFIT", "profit_taker_price": 300}


async def test_an_order_is_initial_then_filled(tiger) -> None:
    """The answer to placing says Initial; once the market has worked it is Filled, with its fees."""
    taken = (await tiger.place(user_mark="m1")).body
    assert taken["orders"][0]["status"] == "Initial"
    assert taken["id"] > 2**53
    tiger.advance(60)
    order = await tiger.order(taken["id"])
    assert (order["status"], order["filledQuantity"], order["userMark"]) == ("Filled", 10, "m1")
    assert order["commission"] == 1
    held = (await tiger("positions", {"account": LIVE, "sec_type": "ALL"})).body["items"]
    assert [(row["symbol"], row["position"]) for row in held] == [("AAPL", 10)]


async def test_numbers_are_drawn_and_used_once(tiger) -> None:
    """order_no counts up per account; a number that was used refuses the order with 1100."""
    drawn = [(await tiger("order_no", {"account": LIVE})).body["orderId"] for _ in range(2)]
    assert drawn == [5001, 5002]
    assert (await tiger.place(order_id=5002)).body["orderId"] == 5002
    again = await tiger.place(order_id=5002)
    assert (again.status, again.body["code"]) == (400, 1100)
    assert len(tiger.exchange.orders(LIVE)) == 1
    assert (await tiger.place()).body["orderId"] == 5003


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"outside_rth": True}, 1200),
        ({"time_in_force": "GTC"}, 1200),
        ({"account": PAPER, **LOW, "time_in_force": "GTC"}, 1300),
        ({**LOW, "time_in_force": "IOC"}, 1010),
        ({**LOW, "limit_price": 100.001}, 1200),
        ({"total_quantity": 15, "total_quantity_scale": 1}, 1200),
        ({"total_quantity": 10**9}, 1200),
        ({"symbol": "00700", "currency": "HKD"}, 1200),
        ({"symbol": "00700", "currency": "USD"}, 1010),
        ({"order_type": "TWAP"}, 1010),
        ({"attach_type": "PROFIT", "profit_taker_price": 300}, 1010),
        ({**PROFIT, "profit_taker_tif": "IOC"}, 1010),
        ({**PROFIT, "account": PAPER, "profit_taker_tif": "GTC"}, 1300),
        ({"order_type": "LMT"}, 1200),
        ({"account": "1"}, 1010),
        ({"cash_amount": 5}, 1010),
    ],
)
async def test_orders_are_refused(tiger, fields, code) -> None:
    """What Tiger's rules or the exchange exclude is refused with the right code, and nothing is kept."""
    answer = await tiger.place(**fields)
    assert (answer.status, answer.body["code"]) == (400, code)
    assert tiger.exchange.orders(LIVE) == tiger.exchange.orders(PAPER) == []


async def test_a_refusal_may_stand_inside_the_data(make_tiger) -> None:
    """When asked for, an order is refused in the data of a taken answer, its code as text."""
    tiger = make_tiger(refuse_inside=True)
    answer = await tiger.place(total_quantity=10**9)
    assert (answer.status, answer.body["code"]) == (200, "1200")


async def test_a_position_is_not_reversed_in_one_order(tiger) -> None:
    """Selling more than is held is refused; selling what is held is not."""
    await tiger.place()
    tiger.advance(60)
    assert (await tiger.place(action="SELL", total_quantity=11)).body["code"] == 1200
    assert (await tiger.place(action="SELL", total_quantity=10)).status == 200


async def test_a_limit_order_outside_hours_unless_said(tiger) -> None:
    """Without outside_rth a US limit order may trade outside regular hours, a market order may not."""
    limit = (await tiger.place(order_type="LMT", limit_price=100)).body["orders"][0]
    assert limit["outsideRth"] is True
    assert (await tiger.place()).body["orders"][0]["outsideRth"] is False


async def test_changing_and_cancelling(tiger) -> None:
    """A working order takes new terms; a cancel is pending for a moment; then nothing more goes."""
    order_id = (await tiger.place(**LOW)).body["id"]
    named = {"account": LIVE, "id": order_id}
    change = {**named, "total_quantity": 7, "limit_price": 101, "order_type": "LMT"}
    assert (await tiger("modify_order", change)).body["id"] == order_id
    tiger.advance(1)
    order = await tiger.order(order_id)
    assert (order["status"], order["totalQuantity"], order["limitPrice"]) == ("Submitted", 7, 101)
    assert (await tiger("modify_order", {**named, "action": "SELL"})).body["code"] == 1200
    assert (await tiger("cancel_order", named)).body == {"id": order_id}
    assert (await tiger.order(order_id))["status"] == "PendingCancel"
    assert (await tiger("modify_order", change)).body["code"] == 1200
    tiger.advance(1)
    assert (await tiger.order(order_id))["status"] == "Cancelled"
    assert (await tiger("cancel_order", named)).body["code"] == 1200


async def test_attached_orders_wait_and_cancel_each_other(tiger) -> None:
    """A bracket's exits are PendingSubmit until the order is filled, then they work."""
    legs = {"attach_type": "BRACKETS", "profit_taker_price": 900, "stop_loss_price": 50}
    taken = (await tiger.place(order_type="LMT", limit_price=400, **legs)).body
    assert [row["status"] for row in taken["orders"]] == [
        "Initial",
        "PendingSubmit",
        "PendingSubmit",
    ]
    assert taken["subIds"] == [row["id"] for row in taken["orders"][1:]]
    tiger.advance(60)
    body = {"account": LIVE, "parent_id": taken["id"]}
    children = (await tiger("active_orders", body)).body["items"]
    assert sorted(row["orderType"] for row in children) == ["LMT", "STP"]
    assert {row["status"] for row in children} == {"Submitted"}


async def test_an_order_by_amount_has_no_quantity(tiger) -> None:
    """An order for an amount of money buys whole units and names its amount instead of a quantity."""
    taken = (await tiger.place(total_quantity=None, cash_amount=1000)).body
    tiger.advance(60)
    order = await tiger.order(taken["id"])
    assert (order["totalQuantity"], order["totalCashAmount"]) == (None, 1000)
    assert 0 < order["filledCashAmount"] <= 1000


async def test_fractions_travel_as_scaled_whole_numbers(tiger) -> None:
    """Half a bitcoin is 5 with scale 1 in the order, the fill and the holding."""
    piece = {"symbol": "BTC/USD", "sec_type": "CC", "total_quantity": 5, "total_quantity_scale": 1}
    taken = (await tiger.place(**piece)).body
    tiger.advance(600)
    order = await tiger.order(taken["id"])
    assert (order["totalQuantity"], order["totalQuantityScale"]) == (5, 1)
    held = (await tiger("positions", {"account": LIVE, "sec_type": "CC"})).body["items"]
    assert [(row["position"], row["positionScale"]) for row in held] == [(5, 1)]
    asked = {"account": LIVE, "order_id": taken["id"]}
    fills = (await tiger("order_transactions", asked)).body["items"]
    true = sum(row["filledQuantity"] / 10 ** row["filledQuantityScale"] for row in fills)
    assert true == pytest.approx(0.5)


async def test_a_lapsed_order_is_invalid_and_a_refused_one_inactive(make_tiger) -> None:
    """What ends by itself is Invalid; what the venue refuses later is Inactive with its reason."""
    tiger = make_tiger(always_open=False)
    lapsed, refused = [(await tiger.place(**LOW)).body["id"] for _ in range(2)]
    tiger.exchange.reject(refused - 40_000_000_000_000_000, "halted")
    tiger.advance(86_400)
    assert (await tiger.order(lapsed))["status"] == "Invalid"
    order = await tiger.order(refused)
    assert (order["status"], order["remark"]) == ("Inactive", "halted")
    ended = (await tiger("inactive_orders", {"account": LIVE})).body["items"]
    assert {row["id"] for row in ended} == {lapsed, refused}


async def test_orders_come_in_pages_and_ranges(tiger) -> None:
    """Newest first; a page names the next one; the start of a range is in it, its end is not."""
    ids = []
    for _ in range(3):
        ids.append((await tiger.place(**LOW)).body["id"])
        tiger.advance(1)
    asked = {"account": LIVE, "limit": 2, "page_token": ""}
    first = (await tiger("orders", asked)).body
    rest = (await tiger("orders", {**asked, "page_token": first["nextPageToken"]})).body
    assert [row["id"] for row in first["items"] + rest["items"]] == ids[::-1]
    assert rest["nextPageToken"] == ""
    start = (await tiger.order(ids[1]))["openTime"]
    span = {"account": LIVE, "start_date": start, "end_date": start + 1000}
    assert [row["id"] for row in (await tiger("orders", span)).body["items"]] == [ids[1]]


async def test_accounts_do_not_see_each_other(tiger) -> None:
    """An order of one account is neither listed nor cancelled through another."""
    order_id = (await tiger.place(**LOW)).body["id"]
    named = {"account": PAPER, "id": order_id}
    assert (await tiger("orders", named)).body == {"items": []}
    assert (await tiger("cancel_order", named)).body["code"] == 1300
    assert (await tiger.order(order_id))["status"] == "Initial"
