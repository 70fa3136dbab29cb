"""Instrument keys to Tiger's contracts and back."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker.kit.errors import NotSent
from omnibroker.kit.instruments import Lookup, parse
from omnibroker.kit.upstream import Account
from omnibroker_handlers.tiger import _keys, _symbols
from omnibroker_handlers.tiger._markets import FUTURE_EXCHANGE

ACCOUNT = Account("tiger:20100001", "20100001", "tiger", "tiger", "live", simulated=True)
symbols = st.from_regex(r"[A-Z0-9]{1,6}([.][A-Z0-9]{1,2})?", fullmatch=True)
plain = st.from_regex(r"[A-Z0-9]{1,6}", fullmatch=True)
codes = st.integers(1, 99_999).map(lambda number: f"{number:05d}")
chinese = st.builds(
    lambda head, tail: f"{head}{tail:04d}.{'SH' if head[0] == '6' else 'SZ'}",
    st.sampled_from(["60", "68", "00", "30"]),
    st.integers(0, 9999),
)
shares = st.one_of(
    st.builds("{}.US".format, symbols),
    st.builds("{}.HK".format, codes),
    st.builds("{}.SG".format, plain),
    chinese,
)
days = st.dates(min_value=date(2000, 1, 1)).map("{:%Y%m%d}".format)
months = st.dates(date(2020, 1, 1), date(2099, 12, 1)).map("{:%Y%m}".format)
strikes = st.decimals("0.001", "99999", places=3).map(lambda s: f"{s.normalize():f}")
options = st.builds(
    "OPT:{}.US:{}:{}:{}".format,
    symbols.filter(lambda s: s not in _keys.INDEX_ROOTS and len(_keys.compact(s)) <= 6),
    days,
    st.sampled_from("CP"),
    strikes,
)
futures = st.builds(
    "FUT:{}.{}:{}".format,
    st.from_regex(r"[A-Z]{1,4}", fullmatch=True),
    st.sampled_from(sorted(FUTURE_EXCHANGE.values())),
    months,
)
coins = st.from_regex(r"CRYPTO:[A-Z]{3,4}-[A-Z]{3}", fullmatch=True)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    *("items", "symbol", "secType", "market", "currency", "expiry", "strike"),
                    *("right", "identifier", "multiplier", "contractCode", "contractMonth"),
                    *("exchange", "type"),
                ]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


def occ(key):
    """Return the 21 characters of an option's root, day, right and strike."""
    thousandths = int(Decimal(key.strike) * 1000)
    return f"{_keys.compact(key.symbol):<6}{key.expiry[2:]}{key.right}{thousandths:08d}"


def answer_to(lookup):
    """Return the contract that Tiger would have for a question, in its market."""
    asked = lookup.body
    row = {
        "symbol": asked["symbol"],
        "secType": asked["sec_type"],
        "currency": "USD",
        "multiplier": 100,
    }
    return row | {name: asked[name] for name in ("expiry", "strike", "right") if name in asked}


@given(shares)
def test_a_share_is_found_under_its_own_key_alone(text):
    """The contract that Tiger has for a share comes back under the key that asked for it."""
    key = parse(text)
    lookup = _symbols.to_lookup(key, ACCOUNT)
    market = {"SH": "CN", "SZ": "CN"}.get(key.market, key.market)
    row = answer_to(lookup) | {"market": market}
    (found,) = _symbols.from_lookup(key, lookup, row)
    assert (found.key, found.broker_symbol) == (text, key.symbol)
    assert _keys.to_key("tiger", _keys.Contract("STK", key.symbol, market)) == text
    assert not _symbols.from_lookup(key, lookup, row | {"market": "XX"})


@given(options)
def test_an_option_is_found_under_its_own_key_alone(text):
    """A standard option comes back under its key; one of another class does not."""
    key = parse(text)
    lookup = _symbols.to_lookup(key, ACCOUNT)
    row = answer_to(lookup) | {"market": "US", "identifier": occ(key)}
    (found,) = _symbols.from_lookup(key, lookup, {"items": [row]})
    assert (found.key, found.facts["strike"]) == (text, key.strike)
    other = row | {"identifier": f"X{occ(key)[1:]}" if occ(key)[0] != "X" else f"Y{occ(key)[1:]}"}
    assert not _symbols.from_lookup(key, lookup, other)


@given(futures)
def test_a_future_is_found_under_its_own_key_alone(text):
    """A future is asked for by product and month and comes back under its key, on its exchange only."""
    key = parse(text)
    lookup = _symbols.to_lookup(key, ACCOUNT)
    tigers = next(name for name, ours in FUTURE_EXCHANGE.items() if ours == key.market)
    row = {
        "contractCode": f"{key.symbol}{key.expiry[2:]}",
        "contractMonth": key.expiry,
        "exchange": tigers,
        "currency": "USD",
        "multiplier": 50,
    }
    (found,) = _symbols.from_lookup(key, lookup, row)
    assert (found.key, found.native_id) == (text, f"FUT:{row['contractCode']}:USD")
    assert not _symbols.from_lookup(key, lookup, [row | {"exchange": "NOWHERE"}])
    assert not _symbols.from_lookup(key, lookup, [row | {"contractMonth": "199901"}])


@given(coins)
def test_a_coin_is_found_under_its_own_key(text):
    """A pair is written with a slash at Tiger and with a dash in its key."""
    key = parse(text)
    lookup = _symbols.to_lookup(key, ACCOUNT)
    (found,) = _symbols.from_lookup(key, lookup, answer_to(lookup))
    assert found.key == text
    assert found.broker_symbol == key.symbol.replace("-", "/")


@given(shares | options | futures | coins)
def test_an_id_comes_back_from_its_parts(text):
    """What stands for a contract without a key says its parts, so the contract can be found by it."""
    key = parse(text)
    lookup = _symbols.to_lookup(key, ACCOUNT)
    contract = lookup.carried.get("contract") or _keys.Contract("FUT", lookup.body["contract_code"])
    native = _keys.to_native(contract)
    assert _keys.from_native(native) == contract
    again = _symbols.to_lookup(parse(f"tiger@{native}"), ACCOUNT)
    assert again.carried["contract"] == contract


@given(st.text(max_size=30))
def test_no_text_makes_an_id_stumble(text):
    """Any text is an id of a contract or none."""
    contract = _keys.from_native(text)
    assert contract is None or contract.sec_type == text.split(":")[0]


@given(
    st.builds(
        _keys.Contract,
        st.sampled_from(["STK", "OPT", "FUT", "CC", "WAR", ""]),
        *[st.text(max_size=8)] * 10,
    )
)
def test_every_row_has_a_key_that_parses(row):
    """Whatever a row says, its key is canonical, or its parts where nothing else is certain."""
    assert parse(_keys.to_key("tiger", row)).text


@given(shares | options | futures | coins | st.just("tiger@STK:ACME:USD"), values)
def test_no_answer_makes_a_look_up_stumble(text, answer):
    """Whatever JSON Tiger sends, a look-up finds nothing or something."""
    key = parse(text)
    lookup = _symbols.to_lookup(key, ACCOUNT)
    assert isinstance(_symbols.from_lookup(key, lookup, json.loads(json.dumps(answer))), list)


@pytest.mark.parametrize(
    "row",
    [
        _keys.Contract("STK", "ACME", currency="USD"),
        _keys.Contract("STK", ".IDX", "US", "USD"),
        _keys.Contract("STK", "9999", "HK", "HKD"),
        _keys.Contract("STK", "D05.SI", "SG", "SGD"),
        _keys.Contract("STK", "900901", "CN", "USD"),
        _keys.Contract("OPT", "ACME", "US", "USD", "20261218", "CALL", "32.5", multiplier="100"),
        _keys.Contract(
            *("OPT", "SPX", "US", "USD", "20261218", "CALL", "5000"),
            identifier="SPX   261218C05000000",
            multiplier="100",
        ),
        _keys.Contract(
            *("OPT", "ACME", "US", "USD", "20261218", "CALL", "32.5"),
            identifier="ACME  261218C00032500",
            multiplier="10",
        ),
        _keys.Contract("FUT", "AC2612", currency="USD", expiry="20261218", exchange="CME"),
        _keys.Contract("MLEG", "ACME", currency="USD"),
    ],
)
def test_what_is_not_certain_is_named_by_its_parts(row):
    """A row that could be two things is never given the name of one of them."""
    assert _keys.to_key("tiger", row) == f"tiger@{_keys.to_native(row)}"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("FOP:ES.CME:202612:20261120:C:6000", "unknown_instrument"),
        ("FUT:ES.CME:20261218", "unknown_instrument"),
        ("FUT:ES.EUREX:202612", "unknown_instrument"),
        ("OPT:00700.HK:20261230:C:400", "unknown_instrument"),
        ("OPT:ACME.US:20261218:C:32.5:ACME1", "unknown_instrument"),
        ("000001.SH", "unknown_instrument"),
        ("FX:EURUSD", "unknown_instrument"),
        ("CFD:EURUSD", "unknown_instrument"),
        ("IND:SPX.US", "unknown_instrument"),
        ("SAP.XETR", "unknown_instrument"),
        ("tiger@MLEG:ACME:USD", "unknown_instrument"),
        ("tiger@OPT:ACME:USD:20261218:C:32.50", "unknown_instrument"),
    ],
)
def test_a_key_that_tiger_cannot_be_asked_about_is_refused(text, code):
    """What Tiger has no question for is refused before anything is sent, in words that are the caller's."""
    with pytest.raises(NotSent) as refused:
        _symbols.to_lookup(parse(text), ACCOUNT)
    assert refused.value.code == code
    assert text in refused.value.detail
    assert "NATIVE" not in refused.value.detail


def test_every_step_is_tried():
    """The two kinds of questions above are all that there are."""
    assert {"contract", "future"} == _symbols._NEXT.keys()
    assert isinstance(_symbols.to_lookup(parse("ACME.US"), ACCOUNT), Lookup)
