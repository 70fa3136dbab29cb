"""The front: runs plans, and leaves to Connexion's ordinary stack whatever they do not cover."""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from time import perf_counter
from typing import Any

from omnibroker.observe import request_id_of, traceparent_of
from omnibroker.plans.calls import Call
from omnibroker.plans.compiled import Encoded, Plan
from omnibroker.plans.routes import Routes
from omnibroker.problems import Problem

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# A body of the largest size that is taken comes in a few seconds over any line; longer waiting is holding.
_BODY_SECONDS = 30
# The rest of the body may still come, for ever: nothing else is to be read on this connection.
_CLOSE = (("connection", "close"),)


class PlanFront:
    """ASGI middleware: an ordinary request of a known operation never reaches the stack behind."""

    def __init__(self, app: App, routes: Routes) -> None:
        self._app = app
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one ASGI connection."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = perf_counter()
        matched = self._routes.match(scope["method"], scope["path"])
        if matched is None:
            await self._app(scope, receive, send)
            return
        plan, path = matched
        headers: dict[bytes, bytes] = dict(scope["headers"])
        if plan.body is not None and headers.get(b"content-type") not in plan.body.plain:
            await self._app(scope, receive, send)
            return
        answer = await serve(plan, path, scope["query_string"], headers, receive, started)
        trace = traceparent_of(headers.get(b"traceparent"))
        if trace is not None and plan.surface.own_headers:
            answer.headers.append((b"traceparent", trace))
        await emit(answer, send)


async def serve(
    plan: Plan,
    path: dict[str, str],
    query: bytes,
    headers: dict[bytes, bytes],
    receive: Receive,
    started: float,
) -> Encoded:
    """Run one plan: security, parameters, body, endpoint; any failure in the surface's error form."""
    request_id = request_id_of(headers.get(b"x-request-id"))
    try:
        principal = plan.authenticate(headers.get(b"authorization"))
        parameters = plan.parameters.read(path, query, headers)
        raw, body = b"", None
        if plan.body is not None:
            raw = await read_body(receive, plan.surface.max_body_bytes)
            body = plan.body.read(raw)
    except Exception as error:  # noqa: BLE001 - the same funnel as Plan.run
        return plan.fail(error, request_id, started)
    call = Call(plan.operation_id, parameters, body, principal, request_id, plan.extensions, raw)
    return await plan.run(call, started)


async def read_body(receive: Receive, limit: int) -> bytes:
    """Return the whole request body; raises Problem `payload_too_large` or `request_timeout`."""
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            return await _whole_body(receive, limit)
    except TimeoutError:
        detail = f"Send the whole body within {_BODY_SECONDS} seconds; nothing was done."
        raise Problem("request_timeout", detail, headers=_CLOSE) from None


async def _whole_body(receive: Receive, limit: int) -> bytes:
    chunks, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Problem("malformed_body", "The client went away before the body was complete.")
        chunk = message.get("body", b"")
        size += len(chunk)
        if size > limit:
            raise Problem("payload_too_large", f"A body may have {limit} bytes.")
        chunks.append(chunk)
        if not message.get("more_body", False):
            return chunks[0] if len(chunks) == 1 else b"".join(chunks)


async def emit(answer: Encoded, send: Send) -> None:
    """Send an encoded answer."""
    await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
    await send({"type": "http.response.body", "body": answer.body})
