"""Gateway and simulated broker on free loopback ports of this process, for the fuzzer's real HTTP client."""

import asyncio
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import httpx
import pytest
import uvicorn
from fuzzing import PATIENCE_SECONDS

from omnibroker.config import Config, Orders
from omnibroker.gateway import Gateway
from omnibroker.security import sandbox_store
from omnibroker.serving import SANDBOX_KEYS
from omnibroker.simulated import connection_to, simulate


class Loop:
    """An event loop in a thread of its own."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        """Run a coroutine there and wait for its result."""
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(30)

    def serve(self, app: Any) -> tuple[str, Callable[[], None]]:
        """Serve an application; return its URL and what stops it."""
        return self.run(self._serve(app))

    async def _serve(self, app: Any) -> tuple[str, Callable[[], None]]:
        lifespan = "on" if hasattr(app, "start") else "off"
        listener = socket.create_server(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan=lifespan))
        # The socket listens already: a request that comes early waits in its queue.
        task = asyncio.create_task(server.serve(sockets=[listener]))
        port = listener.getsockname()[1]

        async def ended() -> None:
            server.should_exit = True
            await task

        return f"http://127.0.0.1:{port}", lambda: self.run(ended())

    def close(self) -> None:
        """End the loop and its thread."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


@pytest.fixture(scope="session")
def loop_thread() -> Iterator[Loop]:
    """The loop that the servers run in."""
    loop = Loop()
    yield loop
    loop.close()


Start = Callable[..., tuple[str, dict[str, str]]]


@pytest.fixture(scope="session")
def start_gateway(loop_thread: Loop) -> Iterator[Start]:
    """Start a gateway over its own simulated brokers; return (gateway's URL, {broker: its URL})."""
    stops: list[Callable[[], None]] = []

    def start(*brokers: str, plans: bool = True) -> tuple[str, dict[str, str]]:
        urls: dict[str, str] = {}
        for broker in brokers:
            urls[broker], stop_broker = loop_thread.serve(simulate(broker, seed=11))
            stops.append(stop_broker)
        config = Config(
            connections={broker: connection_to(broker, url) for broker, url in urls.items()},
            orders=Orders(deadline_seconds=PATIENCE_SECONDS, confirm_seconds=0.05),
        )
        gateway = Gateway(config, sandbox_store(SANDBOX_KEYS), plans=plans)
        url, stop_gateway = loop_thread.serve(gateway)
        stops.append(stop_gateway)
        # The sessions come up in the background; a first read waits for them.
        headers = {"authorization": "Bearer sandbox"}
        first = httpx.get(f"{url}/v1/positions", headers=headers, timeout=PATIENCE_SECONDS)
        assert (first.status_code, first.json()["incomplete"]) == (200, []), first.text
        return url, urls

    yield start
    for stop in reversed(stops):
        stop()


@pytest.fixture(scope="session")
def start_broker(loop_thread: Loop) -> Iterator[Callable[[str], str]]:
    """Start a simulated broker alone, its session up; return its URL."""
    stops: list[Callable[[], None]] = []

    def start(broker: str) -> str:
        url, stop = loop_thread.serve(simulate(broker, seed=11, ready=True))
        stops.append(stop)
        return url

    yield start
    for stop in stops:
        stop()
