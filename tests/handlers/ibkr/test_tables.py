"""IBKR's tables: total over the unified words, inverses agree, nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import UpstreamFailure
from omnibroker_generated.unified.models.bar_adjustment import BAR_ADJUSTMENT_VALUES
from omnibroker_generated.unified.models.bar_interval import BAR_INTERVAL_VALUES
from omnibroker_generated.unified.models.instrument_type import INSTRUMENT_TYPE_VALUES
from omnibroker_generated.unified.models.order_side import ORDER_SIDE_VALUES
from omnibroker_generated.unified.models.order_status import ORDER_STATUS_VALUES
from omnibroker_generated.unified.models.order_type import ORDER_TYPE_VALUES
from omnibroker_generated.unified.models.position_effect import POSITION_EFFECT_VALUES
from omnibroker_generated.unified.models.time_in_force import TIME_IN_FORCE_VALUES
from omnibroker_generated.unified.models.trading_session import TRADING_SESSION_VALUES
from omnibroker_generated.unified.models.trail_kind import TRAIL_KIND_VALUES
from omnibroker_handlers.ibkr import _tables


@pytest.mark.parametrize(
    ("table", "words", "field"),
    [
        (_tables.SIDE, ORDER_SIDE_VALUES, None),
        (_tables.ORDER_TYPE, ORDER_TYPE_VALUES, None),
        (_tables.TIME_IN_FORCE, TIME_IN_FORCE_VALUES, "time_in_force"),
        (_tables.POSITION_EFFECT, POSITION_EFFECT_VALUES, "position_effect"),
        (_tables.TRAIL_KIND, TRAIL_KIND_VALUES, None),
        (_tables.BAR_INTERVAL, BAR_INTERVAL_VALUES, None),
        (_tables.BAR_ADJUSTMENT, BAR_ADJUSTMENT_VALUES, "adjustment"),
        (_tables.BAR_SESSION, TRADING_SESSION_VALUES, "bar_session"),
        (_tables.SEARCH_TYPE, INSTRUMENT_TYPE_VALUES, "search_type"),
    ],
)
def test_each_unified_word_is_translated_or_listed_as_unsupported(table, words, field):
    """A table and its UNSUPPORTED rows share out the unified words without an overlap."""
    refused = _tables.UNSUPPORTED[field] if field else frozenset()
    assert table.keys() | refused == words
    assert not table.keys() & refused


def test_every_session_goes_with_some_time_in_force():
    """The hours table uses exactly the sessions of the contract and times in force that can be sent."""
    assert {session for session, _ in _tables.HOURS} == TRADING_SESSION_VALUES
    assert {time for _, time in _tables.HOURS} == _tables.TIME_IN_FORCE.keys()


def test_order_types_read_back_as_they_were_sent():
    """Every order type that is sent is read back as itself."""
    for unified, broker in _tables.ORDER_TYPE.items():
        assert _tables.order_type(broker) == unified


def test_times_in_force_read_back_as_they_were_sent():
    """Every tif that is sent gives back its time in force, and its session where the tif settles it."""
    for (session, time_in_force), (tif, _) in _tables.HOURS.items():
        read, settled = _tables.HOURS_READ[tif]
        assert read == time_in_force
        assert settled in {None, session}


def test_sides_read_back_as_they_were_sent():
    """Every side that is sent is read back as itself."""
    for unified, broker in _tables.SIDE.items():
        assert _tables.ORDER_SIDE_READ[broker] == unified
        assert _tables.EXECUTION_SIDE_READ[broker] == unified


def test_states_are_states_of_the_contract():
    """Whatever status IBKR sends, with or without fills and reasons, is a state of the contract."""
    for status in _tables.ORDER_STATUS:
        for filled in (True, False):
            for reason in (True, False):
                state = _tables.order_status(status.upper(), filled=filled, system_reason=reason)
                assert state in ORDER_STATUS_VALUES


def test_only_an_unfilled_end_with_a_reason_is_a_rejection():
    """A fill or a missing reason keeps an order from being called rejected."""
    assert _tables.order_status("Cancelled", filled=False, system_reason=True) == "REJECTED"
    assert _tables.order_status("Cancelled", filled=True, system_reason=True) == "CANCELLED"
    assert _tables.order_status("Cancelled", filled=False, system_reason=False) == "CANCELLED"
    assert _tables.order_status("Inactive", filled=False, system_reason=False) == "INACTIVE"
    assert _tables.order_status("Submitted", filled=True, system_reason=False) == "PARTIALLY_FILLED"


@given(st.text().filter(lambda text: text.casefold() not in _tables.ORDER_STATUS) | st.none())
def test_an_unknown_status_is_never_guessed(status):
    """A status that is not in the table is refused."""
    assert not _tables.is_order_status(status)
    with pytest.raises(UpstreamFailure):
        _tables.order_status(status, filled=False, system_reason=False)


def test_capabilities_name_every_value_once():
    """The capabilities page lists each value of a field as supported or refused, not both."""
    for supported, refused in _tables.capabilities().values():
        assert len({*supported, *refused}) == len(supported) + len(refused)
    assert _tables.capabilities()["time_in_force"] == (["DAY", "GTC", "IOC", "OPG"], ["GTD"])
    assert _tables.capabilities()["session"][0] == ["REGULAR", "EXTENDED", "OVERNIGHT", "ALL"]
