"""Processes: the gateway on its address, simulated brokers beside it, certificates, the first words."""

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import msgspec
import uvicorn

if sys.platform != "win32":
    import uvloop

from omnibroker.config import AnyConnection, Config, ConfigError, is_loopback
from omnibroker.gateway import Gateway, create_app
from omnibroker.heads import BoundedHeads
from omnibroker.observe import configure_logging, log
from omnibroker.security import KeyFile, KeyStore, Principal, sandbox_store
from omnibroker.simulated import BASE_PATHS, connection_to, simulate
from omnibroker.tls import check_certificate, self_signed

_GRACE_SECONDS = 10
# Longer than clients keep theirs (httpx 5, aiohttp 15 seconds, a proxy's upstream 60): an order that is sent on a
# connection as it closes has a fate that its sender does not know.
_IDLE_SECONDS = 65
_BACKLOG = 2048
_SIGNALS = (signal.SIGINT, signal.SIGTERM)
_ALL = frozenset({"*"})
_SANDBOX_SCOPES = frozenset({"market:read", "account:read", "trade:paper", "admin"})
# The first seed's keys work on the sandbox too.
SANDBOX_KEYS = {
    "sandbox": Principal("sandbox", _SANDBOX_SCOPES, _ALL),
    "client_key_001": Principal("client_key_001", _SANDBOX_SCOPES, _ALL),
    "client_key_demo": Principal("client_key_demo", _SANDBOX_SCOPES - {"admin"}, _ALL),
}


class _Gateway(uvicorn.Server):
    """A server that a signal ends in order, with exit status 0: in-flight writes are settled first."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to serve, and log where."""
        await super().startup(sockets)
        for listener in sockets or []:
            address, port = listener.getsockname()[:2]
            log.info("listening", address=address, port=port)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Take SIGINT and SIGTERM while serving; unlike uvicorn, do not raise them again afterwards."""
        before = {number: signal.signal(number, self.handle_exit) for number in _SIGNALS}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


class _Beside(uvicorn.Server):
    """A server beside another one: signals are the first one's."""

    def capture_signals(self) -> AbstractContextManager[None]:  # type: ignore[override]
        """Leave signals alone."""
        return nullcontext()


def serve(config: Config, host: str | None, port: int | None) -> int:
    """Serve a configuration until stopped; raises ConfigError before anything listens."""
    config = _at(config, host, port)
    _refuse_exposure(config)
    if not config.connections:
        raise ConfigError(
            "The configuration has no [connections.<name>]: there is no broker to serve."
        )
    keys = KeyFile(config.keys).load()
    configure_logging(config.log.level)
    return _run(_run_gateway(config, keys))


def serve_sandbox(config: Config, host: str | None, port: int | None, seed: int) -> int:
    """Serve the gateway over simulated brokers, all in this process, on this machine only."""
    config = _at(config, host, port)
    if not is_loopback(config.server.host):
        raise ConfigError(
            f"--sandbox listens on this machine only, not on {config.server.host}: its key is public. "
            "For another address make keys (`omnibroker keys create`) and a configuration."
        )
    configure_logging(config.log.level)
    return _run(_run_sandbox(config, seed))


def serve_simulated(
    broker: str, port: int, seed: int, *, tls: bool, certificate_out: Path | None
) -> int:
    """Run one simulated broker alone; print its base URL first."""
    configure_logging("info")
    files = self_signed(certificate_out) if tls else None
    return _run(_run_simulated(broker, port, seed, files))


def _run(main: Coroutine[Any, Any, int]) -> int:
    """Run the program on the fastest loop that this system has."""
    if sys.platform == "win32":
        return asyncio.run(main)
    return uvloop.run(main)


async def _run_simulated(broker: str, port: int, seed: int, files: tuple[str, str] | None) -> int:
    listener = _listen("127.0.0.1", port)
    scheme = "https" if files else "http"
    print(f"{scheme}://127.0.0.1:{listener.getsockname()[1]}{BASE_PATHS[broker]}", flush=True)  # noqa: T201 - the program's own words
    options = {"ssl_certfile": files[0], "ssl_keyfile": files[1]} if files else {}
    await _Gateway(_settings(simulate(broker, seed=seed), **options)).serve(sockets=[listener])
    return 0


async def _run_gateway(config: Config, keys: KeyStore) -> int:
    app = create_app(config, keys, config.journal.address())
    listener = _listen(config.server.host, config.server.port)
    await _serve_gateway(app, listener)
    return 0


async def _run_sandbox(config: Config, seed: int) -> int:
    listener = _listen(config.server.host, config.server.port)
    async with _simulated_brokers(seed) as connections:
        config = msgspec.structs.replace(config, connections=connections)
        # The simulated brokers forget everything with the process: so does the journal, unless it is named.
        journal = config.journal.address() if config.journal.url else None
        app = create_app(config, sandbox_store(SANDBOX_KEYS), journal)
        words = _welcome(config, listener.getsockname()[1])
        print(words, flush=True)  # noqa: T201 - the program's own words
        await _serve_gateway(app, listener)
    return 0


async def _serve_gateway(app: Gateway, listener: socket.socket) -> None:
    server = app.config.server
    tls = {"ssl_certfile": server.tls_certificate, "ssl_keyfile": server.tls_key}
    options = tls if server.tls_certificate else {}
    try:
        with listener:  # also where the start fails
            await _Gateway(_settings(app, **options)).serve(sockets=[listener])
    except SystemExit:
        if app.failure is None:
            raise
        raise app.failure from None


@asynccontextmanager
async def _simulated_brokers(seed: int) -> AsyncIterator[dict[str, AnyConnection]]:
    """Run every simulated broker on a free port of this machine; yield the connections to them."""
    running: list[tuple[_Beside, asyncio.Task[None]]] = []
    connections: dict[str, AnyConnection] = {}
    for broker in BASE_PATHS:
        listener = _listen("127.0.0.1", 0)
        server = _Beside(_settings(simulate(broker, seed=seed)))
        running.append((server, asyncio.create_task(server.serve(sockets=[listener]))))
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        connections[broker] = connection_to(broker, origin)
    try:
        yield connections
    finally:
        for server, task in running:
            server.should_exit = True
            await task


def _settings(app: Any, **options: Any) -> uvicorn.Config:
    """Return uvicorn's settings. No `limit_concurrency`: it would refuse /health and cancels as well.

    What one connection can hold is bounded instead: its head, its body, its idle time.
    """
    return uvicorn.Config(
        app,
        http=BoundedHeads,
        ws="none",
        timeout_keep_alive=_IDLE_SECONDS,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="on" if hasattr(app, "start") else "off",
        timeout_graceful_shutdown=_GRACE_SECONDS,
        **options,
    )


def _listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; a taken port is named, with what to do."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With its protocol named, asyncio sends small answers at once.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        # From now on whoever has read the address can connect: it waits until the server accepts.
        listener.listen(_BACKLOG)
    except (OSError, UnicodeError) as error:
        listener.close()
        raise ConfigError(
            f"Cannot listen on {host}:{port}: {getattr(error, 'strerror', error)}. Another program may have the port; "
            "choose one with --port."
        ) from None
    listener.set_inheritable(True)
    return listener


def _at(config: Config, host: str | None, port: int | None) -> Config:
    server = config.server
    if host is not None:
        server = msgspec.structs.replace(server, host=host)
    if port is not None:
        server = msgspec.structs.replace(server, port=port)
    return msgspec.structs.replace(config, server=server)


def _refuse_exposure(config: Config) -> None:
    server = config.server
    if (server.tls_certificate is None) != (server.tls_key is None):
        raise ConfigError("[server] needs both tls_certificate and tls_key, or neither.")
    if server.tls_certificate is not None and server.tls_key is not None:
        check_certificate(server.tls_certificate, server.tls_key)
    if is_loopback(server.host) or server.tls_certificate or server.expose_without_tls:
        return
    raise ConfigError(
        f"[server] host {server.host} is reachable from outside: set tls_certificate and tls_key, or "
        "expose_without_tls = true where something in front of the gateway ends TLS."
    )


def _welcome(config: Config, port: int) -> str:
    host = config.server.host
    url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    brokers = "\n".join(
        f"  {name:<13}{connection.base_url}" for name, connection in config.connections.items()
    )
    bars = "\n".join(_BARS_LINE.format(url=url, **_BARS[name]) for name in config.connections)
    return _WELCOME.format(url=url, brokers=brokers, bars=bars)


# Of bars no adjustment is served by all: each broker is asked for one of its own.
_BARS = {
    "tiger": {"connection": "tiger", "instrument": "AAPL.US", "adjustment": "NONE"},
    "futu": {"connection": "futu", "instrument": "00700.HK", "adjustment": "FORWARD"},
    "ibkr": {"connection": "ibkr", "instrument": "AAPL.US", "adjustment": "SPLIT"},
    "tradelocker": {
        "connection": "tradelocker",
        "instrument": "CFD:EURUSD",
        "adjustment": "NONE",
    },
}
_BARS_LINE = (
    """  curl -H "$K" '{url}/v1/bars?connection={connection}&instrument={instrument}"""
    "&interval=1DAY&adjustment={adjustment}&session=REGULAR&limit=5'"
)
_WELCOME = """\
Omnibroker on simulated brokers: no real account is reached.

  {url}/docs            the API, to browse and try (authorize with: sandbox)
  {url}/openapi.json    the contract

The simulated brokers, each at its own address (faults and clock: docs/sandbox.md):

{brokers}

Try it:

  K='Authorization: Bearer sandbox'
  curl -H "$K" {url}/v1/accounts
  curl -H "$K" '{url}/v1/quotes?instrument=AAPL.US'
{bars}

  # the same order goes to tiger:20240830213609658 and futu:1007002
  curl -H "$K" -H 'Content-Type: application/json' {url}/v1/accounts/ibkr:DU1234567/orders \\
       -d '{{"client_order_id": "first-1", "instrument": "AAPL.US", "side": "BUY", "type": "LIMIT", "quantity": "1",
            "limit_price": "100", "time_in_force": "DAY", "session": "REGULAR", "position_effect": "AUTO"}}'
  # lots, until cancelled, opening a position of its own
  curl -H "$K" -H 'Content-Type: application/json' {url}/v1/accounts/tradelocker:800101/orders \\
       -d '{{"client_order_id": "first-2", "instrument": "CFD:EURUSD", "side": "BUY", "type": "LIMIT", "quantity": "0.1",
            "quantity_unit": "LOT", "limit_price": "1", "time_in_force": "GTC", "session": "REGULAR", "position_effect": "OPEN"}}'
  curl -H "$K" {url}/v1/orders

Stop with Ctrl-C.
"""
