"""One connection: engine, session, budget, broker module, and the accounts that it proved to have."""

import asyncio
from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable
from urllib.parse import urlsplit

from omnibroker.config import ConfigError
from omnibroker.config import Connection as Settings
from omnibroker.kit.errors import NotSent
from omnibroker.kit.upstream import Account
from omnibroker.observe import Metrics
from omnibroker.upstream import wire
from omnibroker.upstream.budget import Budget
from omnibroker.upstream.engine import FastEngine
from omnibroker.upstream.futu import Futu
from omnibroker.upstream.ibkr import Ibkr
from omnibroker.upstream.instruments import Instruments, Symbols
from omnibroker.upstream.operations import Operations
from omnibroker.upstream.plain import PlainEngine
from omnibroker.upstream.seam import Broker
from omnibroker.upstream.session import UpstreamSession
from omnibroker.upstream.state import AccountFacts, SessionState
from omnibroker.upstream.tiger import Tiger
from omnibroker.upstream.tradelocker import TradeLocker


class BrokerModule(Broker, Protocol):
    """A broker's module: the seam's functions and the session's life.

    `one_round_at_a_time`: an order and its question end before the session's next order begins.
    `instruments_by_account`: what an instrument is called, or whether it is there, differs by account.
    `instruments_by_session`: an instrument must be looked up anew in each session before it is quoted.
    """

    state: SessionState
    one_round_at_a_time: bool
    instruments_by_account: bool
    instruments_by_session: bool

    def market_account(self) -> str:
        """Return the account on whose behalf the market is read; "" where the broker needs none."""

    def attach(self, session: UpstreamSession) -> None:
        """Take the session that the module's own calls go through."""

    async def open(self, deadline: float) -> None:
        """Bring the session up and prove its environment; raises NotSent `session_not_ready`."""

    async def renew(self, deadline: float) -> None:
        """Check the session and bring it up anew, in a new epoch."""

    async def close(self, deadline: float) -> None:
        """Log the session out."""

    async def keep(self) -> None:
        """Keep the session alive until cancelled."""


@runtime_checkable
class Locked(Protocol):
    """A broker whose trading is locked until a password is given."""

    async def unlock(self, deadline: float) -> None:
        """Unlock trading with the configured password; raises what the broker says against it."""


# Each takes the connection's name, its state, and the settings of its broker.
BROKERS: dict[str, Callable[[str, SessionState, Any], BrokerModule]] = {
    "ibkr": Ibkr,
    "tiger": Tiger,
    "tradelocker": TradeLocker,
    "futu": Futu,
}


_UNPROVEN = AccountFacts(None)


class Connection:
    """One credential and session at one broker, and everything that belongs to it."""

    def __init__(
        self,
        name: str,
        settings: Settings,
        bundle: dict[str, Any],
        symbols: Symbols,
        metrics: Metrics,
    ) -> None:
        self.name = name
        self.settings = settings
        self.broker = settings.broker
        self.operations = Operations(bundle)
        self.state = SessionState()
        # The order whose question is open: no other placement may overtake it on this session.
        self.held_by: str | None = None
        self.order_round = asyncio.Lock()
        self.module = BROKERS[settings.broker](name, self.state, settings)
        self.origin = _origin(name, settings)
        self.engine = _engine(name, self.origin, settings)
        self.session = self._session(metrics)
        self.module.attach(self.session)
        metrics.sessions_ready.labels(name).set_function(lambda: float(self.state.ready))
        breaker = self.session.breaker
        metrics.breaker_open.labels(name).set_function(lambda: float(breaker.is_open))
        self.instruments = self._instruments(symbols)
        self._keeper: asyncio.Task[None] | None = None
        self._opening: asyncio.Task[None] | None = None
        # Writes under way; the set also keeps their tasks from being collected.
        self._writes: set[asyncio.Task[Any]] = set()

    def _session(self, metrics: Metrics) -> UpstreamSession:
        settings = self.settings
        budget = Budget(self.operations, enforce=settings.pacing == "published")
        path, count = urlsplit(settings.base_url).path, _counter(metrics, self.name)
        return UpstreamSession(self.module, self.operations, budget, self.engine, path, count)

    def _instruments(self, symbols: Symbols) -> Instruments:
        by_session = self.module.instruments_by_session
        return Instruments(
            self.name, self.session, symbols, lambda: self.state.epoch, by_session=by_session
        )

    def start(self) -> None:
        """Begin to keep the session alive, in the running loop."""
        self._keeper = asyncio.create_task(self.module.keep(), name=f"keep-{self.name}")

    async def stop(self) -> None:
        """Stop keeping the session and close every socket; the broker session itself is left alone."""
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
        # Each write ends by its own deadline; closing sockets under it would make its outcome unknown.
        await asyncio.gather(*self._writes, return_exceptions=True)
        await self.engine.close()
        await self.session.aclose()

    def began(self, write: asyncio.Task[Any]) -> None:
        """Take note of a write under way, until it ends."""
        self._writes.add(write)
        write.add_done_callback(self._writes.discard)

    async def ready(self, deadline: float, *, cancelling: bool = False) -> None:
        """Bring the session up if it is not; raises NotSent `session_not_ready`.

        A broker that does not answer is not waited for (`upstream_unavailable`), unless for a cancel.
        """
        if self.state.ready:
            return
        if not cancelling:
            self.session.breaker.check()
        try:
            async with asyncio.timeout_at(deadline):
                # Shielded: whoever waits less long must not end the log-in for the others.
                await asyncio.shield(self._log_in(deadline))
        except TimeoutError:
            detail = f"The session of {self.name} is still being brought up; ask again."
            raise NotSent("session_not_ready", detail, broker=self.broker) from None

    def _log_in(self, deadline: float) -> asyncio.Task[None]:
        """Return the log-in under way, or begin one."""
        if self._opening is None or self._opening.done():
            self._opening = asyncio.create_task(self.module.open(deadline))
            self._opening.add_done_callback(_seen)
        return self._opening

    def accounts(self) -> tuple[str, ...]:
        """Return the native ids of the accounts that the session has and the configuration names."""
        allowed = self.settings.accounts
        return tuple(a for a in self.state.accounts if not allowed or a in allowed)

    def account(self, native_id: str) -> Account:
        """Return one account; raises NotSent `unknown_account`."""
        if native_id not in self.accounts():
            raise NotSent(
                "unknown_account",
                f"{self.name} has no account {native_id}; GET /v1/accounts lists what there is.",
            )
        return self.account_of(native_id)

    def of_market(self) -> Account:
        """Return the account on whose behalf the market is read; its ids are empty where it needs none."""
        return self.account_of(self.module.market_account())

    def asking(self, account: Account) -> Account:
        """Return on whose behalf an instrument of an account's order is looked up."""
        return account if self.module.instruments_by_account else self.of_market()

    def account_of(self, native_id: str) -> Account:
        """Return the account value for an id, unchecked; an empty id stands for the connection."""
        # What the connection itself is in is what all its accounts are in.
        own = _UNPROVEN if native_id else AccountFacts(self.state.environment)
        facts = self.state.accounts.get(native_id, own)
        return Account(
            account_id=f"{self.name}:{native_id}" if native_id else "",
            broker_account_id=native_id,
            broker=self.broker,
            connection=self.name,
            environment=facts.environment,
            simulated=self.settings.simulated,
            reporting_currency=facts.currency,
            native=facts.native,
        )


def _seen(task: asyncio.Task[None]) -> None:
    """Take note of how a log-in ended, even if everybody who waited for it went away."""
    if not task.cancelled():
        task.exception()


def _counter(metrics: Metrics, connection: str) -> Callable[[str, str], None]:
    """Return what counts one upstream answer; finding a label's counter is dearer than counting."""
    known: dict[tuple[str, str], Any] = {}

    def count(operation: str, outcome: str) -> None:
        counter = known.get((operation, outcome))
        if counter is None:
            counter = metrics.upstream.labels(connection, operation, outcome)
            known[operation, outcome] = counter
        counter.inc()

    return count


def _origin(name: str, settings: Settings) -> wire.Origin:
    """Return where the broker is and how it proves itself; raises ConfigError."""
    tls = settings.tls
    try:
        proof = (
            wire.Tls(tls.ca_file, tls.pin_sha256, verify_hostname=tls.pin_sha256 is None)
            if tls
            else None
        )
        return wire.Origin.parse(settings.base_url, proof)
    except ValueError as error:
        raise ConfigError(f"[connections.{name}] {error}") from error


def _engine(name: str, origin: wire.Origin, settings: Settings) -> wire.Engine:
    try:
        return FastEngine(origin) if settings.engine == "fast" else PlainEngine(origin)
    except (OSError, ValueError) as error:
        raise ConfigError(f"[connections.{name}] {error}") from error
