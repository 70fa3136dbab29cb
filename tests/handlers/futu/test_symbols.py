"""Instrument keys to Futu's securities and back."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import Lookup, Resolved, parse
from omnibroker.kit.upstream import Account
from omnibroker_generated.futu import models as futu
from omnibroker_handlers.futu import _keys, _symbols
from omnibroker_handlers.futu._markets import QOT_MARKET
from omnibroker_handlers.futu._tables import FUTURES_EXCHANGE

LOGIN = Account("", "", "futu", "futu", None, simulated=True)

tickers = st.from_regex(r"[A-Z]{1,5}([.][A-Z]{1,2})?", fullmatch=True)
codes = st.integers(1, 99_999).map(lambda number: f"{number:05d}")
six = st.integers(1, 999_999).map(lambda number: f"{number:06d}")
listed = st.one_of(
    st.builds("{}.US".format, tickers),
    st.builds("{}.HK".format, codes),
    st.builds("{}.{}".format, six, st.sampled_from(["SH", "SZ"])),
    st.builds("{}.JP".format, st.from_regex(r"[0-9]{3}[0-9A-Z]", fullmatch=True)),
    st.builds("{}.SG".format, st.from_regex(r"[A-Z][0-9]{2}", fullmatch=True)),
)
days = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
strikes = st.integers(1, 99_999_999).map(lambda mills: Decimal(mills) / 1000)
futures = st.builds(
    "FUT:{}.{}:20{:02d}{:02d}".format,
    st.from_regex(r"[A-Z]{1,4}", fullmatch=True),
    st.sampled_from(sorted(FUTURES_EXCHANGE)),
    st.integers(0, 99),
    st.integers(1, 12),
)
keys = st.one_of(
    listed,
    st.builds(
        "OPT:{}:{:%Y%m%d}:{}:{}".format, listed, days, st.sampled_from("CP"), st.integers(1, 9999)
    ),
    futures,
    st.builds("IND:{}.US".format, st.from_regex(r"[A-Z]{2,4}", fullmatch=True)),
    st.sampled_from(["IND:HSI.HK", "futu@HK.00700", "futu@US..DJI", "futu@CC.BTCUSD"]),
)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["AAPL", "2026-10-16"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("s2c", "static_info_list", "option_chain", "option", "call", "put", "basic"),
                    *("security", "market", "code", "sec_type", "lot_size", "exch_type", "type"),
                    *("option_ex_data", "future_ex_data", "strike_time", "strike_price", "owner"),
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=14,
)


def static(native, kind, **extra):
    prefix, _, code = native.partition(".")
    basic = {
        "security": {"market": QOT_MARKET[prefix], "code": code},
        "sec_type": kind,
        "lot_size": 100,
    }
    return {"basic": basic | extra.pop("more", {}), **extra}


def answer(*rows):
    return {"ret_type": 0, "s2c": {"static_info_list": list(rows)}}


def looked_up(text, *rows):
    lookup = _symbols.to_lookup(parse(text), LOGIN)
    return _symbols.from_lookup(parse(text), lookup, answer(*rows))


@given(listed)
def test_a_listed_key_comes_back_from_its_row(text):
    """A security is found under its key, and its rows are named by that key."""
    symbol, _, market = text.rpartition(".")
    native = f"{market}.{symbol}"
    (found,) = looked_up(text, static(native, 3))
    assert isinstance(found, Resolved)
    assert found.native_id == native
    assert _keys.row_key("futu", native, None) == text


@given(listed, days, st.sampled_from(["C", "P"]), strikes)
def test_an_option_key_comes_back_from_its_static_facts(underlying, day, right, strike):
    """An option is named by its underlying, day, right and strike, and by its class where that is another."""
    symbol, _, market = underlying.rpartition(".")
    for root in (_keys.compact(symbol), "XYZ9"):
        native = f"{market}.{root}{day:%y%m%d}{right}{int(strike * 1000)}"
        terms = {
            "type": 1 if right == "C" else 2,
            "owner": {"market": QOT_MARKET[market], "code": symbol},
            "strike_time": day.isoformat(),
            "strike_price": strike,
        }
        row = futu.SecurityStaticInfo.from_dict(static(native, 8, option_ex_data=terms))
        key = _keys.static_key("futu", native, row)
        parsed = parse(key)
        assert (parsed.symbol, parsed.market, parsed.right) == (symbol, market, right)
        assert parsed.expiry == f"{day:%Y%m%d}"
        assert Decimal(parsed.strike) == strike
        assert parsed.trading_class == ("" if root == _keys.compact(symbol) else root)


@given(futures)
def test_a_future_key_comes_back_from_its_static_facts(text):
    """A future is found by root and month, and named by its exchange."""
    key = parse(text)
    prefix, exchange = FUTURES_EXCHANGE[key.market]
    native = f"{prefix}.{key.symbol}{key.expiry[2:]}"
    row = static(native, 10, more={"exch_type": int(exchange)})
    (found,) = looked_up(text, row)
    assert found.native_id == native
    assert _keys.static_key("futu", native, futu.SecurityStaticInfo.from_dict(row)) == text


@given(keys)
def test_every_canonical_key_has_a_first_question(text):
    """Each kind of key that Futu can be asked about begins with one read of its spec."""
    step = _symbols.to_lookup(parse(text), LOGIN)
    assert isinstance(step, Lookup)
    assert step.step in _symbols._NEXT


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("futu@00700", "unknown_instrument"),
        ("futu@XX.00700", "unknown_instrument"),
        ("SAP.XETR", "unknown_instrument"),
        ("OPT:SAP.XETR:20261016:C:200", "unknown_instrument"),
        ("OPT:AAPL.US:20261399:C:200", "unknown_instrument"),
        ("FUT:ES.EUREX:202612", "unknown_instrument"),
        ("IND:STI.SG", "unknown_instrument"),
        ("FX:EURUSD", "unknown_instrument"),
        ("CFD:EURUSD", "unknown_instrument"),
        ("CRYPTO:BTC-USD", "unknown_instrument"),
        ("FOP:ES.CME:202612:20261120:C:6000", "unknown_instrument"),
    ],
)
def test_a_key_that_futu_cannot_be_asked_about_is_refused(text, code):
    """What Futu has no word for is said before anything is sent, in words that are the caller's."""
    with pytest.raises(NotSent) as refused:
        _symbols.to_lookup(parse(text), LOGIN)
    assert refused.value.code == code
    assert text in refused.value.detail
    assert "NATIVE" not in refused.value.detail


@given(keys, values)
def test_no_answer_makes_a_look_up_stumble(text, found):
    """Whatever JSON Futu sends, a look-up finds nothing, something, or refuses the key."""
    key = parse(text)
    lookup = _symbols.to_lookup(key, LOGIN)
    for reply in (
        found,
        {"s2c": found},
        {"s2c": {"static_info_list": found, "option_chain": found}},
    ):
        try:
            result = _symbols.from_lookup(key, lookup, json.loads(json.dumps(reply)))
        except NotSent:
            continue
        assert isinstance(result, Lookup | list)


@pytest.mark.parametrize(
    ("text", "native", "kind"),
    [
        ("00700.HK", "HK.00700", 6),
        ("IND:SPX.US", "US..SPX", 3),
        ("FUT:ES.CME:202612", "US.ES2612", 3),
        ("00700.HK", "US.00700", 3),
        ("00700.HK", "HK.00700", 99),
    ],
)
def test_another_kind_or_market_is_no_match(text, native, kind):
    """A security of another kind than the key's, or of another market, is not what was asked for."""
    assert looked_up(text, static(native, kind)) == []


@given(st.sampled_from(sorted(QOT_MARKET)), st.from_regex(r"[A-Za-z0-9._-]{1,20}", fullmatch=True))
def test_every_row_has_a_key_that_parses(prefix, code):
    """Whatever a row says, its key is canonical, Futu's code where nothing else is certain."""
    native = _keys.native_id(prefix, code)
    for kind in (None, "OPTION", "FUTURE", "FUND"):
        key = parse(_keys.row_key("futu", native, kind))
        assert key.text
        assert _keys.split(native) == (prefix, code)


@pytest.mark.parametrize(
    ("native", "kind"),
    [
        ("US.AAPL261016C215000", "OPTION"),
        ("US.MNQ2612", "FUTURE"),
        ("HK.HK0000369188", "FUND"),
        ("US..DJI", None),
        ("HK.800000", None),
        ("CC.BTCUSD", None),
        ("CA.SHOP", None),
    ],
)
def test_what_is_not_certain_is_named_by_futus_code(native, kind):
    """A row that says too little is never given the name of something else."""
    assert _keys.row_key("futu", native, kind) == f"futu@{native}"


def test_a_code_tells_options_from_shares():
    """Root, day, right and strike make an option's code; shares never look like that."""
    assert _keys.row_type("AAPL261016C215000", 2) == "OPTION"
    assert _keys.option_root("AAPL1261016C215000") == "AAPL1"
    assert _keys.row_type("MNQ2612", 11) == "FUTURE"
    assert _keys.row_type("00700", 1) is None
    assert _keys.row_type("HK0000369188", 113) == "FUND"
    assert _keys.row_type("00700", [1]) is None
