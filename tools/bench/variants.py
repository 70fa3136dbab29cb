"""The gateways that answer the same request, and how each is started."""

from collections.abc import Callable
from dataclasses import dataclass

import contract
import nginx
from gateway import omnibroker, omnibroker_four
from place import HERE, PRISM, PYTHON, ROOT, CannotMeasure
from request import KEY
from servers import Server, free_port

UVICORN = ["--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning"]


@dataclass(frozen=True)
class Variant:
    """One gateway: how it is started, what it does to the request, how long it warms up."""

    name: str
    label: str
    start: Callable[[Server], Server]
    maps: bool = True
    validates: bool = True
    warm_seconds: int = 1


def fastapi_with(client: str) -> Callable[[Server], Server]:
    """The hand-written FastAPI equivalent with one of its two upstream clients."""

    def start(upstream: Server) -> Server:
        if client == "engine" and not (ROOT / "runtime/omnibroker/upstream/engine.py").exists():
            raise CannotMeasure("our engine is missing (runtime/omnibroker/upstream/engine.py)")
        port = free_port()
        environment = {
            "BENCH_CLIENT": client, "BENCH_UPSTREAM": upstream.origin, "BENCH_KEY": KEY,
            "PYTHONPATH": str(ROOT / "runtime"),
        }  # fmt: skip
        command = [str(PYTHON), "-m", "uvicorn", "fastapi_app:app", "--app-dir", str(HERE),
                   "--host", "127.0.0.1", "--port", str(port), *UVICORN]  # fmt: skip
        return Server(f"fastapi-{client}", command, port, cpu=1, environment=environment)

    return start


def prism(upstream: Server) -> Server:
    """Prism as validating proxy: request and answer against the specification, no mapping."""
    port = free_port()
    command = [str(PRISM), "proxy", str(contract.write()), upstream.origin, "--errors",
               "-h", "127.0.0.1", "-p", str(port), "--verboseLevel", "fatal"]  # fmt: skip
    return Server("prism", command, port, cpu=1)


def direct(upstream: Server) -> Server:
    """No gateway: what the load generator and the fake broker do by themselves."""
    return upstream


VARIANTS = [
    Variant("omnibroker", "Omnibroker", omnibroker),
    Variant("omnibroker_four", "Omnibroker over four brokers", omnibroker_four),
    Variant("fastapi_httpx", "FastAPI + httpx", fastapi_with("httpx")),
    Variant("fastapi_engine", "FastAPI + our client", fastapi_with("engine")),
    Variant("prism", "Prism 5.14.2 proxy", prism, maps=False, warm_seconds=4),
    Variant("nginx", "nginx proxy_pass", nginx.proxy, maps=False, validates=False),
    Variant("direct", "no gateway", direct, maps=False, validates=False),
]
