"""The seam: one upstream read for equal reads, a cache with an end, writes sent once and never joined."""

import asyncio
import json
from dataclasses import replace
from decimal import Decimal

import pytest

from omnibroker.kit.errors import UpstreamFailure
from omnibroker.kit.upstream import Account
from omnibroker.upstream import session as module
from omnibroker.upstream.budget import Budget
from omnibroker.upstream.operations import CANCEL, Operations
from omnibroker.upstream.seam import Captured, UpstreamCall
from omnibroker.upstream.session import UpstreamSession
from omnibroker.upstream.wire import Lost, NotSent, WireResponse

VIRTUAL_TIME = True


def operation(name, effect="read", **members):
    return {"operationId": name, "tags": ["things"], "x-effect": effect, **members}


BUNDLE = {
    "paths": {
        "/quotes": {"get": operation("quotes", parameters=[{"name": "conids", "in": "query"}])},
        "/rules/{id}": {
            "get": operation(
                "rules", **{"x-cache-seconds": 5}, parameters=[{"name": "id", "in": "path"}]
            )
        },
        "/orders": {"post": operation("place_order", "trade")},
        "/unsubscribe": {"get": operation("unsubscribe", "write")},
        "/ask": {"post": operation("ask")},
        "/draw": {"post": operation("draw", **{"x-shared": False})},
    }
}


class Plain:
    """A broker that signs and wraps; `colds` answers are asked again."""

    def __init__(self, colds=0):
        self.readied, self.colds, self.heard, self.down = [], colds, [], []
        self.stumbles = False

    async def ready(self, call):
        self.readied.append(call.operation.operation_id)

    def wire(self, call, draft):
        return replace(draft, headers=(*draft.headers, (b"signature", b"s")))

    def unwrap(self, call, response):
        return replace(response, body=response.body.removeprefix(b"envelope:"))

    async def noticed(self, call, response):
        self.heard.append((call.operation.operation_id, response.status))
        if self.stumbles:
            raise KeyError("authenticated")

    def unreachable(self, reason):
        self.down.append(reason)

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
    seen, broker = [], Plain()
    made = UpstreamSession(
        broker, operations, Budget(operations), wire, "/v1/api/", lambda *row: seen.append(row)
    )
    made.seen, made.broker = seen, broker
    yield made
    await made.aclose()


def soon():
    return asyncio.get_running_loop().time() + 60


async def test_equal_reads_at_one_moment_are_one_upstream_call(session, wire, patiently):
    """Fifty callers, one request; all get the answer, numbers exact."""
    wire.go.clear()
    tasks = [asyncio.create_task(session.perform("quotes", {}, deadline=soon())) for _ in range(50)]
    await patiently(lambda: wire.requests)
    wire.go.set()
    assert await asyncio.gather(*tasks) == [{"price": Decimal("1.10")}] * 50
    assert [request.target for request in wire.requests] == ["/v1/api/quotes"]
    await session.perform("quotes", {}, deadline=soon())
    assert len(wire.requests) == 2


async def test_reads_with_other_parameters_are_not_joined(session, wire):
    """Only the same target is the same question."""
    await asyncio.gather(
        session.perform("quotes", {"conids": "1"}, deadline=soon()),
        session.perform("quotes", {"conids": "2"}, deadline=soon()),
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
    tasks = [asyncio.create_task(session.perform("quotes", {}, deadline=soon())) for _ in range(3)]
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
    tasks = [
        asyncio.create_task(session.perform("rules", {"id": "1"}, deadline=soon())) for _ in "ab"
    ]
    await patiently(lambda: wire.requests)
    wire.go.set()
    errors = await asyncio.gather(*tasks, return_exceptions=True)
    assert [error.code for error in errors] == ["upstream_unavailable"] * 2
    wire.error = None
    assert await session.perform("rules", {"id": "1"}, deadline=soon()) == {
        "price": Decimal("1.10")
    }


async def test_answers_are_cached_as_long_as_the_spec_says(session, wire, monkeypatch):
    """Within x-cache-seconds one request; after it, or after `forget`, a fresh one."""
    clock = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: clock[0])
    for _ in range(3):
        await session.perform("rules", {"id": "1"}, deadline=soon())
    assert len(wire.requests) == 1
    clock[0] += 5
    await session.perform("rules", {"id": "1"}, deadline=soon())
    assert len(wire.requests) == 2
    session.forget()
    await session.perform("rules", {"id": "1"}, deadline=soon())
    assert len(wire.requests) == 3


async def test_only_good_answers_are_cached_and_only_where_declared(session, wire):
    """A 404 is asked again; so is an operation without x-cache-seconds."""
    wire.status = 404
    for _ in range(2):
        await session.perform("rules", {"id": "1"}, deadline=soon())
    wire.status = 200
    for _ in range(2):
        await session.perform("quotes", {}, deadline=soon())
    assert len(wire.requests) == 4


async def test_an_answer_of_an_earlier_session_is_not_cached_for_the_next(session, wire, patiently):
    """A read that was under way when the session changed does not fill the new session's cache."""
    wire.go.clear()
    task = asyncio.create_task(session.perform("rules", {"id": "1"}, deadline=soon()))
    await patiently(lambda: wire.requests)
    session.forget()
    wire.go.set()
    await task
    await session.perform("rules", {"id": "1"}, deadline=soon())
    assert len(wire.requests) == 2


@pytest.mark.parametrize("name", ["place_order", "unsubscribe"])
async def test_what_changes_something_is_never_joined(session, wire, name):
    """Equal writes at one moment are as many requests, a GET that changes something included."""
    await asyncio.gather(*(session.perform(name, {}, {"a": 1}, deadline=soon()) for _ in range(3)))
    assert len(wire.requests) == 3
    assert all(request.mutating for request in wire.requests)


async def test_equal_reads_by_post_are_one_upstream_call(session, wire, patiently):
    """Some brokers read by POST only: the body is part of the question, and equal ones are one."""
    wire.go.clear()
    tasks = [
        asyncio.create_task(session.perform("ask", {}, {"n": n % 3}, deadline=soon()))
        for n in range(9)
    ]
    await patiently(lambda: len(wire.requests) == 3)
    wire.go.set()
    await asyncio.gather(*tasks)
    assert sorted(json.loads(request.body)["n"] for request in wire.requests) == [0, 1, 2]


async def test_what_is_drawn_for_one_caller_is_never_joined(session, wire):
    """A number that two orders get is one order: such reads say that they are not shared."""
    await asyncio.gather(*(session.perform("draw", {}, {}, deadline=soon()) for _ in range(3)))
    assert len(wire.requests) == 3


async def test_a_cold_read_is_asked_again_a_bounded_number_of_times(wire):
    """The broker module may hope for ever; the session does not."""
    operations = Operations(BUNDLE)
    made = UpstreamSession(
        Plain(10_000), operations, Budget(operations), wire, "", lambda *_row: None
    )
    await made.perform("quotes", {}, deadline=soon())
    assert 2 <= len(wire.requests) <= 13
    await made.aclose()


async def test_a_write_is_never_sent_again(wire):
    """Whatever the broker module hopes for."""
    operations = Operations(BUNDLE)
    made = UpstreamSession(Plain(3), operations, Budget(operations), wire, "", lambda *_row: None)
    await made.perform("place_order", {}, {}, deadline=soon())
    assert len(wire.requests) == 1
    await made.aclose()


async def test_the_attempt_is_written_right_before_the_first_byte(session, wire):
    """`before_wire` gets the body that is sent, and the raw answer comes back uninterpreted."""
    events = []

    async def before(content):
        events.append(("attempt", content, len(wire.requests)))

    call = UpstreamCall(
        session._operations["place_order"], soon(), before_wire=before, capture=True
    )
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
        await session.perform("quotes", {}, deadline=soon())
    assert failure.value.code == code
    assert session.seen == [("quotes", error.reason)]


@pytest.mark.parametrize("body", [b"<html>", b"\xff", b"{", b"[" * 100_000, b"NaN"])
async def test_an_answer_that_is_no_json_is_malformed(session, wire, body):
    """A broker's answer is never trusted to be JSON."""
    wire.body = body
    with pytest.raises(UpstreamFailure) as failure:
        await session.perform("quotes", {}, deadline=soon())
    assert failure.value.code == "upstream_malformed"


async def test_parameters_are_encoded_as_the_wire_wants_them(session, wire):
    """Path values are quoted wholly, booleans are lower case, absent ones are left out."""
    await session.perform("rules", {"id": "a/b?c"}, deadline=soon())
    call = UpstreamCall(session._operations["quotes"], soon())
    with session.calling(call):
        await session.request(
            method="get", url="/quotes", params={"a": True, "b": None, "c": "x y"}
        )
    targets = [request.target for request in wire.requests]
    assert targets == ["/v1/api/rules/a%2Fb%3Fc", "/v1/api/quotes?a=true&c=x+y"]


async def test_the_broker_module_signs_requests_and_opens_envelopes(session, wire):
    """What goes out passes `wire`, what comes in passes `unwrap`, reads and writes alike."""
    wire.body = b'envelope:{"price": 1.10}'
    assert await session.perform("quotes", {}, deadline=soon()) == {"price": Decimal("1.10")}
    call = UpstreamCall(session._operations["place_order"], soon(), capture=True)
    with pytest.raises(Captured) as captured, session.calling(call):
        await session.request(method="post", url="/orders", json={})
    assert captured.value.response.body == b'{"price": 1.10}'
    assert all((b"signature", b"s") in request.headers for request in wire.requests)


async def test_headers_of_generated_functions_are_sent(session, wire):
    """A header parameter reaches the wire; the media type of a body is named once."""
    call = UpstreamCall(session._operations["ask"], soon())
    headers = {"X-Token": "7", "Content-Type": "application/json"}
    with session.calling(call):
        await session.request(method="post", url="/ask", json={"n": 1}, headers=headers)
    sent = wire.requests[0].headers
    assert (b"x-token", b"7") in sent
    assert [value for name, value in sent if name == b"content-type"] == [b"application/json"]


async def test_reads_for_two_accounts_are_not_joined(session, wire, patiently):
    """Some brokers name the account in a header: equal requests may have different answers."""
    wire.go.clear()
    accounts = [
        Account(f"x:{name}", name, "x", "x", "paper", simulated=True) for name in ("A", "B")
    ]
    reads = [
        asyncio.create_task(session.perform("quotes", {}, deadline=soon(), account=account))
        for account in accounts
    ]
    await patiently(lambda: len(wire.requests) == 2)
    wire.go.set()
    await asyncio.gather(*reads)


async def test_a_read_after_a_write_never_joins_one_from_before(session, wire, patiently):
    """Who asks after a change must not get an answer from before it."""
    wire.go.clear()
    early = asyncio.create_task(session.perform("quotes", {}, deadline=soon()))
    change = asyncio.create_task(session.perform("place_order", {}, {}, deadline=soon()))
    await patiently(lambda: len(wire.requests) == 2)
    held, wire.go = wire.go, asyncio.Event()
    change.cancel()
    await asyncio.gather(change, return_exceptions=True)
    late = asyncio.create_task(session.perform("quotes", {}, deadline=soon()))
    await patiently(lambda: len(wire.requests) == 3)
    held.set()
    wire.go.set()
    await asyncio.gather(early, late)


async def test_a_read_from_before_a_write_is_not_cached(session, wire, patiently):
    """It is answered, and asked anew by the next one."""
    wire.go.clear()
    read = asyncio.create_task(session.perform("rules", {"id": "1"}, deadline=soon()))
    await patiently(lambda: wire.requests)
    held, wire.go = wire.go, asyncio.Event()
    wire.go.set()
    await session.perform("place_order", {}, {}, deadline=soon())
    held.set()
    await read
    await session.perform("rules", {"id": "1"}, deadline=soon())
    assert [request.method for request in wire.requests] == ["GET", "POST", "GET"]


@pytest.mark.parametrize("stumbles", [False, True])
async def test_the_broker_module_notices_the_answer_to_a_write(session, wire, stumbles):
    """It learns from it, and whatever it does with it hides no answer."""
    session.broker.stumbles, wire.status = stumbles, 401
    call = UpstreamCall(session._operations["place_order"], soon(), capture=True)
    with pytest.raises(Captured) as captured, session.calling(call):
        await session.request(method="post", url="/orders", json={})
    assert captured.value.response.status == 401
    assert session.broker.heard == [("place_order", 401)]
    assert len(wire.requests) == 1


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (NotSent("connect", "x"), ["connect"]),
        (NotSent("tls", "x"), ["tls"]),
        (NotSent("pin", "x"), ["pin"]),
        (NotSent("timeout", "x"), []),
        (Lost("reset", "x"), []),
    ],
)
async def test_an_unreachable_broker_is_reported_to_its_module(session, wire, error, told):
    """Only where no connection can be made may another gateway or login answer next."""
    wire.error = error
    with pytest.raises(UpstreamFailure):
        await session.perform("quotes", {}, deadline=soon())
    assert session.broker.down == told


async def test_hosts_and_fingerprints_are_the_operators(session, wire):
    """The caller is told the kind of failure, never where the broker is."""
    wire.error = NotSent("pin", "10.1.2.3:5000 shows AB:CD")
    with pytest.raises(UpstreamFailure) as failure:
        await session.perform("quotes", {}, deadline=soon())
    assert failure.value.detail == "The broker cannot be reached (pin)."


class Slow(Wire):
    """An engine that answers after `seconds`, unless the request is due before."""

    seconds = 5

    async def send(self, request):
        self.requests.append(request)
        left = request.deadline - asyncio.get_running_loop().time()
        await asyncio.sleep(min(left, self.seconds))
        if left < self.seconds:
            raise Lost("timeout", "slow")
        return WireResponse(200, {}, self.body)


def in_seconds(seconds):
    return asyncio.get_running_loop().time() + seconds


async def test_a_follower_with_time_left_asks_again_when_its_leader_runs_out(session):
    """The leader's deadline is the leader's; those who have more ask once more, together."""
    slow = session._engine = Slow()
    reads = [session.perform("quotes", {}, deadline=in_seconds(s)) for s in (1, 30, 30, 30)]
    first, *rest = await asyncio.gather(*reads, return_exceptions=True)
    assert first.code == "upstream_timeout"
    assert rest == [{"price": Decimal("1.10")}] * 3
    assert len(slow.requests) == 2


async def test_a_follower_with_less_time_ends_in_time_and_alone(session):
    """Its own deadline ends its waiting; the leader gets the answer."""
    slow = session._engine = Slow()
    reads = [session.perform("quotes", {}, deadline=in_seconds(s)) for s in (30, 1)]
    first, second = await asyncio.gather(*reads, return_exceptions=True)
    assert first == {"price": Decimal("1.10")}
    assert second.code == "upstream_timeout"
    assert len(slow.requests) == 1


async def test_the_cache_has_an_end(session, monkeypatch):
    """However many things are asked, so many answers are kept at most; old ones make room."""
    clock = [100.0]
    monkeypatch.setattr(module, "monotonic", lambda: clock[0])
    monkeypatch.setattr(module, "_MOST_CACHED", 3)
    for n in range(10):
        await session.perform("rules", {"id": str(n)}, deadline=soon())
        assert len(session._cache) <= 3
    clock[0] += 5
    await session.perform("rules", {"id": "new"}, deadline=soon())
    assert [key[1].target for key in session._cache] == ["/rules/new"]


async def test_what_brings_a_session_up_joins_nothing(session, wire, patiently):
    """It must not wait for a read that waits for the session."""
    wire.go.clear()
    read = asyncio.create_task(session.perform("quotes", {}, deadline=soon()))
    await patiently(lambda: wire.requests)
    alone = asyncio.create_task(session.perform_alone("quotes", None, deadline=soon()))
    await patiently(lambda: len(wire.requests) == 2)
    wire.go.set()
    await asyncio.gather(read, alone)


def test_an_operation_without_an_effect_is_refused():
    """Whether a call may be sent twice is never guessed."""
    with pytest.raises(KeyError, match="x-effect"):
        Operations({"paths": {"/a": {"get": {"operationId": "a", "tags": ["things"]}}}})


class Frequent(Plain):
    """A broker whose module guesses how long to wait where the answer does not say it (as Futu's does)."""

    def unwrap(self, call, response):
        return replace(response, headers={"retry-after": "30", **response.headers})


@pytest.fixture
async def limited(wire):
    """A session whose first answer is a 429, with the headers that a test puts there."""
    headers = {}

    async def send(request):
        wire.requests.append(request)
        first = len(wire.requests) == 1
        return WireResponse(429 if first else 200, headers if first else {}, b"{}")

    wire.send = send
    operations = Operations(BUNDLE)
    made = UpstreamSession(Frequent(), operations, Budget(operations), wire, "", lambda *_: None)
    made.headers_of_429 = headers
    yield made
    await made.aclose()


async def waits(session, priority):
    """Return how long one more change waits for its turn."""
    begun = asyncio.get_running_loop().time()
    call = UpstreamCall(
        session._operations["place_order"], soon(), priority=priority, capture=True, body={}
    )
    with session.calling(call), pytest.raises(Captured):
        await session.request("POST", "/orders", json={})
    return asyncio.get_running_loop().time() - begun


@pytest.mark.parametrize(("headers", "cancels"), [({}, 0), ({"retry-after": "7"}, 7)])
async def test_after_a_429_a_cancel_waits_only_for_what_the_broker_announced(
    limited, headers, cancels
):
    """A module's own guess of the wait is a guess; what stands in the answer is the broker's word."""
    limited.headers_of_429.update(headers)
    await waits(limited, None)
    assert await waits(limited, CANCEL) == pytest.approx(cancels)
    rest = int(headers.get("retry-after", 30)) - cancels
    assert await waits(limited, None) == pytest.approx(rest)


async def test_limits_by_account_are_those_of_the_calls_account(wire):
    """What one account has used is not another's; a slow journal brings nobody too early."""
    rows = {"scope": "account", "limits": [{"requests": 1, "per_seconds": 30}]}
    described = {"paths": {"/ask": {"post": operation("ask", **{"x-budget": rows})}}}
    operations = Operations(described)
    made = UpstreamSession(Plain(), operations, Budget(operations), wire, "", lambda *_: None)
    one, other = (Account(f"b:{n}", str(n), "b", "b", "paper", simulated=True) for n in (1, 2))
    begun = asyncio.get_running_loop().time()
    for account, by in ((one, 0), (other, 0), (one, 30)):
        await made.perform("ask", {}, {}, deadline=soon(), account=account)
        assert asyncio.get_running_loop().time() - begun == pytest.approx(by, abs=0.1)
    assert made.remaining(["ask"], other).left == 1
    assert made.remaining(["ask"], one).left == 0
    await made.aclose()


async def test_a_change_counts_from_when_it_leaves_not_from_when_the_journal_began(wire):
    """The attempt is written between its turn and the wire; the next one still keeps the distance."""
    rows = {"scope": "session", "limits": [{"requests": 1, "per_seconds": 5}]}
    described = {
        "paths": {"/orders": {"post": operation("place_order", "trade", **{"x-budget": rows})}}
    }
    operations, left = Operations(described), []
    made = UpstreamSession(Plain(), operations, Budget(operations), wire, "", lambda *_: None)
    wire_send = wire.send

    async def send(request):
        left.append(asyncio.get_running_loop().time())
        return await wire_send(request)

    async def place(seconds):
        async def journal(_content):
            await asyncio.sleep(seconds)

        call = UpstreamCall(
            operations["place_order"], soon(), before_wire=journal, capture=True, body={}
        )
        with made.calling(call), pytest.raises(Captured):
            await made.request("POST", "/orders", json={})

    wire.send = send
    await asyncio.gather(place(2), place(0))
    assert left[1] - left[0] > 5
    await made.aclose()
