"""The gateway's order book: journal rows joined with what the broker says now."""

import asyncio
from dataclasses import replace
from decimal import Decimal
from typing import Any

from omnibroker.clock import now_text
from omnibroker.dispatch.context import Context, Source
from omnibroker.dispatch.idempotency import CLIENT_ORDER_ID
from omnibroker.journal import ACCEPTED, QUESTION, UNKNOWN, OpenChange, OrderRow
from omnibroker.kit.errors import GatewayError, NotSent
from omnibroker.kit.identity import is_tag
from omnibroker.kit.orders import ENDED
from omnibroker.kit.upstream import Parted, parted


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
        if row.question is not None or row.document["status"] in ENDED:
            return row, row.document
        if row.broker_order_id is None:
            return await self._search(source, row)
        return row, await self._refresh(source, row, row.broker_order_id)

    async def to_cancel(self, source: Source, reference: str) -> tuple[OrderRow, dict[str, Any]]:
        """Return an order as `current` does; a broker that cannot be read may still take a cancel."""
        seconds = asyncio.get_running_loop().time() + _LOOK_SECONDS
        look = replace(source, deadline=min(source.deadline, seconds))
        try:
            return await self.current(look, reference)
        except GatewayError as error:
            row = await self._context.journal.find_order(source.account.account_id, reference)
            is_open = row is not None and row.document["status"] not in ENDED
            if error.code not in _UNREADABLE or row is None or not is_open:
                raise
            if row.broker_order_id is None:
                raise
            return row, row.document

    async def all(self, source: Source) -> Parted[dict[str, Any]]:
        """Return every order of an account, the newest first, strangers last, and what could not be listed."""
        listed = await self._listed(source)
        await asyncio.gather(*(self._take(source, fresh) for fresh in listed.rows))
        # Only now: what was placed while the broker answered belongs to the answer too.
        rows = {
            row.order_id: row
            for row in await self._context.journal.orders(source.account.account_id)
        }
        known = [rows[order_id].document for order_id in sorted(rows, reverse=True)]
        return replace(listed, rows=known)

    async def filled(self, source: Source) -> set[tuple[str, str]]:
        """Return the orders that the account's fills name: our id, and the broker's. The list may have forgotten them."""
        cell = self._context.cells.find("list_executions", source.connection.broker)
        if cell is None:
            return set()
        fills = parted(await cell(self._context.view(source), {})).rows
        named = [fill for fill in fills if {"order_id", "broker_order_id"} <= fill.keys()]
        return {(fill["order_id"], fill["broker_order_id"]) for fill in named}

    async def identify(self, source: Source, row: OrderRow, native_id: str) -> None:
        """Take over what the broker says of an order without proof, under an id that it may have there."""
        await self._join(row, await self._ask(source, native_id))

    async def _take(self, source: Source, fresh: dict[str, Any]) -> None:
        """Join a listed order with our row of it; a stranger gets a row: it was placed elsewhere."""
        row = await self._row_of(source, fresh)
        if row is not None:
            await self._join(row, fresh)
        elif "broker_order_id" in fresh:
            await self._adopt(source, fresh)

    async def _listed(self, source: Source) -> Parted[dict[str, Any]]:
        cell = self._context.cell("list_orders", source.connection.broker)
        return parted(await cell(self._context.view(source), {}))

    async def _row_of(self, source: Source, fresh: dict[str, Any]) -> OrderRow | None:
        """Find our row of a broker's order: by our tag, else by the broker's id.

        Brokers pass an order's tag on to its stop loss and the like: those become strangers, or they would
        take our order's place.
        """
        journal, account_id = self._context.journal, source.account.account_id
        found = await journal.find_order(account_id, fresh["order_id"])
        if found is not None and not _is_of(found, fresh):
            fresh["order_id"] = f"broker:{fresh['broker_order_id']}"
            found = None
        if found is None and "broker_order_id" in fresh:
            found = await journal.find_order(account_id, f"broker:{fresh['broker_order_id']}")
        return found if found is None or _is_of(found, fresh) else None

    async def _stranger(self, source: Source, reference: str) -> tuple[OrderRow, dict[str, Any]]:
        """Return an order that this journal does not have: by the broker's id, or by our tag at the broker."""
        kind, _, native_id = reference.partition(":")
        if kind == "broker":
            fresh = await self._ask(source, native_id)
        else:
            fresh = await self._listed_as(source, "order_id", reference)
        row = await self._row_of(source, fresh)
        if row is not None:
            return row, await self._join(row, fresh)
        row = await self._adopt(source, fresh)
        return row, row.document

    async def _adopt(self, source: Source, fresh: dict[str, Any]) -> OrderRow:
        """Return the one row of an order that was placed elsewhere; many may see it at one moment."""
        account_id, native_id = source.account.account_id, fresh["broker_order_id"]
        journal = self._context.journal
        tagged = journal.known_order(account_id, fresh["order_id"])
        if tagged is not None and not _is_of(tagged, fresh):
            fresh["order_id"], tagged = f"broker:{native_id}", None
        row = tagged or journal.known_order(account_id, f"broker:{native_id}")
        if row is not None:
            await self._join(row, fresh)
            return row
        row = OrderRow(fresh["order_id"], account_id, "", fresh, native_id)
        await journal.save_order(row)
        return row

    async def _search(self, source: Source, row: OrderRow) -> tuple[OrderRow, dict[str, Any]]:
        """Look for an order without proof among the broker's orders, by our tag; silence is not "no"."""
        for fresh in (await self._listed(source)).rows:
            if fresh["order_id"] == row.order_id and _is_of(row, fresh):
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
        cell = self._context.cells.find("get_order", source.connection.broker)
        if cell is not None:
            fresh: dict[str, Any] = await cell(
                self._context.view(source), {"broker_order_id": native_id}
            )
            return fresh
        return await self._listed_as(source, "broker_order_id", native_id)

    async def _listed_as(self, source: Source, member: str, value: str) -> dict[str, Any]:
        """Return the listed order of which a member has this value; raises `unknown_order`."""
        listed = await self._listed(source)
        for fresh in listed.rows:
            if fresh.get(member) == value:
                return fresh
        # It may stand where the broker could not be read: that is no proof of absence.
        listed.raise_first()
        raise NotSent(
            "unknown_order",
            f"{source.account.account_id} has no order {value}; GET /v1/orders lists them.",
        )

    async def _join(self, row: OrderRow, fresh: dict[str, Any]) -> dict[str, Any]:
        """Take over what the broker says; what only we know (ticket, ids, when it was asked for) stays."""
        if row.question is not None or not _is_of(row, fresh) or is_older(row.document, fresh):
            return row.document
        document = row.document
        kept = {name: document[name] for name in _OURS if name in document}
        if fresh.get("broker_instrument_id") == document.get("broker_instrument_id", ""):
            # The key that the order was placed with is better than what a row of the broker tells.
            kept["instrument"] = document["instrument"]
        document |= fresh | kept | {"order_id": row.order_id, "updated_at": now_text()}
        if row.cancel_requested and document.get("end_reason") == "UNKNOWN":
            document["end_reason"] = "USER"
        row.broker_order_id = fresh.get("broker_order_id", row.broker_order_id)
        await self._settle(row)
        await self._context.journal.save_order(row)
        return document

    async def _settle(self, row: OrderRow) -> None:
        """Settle writes of which nothing was proven: the broker has just shown the order."""
        journal = self._context.journal
        if row.client_order_id and row.broker_order_id is not None:
            write = await journal.find_write(row.account_id, CLIENT_ORDER_ID, row.client_order_id)
            if write is not None and write.state in {UNKNOWN, QUESTION}:
                await journal.settle(write, ACCEPTED, "shown by the broker")
        change = row.open_change
        if change is None:
            return
        is_done = _is_done(row.document, change)
        if is_done or row.document["status"] in ENDED:
            row.open_change = None
            row.document.pop("pending_action", None)
            proven = (ACCEPTED, "shown by the broker") if is_done else (UNKNOWN, _ENDED_WITHOUT)
            await journal.settle(change.write, *proven, row)


# What the broker's row never replaces.
_OURS = ("client_order_id", "submitted_at")
# How long a cancel waits to see its order first, and which failures of that do not stop it.
_LOOK_SECONDS = 2.0
_UNREADABLE = frozenset(
    {"upstream_timeout", "upstream_unavailable", "upstream_malformed", "rate_limited"}
)
_ENDED_WITHOUT = "the order has ended, and does not show it"
_NUMBERS = frozenset({"quantity", "limit_price", "stop_price"})


def _is_of(row: OrderRow, fresh: dict[str, Any]) -> bool:
    """Say whether a broker's order can be our order itself: its tag, its id and its side speak for it.

    A stranger that was first read without its tag goes by the broker's id alone.
    """
    tag, native_id = fresh["order_id"], fresh.get("broker_order_id")
    if is_tag(tag) and is_tag(row.order_id) and tag != row.order_id:
        return False
    return row.broker_order_id in {None, native_id} and fresh["side"] == row.document["side"]


def is_older(document: dict[str, Any], fresh: dict[str, Any]) -> bool:
    """Say whether an answer is from before what is known: reads may overtake each other."""
    if document["status"] in ENDED and fresh["status"] not in ENDED:
        return True
    return Decimal(fresh["filled_quantity"]) < Decimal(document["filled_quantity"])


def _is_done(document: dict[str, Any], change: OpenChange) -> bool:
    """Say whether an order shows what a write of which nothing was proven asked for."""
    if change.write.operation_id == "cancel_order":
        return document["status"] in {"PENDING_CANCEL", "CANCELLED"}
    return all(_shows(document, name, value) for name, value in change.patch.items())


def _shows(document: dict[str, Any], name: str, value: Any) -> bool:
    """Say whether an order has a field as it was asked for: 99.50 is shown as 99.5."""
    shown = document.get(name)
    if name in _NUMBERS and shown is not None:
        return Decimal(shown) == Decimal(value)
    return bool(shown == value)
