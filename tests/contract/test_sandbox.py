"""Each simulated broker keeps the broker's own spec under fuzzing."""

import pytest
from fuzzing import EXAMPLES, schema_of

from omnibroker import bundles
from omnibroker.simulated import BASE_PATHS

# Logging out, or taking the session away, would end every later request.
ENDING = {
    "ibkr": {"logout", "reauthenticate", "init_brokerage_session"},
    "tiger": set(),
    "futu": {"admin_shutdown"},
    "tradelocker": set(),
}
# What a request is let in with, where the session that is up is not enough.
HEADERS = {"futu": {"Authorization": "Bearer sandbox"}}


def schema(broker: str):
    """The brokers answer plain mistakes with 500, take what their specs do not know, and say 200 to much that is wrong: only what they answer can be checked."""
    unchecked = (
        "not_a_server_error",
        "positive_data_acceptance",
        "negative_data_rejection",
        "missing_required_header",
        "unsupported_method",
        "use_after_free",
        "ensure_resource_availability",
        "ignored_auth",
    )
    checks = {name: {"enabled": False} for name in unchecked}
    found = schema_of(bundles.load(broker), max(5, EXAMPLES // 4), **checks)
    return found.exclude(operation_id=sorted(ENDING[broker])) if ENDING[broker] else found


@pytest.fixture(scope="module")
def url_of(start_broker):
    """The base URL of a simulated broker, each started once."""
    started: dict[str, str] = {}

    def url(broker: str) -> str:
        if broker not in started:
            started[broker] = start_broker(broker) + BASE_PATHS[broker].rstrip("/")
        return started[broker]

    return url


def check(case, broker: str, url: str) -> None:
    """Every answer has a declared status, media type and shape."""
    case.call_and_validate(base_url=url, headers=HEADERS.get(broker))


@schema("ibkr").parametrize()
def test_ibkr(case, url_of):
    """Every answer is as documented."""
    check(case, "ibkr", url_of("ibkr"))


@schema("tiger").parametrize()
def test_tiger(case, url_of):
    """Every answer is as documented, behind the signed envelope."""
    check(case, "tiger", url_of("tiger"))


@schema("futu").parametrize()
def test_futu(case, url_of):
    """Every answer is as documented."""
    check(case, "futu", url_of("futu"))


@schema("tradelocker").parametrize()
def test_tradelocker(case, url_of):
    """Every answer is as documented."""
    check(case, "tradelocker", url_of("tradelocker"))
