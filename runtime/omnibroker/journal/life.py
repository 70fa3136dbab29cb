"""An order's life as the journal tells it: asked for, sent, answered, seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from omnibroker import exactjson
from omnibroker.journal.records import is_unproven
from omnibroker.storage.tables import attempts, events, orders, writes


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened to an order; `at` is RFC 3339 in UTC."""

    at: str
    what: str
    detail: str


def listed(
    connection: sa.Connection, *, unproven: bool, account_id: str | None, most: int
) -> list[dict[str, Any]]:
    """Return the documents of the newest orders; `unproven` are those that a person must look at."""
    chosen = orders.select().order_by(orders.c.id.desc())
    if account_id is not None:
        chosen = chosen.where(orders.c.account_id == account_id)
    if unproven:
        chosen = chosen.where(orders.c.is_open)
    found: list[dict[str, Any]] = []
    for row in connection.execute(chosen):
        document = exactjson.decode(row.document)
        if not unproven or is_unproven(document):
            found.append(document)
        if len(found) == most:
            break
    return found


def life(connection: sa.Connection, reference: str) -> list[tuple[dict[str, Any], list[Moment]]]:
    """Return each order that a gateway's, client's or broker's id names, with its moments, oldest first."""
    names = (orders.c.order_id, orders.c.client_order_id, orders.c.broker_order_id)
    chosen = orders.select().where(sa.or_(*(name == reference for name in names)))
    return [
        (
            exactjson.decode(row.document),
            sorted(_moments(connection, row.account_id, row.order_id), key=lambda m: m.at),
        )
        for row in connection.execute(chosen).all()
    ]


def _moments(connection: sa.Connection, account_id: str, order_id: str) -> Iterator[Moment]:
    mine = (writes.c.account_id == account_id) & (writes.c.order_id == order_id)
    for write in connection.execute(writes.select().where(mine)).all():
        who = f"by key {write.key_id}" if write.key_id else ""
        yield Moment(write.created_at, f"{write.operation_id} intended", f"{write.key} {who}")
        sent = attempts.select().where(attempts.c.write_id == write.id)
        for attempt in connection.execute(sent).all():
            left = "nothing left" if attempt.not_sent else f"body {attempt.digest[:12]}"
            yield Moment(attempt.attempted_at, f"{write.operation_id} attempted", left)
        if write.settled_at is not None:
            said = f"{write.operation_id} {write.state.lower()}"
            yield Moment(write.settled_at, said, write.detail)
    seen = events.select().where(events.c.account_id == account_id, events.c.order_id == order_id)
    for event in connection.execute(seen).all():
        what = f"{event.status}, {event.filled_quantity} filled"
        yield Moment(event.seen_at, what, event.detail)
