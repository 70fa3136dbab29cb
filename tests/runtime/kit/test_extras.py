"""A broker's own extras, and nobody else's."""

import pytest

from omnibroker.kit.errors import NotSent
from omnibroker.kit.extras import broker_options, no_broker_options


@pytest.mark.parametrize("fields", [{}, {"broker_options": None}, {"broker_options": {}}])
def test_an_order_without_extras_has_none(fields):
    """Absent extras are empty, not an error."""
    assert broker_options(fields, "ibkr") == {}


def test_a_brokers_own_extras_are_returned():
    """The extras of the order's broker are given as they stand."""
    fields = {"broker_options": {"ibkr": {"all_or_none": True}}}
    assert broker_options(fields, "ibkr") == {"all_or_none": True}


def test_extras_of_another_broker_are_refused():
    """Left out they would be lost without a word."""
    fields = {"broker_options": {"ibkr": {"all_or_none": True}}}
    with pytest.raises(NotSent, match=r"broker_options\.ibkr") as refused:
        broker_options(fields, "tradelocker")
    assert refused.value.code == "value_not_supported"


@pytest.mark.parametrize("options", [{"ibkr": {"all_or_none": True}}, {"tiger": {"iceberg": True}}])
def test_a_broker_without_extras_takes_none(options):
    """Its own are refused like another broker's, as both would be lost without a word."""
    with pytest.raises(NotSent, match="broker_options") as refused:
        no_broker_options({"broker_options": options}, "tiger")
    assert refused.value.code == "value_not_supported"


def test_an_order_without_extras_suits_a_broker_without_extras():
    """Nothing is lost where nothing was said."""
    assert no_broker_options({"side": "BUY"}, "tiger") is None
