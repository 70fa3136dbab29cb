"""The simulated server over HTTP, on both roads of the assembly, as the vendor's client calls it."""

import httpx
import pytest

from omnibroker.simulated import BASE_PATHS, simulate

LOGIN = {"email": "a@example.com", "password": "sandbox", "server": "SANDBOX"}
EXTRA = {"ref": "py_c", "v": "0.56.1"}
ACCOUNT = "/trade/accounts/800101"
TICKET = {
    "price": None,
    "qty": "0.02",
    "routeId": "9912",
    "side": "buy",
    "validity": "IOC",
    "tradableInstrumentId": "206",
    "type": "market",
    "takeProfit": None,
    "takeProfitType": None,
    "stopLoss": None,
    "stopLossType": None,
    "stopPrice": None,
    "strategyId": None,
}


@pytest.fixture(params=[True, False], ids=["plans", "stack"])
async def http(request):
    """A client of the server, not logged in."""
    app = simulate("tradelocker", seed=7, plans=request.param)
    base = f"http://server{BASE_PATHS['tradelocker']}"
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url=base, params=EXTRA) as client:
        yield client


async def log_in(http: httpx.AsyncClient) -> None:
    """Log in and send token and account number from then on."""
    answer = await http.post("/auth/jwt/token", json=LOGIN)
    assert answer.status_code == 201
    token = answer.json()["accessToken"]
    http.headers.update({"Authorization": f"Bearer {token}", "accNum": "1"})


async def test_the_token_is_looked_at(http) -> None:
    """Without it 401, with it 200, and the account list needs no accNum."""
    assert (await http.get(f"{ACCOUNT}/state")).status_code == 401
    await log_in(http)
    assert (await http.get(f"{ACCOUNT}/state")).json()["s"] == "ok"
    del http.headers["accNum"]
    assert len((await http.get("/auth/jwt/all-accounts")).json()["accounts"]) == 2
    assert (await http.get(f"{ACCOUNT}/state")).status_code == 400


async def test_a_position_is_opened_and_closed_by_a_delete_with_a_body(http) -> None:
    """Nulls and numbers as text are taken; half of the position stays."""
    await log_in(http)
    placed = (await http.post(f"{ACCOUNT}/orders", json=TICKET)).json()
    assert isinstance(placed["d"]["orderId"], str)
    ((position, *_),) = (await http.get(f"{ACCOUNT}/positions")).json()["d"]["positions"]
    path = f"/trade/positions/{position}"
    closed = await http.request("DELETE", path, json={"qty": "0.01"})
    assert closed.json() == {"s": "ok"}
    (row,) = (await http.get(f"{ACCOUNT}/positions")).json()["d"]["positions"]
    assert row[4] == "0.01"


async def test_malformed_requests_and_unknown_paths_have_the_broker_s_form(http) -> None:
    """What the spec refuses and what it does not know comes with `s` and `errmsg`."""
    await log_in(http)
    lacking = {name: value for name, value in TICKET.items() if name != "qty"}
    answers = [
        await http.post(f"{ACCOUNT}/orders", json=lacking),
        await http.get("/trade/nothing"),
    ]
    assert [answer.status_code for answer in answers] == [400, 404]
    for answer in answers:
        assert answer.json()["s"] == "error"
        assert answer.json()["errmsg"]


async def test_an_order_may_exist_though_its_answer_was_lost(http) -> None:
    """A fault after execution leaves the order; the controls need no token."""
    fault = {"path": "*/orders", "kind": "status_after", "status": 503, "body": "html"}
    armed = await http.put("http://server/sandbox/faults", json={"faults": [fault]})
    assert armed.status_code == 200
    await log_in(http)
    assert (await http.post(f"{ACCOUNT}/orders", json=TICKET)).status_code == 503
    assert len((await http.get(f"{ACCOUNT}/positions")).json()["d"]["positions"]) == 1
