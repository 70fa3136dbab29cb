"""Faults on demand: an ASGI layer that cuts, delays and garbles answers, and steers the sandbox.

It stands in front of the simulated broker (a broker's own front, if any, is before it) and serves the control endpoints under /sandbox/:

    GET  /sandbox/book      every order, fill, position and balance as the exchange sees them
    GET  /sandbox/faults    the faults that are armed
    PUT  /sandbox/faults    {"faults": [{"path": "/iserver/account/*/orders", "kind": "reset_after"}]}
    POST /sandbox/reset     forget all orders, faults and sessions
    POST /sandbox/clock     {"advance_seconds": 60}; with "idle": true nobody kept the login alive
    POST /sandbox/reject    {"order_id": 910001, "reason": "…"}: the venue refuses an open order
    POST /sandbox/session   {"action": "steal"}; also release, expire, logout, login, daily_reset

Nothing is injected unless it was asked for. Whether an order exists is decided by the exchange, that
is by whether the operation really ran, never by what was answered.

Cutting a connection uses the server's own transport where the `send` it gave us belongs to an object
that has one (uvicorn's request cycle does); elsewhere ConnectionResetError is raised.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Protocol

from omnibroker_sandbox.book import book
from omnibroker_sandbox.exchange import Exchange
from omnibroker_sandbox.fault_rules import Rule, RuleError, Rules, garble, parse_rules
from omnibroker_sandbox.orders import OrderRefused

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

PREFIX = "/sandbox/"
MOST_BODY_BYTES = 65_536
HTML_PAGE = b"<html><head><title>Error</title></head><body><h1>Error</h1></body></html>"
PLAIN_ERRORS = {
    "html": (HTML_PAGE, "text/html"),
    "json": (b'{"error":"injected","statusCode":500}', "application/json"),
    "empty": (b"", "text/plain"),
}
RAN_FIRST = frozenset(
    {"reset_after", "status_after", "truncated", "unknown_status", "ack_without_id"}
)


class Simulated(Protocol):
    """What the control endpoints need of a simulated broker."""

    exchange: Exchange
    # What an answer calls an order's id and its state: members, or the words of rows without names.
    order_ids: frozenset[str]
    order_states: frozenset[str]

    def reset(self) -> None:
        """Start over."""

    def session_action(self, action: str) -> dict[str, Any]:
        """Let something happen to the login; raises ValueError for an unknown action."""

    def touch(self) -> None:
        """Count this moment as traffic."""


class FaultInjection:
    """The layer itself: `FaultInjection(app, sandbox)` is an ASGI application."""

    def __init__(self, app: App, sandbox: Simulated) -> None:
        self._app = app
        self._sandbox = sandbox
        self._rules = Rules()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a control request, inject what is armed, or pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"].startswith(PREFIX):
            await self._control(scope, receive, send)
        else:
            await self._strike(scope, receive, send)

    async def _strike(self, scope: Scope, receive: Receive, send: Send) -> None:
        fault: Rule | None = None
        for rule in self._rules.take(scope["method"], scope["path"]):
            if rule.kind == "latency":
                await asyncio.sleep(rule.milliseconds / 1000)
            else:
                fault = rule
        if fault is None:
            await self._app(scope, receive, send)
        elif fault.kind in RAN_FIRST:
            captured = _Captured()
            await self._app(scope, receive, captured.send)
            names = self._names(fault.kind)
            await _spoil(fault, names, captured, receive, send)
        else:
            await _refuse(fault, receive, send)

    def _names(self, kind: str) -> frozenset[str]:
        simulated = self._sandbox
        return simulated.order_ids if kind == "ack_without_id" else simulated.order_states

    async def _control(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            document = await _read_json(receive)
            status, answer = self._answer(scope["method"], scope["path"], document)
        except (ValueError, OverflowError) as error:
            status, answer = 400, {"error": str(error)}
        await _send_json(send, status, answer)

    def _answer(self, method: str, path: str, document: Any) -> tuple[int, Any]:
        """Return status and JSON of a control request."""
        name = path.removeprefix(PREFIX)
        actions: dict[tuple[str, str], Callable[[Any], Any]] = {
            ("GET", "book"): lambda _: book(self._sandbox.exchange),
            ("GET", "faults"): lambda _: self._armed(),
            ("PUT", "faults"): self._arm,
            ("POST", "reset"): self._reset,
            ("POST", "clock"): self._advance,
            ("POST", "reject"): self._reject,
            ("POST", "session"): self._session,
        }
        action = actions.get((method, name))
        if action is None:
            known = ", ".join(f"{verb} {PREFIX}{each}" for verb, each in actions)
            return 404, {"error": f"No such control: use {known}."}
        return 200, action(document)

    def _armed(self) -> dict[str, Any]:
        return {"faults": [rule.as_dict() for rule in self._rules.armed]}

    def _arm(self, document: Any) -> dict[str, Any]:
        self._rules.armed = parse_rules(document)
        return self._armed()

    def _reset(self, _document: Any) -> dict[str, Any]:
        self._rules.armed = []
        self._sandbox.reset()
        return {"reset": True}

    def _advance(self, document: Any) -> dict[str, Any]:
        seconds = _field(document, "advance_seconds", int | float)
        clock = self._sandbox.exchange.clock
        clock.advance(seconds)
        if not document.get("idle"):
            self._sandbox.touch()
        return {"now": clock().isoformat()}

    def _reject(self, document: Any) -> dict[str, Any]:
        number, reason = _field(document, "order_id", int), _field(document, "reason", str)
        try:
            order = self._sandbox.exchange.reject(number, reason)
        except OrderRefused as refusal:
            raise RuleError(refusal.text) from None
        return {"order_id": order.id, "state": order.state.value}

    def _session(self, document: Any) -> dict[str, Any]:
        return self._sandbox.session_action(_field(document, "action", str))


class _Captured:
    """Collects an application's answer instead of sending it."""

    def __init__(self) -> None:
        self.status = 500
        self.headers: list[tuple[bytes, bytes]] = []
        self.body = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = [(bytes(name), bytes(value)) for name, value in message["headers"]]
        else:
            self.body += message.get("body", b"")


async def _refuse(fault: Rule, receive: Receive, send: Send) -> None:
    """Answer in place of the operation, which does not run."""
    if fault.kind == "reset_before":
        await _cut(receive, send)
    elif fault.kind == "status":
        await _send_error(send, fault)
    elif fault.kind == "rate_limited":
        await _send_json(send, 429, {"error": "Too many requests", "statusCode": 429})
    else:
        body, media_type = PLAIN_ERRORS[fault.kind]
        await _send(send, 200, body, [(b"content-type", media_type.encode())])


async def _spoil(
    fault: Rule, names: frozenset[str], captured: _Captured, receive: Receive, send: Send
) -> None:
    """Spoil the answer of an operation that has run."""
    if fault.kind == "reset_after":
        await _cut(receive, send)
    elif fault.kind == "status_after":
        await _send_error(send, fault)
    elif fault.kind == "truncated":
        await _send(send, captured.status, captured.body, captured.headers, cut=True)
        await _cut(receive, send)
    else:
        document = garble(fault.kind, json.loads(captured.body), names)
        body = json.dumps(document).encode()
        await _send(send, captured.status, body, captured.headers)


async def _send_error(send: Send, fault: Rule) -> None:
    body, media_type = PLAIN_ERRORS[fault.body]
    await _send(send, fault.status, body, [(b"content-type", media_type.encode())])


async def _send_json(send: Send, status: int, document: Any) -> None:
    body = json.dumps(document).encode()
    await _send(send, status, body, [(b"content-type", b"application/json")])


async def _send(
    send: Send, status: int, body: bytes, headers: list[tuple[bytes, bytes]], *, cut: bool = False
) -> None:
    """Send an answer with its true length; with `cut` only half of the body follows."""
    kept = [each for each in headers if each[0].lower() != b"content-length"]
    kept.append((b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": kept})
    part = body[: len(body) // 2] if cut else body
    await send({"type": "http.response.body", "body": part, "more_body": cut})


async def _cut(receive: Receive, send: Send) -> None:
    """Cut the TCP connection and wait until the server has noticed."""
    transport = getattr(getattr(send, "__self__", None), "transport", None)
    if transport is None:
        raise ConnectionResetError("The sandbox was asked to cut this connection.")
    transport.abort()
    while (await receive())["type"] != "http.disconnect":
        pass


async def _read_json(receive: Receive) -> Any:
    body, more = b"", True
    while more:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > MOST_BODY_BYTES:
            raise ValueError("The body is too large: at most 64 KiB.")
    return json.loads(body) if body else None


def _field(document: Any, name: str, kind: Any) -> Any:
    value = document.get(name) if isinstance(document, dict) else None
    if isinstance(value, bool) or not isinstance(value, kind):
        raise RuleError(f'Send a JSON object with "{name}".')
    return value
