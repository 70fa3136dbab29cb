"""The real process is killed at every step of a write: nothing acknowledged is lost, nothing is done twice."""

from itertools import count
from pathlib import Path

import httpx
import pytest
from houses import order

from proving.processes import Place, simulated, until
from simulations import SIMULATIONS

ORDERS = f"/v1/accounts/{SIMULATIONS['ibkr'].account}/orders"
STEPS = [(m, w) for m in ("admit", "attempt", "settle") for w in ("before", "after")]
CRASHING = str(Path(__file__).with_name("crashing_gateway.py"))
_numbers = count(1)


@pytest.fixture(scope="module")
def broker():
    """A simulated IBKR that outlives every gateway."""
    with simulated("ibkr") as running:
        yield running


@pytest.fixture
def home(tmp_path, broker):
    """Where gateways run over one new journal, in a file."""
    return Place(tmp_path, [broker])


@pytest.fixture
def home_anywhere(tmp_path, broker, database):
    """Where gateways run over one new journal, in a file and on a server."""
    return Place(tmp_path, [broker], database=database)


def at_the_broker(broker, order_id):
    """Return the orders that really exist under a tag."""
    orders = broker.control("GET", "book")["orders"]
    return [each for each in orders if each["reference"] == order_id]


def place(client, client_order_id):
    return client.post(ORDERS, json=order(client_order_id))


def known(client, client_order_id):
    return client.get(f"{ORDERS}/client:{client_order_id}")


@pytest.mark.slow
@pytest.mark.parametrize(("method", "moment"), STEPS)
def test_a_placement_that_is_killed_is_neither_lost_nor_doubled(
    home_anywhere, broker, method, moment
):
    """After the restart the same id gives one order, or says for ever that nothing is proven."""
    client_order_id = f"killed-{next(_numbers)}"
    with (
        home_anywhere.gateway(CRASHING, "place_order", method, moment) as (_, client),
        pytest.raises(httpx.TransportError),
    ):
        place(client, client_order_id)
    with home_anywhere.gateway() as (_, client):
        answer = until(lambda: _settled(client, client_order_id, is_sent=method == "settle"))
        orders = at_the_broker(broker, answer.json()["order_id"])
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
def test_a_cancel_that_is_killed_can_be_asked_again(home, method, moment):
    """Whatever was sent before, asking again ends the order, and the gateway says so."""
    client_order_id = f"killed-{next(_numbers)}"
    path = f"{ORDERS}/client:{client_order_id}"
    with home.gateway(CRASHING, "cancel_order", method, moment) as (_, client):
        assert place(client, client_order_id).status_code == 201
        with pytest.raises(httpx.TransportError):
            client.post(f"{path}/cancel")
    with home.gateway() as (_, client):
        # It may have ended meanwhile: then there is nothing to cancel any more.
        assert client.post(f"{path}/cancel").status_code in {200, 202, 409}
        until(lambda: client.get(path).json()["status"] == "CANCELLED")


@pytest.mark.slow
@pytest.mark.parametrize(("method", "moment"), STEPS)
def test_a_change_that_is_killed_is_never_guessed(home, broker, method, moment):
    """The same key does it once, or says that it was done, or that nothing is proven."""
    client_order_id = f"killed-{next(_numbers)}"
    path = f"{ORDERS}/client:{client_order_id}"
    with home.gateway(CRASHING, "modify_order", method, moment) as (_, client):
        order_id = place(client, client_order_id).json()["order_id"]
        with pytest.raises(httpx.TransportError):
            change(client, path)
    with home.gateway() as (_, client):
        answer = until(lambda: _changed(client, path, is_sent=method == "settle"))
        (standing,) = at_the_broker(broker, order_id)
        if answer.status_code == 504:
            assert (method, moment) == ("attempt", "after")
            assert client.get(path).json()["pending_action"]["kind"] == "MODIFY"
            assert float(standing["limit_price"]) == 100
        else:
            assert answer.status_code in {200, 202}
            assert client.get(path).json()["limit_price"] == "99"
            assert float(standing["limit_price"]) == 99


def change(client, path):
    headers = {"idempotency-key": "m-1", "content-type": "application/merge-patch+json"}
    return client.patch(path, content=b'{"limit_price": "99"}', headers=headers)


def _changed(client, path, *, is_sent):
    answer = change(client, path)
    return None if is_sent and answer.status_code == 504 else answer
