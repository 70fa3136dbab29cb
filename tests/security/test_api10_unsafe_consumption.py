"""API10:2023 Unsafe consumption of APIs: a broker's answer is untrusted input, whatever it is."""

import asyncio
import json
from contextlib import asynccontextmanager, suppress
from decimal import Decimal

import pytest

from omnibroker.upstream.engine import FastEngine
from omnibroker.upstream.plain import PlainEngine
from omnibroker.upstream.wire import Lost, Origin, WireRequest, WireResponse

JSON = {"content-type": "application/json"}
CANARY = "canary-5b1d"
ESCAPES = f"\x00\x1b[31m\r\n<script>alert('{CANARY}')</script>\u202e{{7*7}}${{jndi:ldap://x}}"
ANSWERS = {
    "nothing": (200, b""),
    "a page": (200, b"<html><body>canary-5b1d <script>alert(1)</script></body></html>"),
    "a page with a status": (502, b"<html>canary-5b1d Bad gateway</html>"),
    "noise": (200, bytes(range(256)) * 16),
    "no UTF-8": (200, b'{"a":"\xff\xfe canary-5b1d"}'),
    "cut short": (200, b'{"a":[{"b":"canary-5b1d'),
    "null": (200, b"null"),
    "true": (200, b"true"),
    "a number": (200, b"1e999999999"),
    "a long number": (200, b"9" * 100_000),
    "a text": (200, b'"canary-5b1d"'),
    "an empty list": (200, b"[]"),
    "an empty object": (200, b"{}"),
    "a list of everything": (200, b'[null,true,1,"canary-5b1d",[],{}]'),
    "deep lists": (200, b"[" * 100_000),
    "deep closed lists": (200, b"[" * 5_000 + b"]" * 5_000),
    "deep objects": (200, b'{"a":' * 5_000 + b"1" + b"}" * 5_000),
    "not a number": (200, b'{"a":NaN,"b":Infinity}'),
    "many members": (200, b"{" + b",".join(b'"m%d":1' % n for n in range(20_000)) + b"}"),
    "a long text": (200, b'{"a":"' + b"x" * 2_000_000 + b'"}'),
    "no status of this world": (299, b"canary-5b1d"),
    "a status of errors": (599, b'{"error":"canary-5b1d"}'),
    "gone": (410, b""),
    "a challenge": (401, b'{"error":"canary-5b1d"}'),
    "nothing changed": (304, b""),
}


def twisted(change):
    """An answer's JSON with each scalar turned into something else; anything but JSON is left."""

    def walk(value):
        if isinstance(value, dict):
            return {name: walk(member) for name, member in value.items()}
        return [walk(member) for member in value] if isinstance(value, list) else change(value)

    return walk


def is_number(value):
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _without_lists(value):
    if isinstance(value, list):
        return {}
    return {n: _without_lists(m) for n, m in value.items()} if isinstance(value, dict) else value


def _without_objects(value):
    if isinstance(value, dict):
        return {n: [] if isinstance(m, dict) else _without_objects(m) for n, m in value.items()}
    return [[] if isinstance(m, dict) else m for m in value] if isinstance(value, list) else value


TWISTS = {
    "texts that would be obeyed": twisted(lambda v: ESCAPES if isinstance(v, str) else v),
    "texts without end": twisted(lambda v: "x" * 20_000 if isinstance(v, str) else v),
    "empty texts": twisted(lambda v: "" if isinstance(v, str) else v),
    "texts as numbers": twisted(lambda v: 7 if isinstance(v, str) else v),
    "texts as lists": twisted(lambda v: [v] if isinstance(v, str) else v),
    "numbers as texts": twisted(lambda v: f"x{v}" if is_number(v) else v),
    "numbers that overflow": twisted(lambda v: float("1e308") * 10 if is_number(v) else v),
    "numbers beyond counting": twisted(lambda v: 10**400 if is_number(v) else v),
    "numbers below zero": twisted(lambda v: -9 if is_number(v) else v),
    "numbers as objects": twisted(lambda v: {"value": v} if is_number(v) else v),
    "everything null": twisted(lambda _: None),
    "everything true": twisted(lambda _: True),
    "no list": _without_lists,
    "no object": _without_objects,
    "rows doubled": lambda v: v * 2 if isinstance(v, list) else v,
    "in a list": lambda v: [v],
    "members twice as many": lambda v: {**v, "x": v} if isinstance(v, dict) else v,
}


def check(operation, answer, *, why):
    """What holds for every answer to a caller while the broker talks nonsense."""
    at = max(0, answer.body.find(b"internal_error") - 300)
    told = (operation.operation_id, why, answer.status, answer.body[at : at + 600])
    assert answer.status != 500, told
    assert b"internal_error" not in answer.body, told
    assert b"Traceback" not in answer.body, told
    assert answer.headers["content-type"] in {"application/json", "application/problem+json"}, told
    answer.json()
    if operation.operation_id == "place_order":
        assert answer.status not in {200, 201} or answer.json()["broker_order_id"], told


async def ask_everything(house, operations, order, why):
    """Send every operation but those that end the session, each under an id of its own."""
    for number, operation in enumerate(operations):
        if operation.scope in {None, "admin"}:
            continue
        asked = {"order_id": order["order_id"], "Idempotency-Key": f"k-{number}"}
        positional, named = operation.request(house, "allow_delayed", allow_delayed="true", **asked)
        if positional[2] and "client_order_id" in positional[2]:
            positional[2]["client_order_id"] = f"hostile-{number}"
        check(operation, await house(*positional, **named), why=why)


@pytest.mark.parametrize("name", ANSWERS)
async def test_whatever_a_broker_answers_is_a_problem_and_no_failure_of_ours(
    open_house, operations, tickets, broker, name
):
    """No operation says 500, none passes on what it could not read; an order is never taken for placed."""
    house = open_house(broker=broker)
    order = (await house.place("standing-1", **tickets[broker])).json()
    status, body = ANSWERS[name]

    async def tell(_request):
        return WireResponse(status, dict(JSON), body)

    house.engine.before = tell
    await ask_everything(house, operations, order, name)
    placed = await house.place("hostile-place", **tickets[broker])
    assert placed.status >= 400, placed.body
    if "<html>" in body.decode("latin-1") or status == 200:
        assert CANARY.encode() not in placed.body
    house.engine.before = None
    after = await house("GET", "/v1/positions")
    assert after.status in {200, 503}, after.body


@pytest.mark.parametrize("name", TWISTS)
async def test_a_documented_answer_with_foreign_values_is_no_failure_of_ours(
    open_house, operations, tickets, broker, name
):
    """The right shape with wrong types, escapes, endless numbers: a problem, or rows without what is unreadable."""
    house = open_house(broker=broker)
    order = (await house.place("standing-1", **tickets[broker])).json()
    house.engine.before = twisting(house, TWISTS[name])
    await ask_everything(house, operations, order, name)


def twisting(house, twist):
    """Let the simulated broker answer, and twist what it says."""
    engine = house.engine

    async def tell(request):
        engine.before = None
        engine.requests.pop()
        try:
            answer = await engine.send(request)
        finally:
            engine.before = tell
        try:
            told = json.dumps(twist(json.loads(answer.body)))
        except ValueError:
            return answer
        return WireResponse(answer.status, answer.headers, told.encode())

    return tell


async def test_a_brokers_texts_are_cut_and_never_markup(open_house, broker, tickets):
    """A refusal's words come back as JSON text of bounded length, under a media type that no browser renders."""
    house = open_house(broker=broker)
    await house("GET", "/v1/accounts")
    words = ESCAPES + "y" * 100_000
    body = json.dumps(
        {
            "error": words,
            "message": words,
            "ret_msg": words,
            "ret_type": -1,
            "s": "error",
            "errmsg": words,
        }
    )

    async def tell(_request):
        return WireResponse(400, dict(JSON), body.encode())

    house.engine.before = tell
    for answer in (
        await house.place("c-1", **tickets[broker]),
        await house("GET", "/v1/orders"),
        await house("GET", f"/v1/accounts/{house.account}/balances"),
    ):
        assert answer.status >= 400
        assert answer.headers["content-type"] == "application/problem+json"
        assert len(answer.body) < 8192
        assert b"\x1b" not in answer.body
        assert b"\x00" not in answer.body


GREEDY = {
    "announced": b"HTTP/1.1 200 OK\r\ncontent-length: 999999999999\r\n\r\n{",
    "endless digits": b"HTTP/1.1 200 OK\r\ncontent-length: " + b"9" * 5000 + b"\r\n\r\n{",
    "endless headers": b"HTTP/1.1 200 OK\r\n" + b"x: y\r\n" * 200_000,
    "one endless header": b"HTTP/1.1 200 OK\r\nx: " + b"y" * 2_000_000,
    "compressed": b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\nabc",
    "two framings": b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
    "no HTTP": b"SSH-2.0-OpenSSH_9.6\r\n",
    "another protocol": b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n",
    "a body without end": b"HTTP/1.1 200 OK\r\n\r\n" + b"[" * 3_000_000,
}


@pytest.mark.parametrize("engine", [FastEngine, PlainEngine], ids=["fast", "httpx"])
@pytest.mark.parametrize("name", GREEDY)
async def test_what_is_too_much_is_not_taken(open_house, tickets, engine, name, speak):
    """Through a real socket: a read is a 502 or 503, an order of unknown fate is said to be one."""
    house = open_house(broker="ibkr", orders={"deadline_seconds": 5})
    await house("GET", "/v1/accounts")
    async with speak(GREEDY[name]) as port:
        origin = Origin.parse(f"http://127.0.0.1:{port}", None)
        real = engine(origin, max_response_bytes=1_000_000)
        house.engine.before = real.send
        for path in ("/v1/positions", f"/v1/accounts/{house.account}/balances"):
            answer = await house("GET", path)
            assert answer.status in {502, 503}, answer.body
        placed = await house.place("c-1", instrument="ibkr@265598")
        assert placed.status in {502, 503, 504}, placed.body
        post = WireRequest("POST", "/x", (), b"{}", 1e12, mutating=True)
        with pytest.raises(Lost):
            await real.send(post)
        await real.close()


@pytest.fixture
def speak():
    """A server that says the same bytes to everybody and closes."""

    @asynccontextmanager
    async def serve(words):
        async def answer(reader, writer):
            with suppress(ConnectionError):
                await reader.read(65_536)
                writer.write(words)
                await writer.drain()
            writer.close()

        server = await asyncio.start_server(answer, "127.0.0.1", 0)
        yield server.sockets[0].getsockname()[1]
        server.close()
        await server.wait_closed()

    return serve
