"""A broker's published limits, kept on our side: who may send now, and who waits for how long."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Self

from omnibroker.kit.errors import NotSent
from omnibroker.kit.upstream import Account
from omnibroker.upstream.operations import Limit, Metered, Operation, Operations
from omnibroker.upstream.windows import NEVER, Line, Needs, Rest, Window, windows_of

# How long an operation rests after a 429 where neither the answer nor a declared limit says so.
_PAUSE_SECONDS = 1.0
_LONGEST_PAUSE_SECONDS = 600.0


class Place:
    """One call's place within the limits, as an async context manager."""

    __slots__ = ("_deadline", "_line", "_needs", "_operation_id")

    def __init__(self, line: Line, needs: Needs, operation_id: str, deadline: float) -> None:
        self._line = line
        self._needs = needs
        self._operation_id = operation_id
        self._deadline = deadline

    def depart(self) -> None:
        """Say that the first byte leaves now; unsaid, the call counts from its end."""
        self._line.depart(self._needs)

    async def __aenter__(self) -> Self:
        try:
            await self._line.enter(self._needs, self._deadline)
        except TimeoutError:
            raise NotSent(
                "rate_limited",
                f"The broker's limit for {self._operation_id} leaves no room within the deadline; ask again later.",
                retry_after_seconds=self._seconds_until_free(),
            ) from None
        return self

    async def __aexit__(self, *_error: object) -> None:
        self._line.leave(self._needs)

    def _seconds_until_free(self) -> int:
        now = _now()
        wait = self._needs.free_at(now) - now
        return max(1, ceil(wait)) if wait < NEVER else 1


class Unlimited:
    """The place of a call to a simulator on this machine, which limits nothing."""

    def depart(self) -> None:
        """Take note of nothing."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        """Give nothing back."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What is left of a limit: `left` of `requests` in `per_seconds`, more after `seconds` (whole ones)."""

    requests: int
    per_seconds: int
    left: int
    seconds: int

    def rate_limit(self, name: str) -> str:
        """Return the item of a `RateLimit` header, under a policy's name."""
        return f'"{name}";r={self.left};t={self.seconds}'

    def policy(self, name: str) -> str:
        """Return the item of a `RateLimit-Policy` header."""
        return f'"{name}";q={self.requests};w={self.per_seconds}'


class Budget:
    """Admits the calls of one session within every limit that its spec declares.

    What is metered by account has windows for each account, what is metered by address has those of its
    `line`, which connections to one address may share. `enforce=False` is for simulators on this machine.
    Waiting calls go by priority, then by age; a call that cannot fit before its deadline is refused with
    `rate_limited`, nothing sent.
    """

    def __init__(
        self, operations: Operations, *, enforce: bool = True, line: Line | None = None
    ) -> None:
        self._operations = operations
        self._enforce = enforce
        self._line = line or Line()
        self._own = {each.operation_id: Metered(each.scope, each.limits) for each in operations}
        # By kind and name of what is limited, and by account where it is metered so.
        self._windows: dict[tuple[str, str, str], tuple[Window, ...]] = {}
        self._rests: dict[tuple[str, str], Rest] = {}

    def admit(
        self,
        operation: Operation,
        deadline: float,
        priority: int | None = None,
        account: Account | None = None,
    ) -> Place | Unlimited:
        """Return the place of one call, held while its block runs.

        `deadline` is an instant of the loop's clock; `priority` overrides the operation's own; `account` is
        whom the broker counts the call for, where it counts by account.
        """
        if not self._enforce:
            return Unlimited()
        needs = Needs(
            self._windows_of(operation, account),
            self._rest_of(operation, account),
            operation.priority if priority is None else priority,
        )
        return Place(self._line, needs, operation.operation_id, deadline)

    def replace(self, operation_id: str, limits: tuple[Limit, ...]) -> None:
        """Put what a broker says at run time in the place of an operation's declared limits."""
        self._own[operation_id] = Metered(self._own[operation_id].scope, limits)
        for key in [key for key in self._windows if key[:2] == ("operation", operation_id)]:
            del self._windows[key]

    def pause(
        self,
        operation: Operation,
        seconds: float | None,
        account: Account | None = None,
        *,
        announced: bool = True,
    ) -> None:
        """Hold an operation back after the broker called it too frequent.

        `seconds` is for how long; without it for a whole window. Unless the broker `announced` it, it is a
        guess, which holds no cancel (see Rest).
        """
        limits = (*self._own[operation.operation_id].limits, *self._group_limits(operation))
        longest = max((limit.per_seconds or 0 for limit in limits), default=0)
        wait = longest or _PAUSE_SECONDS if seconds is None else seconds
        until = _now() + min(wait, _LONGEST_PAUSE_SECONDS)
        rest = self._rest_of(operation, account)
        rest.begin(until, announced=announced and seconds is not None)

    def remaining(
        self, operation_ids: Iterable[str], account: Account | None = None
    ) -> Allowance | None:
        """Return what is left for the next call of these operations: the limit with the least room.

        None where nothing is limited by time.
        """
        if not self._enforce:
            return None
        now = _now()
        found = [
            _allowance(window, self._rest_of(operation, account), operation.priority, now)
            for operation in map(self._operations.__getitem__, operation_ids)
            for window in self._windows_of(operation, account)
            if window.limit.per_seconds is not None
        ]
        return min(found, key=lambda each: (each.left, -each.seconds), default=None)

    def _windows_of(self, operation: Operation, account: Account | None) -> tuple[Window, ...]:
        """Return every window that a call must fit into: of all calls, of its group, of its own."""
        name, shared = operation.operation_id, self._operations.shared
        windows = self._metered("all", "", shared, account)
        group = self._operations.groups.get(operation.group or "")
        if group is not None and group.counts(account.environment if account else None):
            windows += self._metered("group", group.name, group, account)
        return windows + self._metered("operation", name, self._own[name], account)

    def _group_limits(self, operation: Operation) -> tuple[Limit, ...]:
        group = self._operations.groups.get(operation.group or "")
        return group.limits if group is not None else ()

    def _metered(
        self, kind: str, name: str, metered: Metered, account: Account | None
    ) -> tuple[Window, ...]:
        if metered.scope == "ip":
            return self._line.windows(f"{kind} {name}", metered.limits)
        key = (kind, name, _counted_for(metered.scope, account))
        windows = self._windows.get(key)
        if windows is None:
            windows = self._windows[key] = windows_of(metered.limits, reserved=kind != "operation")
        return windows

    def _rest_of(self, operation: Operation, account: Account | None) -> Rest:
        scope = self._own[operation.operation_id].scope
        key = (operation.operation_id, _counted_for(scope, account))
        rest = self._rests.get(key)
        if rest is None:
            rest = self._rests[key] = Rest()
        return rest


def seconds_of(retry_after: str | None) -> float | None:
    """Return the seconds of a Retry-After header; its date form is left out: clocks differ."""
    return float(retry_after) if retry_after and retry_after.isdecimal() else None


def _counted_for(scope: str, account: Account | None) -> str:
    return account.account_id if scope == "account" and account is not None else ""


def _allowance(window: Window, rest: Rest, priority: int, now: float) -> Allowance:
    """Return what a window, and the rest of its operation, leave to calls of a priority."""
    size, left, rests_until = (
        window.size(priority),
        max(0, window.left(now, priority)),
        rest.ends_at(priority),
    )
    more_at = window.next_at(now) if left else window.free_at(now, priority)
    if rests_until > now:
        left, more_at = 0, max(more_at, rests_until)
    seconds = ceil(min(more_at - now, _LONGEST_PAUSE_SECONDS))
    return Allowance(size, ceil(window.limit.per_seconds or 0), left, seconds)


def _now() -> float:
    return asyncio.get_running_loop().time()
