"""The unified API keeps its contract under fuzzing, over each healthy simulated broker: no failure, no 5xx."""

import pytest
from fuzzing import ACCOUNTS, AUTHORIZED, aimed, schema_of

from omnibroker import bundles

# Closing the session would end every later request in 503; it has tests of its own.
CLOSING = "close_session"
BUNDLE = bundles.published(bundles.load("unified"))


def schema(broker: str):
    """The unified API with requests that name the broker's own."""
    return schema_of(aimed(BUNDLE, broker)).exclude(operation_id=CLOSING)


@pytest.fixture(scope="module")
def url_of(start_gateway):
    """The URL of a gateway over one broker, each started once."""
    started: dict[str, str] = {}

    def url(broker: str) -> str:
        if broker not in started:
            started[broker] = start_gateway(broker)[0]
        return started[broker]

    return url


@pytest.fixture(scope="module")
def ordinary_url(start_gateway):
    """A gateway over all brokers that serves everything through Connexion's ordinary stack."""
    return start_gateway(*ACCOUNTS, plans=False)[0]


@schema("ibkr").parametrize()
def test_over_ibkr(case, url_of):
    """Every operation keeps every check."""
    case.call_and_validate(base_url=url_of("ibkr"), headers=AUTHORIZED)


@schema("tiger").parametrize()
def test_over_tiger(case, url_of):
    """Every operation keeps every check."""
    case.call_and_validate(base_url=url_of("tiger"), headers=AUTHORIZED)


@schema("futu").parametrize()
def test_over_futu(case, url_of):
    """Every operation keeps every check."""
    case.call_and_validate(base_url=url_of("futu"), headers=AUTHORIZED)


@schema("tradelocker").parametrize()
def test_over_tradelocker(case, url_of):
    """Every operation keeps every check."""
    case.call_and_validate(base_url=url_of("tradelocker"), headers=AUTHORIZED)


@schema("ibkr").parametrize()
def test_on_the_ordinary_stack(case, ordinary_url):
    """Every operation keeps every check on the other road too, with all brokers behind it."""
    case.call_and_validate(base_url=ordinary_url, headers=AUTHORIZED)
