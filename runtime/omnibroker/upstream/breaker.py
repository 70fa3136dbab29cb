"""A breaker for one connection: a broker that does not answer is not asked again by everybody."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from http import HTTPStatus
from math import ceil

from omnibroker.kit.errors import NotSent, UpstreamFailure
from omnibroker.upstream import wire
from omnibroker.upstream.operations import CANCEL, Operation
from omnibroker.upstream.seam import UpstreamCall

CLOSED, OPEN, HALF_OPEN = "CLOSED", "OPEN", "HALF_OPEN"
# So many failures in a row open it, and for so long it stays open before one call may try.
_FAILURES = 5
_OPEN_SECONDS = 5.0
# How an exchange fails where nobody answers; the other reasons are about the request, or the answer's size.
_SILENT = frozenset({"connect", "dns", "tls", "pin", "reset", "malformed"})
# A time-out says something of the broker only where it had so long; calls may wait long for their turn.
_FAIR_SECONDS = 1.0


def _loop_time() -> float:
    return asyncio.get_running_loop().time()


class Breaker:
    """Fails calls fast while their broker is down; knows transport and status classes, no broker's words.

    Closed, every call passes. Open, none does but a cancel, and what brings the session up (`exempt`).
    After a rest it is half-open: one call passes at a time, and how it ends closes or opens it.
    """

    def __init__(self, clock: Callable[[], float] = _loop_time) -> None:
        self._clock = clock
        self._failures = 0
        self._opened_at: float | None = None
        self._probing = False

    @property
    def is_open(self) -> bool:
        """Whether the broker counts as down: nothing has answered since it opened."""
        return self._opened_at is not None

    @property
    def state(self) -> str:
        """CLOSED, OPEN or HALF_OPEN."""
        if self._opened_at is None:
            return CLOSED
        return OPEN if self._rest(self._opened_at) > 0 else HALF_OPEN

    def check(self) -> None:
        """Raise UpstreamFailure `upstream_unavailable` while it is open: for what comes before a call."""
        if self._opened_at is not None and self._rest(self._opened_at) > 0:
            raise UpstreamFailure("upstream_unavailable", _DETAIL, **self._retry_after())

    def failed(self, error: wire.NotSent | wire.Lost, seconds: float) -> None:
        """Take note of an exchange that ended without an answer, after so many seconds on the wire."""
        if error.reason in _SILENT or (error.reason == "timeout" and seconds >= _FAIR_SECONDS):
            self._count_failure()

    def answered(self, status: int, operation: Operation) -> None:
        """Take note of an answer; a 500, or a 5xx to a change, may be about the request alone and says nothing."""
        if status < HTTPStatus.INTERNAL_SERVER_ERROR:
            self._failures = 0
            self._opened_at = None
        elif not operation.mutating and status != HTTPStatus.INTERNAL_SERVER_ERROR:
            self._count_failure()

    @contextmanager
    def passage(self, call: UpstreamCall) -> Iterator[None]:
        """Let one call through, with what it needs to be made ready.

        Raises `upstream_unavailable` where it may not: NotSent for a change, UpstreamFailure for a read.
        """
        priority = call.operation.priority if call.priority is None else call.priority
        if priority == CANCEL:
            with self.exempt():
                yield
        elif self._opened_at is None or _exempt.get() is self:
            yield
        elif self._probing or self._rest(self._opened_at) > 0:
            raise self._refusal(call)
        else:
            self._probing = True
            try:
                with self.exempt():
                    yield
            finally:
                self._probing = False

    @contextmanager
    def exempt(self) -> Iterator[None]:
        """Let every call of the block through, and of the tasks that begin in it."""
        before = _exempt.set(self)
        try:
            yield
        finally:
            _exempt.reset(before)

    def _count_failure(self) -> None:
        self._failures += 1
        if self._failures >= _FAILURES or self._opened_at is not None:
            self._opened_at = self._clock()

    def _refusal(self, call: UpstreamCall) -> NotSent | UpstreamFailure:
        if call.operation.mutating:
            detail = f"{_DETAIL} Nothing was sent."
            return NotSent("upstream_unavailable", detail, **self._retry_after())
        return UpstreamFailure("upstream_unavailable", _DETAIL, **self._retry_after())

    def _retry_after(self) -> dict[str, int]:
        return {"retry_after_seconds": max(1, ceil(self._rest(self._opened_at or 0)))}

    def _rest(self, opened_at: float) -> float:
        return opened_at + _OPEN_SECONDS - self._clock()


_DETAIL = "The broker has not answered for a while, so it is not asked just now; ask again later."
# The breaker whose calls pass in this task: a probe's, a cancel's, those that bring the session up.
_exempt: ContextVar[Breaker | None] = ContextVar("breaker_exempt", default=None)
