"""Gateway and simulated broker on free loopback ports of this process, for the fuzzer's real HTTP client."""

import asyncio
import socket
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import httpx
import pytest
import uvicorn

from omnibroker.config import Config, Connection, Orders
from omnibroker.gateway import Gateway
from omnibroker.security import sandbox_store
from omnibroker.serving import SANDBOX_KEYS
from omnibroker.simulated import BASE_PATHS, simulate


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


@pytest.fixture(scope="session")
def start_gateway(loop_thread: Loop) -> Iterator[Callable[..., tuple[str, str]]]:
    """Start a gateway over its own simulated broker; return (gateway's URL, broker's URL)."""
    stops: list[Callable[[], None]] = []

    def start(*, plans: bool = True) -> tuple[str, str]:
        broker, stop_broker = loop_thread.serve(simulate("ibkr", seed=11))
        connection = Connection(
            broker="ibkr",
            base_url=broker + BASE_PATHS["ibkr"],
            environment="paper",
            pacing="off",
            simulated=True,
        )
        config = Config(
            connections={"ibkr": connection},
            orders=Orders(deadline_seconds=5, confirm_seconds=0.05),
        )
        gateway = Gateway(config, sandbox_store(SANDBOX_KEYS), plans=plans)
        url, stop_gateway = loop_thread.serve(gateway)
        stops.extend([stop_gateway, stop_broker])
        # The session comes up in the background; a first read waits for it.
        headers = {"authorization": "Bearer sandbox"}
        assert httpx.get(f"{url}/v1/positions", headers=headers).status_code == 200
        return url, broker

    yield start
    for stop in stops:
        stop()


@pytest.fixture(scope="session")
def gateway_url(start_gateway: Callable[..., tuple[str, str]]) -> str:
    """A gateway with plans on, over a healthy simulated broker."""
    return start_gateway()[0]


@pytest.fixture(scope="session")
def ordinary_url(start_gateway: Callable[..., tuple[str, str]]) -> str:
    """A gateway that serves everything through Connexion's ordinary stack."""
    return start_gateway(plans=False)[0]


@pytest.fixture(scope="session")
def broker_url(loop_thread: Loop) -> Iterator[str]:
    """A simulated broker alone, its session up."""
    url, stop = loop_thread.serve(simulate("ibkr", seed=11, ready=True))
    yield url
    stop()
