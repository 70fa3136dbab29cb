"""The gateway: configuration and bundles become connections, endpoints and one application."""

import asyncio
import gc
from collections import Counter
from typing import Any

from omnibroker import bundles
from omnibroker.assembly import Assembly
from omnibroker.audit.trail import Trail
from omnibroker.cells import Cells, MatrixError
from omnibroker.config import Config, ConfigError
from omnibroker.dispatch.admin import Admin
from omnibroker.dispatch.allowances import telling
from omnibroker.dispatch.context import Context
from omnibroker.dispatch.orders import OrderDesk
from omnibroker.dispatch.reads import Reads
from omnibroker.dispatch.system import System, operations
from omnibroker.journal import Journal
from omnibroker.kit.errors import GatewayError
from omnibroker.limits.gate import Limits
from omnibroker.limits.settings import limits_of_accounts
from omnibroker.observe import Metrics, log, log_access
from omnibroker.pages import pages
from omnibroker.plans.calls import Endpoint
from omnibroker.plans.front import Receive, Scope, Send
from omnibroker.plans.surface import Surface
from omnibroker.reconcile import Reconciler
from omnibroker.security import Authenticator, KeyStore
from omnibroker.storage.store import Store
from omnibroker.upstream.connection import Connection


class Gateway:
    """One process's gateway as an ASGI application; lifespan starts and stops its connections."""

    def __init__(
        self, config: Config, keys: KeyStore, *, store: Store | None = None, plans: bool = True
    ) -> None:
        self.config = config
        self.metrics = Metrics()
        bundle = bundles.load("unified")
        self.cells = Cells(bundle, sorted({c.broker for c in config.connections.values()}))
        self.connections = {name: self._connect(name) for name in config.connections}
        self._keys = keys
        self.store = store or Store.open(None)
        self.trail = Trail(self.store, config.audit)
        self.limits = Limits(self.store, limits_of_accounts(config.limits, _named(config)))
        self.journal = Journal(self.store, self.trail.chain)
        context = Context(config, bundle, self.connections, self.cells, self.journal, self.limits)
        reads = Reads(context)
        self._desk = OrderDesk(context, reads)
        # Why it could not start, for who has to tell it.
        self.failure: ConfigError | None = None
        self._reconciler = Reconciler(context, self._desk.book, self._desk.confirmations)
        admin = Admin(context, self.store, self.trail)
        endpoints = _endpoints(context, reads, self._desk, admin)
        self.assembly = self._assembly(bundle, endpoints, plans=plans)

    def _assembly(
        self, bundle: dict[str, Any], endpoints: dict[str, Endpoint], *, plans: bool
    ) -> Assembly:
        surface = Surface(
            name="unified",
            base_path="/",
            bundle=bundle,
            resolve=lambda operation_id, _tag: endpoints[operation_id],
            authenticate=Authenticator(self._keys),
            max_body_bytes=self.config.server.max_body_bytes,
        )
        documents = pages({"/openapi.json": bundle}, self.metrics)
        return Assembly([surface], self.metrics, pages=documents, plans=plans)

    def _connect(self, name: str) -> Connection:
        settings = self.config.connections[name]
        bundle, symbols = bundles.load(settings.broker), self.cells.symbols(settings.broker)
        return Connection(name, settings, bundle, symbols, self.metrics)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one ASGI connection."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif self.config.log.access:
            await log_access(self.assembly, scope, receive, send)
        else:
            await self.assembly(scope, receive, send)

    async def start(self) -> None:
        """Take up what the journal holds, then begin to keep every session alive, in the running loop."""
        # First: a start that is refused must not take the journal from a gateway that runs.
        await self._refuse_renamed()
        await self.trail.open()
        await self.journal.open()
        # After the journal: what an earlier process kept from the wire counts no more.
        await self.limits.load()
        self._tell_orphans()
        self._keys.start()
        for connection in self.connections.values():
            connection.start()
        self._reconciler.start()

    async def _refuse_renamed(self) -> None:
        """Raise ConfigError where a halt names a connection that is gone: under another name it would not hold."""
        await self.limits.halts.load()
        for halt in self.limits.halts.active():
            kind, _, name = halt.scope.partition(":")
            if kind in {"connection", "account"} and name.partition(":")[0] not in self.connections:
                raise ConfigError(
                    f"Trading is halted for {halt.scope}, and there is no such connection now: "
                    "name it as before, and resume_trading before it is renamed or removed."
                )

    def _tell_orphans(self) -> None:
        """Log how many open orders belong to connections that are gone: nobody looks for them."""
        open_at = Counter(row.account_id.partition(":")[0] for row in self.journal.unsettled())
        for name in open_at.keys() - self.connections.keys():
            log.error("orders_without_connection", connection=name, orders=open_at[name])

    async def stop(self) -> None:
        """Decline open questions, stop every connection, then close the journal; broker sessions are left."""
        await self._reconciler.stop()
        await self._desk.stop()
        await asyncio.gather(*(connection.stop() for connection in self.connections.values()))
        await self._keys.stop()
        await self.trail.close()
        await self.journal.close()

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        try:
            await self.start()
        except (ConfigError, GatewayError) as error:
            self.failure = error if isinstance(error, ConfigError) else ConfigError(error.detail)
            await self.trail.close()
            await self.journal.close()
            await send({"type": "lifespan.startup.failed"})
            return
        _settle_memory()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await self.stop()
        await send({"type": "lifespan.shutdown.complete"})


def create_app(config: Config, keys: KeyStore, journal: str | None = None) -> Gateway:
    """Return the gateway for a configuration and its keys; `journal` is a database URL, None keeps it in memory.

    Raises ConfigError, MatrixError (spec and handlers disagree) or ValueError (a connection's URL).
    """
    return Gateway(config, keys, store=Store.open(journal))


def _endpoints(
    context: Context, reads: Reads, desk: OrderDesk, admin: Admin
) -> dict[str, Endpoint]:
    system = System(context)
    parts = (system, reads, desk, admin)
    endpoints = {name: found for part in parts for name, found in part.endpoints().items()}
    _check(set(operations(context.bundle)), set(endpoints))
    return {name: telling(context, endpoint) for name, endpoint in endpoints.items()}


def _named(config: Config) -> dict[str, tuple[str, ...] | None]:
    """Return the accounts that each connection names; None for a simulated one that names none."""
    return {
        name: None if each.simulated and not each.accounts else each.accounts
        for name, each in config.connections.items()
    }


def _check(declared: set[str], served: set[str]) -> None:
    if declared != served:
        raise MatrixError(
            f"Spec and endpoints disagree: without an endpoint {sorted(declared - served)}, "
            f"not in the spec {sorted(served - declared)}."
        )


def _settle_memory() -> None:
    """Take what start-up made out of the collector's sight: fewer and shorter pauses under load."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
