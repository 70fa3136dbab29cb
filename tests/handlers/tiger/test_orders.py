"""Orders at Tiger: what an answer proves, what a body says, how quantities are scaled."""

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
from omnibroker.kit.upstream import Account
from omnibroker_generated.unified import models as unified
from omnibroker_handlers.tiger import _answers, _outcomes, _tickets
from omnibroker_handlers.tiger._tables import ORDER_STATUS, ORDER_TYPE

CLASSIFIERS = [
    _outcomes.classify_place_order,
    _outcomes.classify_modify_order,
    _outcomes.classify_cancel_order,
]
OUTCOMES = (Accepted, Refused, Unknown)
ACCOUNT = Account(
    *("tiger:20100001", "20100001", "tiger", "tiger", "live"),
    simulated=True,
    native={"kind": "STANDARD"},
)
FACTS = {"asset_class": "STK", "price_multiplier": "1", "market": "US"}
ACME = Resolved("ACME.US", "STK:ACME:USD", "STOCK", "USD", "SHARE", "ACME", FACTS)

each_classifier = pytest.mark.parametrize("classify", CLASSIFIERS)
names = st.sampled_from(["id", "orderId", "subIds", "orders", "code", "message", "status"])
codes = st.sampled_from(
    [0, 1, 2, 4, 5, 1000, 1010, 1100, 1200, 1300, 2000, 2400, 4000, "0", "1", "4", "5", "1200"]
)
answers = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=6)
    | codes,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=5),
    max_leaves=10,
)
statuses = st.sampled_from([200, 201, 204, 301, 302, 400, 401, 403, 404, 409, 429, 500, 502, 503])


@each_classifier
@given(status=st.integers(100, 599), body=st.binary(max_size=60))
def test_no_bytes_make_a_classifier_stumble(classify, status, body):
    """Any status with any bytes is one of the outcomes; Tiger asks no questions."""
    assert isinstance(classify(status, body), OUTCOMES)


@each_classifier
@given(status=statuses, answer=answers)
def test_no_json_makes_a_classifier_stumble(classify, status, answer):
    """Any status with any JSON is one of the outcomes; an accepted order has an id of digits, not 0."""
    outcome = classify(status, json.dumps(answer).encode())
    assert isinstance(outcome, OUTCOMES)
    if isinstance(outcome, Accepted):
        assert status == 200
        assert int(outcome.broker_order_id) > 0


@each_classifier
@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'{"a":' * 50_000, b"9" * 10_000, b"\xff\xfe", b"NaN", b"", b"null"]
)
def test_hostile_json_proves_nothing(classify, body):
    """Deep nesting, endless digits, broken encodings and nothing at all are no answer."""
    assert isinstance(classify(200, body), Unknown)


@each_classifier
@given(status=st.sampled_from([429, *range(500, 600)]), answer=answers)
def test_429_and_5xx_are_never_a_refusal(classify, status, answer):
    """Too many requests and server errors prove nothing, whatever they say."""
    assert isinstance(classify(status, json.dumps(answer).encode()), Unknown)


@each_classifier
@pytest.mark.parametrize("code", [1, 2, 3, 4, 5, 6, 999, 2000, 2100, 2200, 2300, 40013])
@pytest.mark.parametrize("status", [200, 400, 401, 403])
def test_codes_that_do_not_prove_it_are_never_a_refusal(classify, status, code):
    """Errors of servers, limits and of clients leave open what became of an order."""
    for value in (code, str(code)):
        body = json.dumps({"code": value, "message": "refused"}).encode()
        assert isinstance(classify(status, body), Unknown)


@each_classifier
@pytest.mark.parametrize(
    ("status", "code"),
    [(400, 1000), (400, 1010), (400, 1100), (400, 1200), (400, 1300), (401, 2400), (403, 4000)],
)
def test_each_refusal_is_one_under_its_own_status_and_inside_the_data(classify, status, code):
    """A code that proves a refusal does so with its status, or as text within a 200, and nowhere else."""
    body = json.dumps({"code": code, "message": "no"}).encode()
    inside = json.dumps({"code": str(code), "message": "no"}).encode()
    assert classify(status, body) == Refused("no", str(code))
    assert classify(200, inside) == Refused("no", str(code))
    for other in {400, 401, 403, 404, 409, 418} - {status}:
        assert isinstance(classify(other, body), Unknown)


@each_classifier
@given(st.text(max_size=200))
def test_the_words_of_a_refusal_do_not_matter(classify, words):
    """A refusal is one by its code, whatever language it is in, and whether it has words at all."""
    body = json.dumps({"code": 1200, "message": words}).encode()
    assert isinstance(classify(400, body), Refused)


@each_classifier
@pytest.mark.parametrize("code", [1000, 1010, 1100, 1200, 1300])
@pytest.mark.parametrize(
    "words",
    ["bad_request:Duplicate order id 7", "订单号重复", "read timed out", "Timeout", "请求超时"],
)
def test_words_take_the_proof_out_of_a_refusal(classify, code, words):
    """A number in use may be so by a copy of the order, and what timed out may still be done."""
    refusal = f"account response error({words})"
    for status, value in ((400, code), (200, str(code))):
        body = json.dumps({"code": value, "message": refusal}).encode()
        assert isinstance(classify(status, body), Unknown)
    assert isinstance(classify(200, json.dumps({"message": words}).encode()), Unknown)


@given(st.text(max_size=12) | st.integers(-9, 99))
def test_only_a_known_status_is_an_acknowledgement(status):
    """An id with a status that the table does not have proves nothing."""
    body = json.dumps({"id": 1, "orders": [{"id": 1, "status": status}]}).encode()
    known = str(status) in ORDER_STATUS
    assert isinstance(_outcomes.classify_place_order(200, body), Accepted if known else Unknown)


def test_an_id_keeps_all_its_digits():
    """Global ids have more digits than a binary floating-point number holds."""
    outcome = _outcomes.classify_place_order(200, b'{"id": 40000000000005001}')
    assert isinstance(outcome, Accepted)
    assert outcome.broker_order_id == "40000000000005001"


def test_the_status_of_another_order_is_not_the_orders_own():
    """An acknowledgement lists attached orders too; only the row of the order itself counts."""
    body = {"id": 1, "orders": [{"id": 2, "status": "Inactive"}, {"id": 1, "status": "Initial"}]}
    outcome = _outcomes.classify_place_order(200, json.dumps(body).encode())
    assert isinstance(outcome, Accepted)
    assert outcome.broker_status == "Initial"


def ask(**changes):
    fields = {
        "client_order_id": "c1",
        "instrument": "ACME.US",
        "side": "BUY",
        "type": "LIMIT",
        "quantity": "10",
        "limit_price": "30.5",
        "time_in_force": "DAY",
        "session": "REGULAR",
        "position_effect": "AUTO",
        **changes,
    }
    return unified.PlaceOrderRequest.from_dict({k: v for k, v in fields.items() if v is not None})


def sent(order):
    body = _tickets.to_place_order_request(ACCOUNT, ACME, order).to_dict()
    return exactjson.decode(exactjson.encode(body))


doubles = (
    st.floats(min_value=1e-6, max_value=1e12, allow_nan=False)
    .map(lambda number: canonical(Decimal(repr(number))))
    .filter(lambda text: text != "0")
)


@given(doubles)
def test_prices_reach_the_wire_digit_by_digit(price):
    """What a double can hold stands in the body with exactly its digits."""
    assert Decimal(sent(ask(limit_price=price))["limit_price"]) == Decimal(price)


@given(st.decimals("0.01", "1000000", places=17))
def test_what_a_double_cannot_hold_is_refused(number):
    """A price is sent exactly or not at all."""
    order = ask(limit_price=canonical(number))
    if Decimal(repr(float(number))) == number:
        assert sent(order)
        return
    with pytest.raises(NotSent) as refused:
        sent(order)
    assert refused.value.code == "not_exact"


@given(st.decimals("0.00001", "9999999", places=5).map(canonical))
def test_a_quantity_is_scaled_and_read_back_the_same(quantity):
    """A quantity goes out as a whole number with a scale, and comes back from both."""
    body = sent(ask(quantity=quantity))
    scale = body.get("total_quantity_scale")
    assert isinstance(body["total_quantity"], int)
    assert _answers.scaled(body["total_quantity"], scale) == quantity


@pytest.mark.parametrize(
    "quantity",
    ["1000000000001", "0.0000000000000000001", "100000000000.000000000000000001"],
)
def test_a_quantity_that_no_scale_can_hold_is_refused(quantity):
    """A quantity of more digits than Tiger takes is not rounded."""
    with pytest.raises(NotSent) as refused:
        sent(ask(quantity=quantity))
    assert refused.value.code == "not_exact"


def test_every_order_type_has_its_prices():
    """The price table is total over the order types that can be sent."""
    assert _tickets._PRICES.keys() == ORDER_TYPE.keys()


def test_a_body_says_everything_that_has_a_default_at_tiger():
    """Time in force and hours stand in every order on a US share; nothing is left to Tiger."""
    assert {"account", "order_type", "action", "time_in_force", "outside_rth"} <= sent(ask()).keys()


def test_no_field_of_a_request_is_dropped():
    """Each field of a request is sent, checked or refused: one that is new must be thought of."""
    thought_of = {
        *("client_order_id", "environment", "instrument", "side", "type", "quantity"),
        *("quantity_unit", "notional", "limit_price", "stop_price", "trail", "time_in_force"),
        *("expires_at", "session", "position_effect", "position_id", "broker_options"),
    }
    fields = {name.rstrip("_") for name in unified.PlaceOrderRequest.__annotations__}
    assert {name for name in fields if not name.startswith("_")} == thought_of


def test_an_order_in_the_overnight_session_keeps_it_when_its_price_changes():
    """Tiger's change cannot name the session, so it stays as it was placed."""
    order = unified.Order.from_dict(
        {
            "order_id": "broker:1",
            "broker_order_id": "1",
            "instrument": "ACME.US",
            "broker_instrument_id": "STK:ACME:USD",
            "side": "BUY",
            "type": "LIMIT",
            "quantity": "10",
            "limit_price": "30",
            "time_in_force": "DAY",
            "session": "OVERNIGHT",
        }
    )
    change = unified.ModifyOrderRequest.from_dict({"limit_price": "31"})
    body = _tickets.to_modify_order_request(ACCOUNT, order, change).to_dict()
    assert (body["outside_rth"], body["limit_price"]) == (True, 31)
    away = unified.ModifyOrderRequest.from_dict({"session": "REGULAR"})
    with pytest.raises(NotSent) as refused:
        _tickets.to_modify_order_request(ACCOUNT, order, away)
    assert refused.value.code == "value_not_supported"
