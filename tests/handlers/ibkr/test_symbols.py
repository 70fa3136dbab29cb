"""Instrument keys to IBKR's contracts and back."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import Lookup, parse
from omnibroker.kit.upstream import Account
from omnibroker_handlers.ibkr import _keys, _symbols
from omnibroker_handlers.ibkr._exchanges import EXCHANGES, MARKET, ZONE
from omnibroker_handlers.ibkr._tables import INSTRUMENT_TYPE, QUANTITY_UNIT

# Contracts are the same for every account: the login asks.
LOGIN = Account("", "", "ibkr", "ibkr", "paper", simulated=True)
symbols = st.from_regex(r"[A-Z0-9]{1,6}([.][A-Z0-9]{1,2})?", fullmatch=True)
codes = st.integers(1, 99_999).map(lambda number: f"{number:05d}")
listed = st.one_of(
    st.builds("{}.US".format, symbols),
    st.builds("{}.HK".format, codes),
    st.builds("{}.SG".format, symbols),
    st.builds("{}.XETR".format, symbols),
)
days = st.dates(min_value=date(2000, 1, 1)).map("{:%Y%m%d}".format)
keys = st.one_of(
    listed,
    st.builds("OPT:{}:{}:{}:{}".format, listed, days, st.sampled_from("CP"), st.integers(1, 9999)),
    st.builds("FUT:{}.CME:{}".format, st.from_regex(r"[A-Z]{1,4}", fullmatch=True), days),
    st.from_regex(r"FX:[A-Z]{6}", fullmatch=True),
    st.from_regex(r"CRYPTO:[A-Z]{3,4}-[A-Z]{3}", fullmatch=True),
    st.builds("CFD:{}".format, listed),
    st.from_regex(r"IND:[A-Z]{2,4}[.]US", fullmatch=True),
    st.from_regex(r"ibkr@[0-9]{1,12}", fullmatch=True),
)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("conid", "secdef", "sections", "secType", "months", "description", "symbol"),
                    *("contracts", "exchange", "isUS", "assetClass", "currency", "USD", "ticker"),
                    *("tradingClass", "maturityDate", "right", "strike", "AAPL", "listingExchange"),
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)
STEPS = {
    "NATIVE": ["definitions"],
    "STOCK": ["stocks", "definitions"],
    "OPTION": ["option_underlying", "option_index", "strikes", "options"],
    "FUTURE": ["future_underlying", "futures", "definitions"],
    "FX": ["pairs", "definitions"],
    "INDEX": ["index", "definitions"],
    "CFD": ["difference", "definitions"],
    "CRYPTO": ["crypto", "definitions"],
}


def stock(ticker, exchange, is_us):
    return _keys.Contract("1", "STK", ticker=ticker, exchange=exchange, is_us=is_us)


@given(listed)
def test_a_listed_key_comes_back_from_its_row(text):
    """What IBKR calls a listed security is named by the key that it was found under."""
    key = parse(text)
    exchange = min(EXCHANGES[key.market])
    ticker = _keys.broker_symbol(key.symbol, key.market)
    assert _keys.to_key("ibkr", stock(ticker, exchange, key.market == "US")) == text


@given(listed, days, st.sampled_from("CP"), st.integers(1, 99_999))
def test_an_option_key_comes_back_from_its_row(underlying, day, right, strike):
    """A standard option is named by its underlying, day, right and strike."""
    text = f"OPT:{underlying}:{day}:{right}:{strike}"
    ticker = _keys.broker_symbol(parse(text).symbol, parse(text).market)
    row = _keys.Contract(
        "1",
        "OPT",
        ticker=ticker,
        expiry=day,
        strike=str(strike),
        right=right,
        multiplier="100",
        underlying=underlying,
    )
    assert _keys.to_key("ibkr", row) == text


@given(keys)
def test_every_canonical_key_has_a_first_question(text):
    """Each kind of key that IBKR can be asked about begins with one read of its spec."""
    step = _symbols.to_lookup(parse(text), LOGIN)
    assert isinstance(step, Lookup)
    assert step.step in _symbols._NEXT


def test_an_option_on_a_future_is_found_by_contract_id():
    """A key that IBKR cannot be asked about says what to write in its place."""
    with pytest.raises(NotSent, match="contract id"):
        _symbols.to_lookup(parse("FOP:ES.CME:202612:20261120:C:6000"), LOGIN)


def test_a_native_id_that_is_no_number_is_unknown():
    """IBKR's ids are digits; anything else is refused before it is sent."""
    with pytest.raises(NotSent) as refused:
        _symbols.to_lookup(parse("ibkr@AAPL"), LOGIN)
    assert refused.value.code == "unknown_instrument"


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("IBM.NYSE", "IBM.US"),
        ("700.SEHK", "00700.HK"),
        ("SAP.IBIS", "SAP.XETR"),
        ("OPT:IBM.NYSE:20270115:C:200", "OPT:IBM.US:20270115:C:200"),
        ("CFD:IBM.NYSE", "CFD:IBM.US"),
        ("IND:SPX.CBOE", "IND:SPX.US"),
        ("IND:HSI.HKFE", "IND:HSI.HK"),
    ],
)
def test_an_exchange_of_ibkrs_is_no_market(text, canonical):
    """One security has one key: IBKR's own name of an exchange is a second spelling, and says the first."""
    with pytest.raises(NotSent, match=f"the canonical form is {canonical}") as refused:
        _symbols.to_lookup(parse(text), LOGIN)
    assert refused.value.code == "non_canonical_instrument"


def test_a_future_is_named_by_its_exchange():
    """There the exchange's name is the key's own, also where indices are computed at it."""
    assert isinstance(_symbols.to_lookup(parse("FUT:ES.CME:202612"), LOGIN), Lookup)


def test_every_step_is_tried():
    """The steps below are all that there are."""
    assert {step for steps in STEPS.values() for step in steps} == _symbols._NEXT.keys()


@given(keys, values)
def test_no_answer_makes_a_look_up_stumble(text, answer):
    """Whatever JSON IBKR sends, a look-up finds nothing, something, or refuses the key."""
    key = parse(text)
    for step in STEPS[key.kind]:
        lookup = Lookup("any", {"symbols": "AAPL", "conids": "1"}, step, {"is_index": False})
        try:
            found = _symbols.from_lookup(key, lookup, json.loads(json.dumps(answer)))
        except NotSent:
            continue
        assert isinstance(found, Lookup | list)


@given(
    st.builds(
        _keys.Contract, st.from_regex(r"[0-9]{1,9}", fullmatch=True), *[st.text(max_size=8)] * 3
    )
)
def test_every_row_has_a_key_that_parses(row):
    """Whatever a row says, its key is canonical, the contract id where nothing else is certain."""
    assert parse(_keys.to_key("ibkr", row)).text


@pytest.mark.parametrize(
    "row",
    [
        _keys.Contract("1", "STK", ticker="AAPL", exchange="NOWHERE"),
        _keys.Contract("1", "STK", ticker="AAPL", exchange="NASDAQ", is_us=False),
        _keys.Contract("1", "STK", ticker="aapl", exchange="NASDAQ"),
        _keys.Contract("1", "OPT", ticker="AAPL", expiry="20270115", strike="200", right="C"),
        _keys.Contract(
            "1",
            "OPT",
            ticker="SPX",
            expiry="20270115",
            strike="5000",
            right="C",
            multiplier="100",
            underlying="SPX.US",
            is_index=True,
        ),
        _keys.Contract("1", "FUT", ticker="CL", exchange="NYMEX", expiry="20261119"),
        _keys.Contract("1", "BOND", ticker="X"),
        _keys.Contract("1", ""),
    ],
)
def test_what_is_not_certain_is_named_by_contract_id(row):
    """A row that could be two things is never given the name of one of them."""
    assert _keys.to_key("ibkr", row) == "ibkr@1"


def test_a_class_in_brackets_is_part_of_an_options_name():
    """An index option, and a class other than the underlying's own, are named with their class."""
    weekly = _keys.Contract(
        "1",
        "OPT",
        ticker="SPX",
        expiry="20270115",
        strike="5000",
        right="P",
        multiplier="100",
        description="SPX    JAN2027 5000 P [SPXW  270115P05000000 100]",
        underlying="SPX.US",
        is_index=True,
    )
    assert _keys.to_key("ibkr", weekly) == "OPT:SPX.US:20270115:P:5000:SPXW"


def test_a_future_is_named_by_the_month_in_its_description():
    """The month of expiry is not the contract month."""
    row = _keys.Contract(
        "1", "FUT", ticker="CL", exchange="NYMEX", expiry="20261119", description="CL DEC2026"
    )
    assert _keys.to_key("ibkr", row) == "FUT:CL.NYMEX:202612"


def test_one_exchange_belongs_to_one_market():
    """No exchange stands for two markets, and every market has a time zone."""
    assert len(MARKET) == sum(len(names) for names in EXCHANGES.values())
    assert MARKET.keys() <= ZONE.keys()


def test_every_instrument_that_is_traded_has_a_unit():
    """What can be ordered counts something; indices and bonds are not ordered here."""
    assert INSTRUMENT_TYPE.keys() - QUANTITY_UNIT.keys() == {"IND", "BOND", "BILL"}
