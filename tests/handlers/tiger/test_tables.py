"""Tiger's tables: total over the unified words, inverses agree, nothing is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import UpstreamFailure
from omnibroker.kit.orders import ENDED
from omnibroker_generated.unified.models.bar_adjustment import BAR_ADJUSTMENT_VALUES
from omnibroker_generated.unified.models.bar_interval import BAR_INTERVAL_VALUES
from omnibroker_generated.unified.models.instrument_type import INSTRUMENT_TYPE_VALUES
from omnibroker_generated.unified.models.market_state import MARKET_STATE_VALUES
from omnibroker_generated.unified.models.order_side import ORDER_SIDE_VALUES
from omnibroker_generated.unified.models.order_status import ORDER_STATUS_VALUES
from omnibroker_generated.unified.models.order_type import ORDER_TYPE_VALUES
from omnibroker_generated.unified.models.position_effect import POSITION_EFFECT_VALUES
from omnibroker_generated.unified.models.time_in_force import TIME_IN_FORCE_VALUES
from omnibroker_generated.unified.models.trading_session import TRADING_SESSION_VALUES
from omnibroker_generated.unified.models.trail_kind import TRAIL_KIND_VALUES
from omnibroker_handlers.tiger import _markets, _tables


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
        (_tables.SEARCH_TYPE, INSTRUMENT_TYPE_VALUES, "search_type"),
    ],
)
def test_each_unified_word_is_translated_or_listed_as_unsupported(table, words, field):
    """A table and its UNSUPPORTED rows share out the unified words without an overlap."""
    refused = _tables.UNSUPPORTED[field] if field else frozenset()
    assert table.keys() | refused == words
    assert not table.keys() & refused


def test_order_types_and_sides_read_back_as_they_were_sent():
    """Every order type and side that is sent is read back as itself."""
    for unified, broker in _tables.ORDER_TYPE.items():
        assert _tables.order_type(broker) == unified
    for unified, broker in _tables.SIDE.items():
        assert _tables.SIDE_READ[broker] == unified


def test_sessions_read_back_as_they_were_sent():
    """Every session that Tiger has a word for comes back from it."""
    for session, (outside, word) in _tables.HOURS.items():
        assert outside == (session != "REGULAR")
        assert word is None or _tables.SESSION_READ[word] == session


def test_a_word_and_a_number_of_one_status_are_one_state():
    """Tiger's statuses come as words or as numbers, and both mean the same."""
    pairs = [("Initial", -1), ("PendingSubmit", 8), ("Submitted", 5), ("Submitted", 2)]
    pairs += [("Filled", 6), ("PendingCancel", 3), ("Cancelled", 4), ("Inactive", 7)]
    pairs += [("Invalid", -2)]
    for word, number in pairs:
        for filled in (True, False):
            of_word = _tables.order_status(word, filled=filled)
            assert of_word == _tables.order_status(number, filled=filled)
            assert of_word in ORDER_STATUS_VALUES
    assert {str(each) for pair in pairs for each in pair} == _tables.ORDER_STATUS.keys()


def test_a_fill_keeps_an_order_from_being_called_rejected():
    """What has traded was not refused, and works on partly filled until it ends."""
    assert _tables.order_status("Inactive", filled=False) == "REJECTED"
    assert _tables.order_status("Inactive", filled=True) == "CANCELLED"
    assert _tables.order_status("Submitted", filled=True) == "PARTIALLY_FILLED"
    assert _tables.order_status("Initial", filled=True) == "PARTIALLY_FILLED"
    assert _tables.order_status("PendingCancel", filled=True) == "PENDING_CANCEL"


@given(
    st.text().filter(lambda text: text not in _tables.ORDER_STATUS)
    | st.integers().filter(lambda number: str(number) not in _tables.ORDER_STATUS)
    | st.none()
    | st.booleans()
    | st.just("PartiallyFilled")
)
def test_an_unknown_status_is_never_guessed(status):
    """A status that is not in the table is refused, also the word that Tiger's clients do not know."""
    assert not _tables.is_order_status(status)
    with pytest.raises(UpstreamFailure):
        _tables.order_status(status, filled=False)


def test_states_of_markets_are_states_of_the_contract():
    """Whatever Tiger says of a market is a state of the contract."""
    assert set(_tables.MARKET_STATE.values()) <= MARKET_STATE_VALUES


def test_every_end_but_a_fill_has_a_reason():
    """An order that has ended without being filled says who or what ended it."""
    assert _tables.END_REASON.keys() == ENDED - {"FILLED"}


def test_everything_that_can_be_held_has_a_kind_and_a_unit():
    """What Tiger trades counts something; a combination has no kind of its own."""
    assert _tables.QUANTITY_UNIT.keys() - _tables.INSTRUMENT_TYPE.keys() == {"MLEG"}
    assert set(_tables.INSTRUMENT_TYPE.values()) <= INSTRUMENT_TYPE_VALUES


def test_each_market_and_exchange_has_a_time_zone():
    """No day is named without the zone of its exchange."""
    assert set(_markets.MARKET.values()) == _markets.ZONE.keys()
    assert set(_markets.FUTURE_EXCHANGE.values()) == _markets.FUTURE_ZONE.keys()
    assert set(_markets.CHINESE_REGISTRY.values()) <= _markets.MARKET.keys()


def test_capabilities_name_every_value_once():
    """The capabilities page lists each value of a field as supported or refused, not both."""
    for supported, refused in _tables.capabilities().values():
        assert len({*supported, *refused}) == len(supported) + len(refused)
    assert _tables.capabilities()["time_in_force"] == (["DAY", "GTC", "GTD"], ["IOC", "OPG"])
