"""What a broker counts: sliding windows of sends, rests after a 429, and the line of calls that wait."""

import asyncio
from collections import deque
from itertools import count

from omnibroker.upstream.operations import CANCEL, Limit

# A request that is not answered yet is taken to have arrived so long after it left, a new connection's
# handshake included: a hung broker must not hold places until the calls' deadlines.
_WAY_SECONDS = 0.5
# "n in 30 s" means more than 30 s apart at some brokers, and they count in milliseconds.
_SLACK_SECONDS = 0.002
# A smaller limit has nothing to spare.
_LEAST_SHARED = 10
NEVER = float("inf")


class Send:
    """One call as the broker may count it: when it arrives nobody knows until its answer comes.

    A broker counts arrivals. Counted from when a place was given, a send that then waits (for the journal,
    for a handshake) would let the one a window later come too early.
    """

    __slots__ = ("arrived",)

    def __init__(self) -> None:
        self.arrived = NEVER

    def leave(self, now: float) -> None:
        """Take note that the first byte leaves now."""
        self.arrived = now + _WAY_SECONDS

    def end(self, now: float) -> None:
        """Take note that the call is over: by now it has arrived, or never will."""
        self.arrived = min(self.arrived, now)


class Window:
    """One limit: a sliding window of sends, or a count of calls under way.

    `reserve` sends of it are kept for cancels: one asks for the order before it cancels it, and what a burst
    of quotes has used up between the two would hold it for a whole window.
    """

    def __init__(self, limit: Limit, reserve: int = 0) -> None:
        self.limit = limit
        self._reserve = reserve
        self._sends: deque[Send] = deque()
        self._running = 0

    def size(self, priority: int) -> int:
        """Return how many sends the limit has for calls of a priority."""
        return self.limit.requests - (0 if priority == CANCEL else self._reserve)

    def left(self, now: float, priority: int) -> int:
        """Return how many sends fit now; less than none where cancels have used what is kept for them."""
        if self.limit.per_seconds is None:
            return self.size(priority) - self._running
        while self._sends and self._ends_at(0) <= now:
            self._sends.popleft()
        return self.size(priority) - len(self._sends)

    def free_at(self, now: float, priority: int) -> float:
        """Return when a send would fit: an instant ≤ now means at once; inf means when a call leaves or ends."""
        left = self.left(now, priority)
        if left > 0:
            return now
        return NEVER if self.limit.per_seconds is None else self._ends_at(-left)

    def next_at(self, now: float) -> float:
        """Return when the oldest send stops counting."""
        return self._ends_at(0) if self._sends else now

    def take(self, send: Send) -> None:
        """Count one send."""
        self._running += 1
        if self.limit.per_seconds is not None:
            self._sends.append(send)

    def release(self) -> None:
        """Count one call as ended."""
        self._running -= 1

    def _ends_at(self, position: int) -> float:
        return self._sends[position].arrived + (self.limit.per_seconds or 0) + _SLACK_SECONDS


def windows_of(limits: tuple[Limit, ...], *, reserved: bool) -> tuple[Window, ...]:
    """Return a window for each limit; of one that many kinds of calls share a tenth is reserved."""
    return tuple(Window(limit, _reserve(limit) if reserved else 0) for limit in limits)


def _reserve(limit: Limit) -> int:
    """Return what is kept for cancels: two at least, or nothing where the limit is too small for that."""
    return max(2, limit.requests // 10) if limit.requests >= _LEAST_SHARED else 0


class Rest:
    """How long one operation (of one account, where they are metered) rests after a 429.

    What the broker announced holds every call: until then it refuses, and counts the attempt. What is our
    guess does not hold a cancel: refused once more it costs one answer, held back for a window it may cost
    money. Futu is why: its one wire operation changes and cancels, and its refusals announce no time.
    """

    def __init__(self) -> None:
        self._announced_until = self._guessed_until = 0.0

    def begin(self, until: float, *, announced: bool) -> None:
        """Let nothing through before an instant; a guess lets cancels through."""
        if announced:
            self._announced_until = max(self._announced_until, until)
        else:
            self._guessed_until = max(self._guessed_until, until)

    def ends_at(self, priority: int) -> float:
        """Return until when a call of this priority is held."""
        if priority == CANCEL:
            return self._announced_until
        return max(self._announced_until, self._guessed_until)


class Needs:
    """What one call needs: room in every window, the end of a rest, and its turn."""

    __slots__ = ("_rest", "priority", "send", "windows")

    def __init__(self, windows: tuple[Window, ...], rest: Rest, priority: int) -> None:
        self.windows = windows
        self._rest = rest
        self.priority = priority
        self.send = Send()

    def free_at(self, now: float) -> float:
        """Return when the call may go: an instant ≤ now means at once."""
        return max(
            self._rest.ends_at(self.priority),
            *(window.free_at(now, self.priority) for window in self.windows),
            now,
        )

    def take(self) -> None:
        """Count the call in every window."""
        for window in self.windows:
            window.take(self.send)


class Line:
    """The calls that wait, by priority, then by age; with the windows of what is metered by address.

    One for each connection, or one for all connections to the same address.
    """

    def __init__(self) -> None:
        self._by_address: dict[str, tuple[Window, ...]] = {}
        self._waiting: list[tuple[int, int, Needs, asyncio.Future[None]]] = []
        self._numbers = count()
        self._timer: asyncio.TimerHandle | None = None

    def windows(self, name: str, limits: tuple[Limit, ...]) -> tuple[Window, ...]:
        """Return the windows that all connections to the address share under a name."""
        return self._by_address.setdefault(name, windows_of(limits, reserved=True))

    async def enter(self, needs: Needs, deadline: float) -> None:
        """Wait for a place; TimeoutError at the deadline, and no place is held then."""
        admitted: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((needs.priority, next(self._numbers), needs, admitted))
        self._pump()
        try:
            async with asyncio.timeout_at(deadline):
                await admitted
        except (TimeoutError, asyncio.CancelledError):
            # Who is admitted in the very turn in which he gives up leaves no place taken.
            if admitted.done() and not admitted.cancelled():
                self.leave(needs)
            raise

    def depart(self, needs: Needs) -> None:
        """Take note that the call's first byte leaves now."""
        needs.send.leave(_now())
        if self._waiting:
            self._pump()  # only now is it known when the next one may go

    def leave(self, needs: Needs) -> None:
        """Give the places of a call back: it is over."""
        needs.send.end(_now())
        for window in needs.windows:
            window.release()
        if self._waiting:
            self._pump()

    def _pump(self) -> None:
        """Admit every waiting call that fits now, best first; wake up when the next one may."""
        now = _now()
        kept, next_at = [], NEVER
        for entry in sorted(self._waiting):
            _, _, needs, admitted = entry
            if admitted.done():
                continue
            free_at = needs.free_at(now)
            if free_at <= now:
                needs.take()
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
        if instant < NEVER:
            self._timer = asyncio.get_running_loop().call_at(instant, self._pump)


def _now() -> float:
    return asyncio.get_running_loop().time()
