"""A peer that misbehaves on purpose, the two engines, and TLS material for both."""

import asyncio
import contextlib
import hashlib
import socket
import ssl
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import pytest
import pytest_asyncio
import trustme

from omnibroker.upstream.engine import FastEngine
from omnibroker.upstream.plain import PlainEngine
from omnibroker.upstream.wire import Origin, Tls, WireRequest


@dataclass
class Line:
    """The peer's end of one connection."""

    number: int
    peer: "Peer"
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def request(self) -> bytes:
        """Read one whole request; IncompleteReadError where the engine goes away."""
        head = await self.reader.readuntil(b"\r\n\r\n")
        length = 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        raw = head + await self.reader.readexactly(length)
        self.peer.requests.append((self.number, raw))
        self.peer.arrivals.put_nowait(raw)
        return raw

    async def say(self, raw: bytes) -> None:
        self.writer.write(raw)
        await self.writer.drain()

    async def gone(self) -> None:
        """Wait until the engine has closed its end."""
        with contextlib.suppress(ConnectionError):
            while await self.reader.read(65536):
                pass
        self.peer.departures.put_nowait(self.number)

    def reset(self) -> None:
        """End the connection with RST instead of FIN."""
        raw = self.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


Script = Callable[[Line], Awaitable[None]]


@dataclass
class Peer:
    """A raw server: each connection runs the script; ending the script ends the connection."""

    script: Script
    port: int = 0
    connections: int = 0
    requests: list[tuple[int, bytes]] = field(default_factory=list)
    arrivals: asyncio.Queue[bytes] = field(default_factory=asyncio.Queue)
    departures: asyncio.Queue[int] = field(default_factory=asyncio.Queue)
    endings: asyncio.Queue[int] = field(default_factory=asyncio.Queue)
    tasks: dict[asyncio.Task[None], asyncio.StreamWriter] = field(default_factory=dict)

    def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # No coroutine: a connection must be known, and so be closed, even if its task never starts.
        self.connections += 1
        line = Line(self.connections, self, reader, writer)
        self.tasks[asyncio.create_task(self.run(line))] = writer

    async def run(self, line: Line) -> None:
        try:
            await self.script(line)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            line.writer.close()
            with contextlib.suppress(ConnectionError, ssl.SSLError):
                await line.writer.wait_closed()
            self.endings.put_nowait(line.number)


@pytest_asyncio.fixture
async def serve():
    """A starter of peers (script, TLS context or None); they end with the test."""
    started = []

    async def start(script: Script, tls: ssl.SSLContext | None = None) -> Peer:
        peer = Peer(script)
        server = await asyncio.start_server(peer.accept, "127.0.0.1", 0, ssl=tls)
        peer.port = server.sockets[0].getsockname()[1]
        started.append((server, peer))
        return peer

    yield start
    for server, peer in started:
        server.close()
        for task, writer in peer.tasks.items():
            task.cancel()
            writer.transport.abort()
        await asyncio.gather(*peer.tasks, return_exceptions=True)
        await server.wait_closed()


@pytest.fixture(params=[FastEngine, PlainEngine], ids=["fast", "plain"])
def engine_class(request):
    """Both engines: whatever holds of one holds of the other."""
    return request.param


@pytest_asyncio.fixture
async def build():
    """Build engines that are closed with the test: `build(engine_class, peer, tls, **options)`."""
    engines = []

    def make(kind, peer, tls: Tls | None = None, host: str = "127.0.0.1", **options):
        scheme = "http" if tls is None else "https"
        engine = kind(Origin.parse(f"{scheme}://{host}:{peer.port}", tls), **options)
        engines.append(engine)
        return engine

    yield make
    for engine in engines:
        await engine.close()


@pytest.fixture
def ask():
    """Build requests: `ask(mutating=…, method=…, …)`, due in `within` seconds."""

    def make(
        target: str = "/v1/api/tickle",
        *,
        method: str = "GET",
        body: bytes = b"",
        mutating: bool = False,
        within: float = 20.0,
        headers: tuple[tuple[bytes, bytes], ...] = (),
    ) -> WireRequest:
        deadline = asyncio.get_running_loop().time() + within
        return WireRequest(method, target, headers, body, deadline, mutating)

    return make


@pytest.fixture(scope="session")
def authority() -> trustme.CA:
    """A certificate authority of our own."""
    return trustme.CA()


@pytest.fixture(scope="session")
def authority_file(authority, tmp_path_factory) -> str:
    """The authority's certificate as a file."""
    path = tmp_path_factory.mktemp("tls") / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    return str(path)


@pytest.fixture(scope="session")
def certificate(authority) -> trustme.LeafCert:
    """The peer's certificate, valid for 127.0.0.1 and gateway.test."""
    return authority.issue_cert("127.0.0.1", "gateway.test")


@pytest.fixture(scope="session")
def peer_tls(certificate) -> ssl.SSLContext:
    """The peer's side of TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@pytest.fixture(scope="session")
def pin(certificate) -> str:
    """The SHA-256 of the peer's certificate, as openssl prints it."""
    der = ssl.PEM_cert_to_DER_cert(certificate.cert_chain_pems[0].bytes().decode())
    digest = hashlib.sha256(der).hexdigest().upper()
    return ":".join(digest[i : i + 2] for i in range(0, 64, 2))
