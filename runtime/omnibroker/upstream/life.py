"""The life of a broker session: one log-in at a time, epochs, and a keeper that outlives odd answers."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from omnibroker.kit.errors import GatewayError, NotSent
from omnibroker.observe import log
from omnibroker.upstream import state as states
from omnibroker.upstream.session import UpstreamSession
from omnibroker.upstream.state import AccountFacts, SessionState

_KEEP_SECONDS = 60.0
# How soon a session that is down is tried again.
_RETRY_SECONDS = 10.0

Step = Callable[[float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Ways:
    """What one broker's sessions say and want, where all else is alike.

    `closed`: what is said once a session was closed on request. `seconds`: how long one look of the keeper
    may take. `patient`: what only a person ends is looked at no sooner than a session that is up.
    `failed`: the state that an error of the log-in leads to, and what else of the error callers are told.
    """

    broker: str
    closed: str
    seconds: float
    patient: bool
    failed: Callable[[GatewayError], tuple[str, dict[str, Any]]]


class Life:
    """What every broker module does with its session; `log_in` brings it up and proves its accounts.

    `forget` drops what the module remembers of an epoch, where it remembers anything.
    """

    def __init__(
        self,
        name: str,
        ways: Ways,
        session_state: SessionState,
        log_in: Step,
        forget: Callable[[], None] | None = None,
    ) -> None:
        self.state = session_state
        self._name = name
        self._ways = ways
        self._log_in = log_in
        self._forget = forget
        self._session: UpstreamSession | None = None
        self._opening = asyncio.Lock()

    def attach(self, session: UpstreamSession) -> None:
        """Take the session that the module's own calls go through."""
        self._session = session

    @property
    def session(self) -> UpstreamSession:
        """The session that was attached; raises NotSent `session_not_ready` without one."""
        if self._session is None:
            raise NotSent("session_not_ready", "The connection is not assembled.")
        return self._session

    @property
    def is_inside(self) -> bool:
        """Whether this task brings the session up: its own calls must not wait for it."""
        return _inside.get() is self

    async def send(self, operation_id: str, deadline: float, body: Any = None) -> Any:
        """Send one of the module's own calls; return its decoded body."""
        return await self.session.perform_alone(operation_id, body, deadline=deadline)

    @asynccontextmanager
    async def turn(self, deadline: float | None) -> AsyncIterator[None]:
        """One log-in at a time; who cannot wait for it until the deadline is told `session_not_ready`.

        Parallel ones get addresses blocked, or come with a token that has just been exchanged.
        """
        try:
            async with asyncio.timeout_at(deadline):
                await self._opening.acquire()
        except TimeoutError:
            detail = f"The session of {self._name} is still being brought up; ask again."
            raise NotSent("session_not_ready", detail, broker=self._ways.broker) from None
        inside = _inside.set(self)
        try:
            yield
        finally:
            _inside.reset(inside)
            self._opening.release()

    async def open(self, deadline: float) -> None:
        """Bring the session up, unless it is; raises NotSent `session_not_ready`."""
        async with self.turn(deadline):
            if not self.state.ready:
                await self.bring_up(deadline)

    async def bring_up(self, deadline: float) -> None:
        """Log in, within a turn; raises NotSent `session_not_ready`, also once it was closed on request."""
        if self.state.closed_on_request:
            raise NotSent("session_not_ready", self._ways.closed, broker=self._ways.broker)
        self.state.become(states.INITIALISING)
        try:
            await self._log_in(deadline)
        except GatewayError as error:
            state, told = self._ways.failed(error)
            if self.state.state == states.INITIALISING:
                self.state.become(state, error.detail)
            extra = {"broker": self._ways.broker, **told}
            raise NotSent(
                "session_not_ready", self.state.detail or error.detail, **extra
            ) from error
        finally:
            if self.state.state == states.INITIALISING:
                self.state.become(states.DEGRADED, "The session could not be brought up.")

    async def reopened(self, deadline: float) -> bool:
        """Bring the session up if that can be; say whether it is up."""
        with suppress(NotSent):
            await self.open(deadline)
        return self.state.ready

    async def renew(self, deadline: float) -> None:
        """Bring the session up in a new epoch, also where it was closed on request."""
        self.state.closed_on_request = False
        self.reset(states.DEGRADED, "The session is being checked.")
        await self.open(deadline)

    async def renewed(self, epoch: int, lost: str, deadline: float) -> bool:
        """Bring up anew what was lost in `epoch`; who comes second finds it renewed, or closed on request."""
        if epoch != self.state.epoch:
            return True
        self.reset(states.DEGRADED, lost)
        return await self.reopened(deadline)

    def know(self, facts: dict[str, AccountFacts]) -> None:
        """Take over what is proven, and say of what it is not."""
        unproven = ", ".join(name for name, known in facts.items() if known.environment is None)
        detail = f"Paper or live is not proven for {unproven}." if unproven else None
        self.state.become(states.READY, detail)
        self.state.accounts = facts

    def degrade(self, detail: str) -> None:
        """End the proof of a session that was up."""
        if self.state.ready:
            self.reset(states.DEGRADED, detail)

    def end(self) -> None:
        """Leave the session closed until somebody asks for it."""
        self.state.closed_on_request = True
        self.reset(states.LOGGED_OUT, self._ways.closed)

    def reset(self, state: str, detail: str) -> None:
        """End the epoch, and with it all that is remembered of it."""
        if self._forget is not None:
            self._forget()
        self.state.epoch += 1
        self.state.become(state, detail)
        if self._session is not None:
            self._session.forget()

    async def keep(self, tend: Step) -> None:
        """Tend the session until cancelled, every minute, and sooner while it is down."""
        while True:
            try:
                if not self.state.closed_on_request:
                    await tend(now() + self._ways.seconds)
            except GatewayError as error:
                if not self.state.closed_on_request:
                    log.warning("session_not_ready", connection=self._name, detail=error.detail)
            except Exception as error:  # noqa: BLE001 - the keeper must outlive whatever a broker sends
                log.error("keeper_failed", connection=self._name, exc_info=error)
            is_up = self.state.ready or (self._ways.patient and self.state.needs_human)
            await asyncio.sleep(_KEEP_SECONDS if is_up else _RETRY_SECONDS)


# Set while a task (and the reads it starts) brings this session up.
_inside: ContextVar[Life | None] = ContextVar("upstream_inside", default=None)


def now() -> float:
    """Return the instant of the loop's clock, which deadlines are told in."""
    return asyncio.get_running_loop().time()


async def wait(seconds: float, deadline: float) -> bool:
    """Wait, unless that would leave no time before the deadline; say whether it was waited."""
    if now() + seconds >= deadline:
        return False
    await asyncio.sleep(seconds)
    return True
