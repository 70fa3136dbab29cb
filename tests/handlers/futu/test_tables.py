"""Futu's tables: total over the unified words, inverses agree, nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import UpstreamFailure
from omnibroker_generated.unified.models.bar_adjustment import BAR_ADJUSTMENT_VALUES
from omnibroker_generated.unified.models.bar_interval import BAR_INTERVAL_VALUES
from omnibroker_generated.unified.models.execution_status import EXECUTION_STATUS_VALUES
from omnibroker_generated.unified.models.instrument_type import INSTRUMENT_TYPE_VALUES
from omnibroker_generated.unified.models.market_state import MARKET_STATE_VALUES
from omnibroker_generated.unified.models.order_side import ORDER_SIDE_VALUES
from omnibroker_generated.unified.models.order_status import ORDER_STATUS_VALUES
from omnibroker_generated.unified.models.order_type import ORDER_TYPE_VALUES
from omnibroker_generated.unified.models.position_effect import POSITION_EFFECT_VALUES
from omnibroker_generated.unified.models.time_in_force import TIME_IN_FORCE_VALUES
from omnibroker_generated.unified.models.trading_session import TRADING_SESSION_VALUES
from omnibroker_generated.unified.models.trail_kind import TRAIL_KIND_VALUES
from omnibroker_handlers.futu import _tables


@pytest.mark.parametrize(
    ("table", "words", "field"),
    [
        (_tables.SIDE, ORDER_SIDE_VALUES, None),
        (_tables.ORDER_TYPE, ORDER_TYPE_VALUES, "type"),
        (_tables.TIME_IN_FORCE, TIME_IN_FORCE_VALUES, "time_in_force"),
        (_tables.HOURS, TRADING_SESSION_VALUES, None),
        (_tables.POSITION_EFFECT, POSITION_EFFECT_VALUES, "position_effect"),
        (_tables.TRAIL_KIND, TRAIL_KIND_VALUES, None),
        (_tables.BAR_INTERVAL, BAR_INTERVAL_VALUES, None),
        (_tables.BAR_ADJUSTMENT, BAR_ADJUSTMENT_VALUES, "adjustment"),
        (_tables.BAR_SESSION, TRADING_SESSION_VALUES, "bar_session"),
    ],
)
def test_each_unified_word_is_translated_or_listed_as_unsupported(table, words, field):
    """A table and its UNSUPPORTED rows share out the unified words without an overlap."""
    refused = _tables.UNSUPPORTED[field] if field else frozenset()
    assert table.keys() | refused == words
    assert not table.keys() & refused


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        (_tables.SIDE, _tables.SIDE_READ),
        (_tables.ORDER_TYPE, _tables.ORDER_TYPE_READ),
        (_tables.TIME_IN_FORCE, _tables.TIME_IN_FORCE_READ),
        (_tables.TRAIL_KIND, _tables.TRAIL_KIND_READ),
        (_tables.TRD_ENV, _tables.ENVIRONMENT),
        (_tables.CURRENCY, _tables.CURRENCY_READ),
        (_tables.RIGHT, _tables.RIGHT_READ),
        ({name: number for name, (number, _) in _tables.HOURS.items()}, _tables.SESSION_READ),
    ],
)
def test_words_read_back_as_they_were_sent(sent, read):
    """Every number that is sent is read back as the word that it was sent for."""
    for word, number in sent.items():
        assert read[str(number)] == word


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (_tables.ORDER_STATUS, ORDER_STATUS_VALUES),
        (_tables.MARKET_STATE, MARKET_STATE_VALUES),
        (_tables.FILL_STATUS, EXECUTION_STATUS_VALUES),
        (_tables.INSTRUMENT_TYPE, INSTRUMENT_TYPE_VALUES),
    ],
)
def test_what_is_read_is_a_word_of_the_contract(table, words):
    """States and kinds are read as words that the contract has."""
    assert set(table.values()) <= words


@pytest.mark.parametrize(
    ("table", "schema"),
    [
        (_tables.ORDER_STATUS, "OrderStatus"),
        (_tables.ORDER_STATUS_NAME, "OrderStatus"),
        (_tables.MARKET_STATE, "QotMarketState"),
        (_tables.EXCHANGE, "ExchType"),
        (_tables.CURRENCY_READ, "Currency"),
        (_tables.SESSION_READ, "Session"),
        (_tables.ORDER_TYPE_READ, "OrderType"),
        (_tables.TIME_IN_FORCE_READ, "TimeInForce"),
    ],
)
def test_tables_read_every_number_of_their_enumeration(table, schema, bundles):
    """A number that Futu's list has is read, but for 0 where it stands for nothing."""
    known = set(bundles["futu"]["components"]["schemas"][schema]["x-known-values"])
    assert known - {"0"} <= table.keys() <= known


def test_the_numbers_of_environments_are_not_those_of_the_old_page():
    """0 is simulated and 1 is real; nothing else is an environment."""
    assert _tables.TRD_ENV == {"paper": 0, "live": 1}
    assert _tables.ENVIRONMENT == {"0": "paper", "1": "live"}


def test_states_are_told_apart_by_what_has_traded():
    """A working order that has traded is partly filled, a failed one that has traded was no rejection."""
    assert _tables.order_status(5, filled=False) == "WORKING"
    assert _tables.order_status(5, filled=True) == "PARTIALLY_FILLED"
    assert _tables.order_status(21, filled=False) == "REJECTED"
    assert _tables.order_status(21, filled=True) == "CANCELLED"
    assert _tables.order_status(4, filled=False) == "UNKNOWN"


@given(
    st.integers().filter(lambda number: str(number) not in _tables.ORDER_STATUS)
    | st.none()
    | st.booleans()
    | st.floats()
)
def test_an_unknown_status_is_never_guessed(status):
    """A status that is not in the table is refused."""
    with pytest.raises(UpstreamFailure):
        _tables.order_status(status, filled=False)


def test_an_unknown_order_type_keeps_its_number():
    """A type that no list has passes through; one that is missing is missing."""
    assert _tables.order_type(20) == "20"
    assert _tables.order_type(None) is None


def test_capabilities_name_every_value_once():
    """The capabilities page lists each value of a field as supported or refused, not both."""
    for supported, refused in _tables.capabilities().values():
        assert len({*supported, *refused}) == len(supported) + len(refused)
    assert _tables.capabilities()["time_in_force"] == (["DAY", "GTC"], ["GTD", "IOC", "OPG"])
    assert "LIMIT_ON_CLOSE" in _tables.capabilities()["type"][1]
