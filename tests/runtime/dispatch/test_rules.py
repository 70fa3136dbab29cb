"""An order's fields fit together, whatever the broker."""

import itertools

import pytest

from omnibroker.dispatch.rules import check_instant, check_order
from omnibroker.kit.errors import NotSent

BASE = {
    "quantity": "1",
    "time_in_force": "DAY",
    "position_effect": "AUTO",
}
NEEDS = {
    "MARKET": set(),
    "LIMIT": {"limit_price"},
    "STOP": {"stop_price"},
    "STOP_LIMIT": {"limit_price", "stop_price"},
    "MARKET_ON_CLOSE": set(),
    "LIMIT_ON_CLOSE": {"limit_price"},
}
PRICES = {"limit_price": "1", "stop_price": "2", "trail": {"kind": "AMOUNT", "value": "1"}}


@pytest.mark.parametrize("order_type", NEEDS)
def test_exactly_the_prices_of_a_type_are_taken(order_type):
    """Of all sets of price fields one fits a type; every other one names the field."""
    for size in range(4):
        for names in itertools.combinations(PRICES, size):
            body = {**BASE, "type": order_type, **{name: PRICES[name] for name in names}}
            if set(names) == NEEDS[order_type]:
                check_order(body)
                continue
            with pytest.raises(NotSent) as told:
                check_order(body)
            assert told.value.code == "contradictory_order"
            assert any(name in told.value.detail for name in PRICES)


@pytest.mark.parametrize("order_type", ["TRAILING_STOP", "TRAILING_STOP_LIMIT"])
def test_a_trailing_order_needs_its_trail(order_type):
    """Without trail it is refused, with it taken; an offset goes with the limit form only."""
    trail = dict(PRICES["trail"])
    if order_type == "TRAILING_STOP_LIMIT":
        trail["limit_offset"] = "1"
    check_order({**BASE, "type": order_type, "trail": trail})
    with pytest.raises(NotSent):
        check_order({**BASE, "type": order_type})
    with pytest.raises(NotSent):
        check_order(
            {
                **BASE,
                "type": "TRAILING_STOP",
                "trail": {**PRICES["trail"], "limit_offset": "1"},
            }
        )


@pytest.mark.parametrize(
    "change",
    [
        {"notional": {"amount": "1", "currency": "USD"}},
        {"quantity": None},
        {"quantity": None, "notional": {}, "quantity_unit": "SHARE"},
        {"time_in_force": "GTD"},
        {"expires_at": "2027-01-01T00:00:00Z"},
        {"position_effect": "CLOSE"},
        {"position_id": "p1"},
        {"position_effect": "OPEN", "position_id": "p1"},
    ],
)
def test_fields_that_contradict_each_other_are_refused(change):
    """Exactly one of quantity and notional, expiry with GTD alone, position_id with CLOSE alone."""
    body = {**BASE, "type": "MARKET", **change}
    body = {name: value for name, value in body.items() if value is not None}
    with pytest.raises(NotSent) as told:
        check_order(body)
    assert told.value.code == "contradictory_order"


def test_a_date_must_exist():
    """The schema's pattern lets the 30th of February through; the rule does not."""
    assert check_instant("2028-02-29T00:00:00Z", "expires_at").day == 29
    for text in ("2027-02-30T00:00:00Z", "2027-01-01T25:00:00Z", "2027-02-29T00:00:00Z"):
        with pytest.raises(NotSent) as told:
            check_instant(text, "expires_at")
        assert told.value.code == "value_not_supported"
