"""The records of the chain as a list: the newest first, by filters, in steps that hold nobody up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from omnibroker import exactjson
from omnibroker.audit.chain import read_head
from omnibroker.clock import instant_text
from omnibroker.kit.times import milliseconds
from omnibroker.storage.store import Store
from omnibroker.storage.tables import audit

Record = dict[str, Any]
# Records looked through in one transaction, and transactions for one page of an answer.
_STEP = 1000
_MOST_STEPS = 100
_NAMES = ("account_id", "order_id", "operation")


@dataclass(frozen=True, slots=True)
class Filters:
    """Which records are asked for; what is None does not matter. `accounts` are those that a key may reach.

    Instants are RFC 3339: at `start_at` or later, before `end_at`.
    """

    accounts: frozenset[str] | None = None
    account_id: str | None = None
    order_id: str | None = None
    operation: str | None = None
    start_at: str | None = None
    end_at: str | None = None

    def fit(self, record: Record) -> bool:
        """Say whether a record is one of them, its time aside."""
        if self.accounts is not None and record.get("account_id") not in self.accounts:
            return False
        return all(getattr(self, name) in {None, record.get(name)} for name in _NAMES)


async def read_records(
    store: Store, filters: Filters, below: int | None, most: int
) -> tuple[list[Record], int | None]:
    """Return at most `most` records with numbers below `below` (None: the newest), the newest first.

    With them comes where the next page begins, None after the last one. A page may be short, or empty,
    where few records fit: it ends after so many have been looked through.
    """
    first, end = await store.run(lambda connection: _range(connection, filters))
    end, found = min(end, below or end), list[Record]()
    for _ in range(_MOST_STEPS):
        if end <= first or len(found) >= most:
            break
        start = max(first, end - _STEP)
        fitting = await store.run(_step(filters, start, end, most - len(found)))
        found += fitting
        end = fitting[-1]["number"] if len(found) >= most else start
    return found, end if end > first else None


def _step(
    filters: Filters, start: int, end: int, most: int
) -> Callable[[sa.Connection], list[Record]]:
    """Return what looks through the records from `start` to before `end`, the newest first."""

    def work(connection: sa.Connection) -> list[Record]:
        found: list[Record] = []
        for row in _rows(connection, filters, start, end):
            record: Record = exactjson.decode(row.record)
            if filters.fit(record):
                found.append(record | {"seal": row.seal})
                if len(found) == most:
                    break
        return found

    return work


def _rows(connection: sa.Connection, filters: Filters, start: int, end: int) -> Sequence[Any]:
    chosen = sa.select(audit.c.record, audit.c.seal).where(
        audit.c.number >= start, audit.c.number < end
    )
    for name in _NAMES:
        value = getattr(filters, name)
        if value is not None:
            # Only to read less: a record may say the same elsewhere, what fits is decided above.
            text = exactjson.encode({name: value}).decode().strip("{}")
            chosen = chosen.where(audit.c.record.contains(text, autoescape=True))
    return connection.execute(chosen.order_by(audit.c.number.desc())).all()


def _range(connection: sa.Connection, filters: Filters) -> tuple[int, int]:
    """Return the first number that fits the times, and the one after the last."""
    end = read_head(connection).number + 1
    first = 1 if filters.start_at is None else _since(connection, filters.start_at, end)
    return first, end if filters.end_at is None else _since(connection, filters.end_at, end)


def _since(connection: sa.Connection, instant: str, end: int) -> int:
    """Return the number of the first record at an instant or later: times never go back in the chain."""
    wanted, low, high = _text(instant), 1, end
    while low < high:
        middle = (low + high) // 2
        chosen = sa.select(audit.c.recorded_at).where(audit.c.number >= middle)
        recorded_at = connection.execute(chosen.order_by(audit.c.number).limit(1)).scalar()
        if recorded_at is not None and recorded_at < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def _text(instant: str) -> str:
    """Return an instant as the chain spells it; raises `invalid_request` for a day that does not exist."""
    seconds, rest = divmod(milliseconds(instant), 1000)
    return instant_text(datetime.fromtimestamp(seconds, UTC).replace(microsecond=rest * 1000))
