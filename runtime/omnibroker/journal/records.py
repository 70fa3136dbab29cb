"""What the journal holds: writes and what is proven of them, orders and what is known of them."""

import asyncio
import hashlib
from dataclasses import dataclass, field
from typing import Any

import msgspec

from omnibroker.kit.orders import ENDED

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
    """One write: its identity (account, namespace, key), what was asked by whom, what became of it.

    `namespace` is "client_order_id" or "idempotency_key"; `fingerprint` is the digest of the canonical
    payload; `attempts` lists (session epoch, digest of the body that was sent) in order; `reply` is what a
    repeated request is answered where the write makes no order. `number` is its row's, once it has one;
    `version` counts what was written there, over all tries.
    """

    account_id: str
    namespace: str
    key: str
    operation_id: str
    fingerprint: str
    order_id: str
    created_at: str
    payload: Any = None
    key_id: str = ""
    request_id: str = ""
    state: str = RUNNING
    detail: str = ""
    reply: Any = None
    number: int | None = None
    version: int = 0
    attempts: list[tuple[int, str]] = field(default_factory=list)
    settled: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def identity(self) -> tuple[str, str, str]:
        """What no two writes share."""
        return self.account_id, self.namespace, self.key


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
    `kept` is what the database has of it, and its `version` there; `seen` is the last state that was noted.
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
    kept: dict[str, Any] | None = None
    version: int = 0
    seen: tuple[str, ...] | None = None

    @property
    def is_open(self) -> bool:
        """Say whether anything may still become of the order, or of a change of it."""
        return self.document["status"] not in ENDED or self.open_change is not None


class Taken(Exception):
    """The id of a write that should begin belongs to another one already."""

    def __init__(self, write: Write) -> None:
        super().__init__(f"The id {write.key} is taken.")
        self.write = write


def leave_unproven(row: OrderRow, write: Write, patch: dict[str, Any], since: str) -> None:
    """Say on an order that a write about it may have happened: the order itself, or a change of it."""
    if row.broker_order_id is None:
        row.document["status"] = UNKNOWN
        # Settled as soon as the broker shows the order at all.
        row.open_change = OpenChange(write, {})
        return
    kind = "CANCEL" if write.operation_id == "cancel_order" else "MODIFY"
    row.document["pending_action"] = {"kind": kind, "outcome": UNKNOWN, "since": since}
    row.open_change = OpenChange(write, patch)


def is_unproven(document: dict[str, Any]) -> bool:
    """Say whether it is not proven what became of an order, or of a change of it."""
    return document["status"] == UNKNOWN or "pending_action" in document


_canonical = msgspec.json.Encoder(order="deterministic", decimal_format="string").encode


def fingerprint(*parts: Any) -> str:
    """Return the SHA-256 of a payload in canonical JSON: equal requests have equal ones."""
    return hashlib.sha256(_canonical(parts)).hexdigest()
