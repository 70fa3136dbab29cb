"""What may no longer leave does not, however long its connection takes: both engines, and the whole gateway."""

import asyncio
from http import HTTPStatus

import pytest

from omnibroker.upstream import engine as fast
from omnibroker.upstream.state import AccountFacts
from omnibroker.upstream.wire import NotSent, Withdrawn

FINE = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"
PLACED = b"POST /v1/api/iserver/account/DU1234567/orders "


class Halted(Exception):
    """What a look raises."""


class Look:
    """A last look: it lets requests pass until it is shut."""

    def __init__(self):
        self.shut, self.asked = False, 0

    def __call__(self):
        self.asked += 1
        if self.shut:
            raise Halted("stop")


class Opening:
    """The loop's way to open connections: from `hold` on none is opened before `go`."""

    def __init__(self, monkeypatch):
        loop = asyncio.get_running_loop()
        self._create, self._held = loop.create_connection, False
        self.begun, self.go = asyncio.Event(), asyncio.Event()
        monkeypatch.setattr(loop, "create_connection", self._open)

    def hold(self):
        self._held = True

    async def _open(self, *arguments, **options):
        if self._held:
            self.begun.set()
            await self.go.wait()
        return await self._create(*arguments, **options)


@pytest.fixture
async def opening(monkeypatch):
    """Where connections can be held while they are opened."""
    return Opening(monkeypatch)


async def fine(line):
    """A script: every request is fine."""
    while True:
        await line.request()
        await line.say(FINE)


def order(ask, look):
    request = ask(method="POST", body=b"{}", mutating=True)
    request.last_look = look
    return request


async def test_the_look_is_asked_once_and_lets_pass(engine_class, build, serve, ask):
    """A request that may leave does, after exactly one look."""
    peer, look = await serve(fine), Look()
    assert (await build(engine_class, peer).send(order(ask, look))).status == 200
    assert (look.asked, len(peer.requests)) == (1, 1)


async def test_withdrawn_while_the_connection_is_opened(engine_class, build, serve, ask, opening):
    """Nothing reaches the peer, and the caller gets what the look raised; the engine goes on."""
    peer, look = await serve(fine), Look()
    engine = build(engine_class, peer)
    opening.hold()
    sending = asyncio.create_task(engine.send(order(ask, look)))
    await opening.begun.wait()
    assert look.asked == 0
    look.shut = True
    opening.go.set()
    with pytest.raises(Withdrawn) as told:
        await sending
    assert isinstance(told.value.cause, Halted)
    await peer.endings.get()  # what was opened is closed, unused
    assert peer.requests == []
    look.shut = False
    assert (await engine.send(order(ask, look))).status == 200


async def test_withdrawn_while_it_waits_for_a_free_connection(engine_class, build, serve, ask):
    """With all connections taken a request waits long: what it looks at is the end of that wait."""
    go, look = asyncio.Event(), Look()

    async def script(line):
        while True:
            await line.request()
            await go.wait()
            await line.say(FINE)

    peer = await serve(script)
    engine = build(engine_class, peer, max_connections=1, keep_alive_seconds=15.0)
    first = asyncio.create_task(engine.send(ask("/1")))
    await peer.arrivals.get()
    second = asyncio.create_task(engine.send(order(ask, look)))
    third = asyncio.create_task(engine.send(ask("/3")))
    for _ in range(20):
        await asyncio.sleep(0)
    look.shut = True
    go.set()
    with pytest.raises(Withdrawn):
        await second
    assert [(await each).status for each in (first, third)] == [200, 200]
    assert sorted(raw.split(b" ")[1] for _, raw in peer.requests) == [b"/1", b"/3"]
    assert look.asked == 1


async def test_a_deadline_that_passes_while_it_connects(engine_class, build, serve, ask, opening):
    """Past its deadline nothing leaves, even if the loop was too busy to say so."""
    peer = await serve(fine)
    engine = build(engine_class, peer)
    opening.hold()
    request = ask(mutating=True)
    sending = asyncio.create_task(engine.send(request))
    await opening.begun.wait()
    request.deadline = asyncio.get_running_loop().time()
    opening.go.set()
    with pytest.raises(NotSent) as told:
        await sending
    assert told.value.reason == "timeout"
    assert peer.requests == []


def as_peer(app, request_of):
    """A script that asks an application in this process."""

    async def script(line):
        while True:
            head, _, body = (await line.request()).partition(b"\r\n\r\n")
            first, *rest = head.split(b"\r\n")
            method, target, _ = first.decode().split(" ")
            path, _, query = target.partition("?")
            headers = [tuple(each.split(b": ", 1)) for each in rest]
            answer = await request_of(
                app, method, path, query=query.encode(), headers=headers, chunks=[body]
            )
            reason = HTTPStatus(answer.status).phrase
            kept = "".join(f"{n}: {v}\r\n" for n, v in answer.pairs if n != "content-length")
            start = f"HTTP/1.1 {answer.status} {reason}\r\ncontent-length: {len(answer.body)}\r\n"
            await line.say(f"{start}{kept}\r\n".encode() + answer.body)

    return script


@pytest.fixture
async def wired(engine_class, make_house, build, serve, request_of, opening, monkeypatch):
    """A house whose wire is a real one; once an order's attempt is written, no connection is opened."""
    house = make_house(ready=True)
    house.peer = await serve(as_peer(house.engine.app, request_of))
    engine = build(engine_class, house.peer)
    house.connection.engine = house.connection.session._engine = engine
    monkeypatch.setattr(fast, "MUTATING_MAX_IDLE_SECONDS", 0.0)
    write = house.gateway.journal.attempt

    async def attempt(*arguments):
        await write(*arguments)
        opening.hold()

    monkeypatch.setattr(house.gateway.journal, "attempt", attempt)
    yield house
    await house.connection.session.aclose()


async def halt(house, word):
    """Turn the kill switch of the gateway on (halt) or off (resume)."""
    body = {"scope": "gateway", "reason": "stop"}
    key = [(b"idempotency-key", word.encode())]
    answer = await house("POST", f"/v1/admin/{word}", body, headers=key)
    assert answer.status == 200, answer.body


async def prove(house, environment):
    house.connection.state.accounts = {"DU1234567": AccountFacts(environment)}


@pytest.mark.parametrize(
    ("change", "became", "was", "status", "code"),
    [
        (halt, "halt", "resume", 403, "trading_halted"),
        (prove, "live", "paper", 409, "environment_mismatch"),
        (prove, None, "paper", 503, "environment_unproven"),
    ],
    ids=["halted", "live", "unproven"],
)
async def test_an_order_whose_ground_is_gone_while_it_connects(
    wired, opening, change, became, was, status, code
):
    """It is told so, nothing is on the wire, and the same id places it once it may be placed again."""
    placing = asyncio.create_task(wired.place())
    await opening.begun.wait()
    await change(wired, became)
    opening.go.set()
    answer = await placing
    assert (answer.status, answer.json()["code"]) == (status, code)
    assert not [raw for _, raw in wired.peer.requests if raw.startswith(PLACED)]
    write = await wired.gateway.journal.find_write(wired.account, "client_order_id", "c-1")
    assert write.state == "NOT_SENT"
    await change(wired, was)
    assert (await wired.place()).status == 201
    assert len([raw for _, raw in wired.peer.requests if raw.startswith(PLACED)]) == 1
