"""`UpstreamSession.request()`: ready → budget → wire → engine → unwrap → interpret; reads shared and cached."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from contextvars import ContextVar
from http import HTTPStatus
from time import monotonic
from typing import Any
from urllib.parse import urlencode

import httpx

from omnibroker.kit.errors import UpstreamFailure, malformed
from omnibroker.kit.upstream import Account
from omnibroker.observe import log
from omnibroker.upstream import wire
from omnibroker.upstream.breaker import Breaker
from omnibroker.upstream.budget import Allowance, Budget, seconds_of
from omnibroker.upstream.operations import (
    Limit,
    Operations,
    encode_body,
    encode_headers,
    plain_query,
    request_line,
)
from omnibroker.upstream.seam import Answer, Broker, Captured, Draft, UpstreamCall

# A read is asked again at most so often, whatever the broker module hopes for.
_ATTEMPTS = 12
_MOST_CACHED = 2048
# A read that ends at its deadline says itself why: a limit, a session, the broker.
_SPARE_SECONDS = 0.05
_UNREACHABLE = frozenset({"connect", "dns", "tls", "pin"})
_JSON = (b"content-type", b"application/json")
_CLASSES = ("0xx", "1xx", "2xx", "3xx", "4xx", "5xx", "6xx", "7xx", "8xx", "9xx")
_current: ContextVar[UpstreamCall] = ContextVar("upstream_call")

Key = tuple[str, Draft]  # what makes two reads equal: account, request line, headers, body


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
        self.breaker = Breaker()
        self._cache: dict[Key, tuple[float, wire.WireResponse]] = {}
        self._running: dict[Key, asyncio.Future[wire.WireResponse]] = {}
        self._generation = 0

    async def request(self, method: str, url: Any, **options: Any) -> Any:
        """Send what a generated function built, under the call that is current in this task."""
        unknown = options.keys() - {"json", "params", "headers"}
        if unknown:
            raise TypeError(f"The session cannot send {', '.join(sorted(unknown))}.")
        call = _current.get()
        call.body = options.get("json")
        query = options.get("params")
        target = f"{url}?{urlencode(plain_query(query), doseq=True)}" if query else str(url)
        headers = encode_headers(options["headers"]) if options.get("headers") else ()
        draft = Draft(method.upper(), target, headers, encode_body(call.body))
        response = await self._send(call, draft)
        call.on_wire = True  # also where the cache, or an equal read under way, has answered
        return Answer(response)

    async def perform(
        self,
        operation_id: str,
        parameters: Mapping[str, str],
        body: Any = None,
        *,
        deadline: float,
        account: Account | None = None,
    ) -> Any:
        """Send an operation of the bundle by name (look-ups, pre-flights); return its decoded body."""
        operation = self._operations[operation_id]
        call = UpstreamCall(operation, deadline, account, own=True, body=body)
        target, headers = request_line(operation, parameters)
        draft = Draft(operation.method, target, encode_headers(headers), encode_body(body))
        response = await self._send(call, draft)
        return Answer(response).json() if response.body else None

    async def perform_alone(
        self, operation_id: str, body: Any, *, deadline: float, account: Account | None = None
    ) -> Any:
        """Send an operation without parameters, never joined with an equal read and never from the cache.

        What brings a session up must not wait for a read that waits for the session. An open breaker lets
        it pass: it is rare, and how it ends shows whether the broker is back.
        """
        operation = self._operations[operation_id]
        call = UpstreamCall(operation, deadline, account, own=True, body=body)
        draft = Draft(operation.method, operation.path, (), encode_body(body))
        with self.breaker.exempt():
            response = await self._exchange(call, draft)
        return Answer(response).json() if response.body else None

    def calling(self, call: UpstreamCall) -> AbstractContextManager[None]:
        """Make a call current for the generated function that runs inside the block."""
        return _Calling(call)

    def limit(self, operation_id: str, limits: tuple[Limit, ...]) -> None:
        """Take over the limits that the broker says at run time."""
        self._budget.replace(operation_id, limits)

    def remaining(
        self, operation_ids: Iterable[str], account: Account | None = None
    ) -> Allowance | None:
        """Return what the broker's limits leave for these operations; None where nothing is limited."""
        return self._budget.remaining(operation_ids, account)

    def forget(self) -> None:
        """Drop every cached answer: the session behind them is another one now."""
        self._generation += 1
        self._cache.clear()

    async def _send(self, call: UpstreamCall, draft: Draft) -> wire.WireResponse:
        if call.operation.mutating:
            return await self._change(call, draft)
        if call.operation.shared:
            return await self._shared(call, draft)
        return await self._exchange(call, draft)

    async def _change(self, call: UpstreamCall, draft: Draft) -> wire.WireResponse:
        try:
            return await self._exchange(call, draft)
        finally:
            # A read that began before the change must answer nobody who asks after it.
            self._generation += 1
            self._running.clear()

    async def _shared(self, call: UpstreamCall, draft: Draft) -> wire.WireResponse:
        """Answer a read from the cache, from an equal read under way, or from the broker."""
        key = (call.account.account_id if call.account else "", draft)
        cached = self._cache.get(key) if call.operation.cache_seconds else None
        if cached is not None and cached[0] > monotonic():
            return cached[1]
        while (joined := self._running.get(key)) is not None and not joined.done():
            try:
                return await _until(call.deadline, joined)
            except UpstreamFailure as error:
                # The one who led may have had less time than this caller has left: one of them leads anew.
                if error.code != "upstream_timeout" or _now() >= call.deadline:
                    raise
        return await _until(call.deadline + _SPARE_SECONDS, self._lead(key, call))

    def _lead(self, key: Key, call: UpstreamCall) -> asyncio.Future[wire.WireResponse]:
        running = asyncio.ensure_future(self._read(key, call))
        self._running[key] = running

        def ended(done: asyncio.Future[wire.WireResponse]) -> None:
            if self._running.get(key) is done:
                del self._running[key]
            if not done.cancelled():
                done.exception()  # seen, even if every caller went away

        running.add_done_callback(ended)
        return running

    async def _read(self, key: Key, call: UpstreamCall) -> wire.WireResponse:
        generation = self._generation
        response = await self._exchange(call, key[1])
        keeps = call.operation.cache_seconds and generation == self._generation
        if keeps and response.status == 200:
            self._keep(key, monotonic() + call.operation.cache_seconds, response)
        return response

    def _keep(self, key: Key, until: float, response: wire.WireResponse) -> None:
        if len(self._cache) >= _MOST_CACHED:
            now = monotonic()
            self._cache = {name: entry for name, entry in self._cache.items() if entry[0] > now}
        if len(self._cache) < _MOST_CACHED:
            self._cache[key] = (until, response)

    async def _exchange(self, call: UpstreamCall, draft: Draft) -> wire.WireResponse:
        response = await self._once(call, draft)
        if call.capture:
            await self._notice(call, response)
            raise Captured(response)
        for attempt in range(_ATTEMPTS):
            if call.operation.mutating or not await self._broker.again(call, response, attempt):
                break
            response = await self._once(call, draft)
        return await self._broker.interpret(call, response)

    async def _notice(self, call: UpstreamCall, response: wire.WireResponse) -> None:
        try:
            await self._broker.noticed(call, response)
        except Exception as error:  # noqa: BLE001 - the write is answered: nothing may hide its answer
            log.error("notice_failed", operation=call.operation.operation_id, exc_info=error)

    async def _once(self, call: UpstreamCall, draft: Draft) -> wire.WireResponse:
        with self.breaker.passage(call):
            await self._broker.ready(call)
            answer = await self._in_turn(call, draft)
        response = self._broker.unwrap(call, answer)
        if response.status == HTTPStatus.TOO_MANY_REQUESTS:
            seconds = seconds_of(response.headers.get("retry-after"))
            # What a broker module puts there where the broker announced nothing is a guess as well.
            announced = seconds_of(answer.headers.get("retry-after")) is not None
            self._budget.pause(call.operation, seconds, call.account, announced=announced)
        return response

    async def _in_turn(self, call: UpstreamCall, draft: Draft) -> wire.WireResponse:
        admitted = self._budget.admit(call.operation, call.deadline, call.priority, call.account)
        async with admitted as place:
            final = self._broker.wire(call, draft)
            request = wire.WireRequest(
                final.method,
                self._base_path + final.target,
                (*final.headers, _JSON) if final.body else final.headers,
                final.body,
                call.deadline,
                call.operation.mutating,
                call.last_look,
            )
            if call.before_wire is not None:
                await call.before_wire(final.body)
            call.on_wire = True
            place.depart()
            return await self._engine_send(call, request)

    async def _engine_send(
        self, call: UpstreamCall, request: wire.WireRequest
    ) -> wire.WireResponse:
        name, begun = call.operation.operation_id, _now()
        try:
            response = await self._engine.send(request)
        except (wire.NotSent, wire.Lost) as error:
            self._observe(name, error.reason)
            # The answer names the reason only: hosts and fingerprints are the operator's.
            log.warning("upstream_failed", operation=name, detail=str(error))
            self.breaker.failed(error, _now() - begun)
            if isinstance(error, wire.NotSent) and error.reason in _UNREACHABLE:
                self._broker.unreachable(error.reason)
            if call.capture:
                raise
            raise _read_failure(error) from error
        self._observe(name, _CLASSES[response.status // 100])
        self.breaker.answered(response.status, call.operation)
        return response


class _Calling:
    __slots__ = ("_call", "_token")

    def __init__(self, call: UpstreamCall) -> None:
        self._call = call

    def __enter__(self) -> None:
        self._token = _current.set(self._call)

    def __exit__(self, *_error: object) -> None:
        _current.reset(self._token)


async def _until(deadline: float, running: asyncio.Future[wire.WireResponse]) -> wire.WireResponse:
    """Await a shared read; a caller that goes away, or has less time, must not end it for the others."""
    try:
        async with asyncio.timeout_at(deadline):
            return await asyncio.shield(running)
    except TimeoutError:
        raise _late() from None


def _now() -> float:
    return asyncio.get_running_loop().time()


def _late() -> UpstreamFailure:
    return UpstreamFailure("upstream_timeout", "The broker did not answer in time.")


def _read_failure(error: wire.NotSent | wire.Lost) -> UpstreamFailure:
    if error.reason == "timeout":
        return _late()
    if error.reason in {"malformed", "too_large"}:
        return malformed(f"The broker's answer cannot be read ({error.reason}).")
    return UpstreamFailure(
        "upstream_unavailable", f"The broker cannot be reached ({error.reason})."
    )
