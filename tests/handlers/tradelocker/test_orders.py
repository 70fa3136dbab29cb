"""Orders at TradeLocker: what an answer proves, what a ticket says, whose order a row is."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker import exactjson
from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import canonical
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.outcomes import Accepted, Refused, Unknown
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.models.order_type import ORDER_TYPE_VALUES
from omnibroker_handlers.tradelocker import _orders, _outcomes, _tickets
from omnibroker_handlers.tradelocker._tables import ORDER_TYPE, UNSUPPORTED

CHANGES = [
    _outcomes.classify_close_position,
    _outcomes.classify_modify_order,
    _outcomes.classify_cancel_order,
]
CLASSIFIERS = [_outcomes.classify_place_order, *CHANGES]
OUTCOMES = (Accepted, Refused, Unknown)
FACTS = {"trade_route": "9912", "info_routes": ["452"]}
EURUSD = Resolved("CFD:EURUSD", "90278", "CFD", "USD", "LOT", "EURUSD", FACTS)
TAG = "ob01K9V6T3ZQ8M4N7XW2RCH5JDGB"

each_classifier = pytest.mark.parametrize("classify", CLASSIFIERS)
each_change = pytest.mark.parametrize("classify", CHANGES)
names = st.sampled_from(["s", "d", "errmsg", "orderId", "orders", "message", "error"])
words = st.sampled_from(["ok", "error", "no_data", "7277816990000000021", ""])
answers = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=5),
    max_leaves=10,
)
statuses = st.sampled_from([200, 201, 204, 301, 302, 400, 401, 403, 404, 409, 429, 500, 502, 503])


@each_classifier
@given(status=st.integers(100, 599), body=st.binary(max_size=60))
def test_no_bytes_make_a_classifier_stumble(classify, status, body):
    """Any status with any bytes is one of the outcomes; nobody asks a question here."""
    assert isinstance(classify(status, body), OUTCOMES)


@each_classifier
@given(status=statuses, answer=answers)
def test_no_json_makes_a_classifier_stumble(classify, status, answer):
    """Any status with any JSON is one of the outcomes; what is accepted has `s` ok under 200."""
    outcome = classify(status, json.dumps(answer).encode())
    assert isinstance(outcome, OUTCOMES)
    if isinstance(outcome, Accepted):
        assert status == 200
        assert answer["s"] == "ok"
    if isinstance(outcome, Refused):
        assert answer["s"] == "error"


@given(answers)
def test_an_accepted_new_order_has_an_id_of_digits(answer):
    """Without an order id a new order is not proven to exist."""
    body = json.dumps({"s": "ok", "d": answer}).encode()
    outcome = _outcomes.classify_place_order(200, body)
    if isinstance(outcome, Accepted):
        assert outcome.broker_order_id.isdigit()
        assert outcome.broker_order_id == str(answer["orderId"])
    else:
        assert isinstance(outcome, Unknown)


@each_classifier
@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'{"a":' * 50_000, b"9" * 10_000, b"\xff\xfe", b"NaN", b""]
)
def test_hostile_json_proves_nothing(classify, body):
    """Deep nesting, endless digits, broken encodings and silence are no answer."""
    assert isinstance(classify(200, body), Unknown)


@each_classifier
@given(status=st.sampled_from([429, *range(500, 600)]), answer=answers)
def test_429_and_5xx_are_never_a_refusal(classify, status, answer):
    """Too many requests and server errors prove nothing, whatever they say."""
    assert isinstance(classify(status, json.dumps(answer).encode()), Unknown)


@each_classifier
@given(words=st.text(max_size=200), status=st.sampled_from([200, 400, 401, 403, 404]))
def test_the_words_of_a_refusal_do_not_matter(classify, words, status):
    """A refusal is one by its shape, whatever its words say, under 200 as under an error status."""
    body = json.dumps({"s": "error", "errmsg": words}).encode()
    assert isinstance(classify(status, body), Refused if words.strip() else Unknown)


@each_classifier
@given(st.text(max_size=12).filter(lambda word: word not in {"ok", "error"}))
def test_only_known_words_of_the_envelope_prove_anything(classify, word):
    """An envelope that is neither ok nor error proves nothing."""
    body = json.dumps({"s": word, "errmsg": "x", "d": {"orderId": "1"}}).encode()
    assert isinstance(classify(200, body), Unknown)


@each_change
def test_no_content_accepts_a_change_and_no_new_order(classify):
    """204 is documented for changes; a new order needs its id."""
    assert isinstance(classify(204, b""), Accepted)
    assert isinstance(_outcomes.classify_place_order(204, b""), Unknown)


def ask(**changes):
    fields = {
        "client_order_id": "c1",
        "instrument": "CFD:EURUSD",
        "side": "BUY",
        "type": "LIMIT",
        "quantity": "0.5",
        "quantity_unit": "LOT",
        "limit_price": "1.08",
        "time_in_force": "GTC",
        "session": "REGULAR",
        "position_effect": "OPEN",
        **changes,
    }
    return unified.PlaceOrderRequest.from_dict({k: v for k, v in fields.items() if v is not None})


doubles = (
    st.floats(min_value=1e-6, max_value=1e12, allow_nan=False)
    .map(lambda number: canonical(Decimal(repr(number))))
    .filter(lambda text: text != "0")
)


@given(price=doubles, quantity=doubles, stop=doubles)
def test_prices_and_quantities_reach_the_wire_digit_by_digit(price, quantity, stop):
    """What a double can hold stands in the body with exactly its digits."""
    extras = {"tradelocker": {"stop_loss_price": stop}}
    order = ask(limit_price=price, quantity=quantity, broker_options=extras)
    ticket = _tickets.to_post_order(TAG, EURUSD, order).to_dict()
    sent = exactjson.decode(exactjson.encode(ticket))
    assert Decimal(sent["price"]) == Decimal(price)
    assert Decimal(sent["qty"]) == Decimal(quantity)
    assert Decimal(sent["stopLoss"]) == Decimal(stop)


@given(st.decimals("0.01", "1000000", places=17))
def test_what_a_double_cannot_hold_is_refused(number):
    """A price is sent exactly or not at all."""
    order = ask(limit_price=canonical(number))
    if Decimal(repr(float(number))) == number:
        assert _tickets.to_post_order(TAG, EURUSD, order)
        return
    with pytest.raises(NotSent) as refused:
        _tickets.to_post_order(TAG, EURUSD, order)
    assert refused.value.code == "not_exact"


def test_every_order_type_has_its_price():
    """The price table is total over the types that can be sent; the others are refused."""
    assert _tickets._PRICE.keys() == ORDER_TYPE.keys()
    assert ORDER_TYPE_VALUES - _tickets._PRICE.keys() == UNSUPPORTED["type"]


def test_every_extra_of_the_contract_is_sent():
    """Each extra that the contract offers for TradeLocker has its field in a ticket."""
    offered = set(vars(unified.TradelockerOrderOptions)["__annotations__"])
    known = _tickets._STOP_LOSS.keys() | _tickets._TAKE_PROFIT.keys()
    assert {name for name in offered if not name.startswith("_")} == known


def test_a_value_never_stands_without_its_type():
    """Each extra sends a number and the word that says what the number is."""
    for name in _tickets._STOP_LOSS.keys() | _tickets._TAKE_PROFIT.keys():
        order = ask(broker_options={"tradelocker": {name: "25"}})
        sent = _tickets.to_post_order(TAG, EURUSD, order).to_dict()
        added = sent.keys() - _tickets.to_post_order(TAG, EURUSD, ask()).to_dict().keys()
        assert len(added) == 2
        assert added & {"stopLossType", "takeProfitType"}


def test_the_tag_fits_the_field():
    """The field of the tag is documented to hold 31 characters."""
    sent = _tickets.to_post_order(TAG, EURUSD, ask()).to_dict()
    assert sent["strategyId"] == TAG
    assert len(TAG) <= 31


def row(native_id, tag=TAG, created="1000", **cells):
    return {"id": native_id, "strategyId": tag, "createdDate": created, "type": "market", **cells}


def test_of_several_orders_with_one_tag_the_first_is_ours():
    """A position hands its tag on: what came after the order that opened it is a stranger."""
    rows = [row("12", created="2000"), row("11"), row("13", created="1000")]
    ids = _orders.identities(rows)
    assert ids == {"11": TAG, "12": "broker:12", "13": "broker:13"}


def test_an_order_that_waits_to_close_a_position_is_never_taken_for_ours():
    """A stop loss with an inherited tag is a stranger even where the entry is not listed any more."""
    waiting = row("21", type="stop", positionId="7", filledQty=None)
    assert _orders.identities([waiting]) == {"21": "broker:21"}
    filled = row("22", type="limit", positionId="7", filledQty="0.5")
    assert _orders.identities([filled]) == {"22": TAG}


@pytest.mark.parametrize("tag", [None, "", "my-strategy", "ob-01K5VJ0000000000000000001"])
def test_a_tag_that_is_not_ours_names_no_order(tag):
    """Strategies of other programmes are no order ids of ours."""
    assert _orders.identities([row("31", tag)]) == {"31": "broker:31"}


def test_a_price_in_the_place_of_another_type_is_not_shown():
    """A market order carries the price of the moment and a stop price of 0: neither is a term of it."""
    market = {"type": "market", "price": "1.0851", "stopPrice": "0"}
    assert _orders._price(market) == {}
    stop = {"type": "stop", "price": "0", "stopPrice": "1.07500"}
    assert _orders._price(stop) == {"stop_price": "1.075"}
