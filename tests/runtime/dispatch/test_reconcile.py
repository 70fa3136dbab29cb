"""What is unknown is settled from the broker's own orders and fills, and by nothing else."""

import asyncio

import pytest

from omnibroker.storage.store import Store
from omnibroker.upstream.wire import Lost

VIRTUAL_TIME = True
PLACED = "/DU1234567/orders"
KEY = (b"idempotency-key", b"k-1")


@pytest.fixture
async def running(make_house):
    """A house whose gateway keeps its sessions and settles what is unknown."""
    house = make_house(ready=True)
    await house.gateway.start()
    await asyncio.sleep(3)
    yield house
    await house.gateway.stop()


async def lose(house, client_order_id="c-1", **fields):
    """Place an order whose answer is lost after the broker took it."""
    await house.fault("/iserver/account/*/orders", "reset_after", count=1)
    answer = await house.place(client_order_id, **fields)
    assert (answer.status, answer.json()["code"]) == (504, "outcome_unknown")
    return answer.headers["location"]


async def status(house, path):
    row = await house.gateway.journal.find_order(house.account, path.rpartition("/")[2])
    return row.document["status"]


async def test_a_lost_answer_is_settled_without_anybody_asking(running):
    """The broker shows the order: it is WORKING, and its id is answered as settled."""
    path = await lose(running)
    assert await status(running, path) == "UNKNOWN"
    await asyncio.sleep(10)
    assert await status(running, path) == "WORKING"
    assert (await running.place()).status == 200
    assert running.engine.asked(PLACED) == 1


async def test_what_never_arrived_stays_unknown(running):
    """No list of orders proves that none will come: nothing is concluded from an absence."""
    await running.fault("/iserver/account/*/orders", "reset_before", count=1)
    answer = await running.place()
    assert answer.status == 504
    await asyncio.sleep(600)
    assert await status(running, answer.headers["location"]) == "UNKNOWN"
    assert (await running.place()).status == 504
    listed = (await running("GET", "/v1/orders", query=b"status=UNKNOWN")).json()["items"]
    assert [row["client_order_id"] for row in listed] == ["c-1"]


async def test_a_read_that_fails_proves_nothing(running):
    """While the broker cannot be read the order stays as it is; afterwards it is settled."""
    path = await lose(running)
    failing = True

    async def before(request):
        if failing and "/orders" in request.target:
            raise Lost("reset", "cut")

    running.engine.before = before
    await asyncio.sleep(60)
    assert await status(running, path) == "UNKNOWN"
    failing = False
    await asyncio.sleep(60)
    assert await status(running, path) == "WORKING"


async def test_orders_placed_elsewhere_are_adopted(running):
    """They have rows of their own, found again by the broker's id."""
    await running.place()
    row = (await running.gateway.journal.orders(running.account))[0]
    running.gateway.journal._drop(running.account, row.order_id)
    running.gateway.journal._named.clear()
    await running("GET", "/v1/orders")
    adopted = await running.gateway.journal.find_order(
        running.account, f"broker:{row.broker_order_id}"
    )
    assert adopted is not row
    assert adopted.document["status"] == "WORKING"


async def test_a_hundred_requests_with_one_id_send_one_order(running):
    """One is 201, all others are answered with the same order."""
    answers = await asyncio.gather(*(running.place() for _ in range(100)))
    assert sorted(answer.status for answer in answers) == [200] * 99 + [201]
    assert len({answer.json()["order_id"] for answer in answers}) == 1
    assert running.engine.asked(PLACED) == 1
    assert len(await running.broker_orders()) == 1


async def test_an_order_of_an_earlier_session_is_settled_in_the_next_one(running):
    """The broker hides it at first: the first list of a session asks for all that work."""
    path = await lose(running)
    await running("POST", "/v1/connections/ibkr/session/refresh", headers=[KEY])
    await asyncio.sleep(30)
    assert await status(running, path) == "WORKING"


async def test_a_question_that_a_process_left_open_is_answered_with_no(make_house):
    """Nobody can answer it any more: the next process declines it, and the session is free again."""
    store = Store.open(None)
    store.durable = True  # as a file is, which a clock that jumps cannot wait for
    first = make_house(ready=True, store=store)
    await first.gateway.journal.open()
    asked = await first.place(quantity="9000", limit_price="20")
    assert asked.json()["status"] == "NEEDS_CONFIRMATION"
    for clock in first.gateway._desk.confirmations._timers.values():
        clock.cancel()  # the process dies
    second = make_house(ready=True, store=store)
    second.connection.engine = second.connection.session._engine = first.engine
    await second.gateway.start()
    await asyncio.sleep(30)
    row = await second.gateway.journal.find_order(second.account, "client:c-1")
    assert row is not None
    assert (row.document["status"], row.document["end_reason"]) == ("CANCELLED", "NOT_CONFIRMED")
    assert second.connection.held_by is None
    await second.gateway.stop()
    await first.connection.session.aclose()
