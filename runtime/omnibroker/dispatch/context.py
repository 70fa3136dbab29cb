"""What every endpoint of the unified API shares: connections, cells, journal, and who may reach what."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from omnibroker.cells import Cell, Cells
from omnibroker.clock import now_text
from omnibroker.config import Config
from omnibroker.journal import Journal
from omnibroker.kit.errors import NotSent, unsupported
from omnibroker.kit.upstream import Account
from omnibroker.limits.gate import Limits
from omnibroker.plans.calls import Call
from omnibroker.security import Principal
from omnibroker.upstream.connection import Connection
from omnibroker.upstream.operations import CANCEL
from omnibroker.upstream.rounds import Gate
from omnibroker.upstream.view import View


@dataclass(frozen=True, slots=True)
class Source:
    """One account of one connection that an answer draws on, and until when (the loop's clock).

    A read about the market has the connection's own account. `priority` is that of the write that an
    answer is for; absent, each read has its own.
    """

    connection: Connection
    account: Account
    deadline: float
    priority: int | None = None


class Context:
    """The gateway's parts, as the endpoints need them."""

    def __init__(
        self,
        config: Config,
        bundle: dict[str, Any],
        connections: dict[str, Connection],
        cells: Cells,
        journal: Journal,
        limits: Limits,
    ) -> None:
        self.config = config
        self.bundle = bundle
        self.connections = connections
        self.cells = cells
        self.journal = journal
        self.limits = limits

    def deadline(self) -> float:
        """Return the instant of the loop's clock by which a request must be answered."""
        return asyncio.get_running_loop().time() + self.config.orders.deadline_seconds

    def cell(self, operation_id: str, broker: str) -> Cell:
        """Return a cell; raises `unsupported_by_broker`."""
        cell = self.cells.find(operation_id, broker)
        if cell is None:
            raise unsupported(
                f"{broker} has no {operation_id}; see /v1/capabilities.", broker=broker
            )
        return cell

    def connection(self, name: str) -> Connection:
        """Return a connection; raises `unknown_connection`."""
        found = self.connections.get(name)
        if found is None:
            raise NotSent(
                "unknown_connection",
                f"There is no connection {name}; GET /v1/connections lists them.",
            )
        return found

    async def source(
        self,
        principal: Principal | None,
        account_id: str,
        deadline: float,
        priority: int | None = None,
    ) -> Source:
        """Return one account, checked against the key, its session up; raises forbidden, unknown_account …"""
        may_reach(principal, account_id)
        name, _, native_id = account_id.partition(":")
        connection = self.connections.get(name)
        if connection is None:
            raise NotSent(
                "unknown_account", f"There is no account {account_id}; GET /v1/accounts lists them."
            )
        await connection.ready(deadline, cancelling=priority == CANCEL)
        return Source(connection, connection.account(native_id), deadline, priority)

    def selected(self, call: Call) -> list[Connection]:
        """Return the connections that a read draws on, by its `connection` and `account_id` filters."""
        account_id: str | None = call.parameters.get("account_id")
        name: str | None = call.parameters.get("connection")
        if account_id is not None:
            may_reach(call.principal, account_id)
            of_account = account_id.partition(":")[0]
            if name not in {None, of_account}:
                raise NotSent(
                    "value_not_supported",
                    f"{account_id} is not an account of the connection {name}; give one of the two.",
                )
            if of_account not in self.connections:
                raise NotSent("unknown_account", f"There is no account {account_id}.")
            name = of_account
        if name is None:
            return visible(call.principal, self.connections.values())
        connection = self.connection(name)
        if not may_see(call.principal, connection):
            raise NotSent("forbidden", f"The key names no account of the connection {name}.")
        return [connection]

    def accounts_of(self, call: Call, connection: Connection) -> list[Account]:
        """Return the accounts of one connection that a read covers and its key may reach."""
        account_id: str | None = call.parameters.get("account_id")
        if account_id is not None:
            return [connection.account(account_id.partition(":")[2])]
        accounts = [connection.account_of(native_id) for native_id in connection.accounts()]
        return [a for a in accounts if call.principal and call.principal.may_reach(a.account_id)]

    def view(self, source: Source, gate: Gate | None = None) -> View:
        """Return what a handler gets for one request."""
        return View(
            source.connection, source.account, source.deadline, now_text, gate, source.priority
        )


def may_reach(principal: Principal | None, account_id: str) -> None:
    """Raise `forbidden` unless the key names the account."""
    if principal is None or not principal.may_reach(account_id):
        raise NotSent("forbidden", f"The key does not name the account {account_id}.")


def may_see(principal: Principal | None, connection: Connection) -> bool:
    """Say whether a key names any account of a connection."""
    if principal is None:
        return False
    return "*" in principal.accounts or any(
        account.startswith(f"{connection.name}:") for account in principal.accounts
    )


def visible(principal: Principal | None, connections: Iterable[Connection]) -> list[Connection]:
    """Return the connections that a key may see."""
    return [connection for connection in connections if may_see(principal, connection)]
