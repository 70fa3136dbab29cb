"""The kill switch: scopes in which no new order goes out; cancels pass, and a restart changes nothing."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa

from omnibroker.clock import instant_text
from omnibroker.kit.errors import NotSent
from omnibroker.storage.store import Store
from omnibroker.storage.tables import halts

GATEWAY = "gateway"
_SCOPE = re.compile(r"gateway|(broker|connection):[a-z0-9_-]{1,64}|account:[^\s:]{1,64}:\S{1,128}")


@dataclass(frozen=True, slots=True)
class Halt:
    """One halted scope: since when (RFC 3339), by which key, and why."""

    scope: str
    since: str
    key_id: str
    reason: str


class Halts:
    """Which scopes are halted: `gateway`, `broker:<name>`, `connection:<name>`, `account:<account id>`.

    Whatever may add risk is refused there: new orders, orders that close a position, changes of orders, and
    a "yes" to a broker's question. An order that closes is a new order too: only the broker knows whether
    it reduces anything when it arrives (a second one, or one for a position that is gone, opens the
    opposite). A cancel only ever takes away, so it never asks here.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._halted: dict[str, Halt] = {}
        # Writes come in the order in which they were asked for.
        self._writing = asyncio.Lock()

    async def load(self) -> None:
        """Take up what is halted; raises NotSent `journal_unavailable`."""
        self._halted = {halt.scope: halt for halt in await self._store.run(_all)}

    def active(self) -> list[Halt]:
        """Return every halt, the oldest first."""
        return sorted(self._halted.values(), key=lambda halt: (halt.since, halt.scope))

    def find(self, scope: str) -> Halt | None:
        """Return the halt of exactly this scope, or None."""
        return self._halted.get(scope)

    async def halt(self, scope: str, key_id: str, reason: str) -> Halt:
        """Halt a scope: at once, and durably when this returns. One that is halted keeps its beginning.

        Raises `value_not_supported` for no scope. Where the journal cannot be written it raises
        `journal_unavailable`: the scope stays halted while this process lives.
        """
        _refuse_unknown(scope)
        before = self._halted.get(scope)
        since = before.since if before is not None else instant_text(self._clock())
        halt = Halt(scope, since, key_id, reason)
        self._halted[scope] = halt
        async with self._writing:
            await self._store.run(lambda connection: _write(connection, halt))
        return halt

    async def resume(self, scope: str) -> bool:
        """End a scope's halt, durably first; say whether there was one. A wider or narrower halt stays.

        Raises `value_not_supported` for no scope, `journal_unavailable` where it cannot be written.
        """
        _refuse_unknown(scope)
        found = self._halted.get(scope)
        async with self._writing:
            await self._store.run(lambda connection: _delete(connection, scope))
            # Whoever halted it again meanwhile means it.
            if found is None or self._halted.get(scope) is not found:
                return False
            del self._halted[scope]
            return True

    def refuse(self, account_id: str, broker: str) -> None:
        """Raise `trading_halted` where anything of an account of a broker is halted."""
        if not self._halted:
            return
        connection = account_id.partition(":")[0]
        for scope in (*scopes_over(connection, broker), f"account:{account_id}"):
            halt = self._halted.get(scope)
            if halt is not None:
                raise _halted(halt)


def scopes_over(connection: str, broker: str) -> tuple[str, str, str]:
    """Return the scopes that hold for a whole connection, the widest first."""
    return GATEWAY, f"broker:{broker}", f"connection:{connection}"


def _halted(halt: Halt) -> NotSent:
    return NotSent(
        "trading_halted",
        f"Trading is halted ({halt.scope}, since {halt.since}): {halt.reason.rstrip('.')}. "
        "Cancels pass; whoever may resume_trading ends it. Nothing was sent.",
    )


def _refuse_unknown(scope: str) -> None:
    if not _SCOPE.fullmatch(scope):
        raise NotSent(
            "value_not_supported",
            f"{scope} is no scope; write gateway, broker:<name>, connection:<name> or account:<account id>.",
        )


def _all(connection: sa.Connection) -> list[Halt]:
    return [Halt(**row) for row in connection.execute(sa.select(halts)).mappings()]


def _write(connection: sa.Connection, halt: Halt) -> None:
    _delete(connection, halt.scope)
    connection.execute(sa.insert(halts).values(asdict(halt)))


def _delete(connection: sa.Connection, scope: str) -> None:
    connection.execute(sa.delete(halts).where(halts.c.scope == scope))
