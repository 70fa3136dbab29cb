"""What was intended, what was sent, what is proven: the interface of the journal and its in-memory form.

The in-memory journal is not durable: while it is in use, writes to live accounts are refused.
"""

import asyncio
import hashlib
from dataclasses import dataclass, field
from typing import Any, Protocol

import msgspec

# States of a write. RUNNING has an intent and perhaps an attempt; the others are settled.
RUNNING, ACCEPTED, REJECTED, QUESTION, UNKNOWN, NOT_SENT = (
    "RUNNING",
    "ACCEPTED",
    "REJECTED",
    "QUESTION",
    "UNKNOWN",
    "NOT_SENT",
)


@dataclass(slots=True)
class Write:
    """One write: its identity (account, namespace, key), what was asked, what became of it.

    `namespace` is "client_order_id" or "idempotency_key"; `fingerprint` is the digest of the canonical
    payload; `attempts` lists (epoch, digest of the body that was sent) in order.
    """

    account_id: str
    namespace: str
    key: str
    operation_id: str
    fingerprint: str
    order_id: str
    created_at: str
    state: str = RUNNING
    detail: str = ""
    attempts: list[tuple[int, str]] = field(default_factory=list)
    settled: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True, slots=True)
class OpenChange:
    """A change of an order of which nothing is proven, and what it asked for."""

    write: Write
    patch: dict[str, Any]


@dataclass(slots=True)
class OrderRow:
    """One order as the gateway knows it: the document in the unified form, and its id at the broker.

    `question` holds the broker's open question: reply_id, message_ids, and the patch where it is about a
    change. `cancel_requested`: the broker took a cancel of ours. `open_change`: the change of which nothing
    is proven. `before` is the document of a working order while the broker asks about a change of it.
    """

    order_id: str
    account_id: str
    client_order_id: str
    document: dict[str, Any]
    broker_order_id: str | None = None
    question: dict[str, Any] | None = None
    cancel_requested: bool = False
    open_change: OpenChange | None = None
    before: dict[str, Any] | None = None


class Taken(Exception):
    """The id of a write that should begin belongs to another one already."""

    def __init__(self, write: Write) -> None:
        super().__init__(f"The id {write.key} is taken.")
        self.write = write


class Journal(Protocol):
    """Where writes and orders are recorded before and after the wire."""

    durable: bool

    async def find_write(self, account_id: str, namespace: str, key: str) -> Write | None:
        """Return the write of an id, or None."""

    async def begin(self, write: Write) -> None:
        """Record an intent, durably; raises Taken unless the id is free or its write proven not sent."""

    async def attempt(self, write: Write, epoch: int, digest: str) -> None:
        """Record that bytes are about to leave."""

    async def settle(self, write: Write, state: str, detail: str) -> None:
        """Record what became of a write and wake who waits for it."""

    async def save_order(self, row: OrderRow) -> None:
        """Record an order as it is known now."""

    async def drop_order(self, row: OrderRow) -> None:
        """Forget an order of which nothing was sent."""

    async def find_order(self, account_id: str, reference: str) -> OrderRow | None:
        """Return an order by the gateway's id, `client:<id>` or `broker:<id>`."""

    async def orders(self, account_id: str) -> list[OrderRow]:
        """Return an account's orders, oldest first."""


class MemoryJournal:
    """A journal that ends with the process."""

    durable = False

    def __init__(self) -> None:
        self._writes: dict[tuple[str, str, str], Write] = {}
        self._orders: dict[str, dict[str, OrderRow]] = {}
        self._by_client: dict[tuple[str, str], str] = {}
        self._by_broker: dict[tuple[str, str], str] = {}

    async def find_write(self, account_id: str, namespace: str, key: str) -> Write | None:
        """Return the write of an id, or None."""
        return self._writes.get((account_id, namespace, key))

    async def begin(self, write: Write) -> None:
        """Record an intent."""
        name = (write.account_id, write.namespace, write.key)
        known = self._writes.get(name)
        if known is not None and known is not write and known.state != NOT_SENT:
            raise Taken(known)
        self._writes[name] = write

    async def attempt(self, write: Write, epoch: int, digest: str) -> None:
        """Record that bytes are about to leave."""
        write.attempts.append((epoch, digest))

    async def settle(self, write: Write, state: str, detail: str) -> None:
        """Record what became of a write and wake who waits for it."""
        write.state, write.detail = state, detail
        write.settled.set()

    async def save_order(self, row: OrderRow) -> None:
        """Record an order as it is known now."""
        self._orders.setdefault(row.account_id, {})[row.order_id] = row
        if row.client_order_id:
            self._by_client[row.account_id, row.client_order_id] = row.order_id
        if row.broker_order_id:
            self._by_broker[row.account_id, row.broker_order_id] = row.order_id

    async def drop_order(self, row: OrderRow) -> None:
        """Forget an order of which nothing was sent."""
        self._orders.get(row.account_id, {}).pop(row.order_id, None)
        self._by_client.pop((row.account_id, row.client_order_id), None)

    async def find_order(self, account_id: str, reference: str) -> OrderRow | None:
        """Return an order by the gateway's id, `client:<id>` or `broker:<id>`."""
        kind, _, name = reference.partition(":")
        if kind == "client" and name:
            order_id = self._by_client.get((account_id, name))
        elif kind == "broker" and name:
            order_id = self._by_broker.get((account_id, name))
        else:
            order_id = reference
        return self._orders.get(account_id, {}).get(order_id) if order_id else None

    async def orders(self, account_id: str) -> list[OrderRow]:
        """Return an account's orders, oldest first."""
        return list(self._orders.get(account_id, {}).values())


_canonical = msgspec.json.Encoder(order="deterministic", decimal_format="string").encode


def fingerprint(*parts: Any) -> str:
    """Return the SHA-256 of a payload in canonical JSON: equal requests have equal ones."""
    return hashlib.sha256(_canonical(parts)).hexdigest()
