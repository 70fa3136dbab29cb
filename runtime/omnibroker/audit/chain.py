"""The chain: each record's seal covers the record and the seal before it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import sqlalchemy as sa

from omnibroker.audit.keys import CHANGE, RECORD, AuditKey, Keyring
from omnibroker.clock import now_text
from omnibroker.config import ConfigError
from omnibroker.kit.errors import NotSent
from omnibroker.observe import redact
from omnibroker.storage.tables import audit

INTENT, OUTCOME, ADMIN = "INTENT", "OUTCOME", "ADMIN"
KEY_CHANGED = "change_audit_key"

# One spelling for one record: what is sealed is this text, exactly as it is stored.
canonical = msgspec.json.Encoder(order="deterministic", decimal_format="string").encode


@dataclass(frozen=True, slots=True)
class Head:
    """The last record of a chain: what the next one continues."""

    number: int
    recorded_at: str
    key_name: str
    seal: str


NOTHING = Head(0, "", "", "0" * 64)
_LAST = (
    sa.select(audit.c.number, audit.c.recorded_at, audit.c.key_name, audit.c.seal)
    .order_by(audit.c.number.desc())
    .limit(1)
)


def read_head(connection: sa.Connection) -> Head:
    """Return the last record of the chain, NOTHING of an empty one."""
    row = connection.execute(_LAST).first()
    return NOTHING if row is None else Head(*row)


class Chain:
    """Appends to the chain of one database, within the transactions of what the records are about."""

    def __init__(self, keys: Keyring, clock: Callable[[], str] = now_text) -> None:
        self._keys = keys
        self._clock = clock
        # Called with each number, in the thread of the transaction and before it is committed.
        self.noticed: Callable[[int], None] | None = None

    def take_over(self, connection: sa.Connection) -> None:
        """Go on with a chain as it stands; one that another key sealed gets a record that both keys seal.

        Raises ConfigError where the last record's key is not known.
        """
        head = read_head(connection)
        if head.number == 0 or head.key_name == self._keys.current.name:
            return
        before = self._keys.find(head.key_name)
        if before is None:
            raise ConfigError(
                f"[audit] the last record is sealed with the key {head.key_name}, which is not here: "
                "restore it as `key`, or name it in `earlier_keys` to go on with a new one."
            )
        self._change_key(connection, head, before)

    def append(self, connection: sa.Connection, entry: Mapping[str, Any]) -> None:
        """Seal one record in the transaction of what it is about.

        `entry` has kind, operation, and what is known of key_id, request_id, account_id, order_id,
        client_order_id, idempotency_key, payload, outcome, detail; what looks like a secret is starred.
        Raises NotSent `journal_unavailable` where the chain is another gateway's.
        """
        head = read_head(connection)
        if head.number and head.key_name != self._keys.current.name:
            raise NotSent(
                "journal_unavailable",
                "The audit chain is sealed with another gateway's key: stop one of the two. "
                "Nothing was sent.",
            )
        self._add(connection, head, self._record(head, entry))

    def _change_key(self, connection: sa.Connection, head: Head, before: AuditKey) -> None:
        names = {"from": before.name, "to": self._keys.current.name}
        entry = {"kind": ADMIN, "operation": KEY_CHANGED, "payload": names}
        record = self._record(head, entry)
        # Who has the new key alone cannot go on from a place of their choice.
        record["earlier_seal"] = before.seal(CHANGE, head.seal + canonical(record).decode())
        self._add(connection, head, record)

    def _record(self, head: Head, entry: Mapping[str, Any]) -> dict[str, Any]:
        known = {name: value for name, value in entry.items() if value is not None and value != ""}
        return {
            **redact(None, "audit", known),
            "number": head.number + 1,
            # A clock that was set back must not make the records' order doubtful.
            "recorded_at": max(self._clock(), head.recorded_at),
            "key_name": self._keys.current.name,
        }

    def _add(self, connection: sa.Connection, head: Head, record: dict[str, Any]) -> None:
        text = canonical(record).decode()
        values = {name: record[name] for name in ("number", "recorded_at", "key_name")}
        seal = self._keys.current.seal(RECORD, head.seal + text)
        connection.execute(audit.insert().values(**values, record=text, seal=seal))
        if self.noticed is not None:
            self.noticed(record["number"])
