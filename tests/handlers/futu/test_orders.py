"""Orders at Futu: what an answer proves, and what an order says."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker import exactjson
from omnibroker.kit.errors import NotSent, UpstreamFailure
from omnibroker.kit.exact import canonical
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.outcomes import Accepted, Refused, Unknown
from omnibroker.kit.upstream import Account
from omnibroker_generated.futu import models as futu
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.models.order_type import ORDER_TYPE_VALUES
from omnibroker_handlers.futu import _orders, _outcomes, _tickets

CLASSIFIERS = [
    _outcomes.classify_place_order,
    _outcomes.classify_modify_order,
    _outcomes.classify_cancel_order,
]
OUTCOMES = (Accepted, Refused, Unknown)
NATIVE = {"trd_env": "1", "markets": "1,2,4"}
ACCOUNT = Account(
    "futu:281756455988000001",
    "281756455988000001",
    "futu",
    "futu",
    "live",
    simulated=True,
    native=NATIVE,
)
AAPL = Resolved("AAPL.US", "US.AAPL", "STOCK", "USD", "SHARE", "AAPL")
OPTION = Resolved("OPT:AAPL.US:20261016:C:215", "US.AAPL261016C215000", "OPTION", "USD", "CONTRACT")
TAG = "ob01K9V6T3ZQ8M4N7XW2RCH5JDGB"

each_classifier = pytest.mark.parametrize("classify", CLASSIFIERS)
scalars = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6)
)
names = st.sampled_from(
    ["ret_type", "ret_msg", "err_code", "s2c", "order_id", "order_id_ex", "error"]
)
answers = st.recursive(
    scalars | st.sampled_from([0, -1, -100, 100012]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=5),
    max_leaves=10,
)
statuses = st.sampled_from([200, 201, 204, 301, 302, 400, 401, 403, 404, 409, 429, 500, 502, 503])


def refusal(**changes):
    return json.dumps(
        {"ret_type": -1, "ret_msg": "no", "err_code": None, "s2c": None} | changes
    ).encode()


@each_classifier
@given(status=st.integers(100, 599), body=st.binary(max_size=60))
def test_no_bytes_make_a_classifier_stumble(classify, status, body):
    """Any status with any bytes is one of the outcomes."""
    assert isinstance(classify(status, body), OUTCOMES)


@each_classifier
@given(status=statuses, answer=answers)
def test_no_json_makes_a_classifier_stumble(classify, status, answer):
    """Any status with any JSON is one of the outcomes; an accepted order has an id, and ret_type 0."""
    outcome = classify(status, json.dumps(answer).encode())
    assert isinstance(outcome, OUTCOMES)
    if isinstance(outcome, Accepted):
        assert status == 200
        assert answer["ret_type"] == 0
        assert outcome.broker_order_id.strip("0")


@each_classifier
@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'{"a":' * 50_000, b"9" * 10_000, b"\xff\xfe", b"NaN", b""]
)
def test_hostile_json_proves_nothing(classify, body):
    """Deep nesting, endless digits and broken encodings are no answer."""
    assert isinstance(classify(200, body), Unknown)


@each_classifier
@given(status=st.sampled_from([429, *range(500, 600)]), answer=answers)
def test_429_and_5xx_are_never_a_refusal(classify, status, answer):
    """Too many requests and server errors prove nothing, whatever they say."""
    assert isinstance(classify(status, json.dumps(answer).encode()), Unknown)


@given(st.integers().filter(lambda number: number not in {0, -1}))
def test_only_one_ret_type_is_a_refusal(ret_type):
    """Whatever is neither success nor failure leaves the outcome unknown."""
    assert isinstance(_outcomes.classify_place_order(200, refusal(ret_type=ret_type)), Unknown)


@given(
    st.text(min_size=1, max_size=200).filter(
        lambda words: words.strip() and "100012" not in words and "err_code" not in words
    )
)
def test_the_words_of_a_refusal_do_not_matter(words):
    """A failure is a refusal by its shape, whatever language it is in."""
    assert isinstance(_outcomes.classify_place_order(200, refusal(ret_msg=words)), Refused)


@pytest.mark.parametrize(
    "changes",
    [
        {"ret_msg": "backend_code=100012"},
        {"ret_msg": "[err_code=100012] taken"},
        {"err_code": 100012},
        {"err_code": "-100"},
        {"err_code": -100.0},
        {"err_code": "-200.0"},
        {"ret_msg": None},
        {"ret_msg": " "},
        {"ret_msg": "[err_code=-400] ?"},
        {"s2c": {}},
        {"ret_type": "-1"},
        {"ret_type": True},
        {"ret_msg": ["no"]},
        {"err_code": {}},
    ],
)
def test_codes_that_do_not_prove_a_refusal_are_unknown(changes):
    """The code of an order that was taken with unknown result, wherever it stands, is no refusal."""
    assert isinstance(_outcomes.classify_place_order(200, refusal(**changes)), Unknown)


def test_a_refusal_may_be_a_code_alone():
    """A code that is none of the doubtful ones is a reason, without a word beside it."""
    found = _outcomes.classify_place_order(200, refusal(ret_msg=None, err_code=-401.0))
    assert found == Refused("", "-401")


def test_a_longer_number_is_another_code():
    """1000125 is not the code 100012."""
    assert isinstance(_outcomes.classify_place_order(200, refusal(ret_msg="1000125")), Refused)


def test_ids_of_64_bits_are_not_rounded():
    """An id beyond 2^53 stays as it is."""
    body = b'{"ret_type":0,"s2c":{"order_id":18446744073709551615}}'
    assert _outcomes.classify_place_order(200, body).broker_order_id == "18446744073709551615"


def request(**changes):
    fields = {
        "client_order_id": "a",
        "instrument": "AAPL.US",
        "side": "BUY",
        "type": "LIMIT",
        "quantity": "10",
        "limit_price": "271.06",
        "time_in_force": "DAY",
        "session": "REGULAR",
        "position_effect": "AUTO",
        **changes,
    }
    kept = {name: value for name, value in fields.items() if value is not None}
    return unified.PlaceOrderRequest.from_dict(kept)


def sent(resolved=AAPL, account=ACCOUNT, **changes):
    body = _tickets.to_place_order_request(account, TAG, resolved, request(**changes))
    return exactjson.decode(exactjson.encode(body.to_dict()))


@pytest.mark.parametrize(("environment", "number"), [("paper", 0), ("live", 1)])
def test_the_environment_on_the_wire_is_0_for_simulated_and_1_for_real(environment, number):
    """Following the gateway's old page would send simulated orders to a real account."""
    native = {"trd_env": str(number), "markets": "2"}
    account = Account("futu:7", "7", "futu", "futu", environment, simulated=True, native=native)
    body = exactjson.encode(
        _tickets.to_place_order_request(account, TAG, AAPL, request()).to_dict()
    )
    assert f'"trd_env":{number}'.encode() in body


def test_an_account_id_beyond_2_to_the_53_goes_out_whole():
    """Ids are integers all the way to the bytes."""
    body = _tickets.to_place_order_request(ACCOUNT, TAG, AAPL, request())
    assert b'"acc_id":281756455988000001' in exactjson.encode(body.to_dict())


@given(st.decimals(min_value=1, max_value=1_000_000, places=3))
def test_a_price_goes_out_as_it_came_in(price):
    """What Futu keeps of a price is exactly what was asked for."""
    text = canonical(price)
    assert canonical(Decimal(sent(limit_price=text)["price"])) == text


@pytest.mark.parametrize(
    ("resolved", "price", "fits"),
    [
        (AAPL, "271.065", True),
        (AAPL, "271.0655", False),
        (AAPL, "0.9995", True),
        (AAPL, "1.0005", False),
        (AAPL, "0.99955", False),
        (OPTION, "3.25", True),
        (OPTION, "3.255", False),
    ],
)
def test_a_digit_that_futu_would_cut_off_is_refused(resolved, price, fits):
    """Three decimals, four below a dollar, two for US options: nothing is rounded or cut."""
    unit = {"quantity_unit": resolved.quantity_unit, "instrument": resolved.key}
    if fits:
        assert canonical(Decimal(sent(resolved, limit_price=price, **unit)["price"])) == price
        return
    with pytest.raises(NotSent) as refused:
        sent(resolved, limit_price=price, **unit)
    assert refused.value.code == "not_exact"


@pytest.mark.parametrize("price", ["9" * 27, "0.1" + "0" * 10 + "1" * 16])
def test_absurd_prices_are_refused_in_words(price):
    """A number beyond a double, or beyond Futu's decimals, is not sent."""
    with pytest.raises(NotSent):
        sent(limit_price=price)


def test_every_price_table_has_every_type_that_is_sent():
    """Each order type that can be sent has its price fields, and no other type has."""
    assert _tickets._PRICES.keys() == ORDER_TYPE_VALUES - {"MARKET_ON_CLOSE", "LIMIT_ON_CLOSE"}


FIELDS = {
    "client_order_id": None,  # the journal's
    "environment": None,  # checked by the dispatcher
    "instrument": "code",
    "side": "trd_side",
    "type": "order_type",
    "quantity": "qty",
    "quantity_unit": None,  # must be the instrument's
    "notional": NotSent,
    "limit_price": "price",
    "stop_price": "aux_price",
    "trail": "trail_type",
    "time_in_force": "time_in_force",
    "expires_at": NotSent,
    "session": "session",
    "position_effect": None,  # AUTO is what netting does
    "position_id": NotSent,
    "broker_options": NotSent,
}


def test_no_field_of_a_request_is_dropped_silently(bundles):
    """Each field of an order is sent, refused or somebody else's; a new one has to be decided on."""
    schema = bundles["unified"]["components"]["schemas"]["PlaceOrderRequest"]
    assert schema["properties"].keys() == FIELDS.keys()
    body = sent(type="STOP_LIMIT", stop_price="270")
    trailing = sent(type="TRAILING_STOP", limit_price=None, trail={"kind": "AMOUNT", "value": "1"})
    wanted = {name for name in FIELDS.values() if isinstance(name, str)}
    assert wanted <= body.keys() | trailing.keys()


@pytest.mark.parametrize(
    "changes",
    [
        {"quantity": None, "notional": {"amount": "5", "currency": "USD"}},
        {"expires_at": "2026-03-31T08:00:00Z"},
        {"position_id": "1"},
        {"broker_options": {"ibkr": {"all_or_none": True}}},
        {"stop_price": "270"},
        {"trail": {"kind": "AMOUNT", "value": "1"}},
        {
            "type": "TRAILING_STOP",
            "limit_price": None,
            "trail": {"kind": "AMOUNT", "value": "1", "limit_offset": "1"},
        },
        {
            "type": "TRAILING_STOP_LIMIT",
            "limit_price": None,
            "trail": {"kind": "AMOUNT", "value": "1", "limit_offset": "-1"},
        },
        {"type": "STOP", "limit_price": None, "stop_price": "270", "session": "EXTENDED"},
        {"type": "STOP_LIMIT", "stop_price": "270", "session": "ALL"},
    ],
)
def test_what_cannot_be_said_is_refused(changes):
    """A field that Futu has no place for ends the order before anything is sent."""
    with pytest.raises(NotSent):
        sent(**changes)


def test_a_continuous_contract_is_not_ordered():
    """A main contract would become whatever contract is the main one at that moment."""
    main = Resolved("futu@US.MNQmain", "US.MNQmain", "FUTURE", None, "CONTRACT")
    with pytest.raises(NotSent, match="contract month"):
        sent(main, quantity_unit="CONTRACT")


def row(**fields):
    return futu.Order.from_dict({"order_status": 5, "qty": Decimal("100.0"), **fields})


def test_a_filled_quantity_that_is_missing_is_read_from_the_state_or_not_at_all():
    """An order on its way has traded nothing and a filled one everything; of a working one nobody knows."""
    assert _orders._filled(row(order_status=2, fill_qty=None)) == "0"
    assert _orders._filled(row(order_status=11, fill_qty=None)) == "100"
    with pytest.raises(UpstreamFailure):
        _orders._filled(row(order_status=5, fill_qty=None))


def test_a_limit_without_distance_from_its_trailing_stop_is_read_as_that():
    """0 is a distance where the type has one, and a filler where it has none."""
    trail = {"trail_type": 2, "trail_value": Decimal("5.0"), "trail_spread": Decimal("0.0")}
    assert _orders._prices(row(order_type=15, **trail))["trail"]["limit_offset"] == "0"
    assert "limit_offset" not in _orders._prices(row(order_type=14, **trail))["trail"]


def test_an_option_on_a_mixed_account_is_no_future():
    """The code of an option on a short symbol ends like a contract month; its header's market is the shares'."""
    account = replace(ACCOUNT, native={"trd_env": "1", "markets": "1,2,5"})
    assert _tickets._kind(account, "F261016C12500") == "OPTION"
    assert _tickets._kind(account, "MNQ2612") == "FUTURE"
    assert _tickets._kind(account, "AAPL") == "STOCK"


def test_the_servers_id_goes_before_another_orders_number():
    """An id that is one order's text and another's number names the first; a number alone still finds its order."""
    numbered = row(order_id=8801, order_id_ex="8802")
    named = row(order_id=8803, order_id_ex="8801")
    assert _orders.named([numbered, named], "8801") is named
    assert _orders.named([numbered], "8801") is numbered
    assert _orders.named([numbered, named], "8804") is None
