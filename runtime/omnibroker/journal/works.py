"""What is written in one transaction: an intent, an outcome, an order as it is now."""

from collections.abc import Callable
from typing import Any, Protocol

import sqlalchemy as sa

from omnibroker.clock import now_text
from omnibroker.journal import rows
from omnibroker.journal.records import NOT_SENT, OrderRow, Write
from omnibroker.kit.errors import NotSent

Work = Callable[[sa.Connection], Any]


class Admission(Protocol):
    """What limits have set aside for an order."""

    def record(self, connection: sa.Connection, write_id: int) -> None:
        """Count it, in the transaction of the write's intent."""

    def release(self) -> None:
        """Give back what was set aside, in memory."""


class Chain(Protocol):
    """The audit chain."""

    def append(self, connection: sa.Connection, entry: dict[str, Any]) -> None:
        """Seal one record, in the transaction of what it is about."""


def intent(
    write: Write,
    row: OrderRow | None,
    admission: Admission | None,
    chain: Chain | None,
    owner: int,
) -> Callable[[sa.Connection], int]:
    """Return what writes an intent and returns its number; of a write that was tried before the row is there.

    It raises NotSent once another process than `owner`, an epoch, has the journal.
    """
    write.version += 1
    values, order = rows.write_values(write), saving(row) if row is not None else None
    entry = _entry("INTENT", write) | {"payload": write.payload}

    def work(connection: sa.Connection) -> int:
        rows.refuse_other_owner(connection, owner)
        number = write.number
        if number is None:
            number = rows.insert_write(connection, values)
        elif not rows.update_write(connection, number, values):
            raise NotSent("in_progress", f"The write {write.key} is being settled; ask again.")
        if order is not None:
            order(connection)
        if admission is not None:
            admission.record(connection, number)
        if chain is not None:
            chain.append(connection, entry)
        return number

    return work


def outcome(
    write: Write,
    proven: tuple[str, str],
    row: OrderRow | None,
    chain: Chain | None,
) -> Work:
    """Return what writes an outcome, (state, detail); of an order that was not sent the row goes, and its count.

    Where a later outcome, or another try, stands there already, that stays; what was proven is in the chain.
    """
    state, detail = proven
    write.version += 1
    values = rows.write_values(write) | {
        "state": state,
        "detail": detail,
        "settled_at": now_text(),
    }
    order = saving(row) if row is not None else None
    entry = _entry("OUTCOME", write) | {"outcome": state, "detail": detail}

    def work(connection: sa.Connection) -> None:
        number = write.number
        is_newest = number is None or rows.update_write(connection, number, values)
        if order is not None:
            order(connection)
        if state == NOT_SENT and is_newest:
            _undo(connection, write)
        if chain is not None:
            chain.append(connection, entry)

    return work


def _undo(connection: sa.Connection, write: Write) -> None:
    """Take back what was recorded of a write that was not sent: its attempts, its count, its order."""
    if write.number is not None:
        rows.refute_attempts(connection, write.number)
        rows.release_admission(connection, write.number)
    if write.operation_id == "place_order":
        rows.delete_order(connection, write.account_id, write.order_id)


def saving(row: OrderRow) -> Work | None:
    """Return what writes an order as it is now, or None where the database has it so."""
    values, now = rows.order_values(row), now_text()
    if values == row.kept:
        return None
    row.kept, row.version = values, row.version + 1
    version = row.version
    state = (str(row.document["status"]), str(row.document["filled_quantity"]))
    event = None if state == row.seen else _event(row, now)
    row.seen = state

    def work(connection: sa.Connection) -> None:
        rows.save_order(connection, {**values, "updated_at": now, "version": version})
        if event is not None:
            rows.add_event(connection, event)

    return work


def _event(row: OrderRow, seen_at: str) -> dict[str, Any]:
    return {
        "account_id": row.account_id,
        "order_id": row.order_id,
        "seen_at": seen_at,
        "status": row.document["status"],
        "filled_quantity": row.document["filled_quantity"],
        "detail": str(row.document.get("broker_status", "")),
    }


def _entry(kind: str, write: Write) -> dict[str, Any]:
    return {
        "kind": kind,
        "key_id": write.key_id,
        "request_id": write.request_id,
        "operation": write.operation_id,
        "account_id": write.account_id,
        "order_id": write.order_id,
        write.namespace: write.key,
    }
