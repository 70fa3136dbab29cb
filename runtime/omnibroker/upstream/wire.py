"""What crosses the seam between upstream and engine: request, answer, failures, origin."""

import hashlib
import re
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Protocol
from urllib.parse import urlsplit

DEFAULT_PORTS = {"http": 80, "https": 443}

MAX_LENGTH_DIGITS = 18  # longer ones are refused unread: int() has a limit too

# The engine alone says whom it talks to and how bodies are framed; it asks for none compressed.
OWNED_HEADERS = frozenset(
    {b"accept-encoding", b"connection", b"content-length", b"expect", b"host", b"transfer-encoding"}
)

# One look at the whole head: nothing can smuggle in a line, a space or a second request.
_HEAD = re.compile(
    rb"[A-Z]+ /[!-~]* HTTP/1\.1\r\n"
    rb"(?:[!#$%&'*+\-.^_`|~0-9A-Za-z]+: [\t -~\x80-\xff]*\r\n)*"
)
_PIN = re.compile("[0-9a-f]{64}")
_HOST = re.compile("[0-9A-Za-z._:-]+")


@dataclass(slots=True)
class WireRequest:
    """One HTTP/1.1 request.

    `target` is the absolute path with its query as it stands on the wire, percent-encoded ASCII.
    `headers` may not contain what the engine writes itself (see OWNED_HEADERS). `deadline` is an instant of `asyncio.get_running_loop().time()`,
    in seconds, for the whole exchange. `mutating` requests are never sent twice. `last_look` raises where
    the request may not leave any more.
    """

    method: str
    target: str
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    deadline: float
    mutating: bool
    last_look: Callable[[], None] | None = None

    def check(self, now: float) -> None:
        """Raise NotSent unless the first byte may leave now: for engines, with no wait between this and it."""
        if now >= self.deadline:
            raise NotSent("timeout", "the deadline passed before the request could be sent")
        if self.last_look is not None:
            try:
                self.last_look()
            except Exception as error:  # noqa: BLE001 - whatever it is, nothing has left
                raise Withdrawn(error) from None


@dataclass(slots=True)
class WireResponse:
    """One complete answer; header names in lower case, repeated ones joined by ", "."""

    status: int
    headers: dict[str, str]
    body: bytes


class NotSent(Exception):
    """Nothing of this request reached the peer: it is safe to send it again.

    `reason`: "connect" (refused, unreachable), "dns", "tls" (handshake or certificate), "pin",
    "timeout" (the deadline came before the first byte), "closed" (the engine was closed), "invalid" (the
    request cannot be written as HTTP) or "withdrawn" (see Withdrawn).
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"Nothing was sent ({reason}): {detail}")
        self.reason = reason


class Withdrawn(NotSent):
    """The request's last look forbade it; `cause` is what that raised."""

    def __init__(self, cause: Exception) -> None:
        super().__init__("withdrawn", str(cause))
        self.cause = cause


class Lost(Exception):
    """At least one byte may have left and no complete answer came: the effect is unknown.

    `reason`: "timeout", "reset" (the connection ended), "malformed" (not HTTP, or an encoding that
    was not asked for) or "too_large".
    """

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"No complete answer came ({reason}): {detail}")
        self.reason = reason


@dataclass(frozen=True)
class Tls:
    """How the peer proves who it is.

    Without a pin the chain (to `ca_file`, or to the system's authorities) and the host name are
    verified. A pin is the SHA-256 of the peer's certificate (DER) in hex, colons allowed; alone it
    accepts exactly that certificate, so there is no chain and no name to verify; with `ca_file`
    both must hold. `verify_hostname=False` is refused without a pin.
    """

    ca_file: str | None
    pin_sha256: str | None
    verify_hostname: bool

    def __post_init__(self) -> None:
        if self.pin_sha256 is None:
            if not self.verify_hostname:
                raise ValueError(
                    "Verification of the host name can be left out only together with a pin: "
                    "set pin_sha256 to the SHA-256 of the peer's certificate"
                )
            return
        pin = self.pin_sha256.replace(":", "").lower()
        if not _PIN.fullmatch(pin):
            raise ValueError("A pin is 64 hex digits: the SHA-256 of the certificate in DER form")
        object.__setattr__(self, "pin_sha256", pin)

    def context(self) -> ssl.SSLContext:
        """A client context; reads `ca_file`, so OSError or ssl.SSLError where it is unusable."""
        context = ssl.create_default_context(cafile=self.ca_file)
        context.set_alpn_protocols(["http/1.1"])
        if self.pin_sha256 is not None and (self.ca_file is None or not self.verify_hostname):
            context.check_hostname = False
        if self.pin_sha256 is not None and self.ca_file is None:
            context.verify_mode = ssl.CERT_NONE  # check_pin decides, before any request byte
        return context

    def check_pin(self, tls: ssl.SSLObject) -> None:
        """Raise NotSent unless the peer's certificate is the pinned one, where one is pinned."""
        if self.pin_sha256 is None:
            return
        found = hashlib.sha256(tls.getpeercert(binary_form=True) or b"").hexdigest()
        if found != self.pin_sha256:
            raise NotSent(
                "pin",
                f"the peer's certificate has SHA-256 {found}, pinned is {self.pin_sha256}; "
                "correct pin_sha256 only if the certificate was renewed on purpose",
            )


@dataclass(frozen=True)
class Origin:
    """Where an engine connects to: scheme, host and port, with the proof asked of the peer."""

    scheme: str
    host: str
    port: int
    tls: Tls | None

    @classmethod
    def parse(cls, url: str, tls: Tls | None) -> "Origin":
        """The origin of `url`; its path is not looked at. https without `tls` verifies fully."""
        parts = urlsplit(url)
        if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
            raise ValueError(
                f"Not a base URL: {url!r}; write http://host:port or https://host:port"
            )
        if parts.username is not None or parts.query or parts.fragment:
            raise ValueError("A base URL has no credentials, no query and no fragment")
        if not _HOST.fullmatch(parts.hostname):
            raise ValueError(f"Not a host name: {parts.hostname!r}; write it in ASCII (punycode)")
        if parts.scheme == "http" and tls is not None and (tls.ca_file or tls.pin_sha256):
            raise ValueError("ca_file and pin_sha256 need an https URL; http proves nothing")
        port = DEFAULT_PORTS[parts.scheme] if parts.port is None else parts.port
        proof = (tls or Tls(None, None, verify_hostname=True)) if parts.scheme == "https" else None
        return cls(parts.scheme, parts.hostname, port, proof)

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them: IPv6 in brackets, no default port."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


class Engine(Protocol):
    """Sends requests to one origin. It knows HTTP and nothing of brokers.

    It calls `request.check()` once it has a connection, right before the first byte.
    """

    async def send(self, request: WireRequest) -> WireResponse:
        """The answer, whatever its status; redirects are answers. NotSent or Lost otherwise."""
        ...

    async def close(self) -> None:
        """Close every connection; what is under way ends in Lost, later sends in NotSent."""
        ...


def write_head(request: WireRequest, host: bytes) -> bytes:
    """Request line and headers with their blank line; NotSent("invalid") if HTTP cannot say it.

    `host` is the ready Host line. A body, even an empty one of a writing method, has its length.
    """
    lines = [
        f"{request.method} {request.target} HTTP/1.1\r\n".encode("utf-8", "surrogatepass"),
        host,
    ]
    framing = 1  # the Host line
    for name, value in request.headers:
        if name.lower() in OWNED_HEADERS:
            raise NotSent("invalid", f"header {name!r} is written by the engine; leave it out")
        lines += (name, b": ", value, b"\r\n")
    if request.body or request.method in {"POST", "PUT", "PATCH"}:
        lines.append(b"content-length: %d\r\n" % len(request.body))
        framing += 1
    head = b"".join(lines)
    # The count catches a value that carries a whole header line, which the pattern would accept.
    if head.count(b"\n") != 1 + framing + len(request.headers) or not _HEAD.fullmatch(head):
        raise NotSent("invalid", f"{request.method} request: bad method, target or header")
    return head + b"\r\n"


def is_bodyless(method: str, status: int) -> bool:
    """True where HTTP allows no body in the answer, whatever its headers say."""
    return method == "HEAD" or status in {HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED}


def body_fault(headers: dict[str, str], limit: int) -> tuple[str, str] | None:
    """Why a body under these headers cannot be taken: (Lost reason, detail), or None.

    `limit` is in bytes. Nothing compressed was asked for, so an encoded body is a fault; two
    framings at once are how answers are smuggled.
    """
    encoding = headers.get("content-encoding", "identity")
    if encoding.lower() != "identity":
        return "malformed", f"the body is encoded ({encoding}) although no encoding was asked for"
    transfer, length = headers.get("transfer-encoding"), headers.get("content-length")
    if transfer is not None and (transfer.lower() != "chunked" or length is not None):
        return "malformed", f"transfer-encoding {transfer!r} is not understood here"
    if (
        length is not None
        and length.isdecimal()
        and (len(length) > MAX_LENGTH_DIGITS or int(length) > limit)
    ):
        return "too_large", f"the answer announces {length} bytes, allowed are {limit}"
    return None


def announced_seconds(hint: str) -> float:
    """Seconds of `Keep-Alive: timeout=N`, less one for the way; endless where nothing is said."""
    for part in hint.split(","):
        name, _, value = part.strip().partition("=")
        if name.lower() == "timeout" and value.isascii() and value.isdecimal():
            return max(0.0, int(value) - 1.0)
    return float("inf")


def not_connected(origin: Origin, exc: Exception) -> NotSent:
    """What a failed connect means, and what to do about it."""
    where = origin.authority
    if isinstance(exc, (socket.gaierror, UnicodeError)):
        return NotSent("dns", f"{origin.host} has no address ({exc}); correct the host name")
    if isinstance(exc, ssl.SSLError) or (origin.tls and isinstance(exc, ConnectionResetError)):
        hint = "name its authority as ca_file or its SHA-256 as pin_sha256"
        return NotSent("tls", f"no trusted connection to {where} ({exc}); {hint}")
    return NotSent(
        "connect", f"{where} cannot be reached ({exc}); is the broker's gateway running?"
    )
