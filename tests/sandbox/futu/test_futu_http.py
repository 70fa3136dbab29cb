"""The simulated gateway over HTTP: on both roads of the assembly, and as the command runs it."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from omnibroker.simulated import simulate
from omnibroker_sandbox.futu.keys import ALL_KEY, READ_KEY

PAPER = {"header": {"trd_env": 0, "acc_id": 1007002, "trd_market": 2}}
ORDER = {"trd_side": 1, "order_type": 2, "code": "AAPL", "qty": 1, "remark": "tag-1"}


def packet(serial: int) -> dict[str, Any]:
    """Return a packet id."""
    return {"packet_id": {"conn_id": 4294967294, "serial_no": serial}}


@pytest.fixture(params=[True, False], ids=["plans", "stack"])
async def http(request):
    """A client of the gateway with the key of all scopes."""
    transport = httpx.ASGITransport(simulate("futu", seed=7, plans=request.param))
    headers = {"Authorization": f"Bearer {ALL_KEY}"}
    async with httpx.AsyncClient(
        transport=transport, base_url="http://gateway", headers=headers
    ) as client:
        yield client


async def test_the_key_is_looked_at(http) -> None:
    """Without it 401, with the read-only one 403 for a change; probes and controls need none."""
    assert (await http.get("/api/accounts")).json()["ret_type"] == 0
    http.headers["Authorization"] = f"Bearer {READ_KEY}"
    body = {**packet(1), **PAPER, **ORDER}
    assert (await http.post("/api/order", json=body)).status_code == 403
    del http.headers["Authorization"]
    assert (await http.get("/api/accounts")).status_code == 401
    assert (await http.get("/health")).text == "ok"
    assert (await http.get("/sandbox/book")).status_code == 200


async def test_malformed_requests_and_unknown_paths_have_the_gateway_s_form(http) -> None:
    """What the spec refuses and what it does not know comes with `error` alone."""
    lacking = {**packet(1), **ORDER, "header": {"acc_id": 1007002, "trd_market": 2}}
    answers = [await http.post("/api/order", json=lacking), await http.get("/api/nothing")]
    assert [answer.status_code for answer in answers] == [400, 404]
    for answer in answers:
        assert answer.json().keys() == {"error"}
        assert answer.json()["error"]


async def test_an_order_may_exist_though_its_answer_was_lost(http) -> None:
    """The same packet then gives the first answer, and there is one order, found by its remark."""
    fault = {"path": "/api/order", "kind": "status_after", "status": 500}
    assert (await http.put("/sandbox/faults", json={"faults": [fault]})).status_code == 200
    body = {**packet(1), **PAPER, **ORDER}
    assert (await http.post("/api/order", json=body)).status_code == 500
    again = (await http.post("/api/order", json=body)).json()
    await http.post("/sandbox/clock", json={"advance_seconds": 1})
    (row,) = (await http.post("/api/orders", json=PAPER)).json()["s2c"]["order_list"]
    assert (row["order_id"], row["remark"]) == (again["s2c"]["order_id"], "tag-1")


@pytest.fixture
def url() -> Iterator[str]:
    """A simulated gateway in a process of its own: its address."""
    command = [sys.executable, "-m", "omnibroker", "sandbox", "futu", "--port", "0", "--seed", "7"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            found = process.stdout.readline().strip().rstrip("/")
            wait_until_it_listens(found)
            yield found
        finally:
            process.terminate()


def wait_until_it_listens(url: str) -> None:
    """Return once a connection is taken: the address is printed a moment before."""
    place = urllib.parse.urlsplit(url)
    for _ in range(200):
        try:
            socket.create_connection((place.hostname, place.port), timeout=5).close()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"{url} takes no connections.")


def ask(url: str, body: Any = None, key: str = ALL_KEY) -> Any:
    """Ask as a script without our packages would: GET without a body, POST with one."""
    data = None if body is None else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    request = urllib.request.Request(url, data=data, headers=headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


@pytest.mark.slow
def test_the_command_serves_a_day_of_trading(url) -> None:
    """Subscribe, look, buy, read the order and the position, over real HTTP; a wrong key is 401."""
    with pytest.raises(urllib.error.HTTPError, match="401"):
        ask(f"{url}/api/accounts", key="fc_wrong")
    apple = {"market": 11, "code": "AAPL"}
    wanted = {"security_list": [apple], "sub_type_list": [1], "is_sub_or_un_sub": True}
    assert ask(f"{url}/api/subscribe", wanted)["ret_type"] == 0
    (quote,) = ask(f"{url}/api/quote", {"security_list": [apple]})["s2c"]["basic_qot_list"]
    assert quote["cur_price"] > 0
    placed = ask(f"{url}/api/order", {**packet(1), **PAPER, **ORDER})["s2c"]
    ask(f"{url}/sandbox/clock", {"advance_seconds": 60})
    (row,) = ask(f"{url}/api/orders", PAPER)["s2c"]["order_list"]
    assert (row["order_id"], row["order_status"]) == (placed["order_id"], 11)
    (position,) = ask(f"{url}/api/positions", PAPER)["s2c"]["position_list"]
    assert (position["code"], position["qty"]) == ("AAPL", 1)
