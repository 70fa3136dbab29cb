"""What stands between a write and the wire: proof of the environment, a journal that fails, one deadline."""

import asyncio

import pytest
import sqlalchemy as sa

from omnibroker.kit.errors import NotSent
from omnibroker.storage.store import Store
from omnibroker.storage.tables import orders, writes
from omnibroker.upstream.state import AccountFacts

VIRTUAL_TIME = True
PLACED = "/DU1234567/orders"


class Failing(Store):
    """A database that takes no transactions between two counts of them: its disk is full."""

    @classmethod
    def of(cls, first, last):
        store = Store.open(None)
        store.__class__ = cls
        store.count, store.failing = 0, range(first, last + 1)
        return store

    async def run(self, work):
        self.count += 1
        if self.count in self.failing:
            raise NotSent("journal_unavailable", "The journal cannot be written (disk full).")
        return await super().run(work)


@pytest.fixture
async def house_with(make_house):
    """Build a house over a journal; its session is closed afterwards."""
    made = []

    def make(first, last):
        made.append(make_house(store=Failing.of(first, last)))
        return made[-1]

    yield make
    for each in made:
        await each.connection.session.aclose()


@pytest.mark.parametrize(
    ("proven", "code"), [("live", "environment_mismatch"), (None, "environment_unproven")]
)
async def test_the_environment_is_proven_again_right_before_the_wire(house, proven, code):
    """A session that was renewed while the order was prepared sends nothing; the id stays free."""

    async def before(request):
        if "/secdef" in request.target or "/trsrv" in request.target:
            house.connection.state.accounts = {"DU1234567": AccountFacts(proven)}

    house.engine.before = before
    answer = await house.place()
    assert answer.json()["code"] == code
    assert house.engine.asked(PLACED) == 0
    house.engine.before = None
    house.connection.state.accounts = {"DU1234567": AccountFacts("paper")}
    assert (await house.place()).status == 201


@pytest.mark.parametrize("number", [1, 2], ids=["intent", "attempt"])
async def test_an_order_that_cannot_be_recorded_is_not_sent(house_with, number):
    """503, nothing sent, no write left running: the same id places the order afterwards."""
    house = house_with(number, number)
    refused = await house.place()
    assert (refused.status, refused.json()["code"]) == (503, "journal_unavailable")
    assert house.engine.asked(PLACED) == 0
    assert (await house.place()).status == 201
    assert house.engine.asked(PLACED) == 1


async def test_a_journal_that_fails_after_the_wire_changes_no_answer(house_with):
    """The order is out: 201, the same id is answered as settled, and the outcome is written later."""
    house = house_with(3, 6)
    first, again = await house.place(), await house.place()
    assert (first.status, again.status) == (201, 200)
    assert again.json()["broker_order_id"] == first.json()["broker_order_id"]
    assert house.engine.asked(PLACED) == 1
    # While the database is behind what was sent, nothing new is.
    assert (await house.place("c-2")).json()["code"] == "journal_unavailable"
    await asyncio.sleep(5)
    store = house.gateway.store
    states = await store.run(lambda c: c.execute(sa.select(writes.c.state)).scalars().all())
    kept = await store.run(lambda c: c.execute(sa.select(orders.c.broker_order_id)).scalars().all())
    assert states == ["ACCEPTED"]
    assert kept == [first.json()["broker_order_id"]]


async def test_a_yes_that_was_not_attempted_keeps_the_question(house_with):
    """Only bytes that left end a question: the order still waits and the session stays held."""
    house = house_with(5, 5)
    asked = await house.place(quantity="9000", limit_price="20")
    path, ids = asked.headers["location"], asked.json()["confirmation"]["message_ids"]
    key = [(b"idempotency-key", b"k1")]
    body = {"message_ids": ids}
    assert (await house("POST", f"{path}/confirm", body, headers=key)).status == 503
    assert house.connection.held_by == asked.json()["order_id"]
    assert (await house("GET", path)).json()["status"] == "NEEDS_CONFIRMATION"
    assert (await house("POST", f"{path}/confirm", body, headers=key)).status == 200


async def test_a_yes_that_a_halt_overtakes_keeps_the_question(house):
    """Halted while its connection is opened, a "yes" does not leave: the order still waits for an answer."""
    asked = await house.place(quantity="9000", limit_price="20")
    path, ids = asked.headers["location"], asked.json()["confirmation"]["message_ids"]
    halts, sent = house.gateway.limits.halts, len(house.engine.requests)

    async def connect(_request):
        await halts.halt("gateway", "k", "stop")

    house.engine.connect = connect
    body, key = {"message_ids": ids}, [(b"idempotency-key", b"k1")]
    answer = await house("POST", f"{path}/confirm", body, headers=key)
    assert (answer.status, answer.json()["code"]) == (403, "trading_halted")
    assert not [request for request in house.engine.requests[sent:] if request.mutating]
    assert (await house("GET", path)).json()["status"] == "NEEDS_CONFIRMATION"
    house.engine.connect = None
    await halts.resume("gateway")
    assert (await house("POST", f"{path}/confirm", body, headers=key)).status == 200


async def test_a_cancel_passes_a_halt_that_comes_while_it_connects(house):
    """The last look asks a cancel for its environment only: it takes away."""
    path = (await house.place()).headers["location"]

    async def connect(_request):
        await house.gateway.limits.halts.halt("gateway", "k", "stop")

    house.engine.connect = connect
    answer = await house("POST", f"{path}/cancel", headers=[(b"idempotency-key", b"k1")])
    assert (answer.status, house.gateway.limits.halts.find("gateway").reason) == (202, "stop")


async def test_all_calls_of_a_request_end_by_one_deadline(house):
    """Time spent on reading the order is not given again to changing it."""
    path = (await house.place()).headers["location"]

    async def before(_request):
        await asyncio.sleep(1)

    house.engine.before = before
    sent = len(house.engine.requests)
    await house("PATCH", path, {"limit_price": "99"}, headers=[(b"idempotency-key", b"k1")])
    requests = house.engine.requests[sent:]
    assert [request.method for request in requests] == ["GET", "POST"]
    assert len({request.deadline for request in requests}) == 1


async def test_the_end_of_the_process_waits_for_writes_under_way(house, patiently):
    """A placement that is out when the gateway stops is answered, not cut off."""
    go = asyncio.Event()

    async def before(request):
        if request.target.endswith(PLACED):
            await go.wait()

    house.engine.before = before
    placing = asyncio.create_task(house.place())
    await patiently(lambda: house.engine.asked(PLACED))
    stopping = asyncio.create_task(house.gateway.stop())
    for _ in range(50):
        await asyncio.sleep(0)
    assert not stopping.done()
    go.set()
    await stopping
    assert (await placing).status == 201
