"""An ASGI client, an engine whose wire is an application in this process, and a clock that jumps."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import pytest

from faulting.virtual import VirtualLoop
from omnibroker.upstream.wire import WireRequest, WireResponse

App = Callable[[Any, Any, Any], Awaitable[None]]


@dataclass
class Answer:
    """What an application answered; header names in lower case, repeated ones kept."""

    status: int
    pairs: list[tuple[str, str]]
    body: bytes

    @property
    def headers(self) -> dict[str, str]:
        return dict(self.pairs)

    def json(self) -> Any:
        return json.loads(self.body)


async def send_request(
    app: App,
    method: str,
    path: str,
    *,
    query: bytes = b"",
    headers: Iterable[tuple[bytes, bytes]] = (),
    chunks: Iterable[bytes] = (b"",),
    client: tuple[str, int] = ("127.0.0.1", 40000),
    raw_path: bytes | None = None,
    receive: Callable[[], Awaitable[Any]] | None = None,
) -> Answer:
    """Send one request, its body in chunks or as `receive` tells it, as an ASGI server would."""
    pieces = list(chunks) or [b""]
    messages = [
        {"type": "http.request", "body": piece, "more_body": n + 1 < len(pieces)}
        for n, piece in enumerate(pieces)
    ]
    sent: list[Any] = []

    async def chunk():
        return messages.pop(0) if messages else {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode() if raw_path is None else raw_path,
        "query_string": query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in headers],
        "client": client,
        "server": ("127.0.0.1", 9000),
    }
    await app(scope, receive or chunk, send)
    head = sent[0]
    assert [m["type"] for m in sent].count("http.response.start") == 1
    pairs = [(n.decode("latin-1").lower(), v.decode("latin-1")) for n, v in head["headers"]]
    return Answer(head["status"], pairs, b"".join(m.get("body", b"") for m in sent[1:]))


@pytest.fixture(scope="session")
def request_of() -> Callable[..., Awaitable[Answer]]:
    """What sends one raw request to an application."""
    return send_request


@dataclass
class AsgiEngine:
    """An engine without sockets: the peer is an ASGI application in this process."""

    app: App
    requests: list[WireRequest] = field(default_factory=list)
    # Awaited while nothing of the request has left: what opening a connection takes.
    connect: Callable[[WireRequest], Awaitable[None]] | None = None
    # Called before the request reaches the application; may raise NotSent or Lost, or answer itself.
    before: Callable[[WireRequest], Awaitable[WireResponse | None]] | None = None

    async def send(self, request: WireRequest) -> WireResponse:
        if self.connect is not None:
            await self.connect(request)
        request.check(asyncio.get_running_loop().time())
        self.requests.append(request)
        if self.before is not None:
            answer = await self.before(request)
            if answer is not None:
                return answer
        path, _, query = request.target.partition("?")
        answer = await send_request(
            self.app,
            request.method,
            path,
            query=query.encode(),
            headers=request.headers,
            chunks=[request.body],
        )
        return WireResponse(answer.status, answer.headers, answer.body)

    async def close(self) -> None:
        """Close nothing."""

    def asked(self, end_of_path: str) -> int:
        """Count the requests whose path ends so."""
        return sum(r.target.partition("?")[0].endswith(end_of_path) for r in self.requests)


@pytest.fixture
def patiently():
    """Let the other tasks run until a condition holds; a bounded number of turns, no clock."""

    async def until(condition: Callable[[], bool], turns: int = 2000) -> None:
        for _ in range(turns):
            if condition():
                return
            await asyncio.sleep(0)
        raise AssertionError("the condition never came to hold")

    return until


def pytest_asyncio_loop_factories(config, item):
    """Give modules that say VIRTUAL_TIME = True a clock that jumps."""
    virtual = getattr(item.module, "VIRTUAL_TIME", False)
    return {"virtual": VirtualLoop} if virtual else {"real": asyncio.new_event_loop}
