"""API1:2023 Broken object level authorization: no key reaches an account that it does not name."""

import json

import pytest

from omnibroker.upstream.wire import WireResponse
from simulations import SIMULATIONS

CLIENT_ID = "others-7f3a"


async def inhabited(open_house, narrow, own_accounts, tickets, broker):
    """A house with an order in the account that the key `narrow` does not name; the order's document."""
    house = open_house(broker=broker, keys={"narrow": narrow(own_accounts[broker])})
    placed = await house.place(CLIENT_ID, **tickets[broker])
    assert placed.status in {201, 202}, placed.body
    return house, placed.json()


def without_id(answer, *names):
    """What an answer says, its request id and the names that were asked for aside."""
    text = json.dumps({**answer.json(), "request_id": ""})
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "…")
    return answer.status, text


def facts(order):
    """What of an order nobody else may learn, in any answer that does not quote the question."""
    return {order["order_id"], order["broker_order_id"], order["client_order_id"]}


async def test_no_operation_reaches_an_account_that_the_key_does_not_name(
    open_house, narrow, own_accounts, tickets, operations, broker
):
    """403 before the broker hears anything, word for word what an account that does not exist gets."""
    house, order = await inhabited(open_house, narrow, own_accounts, tickets, broker)
    aimed = [
        (operation, place)
        for operation in operations
        for place in ("path", "query")
        if operation.takes(place, "account_id")
    ]
    assert len(aimed) >= 16
    book, before = await house.broker_orders(), len(house.engine.requests)
    for operation, _ in aimed:
        told = []
        for account in (house.account, SIMULATIONS[broker].ghost):
            positional, named = operation.request(
                house, "account_id", account_id=account, order_id=order["order_id"]
            )
            if positional[2] and "client_order_id" in positional[2]:
                positional[2]["client_order_id"] = CLIENT_ID
            answer = await house(*positional, **named, key="narrow")
            assert answer.status in {403, 404}, (operation.operation_id, answer.body)
            assert not [f for f in facts(order) if f.encode() in answer.body]
            told.append(without_id(answer, account))
        assert told[0] == told[1], operation.operation_id
    assert len(house.engine.requests) == before
    assert await house.broker_orders() == book


@pytest.mark.parametrize("broker", ["futu", "tiger", "tradelocker"])
async def test_an_order_is_found_in_its_own_account_only(
    open_house, narrow, own_accounts, tickets, operations, broker
):
    """By whatever name it is called below an account that the key does name: 404, and it stays as it is."""
    house, order = await inhabited(open_house, narrow, own_accounts, tickets, broker)
    book = await house.broker_orders()
    references = [
        order["order_id"],
        f"client:{CLIENT_ID}",
        f"broker:{order['broker_order_id']}",
    ]
    asked = [operation for operation in operations if operation.takes("path", "order_id")]
    assert len(asked) >= 4
    for operation in asked:
        for reference in references:
            positional, named = operation.request(
                house, account_id=own_accounts[broker], order_id=reference
            )
            answer = await house(*positional, **named, key="narrow")
            assert answer.status == 404, (operation.operation_id, reference, answer.body)
            assert order["instrument"] not in answer.body.decode()
            assert not [
                f
                for f in facts(order) - {reference.rpartition(":")[2]}
                if f.encode() in answer.body
            ]
    assert await house.broker_orders() == book


async def test_an_order_of_another_account_that_the_broker_shows_is_not_passed_on(open_house):
    """IBKR answers for every account of a login: what it says of another one's order stays unsaid."""
    house = open_house(broker="ibkr")
    shown = {"order_id": 777, "account": "DU7654321", "symbol": "CANARY", "conid": 1, "side": "B"}

    async def tell(request):
        if "/order/status/" in request.target:
            return WireResponse(
                200, {"content-type": "application/json"}, json.dumps(shown).encode()
            )
        return None

    house.engine.before = tell
    path = f"/v1/accounts/{house.account}/orders/broker:777"
    for method, end, body in (
        ("GET", "", None),
        ("POST", "/cancel", None),
        ("PATCH", "", {"limit_price": "1"}),
    ):
        answer = await house(
            method, path + end, body, headers=[(b"idempotency-key", b"key-0001")] if body else []
        )
        assert answer.status == 404, answer.body
        assert b"CANARY" not in answer.body
        assert b"DU7654321" not in answer.body
    assert not house.engine.asked("/order/777")


async def test_lists_hold_nothing_of_other_accounts(
    open_street, narrow, own_accounts, tickets, operations, broker
):
    """Every read without a filter: rows, problems and connections of the key's own account alone."""
    street = open_street(keys={"narrow": narrow(own_accounts[broker])})
    for name, house in street.houses.items():
        placed = await house.place(CLIENT_ID, **tickets[name])
        assert placed.status in {201, 202}, placed.body
    everybody = {house.account for house in street.houses.values()}
    foreign = [h for name, h in street.houses.items() if name != broker]
    before = [len(house.engine.requests) for house in foreign]
    lists = [o for o in operations if o.method == "GET" and o.scope and "{" not in o.path]
    assert len(lists) >= 12
    for operation in lists:
        asked = operation.request(street.houses[broker], "allow_delayed", allow_delayed="true")
        positional, named = asked
        answer = await street(*positional, **named, key="narrow")
        assert answer.status in {200, 404, 422}, (operation.operation_id, answer.body)
        text = answer.body.decode()
        leaked = [account for account in everybody if account.partition(":")[2] in text]
        assert not leaked, operation.operation_id
        assert CLIENT_ID not in text, operation.operation_id
        seen = {row.get("connection") for row in rows_of(answer.json())} - {None}
        assert seen <= {broker}, operation.operation_id
    assert [len(house.engine.requests) for house in foreign] == before


def rows_of(document):
    """Every object within an answer."""
    if isinstance(document, dict):
        yield document
        for member in document.values():
            yield from rows_of(member)
    if isinstance(document, list):
        for member in document:
            yield from rows_of(member)


async def test_a_full_keys_lists_do_hold_them(open_street, tickets):
    """The lists above are empty of others because of the key, not because nothing is there."""
    street = open_street()
    for name, house in street.houses.items():
        await house.place(CLIENT_ID, **tickets[name])
    answer = await street("GET", "/v1/orders")
    assert {row["connection"] for row in answer.json()["items"]} == set(street.houses)


async def test_no_operation_reaches_a_connection_of_which_the_key_names_no_account(
    open_street, narrow, own_accounts, operations, broker
):
    """403, in the path or as a filter, and the broker hears nothing; nor does it of a native id."""
    street = open_street(keys={"narrow": narrow(own_accounts[broker])})
    assert (await street("GET", "/v1/accounts")).status == 200
    for name, house in street.houses.items():
        if name == broker:
            continue
        before = len(house.engine.requests)
        aimed = [
            o for o in operations for place in ("path", "query") if o.takes(place, "connection")
        ]
        assert len(aimed) >= 12
        for operation in aimed:
            positional, named = operation.request(house, "connection", connection=name)
            answer = await street(*positional, **named, key="narrow")
            assert answer.status == 403, (operation.operation_id, answer.body)
        native = await street(
            "GET", "/v1/quotes", query=f"instrument={name}@265598".encode(), key="narrow"
        )
        assert native.status in {404, 422}, native.body
        assert len(house.engine.requests) == before


async def test_a_cursor_opens_no_list_but_the_keys_own(open_street, narrow, own_accounts):
    """A cursor of a key that sees everything, in another key's hands, counts that key's rows only."""
    street = open_street(keys={"narrow": narrow(own_accounts["futu"])})
    first = await street("GET", "/v1/accounts", query=b"limit=1")
    cursor = first.json()["next_cursor"]
    query = f"limit=100&cursor={cursor}".encode()
    assert len((await street("GET", "/v1/accounts", query=query)).json()["items"]) >= 6
    answer = await street("GET", "/v1/accounts", query=b"limit=100", key="narrow")
    assert [row["account_id"] for row in answer.json()["items"]] == [own_accounts["futu"]]
    answer = await street("GET", "/v1/accounts", query=query, key="narrow")
    assert answer.json()["items"] == []


async def test_a_write_is_replayed_to_nobody_else(
    open_house, narrow, own_accounts, tickets, make_order
):
    """The id and the very payload of another key's order, sent below one's own account, is a new order."""
    house, order = await inhabited(open_house, narrow, own_accounts, tickets, "tradelocker")
    path = f"/v1/accounts/{own_accounts['tradelocker']}/orders"
    body = make_order(CLIENT_ID, **tickets["tradelocker"])
    answer = await house("POST", path, body, key="narrow")
    assert answer.status in {201, 202}, answer.body
    assert answer.json()["order_id"] != order["order_id"]
    assert "idempotency-replayed" not in answer.headers
