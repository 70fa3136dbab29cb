"""CPU of the framework alone: in-process ASGI calls of one trivial operation, 60 and 250 operations.

The operation uses everything: key, scope, two path parameters, two query parameters, a validated body
and a validated answer. Prints one JSON line.
"""

import asyncio
import gc
import json
import random
import sys
import time
from collections.abc import Callable, Coroutine
from statistics import median
from typing import Any

from place import CannotMeasure, use_sources
from request import KEY

SIZES = (60, 250)
CALLS, STOCK_CALLS, ROUNDS = 2000, 100, 9
BODY = b'{"name":"bolt","quantity":"12.50"}'
TEXT = {"type": "string", "pattern": "^[A-Za-z0-9._-]{1,64}$"}
Timed = Callable[[int], Coroutine[Any, Any, float]]


def bundle(operations: int) -> dict[str, Any]:
    """A specification of that many operations, all alike but for their paths."""
    paths = {
        f"/v1/things_{number}/{{thing_id}}/parts/{{part_id}}": {"post": operation(number)}
        for number in range(operations)
    }
    bearer = {"type": "http", "scheme": "bearer"}
    return {
        "openapi": "3.0.3",
        "info": {"title": f"{operations} operations", "version": "1.0.0"},
        "paths": paths,
        "components": {"securitySchemes": {"bearer": bearer}, "schemas": {"Part": part()}},
    }


def part() -> dict[str, Any]:
    """The schema of body and answer."""
    decimal = {"type": "string", "pattern": r"^(0|[1-9][0-9]{0,27})(\.[0-9]{1,18})?$"}
    return {
        "type": "object",
        "required": ["name", "quantity"],
        "additionalProperties": False,
        "properties": {"name": TEXT, "quantity": decimal},
    }


def operation(number: int) -> dict[str, Any]:
    """One operation with parameters, scope, body and answer."""
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Part"}}}
    side = {"type": "string", "enum": ["BUY", "SELL"]}
    limit = {"type": "integer", "minimum": 1, "maximum": 1000}
    return {
        "operationId": f"change_thing_{number}",
        "tags": ["things"],
        "x-scope": "account:read",
        "x-effect": "read",
        "security": [{"bearer": []}],
        "parameters": [
            {"name": "thing_id", "in": "path", "required": True, "schema": TEXT},
            {"name": "part_id", "in": "path", "required": True, "schema": TEXT},
            {"name": "side", "in": "query", "required": True, "schema": side},
            {"name": "limit", "in": "query", "schema": limit},
        ],
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "The part", "content": content}},
    }


def assembled(operations: int, *, plans: bool) -> Any:
    """The gateway's own assembly over such a specification, with one trivial endpoint."""
    from omnibroker.assembly import Assembly  # noqa: PLC0415  # ours, importable after use_sources
    from omnibroker.observe import Metrics  # noqa: PLC0415
    from omnibroker.plans import Call, Reply, Surface  # noqa: PLC0415
    from omnibroker.security import Authenticator, Principal, sandbox_store  # noqa: PLC0415

    async def endpoint(call: Call) -> Reply:
        return Reply(200, call.body)

    principal = Principal("bench", frozenset({"account:read"}), frozenset({"*"}))
    surface = Surface(
        "bench", "/", bundle(operations), lambda _operation, _tag: endpoint,
        Authenticator(sandbox_store({KEY: principal})),
    )  # fmt: skip
    return Assembly([surface], Metrics(), plans=plans)


def caller(app: Any, operations: int) -> Timed:
    """A coroutine function that calls the middle operation `calls` times: CPU seconds a call."""
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST",
        "scheme": "http", "path": f"/v1/things_{operations // 2}/t-1/parts/p-7", "root_path": "",
        "raw_path": None, "query_string": b"side=BUY&limit=10", "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80), "extensions": {},
        "headers": [(b"host", b"localhost"), (b"authorization", b"Bearer " + KEY.encode()),
                    (b"content-type", b"application/json"),
                    (b"content-length", str(len(BODY)).encode())],
    }  # fmt: skip
    statuses: list[int] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": BODY, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    async def timed(calls: int) -> float:
        statuses.clear()
        start = time.process_time()
        for _ in range(calls):
            await app(dict(scope), receive, send)
        used = time.process_time() - start
        if statuses != [200] * calls:
            raise CannotMeasure(f"the operation answers {sorted(set(statuses))}")
        return used / calls

    return timed


async def nothing(_scope: Any, receive: Any, send: Any) -> None:
    """The least that any ASGI application does: what the harness itself costs."""
    await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": BODY})


async def measure() -> dict[str, Any]:
    """Alternate the applications, in shuffled order; medians in microseconds."""
    subjects = {
        "nothing": (caller(nothing, SIZES[0]), CALLS),
        **{str(size): (caller(assembled(size, plans=True), size), CALLS) for size in SIZES},
        "stock": (caller(assembled(SIZES[0], plans=False), SIZES[0]), STOCK_CALLS),
    }
    for timed, calls in subjects.values():
        await timed(calls // 4)
    gc.collect()
    gc.freeze()
    taken: dict[str, list[float]] = {name: [] for name in subjects}
    order = random.Random(7)  # noqa: S311  # an order of play, not a secret
    for _ in range(ROUNDS):
        for name in order.sample(list(subjects), len(subjects)):
            timed, calls = subjects[name]
            taken[name].append(await timed(calls) * 1e6)
    return figures(taken)


def figures(taken: dict[str, list[float]]) -> dict[str, Any]:
    """Medians without the harness's own cost, the ratio of the sizes, and one sentence."""
    harness = median(taken["nothing"])
    small, large = (median(taken[str(size)]) - harness for size in SIZES)
    pairs = zip(taken["250"], taken["60"], strict=True)
    ratio = median((many - harness) / (few - harness) for many, few in pairs)
    stock = median(taken["stock"]) - harness
    text = (
        f"Framework CPU a request, in-process (key, scope, two path and two query parameters, body and"
        f" answer validated; the harness's own {harness:.1f} µs taken off): {small:.1f} µs with 60"
        f" operations, {large:.1f} µs with 250; Connexion's ordinary stack over the same plans:"
        f" {stock:.0f} µs ({stock / small:.1f} times as much)."
    )
    return {"microseconds_60": small, "microseconds_250": large, "ratio": ratio, "text": text}


def main() -> int:
    """Print the figures as one JSON line."""
    use_sources()
    try:
        found = asyncio.run(measure())
    except (ImportError, CannotMeasure) as problem:
        print(f"framework CPU cannot be measured: {problem}", file=sys.stderr)
        return 1
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
