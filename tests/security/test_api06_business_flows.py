"""API6:2023 Unrestricted access to sensitive business flows: orders doubled, replayed, answered for others."""

import asyncio

BIG = {"quantity": "9000", "limit_price": "20"}


def keyed(text="k-1"):
    return [(b"idempotency-key", text.encode())]


async def test_a_hundred_posts_of_one_order_send_it_once(open_house, tickets, broker):
    """All at one moment, and again afterwards: one order at the broker, one id in every answer."""
    house = open_house(broker=broker)
    await house("GET", "/v1/accounts")
    answers = await asyncio.gather(*(house.place("once-1", **tickets[broker]) for _ in range(100)))
    answers.append(await house.place("once-1", **tickets[broker]))
    assert {a.status for a in answers} <= {200, 201, 202}
    assert len({a.json()["order_id"] for a in answers}) == 1
    assert sum(a.headers.get("idempotency-replayed") != "true" for a in answers) == 1
    assert len(await house.broker_orders()) == 1


async def test_one_id_is_one_order_whatever_it_is_sent_with(open_house, tickets, broker):
    """Another price, side or quantity under a used id is refused, at one moment as well as later."""
    house = open_house(broker=broker)
    await house("GET", "/v1/accounts")
    prices = [str(n) for n in range(1, 21)]
    answers = await asyncio.gather(
        *(house.place("once-1", **{**tickets[broker], "limit_price": price}) for price in prices)
    )
    statuses = sorted(answer.status for answer in answers)
    assert statuses[0] in {201, 202}
    assert statuses[1:] == [422] * 19
    assert {a.json()["code"] for a in answers if a.status == 422} == {"idempotency_key_reused"}
    assert len(await house.broker_orders()) == 1


async def test_a_key_of_another_account_answers_no_question(open_house, narrow):
    """Neither yes nor no: the question stays its owner's, and the broker hears nothing."""
    house = open_house(broker="ibkr", keys={"narrow": narrow("ibkr:DU7654321")})
    asked = await house.place("c-1", **BIG)
    path, ids = asked.headers["location"], asked.json()["confirmation"]["message_ids"]
    before = len(house.engine.requests)
    for own in (path, path.replace("DU1234567", "DU7654321")):
        yes = await house(
            "POST", f"{own}/confirm", {"message_ids": ids}, headers=keyed(), key="narrow"
        )
        no = await house("POST", f"{own}/cancel", key="narrow")
        assert (yes.status, no.status) in {(403, 403), (404, 404)}, (yes.body, no.body)
        assert not [i for i in ids if i.encode() in yes.body + no.body]
    assert len(house.engine.requests) == before
    right = await house("POST", f"{path}/confirm", {"message_ids": ids}, headers=keyed())
    assert right.status == 200
    assert len(await house.broker_orders()) == 1


async def test_a_question_is_answered_once_however_many_say_yes(open_house):
    """Twenty confirmations under twenty keys at one moment: one yes leaves, one order stands."""
    house = open_house(broker="ibkr")
    asked = await house.place("c-1", **BIG)
    path, ids = asked.headers["location"], asked.json()["confirmation"]["message_ids"]
    answers = await asyncio.gather(
        *(
            house("POST", f"{path}/confirm", {"message_ids": ids}, headers=keyed(f"k-{n}"))
            for n in range(20)
        )
    )
    assert sorted(a.status for a in answers) == [200] + [409] * 19
    assert sum("/iserver/reply/" in r.target for r in house.engine.requests) == 1
    assert len(await house.broker_orders()) == 1


async def test_nobody_says_yes_in_advance(open_house, make_order):
    """Neither a field of the order nor a header waives the broker's question."""
    house = open_house(broker="ibkr")
    path = f"/v1/accounts/{house.account}/orders"
    for field in ("confirm", "confirmed", "message_ids", "accept_warnings", "suppress"):
        answer = await house("POST", path, {**make_order("c-1", **BIG), field: True})
        assert answer.status == 400
    headers = [(b"x-confirm", b"true"), (b"prefer", b"handling=lenient")]
    answer = await house("POST", path, make_order("c-1", **BIG), headers=headers)
    assert answer.json()["status"] == "NEEDS_CONFIRMATION"
    assert await house.broker_orders() == []
    assert not house.engine.asked("/iserver/questions/suppress")


async def test_a_preview_places_nothing(open_house, operations, broker):
    """However often it is asked for."""
    house = open_house(broker=broker)
    (operation,) = [o for o in operations if o.operation_id == "preview_order"]
    positional, named = operation.request(house)
    answers = await asyncio.gather(*(house(*positional, **named) for _ in range(10)))
    assert {a.status for a in answers} <= {200, 422}
    assert await house.broker_orders() == []


async def test_fifty_cancels_of_one_order_end_that_order_and_no_other(open_house, tickets, broker):
    """Each answers that it is cancelled (or being so); the order beside it works on."""
    house = open_house(broker=broker)
    first = (await house.place("first-1", **tickets[broker])).json()
    other = (await house.place("other-1", **tickets[broker])).json()
    path = f"/v1/accounts/{house.account}/orders/{first['order_id']}/cancel"
    answers = await asyncio.gather(*(house("POST", path) for _ in range(50)))
    assert {a.status for a in answers} <= {200, 202, 409}, {a.body for a in answers}
    assert (await house("POST", path)).json()["status"] in {"CANCELLED", "PENDING_CANCEL"}
    shown = await house("GET", f"/v1/accounts/{house.account}/orders/{other['order_id']}")
    assert shown.json()["status"] in {"WORKING", "SUBMITTED"}


async def test_no_reference_means_every_order(open_house):
    """IBKR takes -1 for all orders: nothing that a caller can write becomes it."""
    house = open_house(broker="ibkr")
    await house.place("first-1")
    book = await house.broker_orders()
    for reference in (
        "broker:-1",
        "-1",
        "broker:*",
        "*",
        "broker:",
        "client:",
        "all",
        "broker:0",
        "broker:910001,910002",
    ):
        for end in ("/cancel", ""):
            method = "POST" if end else "GET"
            answer = await house(method, f"/v1/accounts/{house.account}/orders/{reference}{end}")
            assert answer.status in {400, 404}, (reference, answer.body)
    assert await house.broker_orders() == book
    assert not [r for r in house.engine.requests if r.method == "DELETE"]


async def test_one_key_of_a_write_is_not_another_writes(open_house):
    """An Idempotency-Key that was used for one order changes no other, and one operation is not another."""
    house = open_house(broker="ibkr")
    first, second = [(await house.place(name)).headers["location"] for name in ("a-1", "a-2")]
    assert (await house("PATCH", first, {"limit_price": "99"}, headers=keyed())).status in {
        200,
        202,
    }
    other = await house("PATCH", second, {"limit_price": "99"}, headers=keyed())
    assert (other.status, other.json()["code"]) == (422, "idempotency_key_reused")
    prices = sorted(o["limit_price"] for o in await house.broker_orders())
    assert prices == ["100", "99"]
