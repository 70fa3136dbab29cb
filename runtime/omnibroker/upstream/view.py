"""What a handler gets: one account's upstream for one request (implements `kit.upstream.Upstream`)."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

from omnibroker.kit.errors import (
    ConfirmationRequired,
    GatewayError,
    NotSent,
    OutcomeUnknown,
    Rejected,
    UpstreamFailure,
    malformed,
)
from omnibroker.kit.instruments import Resolved
from omnibroker.kit.outcomes import Accepted, Outcome, Question, Refused, Unknown
from omnibroker.kit.upstream import Account, Classify, Parted, Reply
from omnibroker.observe import clean, log
from omnibroker.upstream import wire
from omnibroker.upstream.connection import Connection
from omnibroker.upstream.operations import CANCEL
from omnibroker.upstream.rounds import Gate, Round
from omnibroker.upstream.seam import Captured, UpstreamCall

T = TypeVar("T")


class View:
    """One account (or, with an empty id, one connection) during one request."""

    def __init__(
        self,
        connection: Connection,
        account: Account,
        deadline: float,
        clock: Callable[[], str],
        gate: Gate | None,
        priority: int | None = None,
    ) -> None:
        self._connection = connection
        self._deadline = deadline
        self._gate = gate
        self._priority = priority
        self.account = account
        self._clock = clock

    @property
    def received_at(self) -> str:
        """The present: what is mapped now has been heard by now."""
        return self._clock()

    @property
    def order_id(self) -> str:
        """The gateway's id of the order that this write is about."""
        return self._required_gate().order_id

    async def call(self, operation: Callable[..., Awaitable[Reply[T]]], **parameters: Any) -> T:
        """Call a generated function that reads (see the protocol)."""
        call = UpstreamCall(
            self._operation(operation), self._deadline, self.account, priority=self._priority
        )
        if call.operation.mutating:
            raise TypeError(f"{call.operation.operation_id} changes something: use write().")
        with self._connection.session.calling(call):
            reply = await self._guarded(call, operation, parameters)
        if reply.parsed is None:
            raise malformed(
                f"The broker's answer to {call.operation.operation_id} is not as documented."
            )
        return reply.parsed

    async def write(
        self, operation: Callable[..., Awaitable[Reply[Any]]], classify: Classify, **parameters: Any
    ) -> Accepted:
        """Call a generated function that changes something, once (see the protocol)."""
        gate = self._required_gate()
        # A task of its own: a client that goes away or a shutdown never cancels a write under way.
        task = asyncio.create_task(self._write(gate, operation, classify, parameters))
        self._connection.began(task)
        return await asyncio.shield(task)

    async def resolve(self, key: str) -> Resolved:
        """Return the broker's form of a canonical key."""
        account = self._connection.asking(self.account)
        return await self._connection.instruments.resolve(key, account, self._deadline)

    async def resolve_each(self, keys: Sequence[str]) -> Parted[Resolved]:
        """Resolve several keys side by side (see the protocol)."""

        async def resolved(key: str) -> list[Resolved]:
            return [await self.resolve(key)]

        return await self.parts({key: resolved(key) for key in keys}, by="instrument")

    async def gather(self, calls: Sequence[Awaitable[T]]) -> list[T]:
        """Await several calls side by side."""
        return list(await asyncio.gather(*calls))

    async def parts(
        self, calls: Mapping[str, Awaitable[list[T]]], *, by: str = "part"
    ) -> Parted[T]:
        """Await the calls of several parts side by side (see the protocol)."""
        results = await asyncio.gather(*calls.values(), return_exceptions=True)
        rows: list[T] = []
        failed: dict[str, GatewayError] = {}
        for part, result in zip(calls, results, strict=True):
            if isinstance(result, GatewayError):
                failed[part] = result
            elif isinstance(result, BaseException):
                raise result
            else:
                rows += result
        if failed and len(failed) == len(calls):
            raise next(iter(failed.values()))
        return Parted(rows, failed, by)

    def _operation(self, function: Callable[..., Any]) -> Any:
        return self._connection.operations[function.__module__.rpartition(".")[2]]

    def _required_gate(self) -> Gate:
        if self._gate is None:
            raise TypeError("This operation is not declared as a write in the unified spec.")
        return self._gate

    async def _guarded(
        self,
        call: UpstreamCall,
        function: Callable[..., Awaitable[Reply[T]]],
        parameters: dict[str, Any],
    ) -> Reply[T]:
        """Run generated code; whatever its parser stumbles over is the broker's malformed answer."""
        try:
            return await function(client=_Client(self._connection.session), **parameters)
        except (GatewayError, Captured, wire.NotSent, wire.Lost):
            raise
        except (TypeError, ValueError, KeyError, AttributeError) as error:
            if not call.on_wire:
                raise  # our own mistake: no broker has said anything yet
            log.warning("malformed_answer", operation=function.__module__, error=clean(str(error)))
            raise malformed("The broker's answer is not as documented.") from error

    async def _write(
        self,
        gate: Gate,
        operation: Callable[..., Awaitable[Reply[Any]]],
        classify: Classify,
        parameters: dict[str, Any],
    ) -> Accepted:
        call = self._change(gate, operation)
        await gate.admit()
        outcome: Outcome | None = None
        try:
            async with Round(self._connection, gate, self._deadline):
                outcome = await self._outcome(call, operation, classify, parameters)
                # Within the turn: a question must hold the session before the next round begins.
                outcome = await gate.settle(outcome)
        except Exception as error:
            if outcome is not None:
                raise
            await gate.not_sent(str(error))
            raise _not_sent(error) from error
        return self._conclude(outcome)

    def _change(self, gate: Gate, function: Callable[..., Any]) -> UpstreamCall:
        operation = self._operation(function)
        if not operation.mutating:
            raise TypeError(f"{operation.operation_id} changes nothing: use call().")
        return UpstreamCall(
            operation,
            self._deadline,
            self.account,
            priority=CANCEL if gate.operation_id == "cancel_order" else None,
            before_wire=gate.attempt,
            last_look=gate.last_look,
            capture=True,
        )

    async def _outcome(
        self,
        call: UpstreamCall,
        operation: Callable[..., Awaitable[Reply[Any]]],
        classify: Classify,
        parameters: dict[str, Any],
    ) -> Outcome:
        try:
            with self._connection.session.calling(call):
                await self._guarded(call, operation, parameters)
        except Captured as captured:
            return _classified(classify, captured.response)
        except wire.Lost as error:
            return Unknown(error.reason)
        except wire.Withdrawn as withdrawn:
            raise withdrawn.cause from None
        except wire.NotSent:
            raise
        except Exception as error:
            if not call.on_wire:
                raise
            log.error("write_failed", operation=call.operation.operation_id, exc_info=error)
            return Unknown("the exchange broke off")
        return Unknown("no answer was captured")

    def _conclude(self, outcome: Outcome) -> Accepted:
        extra = {"broker": self.account.broker, "order_id": self.order_id}
        match outcome:
            case Accepted():
                return outcome
            case Refused(message, code):
                raise Rejected(
                    "The broker refused; see broker_message.",
                    broker_code=code,
                    broker_message=clean(message)[:500],
                    **extra,
                )
            case Question():
                detail = "The broker asks before it takes the order."
                raise ConfirmationRequired(detail, question=outcome, **extra)
            case Unknown(reason):
                raise OutcomeUnknown(
                    f"The broker's answer proves nothing ({reason}): the write may have happened. "
                    "Do not send it under another id; ask for the order's state.",
                    **extra,
                )


class _Client:
    """The little of a generated client that generated functions use."""

    __slots__ = ("_session",)
    raise_on_unexpected_status = False

    def __init__(self, session: Any) -> None:
        self._session = session

    def get_async_httpx_client(self) -> Any:
        """Return the session whose `request()` is the seam."""
        return self._session


def _classified(classify: Classify, response: wire.WireResponse) -> Outcome:
    """Classify the raw answer; a classifier that stumbles proves nothing."""
    try:
        return classify(response.status, response.body)
    except Exception as error:  # noqa: BLE001 - the order may be out: nothing here may turn it into an error
        log.error("classify_failed", error=type(error).__name__)
        return Unknown("the answer could not be classified")


def _not_sent(error: Exception) -> Exception:
    """Return what the caller is told of a write that never left: a failed pre-flight sent nothing either."""
    if isinstance(error, UpstreamFailure):
        code = "upstream_timeout" if error.code == "upstream_timeout" else "upstream_unavailable"
        return NotSent(code, f"{error.detail} Nothing was sent.", **error.extra)
    if isinstance(error, wire.NotSent):
        detail = f"The broker cannot be reached ({error.reason}). Nothing was sent."
        return NotSent("upstream_unavailable", detail)
    return error
