"""A broker's published limits, kept on our side: who may send now, and who waits for how long."""

import asyncio
from collections import deque
from itertools import count
from math import ceil

from omnibroker.kit.errors import NotSent
from omnibroker.upstream.operations import Limit, Operation, Operations

# How long an operation rests after a 429 where neither the answer nor a declared limit says so.
_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 600.0
_UNLIMITED = 1_000_000


class _Window:
    """One limit: a sliding window of sends, or a count of calls under way."""

    def __init__(self, limit: Limit) -> None:
        self._limit = limit
        self._sent: deque[float] = deque()
        self._running = 0
        self._paused_until = 0.0

    def free_at(self, now: float) -> float:
        """Return when a send would fit: an instant ≤ now means at once; inf means when a call ends."""
        if self._paused_until > now:
            return self._paused_until
        if self._limit.per_seconds is None:
            return now if self._running < self._limit.requests else float("inf")
        while self._sent and self._sent[0] <= now - self._limit.per_seconds:
            self._sent.popleft()
        if len(self._sent) < self._limit.requests:
            return now
        return self._sent[0] + self._limit.per_seconds

    def pause(self, until: float) -> None:
        """Let nothing in before an instant, whatever was counted."""
        self._paused_until = max(self._paused_until, until)

    def take(self, now: float) -> None:
        """Count one send."""
        self._running += 1
        if self._limit.per_seconds is not None:
            self._sent.append(now)

    def release(self) -> None:
        """Count one call as ended."""
        self._running -= 1


class Place:
    """One call's place within the limits, as an async context manager."""

    __slots__ = ("_budget", "_deadline", "_operation", "_priority", "_windows")

    def __init__(
        self, budget: "Budget", operation: Operation, deadline: float, priority: int
    ) -> None:
        self._budget = budget
        self._operation = operation
        self._deadline = deadline
        self._priority = priority
        self._windows: list[_Window] = []

    async def __aenter__(self) -> None:
        self._windows = await self._budget.take(self._operation, self._deadline, self._priority)

    async def __aexit__(self, *_error: object) -> None:
        self._budget.give_back(self._windows)


class Budget:
    """Admits the calls of one session within every limit that its spec declares.

    `enforce=False` is for simulators on this machine. Waiting calls go by priority, then by age; a call
    that cannot fit before its deadline is refused with `rate_limited`, nothing sent.
    """

    def __init__(self, operations: Operations, *, enforce: bool = True) -> None:
        self._enforce = enforce
        self._shared = [_Window(limit) for limit in operations.shared]
        self._own = {
            operation.operation_id: [_Window(limit) for limit in operation.limits]
            for operation in operations
        }
        self._waiting: list[tuple[int, int, list[_Window], asyncio.Future[None]]] = []
        self._numbers = count()
        self._timer: asyncio.TimerHandle | None = None

    def admit(self, operation: Operation, deadline: float, priority: int | None = None) -> "Place":
        """Return the place of one call, held while its block runs.

        `deadline` is an instant of the loop's clock; `priority` overrides the operation's own.
        """
        return Place(
            self, operation, deadline, operation.priority if priority is None else priority
        )

    def replace(self, operation_id: str, limits: tuple[Limit, ...]) -> None:
        """Put what a broker says at run time in the place of an operation's declared limits."""
        self._own[operation_id] = [_Window(limit) for limit in limits]

    def pause(self, operation: Operation, seconds: float | None) -> None:
        """Hold an operation back after the broker called it too frequent, by its word or for a whole window."""
        windows = self._own[operation.operation_id]
        if not windows:
            windows.append(_Window(Limit(_UNLIMITED, None)))
        longest = max((limit.per_seconds or 0 for limit in operation.limits), default=0)
        wait = longest or _PAUSE_SECONDS if seconds is None else seconds
        until = asyncio.get_running_loop().time() + min(wait, _LONGEST_PAUSE_SECONDS)
        for window in windows:
            window.pause(until)

    async def take(self, operation: Operation, deadline: float, priority: int) -> list[_Window]:
        """Wait for a place in every window of an operation; return them for `give_back`."""
        if not self._enforce:
            return []
        windows = [*self._shared, *self._own[operation.operation_id]]
        await self._wait(windows, operation, deadline, priority)
        return windows

    def give_back(self, windows: list[_Window]) -> None:
        """End the call that holds these windows."""
        for window in windows:
            window.release()
        if windows:
            self._pump()

    async def _wait(
        self, windows: list[_Window], operation: Operation, deadline: float, priority: int
    ) -> None:
        loop = asyncio.get_running_loop()
        admitted: asyncio.Future[None] = loop.create_future()
        self._waiting.append((priority, next(self._numbers), windows, admitted))
        self._pump()
        try:
            async with asyncio.timeout_at(deadline):
                await admitted
        except TimeoutError:
            self._withdraw(admitted, windows)
            raise NotSent(
                "rate_limited",
                f"The broker's limit for {operation.operation_id} leaves no room within the deadline; ask again later.",
                retry_after_seconds=self._seconds_until_free(windows),
            ) from None
        except asyncio.CancelledError:
            self._withdraw(admitted, windows)
            raise

    def _withdraw(self, admitted: asyncio.Future[None], windows: list[_Window]) -> None:
        """Free the place of a caller that was admitted in the very turn in which it gave up."""
        if admitted.done() and not admitted.cancelled():
            self.give_back(windows)

    def _seconds_until_free(self, windows: list[_Window]) -> int:
        now = asyncio.get_running_loop().time()
        wait = max(window.free_at(now) for window in windows) - now
        return max(1, ceil(wait)) if wait < float("inf") else 1

    def _pump(self) -> None:
        """Admit every waiting call that fits now, best first; wake up when the next one may."""
        now = asyncio.get_running_loop().time()
        kept, next_at = [], float("inf")
        for entry in sorted(self._waiting):
            _, _, windows, admitted = entry
            if admitted.done():
                continue
            free_at = max((window.free_at(now) for window in windows), default=now)
            if free_at <= now:
                for window in windows:
                    window.take(now)
                admitted.set_result(None)
            else:
                kept.append(entry)
                next_at = min(next_at, free_at)
        self._waiting = kept
        self._wake_at(next_at)

    def _wake_at(self, instant: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if instant < float("inf"):
            self._timer = asyncio.get_running_loop().call_at(instant, self._pump)
