"""The order desk over the simulated broker: statuses, proofs, refusals, what GET shows afterwards."""

import pytest

from omnibroker.storage.store import Store
from omnibroker.upstream.state import AccountFacts
from omnibroker.upstream.wire import Lost, NotSent, WireResponse

VIRTUAL_TIME = True


def key(text="k1"):
    return [(b"idempotency-key", text.encode())]


def engine_answers(house, method, end, outcome):
    """Let the engine end requests so."""

    async def before(request):
        if request.method == method and request.target.partition("?")[0].endswith(end):
            if isinstance(outcome, Exception):
                raise outcome
            return outcome
        return None

    house.engine.before = before


async def placed(house, **fields):
    answer = await house.place(**fields)
    assert answer.status == 201
    return answer.headers["location"]


async def test_a_placed_order_has_a_location_that_answers(house):
    """201, Location, our tag at the broker, the broker's id in the document."""
    answer = await house.place()
    document = answer.json()
    assert answer.status == 201
    assert document["status"] == "WORKING"
    shown = await house("GET", answer.headers["location"])
    assert shown.status == 200
    assert shown.json()["broker_order_id"] == document["broker_order_id"]
    (real,) = await house.broker_orders()
    assert real["reference"] == document["order_id"]


@pytest.mark.parametrize("reference", ["{order_id}", "client:c-1", "broker:{broker_order_id}"])
async def test_an_order_is_found_by_each_of_its_names(house, reference):
    """The gateway's id, `client:<id>` and `broker:<id>` are one order."""
    document = (await house.place()).json()
    path = f"/v1/accounts/{house.account}/orders/{reference.format(**document)}"
    assert (await house("GET", path)).json()["order_id"] == document["order_id"]


@pytest.mark.parametrize(
    "reference", ["ob01ARZ3NDEKTSV4RRFFQ69G5FAV", "client:none", "broker:123456"]
)
async def test_an_order_that_is_not_there_is_404(house, reference):
    """Nothing is guessed: unknown_order."""
    answer = await house("GET", f"/v1/accounts/{house.account}/orders/{reference}")
    assert (answer.status, answer.json()["code"]) == (404, "unknown_order")


@pytest.mark.parametrize(
    ("outcome", "status", "code"),
    [
        (WireResponse(200, {}, b"<html>"), 504, "outcome_unknown"),
        (WireResponse(200, {}, b""), 504, "outcome_unknown"),
        (WireResponse(200, {}, b"[]"), 504, "outcome_unknown"),
        (WireResponse(200, {}, b'[{"order_status":"Submitted"}]'), 504, "outcome_unknown"),
        (WireResponse(200, {}, b'[{"order_id":"1","order_status":"Odd"}]'), 504, "outcome_unknown"),
        (WireResponse(429, {}, b""), 504, "outcome_unknown"),
        (WireResponse(500, {}, b'{"error":"x"}'), 504, "outcome_unknown"),
        (WireResponse(503, {}, b""), 504, "outcome_unknown"),
        (Lost("timeout", "x"), 504, "outcome_unknown"),
        (Lost("malformed", "x"), 504, "outcome_unknown"),
        (WireResponse(400, {}, b'{"error":"no permission"}'), 422, "rejected_by_broker"),
        (WireResponse(200, {}, b'{"error":"no permission"}'), 422, "rejected_by_broker"),
        (NotSent("connect", "x"), 503, "upstream_unavailable"),
    ],
)
async def test_only_positive_evidence_is_a_rejection(house, outcome, status, code):
    """Time-out, 5xx, 429, odd bodies are 504 with order_id; a documented refusal 422 with order_id."""
    engine_answers(house, "POST", "/orders", outcome)
    answer = await house.place()
    assert (answer.status, answer.json()["code"]) == (status, code)
    if status != 503:
        order_id = answer.json()["order_id"]
        shown = await house("GET", f"/v1/accounts/{house.account}/orders/{order_id}")
        assert shown.json()["status"] == {504: "UNKNOWN", 422: "REJECTED"}[status]


async def test_a_lost_pre_flight_leaves_the_id_free(house):
    """The accounts could not be read: 503, nothing sent, and the same id places the order afterwards."""
    await house.connection.ready(_soon())
    house.connection.module._warm.clear()
    engine_answers(house, "GET", "/iserver/accounts", Lost("reset", "x"))
    first = await house.place()
    assert (first.status, first.json()["code"]) == (503, "upstream_unavailable")
    house.engine.before = None
    assert (await house.place()).status == 201


def _soon():
    import asyncio

    return asyncio.get_running_loop().time() + 60


async def test_a_changed_order_shows_the_change(house):
    """200, the new price at the broker and in what GET shows."""
    path = await placed(house)
    answer = await house("PATCH", path, {"limit_price": "99.5"}, headers=key())
    assert (answer.status, answer.json()["limit_price"]) == (200, "99.5")
    assert (await house("GET", path)).json()["limit_price"] == "99.5"
    assert (await house.broker_orders())[0]["limit_price"] == "99.5"


@pytest.mark.parametrize(
    ("method", "end", "kind"),
    [("POST", "/order/910001", "MODIFY"), ("DELETE", "/order/910001", "CANCEL")],
)
async def test_a_lost_change_leaves_the_proven_state(house, method, end, kind):
    """504, and GET shows the proven status with `pending_action`; a retry with the key is the same 504."""
    path = await placed(house)
    engine_answers(house, method, end, Lost("timeout", "x"))

    async def change():
        if kind == "MODIFY":
            return await house("PATCH", path, {"limit_price": "99"}, headers=key())
        return await house("POST", f"{path}/cancel")

    answer = await change()
    assert (answer.status, answer.json()["code"]) == (504, "outcome_unknown")
    assert answer.headers["location"] == path
    if kind == "MODIFY":
        assert (await change()).status == 504
        assert house.engine.asked(end) == 1
    document = (await house("GET", path)).json()
    assert document["status"] == "WORKING"
    assert document["pending_action"]["kind"] == kind
    assert document["pending_action"]["outcome"] == "UNKNOWN"


async def test_a_refused_change_changes_nothing(house):
    """422, the order as before, and the same key gives the same answer."""
    path = await placed(house)
    engine_answers(house, "POST", "/order/910001", WireResponse(400, {}, b'{"error":"no"}'))
    for _ in range(2):
        answer = await house("PATCH", path, {"limit_price": "99"}, headers=key())
        assert (answer.status, answer.json()["code"]) == (422, "rejected_by_broker")
    document = (await house("GET", path)).json()
    assert (document["status"], document["limit_price"]) == ("WORKING", "100")


async def test_a_filled_order_cannot_be_changed(house):
    """409 order_state_conflict for modify and cancel; the order stays FILLED."""
    answer = await house.place(type="MARKET", limit_price=None)
    path = answer.headers["location"]
    assert (await house("GET", path)).json()["status"] == "FILLED"
    changed = await house("PATCH", path, {"quantity": "2"}, headers=key())
    cancelled = await house("POST", f"{path}/cancel")
    for answer in (changed, cancelled):
        assert (answer.status, answer.json()["code"]) == (409, "order_state_conflict")


async def test_an_unproven_order_cannot_be_changed(house):
    """Without the broker's id nothing can be addressed: 409, nothing sent."""
    engine_answers(house, "POST", "/orders", Lost("timeout", "x"))
    path = (await house.place()).headers["location"]
    answer = await house("POST", f"{path}/cancel")
    assert (answer.status, answer.json()["code"]) == (409, "order_state_conflict")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"environment": "live"}, "environment_mismatch"),
        ({"limit_price": None}, "contradictory_order"),
        ({"stop_price": "90"}, "contradictory_order"),
        ({"expires_at": "2027-01-01T00:00:00Z"}, "contradictory_order"),
        ({"time_in_force": "GTD"}, "contradictory_order"),
        ({"quantity": None}, "contradictory_order"),
        ({"position_id": "p1"}, "contradictory_order"),
        ({"instrument": "aapl.us"}, "non_canonical_instrument"),
        ({"instrument": "NOSUCH.US"}, "unknown_instrument"),
    ],
)
async def test_an_order_that_cannot_be_meant_is_refused_before_the_wire(house, fields, code):
    """Nothing is sent, nothing is journaled, and the id is still free."""
    answer = await house.place(**fields)
    assert answer.json()["code"] == code
    assert house.engine.asked("/orders") == 0
    assert (await house.place()).status == 201


async def test_the_asserted_environment_may_agree(house):
    """`environment: paper` on a paper account places the order."""
    assert (await house.place(environment="paper")).status == 201


async def test_configuration_that_expects_another_environment_trades_nothing(make_house):
    """409 environment_mismatch on every trade, reads work."""
    house = make_house(environment="live")
    answer = await house.place()
    assert (answer.status, answer.json()["code"]) == (409, "environment_mismatch")
    assert (await house("GET", "/v1/accounts")).status == 200
    await house.connection.session.aclose()


def prove_live(house, environment="live"):
    """Let the session prove another environment than the simulated broker's own."""
    house.connection.state.accounts = {"DU1234567": AccountFacts(environment)}


async def test_a_live_account_needs_a_durable_journal(make_house):
    """503 journal_not_durable on live with the in-memory journal; nothing is sent."""
    house = make_house(environment="live")
    await house.connection.ready(_soon())
    prove_live(house)
    answer = await house.place()
    assert (answer.status, answer.json()["code"]) == (503, "journal_not_durable")
    assert house.engine.asked("/orders") == 0

    store = Store.open(None)
    store.durable = True  # as a file is, which a clock that jumps cannot wait for
    durable = make_house(environment="live", store=store)
    await durable.connection.ready(_soon())
    prove_live(durable)
    assert (await durable.place()).status == 201
    for each in (house, durable):
        await each.connection.session.aclose()


async def test_a_read_only_connection_trades_nothing(make_house):
    """403 on place, modify and cancel."""
    house = make_house(read_only=True)
    answer = await house.place()
    assert (answer.status, answer.json()["code"]) == (403, "forbidden")
    assert house.engine.asked("/orders") == 0
    await house.connection.session.aclose()


async def test_a_preview_places_nothing(house, make_order):
    """200, no order at the broker, none in the journal, no id used up."""
    body = {k: v for k, v in make_order().items() if k != "client_order_id"}
    answer = await house("POST", f"/v1/accounts/{house.account}/orders/preview", body)
    assert answer.status == 200
    assert not await house.broker_orders()
    assert (await house("GET", "/v1/orders")).json()["items"] == []


async def test_orders_are_filtered_by_status_and_client_id(house):
    """`status` takes several; `client_order_id` exactly one."""
    await house.place("c-1")
    await house.place("c-2", type="MARKET", limit_price=None)

    async def ids(query):
        answer = await house("GET", "/v1/orders", query=query)
        return sorted(row["client_order_id"] for row in answer.json()["items"])

    assert await ids(b"status=WORKING") == ["c-1"]
    assert await ids(b"status=WORKING&status=FILLED") == ["c-1", "c-2"]
    assert await ids(b"client_order_id=c-2") == ["c-2"]


async def test_a_strangers_order_is_named_by_the_brokers_id(house, request_of):
    """An order placed elsewhere is `broker:<id>`, the same each time, and can be cancelled."""
    import json

    ticket = {"conid": 265598, "side": "BUY", "tif": "DAY", "orderType": "LMT", "price": 100}
    body = json.dumps({"orders": [{**ticket, "quantity": 3}]}).encode()
    await house.connection.ready(_soon())
    await request_of(
        house.engine.app,
        "POST",
        "/v1/api/iserver/account/DU1234567/orders",
        headers=[(b"content-type", b"application/json")],
        chunks=[body],
    )
    (row,) = (await house("GET", "/v1/orders")).json()["items"]
    assert row["order_id"] == f"broker:{row['broker_order_id']}"
    path = f"/v1/accounts/{house.account}/orders/{row['order_id']}"
    assert (await house("GET", path)).json()["order_id"] == row["order_id"]
    assert (await house("POST", f"{path}/cancel")).status in {200, 202}


def _stumble(*_arguments):
    raise ValueError("the answer cannot be described")


@pytest.mark.parametrize(
    ("function", "method", "suffix", "body", "status", "state"),
    [
        ("from_acknowledgement", "POST", "", None, 201, "SUBMITTED"),
        ("from_acknowledgement", "PATCH", "/{id}", {"limit_price": "99"}, 200, "WORKING"),
        ("from_cancel_acknowledgement", "POST", "/{id}/cancel", None, 202, "PENDING_CANCEL"),
    ],
)
async def test_an_accepted_write_that_cannot_be_described_is_accepted(
    house, monkeypatch, make_order, function, method, suffix, body, status, state
):
    """The proof stands: the order is answered as the journal knows it, never with a server error."""
    path = f"/v1/accounts/{house.account}/orders"
    if suffix:
        path += suffix.format(id=(await placed(house)).rpartition("/")[2])
    else:
        body = make_order()
    monkeypatch.setattr(f"omnibroker_handlers.ibkr._orders.{function}", _stumble)
    answer = await house(method, path, body, headers=key())
    assert (answer.status, answer.json()["status"]) == (status, state)
    assert answer.json()["broker_order_id"] == "910001"
    shown = (await house("GET", answer.headers["location"])).json()
    assert shown["limit_price"] == (body or {}).get("limit_price", "100")


async def test_an_id_is_answered_for_a_week_and_never_free_again(house):
    """A repeat long after the end is 409: it can only be a mistake."""
    await house.place()
    (row,) = await house.gateway.journal.orders(house.account)
    row.document |= {"status": "FILLED", "updated_at": "2020-01-01T00:00:00.000Z"}
    answer = await house.place()
    assert (answer.status, answer.json()["code"]) == (409, "client_order_id_expired")
    assert house.engine.asked("/DU1234567/orders") == 1


async def test_a_look_up_that_is_refused_is_no_rejected_order(make_house):
    """Nothing was sent: the answer says so, names no order, and the id is free."""
    house = make_house(broker="futu")
    await house.fault("/api/static-info", "status", status=400, count=1)
    fields = {"instrument": "AAPL.US", "limit_price": "100"}
    answer = await house.place(**fields)
    assert (answer.status, answer.json()["code"]) == (422, "value_not_supported")
    assert "Nothing was sent." in answer.json()["detail"]
    assert await house.gateway.journal.orders(house.account) == []
    assert (await house.place(**fields)).status in {201, 202}
    await house.connection.session.aclose()


async def test_a_list_proves_an_order_whose_answer_is_lost(house):
    """Shown while its answer was under way: accepted, at once and for every repeat, forgotten or not."""
    await house("GET", "/v1/accounts")
    send = house.engine.send

    async def losing(request):
        answer = await send(request)
        if request.mutating and request.target.endswith("/orders"):
            house.engine.send = send
            await house("GET", "/v1/orders")
            raise Lost("reset", "x")
        return answer

    house.engine.send = losing
    placed = await house.place()
    assert (placed.status, placed.json()["broker_order_id"]) == (201, "910001")
    again = await house.place()
    assert (again.status, again.json()["order_id"]) == (200, placed.json()["order_id"])
    write = await house.gateway.journal.find_write(house.account, "client_order_id", "c-1")
    assert write.state == "ACCEPTED"
