"""The seam: one upstream read for equal reads, a cache with an end, writes sent once and never joined."""

import asyncio
import json
from decimal import Decimal

import pytest

from omnibroker.kit.errors import UpstreamFailure
from omnibroker.upstream import session as module
from omnibroker.upstream.budget import Budget
from omnibroker.upstream.operations import Operations
from omnibroker.upstream.session import Captured, UpstreamCall, UpstreamSession
from omnibroker.upstream.wire import Lost, NotSent, WireResponse

VIRTUAL_TIME = True


def operation(name, effect="read", **members):
    return {"operationId": name, "tags": ["things"], "x-effect": effect, **members}


BUNDLE = {
    "paths": {
        "/quotes": {"get": operation("quotes")},
        "/rules/{id}": {"get": operation("rules", **{"x-cache-seconds": 5})},
        "/orders": {"post": operation("place_order", "trade")},
        "/unsubscribe": {"get": operation("unsubscribe", "write")},
        "/ask": {"post": operation("ask")},
    }
}


class Plain:
    """A broker without oddities; `colds` answers are asked again."""

    def __init__(self, colds=0):
        self.prepared, self.colds = [], colds

    async def prepare(self, call):
        self.prepared.append(call.operation.operation_id)
        return ((b"accept", b"*/*"),)

    async def interpret(self, call, response):
        return response

    async def again(self, call, response, attempt):
        return attempt < self.colds


class Wire:
    """An engine that holds every request until it is let go."""

    def __init__(self, body=b'{"price": 1.10}', status=200):
        self.requests, self.body, self.status = [], body, status
        self.go = asyncio.Event()
        self.go.set()
        self.error = None

    async def send(self, request):
        self.requests.append(request)
        await self.go.wait()
        if self.error is not None:
            raise self.error
        return WireResponse(self.status, {}, self.body)

    async def close(self):
        """Close nothing."""


@pytest.fixture
async def wire():
    return Wire()


@pytest.fixture
async def session(wire):
    operations = Operations(BUNDLE)
    seen = []
    made = UpstreamSession(
        Plain(), operations, Budget(operations), wire, "/v1/api/", lambda *row: seen.append(row)
    )
    made.seen = seen
    yield made
    await made.aclose()


def soon():
    return asyncio.get_running_loop().time() + 60


async def test_equal_reads_at_one_moment_are_one_upstream_call(session, wire, patiently):
    """Fifty callers, one request; all get the answer, numbers exact."""
    wire.go.clear()
    tasks = [asyncio.create_task(session.perform("quotes", deadline=soon())) for _ in range(50)]
    await patiently(lambda: wire.requests)
    wire.go.set()
    assert await asyncio.gather(*tasks) == [{"price": Decimal("1.10")}] * 50
    assert [request.target for request in wire.requests] == ["/v1/api/quotes"]
    await session.perform("quotes", deadline=soon())
    assert len(wire.requests) == 2


async def test_reads_with_other_parameters_are_not_joined(session, wire):
    """Only the same target is the same question."""
    await asyncio.gather(
        session.perform("quotes", deadline=soon(), conids="1"),
        session.perform("quotes", deadline=soon(), conids="2"),
    )
    assert sorted(r.target for r in wire.requests) == [
        "/v1/api/quotes?conids=1",
        "/v1/api/quotes?conids=2",
    ]


@pytest.mark.parametrize("gone", [0, 1, 2], ids=["leader", "follower", "last follower"])
async def test_a_caller_that_goes_away_ends_the_read_for_nobody_else(
    session, wire, patiently, gone
):
    """Cancelling the leader or a follower leaves the read running for the others."""
    wire.go.clear()
    tasks = [asyncio.create_task(session.perform("quotes", deadline=soon())) for _ in range(3)]
    await patiently(lambda: wire.requests)
    tasks[gone].cancel()
    await asyncio.gather(tasks[gone], return_exceptions=True)
    wire.go.set()
    rest = [task for task in tasks if task is not tasks[gone]]
    assert await asyncio.gather(*rest) == [{"price": Decimal("1.10")}] * 2
    assert tasks[gone].cancelled()
    assert len(wire.requests) == 1


async def test_a_failed_read_fails_for_all_and_is_asked_anew_next_time(session, wire, patiently):
    """An error is shared while it happens and never remembered."""
    wire.go.clear()
    wire.error = Lost("reset", "cut")
    tasks = [asyncio.create_task(session.perform("rules", deadline=soon(), id="1")) for _ in "ab"]
    await patiently(lambda: wire.requests)
    wire.go.set()
    errors = await asyncio.gather(*tasks, return_exceptions=True)
    assert [error.code for error in errors] == ["upstream_unavailable"] * 2
    wire.error = None
    assert await session.perform("rules", deadline=soon(), id="1") == {"price": Decimal("1.10")}


async def test_answers_are_cached_as_long_as_the_spec_says(session, wire, monkeypatch):
    """Within x-cache-seconds one request; after it, or after `forget`, a fresh one."""
    clock = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: clock[0])
    for _ in range(3):
        await session.perform("rules", deadline=soon(), id="1")
    assert len(wire.requests) == 1
    clock[0] += 5
    await session.perform("rules", deadline=soon(), id="1")
    assert len(wire.requests) == 2
    session.forget()
    await session.perform("rules", deadline=soon(), id="1")
    assert len(wire.requests) == 3


async def test_only_good_answers_are_cached_and_only_where_declared(session, wire):
    """A 404 is asked again; so is an operation without x-cache-seconds."""
    wire.status = 404
    for _ in range(2):
        await session.perform("rules", deadline=soon(), id="1")
    wire.status = 200
    for _ in range(2):
        await session.perform("quotes", deadline=soon())
    assert len(wire.requests) == 4


async def test_an_answer_of_an_earlier_session_is_not_cached_for_the_next(session, wire, patiently):
    """A read that was under way when the session changed does not fill the new session's cache."""
    wire.go.clear()
    task = asyncio.create_task(session.perform("rules", deadline=soon(), id="1"))
    await patiently(lambda: wire.requests)
    session.forget()
    wire.go.set()
    await task
    await session.perform("rules", deadline=soon(), id="1")
    assert len(wire.requests) == 2


@pytest.mark.parametrize("name", ["place_order", "unsubscribe"])
async def test_what_changes_something_is_never_joined(session, wire, name):
    """Equal writes at one moment are as many requests, a GET that changes something included."""
    await asyncio.gather(*(session.perform(name, {"a": 1}, deadline=soon()) for _ in range(3)))
    assert len(wire.requests) == 3
    assert all(request.mutating for request in wire.requests)


async def test_a_read_by_post_is_not_joined_either(session, wire):
    """Its body is part of the question."""
    await asyncio.gather(*(session.perform("ask", {"n": n}, deadline=soon()) for n in range(3)))
    assert sorted(json.loads(request.body)["n"] for request in wire.requests) == [0, 1, 2]


async def test_a_cold_read_is_asked_again_a_bounded_number_of_times(wire):
    """The broker module may hope for ever; the session does not."""
    operations = Operations(BUNDLE)
    made = UpstreamSession(
        Plain(10_000), operations, Budget(operations), wire, "", lambda *_row: None
    )
    await made.perform("quotes", deadline=soon())
    assert 2 <= len(wire.requests) <= 13
    await made.aclose()


async def test_a_write_is_never_sent_again(wire):
    """Whatever the broker module hopes for."""
    operations = Operations(BUNDLE)
    made = UpstreamSession(Plain(3), operations, Budget(operations), wire, "", lambda *_row: None)
    await made.perform("place_order", {}, deadline=soon())
    assert len(wire.requests) == 1
    await made.aclose()


async def test_the_attempt_is_written_right_before_the_first_byte(session, wire):
    """`before_wire` gets the body that is sent, and the raw answer comes back uninterpreted."""
    events = []

    async def before(content):
        events.append(("attempt", content, len(wire.requests)))

    call = UpstreamCall(session._operations["place_order"], soon(), before, capture=True)
    with pytest.raises(Captured) as captured, session.calling(call):
        await session.request(method="post", url="/orders", json={"price": Decimal("1.10")})
    assert captured.value.response.body == b'{"price": 1.10}'
    assert events == [("attempt", b'{"price":1.10}', 0)]
    assert wire.requests[0].body == b'{"price":1.10}'


@pytest.mark.parametrize("error", [Lost("timeout", "x"), NotSent("connect", "x")])
async def test_a_write_sees_what_the_wire_proved(session, wire, error):
    """Lost and NotSent reach the gate as they are; a read turns them into what its caller may know."""
    wire.error = error
    call = UpstreamCall(session._operations["place_order"], soon(), capture=True)
    with pytest.raises(type(error)), session.calling(call):
        await session.request(method="post", url="/orders", json={})


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Lost("timeout", "x"), "upstream_timeout"),
        (NotSent("timeout", "x"), "upstream_timeout"),
        (NotSent("connect", "x"), "upstream_unavailable"),
        (Lost("reset", "x"), "upstream_unavailable"),
        (Lost("malformed", "x"), "upstream_malformed"),
        (Lost("too_large", "x"), "upstream_malformed"),
    ],
)
async def test_a_read_says_how_it_failed(session, wire, error, code):
    """A time-out, an unreachable broker and an unreadable answer are three different codes."""
    wire.error = error
    with pytest.raises(UpstreamFailure) as failure:
        await session.perform("quotes", deadline=soon())
    assert failure.value.code == code
    assert session.seen == [("quotes", error.reason)]


@pytest.mark.parametrize("body", [b"<html>", b"\xff", b"{", b"[" * 100_000, b"NaN"])
async def test_an_answer_that_is_no_json_is_malformed(session, wire, body):
    """A broker's answer is never trusted to be JSON."""
    wire.body = body
    with pytest.raises(UpstreamFailure) as failure:
        await session.perform("quotes", deadline=soon())
    assert failure.value.code == "upstream_malformed"


async def test_parameters_are_encoded_as_the_wire_wants_them(session, wire):
    """Path values are quoted wholly, booleans are lower case, absent ones are left out."""
    await session.perform("rules", deadline=soon(), id="a/b?c")
    call = UpstreamCall(session._operations["quotes"], soon())
    with session.calling(call):
        await session.request(
            method="get", url="/quotes", params={"a": True, "b": None, "c": "x y"}
        )
    targets = [request.target for request in wire.requests]
    assert targets == ["/v1/api/rules/a%2Fb%3Fc", "/v1/api/quotes?a=true&c=x+y"]
