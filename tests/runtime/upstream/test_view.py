"""A handler's write: its own task, one proof, one round at a time, and nothing guessed."""

import asyncio
from types import SimpleNamespace

import pytest

from omnibroker.kit.errors import (
    ConfirmationRequired,
    NotSent,
    OutcomeUnknown,
    Rejected,
    UpstreamFailure,
)
from omnibroker.kit.outcomes import Accepted, Question, Refused, Unknown
from omnibroker.kit.upstream import Account
from omnibroker.upstream import wire
from omnibroker.upstream.budget import Budget
from omnibroker.upstream.operations import Operations
from omnibroker.upstream.session import UpstreamSession
from omnibroker.upstream.view import View

VIRTUAL_TIME = True
ACCOUNT = Account("ibkr:DU1", "DU1", "ibkr", "ibkr", "paper", True)
BUNDLE = {
    "paths": {
        "/orders": {
            "post": {"operationId": "place_order", "tags": ["orders"], "x-effect": "trade"},
            "delete": {"operationId": "cancel_order", "tags": ["orders"], "x-effect": "trade"},
            "get": {"operationId": "live_orders", "tags": ["orders"], "x-effect": "read"},
        }
    }
}


def generated(name, method, parsed="parsed"):
    """A function as the generator writes them."""

    async def asyncio_detailed(*, client, **parameters):
        session = client.get_async_httpx_client()
        response = await session.request(method=method, url="/orders", json=parameters or None)
        response.json()
        return SimpleNamespace(parsed=parsed)

    asyncio_detailed.__module__ = f"omnibroker_generated.ibkr.api.orders.{name}"
    return asyncio_detailed


PLACE, CANCEL = generated("place_order", "post"), generated("cancel_order", "delete")
LIST = generated("live_orders", "get")


class Gate:
    """A gate that remembers; `refuse` names the step that fails."""

    def __init__(self, order_id="ob1", events=None, refuse=None, operation_id="place_order"):
        self.order_id, self.refuse, self.operation_id = order_id, refuse, operation_id
        self.events = [] if events is None else events

    async def _step(self, name, *details):
        self.events.append((name, self.order_id, *details))
        if self.refuse == name:
            raise OSError("disk full")

    async def admit(self):
        await self._step("admit")

    async def attempt(self, content):
        await self._step("attempt")

    def last_look(self):
        """Let everything pass."""

    async def settle(self, outcome):
        await self._step("settle", type(outcome))
        return outcome

    async def not_sent(self, reason):
        await self._step("not_sent")

    @property
    def names(self):
        return [event[0] for event in self.events]


class Broker:
    """A broker that may not get ready."""

    error = None
    one_round_at_a_time = True

    async def ready(self, call):
        if self.error is not None:
            raise self.error

    def wire(self, call, draft):
        return draft

    def unwrap(self, call, response):
        return response

    async def noticed(self, call, response):
        """Learn nothing."""

    def unreachable(self, reason):
        """Learn nothing."""

    async def interpret(self, call, response):
        return response

    async def again(self, call, response, attempt):
        return False


class Wire:
    """An engine that answers when it is let go, or fails."""

    def __init__(self):
        self.go, self.requests, self.error = asyncio.Event(), [], None
        self.go.set()

    async def send(self, request):
        request.check(asyncio.get_running_loop().time())
        self.requests.append(request)
        await self.go.wait()
        if self.error is not None:
            raise self.error
        return wire.WireResponse(200, {}, b'{"order_id": "1"}')


@pytest.fixture
async def made():
    """A connection's parts as a view uses them."""
    operations, engine, broker = Operations(BUNDLE), Wire(), Broker()
    session = UpstreamSession(broker, operations, Budget(operations), engine, "", lambda *_: None)
    connection = SimpleNamespace(
        operations=operations,
        session=session,
        order_round=asyncio.Lock(),
        held_by=None,
        engine=engine,
        module=broker,
        under_way=[],
    )
    connection.began = connection.under_way.append
    yield connection
    await session.aclose()


def view(connection, gate=None, clock=lambda: "2026-01-01T00:00:00Z"):
    deadline = asyncio.get_running_loop().time() + 10
    return View(connection, ACCOUNT, deadline, clock, gate)


def says(outcome):
    return lambda _status, _body: outcome


async def test_a_write_is_admitted_attempted_sent_and_settled_in_this_order(made):
    """The intent and the attempt are written before the wire, the outcome after it."""
    gate = Gate()
    accepted = await view(made, gate).write(PLACE, says(Accepted("1")), a=1)
    assert accepted == Accepted("1")
    assert gate.names == ["admit", "attempt", "settle"]
    assert len(made.engine.requests) == 1
    assert made.engine.requests[0].mutating


@pytest.mark.parametrize(
    ("outcome", "error"),
    [
        (Refused("no", "7"), Rejected),
        (Question("r", ("o1",), ("Sure?",)), ConfirmationRequired),
        (Unknown("odd"), OutcomeUnknown),
    ],
)
async def test_each_outcome_is_settled_before_it_is_told(made, outcome, error):
    """Refused, Question and Unknown reach the journal, then the caller, with the order's id."""
    gate = Gate()
    with pytest.raises(error) as told:
        await view(made, gate).write(PLACE, says(outcome))
    assert told.value.extra["order_id"] == "ob1"
    assert gate.events[-1] == ("settle", "ob1", type(outcome))


async def test_a_classifier_that_stumbles_proves_nothing(made):
    """Whatever a classifier raises, the write is Unknown, never an error about the answer."""

    def stumble(_status, _body):
        raise KeyError("order_id")

    gate = Gate()
    with pytest.raises(OutcomeUnknown):
        await view(made, gate).write(PLACE, stumble)
    assert gate.events[-1] == ("settle", "ob1", Unknown)


@pytest.mark.parametrize(
    "error", [wire.Lost("timeout", "x"), OSError("odd"), wire.Lost("reset", "")]
)
async def test_a_write_whose_answer_is_lost_is_unknown(made, error):
    """After the first byte only an answer proves anything; an engine that breaks proves nothing."""
    made.engine.error = error
    gate = Gate()
    with pytest.raises(OutcomeUnknown):
        await view(made, gate).write(PLACE, says(Accepted("1")))
    assert gate.events[-1] == ("settle", "ob1", Unknown)


async def test_a_write_that_never_left_is_not_sent(made):
    """A refused connection: 503, the reservation released, no outcome recorded."""
    made.engine.error = wire.NotSent("connect", "refused")
    gate = Gate()
    with pytest.raises(NotSent) as told:
        await view(made, gate).write(PLACE, says(Accepted("1")))
    assert told.value.code == "upstream_unavailable"
    assert gate.names == ["admit", "attempt", "not_sent"]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (UpstreamFailure("upstream_timeout", "slow"), "upstream_timeout"),
        (UpstreamFailure("upstream_malformed", "odd"), "upstream_unavailable"),
        (NotSent("session_not_ready", "login"), "session_not_ready"),
        (NotSent("rate_limited", "later"), "rate_limited"),
    ],
)
async def test_a_pre_flight_that_fails_leaves_the_write_not_sent(made, error, code):
    """What fails before the wire proves that nothing was sent, a read's failure included."""
    made.module.error = error
    gate = Gate()
    with pytest.raises(NotSent) as told:
        await view(made, gate).write(PLACE, says(Accepted("1")))
    assert told.value.code == code
    assert gate.names == ["admit", "not_sent"]
    assert not made.engine.requests
    assert not made.order_round.locked()


async def test_a_journal_that_cannot_note_the_attempt_stops_the_write(made):
    """Without the attempt row nothing leaves, and the write is known as not sent."""
    gate = Gate(refuse="attempt")
    with pytest.raises(OSError, match="disk full"):
        await view(made, gate).write(PLACE, says(Accepted("1")))
    assert gate.names == ["admit", "attempt", "not_sent"]
    assert not made.engine.requests


async def test_an_intent_that_is_not_admitted_sends_nothing(made):
    """Admission raises, and neither attempt nor outcome follow."""
    gate = Gate(refuse="admit")
    with pytest.raises(OSError, match="disk full"):
        await view(made, gate).write(PLACE, says(Accepted("1")))
    assert gate.names == ["admit"]
    assert not made.engine.requests


async def test_a_caller_that_goes_away_changes_nothing_about_the_write(made, patiently):
    """Cancelled after the first byte, the write still runs to its end and is settled."""
    gate = Gate()
    made.engine.go.clear()
    caller = asyncio.create_task(view(made, gate).write(PLACE, says(Accepted("1"))))
    await patiently(lambda: made.engine.requests)
    caller.cancel()
    await asyncio.gather(caller, return_exceptions=True)
    assert gate.names == ["admit", "attempt"]
    made.engine.go.set()
    await patiently(lambda: "settle" in gate.names)
    assert gate.events[-1] == ("settle", "ob1", Accepted)
    assert len(made.engine.requests) == 1


async def test_one_order_round_runs_at_a_time(made, patiently):
    """The second placement reaches the wire only after the first is settled."""
    events = []
    made.engine.go.clear()
    tasks = [
        asyncio.create_task(view(made, Gate(name, events)).write(PLACE, says(Accepted("1"))))
        for name in ("ob1", "ob2")
    ]
    await patiently(lambda: made.engine.requests)
    await asyncio.sleep(0.1)
    assert len(made.engine.requests) == 1
    made.engine.go.set()
    await asyncio.gather(*tasks)
    sent = [event[:2] for event in events if event[0] in {"attempt", "settle"}]
    assert sent == [("attempt", "ob1"), ("settle", "ob1"), ("attempt", "ob2"), ("settle", "ob2")]


async def test_a_cancel_waits_for_no_round(made, patiently):
    """While a placement is under way or a question is open, a cancel goes out."""
    made.engine.go.clear()
    made.held_by = "ob9"
    placing = asyncio.create_task(view(made, Gate("ob9")).write(PLACE, says(Accepted("1"))))
    await patiently(lambda: made.engine.requests)
    cancelling = asyncio.create_task(
        view(made, Gate("ob3", operation_id="cancel_order")).write(CANCEL, says(Accepted("3")))
    )
    await patiently(lambda: len(made.engine.requests) == 2)
    assert made.engine.requests[1].method == "DELETE"
    made.engine.go.set()
    await asyncio.gather(placing, cancelling)


async def test_a_held_session_takes_no_other_placement(made):
    """409 confirmation_pending names the order that waits; nothing is sent; the order itself may go on."""
    made.held_by = "ob9"
    gate = Gate("ob1")
    with pytest.raises(NotSent) as told:
        await view(made, gate).write(PLACE, says(Accepted("1")))
    assert told.value.code == "confirmation_pending"
    assert told.value.extra["order_id"] == "ob9"
    assert gate.names == ["admit", "not_sent"]
    assert await view(made, Gate("ob9")).write(PLACE, says(Accepted("1"))) == Accepted("1")


async def test_a_question_holds_the_session_before_the_next_round_begins(made, patiently):
    """A placement that waits behind one whose answer is a question does not slip through."""

    class Asking(Gate):
        async def settle(self, outcome):
            made.held_by = self.order_id
            return await super().settle(outcome)

    made.engine.go.clear()
    asking = view(made, Asking("ob1")).write(PLACE, says(Question("r", ("o1",), ("Sure?",))))
    tasks = [
        asyncio.create_task(asking),
        asyncio.create_task(view(made, Gate("ob2")).write(PLACE, says(Accepted("2")))),
    ]
    await patiently(lambda: made.engine.requests)
    made.engine.go.set()
    first, second = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(first, ConfirmationRequired)
    assert isinstance(second, NotSent)
    assert second.code == "confirmation_pending"
    assert len(made.engine.requests) == 1


async def test_reads_and_writes_are_not_mistaken_for_each_other(made):
    """A write by call(), and a write without a gate, are mistakes in a handler."""
    with pytest.raises(TypeError, match="use write"):
        await view(made).call(PLACE)
    with pytest.raises(TypeError, match="not declared"):
        await view(made).write(PLACE, says(Accepted("1")))
    gate = Gate()
    with pytest.raises(TypeError, match="use call"):
        await view(made, gate).write(LIST, says(Accepted("1")))
    assert gate.names == []
    assert not made.engine.requests


async def test_an_environment_that_changed_meanwhile_stops_the_write(made):
    """What the gate refuses right before the wire is told as it is; nothing leaves, the write is not sent."""

    class Renewed(Gate):
        def last_look(self):
            raise NotSent("environment_mismatch", "The account is live now.")

        async def not_sent(self, reason):
            assert reason == "The account is live now."
            await super().not_sent(reason)

    gate = Renewed()
    with pytest.raises(NotSent) as told:
        await view(made, gate).write(PLACE, says(Accepted("1")))
    assert told.value.code == "environment_mismatch"
    assert gate.names == ["admit", "attempt", "not_sent"]
    assert not made.engine.requests


async def test_each_look_at_the_time_of_receipt_is_the_present(made):
    """What is mapped now has been heard by now: a request that took long does not date its answer back."""
    times = iter(["2026-01-01T00:00:00Z", "2026-01-01T00:00:09Z"])
    one = view(made, clock=lambda: next(times))
    assert [one.received_at, one.received_at] == ["2026-01-01T00:00:00Z", "2026-01-01T00:00:09Z"]


async def test_the_connection_knows_each_write_under_way(made):
    """A write is announced before anything of it happens, so that a stop can wait for it."""
    await view(made, Gate()).write(PLACE, says(Accepted("1")))
    assert [task.done() for task in made.under_way] == [True]


async def test_rounds_overlap_where_the_broker_has_no_questions(made, patiently):
    """Only a broker that asks wants one order round at a time."""
    made.module.one_round_at_a_time = False
    made.engine.go.clear()
    tasks = [
        asyncio.create_task(view(made, Gate(name)).write(PLACE, says(Accepted("1"))))
        for name in ("ob1", "ob2")
    ]
    await patiently(lambda: len(made.engine.requests) == 2)
    made.engine.go.set()
    assert await asyncio.gather(*tasks) == [Accepted("1")] * 2


async def test_a_read_without_a_parsed_body_is_malformed(made):
    """A status or shape that the spec does not know is never taken for an empty answer."""
    with pytest.raises(UpstreamFailure) as told:
        await view(made).call(generated("live_orders", "get", parsed=None))
    assert told.value.code == "upstream_malformed"


def stumbling(error, name, *, after_the_wire):
    """A generated function that raises before it asks, or as it parses the answer."""

    async def broken(*, client):
        if after_the_wire:
            await client.get_async_httpx_client().request(method="get", url="/orders")
        raise error("odd")

    broken.__module__ = f"x.{name}"
    return broken


@pytest.mark.parametrize("error", [TypeError, ValueError, KeyError, AttributeError])
async def test_generated_code_that_stumbles_means_a_malformed_answer(made, error):
    """A parser's error on a read is the broker's malformed answer, not ours."""
    with pytest.raises(UpstreamFailure) as told:
        await view(made).call(stumbling(error, "live_orders", after_the_wire=True))
    assert told.value.code == "upstream_malformed"


async def test_an_answer_of_somebody_elses_read_may_be_malformed_too(made, patiently):
    """Who joined a read that was under way, or found it in the cache, is told the same of its answer."""
    made.engine.go.clear()
    broken = stumbling(TypeError, "live_orders", after_the_wire=True)
    calls = [asyncio.create_task(view(made).call(broken)) for _ in range(3)]
    await patiently(lambda: made.engine.requests)
    made.engine.go.set()
    errors = await asyncio.gather(*calls, return_exceptions=True)
    assert [error.code for error in errors] == ["upstream_malformed"] * 3
    assert len(made.engine.requests) == 1


@pytest.mark.parametrize("error", [TypeError, ValueError, KeyError, AttributeError])
async def test_our_own_mistake_before_the_wire_is_not_the_brokers(made, error):
    """Before anything is asked no broker can have answered oddly: the error stays what it is."""
    with pytest.raises(error):
        await view(made).call(stumbling(error, "live_orders", after_the_wire=False))
    gate = Gate()
    with pytest.raises(error):
        await view(made, gate).write(
            stumbling(error, "place_order", after_the_wire=False), says(Accepted("1"))
        )
    assert gate.names == ["admit", "not_sent"]
    assert not made.engine.requests


async def test_several_reads_run_side_by_side(made, patiently):
    """gather() starts every call and keeps the order of the answers."""
    made.engine.go.clear()
    one = view(made)
    gathered = asyncio.create_task(
        one.gather([one.call(LIST), one.call(generated("live_orders", "get", 2))])
    )
    await patiently(lambda: made.engine.requests)
    made.engine.go.set()
    assert len(await gathered) == 2
