"""The order desk: place, preview, read, modify, cancel, confirm; each write goes through its gate once."""

from typing import Any

from omnibroker.clock import now_text
from omnibroker.dispatch import consents, reads
from omnibroker.dispatch.book import Book, is_older
from omnibroker.dispatch.confirmations import Confirmations
from omnibroker.dispatch.context import Context, Source, may_reach
from omnibroker.dispatch.documents import (
    account_facts,
    location,
    not_looked_up,
    prices,
    refuse_unless_open,
    refuse_while_asked,
    written,
)
from omnibroker.dispatch.gates import WriteGate, new_row
from omnibroker.dispatch.idempotency import (
    CLIENT_ORDER_ID,
    IDEMPOTENCY_KEY,
    REPLAYED,
    settled,
    still_unknown,
    write_of,
)
from omnibroker.dispatch.intents import Intents
from omnibroker.dispatch.paging import Row, page
from omnibroker.dispatch.rules import check_order, check_prices, may_trade, may_write
from omnibroker.ids import draw_order_id
from omnibroker.journal import REJECTED, OrderRow, Taken, Write, fingerprint
from omnibroker.kit.errors import (
    ConfirmationRequired,
    GatewayError,
    NotSent,
    OutcomeUnknown,
    Rejected,
)
from omnibroker.kit.upstream import Parted
from omnibroker.observe import log
from omnibroker.plans.calls import Call, Endpoint, Reply
from omnibroker.upstream.operations import CANCEL, TRADE


class OrderDesk:
    """The endpoints of the tag `orders`."""

    def __init__(self, context: Context, fan_out: reads.Reads) -> None:
        self._context = context
        self._reads = fan_out
        self.book = Book(context)
        self.confirmations = Confirmations(context)
        self._intents = Intents(context, context.limits)

    def endpoints(self) -> dict[str, Endpoint]:
        """Return the endpoint of every order operation."""
        return {
            "place_order": self.place_order,
            "preview_order": self.preview_order,
            "get_order": self.get_order,
            "list_orders": self.list_orders,
            "modify_order": self.modify_order,
            "cancel_order": self.cancel_order,
            "confirm_order": self.confirm_order,
        }

    async def stop(self) -> None:
        """End what waits for an answer before the process ends."""
        await self.confirmations.stop()

    async def place_order(self, call: Call) -> Reply:
        """Place an order, at most once for each client_order_id."""
        account_id, body = call.parameters["account_id"], call.body
        may_reach(call.principal, account_id)
        digest = fingerprint("place_order", account_id, body)
        known = await self._context.journal.find_write(
            account_id, CLIENT_ORDER_ID, body["client_order_id"]
        )
        if known is not None and await settled(known, digest, self._patience):
            return await self._replay(known)
        order_id = known.order_id if known is not None else draw_order_id()
        check_order(body)
        source = await self._source(call, TRADE)
        may_write(self._context, source, call.principal, body.get("environment"))
        write = self._write(call, CLIENT_ORDER_ID, body["client_order_id"], digest, order_id)
        row = new_row(order_id, account_id, body, account_facts(source))
        clearance = await self._intents.clear_order(source, call.principal, body)
        gate = self.confirmations.gate(source, write, row, clearance)
        try:
            await self._run(call, source, gate, {"request": body})
        except Taken as taken:
            return await self._follow(taken.write, digest)
        return written(await consents.answer(call, source, row, self._confirm), 201)

    async def preview_order(self, call: Call) -> Reply:
        """Ask the broker what an order would cost; nothing is placed."""
        check_order(call.body)
        source = await self._source(call)
        may_trade(source, call.principal, call.body.get("environment"))
        cell = self._context.cell("preview_order", source.connection.broker)
        return Reply(200, await cell(self._context.view(source), {"request": call.body}))

    async def get_order(self, call: Call) -> Reply:
        """Return one order as it is proven now."""
        source = await self._source(call)
        _, document = await self.book.current(source, call.parameters["order_id"])
        return Reply(200, document)

    async def list_orders(self, call: Call) -> Reply:
        """Return orders over every account that the call selects, the newest first."""
        rows, incomplete = await self._reads.rows(call, self._orders_of)
        wanted = set(call.parameters.get("status", ()))
        client_order_id = call.parameters.get("client_order_id")
        rows = [
            row
            for row in rows
            if (not wanted or row["status"] in wanted)
            and (client_order_id is None or row.get("client_order_id") == client_order_id)
        ]
        return page(call, rows, incomplete)

    async def modify_order(self, call: Call) -> Reply:
        """Change an order's price, quantity or life, at most once for each Idempotency-Key."""
        known = await self._known(call)
        if known is not None:
            return await self._replay(known)
        source = await self._source(call, TRADE)
        row, document = await self.book.current(source, call.parameters["order_id"])
        may_write(self._context, source, call.principal, None)
        refuse_while_asked(row)
        refuse_unless_open(document, row)
        check_prices(document["type"], {**prices(document), **call.body})
        clearance = await self._intents.clear_change(source, call.principal, document, call.body)
        write = self._keyed(call, row)
        gate = self.confirmations.gate(source, write, row, clearance, call.body)
        extras = {"request": call.body, "order": document}
        try:
            changed = await self._run(call, source, gate, extras)
        except Taken as taken:
            return await self._follow(taken.write, _digest(call))
        row.document |= {name: value for name, value in call.body.items() if name in changed}
        return written(await consents.answer(call, source, row, self._confirm))

    async def cancel_order(self, call: Call) -> Reply:
        """Cancel an order; asking again is harmless."""
        source = await self._source(call, CANCEL)
        row, document = await self.book.to_cancel(source, call.parameters["order_id"])
        may_write(self._context, source, call.principal, None)
        if row.question is not None:
            document = await self._declined(source, row)
        if document["status"] == "CANCELLED":
            return Reply(200, document)
        refuse_unless_open(document, row)
        key = f"cancel.{draw_order_id()}"
        write = self._write(call, IDEMPOTENCY_KEY, key, fingerprint(key), row.order_id)
        gate = self.confirmations.gate(source, write, row, None)
        try:
            return written(await self._run(call, source, gate, {"order": document}))
        except Rejected:
            # "Not found" may mean filled or gone: the order itself tells.
            _, document = await self.book.current(source, row.order_id)
            if document["status"] in {"CANCELLED", "EXPIRED"}:
                return Reply(200, document)
            raise

    async def _declined(self, source: Source, row: OrderRow) -> dict[str, Any]:
        """Answer an order's question with no; the cancel of an order that is working must not wait for that."""
        works = row.before is not None
        try:
            return await self.confirmations.decline(source, row)
        except GatewayError:
            if not works:
                raise
            return row.document

    async def confirm_order(self, call: Call) -> Reply:
        """Answer the broker's question with yes; the ids must be the ones that it asked."""
        known = await self._known(call)
        if known is not None:
            return await self._replay(known)
        source = await self._source(call, TRADE)
        row, _ = await self.book.current(source, call.parameters["order_id"])
        may_write(self._context, source, call.principal, None)
        try:
            key = call.parameters["Idempotency-Key"]
            await self._confirm(call, source, row, key, _digest(call))
        except Taken as taken:
            return await self._follow(taken.write, _digest(call))
        return written(await consents.answer(call, source, row, self._confirm))

    async def _confirm(
        self, call: Call, source: Source, row: OrderRow, key: str, digest: str
    ) -> None:
        """Answer the question that `call` names with yes; a yes that was not sent leaves it open."""
        question = self.confirmations.take(row, call.body["message_ids"])
        write = self._write(call, IDEMPOTENCY_KEY, key, digest, row.order_id)
        clearance = self._intents.clear_answer(source)
        gate = self.confirmations.gate(source, write, row, clearance, question["patch"])
        extras = {"reply_id": question["reply_id"], "order": row.document, "confirmed": True}
        try:
            await self._run(call, source, gate, extras)
        finally:
            self.confirmations.conclude(source, row, question, gate, says_yes=True)
            await self._context.journal.save_order(row)

    @property
    def _patience(self) -> float:
        return self._context.config.orders.deadline_seconds

    async def _run(
        self, call: Call, source: Source, gate: WriteGate, extras: dict[str, Any]
    ) -> dict[str, Any]:
        """Run a mutating cell through its gate; return the order's document as it is proven then."""
        cell = self._context.cell(call.operation_id, source.connection.broker)
        view = self._context.view(source, gate)
        try:
            fresh: dict[str, Any] = await cell(view, {**call.parameters, **extras})
        except ConfirmationRequired:
            return gate.row.document
        except OutcomeUnknown as error:
            error.extra["location"] = location(gate.row.account_id, gate.order_id)
            raise
        except Rejected as error:
            if gate.attempted:
                raise
            raise not_looked_up(error) from error
        except Exception as error:
            if gate.accepted is None:
                raise
            # The order is out and known by its id; only its description could not be read.
            log.error("mapping_failed", order_id=gate.order_id, exc_info=error)
            fresh = {}
        if fresh and is_older(gate.row.document, fresh):
            fresh = {}  # a list that came in between has proven more
        gate.row.document |= fresh | {"order_id": gate.row.order_id, "updated_at": now_text()}
        await self._context.journal.save_order(gate.row)
        return gate.row.document

    async def _orders_of(self, _call: Call, source: Source) -> Parted[Row]:
        return await self.book.all(source)

    async def _source(self, call: Call, priority: int | None = None) -> Source:
        """Return the account of the path; what is read for a write waits no longer than the write itself."""
        account_id, deadline = call.parameters["account_id"], self._context.deadline()
        return await self._context.source(call.principal, account_id, deadline, priority)

    async def _known(self, call: Call) -> Write | None:
        """Return the settled write of this Idempotency-Key, or None when it is new (or was not sent)."""
        account_id = call.parameters["account_id"]
        may_reach(call.principal, account_id)
        key = call.parameters["Idempotency-Key"]
        journal = self._context.journal
        known = await journal.find_write(account_id, IDEMPOTENCY_KEY, key)
        if known is None:
            return None
        row = await journal.find_order(account_id, known.order_id)
        is_over = row is not None and not row.is_open
        return known if await settled(known, _digest(call), self._patience, is_over) else None

    def _keyed(self, call: Call, row: OrderRow) -> Write:
        key = call.parameters["Idempotency-Key"]
        return self._write(call, IDEMPOTENCY_KEY, key, _digest(call), row.order_id)

    def _write(self, call: Call, namespace: str, key: str, digest: str, order_id: str) -> Write:
        identity = (call.parameters["account_id"], namespace, key)
        return write_of(call, identity, digest, order_id)

    async def _follow(self, write: Write, digest: str) -> Reply:
        """Answer a request whose id another one took at the same moment: as that one ends."""
        if await settled(write, digest, self._patience):
            return await self._replay(write)
        raise NotSent(
            "upstream_unavailable",
            f"The same write was not sent a moment ago ({write.detail}); send it again.",
        )

    async def _replay(self, write: Write) -> Reply:
        """Answer a repeated write from the journal: the order as it is known now."""
        row = await self._context.journal.find_order(write.account_id, write.order_id)
        if row is None:
            raise NotSent(
                "unknown_order", "The order of this write is not in the journal any more."
            )
        if write.namespace == CLIENT_ORDER_ID and self._context.journal.is_past(row):
            detail = (
                f"{write.key} was used for {row.order_id}, which ended long ago; draw a new id."
            )
            raise NotSent("client_order_id_expired", detail, order_id=row.order_id)
        if write.state == REJECTED and write.operation_id != "place_order":
            raise Rejected("The broker refused this change.", broker_message=write.detail or None)
        if row.document["status"] == "UNKNOWN":
            raise still_unknown(write)
        return Reply(200, row.document, REPLAYED)


def _digest(call: Call) -> str:
    return fingerprint(call.operation_id, call.parameters, call.body)
