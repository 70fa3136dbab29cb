"""What stands between a write and the wire: intent, attempt, outcome, each in the journal."""

import hashlib
from collections.abc import Callable
from typing import Any

from omnibroker import journal as states
from omnibroker.journal import Journal, OrderRow, Write
from omnibroker.kit.outcomes import Accepted, Outcome, Question, Refused, Unknown
from omnibroker.observe import clean, log
from omnibroker.upstream.connection import Connection
from omnibroker.upstream.state import now_text

# Shows a question to the order's owner and holds the session, before the next order round begins.
Ask = Callable[[Question], None]
TERMINAL = frozenset({"FILLED", "CANCELLED", "REJECTED", "EXPIRED"})
_STATES = {
    Accepted: states.ACCEPTED,
    Refused: states.REJECTED,
    Question: states.QUESTION,
    Unknown: states.UNKNOWN,
}


class WriteGate:
    """The gate of a change to an order that is known: modify, cancel, confirm."""

    def __init__(
        self, journal: Journal, connection: Connection, write: Write, row: OrderRow, ask: Ask
    ) -> None:
        self._journal = journal
        self._ask = ask
        self._connection = connection
        self._write = write
        self.row = row
        self.order_id = row.order_id
        self.accepted: Accepted | None = None

    async def admit(self) -> None:
        """Write the intent; raises journal.Taken when the id belongs to another write."""
        await self._journal.begin(self._write)

    async def attempt(self, content: bytes) -> None:
        """Write the attempt immediately before the first byte."""
        digest = hashlib.sha256(content).hexdigest()
        await self._journal.attempt(self._write, self._connection.state.epoch, digest)

    async def settle(self, outcome: Outcome) -> None:
        """Record what the answer proved. A failure here never turns the answer into an error."""
        log.info(
            "write_settled",
            operation=self._write.operation_id,
            order_id=self.order_id,
            outcome=type(outcome).__name__,
        )
        self.accepted = outcome if isinstance(outcome, Accepted) else None
        try:
            self.apply(outcome)
            if isinstance(outcome, Question):
                self._ask(outcome)
            await self._journal.save_order(self.row)
            await self._journal.settle(self._write, _STATES[type(outcome)], _detail(outcome))
        except Exception as error:  # noqa: BLE001 - the order is out: the answer must still be given
            log.error("journal_failed", order_id=self.order_id, exc_info=error)

    async def not_sent(self, reason: str) -> None:
        """Record that nothing left."""
        await self._journal.settle(self._write, states.NOT_SENT, reason)

    def apply(self, outcome: Outcome) -> None:
        """Change the order's document: a lost change leaves the proven state and says what is open."""
        if isinstance(outcome, Accepted) and self._write.operation_id == "cancel_order":
            self.row.cancel_requested = True
        if isinstance(outcome, Unknown):
            kind = "CANCEL" if self._write.operation_id == "cancel_order" else "MODIFY"
            self.row.document["pending_action"] = {
                "kind": kind,
                "outcome": "UNKNOWN",
                "since": now_text(),
            }


class PlaceGate(WriteGate):
    """The gate of an order that comes to be (or not) by this write: place, and confirm its question."""

    async def admit(self) -> None:
        """Write the intent and the order as it was asked for."""
        await super().admit()
        await self._journal.save_order(self.row)

    async def not_sent(self, reason: str) -> None:
        """Record that nothing left: there is no order."""
        if self._write.operation_id == "place_order":
            await self._journal.drop_order(self.row)
        await super().not_sent(reason)

    def apply(self, outcome: Outcome) -> None:
        """Change the order's document to what the answer proved."""
        document = self.row.document
        match outcome:
            case Accepted(broker_order_id, broker_status):
                document["status"] = "SUBMITTED"
                if broker_order_id:
                    self.row.broker_order_id = document["broker_order_id"] = broker_order_id
                if broker_status:
                    document["broker_status"] = broker_status
            case Refused(message, code):
                document |= {"status": "REJECTED", "broker_message": clean(message)[:4096]}
                if code:
                    document["broker_code"] = code[:128]
            case Question():
                document["status"] = "NEEDS_CONFIRMATION"
            case Unknown():
                document["status"] = "UNKNOWN"


def _detail(outcome: Outcome) -> str:
    match outcome:
        case Refused(message):
            return clean(message)[:500]
        case Unknown(reason):
            return reason
        case _:
            return ""


def new_row(
    order_id: str, account_id: str, body: dict[str, Any], facts: dict[str, Any]
) -> OrderRow:
    """Return the row of an order as it was asked for; it says PENDING_SUBMIT until the wire has answered."""
    asked = {name: value for name, value in body.items() if name != "environment"}
    document = {
        **asked,
        **facts,
        "order_id": order_id,
        "account_id": account_id,
        "status": "PENDING_SUBMIT",
        "filled_quantity": "0",
        "submitted_at": now_text(),
        "received_at": now_text(),
    }
    return OrderRow(order_id, account_id, body["client_order_id"], document)
