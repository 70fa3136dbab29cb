"""The journal of one gateway: a working set in memory, and a database that is never behind what was sent."""

import asyncio
import os
import socket
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy.exc import IntegrityError

from omnibroker.clock import instant_text, now_text
from omnibroker.journal import rows, works
from omnibroker.journal.owed import Owed
from omnibroker.journal.records import (
    NOT_SENT,
    QUESTION,
    RUNNING,
    UNKNOWN,
    OrderRow,
    Taken,
    Write,
    leave_unproven,
)
from omnibroker.journal.works import Admission, Chain
from omnibroker.storage.store import Store

# How long orders that have ended, and the answers to repeated writes, stay at hand.
KEPT_DAYS = 7
# Anybody may ask whether it can be written: not each of them makes the disk sync.
_PROOF_SECONDS = 1.0
_COLUMNS = {"client": "client_order_id", "broker": "broker_order_id"}


class Journal:
    """Writes and orders: an intent before the wire, an attempt at the wire, an outcome after it.

    Before the wire a journal that cannot be written refuses (NotSent `journal_unavailable`, nothing was
    sent). After it nothing is refused any more: what cannot be written is kept and written later, in order.
    """

    def __init__(self, store: Store | None = None, chain: Chain | None = None) -> None:
        self._store = store or Store.open(None)
        self._chain = chain
        self._owner = 0
        self._writable_until = 0.0
        self._writes: dict[tuple[str, str, str], Write] = {}
        self._orders: dict[str, dict[str, OrderRow]] = {}
        self._named: dict[tuple[str, str, str], str] = {}
        self._owed = Owed(self._store)

    @property
    def durable(self) -> bool:
        """Whether what is recorded outlives the process."""
        return self._store.durable

    async def open(self) -> None:
        """Become the owner and take up what an earlier process left; raises NotSent `journal_unavailable`."""
        if not self.durable:
            return
        holder, now = f"{socket.gethostname()}:{os.getpid()}", now_text()
        self._owner = await self._store.run(lambda c: rows.take_lease(c, holder, now))
        for write in await self._store.run(lambda c: rows.writes_in(c, _UNSETTLED)):
            self._writes[write.identity] = write
        since = _days_ago(KEPT_DAYS)
        for found in await self._store.run(lambda c: rows.living_orders(c, since)):
            self._know(rows.order(found, self._writes))
        for write in list(self._writes.values()):
            await self._take_up(write)

    async def prove_writable(self) -> None:
        """Raise NotSent `journal_unavailable` where a write would be refused now; one proof stands for a second."""
        self._owed.refuse_more()
        now = asyncio.get_running_loop().time()
        if self.durable and now >= self._writable_until:
            await self._store.run(lambda c: rows.renew_lease(c, self._owner, now_text()))
            self._writable_until = now + _PROOF_SECONDS

    async def close(self) -> None:
        """Write what is still owed and close the database."""
        await self._owed.close()
        await self._store.close()

    async def find_write(self, account_id: str, namespace: str, key: str) -> Write | None:
        """Return the write of an id, or None; raises NotSent `journal_unavailable`."""
        identity = (account_id, namespace, key)
        known = self._writes.get(identity)
        if known is not None or not self.durable:
            return known
        found = await self._store.run(lambda c: rows.find_own_write(c, identity, self._owner))
        known = self._writes.get(identity)
        if known is not None or found is None:
            return known  # another request has begun, or found, the same one meanwhile: it lives
        self._writes[identity] = found
        await self._take_up(found)
        return found

    def refuse_taken(self, write: Write) -> None:
        """Raise Taken unless the id of a write is free, or its write proven not sent."""
        known = self._writes.get(write.identity)
        if known is not None and known is not write and known.state != NOT_SENT:
            raise Taken(known)

    async def admit(
        self, write: Write, row: OrderRow | None = None, admission: Admission | None = None
    ) -> None:
        """Record an intent with its order and what limits set aside; durable when this returns.

        Raises Taken unless the id is free or its write proven not sent.
        """
        self.refuse_taken(write)
        self._owed.refuse_more()
        known = self._writes.get(write.identity)
        self._writes[write.identity] = write
        if known is not None:
            write.number, write.version = known.number, known.version
        work = works.intent(write, row, admission, self._chain, self._owner)
        try:
            write.number = await self._store.run(work)
        except BaseException as error:
            self._take_back(write, known)
            if isinstance(error, IntegrityError) and (other := await self._elsewhere(write)):
                raise Taken(other) from error
            raise
        if row is not None:
            self._know(row)

    async def attempt(self, write: Write, epoch: int, digest: str) -> None:
        """Record that bytes are about to leave; durable when this returns."""
        values = {
            "write_id": write.number,
            "attempted_at": now_text(),
            "owner_epoch": self._owner,
            "session_epoch": epoch,
            "digest": digest,
        }
        await self._store.run(lambda c: rows.insert_attempt(c, values))
        write.attempts.append((epoch, digest))

    async def settle(
        self,
        write: Write,
        state: str,
        detail: str,
        row: OrderRow | None = None,
        admission: Admission | None = None,
    ) -> None:
        """Record what became of a write, with its order, and wake who waits for it; never raises.

        Of a write that was not sent the order that it would have made is dropped, and what limits set aside
        is given back.
        """
        work = works.outcome(write, (state, detail), row, self._chain)
        if state == NOT_SENT:
            # First the record: from then on the id is free, and another try of it must find nothing of this one.
            await self._owed.do(work)
            if write.operation_id == "place_order":
                self._drop(write.account_id, write.order_id)
            if admission is not None:
                admission.release()
        write.state, write.detail = state, detail
        write.settled.set()
        if state != NOT_SENT:
            await self._owed.do(work)

    async def save_order(self, row: OrderRow) -> None:
        """Record an order as it is known now, where that is news; never raises."""
        self._know(row)
        if (work := works.saving(row)) is not None:
            await self._owed.do(work)

    def known_order(self, account_id: str, reference: str) -> OrderRow | None:
        """Return an order that is at hand, without waiting, as `find_order` does."""
        kind, _, name = reference.partition(":")
        named = self._named.get((account_id, kind, name)) if kind in _COLUMNS else reference
        return self._orders.get(account_id, {}).get(named or "")

    async def find_order(self, account_id: str, reference: str) -> OrderRow | None:
        """Return an order by the gateway's id, `client:<id>` or `broker:<id>`."""
        known = self.known_order(account_id, reference)
        if known is not None or not self.durable:
            return known
        kind, _, name = reference.partition(":")
        column, value = (_COLUMNS[kind], name) if kind in _COLUMNS else ("order_id", reference)
        found = await self._store.run(lambda c: rows.find_order(c, account_id, column, value))
        if found is None:
            return None
        # Meanwhile it may have come to life here, or been dropped: what is in memory is newer.
        loaded = self._orders.get(account_id, {}).get(found.order_id)
        if loaded is None:
            loaded = rows.order(found, self._writes)
            write = self._writes.get((account_id, "client_order_id", loaded.client_order_id))
            if write is not None and write.state == NOT_SENT:
                return None
            self._know(loaded)
        return loaded

    async def orders(self, account_id: str) -> list[OrderRow]:
        """Return an account's orders that are open or ended in the last week, oldest first."""
        return list(self._orders.get(account_id, {}).values())

    def unsettled(self) -> list[OrderRow]:
        """Return every order of which a write, or anything else, is still to be proven."""
        return [row for known in self._orders.values() for row in known.values() if row.is_open]

    @staticmethod
    def is_past(row: OrderRow) -> bool:
        """Say whether an order ended so long ago that its id is answered no more."""
        return not row.is_open and _ended(row) < _days_ago(KEPT_DAYS)

    def tidy(self) -> None:
        """Let go of what ended long ago; the database keeps it."""
        if not self.durable:
            return
        since = _days_ago(KEPT_DAYS)
        for known in self._orders.values():
            for row in [row for row in known.values() if self.is_past(row)]:
                self._drop(row.account_id, row.order_id)
        for write in list(self._writes.values()):
            if write.state not in _UNSETTLED and write.created_at < since:
                del self._writes[write.identity]

    async def _take_up(self, write: Write) -> None:
        """Settle a write that an earlier process left running: what may have left is unknown."""
        if write.state != RUNNING:
            write.settled.set()
        elif not write.attempts:
            await self.settle(write, NOT_SENT, "the process ended before anything was sent")
        else:
            row = await self.find_order(write.account_id, write.order_id)
            if row is not None:
                leave_unproven(row, write, _patch_of(write, row), now_text())
            await self.settle(write, UNKNOWN, "the process ended while it was being sent", row)

    async def _elsewhere(self, write: Write) -> Write | None:
        return await self._store.run(lambda c: rows.find_write(c, write.identity))

    def _take_back(self, write: Write, known: Write | None) -> None:
        # What a database has now is not known, as after a commit whose answer is lost: the next look reads it.
        if known is None or self.durable:
            del self._writes[write.identity]
        else:
            self._writes[write.identity] = known

    def _know(self, row: OrderRow) -> None:
        self._orders.setdefault(row.account_id, {})[row.order_id] = row
        if row.client_order_id:
            self._named[row.account_id, "client", row.client_order_id] = row.order_id
        if row.broker_order_id:
            self._named[row.account_id, "broker", row.broker_order_id] = row.order_id

    def _drop(self, account_id: str, order_id: str) -> None:
        row = self._orders.get(account_id, {}).pop(order_id, None)
        if row is not None:
            self._named.pop((account_id, "client", row.client_order_id), None)
            self._named.pop((account_id, "broker", row.broker_order_id or ""), None)


def _patch_of(write: Write, row: OrderRow) -> dict[str, Any]:
    """Return what a change that may have been sent asked for: itself, or the question that it said yes to.

    Whatever the broker asked, nobody answers it any more: the order is what it was before.
    """
    question, row.question = row.question, None
    row.document.pop("confirmation", None)
    if row.before is not None:
        row.document, row.before = row.before, None
    if question is not None:
        return dict(question["patch"])
    return write.payload if isinstance(write.payload, dict) else {}


_UNSETTLED = (RUNNING, UNKNOWN, QUESTION)


def _ended(row: OrderRow) -> str:
    return str(row.document.get("updated_at") or row.document["received_at"])


def _days_ago(days: int) -> str:
    return instant_text(datetime.now(UTC) - timedelta(days=days))
