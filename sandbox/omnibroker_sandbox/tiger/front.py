"""In front of the spec's paths: unwraps the signed envelope of POST /gateway and wraps the answer."""

import json
from typing import Any

from omnibroker_sandbox.faults import PREFIX, App, Message, Receive, Scope, Send
from omnibroker_sandbox.tiger import envelope as envelopes
from omnibroker_sandbox.tiger.caller import CALLER, Caller
from omnibroker_sandbox.tiger.envelope import Envelope
from omnibroker_sandbox.tiger.refusals import Refused

GATEWAY = "/gateway"
MOST_BODY_BYTES = 1_048_576
JSON = "application/json"


def front(app: App) -> App:
    """Return the application with Tiger's one path in front of it; the controls pass as they are."""
    return Front(app)


class Front:
    """The layer itself, an ASGI application."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._latest_ms = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve the gateway, pass controls on, and know no other path."""
        if scope["type"] != "http" or scope["path"].startswith(PREFIX):
            await self._app(scope, receive, send)
        elif scope["path"].rstrip("/") == GATEWAY and scope["method"] == "POST":
            await self._serve(scope, receive, send)
        else:
            await _answer(send, 404, b"", "text/plain")

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _read(receive)
        try:
            envelope = envelopes.opened(body)
        except Refused as refusal:
            timestamp = envelopes.timestamp_of(body)
            wrapped = envelopes.refused(refusal.answer.body, timestamp, self._latest_ms)
            await _answer(send, 200, wrapped, JSON)
            return
        caller = Caller(envelope.device_id, _header(scope, b"authorization"), self._latest_ms)
        wrapping, body_once = _Wrapping(send, envelope, caller), _Body(envelope.content, receive)
        before = CALLER.set(caller)
        try:
            await self._app(_inside(scope, envelope), body_once.receive, wrapping.send)
        finally:
            CALLER.reset(before)
        self._latest_ms = max(self._latest_ms, caller.answered_ms)


class _Body:
    """Gives the operation's body once; after that what the server says, which is that the client left."""

    def __init__(self, content: bytes, receive: Receive) -> None:
        self._content: bytes | None = content
        self._receive = receive

    async def receive(self) -> Message:
        if self._content is None:
            return await self._receive()
        content, self._content = self._content, None
        return {"type": "http.request", "body": content, "more_body": False}


class _Wrapping:
    """Takes the answer of an operation and sends it in the envelope.

    `transport` is the server's, so that an injected fault can cut the connection through this layer too.
    """

    def __init__(self, send: Send, envelope: Envelope, caller: Caller) -> None:
        self._send, self._envelope, self._caller = send, envelope, caller
        self.transport = getattr(getattr(send, "__self__", None), "transport", None)
        self._status, self._media_type, self._body = 500, "", b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            self._media_type = _header({"headers": message.get("headers", ())}, b"content-type")
        elif message.get("more_body"):
            self._body += message.get("body", b"")
            await self._begin()
        else:
            self._body += message.get("body", b"")
            await self._finish()

    async def _begin(self) -> None:
        """Send the half of an answer whose connection is about to be cut."""
        body = envelopes.opening(self._caller.answered_ms) + self._body
        await _answer(self._send, 200, body, JSON, cut=True)

    async def _finish(self) -> None:
        status, body, media_type = self._status, self._body, self._media_type
        refusal = _refusal(self._status, self._media_type, self._body)
        if refusal is not None:
            body = envelopes.refused(refusal, self._envelope.timestamp, self._caller.answered_ms)
            status = 200
        elif status == 200 and media_type.startswith(JSON):
            body = envelopes.taken(body, self._envelope.timestamp, self._caller.answered_ms)
        await _answer(self._send, status, body, media_type)


def _refusal(status: int, media_type: str, body: bytes) -> dict[str, Any] | None:
    """Return a refusal of Tiger's; what a web server says by itself (HTML, an injected 500) is none."""
    if status == 200 or not media_type.startswith(JSON):
        return None
    document = json.loads(body)
    return document if isinstance(document, dict) and "code" in document else None


def _inside(scope: Scope, envelope: Envelope) -> Scope:
    """Return the request as the spec has it: the method's own path, biz_content as the body."""
    path = f"{GATEWAY}/{envelope.method}"
    dropped = {b"content-length", b"content-type", b"transfer-encoding"}
    headers = [each for each in scope["headers"] if each[0].lower() not in dropped]
    if envelope.content:
        headers.append((b"content-type", JSON.encode()))
        headers.append((b"content-length", str(len(envelope.content)).encode()))
    return {
        **scope,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": headers,
    }


def _header(scope: Any, name: bytes) -> str:
    found = (value for key, value in scope["headers"] if bytes(key).lower() == name)
    return bytes(next(found, b"")).decode("latin-1")


async def _read(receive: Receive) -> bytes:
    body, more = b"", True
    while more and len(body) <= MOST_BODY_BYTES:
        message = await receive()
        body += message.get("body", b"")
        more = message.get("more_body", False)
    return body


async def _answer(
    send: Send, status: int, body: bytes, media_type: str, *, cut: bool = False
) -> None:
    """Send an answer with its length; with `cut` more is promised than comes."""
    length = len(body) * 2 if cut else len(body)
    headers = [(b"content-type", media_type.encode()), (b"content-length", str(length).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body, "more_body": cut})
