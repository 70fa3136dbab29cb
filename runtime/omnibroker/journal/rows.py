"""The journal's rows: from records to the tables and back, on a connection within a transaction."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from omnibroker import exactjson
from omnibroker.journal.records import OpenChange, OrderRow, Write
from omnibroker.kit.errors import NotSent
from omnibroker.storage.tables import admissions, attempts, events, leases, orders, writes

# What changes with every look at an order, and is no news of it.
_MOMENTS = ("received_at", "updated_at")
_LEASE = "owner"
_Columns = dict[str, Any]


def insert_write(connection: sa.Connection, values: _Columns) -> int:
    """Insert a write; return its number. Raises IntegrityError where its id is taken."""
    key = connection.execute(writes.insert().values(**values)).inserted_primary_key
    assert key is not None  # noqa: S101 - an insert of one row has a key
    return int(key[0])


def update_write(connection: sa.Connection, number: int, values: _Columns) -> bool:
    """Change a write's row, unless it is newer; say so. What was proven of an earlier try may be written late."""
    older = sa.and_(writes.c.id == number, writes.c.version < values["version"])
    return bool(connection.execute(writes.update().where(older).values(**values)).rowcount)


def write_values(write: Write) -> _Columns:
    """Return a write's columns as it is now."""
    return {
        "account_id": write.account_id,
        "namespace": write.namespace,
        "key": write.key,
        "operation_id": write.operation_id,
        "fingerprint": write.fingerprint,
        "order_id": write.order_id,
        "created_at": write.created_at,
        "key_id": write.key_id,
        "request_id": write.request_id,
        "payload": _text(write.payload),
        "state": write.state,
        "detail": write.detail,
        "reply": _text(write.reply),
        "version": write.version,
    }


def find_write(connection: sa.Connection, identity: tuple[str, str, str]) -> Write | None:
    """Return the write of an id, or None."""
    account_id, namespace, key = identity
    chosen = writes.select().where(
        writes.c.account_id == account_id, writes.c.namespace == namespace, writes.c.key == key
    )
    row = connection.execute(chosen).first()
    return None if row is None else _write(connection, row)


def find_own_write(
    connection: sa.Connection, identity: tuple[str, str, str], owner: int
) -> Write | None:
    """Return the write of an id; raises NotSent once another process owns it: what runs there is alive."""
    refuse_other_owner(connection, owner)
    return find_write(connection, identity)


def writes_in(connection: sa.Connection, states: Iterable[str]) -> list[Write]:
    """Return the writes that are in one of these states, oldest first."""
    chosen = writes.select().where(writes.c.state.in_(list(states))).order_by(writes.c.id)
    return [_write(connection, row) for row in connection.execute(chosen).all()]


def insert_attempt(connection: sa.Connection, values: _Columns) -> None:
    """Insert the row that stands before the wire; raises NotSent once another process owns the journal."""
    refuse_other_owner(connection, values["owner_epoch"])
    connection.execute(attempts.insert().values(**values, not_sent=False))


def refute_attempts(connection: sa.Connection, number: int) -> None:
    """Note that nothing left in any attempt of a write so far."""
    connection.execute(attempts.update().where(attempts.c.write_id == number).values(not_sent=True))


def take_lease(connection: sa.Connection, holder: str, now: str) -> int:
    """Become the journal's owner; return the epoch of this ownership, higher than any before."""
    known = _epoch(connection)
    values: _Columns = {"epoch": (known or 0) + 1, "holder": holder, "proven_at": now}
    if known is None:
        connection.execute(leases.insert().values(name=_LEASE, **values))
    else:
        connection.execute(leases.update().where(leases.c.name == _LEASE).values(**values))
    return int(values["epoch"])


def refuse_other_owner(connection: sa.Connection, epoch: int) -> None:
    """Raise NotSent once another process owns the journal; one in memory has no owner."""
    newest = _epoch(connection)
    if newest is not None and newest != epoch:
        raise _taken_over()


def renew_lease(connection: sa.Connection, epoch: int, now: str) -> None:
    """Write to the owner's lease; raises NotSent once another process owns the journal."""
    own = sa.and_(leases.c.name == _LEASE, leases.c.epoch == epoch)
    if not connection.execute(leases.update().where(own).values(proven_at=now)).rowcount:
        raise _taken_over()


def _epoch(connection: sa.Connection) -> int | None:
    return connection.execute(sa.select(leases.c.epoch).where(leases.c.name == _LEASE)).scalar()


def _taken_over() -> NotSent:
    return NotSent(
        "journal_unavailable",
        "Another gateway has taken this journal over: stop one of the two. Nothing was sent.",
    )


def order_values(row: OrderRow) -> _Columns:
    """Return an order's columns as it is now, without the moments of its last look."""
    document = {name: value for name, value in row.document.items() if name not in _MOMENTS}
    change = row.open_change
    rest = {
        "question": row.question,
        "before": row.before,
        "cancel_requested": row.cancel_requested,
        "open_change": change
        and {"namespace": change.write.namespace, "key": change.write.key, "patch": change.patch},
    }
    return {
        "account_id": row.account_id,
        "order_id": row.order_id,
        "client_order_id": row.client_order_id or None,
        "broker_order_id": row.broker_order_id,
        "is_open": row.is_open,
        "document": _text(document),
        "rest": _text(rest),
    }


def save_order(connection: sa.Connection, values: _Columns) -> None:
    """Insert an order's row, or change the one that is there, unless it is newer: writes may be late."""
    mine = (orders.c.account_id == values["account_id"]) & (orders.c.order_id == values["order_id"])
    known = connection.execute(sa.select(orders.c.version).where(mine)).scalar()
    if known is None:
        connection.execute(orders.insert().values(**values))
    elif known < values["version"]:
        connection.execute(orders.update().where(mine).values(**values))


def release_admission(connection: sa.Connection, number: int) -> None:
    """Count no more what limits set aside for a write that was not sent."""
    own = admissions.c.write_id == number
    connection.execute(sa.update(admissions).where(own).values(released=True))


def delete_order(connection: sa.Connection, account_id: str, order_id: str) -> None:
    """Delete the row of an order of which nothing was sent."""
    where = (orders.c.account_id == account_id) & (orders.c.order_id == order_id)
    connection.execute(orders.delete().where(where))


def add_event(connection: sa.Connection, values: _Columns) -> None:
    """Add a state that an order was seen in."""
    connection.execute(events.insert().values(**values))


def find_order(connection: sa.Connection, account_id: str, column: str, value: str) -> Any:
    """Return the row of the order of which `column` has this value, the newest where there are several."""
    chosen = orders.select().where(orders.c.account_id == account_id, orders.c[column] == value)
    return connection.execute(chosen.order_by(orders.c.id.desc())).first()


def living_orders(connection: sa.Connection, since: str) -> list[Any]:
    """Return the rows of orders that are open, or were heard of since an instant; oldest first."""
    chosen = orders.select().where(orders.c.is_open | (orders.c.updated_at >= since))
    return list(connection.execute(chosen.order_by(orders.c.id)).all())


def order(found: Any, write_of: dict[tuple[str, str, str], Write]) -> OrderRow:
    """Return the order of a row; `write_of` has the writes of which nothing is proven."""
    document, rest = exactjson.decode(found.document), exactjson.decode(found.rest)
    document |= {"received_at": found.updated_at, "updated_at": found.updated_at}
    change = rest["open_change"]
    write = change and write_of.get((found.account_id, change["namespace"], change["key"]))
    row = OrderRow(
        found.order_id,
        found.account_id,
        found.client_order_id or "",
        document,
        found.broker_order_id,
        rest["question"],
        rest["cancel_requested"],
        OpenChange(write, change["patch"]) if write else None,
        rest["before"],
    )
    row.kept, row.version = order_values(row), found.version
    row.seen = (str(document["status"]), str(document["filled_quantity"]))
    return row


def _write(connection: sa.Connection, row: Any) -> Write:
    chosen = attempts.select().where(attempts.c.write_id == row.id, ~attempts.c.not_sent)
    sent = connection.execute(chosen.order_by(attempts.c.id)).all()
    return Write(
        row.account_id,
        row.namespace,
        row.key,
        row.operation_id,
        row.fingerprint,
        row.order_id,
        row.created_at,
        _value(row.payload),
        row.key_id,
        row.request_id,
        row.state,
        row.detail,
        _value(row.reply),
        row.id,
        row.version,
        [(each.session_epoch, each.digest) for each in sent],
    )


def _text(value: Any) -> str | None:
    return None if value is None else exactjson.encode(value).decode()


def _value(text: str | None) -> Any:
    return None if text is None else exactjson.decode(text)
