"""The fault layer: what it cuts and garbles, and that the exchange knows what really ran."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from omnibroker_sandbox.faults import FaultInjection
from omnibroker_sandbox.ibkr import IbkrSandbox

ORDERS = "/v1/api/iserver/account/DU1234567/orders"
STATUS = "/v1/api/iserver/account/order/status/910001"
TICKET = {"conid": 265598, "side": "BUY", "tif": "DAY", "orderType": "MKT", "quantity": 10}


class TinyServer:
    """Routes two operations of a sandbox by hand: just enough of a server for these tests."""

    def __init__(self, sandbox: IbkrSandbox) -> None:
        self.sandbox = sandbox

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body = (await receive())["body"]
        if scope["path"] == ORDERS:
            name, parameters = "place_order", {"accountId": "DU1234567"}
        else:
            name, parameters = "order_status", {"orderId": scope["path"].rpartition("/")[2]}
        payload = json.loads(body) if body else None
        answer = await self.sandbox.operations[name](parameters, payload)
        content = json.dumps(answer.body, default=str).encode()
        headers = [(b"content-type", answer.media_type.encode())]
        await send({"type": "http.response.start", "status": answer.status, "headers": headers})
        await send({"type": "http.response.body", "body": content})


class Client(httpx.AsyncClient):
    async def arm(self, **fault: Any) -> None:
        assert (await self.put("/sandbox/faults", json={"faults": [fault]})).status_code == 200

    async def place(self, **fields: Any) -> httpx.Response:
        return await self.post(ORDERS, json={"orders": [{**TICKET, **fields}]})

    async def orders(self) -> list[dict[str, Any]]:
        return (await self.get("/sandbox/book")).json()["orders"]


@pytest.fixture
async def client(make_gateway: Callable[..., Any]) -> Any:
    sandbox = make_gateway().sandbox
    app = FaultInjection(TinyServer(sandbox), sandbox)
    transport = httpx.ASGITransport(app=app)
    async with Client(transport=transport, base_url="http://sandbox") as client:
        yield client


async def test_nothing_is_injected_unasked(client) -> None:
    """Without armed faults requests pass through unchanged."""
    assert (await client.place()).json()[0]["order_id"] == "910001"
    assert (await client.get("/sandbox/faults")).json() == {"faults": []}


@pytest.mark.parametrize(("kind", "placed"), [("reset_before", 0), ("reset_after", 1)])
async def test_cut_before_or_after(client, kind, placed) -> None:
    """A cut before the operation leaves no order; a cut after it leaves one."""
    await client.arm(path="/orders", method="POST", kind=kind)
    with pytest.raises(ConnectionResetError):
        await client.place()
    assert len(await client.orders()) == placed


@pytest.mark.parametrize(
    ("fault", "status", "placed"),
    [
        ({"kind": "status", "status": 503, "body": "html"}, 503, 0),
        ({"kind": "status_after", "status": 500}, 500, 1),
        ({"kind": "rate_limited"}, 429, 0),
        ({"kind": "html"}, 200, 0),
        ({"kind": "empty"}, 200, 0),
    ],
)
async def test_replaced_answers(client, fault, status, placed) -> None:
    """Replaced answers have their status; only the `_after` kind has really placed the order."""
    await client.arm(path="/orders", **fault)
    answer = await client.place()
    assert answer.status_code == status
    assert "order_id" not in answer.text
    assert len(await client.orders()) == placed


async def test_truncated_answer(client) -> None:
    """Half of a body arrives although the order was placed."""
    await client.arm(path="/orders", kind="truncated")
    with pytest.raises(ConnectionResetError):
        await client.place()
    assert len(await client.orders()) == 1


async def test_garbled_answers(client) -> None:
    """An ack may lack its id, and a status may be one that nobody knows."""
    await client.arm(path="/orders", kind="ack_without_id")
    ack = (await client.place()).json()[0]
    assert "order_id" not in ack
    assert ack["order_status"] == "Submitted"
    await client.arm(path="/iserver/account/order/status/*", kind="unknown_status")
    assert (await client.get(STATUS)).json()["order_status"] == "Teleported"


async def test_faults_are_counted(client) -> None:
    """A fault strikes `count` times after `skip` requests, on its own path and method only."""
    await client.arm(path="/orders", method="POST", kind="rate_limited", skip=1, count=2)
    statuses = [(await client.place()).status_code for _ in range(5)]
    assert statuses == [200, 429, 429, 200, 200]
    await client.arm(path="/orders", method="GET", kind="rate_limited")
    assert (await client.place()).status_code == 200


async def test_latency_comes_before_another_fault(client) -> None:
    """A delay and another fault on one path strike the same request."""
    faults = [{"path": "/orders", "kind": kind} for kind in ("latency", "rate_limited")]
    await client.put("/sandbox/faults", json={"faults": faults})
    assert (await client.place()).status_code == 429
    assert (await client.get("/sandbox/faults")).json() == {"faults": []}


@pytest.mark.parametrize(
    "document",
    [
        None,
        {},
        {"faults": {}},
        {"faults": [{"path": "/x"}]},
        {"faults": [{"path": "/x", "kind": "explode"}]},
        {"faults": [{"path": "/x", "kind": "status", "status": 200}]},
        {"faults": [{"path": "/x", "kind": "status", "body": "pdf"}]},
        {"faults": [{"path": "/x", "kind": "html", "count": "1"}]},
        {"faults": [{"path": "/x", "kind": "html", "count": -1}]},
        {"faults": [{"path": "/x", "kind": "html", "colour": "red"}]},
    ],
)
async def test_bad_faults_are_refused_with_a_reason(client, document) -> None:
    """A fault that cannot be armed is 400 and says what to write."""
    answer = await client.put("/sandbox/faults", json=document)
    assert answer.status_code == 400
    assert answer.json()["error"]


async def test_controls(client) -> None:
    """Clock, session and reset act on the sandbox; mistakes are explained."""
    await client.place(orderType="LMT", price=100)
    before = (await client.get("/sandbox/book")).json()["now_ms"]
    assert (await client.post("/sandbox/clock", json={"advance_seconds": 90})).status_code == 200
    assert (await client.get("/sandbox/book")).json()["now_ms"] == before + 90_000
    stolen = (await client.post("/sandbox/session", json={"action": "steal"})).json()
    assert stolen["competing"] is True
    assert (await client.get(STATUS)).status_code == 400
    await client.post("/sandbox/reset")
    assert await client.orders() == []
    assert (await client.post("/sandbox/session", json={"action": "nap"})).status_code == 400
    assert (await client.post("/sandbox/session", json={})).status_code == 400
    assert (await client.post("/sandbox/clock", json={"advance_seconds": -1})).status_code == 400
    assert "GET /sandbox/book" in (await client.get("/sandbox/none")).json()["error"]


async def test_idle_clock_ends_the_login(client) -> None:
    """Advancing the clock keeps the login unless told that nobody was there."""
    await client.post("/sandbox/clock", json={"advance_seconds": 3600})
    assert (await client.get(STATUS)).status_code == 503
    await client.post("/sandbox/clock", json={"advance_seconds": 3600, "idle": True})
    assert (await client.get(STATUS)).status_code == 401


async def test_venue_refuses_an_open_order(client) -> None:
    """An order can be refused later on, once, with a reason that the order shows."""
    await client.place(orderType="LMT", price=100)
    refusal = {"order_id": 910001, "reason": "No locate"}
    assert (await client.post("/sandbox/reject", json=refusal)).json()["state"] == "REJECTED"
    assert (await client.get(STATUS)).json()["order_status"] == "Inactive"
    assert (await client.post("/sandbox/reject", json=refusal)).status_code == 400
