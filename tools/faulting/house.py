"""One house: the gateway and a simulated broker, each on a socket of its own, and a client; nothing is faked."""

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import uvicorn

from faulting.facts import FACTS, Facts
from omnibroker import simulated
from omnibroker.config import Audit, Config, Secret
from omnibroker.gateway import Gateway
from omnibroker.security import sandbox_store
from omnibroker.serving import SANDBOX_KEYS
from omnibroker.storage.store import Store
from omnibroker.upstream.engine import FastEngine
from omnibroker.upstream.wire import Lost, NotSent, Origin, WireRequest
from omnibroker_sandbox.exchange import Exchange

# Longer than any deadline of the gateway: then an answer that does not come will never come.
_CLIENT_SECONDS = 120.0
_CUT_SECONDS = 30
# Where there is one, a folder without a disk behind it: the journal's own waiting shows nothing here.
_IN_MEMORY = Path("/dev/shm")  # noqa: S108 - a folder with a name of its own is made in it
_LISTENING = ("127.0.0.1", 0)
_AUTHORIZED = (b"authorization", b"Bearer sandbox")


@dataclass(slots=True)
class Answer:
    """What a client saw: `status` 0 where it saw no complete answer; instants of the loop's clock.

    `excused`: the client left, or the gateway was stopped. `cut`: the wire to the broker was cut meanwhile,
    so nobody can say what had left.
    """

    status: int
    body: Any
    began: float
    ended: float
    excused: bool = False
    cut: bool = False

    @property
    def code(self) -> str:
        """The problem's code; "" for a success or no answer."""
        body = self.body
        return str(body.get("code", "")) if self.status >= 400 and isinstance(body, dict) else ""


@dataclass(slots=True)
class Arrivals:
    """An ASGI layer in front of the simulated broker: it keeps what arrived, and changes nothing."""

    app: Any
    facts: Facts
    places: list[bytes] = field(default_factory=list)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Read the request whole, keep it if it is a new order, then pass it on."""
        messages = []
        while not messages or messages[-1].get("more_body"):
            messages.append(await receive())
        body = b"".join(message.get("body", b"") for message in messages)
        if self.facts.is_place(scope["method"], scope["path"], body):
            self.places.append(body)

        async def again() -> Any:
            return messages.pop(0) if messages else await receive()

        await self.app(scope, again, send)

    def of(self, tag: str) -> int:
        """Count the requests for a new order that carried a tag."""
        return sum(tag.encode() in body for body in self.places)


class House:
    """A gateway over one simulated broker, in the running loop; `gateway` builds another gateway."""

    def __init__(self, broker: str, seed: int, gateway: Callable[..., Gateway] = Gateway) -> None:
        self.facts = FACTS[broker]
        self.broker = broker
        self._holder = _bound(_LISTENING)
        self._address = self._holder.getsockname()
        self.exchange, app = _simulated(broker, seed)
        self.arrivals = Arrivals(app, self.facts)
        self._broker_server = _server(self.arrivals)
        connection = simulated.connection_to(broker, f"http://127.0.0.1:{self._address[1]}")
        self._folder = TemporaryDirectory(dir=_IN_MEMORY if _IN_MEMORY.is_dir() else None)
        audit = Audit(key=Secret(file=f"{self._folder.name}/audit.key"))
        self._config = Config(connections={broker: connection}, audit=audit)
        self._build = gateway
        self.restarts = 0
        self.cuts = 0
        self.refusing = True

    async def start(self) -> None:
        """Listen, and wait until the session is up."""
        await self.listen()
        self._control = FastEngine(Origin("http", "127.0.0.1", self._address[1], None))
        await self._open()
        answer = await self.ask("GET", f"/v1/orders?account_id={self.facts.account}")
        if answer.status != 200:
            raise RuntimeError(f"The simulated {self.broker} does not come up: {answer.body}")

    async def stop(self) -> None:
        """End the gateway first, then what it spoke to."""
        await self.listen()
        await self._close()
        await self._control.close()
        _stop_listening(self._broker_server)
        _cut(self._broker_server)
        self._holder.close()
        await asyncio.sleep(_CUT_SECONDS)
        self._folder.cleanup()

    async def restart(self) -> None:
        """Stop the gateway as a signal does, and begin another one on the same journal."""
        self.restarts += 1
        await self._close()
        await self._open()

    async def _open(self) -> None:
        url = f"sqlite:///{self._folder.name}/journal.sqlite"
        keys = sandbox_store(SANDBOX_KEYS)
        self.gateway = self._build(self._config, keys, store=Store.open(url))
        self._gateway_server = _server(self.gateway)
        listener = _bound(_LISTENING)
        await _listen(self._gateway_server, listener)
        port = listener.getsockname()[1]
        self._client = FastEngine(Origin("http", "127.0.0.1", port, None))
        await self.gateway.start()

    async def _close(self) -> None:
        _stop_listening(self._gateway_server)
        _cut(self._gateway_server)
        await self.gateway.stop()
        await self._client.close()

    async def ask(
        self,
        method: str,
        target: str,
        body: Any = None,
        *,
        key: str = "",
        patience: int | None = None,
    ) -> Answer:
        """Ask the gateway; after `patience` milliseconds the client closes its connection."""
        headers = [_AUTHORIZED]
        if key:
            headers.append((b"idempotency-key", key.encode()))
        seconds = _CLIENT_SECONDS if patience is None else patience / 1000
        cuts, restarts = self.cuts, self.restarts
        answer = await _send(self._client, method, target, body, headers, seconds)
        answer.excused = patience is not None or restarts != self.restarts
        answer.cut = cuts != self.cuts
        return answer

    async def control(self, method: str, name: str, body: Any = None) -> Any:
        """Steer the simulated broker; raises where it does not understand."""
        answer = await _send(self._control, method, f"/sandbox/{name}", body, [], _CLIENT_SECONDS)
        if answer.status != 200:
            raise RuntimeError(f"The control {name} {body} was refused: {answer.body}")
        return answer.body

    async def refuse(self, *, cut: bool) -> None:
        """Refuse new connections to the broker, and with `cut` end those that are open."""
        _stop_listening(self._broker_server)
        self.refusing = True
        if cut:
            self.cuts += 1
            _cut(self._broker_server)

    async def listen(self) -> None:
        """Let connections to the broker through again."""
        if self.refusing:
            self.refusing = False
            await _listen(self._broker_server, _bound(self._address))


def _simulated(broker: str, seed: int) -> tuple[Exchange, Any]:
    """Return a simulated broker whose clock is the loop's, and its exchange."""
    loop, began = asyncio.get_running_loop(), datetime.now(UTC).replace(microsecond=0)
    zero = loop.time()

    def clock() -> datetime:
        return began + timedelta(seconds=loop.time() - zero)

    exchange = Exchange(seed, clock)
    return exchange, simulated.simulate(broker, seed=seed, exchange=exchange)


def _bound(address: tuple[str, int]) -> socket.socket:
    """Return a bound socket; one that never listens keeps the port while connections are refused."""
    # With its protocol named, or the loop would leave small writes waiting for each other.
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    bound.bind(address)
    return bound


def _server(app: Callable[..., Awaitable[None]]) -> uvicorn.Server:
    config = uvicorn.Config(
        app,
        log_config=None,
        log_level="critical",
        access_log=False,
        lifespan="off",
        http="httptools",
    )
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    return server


async def _listen(server: uvicorn.Server, listener: socket.socket) -> None:
    """Serve on a socket; without the server's own loop, which would tick ten times a second."""
    await server.startup(sockets=[listener])


def _stop_listening(server: uvicorn.Server) -> None:
    for each in getattr(server, "servers", ()):
        each.close()


def _cut(server: uvicorn.Server) -> None:
    for connection in list(server.server_state.connections):
        transport = getattr(connection, "transport", None)
        if transport is not None:
            transport.abort()


async def _send(
    client: FastEngine,
    method: str,
    target: str,
    body: Any,
    headers: list[tuple[bytes, bytes]],
    seconds: float,
) -> Answer:
    began = asyncio.get_running_loop().time()
    if body is not None:
        kind = b"application/merge-patch+json" if method == "PATCH" else b"application/json"
        headers.append((b"content-type", kind))
    content = b"" if body is None else json.dumps(body).encode()
    request = WireRequest(method, target, tuple(headers), content, began + seconds, mutating=True)
    try:
        heard = await client.send(request)
        status, said = heard.status, json.loads(heard.body)
    except (Lost, NotSent) as error:
        status, said = 0, error.reason
    return Answer(status, said, began, asyncio.get_running_loop().time())
