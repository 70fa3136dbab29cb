"""A broker's questions: shown to the caller, answered by the caller alone, declined at expiry."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from omnibroker.clock import instant_text, now_text
from omnibroker.dispatch.context import Context, Source
from omnibroker.dispatch.gates import DeclineGate, PlaceGate, WriteGate
from omnibroker.dispatch.idempotency import IDEMPOTENCY_KEY
from omnibroker.ids import draw_order_id
from omnibroker.journal import OrderRow, Write, fingerprint
from omnibroker.kit.errors import GatewayError, NotSent
from omnibroker.kit.orders import ENDED
from omnibroker.kit.outcomes import Question
from omnibroker.limits.clearance import Clearance
from omnibroker.observe import clean, log

# While the broker cannot be reached, the "no" is still owed to it.
_DECLINE_AGAIN_SECONDS = 5.0


class Confirmations:
    """The open questions of one gateway. While one is open, its session takes no other placement."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._timers: dict[str, asyncio.Task[None]] = {}
        self._open: dict[str, tuple[Source, OrderRow]] = {}

    def gate(
        self,
        source: Source,
        write: Write,
        row: OrderRow,
        clearance: Clearance | None,
        patch: dict[str, Any] | None = None,
        new: type[PlaceGate] = PlaceGate,
    ) -> WriteGate:
        """Return the gate of a write whose answer may be a question.

        It makes the order (the gate is `new`), or changes one that lives on if the change is refused,
        declined or lost. `clearance` is None for what only takes away, and `patch` is what a change asks for.
        """
        lives = row.broker_order_id is not None
        kind = WriteGate if lives else new
        ask, journal = partial(self.open, source, row), self._context.journal
        return kind(journal, source.connection, write, row, ask, clearance, patch or {})

    def open(
        self, source: Source, row: OrderRow, question: Question, patch: dict[str, Any]
    ) -> None:
        """Show a question on its order, hold the session, and start its clock."""
        if row.broker_order_id is not None and row.before is None:
            row.before = dict(row.document)
        seconds = self._context.config.orders.confirm_seconds
        confirm_by = datetime.now(UTC) + timedelta(seconds=seconds)
        row.question = {
            "reply_id": question.reply_id,
            "message_ids": list(question.message_ids),
            "patch": patch,
        }
        row.document["status"] = "NEEDS_CONFIRMATION"
        row.document["confirmation"] = {
            "message_ids": list(question.message_ids),
            "messages": [clean(message)[:4096] for message in question.messages],
            "confirm_by": instant_text(confirm_by),
        }
        source.connection.held_by = row.order_id
        self._open[row.order_id] = (source, row)
        self._start_clock(source, row, seconds)

    def resume(self, source: Source, row: OrderRow) -> None:
        """Take up a question that an earlier process left open: nobody answers it any more, so it is no."""
        if row.order_id not in self._open and row.question is not None:
            source.connection.held_by = row.order_id
            self._open[row.order_id] = (source, row)
            self._start_clock(source, row, 0)

    def take(self, row: OrderRow, message_ids: list[str]) -> dict[str, Any]:
        """Return the open question for answering, taken so that nobody else answers it.

        Raises `not_confirmable` or `confirmation_mismatch`.
        """
        question = row.question
        if question is None:
            raise NotSent(
                "not_confirmable",
                f"The order {row.order_id} waits for no confirmation; it is {row.document['status']}.",
                order_id=row.order_id,
            )
        if sorted(question["message_ids"]) != sorted(message_ids):
            asked = ", ".join(question["message_ids"])
            raise NotSent(
                "confirmation_mismatch", f"The open question is {asked}.", order_id=row.order_id
            )
        row.question = None
        return question

    def restore(self, source: Source, row: OrderRow, question: dict[str, Any]) -> None:
        """Put a question back whose answer was not sent."""
        row.question = question
        row.document["status"] = "NEEDS_CONFIRMATION"
        source.connection.held_by = row.order_id
        timer = self._timers.get(row.order_id)
        if timer is None or timer.done():
            # Its time ran out while the answer was under way: the "no" is owed now.
            self._start_clock(source, row, 0)

    def conclude(
        self,
        source: Source,
        row: OrderRow,
        question: dict[str, Any],
        gate: WriteGate,
        *,
        says_yes: bool,
    ) -> None:
        """End the answering of a question: put it back if nothing left, else free the session."""
        if not gate.attempted:
            self.restore(source, row, question)
            return
        self.close(row, changed=says_yes and gate.accepted is not None)
        self.release_unless_asked(source, row)

    def close(self, row: OrderRow, *, changed: bool) -> None:
        """End the question about a change: unless it is done, the order is what it was before."""
        if row.before is None or row.question is not None:
            return
        pending = row.document.get("pending_action")
        if not changed:
            row.document = row.before
            if row.cancel_requested and row.document["status"] not in ENDED:
                row.document["status"] = "PENDING_CANCEL"
        if pending is not None:
            row.document["pending_action"] = pending
        row.before = None

    def release_unless_asked(self, source: Source, row: OrderRow) -> None:
        """Free the session once the order has no open question any more."""
        if row.question is not None:
            return
        row.document.pop("confirmation", None)
        self._open.pop(row.order_id, None)
        if source.connection.held_by == row.order_id:
            source.connection.held_by = None
        timer = self._timers.pop(row.order_id, None)
        if timer is not None and timer is not asyncio.current_task():
            timer.cancel()

    async def decline(self, source: Source, row: OrderRow) -> dict[str, Any]:
        """Answer a question with no; a new order is then proven CANCELLED or stays UNKNOWN.

        An order whose change was asked about goes on as before.
        """
        question = self.take(row, row.question["message_ids"] if row.question else [])
        key = f"decline.{draw_order_id()}"
        account_id = row.account_id
        write = Write(
            account_id,
            IDEMPOTENCY_KEY,
            key,
            "confirm_order",
            fingerprint(key),
            row.order_id,
            now_text(),
        )
        gate = self.gate(source, write, row, None, question["patch"], DeclineGate)
        lives = row.before is not None
        cell = self._context.cell("confirm_order", source.connection.broker)
        source = replace(source, deadline=self._context.deadline())
        view = self._context.view(source, gate)
        extras = {"reply_id": question["reply_id"], "order": row.document, "confirmed": False}
        try:
            declined = await cell(view, extras)
            row.document |= {} if lives else declined
        finally:
            self.conclude(source, row, question, gate, says_yes=False)
        row.document |= {"order_id": row.order_id, "updated_at": now_text()}
        await self._context.journal.save_order(row)
        return row.document

    async def stop(self) -> None:
        """Answer every open question with no before the process ends; what cannot be sent is logged."""
        await self._stop_clocks()
        for source, row in list(self._open.values()):
            try:
                await self.decline(source, row)
            except GatewayError as error:
                log.error("question_left_open", order_id=row.order_id, code=error.code)
        # A "no" that was not sent has started its clock again: the next process owes it.
        await self._stop_clocks()

    async def _stop_clocks(self) -> None:
        timers, self._timers = self._timers, {}
        for timer in timers.values():
            timer.cancel()
        await asyncio.gather(*timers.values(), return_exceptions=True)

    def _start_clock(self, source: Source, row: OrderRow, seconds: float) -> None:
        before = self._timers.pop(row.order_id, None)
        if before is not None:
            before.cancel()
        self._timers[row.order_id] = asyncio.create_task(self._expire(source, row, seconds))

    async def _expire(self, source: Source, row: OrderRow, seconds: float) -> None:
        await asyncio.sleep(seconds)
        while row.question is not None:
            try:
                await self.decline(source, row)
            except GatewayError as error:
                log.warning("decline_failed", order_id=row.order_id, code=error.code)
                await asyncio.sleep(_DECLINE_AGAIN_SECONDS)
