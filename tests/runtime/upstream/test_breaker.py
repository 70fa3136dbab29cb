"""A broker that does not answer is not asked again by everybody; cancels and one probe always are."""

import asyncio
from dataclasses import replace

import pytest

from omnibroker.kit.errors import NotSent, UpstreamFailure
from omnibroker.upstream import wire
from omnibroker.upstream.breaker import CLOSED, HALF_OPEN, OPEN
from omnibroker.upstream.budget import Budget
from omnibroker.upstream.operations import CANCEL, Operations
from omnibroker.upstream.seam import Captured, UpstreamCall
from omnibroker.upstream.session import UpstreamSession

VIRTUAL_TIME = True
REFUSED = wire.NotSent("connect", "refused")
CUT = wire.Lost("reset", "cut")


def operation(name, tag="market_data", effect="read", **members):
    return {"operationId": name, "tags": [tag], "x-effect": effect, **members}


BUNDLE = {
    "paths": {
        "/quotes": {"get": operation("quotes")},
        "/rules": {"get": operation("rules", **{"x-cache-seconds": 60})},
        "/accounts": {"post": operation("accounts", "accounts")},
        "/login": {"post": operation("login", "sessions")},
        "/orders": {"post": operation("place_order", "orders", "trade")},
        "/orders/1": {
            "put": operation("modify_order", "orders", "trade"),
            "delete": operation("cancel_order", "orders", "trade"),
        },
    }
}


class Broker:
    """A broker without oddities; `first` names an operation that makes each call ready."""

    def __init__(self):
        self.first, self.session = None, None

    async def ready(self, call):
        if self.first is not None and not call.own:
            await self.session.perform(self.first, {}, deadline=call.deadline)

    def wire(self, call, draft):
        return draft

    def unwrap(self, call, response):
        # What a module makes of an answer is a broker's word; the breaker hears the wire's.
        return replace(response, status=500 if response.body == b"sorry" else response.status)

    async def noticed(self, call, response):
        """Learn nothing."""

    def unreachable(self, reason):
        """Note nothing."""

    async def interpret(self, call, response):
        if response.status >= 500:
            raise UpstreamFailure("upstream_unavailable", "It failed.")
        return response

    async def again(self, call, response, attempt):
        return False


class Engine:
    """Fails, hangs or answers as it is told; counts what was asked."""

    def __init__(self):
        self.says, self.asked, self.seconds, self.body = 200, [], 0.0, b"{}"
        self.go = asyncio.Event()
        self.go.set()

    async def send(self, request):
        self.asked.append(request.target)
        await self.go.wait()
        await asyncio.sleep(self.seconds)
        if isinstance(self.says, Exception):
            raise self.says
        return wire.WireResponse(self.says, {}, self.body)

    async def close(self):
        """Close nothing."""


class Client:
    """One session over the engine, and each kind of call."""

    def __init__(self):
        self.operations, self.engine, self.broker = Operations(BUNDLE), Engine(), Broker()
        self.session = UpstreamSession(
            self.broker,
            self.operations,
            Budget(self.operations),
            self.engine,
            "",
            lambda *_row: None,
        )
        self.broker.session = self.session
        self.breaker = self.session.breaker

    async def read(self, name="quotes"):
        return await self.session.perform(name, {}, deadline=now() + 60)

    async def change(self, name="place_order", priority=None):
        """Send a change as a handler's write does; return the status that came back."""
        call = UpstreamCall(
            self.operations[name], now() + 60, priority=priority, capture=True, body={}
        )
        url = call.operation.path
        try:
            with self.session.calling(call):
                await self.session.request(call.operation.method, url, json={})
        except Captured as captured:
            return captured.response.status
        raise AssertionError("a change is captured")

    async def fail(self, times=5, says=CUT, name="quotes"):
        """Let so many reads fail, one after the other."""
        self.engine.says = says
        for _ in range(times):
            with pytest.raises(UpstreamFailure):
                await self.read(name)
        self.engine.asked.clear()


@pytest.fixture
async def client():
    made = Client()
    yield made
    await made.session.aclose()


def now():
    return asyncio.get_running_loop().time()


@pytest.mark.parametrize(
    "says", [REFUSED, CUT, wire.Lost("malformed", "no HTTP"), 502, 503], ids=str
)
async def test_failures_in_a_row_open_it_and_reads_fail_fast(client, says):
    """After five, nothing is sent any more, and callers are told when to come back."""
    await client.fail(4, says)
    assert client.breaker.state == CLOSED
    await client.fail(1, says)
    assert (client.breaker.state, client.breaker.is_open) == (OPEN, True)
    with pytest.raises(UpstreamFailure) as told:
        await client.read()
    assert told.value.code == "upstream_unavailable"
    assert told.value.extra["retry_after_seconds"] == 5
    assert client.engine.asked == []


@pytest.mark.parametrize("says", [200, 404, 429])
async def test_any_answer_in_between_starts_the_count_anew(client, says):
    """A broker that refuses is there."""
    await client.fail(4)
    client.engine.says = says
    await client.read()
    await client.fail(4)
    assert client.breaker.state == CLOSED


@pytest.mark.parametrize("says", [wire.NotSent("invalid", "x"), wire.NotSent("closed", "x")])
async def test_what_is_our_own_fault_says_nothing_of_the_broker(client, says):
    """A request that cannot be written, or an engine that was closed, opens nothing."""
    await client.fail(9, says)
    assert client.breaker.state == CLOSED


@pytest.mark.parametrize(("seconds", "state"), [(0.9, CLOSED), (1.1, OPEN)])
async def test_a_time_out_counts_only_where_the_broker_had_time(client, seconds, state):
    """A call that waited long for its turn may have had no time left for the answer."""
    client.engine.seconds = seconds
    await client.fail(5, wire.Lost("timeout", "late"))
    assert client.breaker.state == state


async def test_what_a_broker_says_is_not_interpreted(client):
    """Only the status on the wire counts, whatever a broker module makes of the answer."""
    client.engine.says, client.engine.body = 200, b"sorry"
    for _ in range(9):
        with pytest.raises(UpstreamFailure):
            await client.read()
    assert client.breaker.state == CLOSED


async def test_a_5xx_to_a_change_says_nothing(client):
    """It may be about the change alone; it neither opens the breaker nor closes it."""
    client.engine.says = 500
    for _ in range(9):
        assert await client.change() == 500
    assert client.breaker.state == CLOSED
    await client.fail()
    client.engine.says = 500
    await client.change("cancel_order")
    assert client.breaker.state == OPEN


@pytest.mark.parametrize("name", ["place_order", "modify_order"])
async def test_open_it_refuses_changes_unsent(client, name):
    """An order is told at once that nothing was sent, and when to come back."""
    await client.fail()
    with pytest.raises(NotSent) as told:
        await client.change(name)
    assert told.value.code == "upstream_unavailable"
    assert told.value.extra["retry_after_seconds"] == 5
    assert client.engine.asked == []


@pytest.mark.parametrize(("name", "priority"), [("cancel_order", None), ("modify_order", CANCEL)])
async def test_a_cancel_passes_whatever_its_operation_is(client, name, priority):
    """Also with what must be asked before it, and also while another call probes."""
    await client.fail()
    client.broker.first, client.engine.says = "accounts", 200
    assert await client.change(name, priority) == 200
    assert client.engine.asked == ["/accounts", "/orders/1"]
    assert client.breaker.state == CLOSED


async def test_what_brings_the_session_up_passes_and_its_answer_closes_it(client):
    """The keeper looks in any case: how that ends shows whether the broker is back."""
    await client.fail()
    client.engine.says = 200
    await client.session.perform_alone("login", {}, deadline=now() + 60)
    assert client.breaker.state == CLOSED


async def test_a_cached_answer_is_given_while_it_is_open(client):
    """What needs no broker does not fail for want of one."""
    await client.read("rules")
    await client.fail()
    assert await client.read("rules") == {}


async def test_half_open_it_lets_one_call_through(client, patiently):
    """The others fail fast while it is under way; its answer closes the breaker."""
    await client.fail()
    await asyncio.sleep(5)
    assert client.breaker.state == HALF_OPEN
    client.engine.says = 200
    client.engine.go.clear()
    probe = asyncio.create_task(client.read())
    await patiently(lambda: client.engine.asked)
    with pytest.raises(UpstreamFailure) as told:
        await client.read("accounts")
    assert told.value.extra["retry_after_seconds"] == 1
    client.engine.go.set()
    assert await probe == {}
    assert client.engine.asked == ["/quotes"]
    assert client.breaker.state == CLOSED
    await client.read("accounts")


async def test_a_probe_brings_along_what_it_needs(client):
    """A pre-flight of the probe is no second probe."""
    await client.fail()
    await asyncio.sleep(5)
    client.broker.first, client.engine.says = "accounts", 200
    assert await client.change() == 200
    assert client.engine.asked == ["/accounts", "/orders"]


async def test_a_probe_that_fails_opens_it_for_as_long_again(client):
    """One failure is enough then."""
    await client.fail()
    await asyncio.sleep(5)
    await client.fail(1)
    assert client.breaker.state == OPEN
    await asyncio.sleep(4.9)
    assert client.breaker.state == OPEN
    await asyncio.sleep(0.2)
    assert client.breaker.state == HALF_OPEN


async def test_a_probe_that_goes_away_leaves_its_turn_to_the_next(client, patiently):
    """A caller that gives up proves nothing and blocks nobody."""
    await client.fail()
    await asyncio.sleep(5)
    client.engine.says = 200
    client.engine.go.clear()
    probe = asyncio.create_task(client.change())
    await patiently(lambda: client.engine.asked)
    probe.cancel()
    await asyncio.gather(probe, return_exceptions=True)
    client.engine.go.set()
    assert client.breaker.state == HALF_OPEN
    assert await client.read() == {}
    assert client.breaker.state == CLOSED


async def test_who_comes_before_a_call_can_ask(client):
    """`check` says what a read would be told, and nothing once a probe may go."""
    client.breaker.check()
    await client.fail()
    with pytest.raises(UpstreamFailure, match="ask again later"):
        client.breaker.check()
    await asyncio.sleep(5)
    client.breaker.check()
