"""API7:2023 Server side request forgery: nothing in a request or an answer makes the gateway go elsewhere."""

import asyncio
import re
import socket
import threading

import pytest

from omnibroker.upstream.engine import FastEngine
from omnibroker.upstream.plain import PlainEngine
from omnibroker.upstream.wire import Origin, WireResponse

ENGINES = pytest.mark.parametrize("engine", [FastEngine, PlainEngine], ids=["fast", "httpx"])
ELSEWHERE = [
    "http://127.0.0.1:{port}/stolen",
    "//127.0.0.1:{port}/stolen",
    "http://user@127.0.0.1:{port}",
    "https://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "gopher://127.0.0.1:{port}/_x",
    "127.0.0.1:{port}",
    "../../../stolen",
    "..%2f..%2fstolen",
    "%2e%2e/stolen",
    "x/../../stolen",
    "x?account=stolen",
    "x#stolen",
    "x%0d%0aHost:stolen",
    "x%0d%0a%0d%0aGET%20/stolen",
    "x;/stolen",
    "x\\stolen",
    "%00",
]


class Listener:
    """A server that should hear nothing, or that answers every request alike."""

    def __init__(self, answer=b""):
        self.answer, self.heard = answer, []

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_error):
        self._server.close()
        await self._server.wait_closed()

    async def _serve(self, reader, writer):
        self.heard.append(await reader.read(65_536))
        writer.write(self.answer)
        await writer.drain()
        writer.close()


def redirect(status, port):
    where = f"http://127.0.0.1:{port}/stolen"
    return (
        f"HTTP/1.1 {status} Elsewhere\r\nlocation: {where}\r\nrefresh: 0; url={where}\r\n"
        f'content-location: {where}\r\nlink: <{where}>; rel=preload\r\nalt-svc: h2=":{port}"\r\n'
        "set-cookie: session=stolen\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
    ).encode()


async def orders_and_reads(house, operations, order):
    """Send every operation but those that end the session; yield each with its answer."""
    for operation in operations:
        if operation.scope in {None, "admin"}:
            continue
        positional, named = operation.request(house, order_id=order["order_id"])
        yield operation, await house(*positional, **named)


@ENGINES
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308, 300, 201])
async def test_a_redirect_of_a_broker_is_followed_by_nobody(
    open_house, operations, tickets, engine, status
):
    """The target hears nothing; callers get neither the redirect nor its address; no order is taken for placed."""
    house = open_house(broker="tradelocker")
    order = (await house.place("standing-1", **tickets["tradelocker"])).json()
    async with Listener() as target, Listener(redirect(status, target.port)) as broker:
        real = engine(Origin.parse(f"http://127.0.0.1:{broker.port}", None))
        house.engine.before = real.send
        async for operation, answer in orders_and_reads(house, operations, order):
            assert answer.status // 100 != 3, operation.operation_id
            assert str(target.port).encode() not in answer.body
            assert not [value for _, value in answer.pairs if str(target.port) in value]
            if operation.operation_id == "place_order":
                assert answer.status == 504, answer.body
        await real.close()
        assert broker.heard
        assert not [heard for heard in broker.heard if b"session=stolen" in heard]
        assert target.heard == []


@pytest.fixture
def gone(monkeypatch):
    """Where this test connects to and which names it looks up, instead of doing so.

    Gateways that other tests keep running live in threads of their own, begun before: what those do is let through.
    """
    places, others = [], set(threading.enumerate()) - {threading.current_thread()}

    def watched(really):
        def call(*arguments, **named):
            if threading.current_thread() in others:
                return really(*arguments, **named)
            return places.append(arguments)

        return call

    monkeypatch.setattr(socket.socket, "connect", watched(socket.socket.connect))
    monkeypatch.setattr(socket, "getaddrinfo", watched(socket.getaddrinfo))
    return places


async def test_who_looks_elsewhere_is_noticed(gone):
    """The watch itself: a look-up in a thread of the event loop, and a connection."""
    await asyncio.get_running_loop().getaddrinfo("stolen.example", 9)
    with socket.socket() as line:
        line.connect(("127.0.0.1", 9))
    assert [place[:2] for place in gone] == [("stolen.example", 9), (line, ("127.0.0.1", 9))]


def documented(bundles, broker):
    """What matches the paths of a broker's spec, below where its API stands."""
    from omnibroker.simulated import BASE_PATHS

    base = BASE_PATHS[broker].rstrip("/")
    paths = [
        re.sub(r"\\\{[^}]+\\\}", "[^/?#]+", re.escape(path)) for path in bundles[broker]["paths"]
    ]
    if broker == "tiger":
        return re.compile("/gateway")  # one address for all: what is asked stands in the body
    return re.compile(f"{re.escape(base)}({'|'.join(paths)})")


async def test_no_parameter_becomes_an_address(
    open_house, operations, tickets, bundles, broker, gone
):
    """Addresses and path tricks in every parameter: no socket, no look-up of a name, no path but the spec's."""
    house = open_house(broker=broker)
    order = (await house.place("standing-1", **tickets[broker])).json()
    before, tried = len(house.engine.requests), 0
    for operation in operations:
        if operation.scope in {None, "admin"}:
            continue
        for parameter in operation.parameters:
            name = parameter["name"]
            for place in ELSEWHERE:
                text = place.format(port=9)
                for value in (text, f"broker:{text}", f"{broker}:{text}", f"{broker}@{text}"):
                    values = {"order_id": order["order_id"], name: value}
                    positional, named = operation.request(house, name, **values)
                    answer = await house(*positional, **named)
                    tried += 1
                    assert answer.status < 500, (operation.operation_id, name, value, answer.body)
    assert tried > 1000
    assert gone == []
    legal = documented(bundles, broker)
    asked = {r.target.partition("?")[0] for r in house.engine.requests[before:]}
    assert [path for path in asked if not legal.fullmatch(path) or "stolen" in path] == []
    hosts = [v for r in house.engine.requests for n, v in r.headers if n.lower() == b"host"]
    assert hosts == []


async def test_addresses_in_an_order_are_refused_or_ignored(
    open_house, make_order, broker, tickets, gone
):
    """Each text field of an order, each made-up field for call-backs: nothing is called back."""
    house = open_house(broker=broker)
    await house("GET", "/v1/accounts")
    good = make_order("c-1", **tickets[broker])
    fields = [*good, "callback_url", "webhook", "base_url", "proxy", "redirect_uri", "url"]
    for field in fields:
        for place in ELSEWHERE:
            body = {**good, field: place.format(port=9)}
            answer = await house("POST", f"/v1/accounts/{house.account}/orders", body)
            assert answer.status in {400, 404, 409, 422}, (field, place, answer.body)
    assert gone == []
    assert await house.broker_orders() == []


async def test_headers_about_where_we_are_change_no_address(
    open_house, make_order, broker, tickets
):
    """Host and its forwarded kin never stand in an answer, nor do a caller's headers reach the broker."""
    house = open_house(broker=broker)
    await house("GET", "/v1/accounts")
    before = len(house.engine.requests)
    headers = [
        (b"host", b"stolen.example"),
        (b"x-forwarded-host", b"stolen.example"),
        (b"x-forwarded-for", b"stolen.example"),
        (b"forwarded", b"host=stolen.example"),
        (b"x-original-url", b"/stolen"),
        (b"x-rewrite-url", b"/stolen"),
        (b"origin", b"https://stolen.example"),
        (b"referer", b"https://stolen.example"),
        (b"cookie", b"stolen=1"),
        (b"traceparent", b"00-" + b"5" * 32 + b"-" + b"5" * 16 + b"-01"),
    ]
    body = make_order("c-1", **tickets[broker])
    answer = await house("POST", f"/v1/accounts/{house.account}/orders", body, headers=headers)
    assert answer.status in {201, 202}, answer.body
    assert answer.headers["location"].startswith(f"/v1/accounts/{house.account}/orders/")
    assert b"stolen" not in answer.body
    assert not [value for _, value in answer.pairs if "stolen" in value]
    for path in ("/v1/accounts/", "/docs/", "/v1//accounts"):
        moved = await house("GET", path, headers=headers)
        assert moved.status == 404, path
        assert "location" not in moved.headers
    for request in house.engine.requests[before:]:
        assert b"stolen" not in b"".join(n + v for n, v in request.headers) + request.body


async def test_a_link_in_a_brokers_answer_is_text(open_house, gone):
    """Addresses in documents that a broker sends are opened by nobody."""
    house = open_house(broker="ibkr")
    await house("GET", "/v1/accounts")
    page = b'{"error":"see http://127.0.0.1:9/stolen","$ref":"http://127.0.0.1:9/stolen"}'

    async def tell(_request):
        return WireResponse(200, {"content-type": "application/json"}, page)

    house.engine.before = tell
    for path in ("/v1/positions", "/v1/portfolio", "/v1/orders", "/v1/executions"):
        assert (await house("GET", path)).status < 600
    assert gone == []
