"""Both engines against peers that answer, cut, stall, lie and babble."""

import asyncio
import contextlib
import itertools
import random
import socket

import httpcore
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from omnibroker.upstream import engine as fast
from omnibroker.upstream.engine import FastEngine
from omnibroker.upstream.plain import PlainEngine
from omnibroker.upstream.wire import Lost, NotSent, Origin, Tls, WireResponse

FINE = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"
KEEP = 15.0  # seconds; the plain engine keeps no connection unless told
SHORT = 0.05  # seconds; the only waiting that tests do, and nothing is measured by it


async def outcome(engine, request):
    """(status, body) of an answer, or (class, reason) of a failure."""
    try:
        response = await engine.send(request)
    except (NotSent, Lost) as exc:
        return type(exc), exc.reason
    return response.status, response.body


def answering(*raws: bytes, then: str = "stay"):
    """A script: one raw answer for each request, then stay, close or reset."""

    async def script(line):
        for raw in raws:
            await line.request()
            await line.say(raw)
        if then == "stay":
            await line.gone()
        elif then == "reset":
            line.reset()

    return script


async def echo(line):
    """A script: answer every request with its own target."""
    while True:
        target = (await line.request()).split(b" ")[1]
        await line.say(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%b" % (len(target), target))


ANSWERS = {
    "length": (FINE, 200, b"ok"),
    "no body": (b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", 200, b""),
    "no reason phrase": (b"HTTP/1.1 200 \r\ncontent-length: 1\r\n\r\nx", 200, b"x"),
    "chunked": (
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3;ext=1\r\nabc\r\n2\r\nde\r\n0\r\nx-trailer: 1\r\n\r\n",
        200,
        b"abcde",
    ),
    "no content": (b"HTTP/1.1 204 No Content\r\n\r\n", 204, b""),
    "not modified": (b"HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n", 304, b""),
    "interim": (
        b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n" + FINE,
        200,
        b"ok",
    ),
    "redirect": (
        b"HTTP/1.1 302 Found\r\nlocation: /login\r\ncontent-length: 0\r\n\r\n",
        302,
        b"",
    ),
    "html": (b"HTTP/1.1 502 Bad\r\ncontent-length: 13\r\n\r\n<html></html>", 502, b"<html></html>"),
    "unregistered status": (b"HTTP/1.1 599 Odd\r\ncontent-length: 0\r\n\r\n", 599, b""),
}


@pytest.mark.parametrize("mutating", [False, True], ids=["read", "write"])
@pytest.mark.parametrize(("raw", "status", "body"), ANSWERS.values(), ids=ANSWERS)
async def test_answers(engine_class, build, serve, ask, raw, status, body, mutating):
    """A complete answer is returned as it stands, whatever its status."""
    peer = await serve(answering(raw))
    engine = build(engine_class, peer)
    assert await outcome(engine, ask(mutating=mutating)) == (status, body)
    assert len(peer.requests) == 1


@pytest.mark.parametrize("version", [b"1.0", b"1.1"])
async def test_body_until_close(engine_class, build, serve, ask, version):
    """A body without a length ends with the connection."""
    peer = await serve(answering(b"HTTP/%b 200 OK\r\n\r\nabc" % version, then="close"))
    assert await outcome(build(engine_class, peer), ask()) == (200, b"abc")


async def test_head_has_no_body(engine_class, build, serve, ask):
    """The answer to HEAD ends with its head, and the next request is understood."""
    head = b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n"

    async def script(line):
        while True:
            raw = await line.request()
            await line.say(head if raw.startswith(b"HEAD") else FINE)

    engine = build(engine_class, await serve(script))
    assert await outcome(engine, ask(method="HEAD")) == (200, b"")
    assert await outcome(engine, ask()) == (200, b"ok")


async def test_header_names_and_repeats(engine_class, build, serve, ask):
    """Header names come in lower case, repeated ones joined, trailers left out."""
    raw = (
        b"HTTP/1.1 200 OK\r\nX-A: 1\r\nx-a: 2\r\nX-Caf: caf\xe9\r\nTransfer-Encoding: chunked\r\n"
        b"\r\n0\r\nX-T: 1\r\n\r\n"
    )
    response = await build(engine_class, await serve(answering(raw))).send(ask())
    assert response.headers == {"x-a": "1, 2", "x-caf": "café", "transfer-encoding": "chunked"}


async def test_request_on_the_wire(engine_class, build, serve, ask):
    """The request leaves exactly once, with its target untouched, framed, asking for no encoding."""
    peer = await serve(answering(FINE))
    request = ask(
        "/v1/api/a%2Fb?x=1&x=%7B2%7D",
        method="POST",
        body=b'{"a":1}',
        headers=((b"content-type", b"application/json"),),
    )
    assert await outcome(build(engine_class, peer), request) == (200, b"ok")
    head, _, body = peer.requests[0][1].partition(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    assert head.startswith(b"POST /v1/api/a%2Fb?x=1&x=%7B2%7D HTTP/1.1\r\n")
    assert b"host: 127.0.0.1:%d" % peer.port in lines
    assert b"content-length: 7" in lines
    assert not [line for line in lines if line.startswith((b"accept-encoding", b"transfer-enc"))]
    assert body == b'{"a":1}'


BIG = b"x" * 200_000
# What the peer does with a request, and the reasons that fit. A half body and a broken one look
# alike to httpx, hence two reasons.
FAULTS = {
    "closed at once": (b"", "close", {"reset"}),
    "reset at once": (b"", "reset", {"reset"}),
    "half a head": (b"HTTP/1.1 200 OK\r\ncontent-le", "close", {"reset", "malformed"}),
    "only an interim answer": (b"HTTP/1.1 100 Continue\r\n\r\n", "close", {"reset", "malformed"}),
    "half a body": (
        b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc",
        "close",
        {"reset", "malformed"},
    ),
    "half a chunk": (
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nab",
        "close",
        {"reset", "malformed"},
    ),
    "no last chunk": (
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n",
        "close",
        {"reset", "malformed"},
    ),
    "half a body, reset": (b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nabc", "reset", {"reset"}),
    "silence": (b"", "stay", {"timeout"}),
    "a head, then silence": (b"HTTP/1.1 200 OK\r\n", "stay", {"timeout"}),
    "a length too long": (b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nok", "stay", {"timeout"}),
    "an interim answer, then silence": (b"HTTP/1.1 100 Continue\r\n\r\n", "stay", {"timeout"}),
    "garbage": (b"\x16\x03\x01\x00\x00 what?\r\n\r\n", "stay", {"malformed"}),
    "another protocol": (b"SSH-2.0-OpenSSH_9.6\r\n\r\n", "stay", {"malformed"}),
    "another version": (b"HTTP/2.0 200 OK\r\ncontent-length: 0\r\n\r\n", "stay", {"malformed"}),
    "no status": (b"HTTP/1.1 099 OK\r\ncontent-length: 0\r\n\r\n", "stay", {"malformed"}),
    "an upgrade": (
        b"HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
        "stay",
        {"malformed"},
    ),
    "an encoding": (
        b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\nok",
        "stay",
        {"malformed"},
    ),
    "an encoded transfer": (
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "stay",
        {"malformed"},
    ),
    "two framings": (
        b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        "stay",
        {"malformed"},
    ),
    "a bad length": (b"HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n", "stay", {"malformed"}),
    "a bad chunk size": (
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        "stay",
        {"malformed"},
    ),
    "too long, announced": (
        b"HTTP/1.1 200 OK\r\ncontent-length: 100001\r\n\r\n",
        "stay",
        {"too_large"},
    ),
    "too long, chunked": (
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n30d40\r\n" + BIG,
        "stay",
        {"too_large"},
    ),
    "too long, until close": (b"HTTP/1.1 200 OK\r\n\r\n" + BIG, "stay", {"too_large"}),
    "too long a head": (b"HTTP/1.1 200 OK\r\nx: " + BIG, "stay", {"too_large"}),
    "too many interim answers": (
        b"HTTP/1.1 102 P\r\n\r\n" * 20_000,
        "stay",
        {"too_large", "timeout"},
    ),
    "too long a trailer": (
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\nx: " + BIG,
        "stay",
        {"too_large"},
    ),
}


@pytest.mark.parametrize(("raw", "then", "reasons"), FAULTS.values(), ids=FAULTS)
async def test_faults_after_the_first_byte(engine_class, build, serve, ask, raw, then, reasons):
    """Whatever goes wrong once an order has left ends as Lost, and the order left once."""
    peer = await serve(answering(raw, then=then))
    engine = build(engine_class, peer, max_response_bytes=100_000)
    within = SHORT if "timeout" in reasons else 20.0
    request = ask(method="POST", body=b"{}", mutating=True, within=within)
    kind, reason = await outcome(engine, request)
    assert kind is Lost
    assert reason in reasons
    assert len(peer.requests) == 1
    assert peer.connections == 1


async def test_body_at_the_cap(engine_class, build, serve, ask):
    """A body of exactly the allowed size passes, in chunks of one byte too."""
    chunks = b"1\r\nx\r\n" * 50_000
    raw = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"
    engine = build(engine_class, await serve(answering(raw)), max_response_bytes=50_000)
    assert await outcome(engine, ask()) == (200, b"x" * 50_000)


async def test_slow_drip_meets_the_deadline(engine_class, build, serve, ask):
    """A peer that keeps an answer trickling does not extend the deadline."""

    async def script(line):
        await line.request()
        await line.say(b"HTTP/1.1 200 OK\r\ncontent-length: 9999999\r\n\r\n")
        while not line.writer.is_closing():
            await line.say(b"x")
            await asyncio.sleep(0)

    engine = build(engine_class, await serve(script))
    assert await outcome(engine, ask(within=SHORT)) == (Lost, "timeout")


async def test_unread_body_meets_the_deadline(engine_class, build, serve, ask):
    """A peer that stops reading the request does not hold it beyond its deadline."""

    async def script(line):
        line.writer.transport.pause_reading()
        await line.peer.arrivals.get()

    engine = build(engine_class, await serve(script))
    request = ask(method="POST", body=b"x" * 16_000_000, mutating=True, within=0.2)
    assert await outcome(engine, request) == (Lost, "timeout")


async def test_refused_connection_is_not_sent(engine_class, build, serve, ask):
    """Where nobody listens, nothing was sent."""
    peer = await serve(echo)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        peer.port = closed.getsockname()[1]
    assert await outcome(build(engine_class, peer), ask(mutating=True)) == (NotSent, "connect")


async def test_unknown_host_is_not_sent(engine_class, build, serve, ask, monkeypatch):
    """Where the name has no address, nothing was sent."""

    def fail(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    engine = build(engine_class, await serve(echo), host="gateway.test")
    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert await outcome(engine, ask(mutating=True)) == (NotSent, "dns")


async def test_past_deadline_is_not_sent(engine_class, build, serve, ask):
    """A request that is late before it starts does not start, on a new or on a pooled connection."""
    peer = await serve(echo)
    engine = build(engine_class, peer)
    assert await outcome(engine, ask(within=0)) == (NotSent, "timeout")
    assert await outcome(engine, ask("/a")) == (200, b"/a")
    assert await outcome(engine, ask(within=0)) == (NotSent, "timeout")
    assert len(peer.requests) == 1


INVALID = {
    "space in target": {"target": "/a b"},
    "line in target": {"target": "/a\r\nx: y"},
    "target not ASCII": {"target": "/caf\u00e9"},
    "surrogate in target": {"target": "/\ud800"},
    "relative target": {"target": "a"},
    "line in value": {"headers": ((b"x", b"1\r\ny: 2"),)},
    "space in name": {"headers": ((b"x y", b"1"),)},
    "colon in name": {"headers": ((b"x:", b"1"),)},
    "own length": {"headers": ((b"Content-Length", b"5"),)},
    "own encoding": {"headers": ((b"accept-encoding", b"gzip"),)},
    "own host": {"headers": ((b"host", b"elsewhere"),)},
    "a request in the method": {"method": "GET / HTTP/1.1\r\n\r\nPOST"},
    "a header in the method": {"method": "GET / HTTP/1.1\r\nx: POST"},
}


@pytest.mark.parametrize("parts", INVALID.values(), ids=INVALID)
async def test_invalid_request_is_not_sent(engine_class, build, serve, ask, parts):
    """What HTTP cannot say, or the engine says itself, is refused before a connection is opened."""
    peer = await serve(echo)
    assert await outcome(build(engine_class, peer), ask(**parts)) == (NotSent, "invalid")
    assert peer.connections == 0


async def test_connection_is_reused(engine_class, build, serve, ask):
    """One caller after another uses one connection."""
    peer = await serve(echo)
    engine = build(engine_class, peer, keep_alive_seconds=KEEP)
    for target in ("/a", "/b", "/c"):
        assert await outcome(engine, ask(target)) == (200, target.encode())
    assert peer.connections == 1


NOT_KEPT = {
    "close": b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok",
    "version 1.0": b"HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok",
}


@pytest.mark.parametrize("raw", NOT_KEPT.values(), ids=NOT_KEPT)
async def test_connection_is_not_kept(engine_class, build, serve, ask, raw):
    """A connection that the peer does not offer to keep is not used again."""
    peer = await serve(answering(raw, raw))
    engine = build(engine_class, peer, keep_alive_seconds=KEEP)
    for _ in range(2):
        assert await outcome(engine, ask()) == (200, b"ok")
    assert peer.connections == 2


async def test_expired_connection_is_not_used(engine_class, build, serve, ask):
    """A connection idle for longer than its keep-alive is not used again."""
    peer = await serve(echo)
    engine = build(engine_class, peer, keep_alive_seconds=0)
    for _ in range(2):
        assert await outcome(engine, ask("/a")) == (200, b"/a")
    assert peer.connections == 2


async def test_idle_connection_is_closed(build, serve, ask):
    """An idle connection is closed when its keep-alive is over, also where the peer announces it."""

    async def script(line):
        await line.request()
        await line.say(
            b"HTTP/1.1 200 OK\r\nkeep-alive: max=9, timeout=1\r\ncontent-length: 0\r\n\r\n"
        )
        await line.gone()

    peer = await serve(script)
    assert await outcome(build(FastEngine, peer), ask()) == (200, b"")
    assert await peer.departures.get() == 1


async def test_race_with_keep_alive(engine_class, build, serve, ask):
    """A pooled connection that dies unanswered: a read is asked again, an order is Lost and sent once."""
    peer = await serve(answering(FINE, b"", then="close"))
    engine = build(engine_class, peer, keep_alive_seconds=KEEP)
    assert await outcome(engine, ask("/1")) == (200, b"ok")
    assert await outcome(engine, ask("/2")) == (200, b"ok")
    assert [raw.split(b" ")[1] for _, raw in peer.requests] == [b"/1", b"/2", b"/2"]
    assert await outcome(engine, ask("/order", method="POST", mutating=True)) == (Lost, "reset")
    assert [raw.split(b" ")[1] for _, raw in peer.requests].count(b"/order") == 1


async def test_read_is_asked_again_only_once(engine_class, build, serve, ask):
    """A peer that never answers is asked twice for a read, not for ever."""
    script = answering(FINE, b"", then="close")
    state = {"first": True}

    async def once(line):
        if state.pop("first", False):
            await script(line)
        else:
            await line.request()

    peer = await serve(once)
    engine = build(engine_class, peer, keep_alive_seconds=KEEP)
    assert await outcome(engine, ask("/1")) == (200, b"ok")
    assert await outcome(engine, ask("/2")) == (Lost, "reset")
    assert [raw.split(b" ")[1] for _, raw in peer.requests] == [b"/1", b"/2", b"/2"]


async def test_closed_idle_connection_is_noticed(engine_class, build, serve, ask):
    """An order does not go out on an idle connection that the peer has closed already."""
    peer = await serve(answering(FINE, then="close"))
    engine = build(engine_class, peer, keep_alive_seconds=KEEP)
    for count in (1, 2, 3):
        assert await outcome(engine, ask(method="POST", mutating=True)) == (200, b"ok")
        assert await peer.endings.get() == count
    assert len(peer.requests) == 3


async def test_closing_is_noticed_before_the_loop_knows(build, serve, ask):
    """Even a close that the event loop has not reported yet keeps an order off the connection."""
    close = asyncio.Event()

    async def script(line):
        await line.request()
        await line.say(FINE)
        await close.wait()

    peer = await serve(script)
    engine = build(FastEngine, peer)
    assert await outcome(engine, ask()) == (200, b"ok")
    (connection,) = engine._idle
    connection._transport.pause_reading()  # the loop sees nothing from here on
    close.set()
    await peer.endings.get()
    assert not connection._transport.is_closing()
    close.clear()
    assert await outcome(engine, ask(method="POST", mutating=True)) == (200, b"ok")
    assert peer.connections == 2


async def test_words_nobody_asked_for(engine_class, build, serve, ask):
    """An answer that comes before its question is not taken for the answer to the next one."""
    speak = asyncio.Event()
    spoken = asyncio.Event()

    async def script(line):
        await line.request()
        await line.say(FINE)
        if line.number == 1:
            await speak.wait()
            await line.say(b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nstray")
            spoken.set()
        await line.gone()

    peer = await serve(script)
    engine = build(engine_class, peer, keep_alive_seconds=KEEP)
    assert await outcome(engine, ask()) == (200, b"ok")
    speak.set()
    await spoken.wait()
    assert await outcome(engine, ask()) == (200, b"ok")
    assert peer.connections == 2


BABBLE = {
    "garbage": b"garbage\r\n\r\n",
    "a second answer": b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nstray",
    "half a second answer": b"HTTP/1.1 200 OK\r\nconte",
    "a late interim answer": b"HTTP/1.1 100 Continue\r\n\r\n",
}


@pytest.mark.parametrize("babble", BABBLE.values(), ids=BABBLE)
async def test_words_after_the_answer(engine_class, build, serve, ask, babble):
    """Bytes after an answer spoil neither that answer nor the next one."""
    peer = await serve(answering(FINE + babble, FINE.replace(b"ok", b"no")))
    engine = build(engine_class, peer)
    for _ in range(2):
        assert await outcome(engine, ask()) == (200, b"ok")
    assert peer.connections == 2


async def test_early_answer_to_a_long_request(build, serve, ask):
    """A refusal that comes before the request has been read is returned; its connection is not kept."""

    async def script(line):
        line.writer.transport.pause_reading()
        await line.say(b"HTTP/1.1 413 Too Large\r\ncontent-length: 0\r\n\r\n")
        await line.peer.arrivals.get()

    peer = await serve(script)
    engine = build(FastEngine, peer)
    request = ask(method="POST", body=b"x" * 16_000_000, mutating=True)
    assert await outcome(engine, request) == (413, b"")
    assert not engine._idle


async def test_orders_avoid_long_idle_connections(build, serve, ask, monkeypatch):
    """A read takes a connection however long it was idle; an order takes a recent or a new one."""
    peer = await serve(echo)
    engine = build(FastEngine, peer, max_connections=1)
    order = ask("/b", method="POST", mutating=True)
    assert await outcome(engine, ask("/a")) == (200, b"/a")
    assert await outcome(engine, order) == (200, b"/b")
    assert peer.connections == 1
    monkeypatch.setattr(fast, "MUTATING_MAX_IDLE_SECONDS", 0.0)
    assert await outcome(engine, ask("/c")) == (200, b"/c")
    assert peer.connections == 1
    assert await outcome(engine, order) == (200, b"/b")
    assert peer.connections == 2
    assert len(engine._open) == 1


def held_peer():
    """A script whose answers wait for `go`; the first of them only, once it is set."""
    go = asyncio.Event()

    async def script(line):
        while True:
            target = (await line.request()).split(b" ")[1]
            await go.wait()
            head = b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % len(target)
            await line.say(head + target)

    return script, go


async def yields(count: int = 20) -> None:
    """Let other tasks run until they wait for something outside."""
    for _ in range(count):
        await asyncio.sleep(0)


async def test_waiting_callers_are_served_in_order(engine_class, build, serve, ask):
    """Callers beyond the pool's size wait their turn, first come first served."""
    script, go = held_peer()
    peer = await serve(script)
    engine = build(engine_class, peer, max_connections=1, keep_alive_seconds=KEEP)
    targets = [f"/{n}" for n in range(6)]
    tasks = []
    for target in targets:
        tasks.append(asyncio.create_task(outcome(engine, ask(target))))
        await yields()
    go.set()
    assert await asyncio.gather(*tasks) == [(200, target.encode()) for target in targets]
    served = [raw.split(b" ")[1].decode() for _, raw in peer.requests]
    # httpx, which promises no order, keeps it on some event loops only.
    assert (served if engine_class is FastEngine else sorted(served)) == targets
    assert peer.connections == 1


async def test_waiting_for_a_connection_has_a_deadline(engine_class, build, serve, ask):
    """A caller whose deadline passes in the queue has sent nothing; those behind it still get through."""
    script, go = held_peer()
    peer = await serve(script)
    engine = build(engine_class, peer, max_connections=1)
    first = asyncio.create_task(outcome(engine, ask("/1")))
    await peer.arrivals.get()
    second = asyncio.create_task(outcome(engine, ask("/2", mutating=True, within=SHORT)))
    await yields()
    third = asyncio.create_task(outcome(engine, ask("/3")))
    assert await second == (NotSent, "timeout")
    go.set()
    assert await first == (200, b"/1")
    assert await third == (200, b"/3")
    assert [raw.split(b" ")[1] for _, raw in peer.requests] == [b"/1", b"/3"]


async def test_cancelled_exchange_closes_its_connection(engine_class, build, serve, ask):
    """The answer to a cancelled request is never given to the next caller."""

    async def script(line):
        target = (await line.request()).split(b" ")[1]
        if line.number > 1:
            await line.say(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n" + target)
        await line.gone()

    peer = await serve(script)
    engine = build(engine_class, peer, max_connections=1)
    task = asyncio.create_task(engine.send(ask("/1")))
    await peer.arrivals.get()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    if engine_class is FastEngine:
        assert not engine._open  # at once, not when the deadline comes
    assert await peer.departures.get() == 1
    assert await outcome(engine, ask("/2")) == (200, b"/2")


async def test_cancelled_waiter_gives_its_turn_away(engine_class, build, serve, ask):
    """A caller that is cancelled in the queue, even with its turn in hand, does not block the next."""
    script, go = held_peer()
    peer = await serve(script)
    engine = build(engine_class, peer, max_connections=1)
    first = asyncio.create_task(outcome(engine, ask("/1")))
    await peer.arrivals.get()
    second = asyncio.create_task(outcome(engine, ask("/2")))
    third = asyncio.create_task(outcome(engine, ask("/3")))
    await yields()
    first.add_done_callback(lambda _: second.cancel())
    go.set()
    assert await first == (200, b"/1")
    assert await third == (200, b"/3")
    with contextlib.suppress(asyncio.CancelledError):
        await second


async def test_failed_connect_gives_its_place_away(engine_class, build, serve, ask):
    """A place in the pool that failed to become a connection is offered to the next caller."""
    peer = await serve(echo)
    with socket.create_server(("127.0.0.1", 0)) as closed:
        peer.port = closed.getsockname()[1]
    engine = build(engine_class, peer, max_connections=1)
    found = await asyncio.gather(*[outcome(engine, ask()) for _ in range(5)])
    assert found == [(NotSent, "connect")] * 5


async def test_newest_connection_first(build, serve, ask):
    """Of several idle connections the one used last is taken, so that the others may expire."""
    release = {b"/a": asyncio.Event(), b"/b": asyncio.Event()}

    async def script(line):
        while True:
            target = (await line.request()).split(b" ")[1]
            if target in release:
                await release[target].wait()
            await line.say(FINE)

    peer = await serve(script)
    engine = build(FastEngine, peer)
    first = asyncio.create_task(engine.send(ask("/a")))
    assert (await peer.arrivals.get()).startswith(b"GET /a")
    second = asyncio.create_task(engine.send(ask("/b")))
    assert (await peer.arrivals.get()).startswith(b"GET /b")
    release[b"/b"].set()
    await second
    release[b"/a"].set()
    await first
    await engine.send(ask("/c"))
    assert peer.requests[-1][0] == peer.requests[0][0]


@pytest.mark.parametrize("seed", range(3))
async def test_crowd_with_cancellations(engine_class, build, serve, ask, seed):
    """Many callers, few connections, random cancels and cuts: each order leaves at most once, no mix-up."""
    dice = random.Random(seed)

    async def script(line):
        while True:
            target = (await line.request()).split(b" ")[1]
            if dice.random() < 0.1:
                return
            await yields(dice.randrange(3))
            head = b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % len(target)
            await line.say(head + target)

    peer = await serve(script)
    engine = build(engine_class, peer, max_connections=3)

    async def call(number):
        request = ask(f"/{number}", method="POST", mutating=True)
        found = await outcome(engine, request)
        assert found in [(200, b"/%d" % number), (Lost, "reset")]

    tasks = [asyncio.create_task(call(number)) for number in range(60)]
    while not all(task.done() for task in tasks):
        if dice.random() < 0.2:
            dice.choice(tasks).cancel()
        await asyncio.sleep(0)
    for task in tasks:
        if not task.cancelled():
            task.result()
    sent = [raw.split(b" ")[1] for _, raw in peer.requests]
    assert len(sent) == len(set(sent))
    await_alive = [await outcome(engine, ask("/alive")) for _ in range(4)]
    assert (200, b"/alive") in await_alive
    if engine_class is FastEngine:
        assert engine._opening == 0
        assert not engine._waiters
        assert len(engine._open) <= 3


async def test_close(engine_class, build, serve, ask):
    """Closing ends what is under way as Lost; what comes later is not sent."""
    script, _ = held_peer()
    peer = await serve(script)
    engine = build(engine_class, peer)
    task = asyncio.create_task(outcome(engine, ask(mutating=True)))
    await peer.arrivals.get()
    await engine.close()
    assert await task == (Lost, "reset")
    assert await outcome(engine, ask()) == (NotSent, "closed")


def test_uvloop_and_cancelled_connects(ask):
    """Under uvloop, which never tells a protocol of a cancelled connect, sending and closing still end."""

    async def answer(reader, writer):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(FINE)
        await reader.read()
        writer.close()

    async def scenario():
        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        engine = FastEngine(Origin.parse(f"http://127.0.0.1:{port}", None), max_connections=1)
        async with server, asyncio.timeout(20):
            found = [await outcome(engine, ask(within=0)) for _ in range(3)]
            found.append(await outcome(engine, ask()))
            await engine.close()
        return found

    found = pytest.importorskip("uvloop").run(scenario())
    assert found == [(NotSent, "timeout")] * 3 + [(200, b"ok")]


async def test_close_with_callers_waiting(build, serve, ask):
    """Callers that wait for a connection when the engine closes have sent nothing."""
    script, _ = held_peer()
    peer = await serve(script)
    engine = build(FastEngine, peer, max_connections=1)
    first = asyncio.create_task(outcome(engine, ask()))
    await peer.arrivals.get()
    second = asyncio.create_task(outcome(engine, ask()))
    await yields()
    await engine.close()
    assert await asyncio.gather(first, second) == [(Lost, "reset"), (NotSent, "closed")]


# TLS


async def test_tls_with_the_right_authority(
    engine_class, build, serve, ask, peer_tls, authority_file
):
    """A certificate of the given authority for the right host is trusted."""
    tls = Tls(authority_file, None, verify_hostname=True)
    engine = build(engine_class, await serve(echo, peer_tls), tls)
    for target in ("/a", "/b"):
        assert await outcome(engine, ask(target)) == (200, target.encode())


async def test_tls_with_an_unknown_authority(engine_class, build, serve, ask, peer_tls):
    """A certificate of an unknown authority is refused before the first byte."""
    peer = await serve(echo, peer_tls)
    tls = Tls(None, None, verify_hostname=True)
    assert await outcome(build(engine_class, peer, tls), ask(mutating=True)) == (NotSent, "tls")
    assert not peer.requests


async def test_tls_with_the_wrong_host(engine_class, build, serve, ask, peer_tls, authority_file):
    """A certificate for another host is refused before the first byte."""
    peer = await serve(echo, peer_tls)
    tls = Tls(authority_file, None, verify_hostname=True)
    engine = build(engine_class, peer, tls, host="localhost")
    assert await outcome(engine, ask(mutating=True)) == (NotSent, "tls")
    assert not peer.requests


async def test_tls_with_a_pin(engine_class, build, serve, ask, peer_tls, pin):
    """A pinned certificate is trusted without authority and host name."""
    tls = Tls(None, pin, verify_hostname=False)
    engine = build(engine_class, await serve(echo, peer_tls), tls, host="localhost")
    assert await outcome(engine, ask("/a")) == (200, b"/a")


async def test_tls_with_a_pin_and_an_authority(
    engine_class, build, serve, ask, peer_tls, pin, authority_file
):
    """With pin and authority both are asked for, the host name unless it is left out."""
    peer = await serve(echo, peer_tls)
    both = Tls(authority_file, pin, verify_hostname=True)
    assert await outcome(build(engine_class, peer, both), ask("/a")) == (200, b"/a")
    elsewhere = build(engine_class, peer, both, host="localhost")
    assert await outcome(elsewhere, ask("/a")) == (NotSent, "tls")
    nameless = Tls(authority_file, pin, verify_hostname=False)
    engine = build(engine_class, peer, nameless, host="localhost")
    assert await outcome(engine, ask("/a")) == (200, b"/a")


@pytest.mark.parametrize("with_authority", [False, True], ids=["pin", "pin and authority"])
async def test_tls_with_another_pin(
    engine_class, build, serve, ask, peer_tls, authority_file, with_authority
):
    """Another certificate than the pinned one is refused before the first byte."""
    peer = await serve(echo, peer_tls)
    tls = Tls(authority_file if with_authority else None, "00" * 32, verify_hostname=True)
    engine = build(engine_class, peer, tls, max_connections=1)
    for _ in range(2):
        assert await outcome(engine, ask(mutating=True)) == (NotSent, "pin")
    assert not peer.requests


async def test_tls_to_a_plain_peer(engine_class, build, serve, ask, authority_file):
    """A peer that does not speak TLS gets no request."""

    async def script(line):
        await line.reader.read(1)
        await line.say(FINE)

    tls = Tls(authority_file, None, verify_hostname=True)
    assert await outcome(build(engine_class, await serve(script), tls), ask()) == (NotSent, "tls")


async def test_tls_handshake_meets_the_deadline(engine_class, build, serve, ask, authority_file):
    """A peer that never finishes the handshake costs the deadline, and nothing was sent."""

    async def script(line):
        await line.gone()

    tls = Tls(authority_file, None, verify_hostname=True)
    engine = build(engine_class, await serve(script), tls)
    assert await outcome(engine, ask(mutating=True, within=SHORT)) == (NotSent, "timeout")


async def test_tls_cut_does_not_end_a_body(build, serve, ask, peer_tls, authority_file):
    """Without close_notify the end of a body without length proves nothing: Lost."""

    async def script(line):
        await line.request()
        await line.say(b"HTTP/1.1 200 OK\r\n\r\nhalf of it")
        line.reset()

    tls = Tls(authority_file, None, verify_hostname=True)
    engine = build(FastEngine, await serve(script, peer_tls), tls)
    assert await outcome(engine, ask()) == (Lost, "reset")


# Origin and TLS settings


@pytest.mark.parametrize(
    ("url", "authority"),
    [
        ("https://localhost:5000/v1/api", "localhost:5000"),
        ("https://api.ibkr.com", "api.ibkr.com"),
        ("http://127.0.0.1:80", "127.0.0.1"),
        ("http://[::1]:5000/", "[::1]:5000"),
    ],
)
def test_origin_authority(url, authority):
    """The Host header has the port unless it is the scheme's own, and IPv6 in brackets."""
    assert Origin.parse(url, None).authority == authority


def test_https_verifies_unless_told_otherwise():
    """An https origin without TLS settings verifies chain and name; an http origin has none."""
    assert Origin.parse("https://a.test", None).tls == Tls(None, None, verify_hostname=True)
    assert Origin.parse("http://a.test", None).tls is None


@pytest.mark.parametrize(
    "url",
    [
        "localhost:5000",
        "ftp://a",
        "https://",
        "https://me:pw@a",
        "https://a?x=1",
        "https://a b",
        "http://ä",
    ],
)
def test_bad_origin(url):
    """What is no base URL is refused with a reason."""
    with pytest.raises(ValueError, match=r"base URL|host name"):
        Origin.parse(url, None)


def test_pin_needs_https():
    """A pin or an authority on an http URL is refused instead of being ignored."""
    with pytest.raises(ValueError, match="https"):
        Origin.parse("http://a.test", Tls(None, "00" * 32, verify_hostname=True))


def test_verification_cannot_be_left_out():
    """Without a pin the host name is always verified, and a pin has 64 digits."""
    with pytest.raises(ValueError, match="pin"):
        Tls(None, None, verify_hostname=False)
    with pytest.raises(ValueError, match="pin"):
        Tls("authority.pem", None, verify_hostname=False)
    with pytest.raises(ValueError, match="64 hex digits"):
        Tls(None, "00" * 31 + "\n0", verify_hostname=False)


def test_plain_engine_refuses_other_proxies():
    """Only http:// proxies: with others the pin could be checked against the wrong peer."""
    with pytest.raises(ValueError, match="http://"):
        PlainEngine(Origin.parse("http://a.test", None), proxy="https://proxy.test")


# Parsing


class Transport(asyncio.Transport):
    """A transport that keeps what is written and never blocks."""

    def __init__(self):
        super().__init__()
        self.ours, self.theirs = socket.socketpair()
        self.closing = False

    def get_extra_info(self, name, default=None):
        return self.ours if name == "socket" else default

    def write(self, data):
        pass

    def get_write_buffer_size(self):
        return 0

    def is_closing(self):
        return self.closing

    def abort(self):
        self.closing = True
        self.ours.close()
        self.theirs.close()


async def feed(pieces) -> WireResponse | Lost:
    """What a connection makes of these pieces followed by the end of the stream."""
    loop = asyncio.get_running_loop()
    pool = FastEngine(Origin.parse("http://a.test", None))
    connection = fast._Connection(pool, loop)
    connection.connection_made(Transport())
    request = fast.wire.WireRequest("GET", "/", (), b"", loop.time() + 20, mutating=False)
    task = asyncio.create_task(connection.exchange(b"", request))
    await asyncio.sleep(0)
    for piece in pieces:
        if not connection._transport.is_closing():
            connection.data_received(piece)
    if not connection._transport.is_closing():
        connection.eof_received()
    connection.connection_lost(None)
    try:
        return await task
    except Lost as exc:
        return exc


def split(raw: bytes, cuts: list[int]) -> list[bytes]:
    """The bytes in pieces, none of them empty."""
    edges = [0, *sorted({cut % len(raw) for cut in cuts} - {0}), len(raw)]
    return [raw[a:b] for a, b in itertools.pairwise(edges)]


def chunked(body: bytes, size: int) -> bytes:
    """The body in chunks of this size."""
    parts = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@st.composite
def answers(draw) -> bytes:
    """Valid answers: interim ones, any framing, any body."""
    body = draw(st.binary(max_size=300))
    status = draw(st.sampled_from([200, 201, 202, 400, 404, 429, 500, 503, 599]))
    names = st.sampled_from([b"X-A", b"x-b", b"Content-Type", b"Date"])
    values = st.sampled_from([b"", b"1", b"a; b=c", b"caf\xe9", b"Sat, 21 Nov 2026 00:00:00 GMT"])
    lines = [b"%b: %b\r\n" % pair for pair in draw(st.lists(st.tuples(names, values), max_size=4))]
    framing = draw(st.sampled_from(["length", "chunked", "close"]))
    if framing == "length":
        lines.append(b"Content-Length: %d\r\n" % len(body))
    if framing == "chunked":
        lines.append(b"Transfer-Encoding: chunked\r\n")
        body = chunked(body, draw(st.integers(1, 50)))
    interim = b"HTTP/1.1 100 Continue\r\n\r\n" * draw(st.integers(0, 2))
    return interim + b"HTTP/1.1 %d Text\r\n" % status + b"".join(lines) + b"\r\n" + body


async def by_httpx(pieces) -> tuple[int, list[tuple[str, str]], bytes]:
    """What httpx's own machinery makes of these pieces."""
    backend = httpcore.AsyncMockBackend([*pieces, b""])
    async with httpcore.AsyncConnectionPool(network_backend=backend) as pool:
        response = await pool.request("GET", "http://a.test/")
    headers: dict[str, list[str]] = {}
    for name, value in response.headers:
        headers.setdefault(name.lower().decode("latin-1"), []).append(value.decode("latin-1"))
    return response.status, {k: ", ".join(v) for k, v in headers.items()}, response.content


@settings(max_examples=150, deadline=None)
@given(raw=answers(), cuts=st.lists(st.integers(0, 1000), max_size=12))
async def test_pieces_do_not_matter(raw, cuts):
    """However a valid answer is cut into pieces, it is read as httpx reads it."""
    pieces = split(raw, cuts)
    response = await feed(pieces)
    assert isinstance(response, WireResponse)
    assert (response.status, response.headers, response.body) == await by_httpx(pieces)


@settings(max_examples=150, deadline=None)
@given(raw=answers(), cuts=st.lists(st.integers(0, 1000), max_size=6), data=st.data())
async def test_broken_answers_always_end(raw, cuts, data):
    """However an answer is damaged, the exchange ends: an answer or Lost, never an odd exception."""
    at = data.draw(st.integers(0, len(raw) - 1))
    damaged = raw[:at] + data.draw(st.binary(max_size=3)) + raw[at + data.draw(st.integers(0, 3)) :]
    found = await feed(split(damaged or b"x", cuts))
    assert isinstance(found, WireResponse | Lost)


@settings(max_examples=100, deadline=None)
@given(raw=answers(), at=st.integers(0, 1000), cuts=st.lists(st.integers(0, 1000), max_size=6))
async def test_half_answers_are_lost(raw, at, cuts):
    """A prefix of an answer is Lost unless its body ends with the connection."""
    end = at % len(raw)
    found = await feed(split(raw[:end], cuts) if end else [])
    framed = b"Content-Length" in raw or b"Transfer-Encoding" in raw
    in_head = b"\r\n\r\n" not in raw[:end].removeprefix(b"HTTP/1.1 100 Continue\r\n\r\n" * 2)
    if framed or in_head:
        assert isinstance(found, Lost)
        assert found.reason == "reset"
