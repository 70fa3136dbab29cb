"""Intents as both faces make them, a clock that is set by hand, and limits over a database of their own."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from omnibroker.limits.gate import Limits
from omnibroker.limits.intents import OrderIntent, market_of
from omnibroker.limits.settings import KeyLimits
from omnibroker.limits.terms import Terms
from omnibroker.limits.values import MarketPrice
from omnibroker.storage.store import Store

# A Monday, 10:00 in New York.
START = datetime(2026, 3, 2, 15, 0, 0, tzinfo=UTC)
FIELDS = set(OrderIntent.__dataclass_fields__)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now

    def pass_by(self, **duration):
        self.now += timedelta(**duration)


@pytest.fixture
def clock():
    """The clock of the limits in a test."""
    return Clock()


def market(touch, highest=None, quality="REALTIME"):
    """Return the market's price."""
    return MarketPrice(Decimal(touch), Decimal(highest or touch), quality)


@pytest.fixture(scope="session")
def make_market():
    """Build a market's price: the touch, the highest (else the same), the quality."""
    return market


def intent(**members):
    """Return the intent of a limit order of one share at 100; members of the order or of the intent differ."""
    order = {"side": "BUY", "type": "LIMIT", "quantity": "1", "limit_price": "100"}
    order |= {name: value for name, value in members.items() if name not in FIELDS}
    terms = Terms.read({name: value for name, value in order.items() if value is not None})
    given = {name: value for name, value in members.items() if name in FIELDS}
    account_id, instrument = given.get("account_id", "ibkr:DU1"), given.get("instrument", "AAPL.US")
    value = Decimal(given.pop("value", 100)) if given.get("value", 100) is not None else None
    facts = {
        "key_id": "k1",
        "account_id": account_id,
        "connection": account_id.partition(":")[0],
        "broker": "ibkr",
        "environment": "paper",
        "operation": "place_order",
        "instrument": instrument,
        "market": market_of(instrument),
        "terms": terms,
        "client_order_id": "c-1",
        "digest": terms.digest(account_id, instrument),
        "added_quantity": terms.quantity,
        "value": value,
        "added_value": value,
        "currency": "USD",
    }
    return OrderIntent(**{**facts, **given})


@pytest.fixture(scope="session")
def make_intent():
    """Build an intent: `make_intent(side="SELL", quantity="2", key_id="k2", …)`."""
    return intent


@pytest.fixture
def make_limits(clock):
    """Build limits: `make_limits({account: {name: text}}, store=…)`; by default over a database in memory."""

    def make(accounts=None, store=None):
        tables = {name: KeyLimits.from_pairs(pairs) for name, pairs in (accounts or {}).items()}
        return Limits(store or Store.open(None), tables, clock)

    return make


@pytest.fixture
def url(tmp_path):
    """A database in a file."""
    return f"sqlite:///{tmp_path}/journal.db"
