"""Placing, changing and cancelling, as the Client Portal answers it."""

from decimal import Decimal

import pytest

from omnibroker_sandbox.book import book


def states(gateway) -> list[tuple[int, str]]:
    return [(row["order_id"], row["state"]) for row in book(gateway.sandbox.exchange)["orders"]]


async def status(gateway, order_id) -> str:
    return (await gateway("order_status", orderId=str(order_id))).body["order_status"]


async def test_ordinary_order_is_acknowledged(gateway) -> None:
    """A small order near the market is taken at once, with its client id in the ack."""
    answer = await gateway.place(cOID="gw-1")
    ack = {"order_id": "910001", "order_status": "Submitted", "local_order_id": "gw-1"}
    assert answer.body == [{**ack, "encrypt_message": "1"}]
    assert await status(gateway, 910001) == "Filled"


@pytest.mark.parametrize(
    ("fields", "wire_status", "text"),
    [
        ({"quantity": "10"}, 400, "java.lang.String cannot be cast to class java.lang.Number"),
        ({"outsideRTH": "no"}, 400, "java.lang.String cannot be cast to class java.lang.Boolean"),
        ({"conid": None}, 400, "conid"),
        ({"quantity": None}, 400, "quantity"),
        ({"cashQty": 100}, 400, "cashQty"),
        ({"tif": None}, 400, "tif"),
        ({"orderType": "LMT"}, 400, "price"),
        ({"orderType": "STOP_LIMIT", "price": 100}, 400, "stop price"),
        ({"orderType": "TRAIL"}, 400, "trailingAmt"),
        ({"acctId": "U1"}, 400, "acctId"),
        ({"orderType": "LIMIT", "price": 100}, 500, None),
        ({"side": "HOLD"}, 500, None),
        ({"tif": "FOREVER"}, 500, None),
        ({"orderType": "LMT", "price": 100.001}, 200, "tick size"),
        ({"quantity": 0.5}, 200, "multiple"),
        ({"conid": 1}, 200, "not available"),
        ({"orderType": "LMT", "price": 180, "quantity": 900_000}, 200, "available funds"),
    ],
)
async def test_unusable_tickets(gateway, fields, wire_status, text) -> None:
    """Malformed tickets are 400 or an empty 500; what breaks a rule is an error in a 200."""
    answer = await gateway.place(**fields)
    assert answer.status == wire_status
    if text is None:
        assert answer.body == b""
    else:
        assert text in answer.body["error"]
    assert states(gateway) == []


async def test_unknown_account_is_a_server_error(gateway) -> None:
    """The account in the path must be the login's."""
    answer = await gateway("place_order", {"orders": []}, accountId="None")
    assert answer.status == 500


async def test_client_id_cannot_be_used_twice_in_a_day(gateway) -> None:
    """The second order with a client id is refused with the known beginning; a day later it is not."""
    resting = {"orderType": "LMT", "price": 100, "cOID": "same"}
    await gateway.place(**resting)
    answer = await gateway.place(**resting)
    assert answer.status == 200
    assert answer.body["error"].startswith("Order couldn't be submitted: Local order ID=same")
    assert len(states(gateway)) == 1
    gateway.advance(86_401)
    assert (await gateway.place(**resting)).body[0]["order_id"] == "910002"


async def test_stop_price_stands_in_price_or_aux_price(gateway) -> None:
    """A stop's trigger is `price`; a stop-limit's is `auxPrice`."""
    await gateway.place(orderType="STP", price=300)
    await gateway.place(orderType="STOP_LIMIT", price=187, auxPrice=186)
    rows = book(gateway.sandbox.exchange)["orders"]
    assert [row["stop_price"] for row in rows] == ["300", "186"]
    assert [row["limit_price"] for row in rows] == [None, "187"]
    assert await status(gateway, 910001) == "PreSubmitted"


async def test_cash_quantity_is_rounded_down_to_whole_shares(gateway) -> None:
    """An amount of money buys whole shares; less than one share is refused."""
    await gateway.place(quantity=None, cashQty=1000)
    assert book(gateway.sandbox.exchange)["orders"][0]["quantity"] == "5"
    answer = await gateway.place(quantity=None, cashQty=1)
    assert "error" in answer.body


async def test_cancel_is_only_a_request(gateway) -> None:
    """The ack comes first, then PendingCancel, then Cancelled."""
    await gateway.place(orderType="LMT", price=100)
    ack = await gateway("cancel_order", accountId=gateway.account, orderId="910001")
    assert ack.body["msg"] == "Request was submitted"
    assert (ack.body["order_id"], ack.body["conid"]) == (910001, 265598)
    assert await status(gateway, 910001) == "PendingCancel"
    gateway.advance(1)
    assert await status(gateway, 910001) == "Cancelled"
    again = await gateway("cancel_order", accountId=gateway.account, orderId="910001")
    assert (again.status, again.body["error"]) == (400, "OrderID 910001 doesn't exist")


async def test_fill_may_come_before_a_cancel(gateway) -> None:
    """A cancel of an order that is filled meanwhile does not undo the fill."""
    await gateway.place(quantity=1300)
    await gateway("cancel_order", accountId=gateway.account, orderId="910001")
    gateway.advance(1)
    row = (await gateway("order_status", orderId="910001")).body
    assert row["order_status"] == "Cancelled"
    assert 0 < Decimal(row["cum_fill"]) < 1300


async def test_minus_one_cancels_everything(gateway) -> None:
    """The order id -1 means all open orders."""
    for price in (100, 101):
        await gateway.place(orderType="LMT", price=price)
    await gateway("cancel_order", accountId=gateway.account, orderId="-1")
    gateway.advance(1)
    assert {state for _, state in states(gateway)} == {"CANCELLED"}


async def test_modify_repeats_the_whole_ticket(gateway) -> None:
    """A change keeps the order's id; a body that leaves a field out is refused."""
    ticket = {"conid": 265598, "side": "BUY", "tif": "DAY", "orderType": "LMT", "quantity": 10}
    await gateway.place(orderType="LMT", price=100, cOID="m-1")
    path = {"accountId": gateway.account, "orderId": "910001"}
    answer = await gateway("modify_order", {**ticket, "price": 101.5, "quantity": 12}, **path)
    assert answer.body[0]["order_id"] == "910001"
    row = (await gateway("order_status", orderId="910001")).body
    assert (row["limit_price"], row["total_size"]) == ("101.5", "12")
    partial = await gateway("modify_order", {"conid": 265598, "price": 102}, **path)
    assert partial.status == 400
    other_side = await gateway("modify_order", {**ticket, "side": "SELL", "price": 101.5}, **path)
    assert "cannot be modified" in other_side.body["error"]
    unknown = await gateway("modify_order", ticket, **{**path, "orderId": "1"})
    assert unknown.status == 400


async def test_modify_with_another_client_id_keeps_the_first(gateway) -> None:
    """The client id of an order never changes."""
    ticket = {"conid": 265598, "side": "BUY", "tif": "DAY", "orderType": "LMT", "quantity": 10}
    await gateway.place(orderType="LMT", price=100, cOID="m-1")
    path = {"accountId": gateway.account, "orderId": "910001"}
    answer = await gateway("modify_order", {**ticket, "price": 101, "cOID": "m-2"}, **path)
    assert answer.body[0]["local_order_id"] == "m-1"


async def test_bracket(gateway) -> None:
    """Three acks; the children wait, and the fill of one cancels the other."""
    parent = {"conid": 265598, "side": "BUY", "tif": "GTC", "orderType": "MKT", "quantity": 10}
    child = {**parent, "side": "SELL", "parentId": "b-1"}
    target = {**child, "orderType": "LMT", "price": 185}
    loss = {**child, "orderType": "STP", "price": 180}
    orders = {"orders": [{**parent, "cOID": "b-1"}, target, loss]}
    acks = (await gateway("place_order", orders, accountId=gateway.account)).body
    assert [ack["order_status"] for ack in acks] == ["Submitted", "PreSubmitted", "PreSubmitted"]
    assert [ack.get("local_order_id") for ack in acks] == ["b-1", None, None]
    gateway.advance(30 * 86_400)
    ends = dict(states(gateway))
    assert ends[910001] == "FILLED"
    assert {ends[910002], ends[910003]} == {"FILLED", "CANCELLED"}


async def test_unrelated_orders_in_one_request_are_refused(gateway) -> None:
    """Several orders need a parent or a group."""
    ticket = {"conid": 265598, "side": "BUY", "tif": "DAY", "orderType": "MKT", "quantity": 1}
    answer = await gateway("place_order", {"orders": [ticket, ticket]}, accountId=gateway.account)
    assert answer.status == 400
    orphan = {"orders": [{**ticket, "parentId": "nobody"}]}
    assert (
        "unknown" in (await gateway("place_order", orphan, accountId=gateway.account)).body["error"]
    )


async def test_one_cancels_all_group(gateway) -> None:
    """In a group the first fill cancels the rest."""
    ticket = {"conid": 265598, "side": "BUY", "tif": "DAY", "orderType": "LMT", "quantity": 1}
    row = {**ticket, "isSingleGroup": True}
    orders = {"orders": [{**row, "price": 100}, {**row, "price": 184}]}
    await gateway("place_order", orders, accountId=gateway.account)
    assert [state for _, state in states(gateway)] == ["CANCELLED", "FILLED"]


async def test_deactivated_order_is_saved_but_not_sent(gateway) -> None:
    """A deactivated order is Inactive and never trades."""
    await gateway.place(deactivated=True)
    gateway.advance(60)
    assert await status(gateway, 910001) == "Inactive"


async def test_futures_need_the_operators_name(gateway) -> None:
    """US futures are refused without manualIndicator and extOperator, on placing and cancelling."""
    row = (await gateway("security_future_by_symbol", symbols="ES")).body["ES"][0]
    order = {"conid": row["conid"], "quantity": 1, "orderType": "LMT", "price": 5000}
    assert "manualIndicator" in (await gateway.place(**order)).body["error"]
    operator = {"manualIndicator": False, "extOperator": "desk"}
    await gateway.place(**order, **operator)
    path = {"accountId": gateway.account, "orderId": "910001"}
    assert "error" in (await gateway("cancel_order", **path)).body
    answer = await gateway("cancel_order", **path, manualIndicator="false", extOperator="desk")
    assert answer.body["order_id"] == 910001


async def test_preview_speaks_in_text(gateway) -> None:
    """Amounts carry commas and units, a missing quote is a warning, and nothing is placed."""
    ticket = {"conid": 265598, "side": "BUY", "tif": "DAY", "orderType": "LMT", "quantity": 10}
    orders = {"orders": [{**ticket, "price": 190.5}]}
    body = (await gateway("whatif_order", orders, accountId=gateway.account)).body
    assert body["amount"] == {
        "amount": "1,905.00 USD (10 Shares)",
        "commission": "1 USD",
        "total": "1,906.00 USD",
    }
    assert body["equity"]["current"] == "1,000,000"
    assert body["position"] == {"current": "0", "change": "10", "after": "10"}
    assert body["warn"].startswith("21/")
    await gateway("live_marketdata_snapshot", conids="265598", fields="31")
    assert (await gateway("whatif_order", orders, accountId=gateway.account)).body["warn"] is None
    bad = {"orders": [{**ticket, "price": 190.501}]}
    assert "tick" in (await gateway("whatif_order", bad, accountId=gateway.account)).body["error"]
    assert states(gateway) == []
