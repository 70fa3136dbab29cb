"""The state of the gateway at one look, of what a key may see; no broker is asked."""

from typing import Any

import sqlalchemy as sa

from omnibroker import __version__
from omnibroker.audit.trail import Trail
from omnibroker.clock import now_text
from omnibroker.dispatch.context import Context, visible
from omnibroker.dispatch.halting import halt_documents, is_halted
from omnibroker.dispatch.system import session_document
from omnibroker.journal import UNKNOWN
from omnibroker.limits.halts import Halts
from omnibroker.security import Principal
from omnibroker.storage.store import Store
from omnibroker.storage.tables import leases, orders, writes
from omnibroker.upstream.connection import Connection


async def status_document(
    context: Context, store: Store, trail: Trail, principal: Principal | None
) -> dict[str, Any]:
    """Return the gateway's state; raises NotSent `journal_unavailable`."""
    epoch, unknown = await store.run(lambda connection: _counts(connection, principal))
    connections = visible(principal, context.connections.values())
    halts = context.limits.halts
    return {
        "version": __version__,
        "contract_version": context.bundle["info"]["version"],
        "journal": {
            "durable": store.durable,
            **({} if epoch is None else {"owner_epoch": epoch}),
        },
        "unknown_writes": unknown,
        "halts": halt_documents(context, halts, principal),
        "audit": await _audit(trail),
        "connections": [_connection(connection, halts) for connection in connections],
        "received_at": now_text(),
    }


def _counts(connection: sa.Connection, principal: Principal | None) -> tuple[int | None, int]:
    """Return the owner's epoch, and how many writes of the key's accounts are unproven."""
    epoch = connection.execute(sa.select(sa.func.max(leases.c.epoch))).scalar()
    # What is unknown of an order that has ended asks nobody to look.
    own = sa.and_(
        orders.c.account_id == writes.c.account_id, orders.c.order_id == writes.c.order_id
    )
    is_open = sa.exists().where(own, orders.c.is_open)
    counted = sa.select(sa.func.count()).where(writes.c.state == UNKNOWN, is_open)
    if principal is None or "*" not in principal.accounts:
        named = sorted(principal.accounts) if principal else []
        counted = counted.where(writes.c.account_id.in_(named))
    return epoch, int(connection.execute(counted).scalar_one())


async def _audit(trail: Trail) -> dict[str, Any]:
    document: dict[str, Any] = {"records": await trail.length()}
    checkpoint = trail.last_checkpoint
    if checkpoint is not None:
        document["checkpoint_record"] = checkpoint.number
        document["checkpoint_at"] = checkpoint.made_at
    return document


def _connection(connection: Connection, halts: Halts) -> dict[str, Any]:
    return {
        "connection": connection.name,
        "broker": connection.broker,
        "trading_halted": is_halted(halts, connection),
        "breaker": connection.session.breaker.state,
        "session": session_document(connection),
    }
