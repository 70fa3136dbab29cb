"""Instrument keys to TradeLocker's instruments and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import NotSent, UpstreamFailure
from omnibroker.kit.instruments import parse
from omnibroker.kit.upstream import Account
from omnibroker_generated.tradelocker import models as tradelocker
from omnibroker_handlers.tradelocker import _listing, _symbols
from omnibroker_handlers.tradelocker._tables import INSTRUMENT_TYPE

ACCOUNT = Account("tl:800101", "800101", "tradelocker", "tl", "paper", simulated=True)
TRADE, INFO = {"id": 9912, "type": "TRADE"}, {"id": 452, "type": "INFO"}

names = st.from_regex(r"[A-Z0-9]{1,10}([.-][A-Z0-9]{1,4})?", fullmatch=True)
ids = st.integers(1, 2**63 - 1)
kinds = st.sampled_from(sorted(INSTRUMENT_TYPE))
differences = st.sampled_from([k for k, unified in INSTRUMENT_TYPE.items() if unified == "CFD"])
words = st.sampled_from(
    ["s", "d", "ok", "instruments", "tradableInstrumentId", "name", "type", "routes", "id"]
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=5),
    max_leaves=12,
)
lookable = names.map(lambda name: f"CFD:{name}") | ids.map(lambda number: f"tl@{number}")


def line(number, name, kind="FOREX", routes=(TRADE, INFO)):
    return {"tradableInstrumentId": number, "name": name, "type": kind, "routes": list(routes)}


def listed(*lines):
    return {"s": "ok", "d": {"instruments": list(lines)}}


def listing(*lines):
    answer = tradelocker.InstrumentsResponse.from_dict(listed(*lines))
    return _listing.from_answer("tl", answer)


def look_up(text, *lines):
    key = parse(text)
    lookup = _symbols.to_lookup(key, ACCOUNT)
    return _symbols.from_lookup(key, lookup, listed(*lines))


@given(names, ids, differences)
def test_a_key_finds_its_instrument_and_comes_back_from_it(name, number, kind):
    """A contract for difference is named by its name, found by it, and read back as it."""
    own = line(number, name, kind)
    (found,) = listing(own).values()
    assert found.key == f"CFD:{name}"
    (resolved,) = look_up(found.key, own)
    assert resolved.native_id == str(number)
    assert resolved.facts["info_routes"] == ["452"]


@given(ids, kinds, st.text(max_size=12))
def test_every_line_has_a_key_that_parses_and_finds_it(number, kind, name):
    """Whatever a line says, its key is canonical and leads back to it."""
    own = line(number, name, kind)
    (found,) = listing(own).values()
    assert parse(found.key).text == found.key
    (resolved,) = look_up(found.key, own)
    assert resolved.native_id == str(number)
    assert resolved.facts["key"] == found.key


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("A" * 93, "FOREX"),
        ("A@7", "FOREX"),
        ("EURUSD.x", "FOREX"),
        ("DOW+", "INDICES"),
        ("ACME", "EQUITY"),
        ("ES", "FUTURES"),
        ("", "ETF"),
    ],
)
def test_what_is_not_certain_is_named_by_id(name, kind):
    """A name that no key can hold, and an instrument whose listing is not said, keep their id for a name."""
    (found,) = listing(line(7, name, kind)).values()
    assert found.key == "tl@7"


def test_two_of_one_name_have_no_key_but_their_ids():
    """Where a name stands for two instruments, none is given it, and asking for it lists both."""
    twins = (line(1, "EURUSD"), line(2, "EURUSD"))
    assert [each.key for each in listing(*twins).values()] == ["tl@1", "tl@2"]
    assert [found.native_id for found in look_up("CFD:EURUSD", *twins)] == ["1", "2"]


def test_a_share_is_not_found_by_the_key_of_a_difference():
    """A share and the contract for difference on it may have one name: only the latter is a CFD key."""
    lines = (line(1, "ACME", "EQUITY"), line(2, "ACME", "EQUITY_CFD"))
    (found,) = look_up("CFD:ACME", *lines)
    assert found.native_id == "2"
    assert found.facts["key"] == "tl@2"


def test_the_last_route_for_prices_is_the_first_that_is_asked():
    """Of several INFO routes the first listed is the one that was seen dead."""
    routes = (TRADE, {"id": 451, "type": "INFO"}, {"id": 452, "type": "INFO"})
    (found,) = listing(line(7, "EURUSD", routes=routes)).values()
    assert found.info_routes == ("452", "451")
    assert found.trade_route == "9912"


@pytest.mark.parametrize("text", ["CFD:EURUSD", "tl@7"])
def test_an_instrument_without_a_route_for_prices_is_found(text):
    """What has no price can still be traded: the list alone settles which instrument it is."""
    (found,) = look_up(text, line(7, "EURUSD", routes=(TRADE,)))
    assert found.native_id == "7"
    assert found.facts == {"key": "CFD:EURUSD", "trade_route": "9912"}


@pytest.mark.parametrize("text", ["CFD:EURUSD", "tl@7"])
def test_a_broken_line_of_another_name_hides_nothing(text):
    """A look-up reads the lines of its own name; one of them without an id is refused."""
    broken = {"name": "GBPUSD", "type": "FOREX"}
    (found,) = look_up(text, broken, line(7, "EURUSD"))
    assert found.native_id == "7"
    with pytest.raises(UpstreamFailure):
        look_up(text, broken | {"name": "EURUSD"}, line(7, "EURUSD"))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("FX:EURUSD", "CFD:EURUSD"),
        ("CRYPTO:BTC-USD", "CFD:BTCUSD"),
        ("AAPL.US", "CFD:<name>"),
        ("tl@EURUSD", "digits"),
        ("tl@0", "digits"),
    ],
)
def test_a_key_that_it_cannot_have_says_what_to_write(text, hint):
    """Keys of what TradeLocker does not trade are refused before anything is asked."""
    with pytest.raises(NotSent, match=hint) as refused:
        _symbols.to_lookup(parse(text), ACCOUNT)
    assert refused.value.code == "unknown_instrument"


@given(lookable, values, values | st.lists(values, max_size=3))
def test_no_answer_makes_a_look_up_stumble(text, answer, lines):
    """Whatever JSON TradeLocker sends, a look-up finds something or nothing, or says that it is malformed."""
    key = parse(text)
    lookup = _symbols.to_lookup(key, ACCOUNT)
    for said in (answer, {"s": "ok", "d": {"instruments": lines}}):
        try:
            found = _symbols.from_lookup(key, lookup, json.loads(json.dumps(said)))
        except UpstreamFailure:
            continue
        assert isinstance(found, list)
