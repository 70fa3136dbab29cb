"""The one seam to a broker: `UpstreamSession.request()` is prepare → budget → engine → interpret."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager
from contextvars import ContextVar
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Protocol
from urllib.parse import urlencode

import httpx

from omnibroker import exactjson
from omnibroker.kit.errors import UpstreamFailure, malformed
from omnibroker.observe import log
from omnibroker.upstream import wire
from omnibroker.upstream.budget import Budget
from omnibroker.upstream.operations import Operation, Operations, encode_body, request_line

BeforeWire = Callable[[bytes], Awaitable[None]]


@dataclass(slots=True)
class UpstreamCall:
    """One call on its way: what it is, until when, and what must happen right before its first byte.

    `capture` hands the raw answer back before any interpretation: for writes, whose answer is classified
    first. `on_wire` says that the engine has it: from then on only the engine can prove that nothing left.
    """

    operation: Operation
    deadline: float
    before_wire: BeforeWire | None = None
    capture: bool = False
    parameters: dict[str, Any] = field(default_factory=dict)
    body: Any = None
    on_wire: bool = False


class Captured(Exception):
    """The raw answer of a write, on its way around the generated code's parsing."""

    def __init__(self, response: wire.WireResponse) -> None:
        super().__init__("captured")
        self.response = response


class Broker(Protocol):
    """What is odd about one broker: sessions, headers, envelopes, pre-flights, its way to say no."""

    async def prepare(self, call: UpstreamCall) -> tuple[tuple[bytes, bytes], ...]:
        """Make the session ready for a call; return the headers that the broker wants."""

    async def interpret(self, call: UpstreamCall, response: wire.WireResponse) -> wire.WireResponse:
        """Return the answer of a read as its spec describes it, or raise what it really means."""

    async def again(self, call: UpstreamCall, response: wire.WireResponse, attempt: int) -> bool:
        """Say whether a read should be sent once more (a cold answer, a session that was renewed)."""


class Answer:
    """What generated code sees of an answer: the part of httpx.Response that it uses, without its cost."""

    __slots__ = ("content", "headers", "status_code")

    def __init__(self, response: wire.WireResponse) -> None:
        self.status_code = response.status
        self.headers = response.headers
        self.content = response.body

    @property
    def text(self) -> str:
        """The body as text, for messages only."""
        return self.content.decode("utf-8", "replace")

    def json(self) -> Any:
        """Return the decoded body, numbers exact; raises `upstream_malformed` for anything but JSON."""
        try:
            return exactjson.decode(self.content)
        except (exactjson.DecodeError, ValueError, ArithmeticError, RecursionError):
            raise malformed("The broker's answer is not JSON.") from None


# A read is asked again at most so often, whatever the broker module hopes for.
_ATTEMPTS = 12
_CLASSES = ("0xx", "1xx", "2xx", "3xx", "4xx", "5xx", "6xx", "7xx", "8xx", "9xx")
_current: ContextVar[UpstreamCall] = ContextVar("upstream_call")


class UpstreamSession(httpx.AsyncClient):
    """One connection's session with its broker, in the shape that generated clients expect.

    Only `request()` is used; it never touches httpx's own network code.
    """

    def __init__(
        self,
        broker: Broker,
        operations: Operations,
        budget: Budget,
        engine: wire.Engine,
        base_path: str,
        observe: Callable[[str, str], None],
    ) -> None:
        super().__init__(trust_env=False)
        self._broker = broker
        self._operations = operations
        self._budget = budget
        self._engine = engine
        self._base_path = base_path.rstrip("/")
        self._observe = observe
        self._cache: dict[str, tuple[float, wire.WireResponse]] = {}
        self._running: dict[str, asyncio.Future[wire.WireResponse]] = {}
        self._generation = 0

    async def request(self, method: str, url: Any, **options: Any) -> Any:
        """Send what a generated function built, under the call that is current in this task."""
        call = _current.get()
        call.body = options.get("json")
        query = options.get("params")
        target = f"{url}?{urlencode(_plain(query), doseq=True)}" if query else str(url)
        return Answer(await self._send(call, method.upper(), target, options.get("json")))

    async def perform(
        self, operation_id: str, body: Any = None, *, deadline: float, **parameters: Any
    ) -> Any:
        """Send an operation of the bundle by name (look-ups); return its decoded body."""
        operation = self._operations[operation_id]
        call = UpstreamCall(operation, deadline, parameters=parameters)
        method, target = request_line(operation, parameters)
        response = await self._send(call, method, target, body)
        return Answer(response).json() if response.body else None

    async def perform_alone(self, operation_id: str, body: Any, *, deadline: float) -> Any:
        """Send an operation without parameters, never joined with an equal read and never from the cache.

        What brings a session up must not wait for a read that waits for the session.
        """
        operation = self._operations[operation_id]
        call = UpstreamCall(operation, deadline)
        response = await self._exchange(call, operation.method, operation.path, body)
        return Answer(response).json() if response.body else None

    def calling(self, call: UpstreamCall) -> AbstractContextManager[None]:
        """Make a call current for the generated function that runs inside the block."""
        return _Calling(call)

    def forget(self) -> None:
        """Drop every cached answer: the session behind them is another one now."""
        self._generation += 1
        self._cache.clear()

    async def _send(
        self, call: UpstreamCall, method: str, target: str, body: Any
    ) -> wire.WireResponse:
        if method == "GET" and not call.operation.mutating:
            return await self._shared(call, target)
        return await self._exchange(call, method, target, body)

    async def _shared(self, call: UpstreamCall, target: str) -> wire.WireResponse:
        """Answer a read from the cache, from an equal read under way, or from the broker."""
        cached = self._cache.get(target) if call.operation.cache_seconds else None
        if cached is not None and cached[0] > monotonic():
            return cached[1]
        running = self._running.get(target)
        if running is None:
            running = asyncio.ensure_future(self._lead(call, target))
            self._running[target] = running
        # Shielded: a caller that goes away must not end the read for the others.
        return await asyncio.shield(running)

    async def _lead(self, call: UpstreamCall, target: str) -> wire.WireResponse:
        generation = self._generation
        try:
            response = await self._exchange(call, "GET", target, None)
        finally:
            del self._running[target]
        fresh = generation == self._generation and response.status == 200
        if call.operation.cache_seconds and fresh:
            self._cache[target] = (monotonic() + call.operation.cache_seconds, response)
        return response

    async def _exchange(
        self, call: UpstreamCall, method: str, target: str, body: Any
    ) -> wire.WireResponse:
        content = encode_body(body)
        response = await self._once(call, method, target, content)
        if call.capture:
            raise Captured(response)
        for attempt in range(_ATTEMPTS):
            if call.operation.mutating or not await self._broker.again(call, response, attempt):
                break
            response = await self._once(call, method, target, content)
        return await self._broker.interpret(call, response)

    async def _once(
        self, call: UpstreamCall, method: str, target: str, content: bytes
    ) -> wire.WireResponse:
        headers = await self._broker.prepare(call)
        if content:
            headers = (*headers, (b"content-type", b"application/json"))
        request = wire.WireRequest(
            method,
            self._base_path + target,
            headers,
            content,
            call.deadline,
            call.operation.mutating,
        )
        async with self._budget.admit(call.operation, call.deadline):
            if call.before_wire is not None:
                await call.before_wire(content)
            call.on_wire = True
            return await self._engine_send(call, request)

    async def _engine_send(
        self, call: UpstreamCall, request: wire.WireRequest
    ) -> wire.WireResponse:
        name = call.operation.operation_id
        try:
            response = await self._engine.send(request)
        except (wire.NotSent, wire.Lost) as error:
            self._observe(name, error.reason)
            # The answer names the reason only: hosts and fingerprints are the operator's.
            log.warning("upstream_failed", operation=name, detail=str(error))
            if call.capture:
                raise
            raise _read_failure(error) from error
        self._observe(name, _CLASSES[response.status // 100])
        return response


class _Calling:
    __slots__ = ("_call", "_token")

    def __init__(self, call: UpstreamCall) -> None:
        self._call = call

    def __enter__(self) -> None:
        self._token = _current.set(self._call)

    def __exit__(self, *_error: object) -> None:
        _current.reset(self._token)


def _read_failure(error: wire.NotSent | wire.Lost) -> UpstreamFailure:
    if error.reason == "timeout":
        return UpstreamFailure("upstream_timeout", "The broker did not answer in time.")
    if error.reason in {"malformed", "too_large"}:
        return malformed(f"The broker's answer cannot be read ({error.reason}).")
    return UpstreamFailure(
        "upstream_unavailable", f"The broker cannot be reached ({error.reason})."
    )


def _plain(query: dict[str, Any]) -> dict[str, Any]:
    """Return query parameters as text: booleans as brokers spell them, absent ones dropped."""
    return {
        name: str(value).lower() if isinstance(value, bool) else value
        for name, value in query.items()
        if value is not None
    }
