"""What an order is worth: exact, never less than it can come to, or refused."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import NotSent
from omnibroker.limits.terms import Terms
from omnibroker.limits.values import Factors, MarketPrice, added, is_near, summed, value_of

SHARE = Factors("USD", Decimal(1), Decimal(1), Decimal(1))
OPTION = Factors("USD", Decimal(1), Decimal(100), Decimal(1))
NUMBERS = st.decimals("0.000001", "999999999", places=6)


def terms(side="BUY", kind="LIMIT", quantity="10", **prices):
    """The terms of an order."""
    body = {"side": side, "type": kind, "quantity": quantity, **prices}
    return Terms.read({name: value for name, value in body.items() if value is not None})


@pytest.mark.parametrize(
    ("order", "worth"),
    [
        # Nobody buys above his limit; the market is not asked.
        (terms(limit_price="90"), "900"),
        (terms(kind="STOP_LIMIT", stop_price="95", limit_price="96"), "960"),
        # A sale below the market is filled at the market.
        (terms("SELL", limit_price="0.01"), "1020"),
        (terms("SELL", limit_price="120"), "1200"),
        (terms(kind="MARKET"), "1020"),
        (terms("SELL", "MARKET"), "1020"),
        (terms(kind="STOP", stop_price="150"), "1500"),
        (terms("SELL", "STOP", stop_price="50"), "1020"),
        (terms(kind="TRAILING_STOP", trail={"kind": "AMOUNT", "value": "9"}), "1100"),
        # A trailing limit moves with the market: where it stands now bounds nothing.
        (
            terms(
                kind="TRAILING_STOP_LIMIT",
                limit_price="1",
                trail={"kind": "AMOUNT", "value": "9", "limit_offset": "1"},
            ),
            "1110",
        ),
        # A limit below zero bounds nothing: what is paid may be any amount.
        (terms(limit_price="-200"), "2000"),
    ],
)
def test_an_order_is_worth_the_most_that_it_names_or_meets(order, worth):
    """The limit of a purchase; else the highest of its own and the market's prices."""
    market = MarketPrice(Decimal(101), Decimal(102), "REALTIME")
    assert value_of(order, SHARE, market) == Decimal(worth)


@pytest.mark.parametrize(
    ("factors", "worth"),
    [
        (OPTION, "250"),
        (Factors("USD", Decimal(100_000), Decimal(1), Decimal(1)), "250000"),
        (Factors("GBP", Decimal(1), Decimal(1), Decimal(100)), "0.025"),
    ],
)
def test_every_factor_counts(factors, worth):
    """Units of a lot, multiplier of an option, prices in pence."""
    assert value_of(terms(quantity="1", limit_price="2.5"), factors, None) == Decimal(worth)


def test_an_order_by_amount_is_worth_its_amount():
    """No factor and no market is needed."""
    order = terms(kind="MARKET", quantity=None, notional={"amount": "99.99", "currency": "USD"})
    assert value_of(order, None, None) == Decimal("99.99")


@given(NUMBERS, NUMBERS, st.decimals("0.01", "1000000", places=2))
def test_values_are_exact(quantity, price, multiplier):
    """As exact as fractions, whatever the number of digits."""
    factors = Factors("USD", Decimal(1), multiplier, Decimal(100))
    order = terms(quantity=f"{quantity:f}", limit_price=f"{price:f}")
    exact = Fraction(quantity) * Fraction(price) * Fraction(multiplier) / 100
    assert Fraction(value_of(order, factors, None)) == exact


@given(st.lists(st.decimals(0, "1e30", places=18), max_size=20))
def test_sums_are_exact(values):
    """More digits than Python's usual 28 change nothing."""
    total = Decimal(0)
    for value in values:
        total = summed(total, value)
    assert Fraction(total) == sum(map(Fraction, values))


@pytest.mark.parametrize(
    ("order", "factors", "market"),
    [
        (terms(kind="MARKET"), SHARE, None),
        (terms(kind="MARKET"), SHARE, MarketPrice(Decimal(1), Decimal(1), "DELAYED")),
        (terms(kind="MARKET"), SHARE, MarketPrice(Decimal(1), Decimal(1), "UNKNOWN")),
        (terms("SELL", limit_price="1"), SHARE, None),
        (terms(limit_price="1"), None, None),
        (terms(quantity=None, limit_price="1"), SHARE, None),
        (terms(limit_price="1"), Factors("USD", Decimal(1), Decimal(1), Decimal(3)), None),
        (terms(quantity="9" * 28, limit_price="9" * 28), SHARE, None),
    ],
)
def test_what_cannot_be_said_exactly_and_now_is_refused(order, factors, market):
    """No price, an old price, no factor, no quantity, an endless fraction, an absurd size."""
    with pytest.raises(NotSent) as told:
        value_of(order, factors, market)
    assert told.value.code == "limit_unproven"


@pytest.mark.parametrize("missing", ["currency", "units_per_quantity", "price_multiplier"])
def test_a_missing_factor_is_refused_by_name(missing):
    """What the broker does not say is not guessed; only a magnifier goes without saying."""
    said = {"broker": "x", "currency": "USD", "units_per_quantity": "1", "price_multiplier": "100"}
    assert Factors.read(said) == OPTION
    del said[missing]
    with pytest.raises(NotSent, match=missing):
        Factors.read(said)


@pytest.mark.parametrize(
    ("side", "quote", "touch"),
    [
        ("BUY", {"bid": "9", "ask": "11", "last": "10"}, "11"),
        ("SELL", {"bid": "9", "ask": "11", "last": "10"}, "9"),
        ("BUY", {"bid": "9", "last": "10"}, "10"),
        ("SELL", {"ask": "11", "last": "10"}, "10"),
        ("BUY", {"bid": "9"}, None),
        ("SELL", {"prior_close": "10"}, None),
    ],
)
def test_the_market_is_what_the_side_meets(side, quote, touch):
    """The ask for a purchase, the bid for a sale, else the last trade; a prior close is no price."""
    market = MarketPrice.read({"data_quality": "REALTIME", **quote}, side)
    assert (market and str(market.touch)) == touch


def test_what_an_order_grows_by_is_never_below_zero():
    """A reduction adds nothing; against nothing known, everything is new."""
    assert added(Decimal(5), Decimal(3)) == 2
    assert added(Decimal(3), Decimal(5)) == 0
    assert added(Decimal(3), None) == 3
    assert added(None, Decimal(3)) is None


@pytest.mark.parametrize(
    ("price", "near"), [("105", True), ("105.000001", False), ("95", True), ("94.999999", False)]
)
def test_nearness_is_exact_on_both_sides(price, near):
    """5 % of 100, the bound included."""
    assert is_near(Decimal(price), Decimal(100), Decimal("0.05")) is near
