"""The real process is killed at every step of a write: nothing acknowledged is lost, nothing is done twice."""

import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import httpx
import pytest

from omnibroker.config import Keys, Secret
from omnibroker.security import KeyFile

ACCOUNT = "ibkr:DU1234567"
ORDER = {
    "instrument": "AAPL.US",
    "side": "BUY",
    "type": "LIMIT",
    "quantity": "1",
    "limit_price": "100",
    "time_in_force": "DAY",
    "session": "REGULAR",
    "position_effect": "AUTO",
}
STEPS = [(m, w) for m in ("admit", "attempt", "settle") for w in ("before", "after")]
PATIENCE = 40
_numbers = count(1)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def process(*command):
    """Run a program while the block runs; what it writes is shown where the test fails."""
    running = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        yield running
    finally:
        running.kill()
        running.wait()
        running.stdout.close()


@pytest.fixture(scope="module")
def broker():
    """The URL of a simulated IBKR that outlives every gateway."""
    with process(sys.executable, "-m", "omnibroker", "sandbox", "ibkr") as sandbox:
        yield sandbox.stdout.readline().strip()


class Gateways:
    """One configuration, one journal, and one process after another over them."""

    def __init__(self, folder: Path, broker: str, database: str) -> None:
        self.broker = broker.removesuffix("/v1/api")
        keys = Keys(str(folder / "keys.json"), Secret(file=str(folder / "pepper.key")))
        scopes = ("account:read", "market:read", "trade:paper")
        self.key, _ = KeyFile(keys).create("crash", scopes, ("*",), None)
        self.config = folder / "omnibroker.toml"
        self.config.write_text(
            f"""[keys]
file = "{folder / "keys.json"}"
pepper = {{ file = "{folder / "pepper.key"}" }}
[journal]
url = "{database}"
[connections.ibkr]
broker = "ibkr"
base_url = "{broker}"
environment = "paper"
pacing = "off"
"""
        )

    @contextmanager
    def run(self, *crash):
        """Serve until the block ends, or until the process kills itself at the step that `crash` names."""
        port = free_port()
        if crash:
            program = Path(__file__).with_name("crashing_gateway.py")
            command = (sys.executable, str(program), *crash, str(self.config), str(port))
        else:
            command = (sys.executable, "-m", "omnibroker", "serve")
            command += ("--config", str(self.config), "--port", str(port))
        headers = {"authorization": f"Bearer {self.key}"}
        with (
            process(*command),
            httpx.Client(
                base_url=f"http://127.0.0.1:{port}", headers=headers, timeout=20
            ) as client,
        ):
            until(lambda: self._is_ready(client))
            yield client

    @staticmethod
    def _is_ready(client):
        try:
            return client.get("/v1/accounts").json()["items"]
        except (httpx.TransportError, KeyError):
            return False

    def at_the_broker(self, order_id):
        """Return the orders that really exist under a tag."""
        orders = httpx.get(f"{self.broker}/sandbox/book").json()["orders"]
        return [order for order in orders if order["reference"] == order_id]


def until(condition):
    """Return what a condition gives once it holds."""
    deadline = time.monotonic() + PATIENCE
    while not (found := condition()):
        if time.monotonic() > deadline:
            raise AssertionError("it never came to hold")
        time.sleep(0.1)
    return found


@pytest.fixture
def gateways(tmp_path, broker):
    """Gateways over a new journal in a file."""
    return Gateways(tmp_path, broker, f"sqlite:///{tmp_path}/journal.sqlite3")


@pytest.fixture
def gateways_anywhere(tmp_path, broker, database):
    """Gateways over a new journal, in a file and on a server."""
    return Gateways(tmp_path, broker, database)


def place(client, client_order_id):
    body = {**ORDER, "client_order_id": client_order_id}
    return client.post(f"/v1/accounts/{ACCOUNT}/orders", json=body)


def known(client, client_order_id):
    return client.get(f"/v1/accounts/{ACCOUNT}/orders/client:{client_order_id}")


@pytest.mark.slow
@pytest.mark.parametrize(("method", "moment"), STEPS)
def test_a_placement_that_is_killed_is_neither_lost_nor_doubled(gateways_anywhere, method, moment):
    """After the restart the same id gives one order, or says for ever that nothing is proven."""
    gateways = gateways_anywhere
    client_order_id = f"killed-{next(_numbers)}"
    with gateways.run("place_order", method, moment) as client, pytest.raises(httpx.TransportError):
        place(client, client_order_id)
    with gateways.run() as client:
        answer = until(lambda: _settled(client, client_order_id, is_sent=method == "settle"))
        orders = gateways.at_the_broker(answer.json()["order_id"])
        if answer.status_code == 504:
            # Killed between the attempt and the first byte: the journal cannot tell it from a lost answer.
            assert (method, moment, orders) == ("attempt", "after", [])
            assert known(client, client_order_id).json()["status"] == "UNKNOWN"
        else:
            assert len(orders) == 1
            assert known(client, client_order_id).json()["status"] == "WORKING"
            assert place(client, client_order_id).status_code == 200


def _settled(client, client_order_id, *, is_sent):
    """Return the answer to the repeated request; an order that was sent is waited for."""
    answer = place(client, client_order_id)
    return None if is_sent and answer.status_code == 504 else answer


@pytest.mark.slow
@pytest.mark.parametrize(("method", "moment"), STEPS)
def test_a_cancel_that_is_killed_can_be_asked_again(gateways, method, moment):
    """Whatever was sent before, asking again ends the order, and the gateway says so."""
    client_order_id = f"killed-{next(_numbers)}"
    path = f"/v1/accounts/{ACCOUNT}/orders/client:{client_order_id}"
    with gateways.run("cancel_order", method, moment) as client:
        assert place(client, client_order_id).status_code == 201
        with pytest.raises(httpx.TransportError):
            client.post(f"{path}/cancel")
    with gateways.run() as client:
        # It may have ended meanwhile: then there is nothing to cancel any more.
        assert client.post(f"{path}/cancel").status_code in {200, 202, 409}
        until(lambda: client.get(path).json()["status"] == "CANCELLED")


@pytest.mark.slow
@pytest.mark.parametrize(("method", "moment"), STEPS)
def test_a_change_that_is_killed_is_never_guessed(gateways, method, moment):
    """The same key does it once, or says that it was done, or that nothing is proven."""
    client_order_id = f"killed-{next(_numbers)}"
    path = f"/v1/accounts/{ACCOUNT}/orders/client:{client_order_id}"
    with gateways.run("modify_order", method, moment) as client:
        order = place(client, client_order_id).json()
        with pytest.raises(httpx.TransportError):
            change(client, path)
    with gateways.run() as client:
        answer = until(lambda: _changed(client, path, is_sent=method == "settle"))
        (at_broker,) = gateways.at_the_broker(order["order_id"])
        if answer.status_code == 504:
            assert (method, moment) == ("attempt", "after")
            assert client.get(path).json()["pending_action"]["kind"] == "MODIFY"
            assert float(at_broker["limit_price"]) == 100
        else:
            assert answer.status_code in {200, 202}
            assert client.get(path).json()["limit_price"] == "99"
            assert float(at_broker["limit_price"]) == 99


def change(client, path):
    headers = {"idempotency-key": "m-1", "content-type": "application/merge-patch+json"}
    return client.patch(path, content=b'{"limit_price": "99"}', headers=headers)


def _changed(client, path, *, is_sent):
    answer = change(client, path)
    return None if is_sent and answer.status_code == 504 else answer
