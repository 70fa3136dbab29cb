"""Over brokers that misbehave, every answer is a documented problem, and never the gateway's own failure."""

import httpx
import pytest
from fuzzing import AUTHORIZED, aimed, schema_of

from omnibroker import bundles
from omnibroker.problems import CODES

RAW = bundles.load("unified")
BUNDLE = bundles.published(RAW)
# A broker's faults do not reach what asks no broker; closing the session would end the test.
LEFT_OUT = [
    "close_session",
    *(raw["operationId"] for _, _, raw in bundles.operations(RAW) if "x-upstream" not in raw),
]
FAULTS = [
    {"kind": "status", "status": 500, "body": "html"},
    {"kind": "reset_after"},
    {"kind": "truncated"},
    {"kind": "rate_limited"},
    {"kind": "html"},
]
# Every call that is not about the session itself, by the paths of each broker's spec.
PATHS = {
    "ibkr": [
        "/iserver/account*",
        "/iserver/marketdata/*",
        "/portfolio/*",
        "/trsrv/*",
        "/contract/*",
    ],
    "tradelocker": ["/trade/accounts/*", "/trade/orders/*", "/trade/quotes", "/trade/history"],
    "tiger": ["*order*", "*assets", "*positions", "*quote_*", "*contract*", "*kline"],
    "futu": ["/api/*order*", "/api/funds", "/api/positions", "/api/s*", "/api/*kline"],
}


def schema(broker: str):
    """A broker that fails makes 5xx legitimate, and data that is valid need not be accepted."""
    checks = {
        "not_a_server_error": {"enabled": False},
        "positive_data_acceptance": {"enabled": False},
    }
    examples = 5 if broker == "ibkr" else 2
    return schema_of(aimed(BUNDLE, broker), examples, **checks).exclude(operation_id=LEFT_OUT)


@pytest.fixture(scope="module", params=FAULTS, ids=lambda fault: fault["kind"])
def url_of(request, start_gateway):
    """The URL of a gateway whose broker has one fault on every call that is not about its session."""
    started: dict[str, str] = {}

    def url(broker: str) -> str:
        if broker not in started:
            started[broker], urls = start_gateway(broker)
            rules = [{**request.param, "path": path, "count": 1_000_000} for path in PATHS[broker]]
            answer = httpx.put(f"{urls[broker]}/sandbox/faults", json={"faults": rules})
            assert answer.status_code == 200
        return started[broker]

    return url


def check(case, url: str) -> None:
    """Whatever the broker sends, the answer fits the contract and names a known code."""
    response = case.call_and_validate(base_url=url, headers=AUTHORIZED)
    if response.status_code >= 500:
        assert response.json()["code"] in CODES
        assert response.json()["code"] != "internal_error"


@schema("ibkr").parametrize()
def test_a_faulty_ibkr(case, url_of):
    """Every fault becomes a documented answer."""
    check(case, url_of("ibkr"))


@schema("tiger").parametrize()
def test_a_faulty_tiger(case, url_of):
    """Every fault becomes a documented answer."""
    check(case, url_of("tiger"))


@schema("futu").parametrize()
def test_a_faulty_futu(case, url_of):
    """Every fault becomes a documented answer."""
    check(case, url_of("futu"))


@schema("tradelocker").parametrize()
def test_a_faulty_tradelocker(case, url_of):
    """Every fault becomes a documented answer."""
    check(case, url_of("tradelocker"))
