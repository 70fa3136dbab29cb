"""The one seam to a broker: what a call is, what goes out, and the seven words of a broker module."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from omnibroker import exactjson
from omnibroker.kit.errors import malformed
from omnibroker.kit.upstream import Account
from omnibroker.upstream.operations import Operation
from omnibroker.upstream.wire import WireResponse

BeforeWire = Callable[[bytes], Awaitable[None]]
LastLook = Callable[[], None]
Headers = tuple[tuple[bytes, bytes], ...]


@dataclass(slots=True)
class UpstreamCall:
    """One call on its way: what it is, for whom, until when, and what must happen before its first byte.

    `own` calls are the broker module's (session, pre-flights); `priority` overrides the operation's.
    `capture` hands the raw answer back before any interpretation: for writes, whose answer is classified
    first. `before_wire` is awaited with the final body; `last_look` is called by the engine, when nothing is
    waited for any more, and raises where nothing may leave. `on_wire` says that the engine has it: from then on only the engine can prove that nothing left. `epoch` is the session's when the
    call was made ready. `noted` is what `wire()` remembers of the request for `unwrap()`.
    """

    operation: Operation
    deadline: float
    account: Account | None = None
    own: bool = False
    priority: int | None = None
    before_wire: BeforeWire | None = None
    last_look: LastLook | None = None
    capture: bool = False
    body: Any = None
    on_wire: bool = False
    epoch: int = 0
    noted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A request as the spec describes it; the broker module may sign, wrap or redirect it."""

    method: str
    target: str
    headers: Headers
    body: bytes


class Broker(Protocol):
    """What is odd about one broker."""

    async def ready(self, call: UpstreamCall) -> None:
        """Make the session ready for a call: log in, unlock, pre-flights, subscriptions. It may wait."""

    def wire(self, call: UpstreamCall, draft: Draft) -> Draft:
        """Return what really goes out: bearer, signature, envelope. Pure, right before the first byte."""

    def unwrap(self, call: UpstreamCall, response: WireResponse) -> WireResponse:
        """Return an answer (of reads and writes) as the spec describes it: signature and envelope off."""

    async def noticed(self, call: UpstreamCall, response: WireResponse) -> None:
        """Let the session learn from the answer to a write, such as that the login is gone; never raises."""

    def unreachable(self, reason: str) -> None:
        """Take note that no connection to the broker could be made."""

    async def interpret(self, call: UpstreamCall, response: WireResponse) -> WireResponse:
        """Return the usable answer of a read, or raise what it really means."""

    async def again(self, call: UpstreamCall, response: WireResponse, attempt: int) -> bool:
        """Say whether a read should be sent once more (a cold answer, a session that was renewed)."""


class Captured(Exception):
    """The raw answer of a write, on its way around the generated code's parsing."""

    def __init__(self, response: WireResponse) -> None:
        super().__init__("captured")
        self.response = response


class Answer:
    """What generated code sees of an answer: the part of httpx.Response that it uses, without its cost."""

    __slots__ = ("content", "headers", "status_code")

    def __init__(self, response: WireResponse) -> None:
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
