"""What an order says, as exact numbers; and what makes two orders the same."""

from decimal import Decimal

import pytest

from omnibroker.limits.terms import Terms

LIMIT = {"side": "BUY", "type": "LIMIT", "quantity": "1", "limit_price": "100"}


def digest(**changes):
    """The digest of an order that differs from LIMIT."""
    body = {name: value for name, value in {**LIMIT, **changes}.items() if value is not None}
    account_id, instrument = body.pop("account_id", "a:1"), body.pop("instrument", "AAPL.US")
    return Terms.read(body).digest(account_id, instrument)


def test_numbers_are_compared_by_value():
    """1.0 and 1 are the same quantity, and SHARE is what no unit means."""
    assert digest() == digest(quantity="1.00", limit_price="100.0", quantity_unit="SHARE")


@pytest.mark.parametrize(
    "change",
    [
        {"side": "SELL"},
        {"type": "LIMIT_ON_CLOSE"},
        {"quantity": "2"},
        {"quantity_unit": "LOT"},
        {"quantity": None, "notional": {"amount": "1", "currency": "USD"}},
        {"limit_price": "100.01"},
        {"stop_price": "100"},
        {"trail": {"kind": "AMOUNT", "value": "1"}},
        {"position_id": "p1"},
        {"instrument": "MSFT.US"},
        {"account_id": "a:2"},
    ],
)
def test_every_term_tells_orders_apart(change):
    """An order that differs in any of its terms is another order."""
    assert digest(**change) != digest()


def test_trails_differ_by_kind_value_and_offset():
    """Three trailing orders, three digests."""
    trails = [
        {"kind": "AMOUNT", "value": "1"},
        {"kind": "PERCENT", "value": "1"},
        {"kind": "AMOUNT", "value": "1", "limit_offset": "1"},
    ]
    assert len({digest(trail=trail) for trail in trails}) == 3


@pytest.mark.parametrize(
    ("side", "trail", "prices"),
    [
        ("SELL", {"kind": "AMOUNT", "value": "2"}, ["198"]),
        ("BUY", {"kind": "PERCENT", "value": "1.5"}, ["203"]),
        ("SELL", {"kind": "AMOUNT", "value": "2", "limit_offset": "0.5"}, ["198", "197.5"]),
        ("BUY", {"kind": "AMOUNT", "value": "2", "limit_offset": "-0.5"}, ["202", "202.5"]),
    ],
)
def test_a_trailing_stop_stands_on_the_far_side_of_the_market(side, trail, prices):
    """Below it for a sale, above it for a purchase; its limit a little further."""
    terms = Terms.read({"side": side, "type": "TRAILING_STOP", "quantity": "1", "trail": trail})
    assert terms.has_prices
    assert [str(price.normalize()) for price in terms.prices(Decimal(200))] == prices
    assert terms.prices(None) == ()


def test_a_market_order_names_no_price():
    """Neither limit, stop nor trail."""
    assert not Terms.read({"side": "BUY", "type": "MARKET", "quantity": "1"}).has_prices
