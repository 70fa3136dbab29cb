"""The real process is told to stop while an order is under way: exit status 0, and nothing is lost."""

import signal
import threading

import pytest
from houses import order

from faulting.facts import FACTS
from proving.processes import Place, simulated, until

ORDERS = f"/v1/accounts/{FACTS['ibkr'].account}/orders"
METHOD, PATH = FACTS["ibkr"].targets["place"]


@pytest.fixture(scope="module")
def broker():
    """A simulated IBKR that outlives every gateway."""
    with simulated("ibkr") as running:
        yield running


class Posted(threading.Thread):
    """Posts an order beside the test; `answer` is what came back."""

    def __init__(self, client, client_order_id):
        super().__init__()
        self.client, self.body = client, order(client_order_id)
        self.start()

    def run(self):
        self.answer = self.client.post(ORDERS, json=self.body)


def slow(broker, milliseconds):
    """Let the broker take its time over the next order."""
    rule = {"path": PATH, "method": METHOD, "kind": "latency", "milliseconds": milliseconds}
    broker.control("PUT", "faults", {"faults": [rule]})


def stop_while_it_is_sent(place, broker, client_order_id):
    """Stop a gateway while the broker has an order and has not answered; return the client's answer."""
    with place.gateway() as (process, client):
        posted = Posted(client, client_order_id)
        until(lambda: not broker.control("GET", "faults")["faults"])
        process.send_signal(signal.SIGTERM)
        posted.join(60)
        assert process.wait(60) == 0
    return posted.answer


@pytest.mark.slow
def test_an_order_under_way_is_settled_before_the_end(tmp_path, broker):
    """The client has its 201, and the next process knows the order as it is."""
    place = Place(tmp_path, [broker])
    slow(broker, 1500)
    answer = stop_while_it_is_sent(place, broker, "stop-1")
    assert answer.status_code == 201, answer.text
    with place.gateway() as (_, client):
        known = client.get(f"{ORDERS}/client:stop-1").json()
        assert (known["order_id"], known["status"]) == (answer.json()["order_id"], "WORKING")


@pytest.mark.slow
def test_an_order_that_is_not_answered_is_journaled(tmp_path, broker):
    """The client is told that nothing is proven, the next process says the same, and nothing is sent again."""
    place = Place(tmp_path, [broker], "[orders]\ndeadline_seconds = 2\n")
    slow(broker, 6000)
    answer = stop_while_it_is_sent(place, broker, "stop-2")
    assert (answer.status_code, answer.json()["code"]) == (504, "outcome_unknown")
    with place.gateway() as (_, client):
        assert client.get(f"{ORDERS}/client:stop-2").json()["status"] == "UNKNOWN"
        again = client.post(ORDERS, json=order("stop-2"))
        assert (again.status_code, again.json()["order_id"]) == (504, answer.json()["order_id"])
    # The broker came to it after the connection was cut: then it does nothing.
    book = broker.control("GET", "book")["orders"]
    assert answer.json()["order_id"] not in [order["reference"] for order in book]
