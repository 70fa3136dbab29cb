"""The order book: what a later read proves, what it never undoes, orders without a row of ours."""

import asyncio
import json

import pytest
from houses import rows_say

from omnibroker.journal import ACCEPTED, UNKNOWN
from omnibroker.storage.store import Store
from omnibroker.upstream.wire import Lost, WireResponse

VIRTUAL_TIME = True
BIG = {"quantity": "9000", "limit_price": "20"}


def key(text="k1"):
    return [(b"idempotency-key", text.encode())]


def lose_answers(house, method, part):
    """Let requests reach the broker and their answers be lost."""
    send = house.engine.send

    async def losing(request):
        answer = await send(request)
        if request.method == method and part in request.target:
            raise Lost("timeout", "x")
        return answer

    house.engine.send = losing


def list_says(house, **changes):
    """Let the broker's list of orders say something else of each order; what is returned passes it on again."""
    send = house.engine.send
    rows_say(house, lambda rows: [{**row, **changes} for row in rows])
    return lambda: setattr(house.engine, "send", send)


async def listed(house):
    """Return the one order that the gateway lists."""
    (row,) = (await house("GET", "/v1/orders")).json()["items"]
    return row


async def test_a_lost_change_is_settled_once_it_is_seen(house):
    """The order shows what was asked for, however spelled: nothing is open, and the key answers 200."""
    path = (await house.place()).headers["location"]
    lose_answers(house, "POST", "/order/910001")
    patch = {"limit_price": "99.50", "quantity": "2"}
    lost = await house("PATCH", path, patch, headers=key())
    assert (lost.status, lost.json()["code"]) == (504, "outcome_unknown")
    document = (await house("GET", path)).json()
    assert (document["limit_price"], document["quantity"]) == ("99.5", "2")
    assert "pending_action" not in document
    again = await house("PATCH", path, patch, headers=key())
    assert (again.status, again.headers.get("idempotency-replayed")) == (200, "true")
    assert house.engine.asked("/order/910001") == 1


async def test_a_lost_change_that_is_half_seen_stays_open(house):
    """One field as asked for and another as before proves nothing."""
    path = (await house.place()).headers["location"]

    async def before(request):
        if request.target.endswith("/order/910001"):
            raise Lost("timeout", "x")

    house.engine.before = before
    patch = {"limit_price": "99", "quantity": "1"}
    assert (await house("PATCH", path, patch, headers=key())).status == 504
    assert (await house("GET", path)).json()["pending_action"]["outcome"] == "UNKNOWN"
    assert (await house("PATCH", path, patch, headers=key())).status == 504


async def test_the_end_of_an_order_answers_a_lost_change_and_proves_nothing_of_it(house):
    """Nothing is open any more and a repeat is told of the end; the journal does not call the change done."""
    path = (await house.place()).headers["location"]

    async def before(request):
        if request.target.endswith("/order/910001"):
            raise Lost("timeout", "x")

    house.engine.before = before
    await house("PATCH", path, {"limit_price": "99"}, headers=key())
    house.engine.before = None
    list_says(house, status="Cancelled")
    document = await listed(house)
    assert document["status"] == "CANCELLED"
    assert "pending_action" not in document
    again = await house("PATCH", path, {"limit_price": "99"}, headers=key())
    assert (again.status, again.json()["status"]) == (200, "CANCELLED")
    write = await house.gateway.journal.find_write(house.account, "idempotency_key", "k1")
    assert (write.state, write.detail) == (UNKNOWN, "the order has ended, and does not show it")
    assert house.gateway.journal.unsettled() == []
    assert (await house("GET", "/v1/admin/status")).json()["unknown_writes"] == 0


async def test_a_lost_cancel_is_proven_by_its_order_alone(house):
    """CANCELLED shows it; FILLED does not."""
    states = {}
    for client_order_id, status in (("c-1", "Cancelled"), ("c-2", "Filled")):
        path = (await house.place(client_order_id)).headers["location"]
        send = house.engine.send
        lose_answers(house, "DELETE", "/order/")
        assert (await house("POST", f"{path}/cancel")).status == 504
        house.engine.send = send
        list_says(house, status=status, filledQuantity=1 if status == "Filled" else 0)
        await house("GET", "/v1/orders")
        house.engine.send = send
        (cancel,) = [
            w
            for w in house.gateway.journal._writes.values()
            if w.order_id in path and w.operation_id == "cancel_order"
        ]
        states[status] = cancel.state
    assert states == {"Cancelled": ACCEPTED, "Filled": UNKNOWN}


async def test_a_lost_yes_to_a_change_is_settled_once_the_change_is_seen(house):
    """The confirmation asks for what the change asked for."""
    path = (await house.place(quantity="3000", limit_price="20")).headers["location"]
    asked = await house("PATCH", path, {"quantity": "5500"}, headers=key("m1"))
    assert asked.status == 202
    lose_answers(house, "POST", "/iserver/reply/")
    body = {"message_ids": asked.json()["confirmation"]["message_ids"]}
    assert (await house("POST", f"{path}/confirm", body, headers=key())).status == 504
    document = (await house("GET", path)).json()
    assert document["quantity"] == "5500"
    assert "pending_action" not in document
    assert (await house("POST", f"{path}/confirm", body, headers=key())).status == 200


@pytest.mark.parametrize("arrives", [False, True])
async def test_a_placement_whose_yes_was_lost_is_unknown_until_it_is_seen(house, arrives):
    """Its id answers 504 and is never sent again; shown by the broker, both ids answer 200."""
    asked = await house.place(**BIG)
    path = asked.headers["location"]

    async def before(request):
        if "/iserver/reply/" in request.target:
            raise Lost("timeout", "x")

    if arrives:
        lose_answers(house, "POST", "/iserver/reply/")
    else:
        house.engine.before = before
    body = {"message_ids": asked.json()["confirmation"]["message_ids"]}

    async def both():
        confirmed = await house("POST", f"{path}/confirm", body, headers=key())
        return (await house.place(**BIG)).status, confirmed.status

    assert (await house("POST", f"{path}/confirm", body, headers=key())).status == 504
    assert await both() == (504, 504)
    shown = (await house("GET", path)).json()["status"]
    assert shown == ("WORKING" if arrives else "UNKNOWN")
    assert await both() == ((200, 200) if arrives else (504, 504))
    assert house.engine.asked("/DU1234567/orders") == 1


async def test_a_questioned_change_shows_its_question_in_lists_too(house):
    """The broker says WORKING; the order waits for an answer all the same."""
    path = (await house.place(quantity="3000", limit_price="20")).headers["location"]
    await house("PATCH", path, {"quantity": "5500"}, headers=key("m1"))
    for document in (await listed(house), (await house("GET", path)).json(), await listed(house)):
        assert document["status"] == "NEEDS_CONFIRMATION"
        assert document["confirmation"]["message_ids"]


async def test_an_older_read_brings_no_ended_order_back(house):
    """An answer from before the fill leaves it FILLED."""
    path = (await house.place(type="MARKET", limit_price=None)).headers["location"]
    assert (await house("GET", path)).json()["status"] == "FILLED"
    list_says(house, status="Submitted", filledQuantity=0, remainingQuantity=1)
    document = await listed(house)
    assert (document["status"], document["filled_quantity"]) == ("FILLED", "1")


async def test_an_older_read_brings_no_cancelled_order_back(house):
    """An answer from before the end leaves it CANCELLED, though nothing was filled."""
    await house.place()
    as_before = list_says(house, status="Cancelled")
    assert (await listed(house))["status"] == "CANCELLED"
    as_before()
    assert (await listed(house))["status"] == "CANCELLED"


async def test_an_older_read_takes_no_fill_back(house):
    """The larger filled quantity stands."""
    await house.place(quantity="3")
    as_before = list_says(house, filledQuantity=2, remainingQuantity=1)
    assert (await listed(house))["filled_quantity"] == "2"
    as_before()
    assert (await listed(house))["filled_quantity"] == "2"


async def test_an_order_of_ours_without_a_row_is_found_by_its_tag(house, make_house):
    """Another gateway over the same broker reads and cancels it under the id that its list shows."""
    first = (await house.place()).json()
    other = make_house()
    other.engine.app = house.engine.app
    row = await listed(other)
    assert row["order_id"] == first["order_id"]
    path = f"/v1/accounts/{other.account}/orders/{row['order_id']}"
    shown = await other("GET", path)
    assert (shown.status, shown.json()["broker_order_id"]) == (200, first["broker_order_id"])
    assert (await other("POST", f"{path}/cancel")).status in {200, 202}
    assert (await house.broker_orders())[0]["cancel_requested"] is True
    await other.connection.session.aclose()


async def test_a_stranger_has_one_row_however_it_is_asked_for(house, make_house):
    """By the broker's id, by a list at one moment, by its tag: one row, which every list keeps up to date."""
    first = (await house.place()).json()
    other = make_house(ready=True)
    other.engine.app = house.engine.app
    path = f"/v1/accounts/{other.account}/orders/broker:{first['broker_order_id']}"
    answers = await asyncio.gather(
        other("GET", path), other("POST", f"{path}/cancel"), other("GET", "/v1/orders")
    )
    (row,) = await other.gateway.journal.orders(other.account)
    shown = [*(answer.json() for answer in answers[:2]), *answers[2].json()["items"]]
    assert {each["order_id"] for each in shown} == {row.order_id}
    list_says(other, status="Cancelled")
    assert (await listed(other))["status"] == "CANCELLED"
    by_tag = await other("GET", f"/v1/accounts/{other.account}/orders/{first['order_id']}")
    assert (by_tag.json()["order_id"], by_tag.json()["status"]) == (row.order_id, "CANCELLED")
    await other.connection.session.aclose()


async def test_the_question_about_a_strangers_change_can_be_answered(house, make_house):
    """Lists that come in between change nothing of it: the yes is for the question that was shown."""
    placed = (await house.place(quantity="3000", limit_price="20")).json()
    other = make_house(ready=True)
    other.engine.app = house.engine.app
    path = f"/v1/accounts/{other.account}/orders/broker:{placed['broker_order_id']}"
    asked = await other("PATCH", path, {"quantity": "5500"}, headers=key())
    assert asked.json()["status"] == "NEEDS_CONFIRMATION"
    await other("GET", "/v1/orders")
    body = {"message_ids": asked.json()["confirmation"]["message_ids"]}
    answer = await other("POST", f"{path}/confirm", body, headers=key("k2"))
    assert (answer.status, answer.json()["quantity"]) == (200, "5500")
    await other.connection.session.aclose()


async def test_an_order_placed_while_the_list_was_asked_for_is_listed(house):
    """What the journal learns until the broker has answered belongs to the answer."""
    await house.connection.ready(_soon())
    placed = []

    async def before(request):
        if request.target.endswith("/iserver/account/orders") and request.method == "GET":
            house.engine.before = None
            placed.append((await house.place()).status)

    house.engine.before = before
    assert (await listed(house))["client_order_id"] == "c-1"
    assert placed == [201]


def _soon():
    import asyncio

    return asyncio.get_running_loop().time() + 60


async def test_times_say_when_it_was_asked_for_and_when_it_was_heard(house, monkeypatch):
    """`received_at` is the moment of the broker's answer, `submitted_at` stays that of the request."""
    answer = await house.place()
    times = ["begun"]
    monkeypatch.setattr("omnibroker.dispatch.context.now_text", lambda: times[-1])

    async def before(_request):
        times.append("2027-01-01T00:00:00.000Z")

    house.engine.before = before
    document = (await house("GET", answer.headers["location"])).json()
    assert document["received_at"] == "2027-01-01T00:00:00.000Z"
    assert document["submitted_at"] == answer.json()["submitted_at"]


@pytest.mark.parametrize("other", [{"orderId": 990001}, {"orderId": 990001, "side": "SELL"}])
async def test_another_order_under_our_tag_is_a_stranger(house, other):
    """Brokers pass tags on to stop losses: such a row never takes our order's place, nor its cancel."""
    placed = (await house.place()).json()
    rows_say(house, lambda rows: [{**row, "status": "Filled", **other} for row in rows])
    found = {r["order_id"]: r for r in (await house("GET", "/v1/orders")).json()["items"]}
    assert set(found) == {placed["order_id"], "broker:990001"}
    ours = found[placed["order_id"]]
    assert (ours["status"], ours["side"]) == ("WORKING", "BUY")
    assert ours["broker_order_id"] == placed["broker_order_id"]


async def test_an_order_whose_answer_was_lost_is_not_found_in_one_of_the_other_side(house):
    """A stop loss under our tag does not prove that the order itself was taken."""
    lose_answers(house, "POST", "/orders")
    lost = await house.place()
    assert lost.status == 504
    rows_say(house, lambda rows: [{**row, "side": "SELL"} for row in rows])
    path = lost.headers["location"]
    assert (await house("GET", path)).json()["status"] == "UNKNOWN"


async def test_an_order_of_ours_is_not_described_by_another_tag(house):
    """An id that the broker shows under another tag of ours is another order: nothing is joined."""
    path = (await house.place()).headers["location"]
    send = house.engine.send

    async def changing(request):
        answer = await send(request)
        if "/order/status/" not in request.target:
            return answer
        body = json.loads(answer.body) | {
            "order_ref": "ob01K9V6T3ZQ8M4N7XW2RCH5JDGB",
            "order_status": "Cancelled",
        }
        return WireResponse(answer.status, answer.headers, json.dumps(body).encode())

    house.engine.send = changing
    assert (await house("GET", path)).json()["status"] == "WORKING"


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "status", "status": 503},
        {"kind": "rate_limited"},
        {"kind": "html"},
        {"kind": "unknown_status"},
    ],
    ids=lambda fault: fault["kind"],
)
async def test_a_cancel_goes_out_though_the_order_cannot_be_read(house, fault):
    """What is known of an open order is enough to cancel it."""
    path = (await house.place()).headers["location"]
    await house.fault("/iserver/account/order/status/*", count=100, **fault)
    answer = await house("POST", f"{path}/cancel")
    assert answer.status in {200, 202}, answer.body
    assert [row["state"] for row in await house.broker_orders()] != ["working"]
    assert house.engine.asked("/order/910001") == 1


async def test_a_cancel_does_not_wait_for_a_slow_read(house):
    """The look before a cancel has two seconds of its own; the rest of the time is the cancel's."""
    path = (await house.place()).headers["location"]

    async def slow(request):
        if "/order/status/" in request.target:
            raise Lost("timeout", "x")

    house.engine.before = slow
    assert (await house("POST", f"{path}/cancel")).status in {200, 202}


async def test_an_order_that_was_never_proven_is_not_cancelled_blindly(house):
    """Without an id of the broker there is nothing to cancel: the failed read is the answer."""
    lose_answers(house, "POST", "/orders")
    path = (await house.place()).headers["location"]
    await house.fault("/iserver/account/orders", kind="status", status=503, count=100)
    answer = await house("POST", f"{path}/cancel")
    assert answer.status == 503
    assert answer.json()["code"] == "upstream_unavailable"


async def test_an_acknowledgement_with_another_orders_id_proves_nothing(house):
    """Brokers have mixed answers up: a later cancel must never reach the other order."""
    first = (await house.place("c-1")).json()
    send = house.engine.send

    async def mixed_up(request):
        answer = await send(request)
        if request.method != "POST" or not request.target.endswith("/orders"):
            return answer
        body = [{**row, "order_id": first["broker_order_id"]} for row in json.loads(answer.body)]
        return WireResponse(answer.status, answer.headers, json.dumps(body).encode())

    house.engine.send = mixed_up
    second = await house.place("c-2")
    assert (second.status, second.json()["code"]) == (504, "outcome_unknown")
    house.engine.send = send
    # The list shows it by its tag, with its own id.
    shown = (await house("GET", second.headers["location"])).json()
    assert shown["status"] == "WORKING"
    assert shown["broker_order_id"] != first["broker_order_id"]


async def test_an_answer_that_comes_late_does_not_undo_what_a_list_has_proven(house):
    """A fill that was listed while the broker's answer was on its way stays filled."""
    send, ids = house.engine.send, {}

    async def listed_meanwhile(request):
        answer = await send(request)
        if request.method == "POST" and request.target.endswith("/orders"):
            house.engine.send = send
            await house.control("POST", "clock", {"advance_seconds": 30})
            ids["rows"] = (await house("GET", "/v1/orders")).json()["items"]
        return answer

    house.engine.send = listed_meanwhile
    answer = await house.place("c-1", type="MARKET", limit_price=None)
    assert [row["status"] for row in ids["rows"]] == ["FILLED"]
    assert (answer.json()["status"], answer.json()["filled_quantity"]) == ("FILLED", "1")


async def test_two_orders_under_one_tag_are_two(house, make_house, tmp_path, monkeypatch):
    """Brokers pass a tag on; in a journal that has neither, each has a row, and a cancel goes to the one it names."""
    monkeypatch.chdir(tmp_path)
    placed = [(await house.place(name)).json() for name in ("c-1", "c-2")]
    other = make_house(ready=True, store=Store.open(f"sqlite:///{tmp_path}/journal.sqlite3"))
    await other.gateway.journal.open()
    other.engine.app = house.engine.app
    list_says(other, order_ref=placed[0]["order_id"])
    rows = (await other("GET", "/v1/orders")).json()["items"]
    assert sorted(row["broker_order_id"] for row in rows) == ["910001", "910002"]
    path = f"/v1/accounts/{other.account}/orders/broker:910002"
    assert (await other("GET", path)).json()["broker_order_id"] == "910002"
    await other("POST", f"{path}/cancel")
    assert next(r.target for r in other.engine.requests if r.method == "DELETE").endswith("/910002")
    await other.connection.session.aclose()
    await other.gateway.journal.close()


async def test_a_cancel_that_is_lost_while_its_order_ends_leaves_nothing_open(house):
    """A list has shown the fill meanwhile: nobody needs to look for the cancel any more."""
    path = (await house.place()).headers["location"]
    send = house.engine.send

    async def losing(request):
        if request.method != "DELETE":
            return await send(request)
        house.engine.send = send
        list_says(house, status="Filled", filledQuantity=1, remainingQuantity=0)
        await house("GET", "/v1/orders")
        raise Lost("reset", "x")

    house.engine.send = losing
    assert (await house("POST", f"{path}/cancel")).status == 504
    document = (await house("GET", path)).json()
    assert document["status"] == "FILLED"
    assert "pending_action" not in document
    assert house.gateway.journal.unsettled() == []
