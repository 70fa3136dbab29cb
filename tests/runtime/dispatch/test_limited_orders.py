"""Limits and the kill switch on the way of a real request: what is refused was never sent."""

import asyncio

import pytest

from omnibroker.limits.settings import KeyLimits
from omnibroker.security import Principal
from omnibroker.upstream.wire import NotSent as Refused

VIRTUAL_TIME = True
PLACED = "/DU1234567/orders"
EVERYTHING = frozenset({"market:read", "account:read", "trade:paper", "admin"})


@pytest.fixture
async def limited(make_house):
    """Build a house with the key "small", which has limits: `limited(max_quantity="1", …)`."""
    made = []

    def build(**pairs):
        limits = KeyLimits.from_pairs(pairs)
        small = Principal("small", EVERYTHING, frozenset({"*"}), limits)
        made.append(make_house(keys={"small": small}, ready=True))
        return made[-1]

    yield build
    for house in made:
        await house.connection.session.aclose()


def path(house, order_id, action=""):
    """The path of an order."""
    return f"/v1/accounts/{house.account}/orders/{order_id}{action}"


async def test_what_a_limit_refuses_was_never_sent(limited):
    """422, no order of that id, nothing at the broker; another key is free; within the limit it passes."""
    house = limited(max_quantity="2")
    answer = await house.place("c-1", key="small", quantity="3")
    assert (answer.status, answer.json()["code"]) == (422, "limit_exceeded")
    assert house.engine.asked(PLACED) == 0
    assert (await house("GET", path(house, "client:c-1"))).status == 404
    assert (await house.place("c-2", quantity="3")).status == 201
    assert (await house.place("c-1", key="small", quantity="2")).status == 201
    assert house.engine.asked(PLACED) == 2


async def test_a_repeat_is_answered_whatever_the_limits_say(limited):
    """Limits used up, duplicates refused, trading halted: a known id is answered from the journal."""
    house = limited(daily_count="1", duplicate_window_seconds="60", orders_per_minute="1")
    first = await house.place("c-1", key="small")
    assert first.status == 201
    assert (await house.place("c-2", key="small")).json()["code"] == "duplicate_order"
    await house.gateway.limits.halts.halt("gateway", "k", "Stop.")
    again = await house.place("c-1", key="small")
    assert (again.status, again.json()["order_id"]) == (200, first.json()["order_id"])


async def test_a_hundred_posts_with_one_id_are_one_order_to_limits_too(limited):
    """One is sent and counted; the others are told of it, none of a limit."""
    house = limited(daily_count="1", duplicate_window_seconds="60", orders_per_minute="1")
    answers = await asyncio.gather(*(house.place("c-1", key="small") for _ in range(100)))
    assert {answer.status for answer in answers} <= {200, 201}
    assert len({answer.json()["order_id"] for answer in answers}) == 1
    assert house.engine.asked(PLACED) == 1


async def test_what_was_not_sent_may_be_sent_again(limited):
    """A refused connection gives the allowance back."""
    house = limited(daily_count="1", duplicate_window_seconds="60", orders_per_minute="1")

    async def refusing(request):
        if request.target.endswith(PLACED):
            raise Refused("connect", "refused")

    house.engine.before = refusing
    assert (await house.place("c-1", key="small")).status == 503
    house.engine.before = None
    assert (await house.place("c-1", key="small")).status == 201
    assert (await house.place("c-2", key="small")).status == 409


async def test_a_change_is_held_against_limits(limited):
    """More than the key may have is refused, and the order stays as it was."""
    house = limited(max_quantity="2")
    placed = (await house.place("c-1", key="small", quantity="1")).json()
    for key, quantity, status in (("k1", "3", 422), ("k2", "2", 200)):
        answer = await house(
            "PATCH",
            path(house, placed["order_id"]),
            {"quantity": quantity},
            key="small",
            headers=[(b"idempotency-key", key.encode())],
        )
        assert answer.status == status, answer.body
    assert [order["quantity"] for order in await house.broker_orders()] == ["2"]


async def test_a_halt_refuses_what_adds_risk_and_lets_cancels_pass(limited):
    """New orders, sales that may close and changes are 403; cancels and reads go on; resuming ends it."""
    house = limited()
    placed = (await house.place("c-1")).json()
    halts = house.gateway.limits.halts
    await halts.halt(f"account:{house.account}", "k", "Runaway.")
    sent = len(house.engine.requests)
    closing = await house.place("c-2", side="SELL", type="MARKET", limit_price=None)
    change = await house(
        "PATCH",
        path(house, placed["order_id"]),
        {"limit_price": "99"},
        headers=[(b"idempotency-key", b"k1")],
    )
    for answer in (await house.place("c-3"), closing, change):
        assert (answer.status, answer.json()["code"]) == (403, "trading_halted")
    assert not [
        r for r in house.engine.requests[sent:] if r.method != "GET" and "order" in r.target
    ]
    assert (await house("GET", path(house, placed["order_id"]))).status == 200
    cancelled = await house("POST", path(house, placed["order_id"], "/cancel"))
    assert cancelled.status in {200, 202}
    await halts.resume(f"account:{house.account}")
    assert (await house.place("c-3")).status == 201


async def test_a_halt_stops_an_order_that_waits_before_the_wire(limited, monkeypatch):
    """Admitted, not yet sent: it is not sent any more, and its id stays free."""
    house = limited(daily_count="1")
    journal, halts = house.gateway.journal, house.gateway.limits.halts
    attempt = journal.attempt

    async def halted_meanwhile(*arguments):
        await attempt(*arguments)
        await halts.halt("gateway", "k", "Stop.")

    monkeypatch.setattr(journal, "attempt", halted_meanwhile)
    answer = await house.place("c-1", key="small")
    assert (answer.status, answer.json()["code"]) == (403, "trading_halted")
    assert house.engine.asked(PLACED) == 0
    monkeypatch.undo()
    await halts.resume("gateway")
    assert (await house.place("c-1", key="small")).status == 201
