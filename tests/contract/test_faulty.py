"""Over a broker that misbehaves, every answer is a documented problem, and never the gateway's own failure."""

import httpx
import pytest
from fuzzing import AUTHORIZED, schema_of

from omnibroker import bundles
from omnibroker.problems import CODES

# A broker that fails makes 5xx legitimate, and data that is valid need not be accepted.
SCHEMA = schema_of(
    bundles.published(bundles.load("unified")),
    not_a_server_error={"enabled": False},
    positive_data_acceptance={"enabled": False},
    examples=5,
).exclude(operation_id="close_session")
FAULTS = [
    {"kind": "status", "status": 500, "body": "html"},
    {"kind": "reset_after"},
    {"kind": "truncated"},
    {"kind": "rate_limited"},
    {"kind": "html"},
]


@pytest.fixture(scope="module", params=FAULTS, ids=lambda fault: fault["kind"])
def faulty_url(request, start_gateway):
    """A gateway whose broker has one fault on every call that is not about its session."""
    url, broker = start_gateway()
    paths = [
        "/iserver/account*",
        "/iserver/marketdata/*",
        "/portfolio/*",
        "/trsrv/*",
        "/contract/*",
    ]
    rules = [{**request.param, "path": path, "count": 1_000_000} for path in paths]
    assert httpx.put(f"{broker}/sandbox/faults", json={"faults": rules}).status_code == 200
    return url


@SCHEMA.parametrize()
def test_a_faulty_broker(case, faulty_url):
    """Whatever the broker sends, the answer fits the contract and names a known code."""
    response = case.call_and_validate(base_url=faulty_url, headers=AUTHORIZED)
    if response.status_code >= 500:
        assert response.json()["code"] in CODES
        assert response.json()["code"] != "internal_error"
