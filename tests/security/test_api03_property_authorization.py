"""API3:2023 Broken object property level authorization: what the gateway sets nobody else sets or sees."""

import json

import pytest

# How each broker calls what the gateway itself writes on an order: its tag, its ids, the account.
TAGS = {
    "ibkr": ["cOID", "c_oid", "acctId", "parentId", "order_ref", "referrer", "isClose"],
    "tiger": ["user_mark", "order_id", "id", "account", "secret_key"],
    "futu": ["remark", "accID", "trdEnv", "header", "unlock"],
    "tradelocker": ["strategyId", "strategy_id", "routeId", "accNum", "validity"],
}
MARKS = ("x-upstream", "x-effect", "x-budget", "x-cache", "x-preflight", "x-undocumented")


def schema(bundles, name):
    return bundles["unified"]["components"]["schemas"][name]


def body_operations(operations):
    return [operation for operation in operations if "requestBody" in operation.raw]


async def refused(house, operation, order, body):
    """400 for a body, and the broker hears nothing of it."""
    before = len(house.engine.requests)
    positional, named = operation.request(house, order_id=order["order_id"], body=body)
    answer = await house(*positional, **named)
    assert answer.status == 400, (operation.operation_id, body, answer.body)
    assert len(house.engine.requests) == before


async def test_no_field_that_the_gateway_sets_is_taken_from_a_caller(
    open_house, operations, bundles, tickets, broker
):
    """Every member of an order that is none of a request, and none of ours at all: 400, unread."""
    house = open_house(broker=broker)
    order = (await house.place("standing-1", **tickets[broker])).json()
    asked = body_operations(operations)
    assert len(asked) >= 4
    for operation in asked:
        (_, _, good), _ = operation.request(house)
        name = next(iter(operation.raw["requestBody"]["content"].values()))["schema"]["$ref"]
        taken = set(schema(bundles, name.rpartition("/")[2])["properties"])
        set_by_us = {n: v for n, v in order.items() if n not in taken}
        assert {"order_id", "status", "simulated", "account_id", "filled_quantity"} <= set(
            set_by_us
        )
        strange = {"scopes": ["admin"], "key_id": "sandbox", "x-upstream": {}, "__class__": "x"}
        for field, value in {**set_by_us, **strange}.items():
            await refused(house, operation, order, {**good, field: value})


async def test_tags_and_routes_of_a_broker_are_no_options_of_an_order(
    open_house, operations, tickets, broker
):
    """The tag by which an order is found again, its account and its routing are not a caller's to write."""
    house = open_house(broker=broker)
    order = (await house.place("standing-1", **tickets[broker])).json()
    for operation in operations:
        if operation.operation_id not in {"place_order", "preview_order"}:
            continue
        (_, _, good), _ = operation.request(house)
        for tag in TAGS[broker]:
            options = {"broker_options": {broker: {tag: "mine"}}}
            await refused(house, operation, order, {**good, **options})
            await refused(house, operation, order, {**good, "broker_options": {tag: "mine"}})
    assert len(await house.broker_orders()) == 1


async def test_saying_live_or_paper_proves_nothing(open_house, tickets, broker):
    """`environment` of a request is compared with the broker's proof, never taken for it."""
    house = open_house(broker=broker)
    answer = await house.place("c-1", environment="live", **tickets[broker])
    assert (answer.status, answer.json()["code"]) == (409, "environment_mismatch")
    assert await house.broker_orders() == []
    placed = await house.place("c-1", environment="paper", **tickets[broker])
    assert placed.status in {201, 202}
    assert placed.json()["environment"] == "paper"


async def test_options_for_another_broker_reach_none(open_house):
    """Options of a broker that the account is not at are refused, not dropped: the order would be another."""
    house = open_house(broker="ibkr")
    await house("GET", "/v1/accounts")
    options = {"tradelocker": {"stop_loss_price": "90"}}
    answer = await house.place("c-1", broker_options=options)
    assert answer.status == 422, answer.body
    assert await house.broker_orders() == []


async def test_a_question_is_shown_without_what_answers_it(open_house):
    """IBKR's reply id opens a door past the gateway's gate: no answer of ours ever holds it."""
    house, seen = open_house(broker="ibkr"), []
    answer = await house.place("c-1", quantity="9000", limit_price="20")
    assert answer.json()["status"] == "NEEDS_CONFIRMATION"
    seen.append((await house("GET", answer.headers["location"])).body)
    seen.append((await house("GET", "/v1/orders")).body)
    document = await house(
        "POST", f"{answer.headers['location']}/cancel", headers=[(b"idempotency-key", b"k-1")]
    )
    reply_ids = [
        r.target.rpartition("/")[2] for r in house.engine.requests if "/iserver/reply/" in r.target
    ]
    assert reply_ids
    for body in (answer.body, document.body, *seen):
        assert not [reply_id for reply_id in reply_ids if reply_id.encode() in body]
        assert b"reply_id" not in body


async def test_documents_hold_the_declared_members_only(
    open_house, operations, bundles, tickets, broker
):
    """No answer has a member that its schema does not name: nothing of a broker's row slips through."""
    house = open_house(broker=broker)
    order = (await house.place("standing-1", **tickets[broker])).json()
    assert set(order) <= set(schema(bundles, "Order")["properties"])
    counted = 0
    for operation in operations:
        if operation.writes or operation.method != "GET":
            continue
        positional, named = operation.request(
            house, "allow_delayed", allow_delayed="true", order_id=order["order_id"]
        )
        answer = await house(*positional, **named)
        if answer.status != 200:
            continue
        counted += 1
        text = answer.body.decode()
        assert not [mark for mark in MARKS if mark in text], operation.operation_id
    assert counted >= 10
    metrics = (await house("GET", "/metrics", key=None)).body.decode()
    invalid = [
        line
        for line in metrics.splitlines()
        if line.startswith("omnibroker_invalid_answers_total{")
    ]
    assert invalid == []


async def test_the_published_contract_tells_nothing_of_how_the_gateway_works(open_house, bundles):
    """None of our own extensions but those that readers need; the brokers' own specs are not served."""
    published = (await open_house()("GET", "/openapi.json", key=None)).body.decode()
    assert "x-upstream" in json.dumps(bundles["unified"])
    assert not [mark for mark in MARKS if mark in published]
    assert {part for part in published.split('"') if part.startswith("x-")} <= {
        "x-scope",
        "x-known-values",
    }


@pytest.mark.parametrize("field", ["quantity", "limit_price", "client_order_id"])
async def test_a_member_given_twice_means_one_thing_everywhere(
    open_house, make_order, field, request_of
):
    """What was checked, what is answered and what the broker got are the same one of the two."""
    house = open_house(broker="ibkr")
    first, second = {"quantity": ("1", "2"), "limit_price": ("100", "101")}.get(
        field, ("a-1", "a-2")
    )
    text = json.dumps(make_order("c-1"))[:-1] + f', "{field}": "{first}", "{field}": "{second}"}}'
    headers = [(b"authorization", b"Bearer sandbox"), (b"content-type", b"application/json")]
    path = f"/v1/accounts/{house.account}/orders"
    answer = await request_of(house.gateway, "POST", path, headers=headers, chunks=[text.encode()])
    if answer.status == 400:
        assert await house.broker_orders() == []
        return
    (there,) = await house.broker_orders()
    shown = answer.json()
    assert shown[field] in {first, second}
    assert shown["quantity"] == there["quantity"]
    assert shown["limit_price"] == there["limit_price"]
