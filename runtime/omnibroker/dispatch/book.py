"""The gateway's order book: journal rows joined with what the broker says now."""

from typing import Any

from omnibroker.dispatch.context import Context, Source
from omnibroker.dispatch.gates import TERMINAL
from omnibroker.dispatch.idempotency import CLIENT_ORDER_ID
from omnibroker.journal import ACCEPTED, UNKNOWN, OrderRow
from omnibroker.kit.errors import NotSent
from omnibroker.upstream.state import now_text


class Book:
    """Orders of one gateway, by account."""

    def __init__(self, context: Context) -> None:
        self._context = context

    async def current(self, source: Source, reference: str) -> tuple[OrderRow, dict[str, Any]]:
        """Return an order's row and its document as proven now; raises `unknown_order`."""
        account_id = source.account.account_id
        row = await self._context.journal.find_order(account_id, reference)
        if row is None:
            return await self._stranger(source, reference)
        if row.question is not None or row.document["status"] in TERMINAL:
            return row, row.document
        if row.broker_order_id is None:
            return await self._search(source, row)
        return row, await self._refresh(source, row, row.broker_order_id)

    async def all(self, source: Source) -> list[dict[str, Any]]:
        """Return every order of an account, the newest first; strangers last."""
        rows = {
            row.order_id: row
            for row in await self._context.journal.orders(source.account.account_id)
        }
        strangers = []
        for fresh in await self._listed(source):
            row = await self._row_of(source, fresh)
            if row is None:
                strangers.append(fresh)
            else:
                await self._join(row, fresh)
        return [rows[order_id].document for order_id in sorted(rows, reverse=True)] + strangers

    async def _listed(self, source: Source) -> list[dict[str, Any]]:
        cell = self._context.cell("list_orders", source.connection.broker)
        view = self._context.view(source.connection, source.account, self._context.deadline())
        orders: list[dict[str, Any]] = await cell(view, {})
        return orders

    async def _row_of(self, source: Source, fresh: dict[str, Any]) -> OrderRow | None:
        """Find our row of a broker's order: by our tag, else by the broker's id."""
        journal, account_id = self._context.journal, source.account.account_id
        found = await journal.find_order(account_id, fresh["order_id"])
        if found is None and "broker_order_id" in fresh:
            found = await journal.find_order(account_id, f"broker:{fresh['broker_order_id']}")
        return found

    async def _stranger(self, source: Source, reference: str) -> tuple[OrderRow, dict[str, Any]]:
        """Return an order that was placed elsewhere, by the broker's id."""
        kind, _, native_id = reference.partition(":")
        if kind != "broker":
            raise NotSent(
                "unknown_order",
                f"{source.account.account_id} has no order {reference}; GET /v1/orders lists them.",
            )
        fresh = await self._ask(source, native_id)
        row = await self._row_of(source, fresh)
        if row is not None:
            return row, await self._join(row, fresh)
        document = {**fresh, "order_id": reference}
        return OrderRow(reference, source.account.account_id, "", document, native_id), document

    async def _search(self, source: Source, row: OrderRow) -> tuple[OrderRow, dict[str, Any]]:
        """Look for an order without proof among the broker's orders, by our tag; silence is not "no"."""
        for fresh in await self._listed(source):
            if fresh["order_id"] == row.order_id:
                return row, await self._join(row, fresh)
        return row, row.document

    async def _refresh(self, source: Source, row: OrderRow, native_id: str) -> dict[str, Any]:
        try:
            return await self._join(row, await self._ask(source, native_id))
        except NotSent as error:
            # The broker forgets orders of earlier sessions: the last proven state stands.
            if error.code != "unknown_order":
                raise
            return row.document

    async def _ask(self, source: Source, native_id: str) -> dict[str, Any]:
        cell = self._context.cell("get_order", source.connection.broker)
        view = self._context.view(source.connection, source.account, self._context.deadline())
        fresh: dict[str, Any] = await cell(view, {"broker_order_id": native_id})
        return fresh

    async def _join(self, row: OrderRow, fresh: dict[str, Any]) -> dict[str, Any]:
        """Take over what the broker says; what only we know (the ticket, the ids) stays."""
        pending = row.document.pop("pending_action", None)
        if fresh.get("broker_instrument_id") == row.document.get("broker_instrument_id", ""):
            # The key that the order was placed with is better than what a row of the broker tells.
            fresh = {**fresh, "instrument": row.document["instrument"]}
        row.document |= fresh
        row.document |= {"order_id": row.order_id, "updated_at": now_text()}
        if row.client_order_id:
            row.document["client_order_id"] = row.client_order_id
        if pending is not None and not _proves(row.document, pending):
            row.document["pending_action"] = pending
        if row.cancel_requested and row.document.get("end_reason") == "UNKNOWN":
            row.document["end_reason"] = "USER"
        row.broker_order_id = fresh.get("broker_order_id", row.broker_order_id)
        await self._context.journal.save_order(row)
        await self._settle(row)
        return row.document

    async def _settle(self, row: OrderRow) -> None:
        """Settle a placement of which nothing was proven: the broker has just shown the order."""
        journal = self._context.journal
        if not row.client_order_id or row.broker_order_id is None:
            return
        write = await journal.find_write(row.account_id, CLIENT_ORDER_ID, row.client_order_id)
        if write is not None and write.state == UNKNOWN:
            await journal.settle(write, ACCEPTED, "shown by the broker")


def _proves(document: dict[str, Any], pending: dict[str, Any]) -> bool:
    """Say whether an order's state settles an open change."""
    status = document["status"]
    return status in TERMINAL or (pending["kind"] == "CANCEL" and status == "PENDING_CANCEL")
