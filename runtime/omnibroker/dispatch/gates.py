"""What stands between a write and the wire: intent, attempt, outcome, each in the journal."""

import hashlib
from collections.abc import Callable
from typing import Any

from omnibroker import journal as states
from omnibroker.clock import now_text
from omnibroker.journal import Admission, Journal, OrderRow, Write, leave_unproven
from omnibroker.kit.errors import NotSent
from omnibroker.kit.orders import ENDED
from omnibroker.kit.outcomes import Accepted, Outcome, Question, Refused, Unknown
from omnibroker.limits.clearance import Clearance
from omnibroker.observe import clean, log
from omnibroker.upstream.connection import Connection

# Shows a question (and the change that it is about) to the order's owner and holds the session, before
# the next order round begins.
Ask = Callable[[Question, dict[str, Any]], None]
_NEED_CLEARANCE = frozenset({"place_order", "modify_order"})
_STATES = {
    Accepted: states.ACCEPTED,
    Refused: states.REJECTED,
    Question: states.QUESTION,
    Unknown: states.UNKNOWN,
}


class WriteGate:
    """The gate of a change to an order that is known: modify, cancel, confirm.

    What may add risk has a `clearance`; a cancel, and a "no", only take away. `patch` is what a change asks
    for: how a later read of the order tells whether it was done.
    """

    def __init__(
        self,
        journal: Journal,
        connection: Connection,
        write: Write,
        row: OrderRow,
        ask: Ask,
        clearance: Clearance | None,
        patch: dict[str, Any],
    ) -> None:
        if clearance is None and write.operation_id in _NEED_CLEARANCE:
            raise TypeError(f"{write.operation_id} has no clearance.")
        self._journal = journal
        self._ask = ask
        self._connection = connection
        self._write = write
        self.row = row
        self.order_id = row.order_id
        self.operation_id = write.operation_id
        self._environment = row.document.get("environment")
        self.attempted = False
        self.accepted: Accepted | None = None
        self._clearance = clearance
        self._patch = patch
        self._admission: Admission | None = None

    async def admit(self) -> None:
        """Pass the limits and write the intent; raises journal.Taken when the id belongs to another write."""
        await self._admit(None)

    async def _admit(self, row: OrderRow | None) -> None:
        # A repeat is told as one before any limit. Nothing waits from here to the intent's taking its id:
        # what is checked is what is counted.
        self._journal.refuse_taken(self._write)
        self._admission = self._clearance.reserve() if self._clearance is not None else None
        try:
            await self._journal.admit(self._write, row, self._admission)
        except BaseException:
            if self._admission is not None:
                self._admission.release()
            raise

    async def attempt(self, content: bytes) -> None:
        """Write the attempt: from here on bytes may leave."""
        digest = hashlib.sha256(content).hexdigest()
        await self._journal.attempt(self._write, self._connection.state.epoch, digest)
        self.attempted = True

    def last_look(self) -> None:
        """Raise where the account's environment is another one, or trading was halted, since the admission.

        The engine asks right before the first byte: the attempt, and a connection, may take long.
        """
        self._refuse_another_environment()
        if self._clearance is not None:
            self._clearance.refuse_halted()

    async def settle(self, outcome: Outcome) -> Outcome:
        """Record what the answer proved, and return it. A failure here never turns the answer into an error."""
        outcome = await self._believed(outcome)
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
                self._ask(outcome, self._patch)
        except Exception as error:  # noqa: BLE001 - the order is out: the answer must still be given
            log.error("outcome_not_applied", order_id=self.order_id, exc_info=error)
        await self._journal.settle(self._write, _STATES[type(outcome)], _detail(outcome), self.row)
        return outcome

    async def _believed(self, outcome: Outcome) -> Outcome:
        """Return what an answer proves beside what is known; a change of an order says what it says."""
        return outcome

    async def not_sent(self, reason: str) -> None:
        """Record that nothing left."""
        # The engine may prove it after the attempt was written: a refused connection.
        self.attempted = False
        await self._journal.settle(self._write, states.NOT_SENT, reason, admission=self._admission)

    def _refuse_another_environment(self) -> None:
        native_id = self.row.account_id.partition(":")[2]
        account = self._connection.account(native_id)
        if account.environment is None:
            raise NotSent(
                "environment_unproven", f"{self._connection.name} was renewed; ask again."
            )
        if account.environment != self._environment:
            raise NotSent(
                "environment_mismatch",
                f"The account is {account.environment} now, the order was for {self._environment}.",
            )

    def apply(self, outcome: Outcome) -> None:
        """Change the order's document: a lost change leaves the proven state and says what is open."""
        if isinstance(outcome, Accepted) and self._write.operation_id == "cancel_order":
            self.row.cancel_requested = True
            if self.row.document["status"] not in ENDED:
                self.row.document["status"] = "PENDING_CANCEL"
        if isinstance(outcome, Accepted) and self._write.operation_id == "modify_order":
            self.row.document.pop("pending_action", None)
        # Of an order that has ended nobody looks for the outcome of a change any more.
        if isinstance(outcome, Unknown) and self.row.document["status"] not in ENDED:
            leave_unproven(self.row, self._write, self._patch, now_text())


class PlaceGate(WriteGate):
    """The gate of an order that comes to be (or not) by this write: place, and confirm its question."""

    async def admit(self) -> None:
        """Write the intent and the order as it was asked for; an answer to its question changes no row yet."""
        await self._admit(self.row if self._places else None)

    @property
    def _places(self) -> bool:
        return self._write.operation_id == "place_order"

    async def _believed(self, outcome: Outcome) -> Outcome:
        """Return what an answer proves beside what is known.

        Unknown for an acceptance that carries another order's id: brokers mix answers up. Accepted for an
        answer that was lost, where a list has shown the order meanwhile.
        """
        shown = self.row.broker_order_id
        if isinstance(outcome, Unknown) and self._places and shown is not None:
            return Accepted(shown)
        if not isinstance(outcome, Accepted) or not outcome.broker_order_id:
            return outcome
        reference = f"broker:{outcome.broker_order_id}"
        other = await self._journal.find_order(self.row.account_id, reference)
        if other is None or other.order_id == self.order_id:
            return outcome
        return Unknown(f"the broker's id is that of {other.order_id}")

    def apply(self, outcome: Outcome) -> None:
        """Change the order's document to what the answer proved."""
        document = self.row.document
        match outcome:
            case Accepted(broker_order_id, broker_status):
                # A list that came in between may have proven more already.
                if self.row.broker_order_id is None or document["status"] == "NEEDS_CONFIRMATION":
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
            case Unknown() if self.row.broker_order_id is None:
                leave_unproven(self.row, self._write, {}, now_text())


class DeclineGate(PlaceGate):
    """The gate of a "no" to the question about a new order: proven, the order never reached the market."""

    def apply(self, outcome: Outcome) -> None:
        """End the order, even if nobody waits for the answer any more."""
        if isinstance(outcome, Accepted):
            self.row.document |= {"status": "CANCELLED", "end_reason": "NOT_CONFIRMED"}
        else:
            super().apply(outcome)
            # Nothing that the broker shows later would say that a lost "no" was taken.
            self.row.open_change = None


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
