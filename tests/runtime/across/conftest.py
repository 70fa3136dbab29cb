"""What the same order is called at each broker."""

import pytest

# Each broker's words where they must differ; everything else of an order is the same everywhere.
TICKETS = {
    "ibkr": {
        "instrument": "AAPL.US",
        "quantity": "10",
        "time_in_force": "DAY",
        "position_effect": "AUTO",
    },
    "tiger": {
        "instrument": "AAPL.US",
        "quantity": "10",
        "time_in_force": "DAY",
        "position_effect": "AUTO",
    },
    "futu": {
        "instrument": "AAPL.US",
        "quantity": "10",
        "time_in_force": "DAY",
        "position_effect": "AUTO",
    },
    "tradelocker": {
        "instrument": "CFD:BTCUSD",
        "quantity": "0.1",
        "quantity_unit": "LOT",
        "time_in_force": "GTC",
        "position_effect": "OPEN",
    },
}


@pytest.fixture(scope="session")
def tickets():
    """The same order in each broker's words."""
    return TICKETS


@pytest.fixture
def street(make_street):
    """A gateway over every broker."""
    return make_street(list(TICKETS))
