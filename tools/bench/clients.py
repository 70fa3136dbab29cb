"""Compare our engines with other HTTP clients, side by side: `python tools/bench/clients.py`.

Every client gets the same GET (300 B JSON answer, pooled connections, no decoding) from the same
local server, in shuffled rounds, at 1 and at 64 callers. Read the ratios; the microseconds belong
to the machine. nginx serves if it is installed, else a small asyncio server does (which shares
little else with the clients, but is slower than some of them). aiohttp and pyreqwest are compared
if they are installed. Bounded: about `rounds x callers x clients x seconds`, 40 s by default.
"""

import argparse
import asyncio
import contextlib
import gc
import importlib.util
import multiprocessing
import random
import shutil
import socket
import statistics
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import httpx
import uvloop
from servers import free_port

from omnibroker.upstream.engine import FastEngine
from omnibroker.upstream.plain import PlainEngine
from omnibroker.upstream.wire import Engine, Origin, WireRequest

ANSWER = b'{"pad":"' + b"x" * 290 + b'"}'
TARGET = "/v1/api/tickle"
BASE = "httpx"
NGINX = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off; keepalive_requests 100000000;
  server {{
    listen 127.0.0.1:{port};
    location / {{ default_type application/json; return 200 '{answer}'; }}
  }}
}}
"""

Call = Callable[[], Awaitable[None]]


@contextlib.contextmanager
def nginx(port: int) -> Iterator[None]:
    """An nginx of our own, in the foreground of a child process."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nginx.conf"
        path.write_text(NGINX.format(folder=folder, port=port, answer=ANSWER.decode()))
        arguments = ["nginx", "-p", folder, "-c", str(path), "-e", f"{folder}/error.log"]
        process = subprocess.Popen(arguments)
        try:
            yield
        finally:
            process.terminate()
            process.wait(timeout=10)


class Responder(asyncio.Protocol):
    """Answers every request head with the same bytes."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way back."""
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """One answer per blank line."""
        head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
        self.transport.write((head % len(ANSWER) + ANSWER) * data.count(b"\r\n\r\n"))


def respond(port: int) -> None:
    """Serve for ever, in a process of its own."""

    async def serve() -> None:
        server = await asyncio.get_running_loop().create_server(Responder, "127.0.0.1", port)
        await server.serve_forever()

    uvloop.run(serve())


@contextlib.contextmanager
def responder(port: int) -> Iterator[None]:
    """The asyncio server, for machines without nginx."""
    process = multiprocessing.get_context("spawn").Process(target=respond, args=(port,))
    process.start()
    try:
        yield
    finally:
        process.terminate()
        process.join(timeout=10)


def wait_for(port: int) -> None:
    """Return when the server accepts connections; TimeoutError after five seconds."""
    end = time.monotonic() + 5
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 0.2):
            return
        time.sleep(0.02)
    raise TimeoutError("The local server did not start")


def check(status: int, body: bytes) -> None:
    """A client that gets anything else is not measured."""
    if status != httpx.codes.OK or len(body) != len(ANSWER):
        raise RuntimeError(f"Wrong answer: {status}, {len(body)} bytes")


@contextlib.asynccontextmanager
async def with_engine(engine: Engine) -> AsyncIterator[Call]:
    """Calls through one of our engines, deadline included."""
    headers = ((b"accept", b"application/json"),)
    now = asyncio.get_running_loop().time

    async def call() -> None:
        request = WireRequest("GET", TARGET, headers, b"", now() + 10, mutating=False)
        response = await engine.send(request)
        check(response.status, response.body)

    try:
        yield call
    finally:
        await engine.close()


@contextlib.asynccontextmanager
async def with_httpx(url: str) -> AsyncIterator[Call]:
    """Calls through httpx as people use it."""
    limits = httpx.Limits(max_connections=64, max_keepalive_connections=64)
    async with httpx.AsyncClient(limits=limits, trust_env=False, timeout=10) as client:

        async def call() -> None:
            response = await client.get(url + TARGET)
            check(response.status_code, response.content)

        yield call


@contextlib.asynccontextmanager
async def with_aiohttp(url: str) -> AsyncIterator[Call]:
    """Calls through aiohttp."""
    import aiohttp  # noqa: PLC0415 - compared only where installed

    async with aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=64), timeout=aiohttp.ClientTimeout(total=10)
    ) as session:

        async def call() -> None:
            async with session.get(url + TARGET) as response:
                check(response.status, await response.read())

        yield call


@contextlib.asynccontextmanager
async def with_pyreqwest(url: str) -> AsyncIterator[Call]:
    """Calls through pyreqwest, an HTTP client written in Rust."""
    from datetime import timedelta  # noqa: PLC0415

    from pyreqwest.client import ClientBuilder  # noqa: PLC0415 - compared only where installed

    builder = ClientBuilder().timeout(timedelta(seconds=10)).max_connections(64)
    async with builder.build() as client:

        async def call() -> None:
            response = await client.get(url + TARGET).build().send()
            check(response.status, bytes(await response.bytes()))

        yield call


def clients(url: str) -> dict[str, Callable[[], contextlib.AbstractAsyncContextManager[Call]]]:
    """The clients to compare, by name; httpx first: it is the base of the ratios."""
    origin = Origin.parse(url, None)
    found = {
        BASE: lambda: with_httpx(url),
        "PlainEngine (httpx)": lambda: with_engine(PlainEngine(origin, keep_alive_seconds=15)),
        "FastEngine": lambda: with_engine(FastEngine(origin)),
        "aiohttp": lambda: with_aiohttp(url),
        "pyreqwest": lambda: with_pyreqwest(url),
    }
    return {name: make for name, make in found.items() if installed(name)}


def installed(name: str) -> bool:
    """True unless the client is a package that is missing here."""
    return name not in {"aiohttp", "pyreqwest"} or importlib.util.find_spec(name) is not None


async def measure(make: Callable, callers: int, seconds: float) -> tuple[float, float, float]:
    """(CPU us a call, wall us a call, p99 us) of `callers` that call one after the other."""
    spent: list[float] = []

    async def caller(call: Call, end: float) -> None:
        while (begin := time.perf_counter()) < end:
            await call()
            spent.append(time.perf_counter() - begin)

    gc.collect()
    async with make() as call:
        await asyncio.gather(
            *[caller(call, time.perf_counter() + seconds / 4) for _ in range(callers)]
        )
        spent.clear()
        begin, cpu = time.perf_counter(), time.process_time()
        await asyncio.gather(*[caller(call, begin + seconds) for _ in range(callers)])
        wall, cpu = time.perf_counter() - begin, time.process_time() - cpu
    p99 = statistics.quantiles(spent, n=100)[98]
    return cpu / len(spent) * 1e6, wall / len(spent) * 1e6, p99 * 1e6


def run(url: str, rounds: int, seconds: float, seed: int) -> dict[tuple[str, int], list[float]]:
    """Medians over shuffled rounds, by client and number of callers."""
    dice = random.Random(seed)  # noqa: S311 - an order of rounds, no secret
    found: dict[tuple[str, int], list[tuple[float, float, float]]] = {}
    makers = clients(url)
    for _ in range(rounds):
        points = [(name, callers) for name in makers for callers in (1, 64)]
        dice.shuffle(points)
        for name, callers in points:
            figures = uvloop.run(measure(makers[name], callers, seconds))
            found.setdefault((name, callers), []).append(figures)
    return {
        point: [statistics.median(column) for column in zip(*rows, strict=True)]
        for point, rows in found.items()
    }


def show(found: dict[tuple[str, int], list[float]]) -> None:
    """Print the table: ratios to httpx in the same run; CPU suffers least from busy neighbours."""
    print(
        "| client | callers | CPU, httpx / x | throughput / httpx | p99 / httpx | CPU us | wall us |"
    )
    print("|---|---|---|---|---|---|---|")
    for (name, callers), (cpu, wall, p99) in sorted(found.items(), key=lambda item: item[0][1]):
        base_cpu, base_wall, base_p99 = found[BASE, callers]
        ratios = f"{base_cpu / cpu:.1f} | {base_wall / wall:.1f} | {p99 / base_p99:.2f}"
        print(f"| {name} | {callers} | {ratios} | {cpu:.0f} | {wall:.0f} |")


def main() -> None:
    """Start a server, compare, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=0.6, help="per client, point and round")
    parser.add_argument("--seed", type=int, default=1, help="order of the rounds")
    options = parser.parse_args()
    port = free_port()
    serving = nginx if shutil.which("nginx") else responder
    with serving(port):
        wait_for(port)
        print(f"server: {serving.__name__}, rounds: {options.rounds}, seed: {options.seed}\n")
        show(run(f"http://127.0.0.1:{port}", options.rounds, options.seconds, options.seed))


if __name__ == "__main__":
    main()
