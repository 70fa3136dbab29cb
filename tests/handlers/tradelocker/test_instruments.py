"""Searching at TradeLocker, and what details say of ticks and dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_handlers.tradelocker import instruments
from omnibroker_handlers.tradelocker._listing import Listed


def listed(name, description=""):
    return Listed("7", "tl@7", name, description, "FOREX", "CFD")


@given(st.text(min_size=1, max_size=8), st.text(max_size=4))
def test_a_suffix_of_the_broker_is_no_hindrance(name, suffix):
    """A symbol is found with and without what the broker writes behind it, the exact one first."""
    wanted = name.casefold()
    assert instruments._rank(listed(name), wanted) == 0
    assert instruments._rank(listed(name + suffix), wanted) in {0, 1}


def test_a_name_is_found_by_its_beginning_only():
    """Names come after symbols; the middle of a name finds nothing."""
    euro = listed("EURUSD.x", "Euro against US dollar")
    assert instruments._rank(euro, "euro aga") == 2
    assert instruments._rank(euro, "dollar") is None


@pytest.mark.parametrize(
    ("ticks", "size", "bands"),
    [
        ([{"leftRangeLimit": None, "tickSize": 1}], "1", 0),
        ([{"leftRangeLimit": None, "tickSize": 1}, {"leftRangeLimit": 5, "tickSize": 2}], None, 2),
        ([{"tickSize": 0}], None, 0),
        ([], None, 0),
    ],
)
def test_a_tick_is_one_size_or_bands_by_price(ticks, size, bands):
    """One size stands for all prices; several are bands from the lowest price upwards; 0 is none."""
    details = tradelocker.InstrumentDetails.from_dict({"tickSize": ticks})
    found, listed_bands = instruments._ticks(details)
    assert (found or None) == size
    assert len(listed_bands or []) == bands


@pytest.mark.parametrize(
    ("value", "day"),
    [("2026-06-26T00:00:00Z", "2026-06-26"), ("26.06.2026", None), ("", None), (None, None)],
)
def test_a_date_in_another_form_is_absent(value, day):
    """How TradeLocker writes dates is not documented: what is not a date of ours is left out."""
    assert (instruments._day(value) or None) == day
