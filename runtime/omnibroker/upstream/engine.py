"""The fast engine: HTTP/1.1 over asyncio.Protocol and httptools, with a small pool per origin."""

import asyncio
import contextlib
import select
import socket
from collections import deque
from collections.abc import Callable
from typing import cast

import httptools

from omnibroker.upstream import wire

MAX_OVERHEAD_BYTES = 64 * 1024  # head, trailers, chunk sizes: all that is not body
OVERHEAD_PER_BODY_BYTE = 8  # the smallest chunk carries one byte in six

# A peer may close an idle connection at the moment we write on it: a read is then asked again, but
# a mutating request ends as Lost, an order of unknown fate. Peers keep idle connections for seconds
# at least, so one used within the last second is out of that race; a new one costs a handshake.
MUTATING_MAX_IDLE_SECONDS = 1.0

CONTINUE, SWITCHING, OK = 100, 101, 200
FRAMINGS = ("content-length", "transfer-encoding")


def _readable(descriptor: int) -> Callable[[], object]:
    """A cheap question: has the peer closed, or said something, that the loop has not seen yet?"""
    if not hasattr(select, "poll"):  # Windows
        return lambda: select.select([descriptor], [], [], 0)[0]
    poll = select.poll()
    poll.register(descriptor, select.POLLIN)
    return lambda: poll.poll(0)


class _Connection(asyncio.Protocol):
    """One connection: at most one exchange at a time, parsed as it arrives.

    One timer serves deadlines and idle expiry. It is moved only when it must ring earlier; ringing
    too early it sets itself again. So a busy connection rarely touches the loop's heap of timers.
    """

    def __init__(self, pool: "FastEngine", loop: asyncio.AbstractEventLoop) -> None:
        self._pool = pool
        self._loop = loop
        self._parser = httptools.HttpResponseParser(self)
        self._answer: asyncio.Future[wire.WireResponse] | None = None
        self._alarm: asyncio.TimerHandle | None = None
        self._alarm_at = self._due = self.idle_since = 0.0
        self._transport: asyncio.Transport
        self._readable: Callable[[], object]
        self._keep_seconds = pool.keep_alive_seconds
        self._reused = False
        self._reset("GET")

    def _reset(self, method: str) -> None:
        self._method = method
        self._status = self._received = 0
        self._headers: dict[str, str] = {}
        self._body: bytes | bytearray = b""
        self._in_body = self._done = self._dirty = self._until_close = False
        self._keep = True
        self._fault = ("malformed", "the answer is not HTTP/1.1")

    def usable(self) -> bool:
        """True while the peer has neither closed the idle connection nor said anything on it."""
        expired = self._loop.time() - self.idle_since >= self._keep_seconds
        return not (expired or self._transport.is_closing() or self._readable())

    async def exchange(self, payload: bytes, request: wire.WireRequest) -> wire.WireResponse:
        """Write the whole request at once and wait for its answer."""
        self._reset(request.method)
        answer: asyncio.Future[wire.WireResponse] = self._loop.create_future()
        self._answer = answer
        try:
            request.check(self._loop.time())
            self._ring_at(request.deadline)
            self._transport.write(payload)
            return await answer
        finally:
            if self._answer is answer:  # not sent, or cancelled: what comes belongs to nobody
                self._answer = None
                self.drop()

    def died_unanswered(self) -> bool:
        """True if a pooled connection ended before one byte of the answer: the keep-alive race."""
        return self._reused and not self._received and self._fault[0] == "reset"

    def prove(self, tls: wire.Tls | None) -> None:
        """Raise NotSent unless the connection is open and the peer is who `tls` asks for."""
        try:
            if tls is not None:
                tls.check_pin(self._transport.get_extra_info("ssl_object"))
            if self._pool.closed:
                raise wire.NotSent("closed", "the engine was closed")
            if self._transport.is_closing():
                raise wire.NotSent("connect", "the peer closed the connection at once")
        except wire.NotSent:
            self.drop()
            raise

    def drop(self) -> None:
        """Cut the connection now; what is unread or unsent is worth nothing any more."""
        self._transport.abort()
        self._pool.forget(self)

    # What the loop calls:

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        peer = transport.get_extra_info("socket")
        self._readable = _readable(peer.fileno())
        with contextlib.suppress(OSError):  # the peer may be gone already
            peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def data_received(self, data: bytes) -> None:
        if self._answer is None:  # nobody asked: not a peer to trust with the next request
            self.drop()
            return
        self._received += len(data)
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            self._dirty = True
        if self._done:
            self._deliver()
        elif self._dirty:
            self._fail(*self._fault)
        elif self._received > MAX_OVERHEAD_BYTES + OVERHEAD_PER_BODY_BYTE * len(self._body):
            self._fail("too_large", f"head or framing above {MAX_OVERHEAD_BYTES} bytes")

    def eof_received(self) -> None:
        # Only a clean end ends a body without length; a cut (of TLS too) is connection_lost.
        if self._answer is not None and self._in_body and self._until_close:
            self._deliver()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        self._fail("reset", f"the connection ended ({exc or 'closed by the peer'})")
        del self._parser  # it holds this connection's methods: a cycle for the collector
        self._pool.lost(self)

    # What the parser calls:

    def on_message_begin(self) -> None:
        if self._done:  # a second answer to one request: keep the first as it stands
            raise httptools.HttpParserError

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._in_body:  # a trailer
            return
        key, text = name.lower().decode("latin-1"), value.decode("latin-1")
        known = self._headers.get(key)
        self._headers[key] = text if known is None else f"{known}, {text}"

    def on_headers_complete(self) -> None:
        self._status = status = self._parser.get_status_code()
        if status == SWITCHING or status < CONTINUE or self._parser.get_http_version()[0] != "1":
            raise httptools.HttpParserError
        if status < OK:  # an interim answer; the one that counts follows
            self._headers = {}
            return
        self._keep = self._parser.should_keep_alive()
        if wire.is_bodyless(self._method, status):
            self._done = self._method == "HEAD"  # the parser would wait for a body
            self._keep = self._keep and not self._done
        elif fault := wire.body_fault(self._headers, self._pool.max_response_bytes):
            self._fault = fault
            raise httptools.HttpParserError
        self._until_close = self._headers.keys().isdisjoint(FRAMINGS)
        self._in_body = True

    def on_body(self, body: bytes) -> None:
        if self._done:
            raise httptools.HttpParserError
        if not self._body:
            self._body = body  # the usual case: all in one piece
        elif isinstance(self._body, bytes):
            self._body = bytearray(self._body) + body
        else:
            self._body += body
        if len(self._body) > self._pool.max_response_bytes:
            self._fault = ("too_large", f"the body exceeds {self._pool.max_response_bytes} bytes")
            raise httptools.HttpParserError

    def on_message_complete(self) -> None:
        self._done = self._in_body

    def _deliver(self) -> None:
        answer, self._answer = self._answer, None
        response = wire.WireResponse(self._status, self._headers, bytes(self._body))
        if self._keep and not self._dirty and not self._transport.get_write_buffer_size():
            self._rest()
        else:
            self.drop()
        if answer is not None and not answer.done():
            answer.set_result(response)

    def _rest(self) -> None:
        self._reused = True
        self.idle_since = self._loop.time()
        hint = self._headers.get("keep-alive")
        if hint is not None:
            self._keep_seconds = min(self._pool.keep_alive_seconds, wire.announced_seconds(hint))
        self._ring_at(self.idle_since + self._keep_seconds)
        self._pool.release(self)

    def _fail(self, reason: str, detail: str) -> None:
        answer, self._answer = self._answer, None
        self._fault = (reason, detail)
        self.drop()
        if answer is not None and not answer.done():
            answer.set_exception(wire.Lost(reason, detail))

    def _ring_at(self, due: float) -> None:
        self._due = due
        if self._alarm is None or due < self._alarm_at:
            if self._alarm is not None:
                self._alarm.cancel()
            self._alarm_at = due
            self._alarm = self._loop.call_at(due, self._ring)

    def _ring(self) -> None:
        self._alarm = None
        if self._loop.time() < self._due:
            self._ring_at(self._due)
        elif self._answer is None:
            self.drop()
        else:
            self._fail("timeout", "the deadline passed before the answer was complete")


class FastEngine:
    """Engine over own connections: newest idle connection first, waiting callers in order.

    At most `max_connections` are open or being opened. `max_response_bytes` bounds one body.
    An idle connection is closed after `keep_alive_seconds`, or sooner where the peer announces it.
    """

    def __init__(
        self,
        origin: wire.Origin,
        *,
        max_connections: int = 64,
        max_response_bytes: int = 32 * 1024 * 1024,
        keep_alive_seconds: float = 15.0,
    ) -> None:
        self.max_response_bytes = max_response_bytes
        self.keep_alive_seconds = keep_alive_seconds
        self._origin = origin
        self._host = f"host: {origin.authority}\r\n".encode("ascii")
        self._tls = origin.tls.context() if origin.tls else None
        self._limit = max_connections
        self._open: set[_Connection] = set()
        self._alive: set[_Connection] = set()  # dropped ones too, until the loop lets go of them
        self._opening = 0
        self._idle: list[_Connection] = []
        self._waiters: deque[asyncio.Future[_Connection | None]] = deque()
        self.closed = False
        self._ended: asyncio.Future[None] | None = None

    async def send(self, request: wire.WireRequest) -> wire.WireResponse:
        """See Engine. A read whose pooled connection died unanswered is sent once more."""
        payload = wire.write_head(request, self._host) + request.body
        connection = self._newest(request.mutating) or await self._acquire(request)
        try:
            return await connection.exchange(payload, request)
        except wire.Lost:
            if request.mutating or not connection.died_unanswered():
                raise
        try:
            connection = await self._acquire(request)
            return await connection.exchange(payload, request)
        except wire.NotSent as exc:  # the first attempt did leave
            raise wire.Lost("reset", str(exc)) from exc

    async def close(self) -> None:
        """See Engine. Returns when the loop has let go of every connection."""
        self.closed = True
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_exception(wire.NotSent("closed", "the engine was closed"))
        for connection in list(self._open):
            connection.drop()
        while self._alive:
            self._ended = asyncio.get_running_loop().create_future()
            await self._ended

    def release(self, connection: _Connection) -> None:
        """Give a healthy connection to the longest waiting caller, or keep it."""
        if not self._offer(connection):
            self._idle.append(connection)

    def forget(self, connection: _Connection) -> None:
        """Take a dropped connection out, once; its place goes to the longest waiting caller."""
        if connection in self._open:
            self._open.remove(connection)
            if connection in self._idle:
                self._idle.remove(connection)
            self._offer_place()

    def lost(self, connection: _Connection) -> None:
        """Note that the loop has finished with a connection."""
        self._alive.discard(connection)
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(None)

    def _newest(self, mutating: bool) -> _Connection | None:
        """The idle connection used last, proven open; None: the caller must queue or connect."""
        while self._idle and not self._waiters:
            connection = self._idle.pop()
            age = asyncio.get_running_loop().time() - connection.idle_since
            if mutating and age >= MUTATING_MAX_IDLE_SECONDS:
                self._idle.append(connection)
                return None
            if connection.usable():
                return connection
            connection.drop()
        return None

    async def _acquire(self, request: wire.WireRequest) -> _Connection:
        """A new connection, or one that another caller has just given back."""
        if self.closed:
            raise wire.NotSent("closed", "the engine was closed")
        try:
            async with asyncio.timeout_at(request.deadline):
                while connection := await self._place():
                    if connection.usable():
                        return connection
                    connection.drop()
                return await self._connect()
        except TimeoutError as exc:
            where = self._origin.authority
            raise wire.NotSent("timeout", f"no connection to {where} in time") from exc

    async def _place(self) -> _Connection | None:
        """Wait for the right to connect (None, counted in `_opening`) or for a free connection."""
        if not self._waiters and self._idle and len(self._open) + self._opening >= self._limit:
            self._idle[0].drop()  # too old for this caller
        if not self._waiters and len(self._open) + self._opening < self._limit:
            self._opening += 1
            return None
        waiter: asyncio.Future[_Connection | None] = asyncio.get_running_loop().create_future()
        self._waiters.append(waiter)
        try:
            return await waiter
        except asyncio.CancelledError:
            self._give_up(waiter)
            raise

    def _give_up(self, waiter: asyncio.Future[_Connection | None]) -> None:
        """Pass on what a cancelled caller was given, or take it out of the queue."""
        if waiter.cancelled():
            with contextlib.suppress(ValueError):
                self._waiters.remove(waiter)
        elif waiter.exception() is None:
            connection = waiter.result()
            if connection is not None:
                self.release(connection)
            else:
                self._opening -= 1
                self._offer_place()

    def _offer(self, connection: _Connection | None) -> bool:
        """Wake the longest waiting caller; False if nobody waits."""
        while self._waiters:
            waiter = self._waiters.popleft()
            if not waiter.done():
                waiter.set_result(connection)
                return True
        return False

    def _offer_place(self) -> None:
        if len(self._open) + self._opening < self._limit and self._offer(None):
            self._opening += 1

    async def _connect(self) -> _Connection:
        """Open a connection in the place counted by `_opening`, or raise NotSent."""
        loop, host = asyncio.get_running_loop(), self._origin.host
        try:
            _, connection = await loop.create_connection(
                lambda: _Connection(self, loop),
                host,
                self._origin.port,
                ssl=self._tls,
                server_hostname=host if self._tls else None,
            )
            connection.prove(self._origin.tls)
            self._open.add(connection)
            self._alive.add(connection)
        except (OSError, UnicodeError) as exc:
            raise wire.not_connected(self._origin, exc) from exc
        finally:
            self._opening -= 1
            self._offer_place()
        return connection
