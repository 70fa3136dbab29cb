"""Simulated brokers: whichever is in the sandbox's table is served as its own spec says."""

import json
from dataclasses import replace

import pytest

from omnibroker.simulated import BASE_PATHS, simulate
from omnibroker_sandbox.brokers import SANDBOXES
from omnibroker_sandbox.exchange import Exchange

ACCOUNTS = "/iserver/accounts"


class MethodInBody:
    """A front as a broker needs it whose wire has one path: the body names the operation."""

    def __init__(self, app):
        self._app = app

    async def __call__(self, scope, receive, send):
        if scope["path"] == "/gateway":
            message = await receive()
            path = f"/v1/api{json.loads(message['body'])['method']}"
            scope = {**scope, "method": "GET", "path": path, "raw_path": path.encode()}
        await self._app(scope, receive, send)


@pytest.fixture
def fronted(monkeypatch):
    """IBKR's simulation behind a front."""
    monkeypatch.setitem(SANDBOXES, "ibkr", replace(SANDBOXES["ibkr"], front=MethodInBody))
    return simulate("ibkr", seed=1, ready=True)


def test_every_simulated_broker_is_served_below_its_spec_s_base_path(bundles):
    """None is left out, and the path is that of the spec's server."""
    assert BASE_PATHS.keys() == SANDBOXES.keys()
    for broker, path in BASE_PATHS.items():
        assert bundles[broker]["servers"][0]["url"] == path


@pytest.mark.parametrize("broker", list(SANDBOXES))
def test_every_operation_of_the_spec_is_simulated(broker, bundles):
    """Assembling looks each one up, so a missing one would stop the start; none is served besides."""
    assert simulate(broker, seed=1)
    declared = {
        raw["operationId"]
        for item in bundles[broker]["paths"].values()
        for raw in item.values()
        if isinstance(raw, dict) and "operationId" in raw
    }
    sandbox = SANDBOXES[broker].build(Exchange(1), ready=True)
    assert sandbox.operations.keys() == declared


async def test_what_no_operation_covers_is_refused_as_the_broker_does(request_of):
    """The broker's own error renderer answers, not the gateway's."""
    answer = await request_of(simulate("ibkr", seed=1), "GET", "/v1/api/no/such/thing")
    expected = SANDBOXES["ibkr"].render_error(404, "not_found", "")
    assert (answer.status, answer.body.decode()) == (expected.status, expected.body)
    assert answer.headers["content-type"] == expected.media_type


async def test_a_front_turns_a_broker_s_wire_into_the_paths_of_its_spec(fronted, request_of):
    """The same answer as on the spec's path; what the front does not know passes through it."""
    body = json.dumps({"method": ACCOUNTS}).encode()
    direct = await request_of(fronted, "GET", f"/v1/api{ACCOUNTS}")
    through = await request_of(fronted, "POST", "/gateway", chunks=[body])
    assert direct.status == 200
    assert (through.status, through.json()) == (200, direct.json())


async def test_faults_are_aimed_at_single_operations_behind_a_front(fronted, request_of):
    """A fault names the spec's path, although every operation has one path on the wire."""
    rule = {"path": ACCOUNTS, "kind": "rate_limited"}
    armed = json.dumps({"faults": [rule]}).encode()
    assert (await request_of(fronted, "PUT", "/sandbox/faults", chunks=[armed])).status == 200
    statuses = []
    for method in ("/portfolio/accounts", ACCOUNTS):
        body = json.dumps({"method": method}).encode()
        answer = await request_of(fronted, "POST", "/gateway", chunks=[body])
        statuses.append(answer.status)
    assert statuses == [200, 429]
