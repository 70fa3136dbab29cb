"""The plain engine: the same contract over httpx, for proxies and as the oracle in tests."""

import asyncio
import ssl
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any

import h11
import httpx

from omnibroker.upstream.wire import (
    Lost,
    NotSent,
    Origin,
    WireRequest,
    WireResponse,
    body_fault,
    is_bodyless,
    not_connected,
    write_head,
)


class _Progress:
    """Watches one request through httpx's trace hook: may its first byte leave, and has it?"""

    def __init__(self, origin: Origin, request: WireRequest) -> None:
        self._origin = origin
        self._request = request
        self.sent = False
        self._before_tls: Any = None

    async def __call__(self, event: str, info: dict[str, Any]) -> None:
        """Called by httpx before and after each step."""
        if event.endswith("send_request_headers.started"):
            # A proxy's CONNECT goes to the proxy; nothing of the request itself has left by then.
            if info["request"].method != b"CONNECT":
                self._request.check(asyncio.get_running_loop().time())
                self.sent = True
        elif event.endswith("connect_tcp.complete") and self._origin.tls is not None:
            self._before_tls = info["return_value"]
        elif event.endswith("start_tls.complete") and self._origin.tls is not None:
            self._before_tls = None
            stream = info["return_value"]
            try:
                self._origin.tls.check_pin(stream.get_extra_info("ssl_object"))
            except NotSent:
                await stream.aclose()
                raise

    async def clear(self) -> None:
        """Close what httpcore leaves open when its TLS handshake is cancelled."""
        if self._before_tls is not None:
            await self._before_tls.aclose()


class PlainEngine:
    """Engine over httpx. Slower than FastEngine, but it may go through an http:// proxy.

    Connections are not kept unless `keep_alive_seconds` says so: httpx takes bytes that follow an
    answer for the next answer, and cannot spare an order a connection that was idle for long.
    Callers waiting for a connection are served in no promised order.
    Environment variables, cookies and redirects play no part.
    """

    def __init__(
        self,
        origin: Origin,
        *,
        max_connections: int = 64,
        max_response_bytes: int = 32 * 1024 * 1024,
        keep_alive_seconds: float = 0.0,
        proxy: str | None = None,
    ) -> None:
        if proxy is not None and not proxy.startswith("http://"):
            raise ValueError("The plain engine goes through http:// proxies only")
        self._origin = origin
        self._max_response_bytes = max_response_bytes
        self._host = f"host: {origin.authority}\r\n".encode("ascii")
        self._url = f"{origin.scheme}://{origin.authority}/"
        self._closed = False
        self._client = httpx.AsyncClient(
            # A bare context for http spares httpx the loading of authorities nobody asks.
            verify=(
                origin.tls.context() if origin.tls else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            ),
            trust_env=False,
            proxy=proxy,
            timeout=None,  # noqa: S113 - every request has its deadline
            limits=httpx.Limits(
                max_connections=max_connections,
                max_keepalive_connections=max_connections if keep_alive_seconds else 0,
                keepalive_expiry=keep_alive_seconds,
            ),
        )

    async def send(self, request: WireRequest) -> WireResponse:
        """See Engine. A read that lost its connection before an answer began is sent once more."""
        write_head(request, self._host)  # refuses what the fast engine refuses
        if self._closed:
            raise NotSent("closed", "the engine was closed")
        if asyncio.get_running_loop().time() >= request.deadline:
            raise NotSent("timeout", "the deadline passed before the request could be sent")
        progress = _Progress(self._origin, request)
        try:
            async with asyncio.timeout_at(request.deadline):
                return await self._exchange(request, progress)
        except TimeoutError as exc:
            raise _outcome(progress, "timeout", "the deadline passed") from exc
        except NotSent as exc:
            if progress.sent:  # the first attempt did leave
                raise Lost("reset", str(exc)) from exc
            raise
        finally:
            await progress.clear()

    async def close(self) -> None:
        """See Engine."""
        self._closed = True
        await self._client.aclose()

    async def _exchange(self, request: WireRequest, progress: _Progress) -> WireResponse:
        try:
            response = await self._begin(request, progress)
        except Lost as exc:
            if request.mutating or exc.reason != "reset":
                raise
            response = await self._begin(request, progress)
        try:
            return await self._read(request, response)
        except httpx.HTTPError as exc:
            raise _lost(exc) from exc
        finally:
            await response.aclose()

    async def _begin(self, request: WireRequest, progress: _Progress) -> httpx.Response:
        """Send the request and read the head of its answer."""
        message = httpx.Request(
            request.method,
            self._url,
            headers=list(request.headers),
            content=request.body,
            extensions={"target": request.target.encode("ascii"), "trace": progress},
        )
        try:
            return await self._client.send(message, stream=True)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError) as exc:
            if progress.sent:
                raise _lost(exc) from exc
            raise self._not_sent(exc) from exc

    async def _read(self, request: WireRequest, response: httpx.Response) -> WireResponse:
        status = response.status_code
        if status <= HTTPStatus.SWITCHING_PROTOCOLS or response.http_version[:6] != "HTTP/1":
            raise Lost("malformed", f"{response.http_version} {status} is no answer in HTTP/1.1")
        headers: dict[str, str] = {}
        for name, value in response.headers.raw:
            key, text = name.lower().decode("latin-1"), value.decode("latin-1")
            headers[key] = f"{headers[key]}, {text}" if key in headers else text
        if not is_bodyless(request.method, status):
            fault = body_fault(headers, self._max_response_bytes)
            if fault is not None:
                raise Lost(*fault)
        body = bytearray()
        async for piece in response.aiter_raw():
            body += piece
            if len(body) > self._max_response_bytes:
                raise Lost("too_large", f"the body exceeds {self._max_response_bytes} bytes")
        return WireResponse(status, headers, bytes(body))

    def _not_sent(self, exc: BaseException) -> NotSent:
        if self._closed:
            return NotSent("closed", "the engine was closed")
        for cause in _causes(exc):
            if isinstance(cause, (OSError, UnicodeError)):
                return not_connected(self._origin, cause)
        return NotSent("connect", f"{self._origin.authority} cannot be reached ({exc})")


def _causes(exc: BaseException) -> Iterator[BaseException]:
    """The exceptions that led to this one, itself first."""
    seen: BaseException | None = exc
    while seen is not None:
        yield seen
        seen = seen.__cause__ or seen.__context__


def _outcome(progress: _Progress, reason: str, detail: str) -> NotSent | Lost:
    return Lost(reason, detail) if progress.sent else NotSent(reason, detail)


def _lost(exc: BaseException) -> Lost:
    """A body cut short is malformed here: h11 does not tell it from a broken one."""
    detail = str(exc) or type(exc).__name__
    for cause in _causes(exc):
        if isinstance(cause, h11.RemoteProtocolError):
            large = cause.error_status_hint == HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
            return Lost("too_large" if large else "malformed", detail)
    return Lost("reset", detail)
