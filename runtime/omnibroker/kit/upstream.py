"""What a handler is handed: one account at one broker, ready to be called."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar

from omnibroker.kit.errors import GatewayError
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.outcomes import Accepted, Outcome

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Reply(Protocol[T_co]):
    """What a generated function returns: the parsed body of an answer, typed."""

    @property
    def parsed(self) -> T_co | None:
        """The parsed body; None where the answer had none."""


@dataclass(frozen=True, slots=True)
class Account:
    """Who the call is for.

    `account_id` is `<connection>:<native id>`; `environment` is "paper" or "live" as the broker proved
    it, or None while unproven; `reporting_currency` is what the broker reports figures in, where it says so;
    `native` is what the broker's own calls want of an account besides its id. A call about the market has
    the connection's market account, or empty ids where the broker needs none.
    """

    account_id: str
    broker_account_id: str
    broker: str
    connection: str
    environment: str | None
    simulated: bool
    reporting_currency: str | None = None
    native: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Parted(Generic[T]):
    """Rows of which some may be missing: `failed` says which part of the question failed, and how.

    A part is what the broker answers for apart; `by` says of what kind: "part" (such as one market of
    an account) or "instrument" (its key).
    """

    rows: list[T]
    failed: Mapping[str, GatewayError] = field(default_factory=dict)
    by: str = "part"

    def raise_first(self) -> None:
        """Raise the first failure, if any: what stands in no row may stand where the broker could not be read."""
        for error in self.failed.values():
            raise error


def parted(result: Any) -> Parted[Any]:
    """Return what a cell answered as rows that may be missing parts."""
    if isinstance(result, Parted):
        return result
    return Parted(result if isinstance(result, list) else [result])


Classify = Callable[[int, bytes], Outcome]


class Upstream(Protocol):
    """One account's way to its broker. Handlers do no other I/O."""

    @property
    def account(self) -> Account:
        """The account that the request names."""

    @property
    def order_id(self) -> str:
        """The gateway's id of the order that this write makes or changes: the tag at the broker."""

    @property
    def received_at(self) -> str:
        """When the gateway began to serve this request, RFC 3339 UTC."""

    async def call(self, operation: Callable[..., Awaitable[Reply[T]]], **parameters: Any) -> T:
        """Call a generated function that reads; return its parsed body.

        Raises UpstreamFailure (timeout, unavailable, malformed) or NotSent (unknown, not ready).
        """

    async def write(
        self, operation: Callable[..., Awaitable[Reply[Any]]], classify: Classify, **parameters: Any
    ) -> Accepted:
        """Call a generated function that changes something, once; return the proof of acceptance.

        The raw answer goes to `classify` before any parsing. Raises Rejected, ConfirmationRequired or
        OutcomeUnknown for the other outcomes, NotSent when nothing left.
        """

    async def resolve(self, key: str) -> Resolved:
        """Return the broker's form of a canonical instrument key, cached.

        Raises unknown_instrument, or ambiguous_instrument listing the candidates.
        """

    async def resolve_each(self, keys: Sequence[str]) -> Parted[Resolved]:
        """Resolve several keys side by side; those that cannot be are told apart, by instrument."""

    async def gather(self, calls: Sequence[Awaitable[T]]) -> list[T]:
        """Await several calls side by side, within the broker's budget; the first error is raised."""

    async def parts(
        self, calls: Mapping[str, Awaitable[list[T]]], *, by: str = "part"
    ) -> Parted[T]:
        """Await several calls side by side, each for a named part of the answer (see Parted).

        Raises only if every part failed (the first error).
        """
