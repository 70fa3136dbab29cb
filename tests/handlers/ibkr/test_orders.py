"""Orders at IBKR: what an answer proves, and what a ticket says."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omnibroker import exactjson
from omnibroker.kit.errors import NotSent
from omnibroker.kit.exact import canonical
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.outcomes import Accepted, Question, Refused, Unknown
from omnibroker.kit.upstream import Account
from omnibroker_generated.unified import models as unified
from omnibroker_generated.unified.models.order_type import ORDER_TYPE_VALUES
from omnibroker_handlers.ibkr import _outcomes, _tickets
from omnibroker_handlers.ibkr._tables import ORDER_STATUS

CLASSIFIERS = [
    _outcomes.classify_place_order,
    _outcomes.classify_modify_order,
    _outcomes.classify_confirm_order,
    _outcomes.classify_decline_order,
    _outcomes.classify_cancel_order,
]
OUTCOMES = (Accepted, Question, Refused, Unknown)
ACCOUNT = Account("ibkr:DU1234567", "DU1234567", "ibkr", "ibkr", "paper", simulated=True)
AAPL = Resolved("AAPL.US", "265598", "STOCK", "USD", "SHARE")
TAG = "ob01K9V6T3ZQ8M4N7XW2RCH5JDGB"

each_classifier = pytest.mark.parametrize("classify", CLASSIFIERS)
names = st.sampled_from(
    [
        "order_id",
        "order_status",
        "id",
        "message",
        "messageIds",
        "error",
        "msg",
        "options",
        "orderId",
        "reqId",
    ]
)
answers = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=5),
    max_leaves=10,
)
statuses = st.sampled_from([200, 201, 204, 301, 302, 400, 401, 403, 404, 409, 429, 500, 502, 503])


@each_classifier
@given(status=st.integers(100, 599), body=st.binary(max_size=60))
def test_no_bytes_make_a_classifier_stumble(classify, status, body):
    """Any status with any bytes is one of the four outcomes."""
    assert isinstance(classify(status, body), OUTCOMES)


@each_classifier
@given(status=statuses, answer=answers)
def test_no_json_makes_a_classifier_stumble(classify, status, answer):
    """Any status with any JSON is one of the four outcomes; an accepted order has an id of digits."""
    outcome = classify(status, json.dumps(answer).encode())
    assert isinstance(outcome, OUTCOMES)
    if isinstance(outcome, Accepted):
        assert status == 200
        assert outcome.broker_order_id == "" or outcome.broker_order_id.isdigit()


@each_classifier
@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'{"a":' * 50_000, b"9" * 10_000, b"\xff\xfe", b"NaN"]
)
def test_hostile_json_proves_nothing(classify, body):
    """Deep nesting, endless digits and broken encodings are no answer."""
    assert isinstance(classify(200, body), Unknown)


@each_classifier
@given(status=st.sampled_from([429, *range(500, 600)]), answer=answers)
def test_429_and_5xx_are_never_a_refusal(classify, status, answer):
    """Too many requests and server errors prove nothing, whatever they say."""
    assert isinstance(classify(status, json.dumps(answer).encode()), Unknown)


@given(status=st.integers(100, 599), answer=answers)
def test_a_confirmation_is_never_refused(status, answer):
    """After a yes an error may hide an order that goes live, so nothing is a refusal."""
    outcome = _outcomes.classify_confirm_order(status, json.dumps(answer).encode())
    assert not isinstance(outcome, Refused)


@given(st.text(max_size=12))
def test_only_a_known_status_is_an_acknowledgement(status):
    """An id with a status that the table does not have proves nothing."""
    body = json.dumps([{"order_id": "1", "order_status": status}]).encode()
    known = status.casefold() in ORDER_STATUS
    assert isinstance(_outcomes.classify_place_order(200, body), Accepted if known else Unknown)


@given(st.text(max_size=200))
def test_the_words_of_a_refusal_do_not_matter(words):
    """An error object is a refusal by its shape, whatever language it is in."""
    body = json.dumps({"error": words}).encode()
    outcome = _outcomes.classify_place_order(200, body)
    assert isinstance(outcome, Refused if words.strip() else Unknown)


def test_message_ids_that_the_contract_cannot_hold_are_left_out():
    """A question keeps the ids that a confirmation can repeat, and its bounds."""
    asked = {"id": "a-1", "message": ["x" * 9000], "messageIds": ["o163", "", "a b", 7]}
    outcome = _outcomes.classify_place_order(200, json.dumps([asked]).encode())
    assert isinstance(outcome, Question)
    assert outcome.message_ids == ("o163",)
    assert len(outcome.messages[0]) == 4096


def ask(**changes):
    fields = {
        "client_order_id": "c1",
        "instrument": "AAPL.US",
        "side": "BUY",
        "type": "LIMIT",
        "quantity": "10",
        "limit_price": "185.5",
        "time_in_force": "DAY",
        "session": "REGULAR",
        "position_effect": "AUTO",
        **changes,
    }
    return unified.PlaceOrderRequest.from_dict({k: v for k, v in fields.items() if v is not None})


doubles = (
    st.floats(min_value=1e-6, max_value=1e12, allow_nan=False)
    .map(lambda number: canonical(Decimal(repr(number))))
    .filter(lambda text: text != "0")
)


@given(price=doubles, quantity=doubles)
def test_prices_and_quantities_reach_the_wire_digit_by_digit(price, quantity):
    """What a double can hold stands in the body with exactly its digits."""
    body = _tickets.to_orders_request(ACCOUNT, TAG, AAPL, ask(limit_price=price, quantity=quantity))
    sent = exactjson.decode(exactjson.encode(body.to_dict()))["orders"][0]
    assert Decimal(sent["price"]) == Decimal(price)
    assert Decimal(sent["quantity"]) == Decimal(quantity)


@given(st.decimals("0.01", "1000000", places=17))
def test_what_a_double_cannot_hold_is_refused(number):
    """A price is sent exactly or not at all."""
    order = ask(limit_price=canonical(number))
    if Decimal(repr(float(number))) == number:
        assert _tickets.to_orders_request(ACCOUNT, TAG, AAPL, order)
        return
    with pytest.raises(NotSent) as refused:
        _tickets.to_orders_request(ACCOUNT, TAG, AAPL, order)
    assert refused.value.code == "not_exact"


def test_every_order_type_has_its_prices():
    """The price table is total over the order types of the contract."""
    assert _tickets._PRICES.keys() == ORDER_TYPE_VALUES


def test_a_ticket_says_everything_that_has_a_default_at_ibkr():
    """Account, tag, tif and hours are in every ticket; nothing is left to the session's state."""
    ticket = _tickets.to_orders_request(ACCOUNT, TAG, AAPL, ask()).to_dict()["orders"][0]
    assert {"acctId", "cOID", "conid", "orderType", "side", "tif", "outsideRTH"} <= ticket.keys()


def test_a_stranger_is_changed_without_a_tag_of_ours():
    """An order placed elsewhere keeps having no tag of ours when it is changed."""
    order = unified.Order.from_dict(
        {
            "order_id": "broker:1",
            "broker_order_id": "1",
            "broker_instrument_id": "265598",
            "side": "BUY",
            "type": "LIMIT",
            "quantity": "10",
            "limit_price": "1",
            "time_in_force": "DAY",
            "session": "REGULAR",
        }
    )
    change = unified.ModifyOrderRequest.from_dict({"quantity": "12"})
    ticket = _tickets.to_modified_ticket(ACCOUNT, order, change).to_dict()
    assert "cOID" not in ticket
    assert ticket["quantity"] == 12


def test_an_amount_cannot_become_a_quantity():
    """The quantity of an order that was given by amount cannot be changed."""
    order = unified.Order.from_dict(
        {"order_id": "broker:1", "notional": {"amount": "5", "currency": "USD"}}
    )
    change = unified.ModifyOrderRequest.from_dict({"quantity": "12"})
    with pytest.raises(NotSent) as refused:
        _tickets.to_modified_ticket(ACCOUNT, order, change)
    assert refused.value.code == "contradictory_order"
