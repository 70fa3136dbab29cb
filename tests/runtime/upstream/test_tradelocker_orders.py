"""TradeLocker's orders through the whole gateway over the simulated server: what closes is found again."""

import pytest

VIRTUAL_TIME = True
TICKET = {
    "instrument": "CFD:BTCUSD",
    "type": "MARKET",
    "limit_price": None,
    "quantity": "0.05",
    "quantity_unit": "LOT",
    "time_in_force": "IOC",
    "position_effect": "OPEN",
}
CLOSE = {**TICKET, "side": "SELL", "time_in_force": "GTC", "position_effect": "CLOSE"}
POSITION = "/trade/positions/*"


@pytest.fixture
async def house(make_house):
    made = make_house(broker="tradelocker")
    yield made
    await made.gateway.stop()


async def opened(house, client_order_id="entry"):
    """Open a position and return its id."""
    assert (await house.place(client_order_id, **TICKET)).status == 201
    return (await positions(house))[-1]["position_id"]


async def positions(house):
    query = f"account_id={house.account}".encode()
    return (await house("GET", "/v1/positions", query=query)).json()["items"]


async def orders(house):
    query = f"account_id={house.account}".encode()
    return (await house("GET", "/v1/orders", query=query)).json()["items"]


async def read(house, client_order_id):
    path = f"/v1/accounts/{house.account}/orders/client:{client_order_id}"
    return (await house("GET", path)).json()


async def test_a_close_is_found_again_by_its_tag(house):
    """Its answer names no order; read again it is the broker's order, and nobody else's."""
    position = await opened(house)
    placed = await house.place("close", **{**CLOSE, "quantity": "0.02"}, position_id=position)
    assert (placed.status, placed.json()["status"]) == (201, "SUBMITTED")
    assert "broker_order_id" not in placed.json()
    closed = await read(house, "close")
    assert (closed["status"], closed["filled_quantity"]) == ("FILLED", "0.02")
    assert closed["broker_order_id"]
    found = [(row["client_order_id"], row["status"]) for row in await orders(house)]
    assert found == [("close", "FILLED"), ("entry", "FILLED")]
    assert [row["quantity"] for row in await positions(house)] == ["0.03"]


@pytest.mark.parametrize("kind", ["reset_after", "truncated"])
async def test_a_close_whose_answer_was_lost_is_settled_by_its_tag(house, kind):
    """It is unknown until the broker shows the order, and closes once whoever asks again."""
    position = await opened(house)
    await house.fault(POSITION, kind, method="DELETE")
    lost = await house.place("close", **CLOSE, position_id=position)
    assert (lost.status, lost.json()["code"]) == (504, "outcome_unknown")
    assert (await read(house, "close"))["status"] == "FILLED"
    again = await house.place("close", **CLOSE, position_id=position)
    assert (again.status, again.json()["status"]) == (200, "FILLED")
    assert len(await house.broker_orders()) == 2


async def test_a_close_that_never_arrived_stays_unknown(house):
    """The position stands, and that the broker shows no order is no proof."""
    position = await opened(house)
    await house.fault(POSITION, "reset_before", method="DELETE")
    assert (await house.place("close", **CLOSE, position_id=position)).status == 504
    assert (await read(house, "close"))["status"] == "UNKNOWN"
    assert [row["position_id"] for row in await positions(house)] == [position]
