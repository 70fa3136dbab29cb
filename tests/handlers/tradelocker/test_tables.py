"""TradeLocker's tables: total over the unified words, inverses agree, nothing is guessed."""

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
from omnibroker_generated.unified.models.position_side import POSITION_SIDE_VALUES
from omnibroker_generated.unified.models.time_in_force import TIME_IN_FORCE_VALUES
from omnibroker_generated.unified.models.trading_session import TRADING_SESSION_VALUES
from omnibroker_handlers.tradelocker import _bars, _tables


@pytest.mark.parametrize(
    ("table", "words", "field"),
    [
        (_tables.SIDE, ORDER_SIDE_VALUES, None),
        (_tables.ORDER_TYPE, ORDER_TYPE_VALUES, "type"),
        (_tables.TIME_IN_FORCE, TIME_IN_FORCE_VALUES, "time_in_force"),
        (_tables.SESSION, TRADING_SESSION_VALUES, "session"),
        (_tables.POSITION_EFFECT, POSITION_EFFECT_VALUES, "position_effect"),
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


def test_each_order_type_has_one_life_that_can_be_sent():
    """The types that can be sent are those that have a life, and all lives together are all times in force."""
    assert _tables.LIFE.keys() == _tables.ORDER_TYPE.keys()
    assert set(_tables.LIFE.values()) == _tables.TIME_IN_FORCE.keys()


def test_words_read_back_as_they_were_sent():
    """Every side and order type that is sent is read back as itself."""
    for unified, broker in _tables.SIDE.items():
        assert _tables.SIDE_READ[broker] == unified
    for unified, broker in _tables.ORDER_TYPE.items():
        assert _tables.ORDER_TYPE_READ[broker] == unified


def test_a_position_is_long_where_its_order_bought():
    """The side of a position is that of the order that opened it."""
    assert _tables.POSITION_SIDE_READ.keys() == _tables.SIDE_READ.keys()
    assert set(_tables.POSITION_SIDE_READ.values()) == POSITION_SIDE_VALUES
    assert _tables.POSITION_SIDE_READ["buy"] == "LONG"


def test_states_are_states_of_the_contract():
    """Whatever status TradeLocker sends, with or without fills, is a state of the contract."""
    for status in _tables.ORDER_STATUS:
        for filled in (True, False):
            assert _tables.order_status(status, filled=filled) in ORDER_STATUS_VALUES
    assert frozenset(_tables.ORDER_STATUS.values()) - {"WORKING"} == ENDED - {"EXPIRED"}
    assert set(_tables.MARKET_STATE.values()) <= MARKET_STATE_VALUES


def test_a_fill_keeps_an_order_from_being_called_rejected():
    """A refused order with a fill has traded; the rest of it is cancelled."""
    assert _tables.order_status("Refused", filled=False) == "REJECTED"
    assert _tables.order_status("Refused", filled=True) == "CANCELLED"
    assert _tables.order_status("New", filled=True) == "PARTIALLY_FILLED"


@given(st.text().filter(lambda text: text not in _tables.ORDER_STATUS) | st.none())
def test_an_unknown_status_is_never_guessed(status):
    """A status that is not in the table is refused, another spelling of one included."""
    with pytest.raises(UpstreamFailure):
        _tables.order_status(status, filled=False)


def test_intervals_have_lengths_and_differ_in_their_letters_alone():
    """Each interval has a length; a minute and a month differ by upper and lower case."""
    assert _bars._MS.keys() == _tables.BAR_INTERVAL.keys()
    assert len(set(_tables.BAR_INTERVAL.values())) == len(_tables.BAR_INTERVAL)
    assert _tables.BAR_INTERVAL["1MONTH"] == "1M"
    assert _tables.BAR_INTERVAL["1MIN"] == "1m"


def test_kinds_of_instruments_can_be_searched_for():
    """What an instrument is called is what can be searched for."""
    assert set(_tables.INSTRUMENT_TYPE.values()) == _tables.SEARCH_TYPE.keys()


def test_capabilities_name_every_value_once():
    """The capabilities page lists each value of a field as supported or refused, not both."""
    for supported, refused in _tables.capabilities().values():
        assert len({*supported, *refused}) == len(supported) + len(refused)
    assert _tables.capabilities()["time_in_force"] == (["GTC", "IOC"], ["DAY", "GTD", "OPG"])
    assert _tables.capabilities()["position_effect"] == (["OPEN", "CLOSE"], ["AUTO"])
