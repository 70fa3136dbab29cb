"""Settles what is not proven: from the broker's orders and fills, at each new session and as long as any is open.

Nothing is concluded from an absence: brokers forget, hide and fail. What they do not show stays as it is proven.
"""

import asyncio
from collections.abc import Awaitable

from omnibroker.clock import now_text
from omnibroker.dispatch.book import Book
from omnibroker.dispatch.confirmations import Confirmations
from omnibroker.dispatch.context import Context, Source
from omnibroker.journal import OrderRow, is_unproven
from omnibroker.kit.errors import GatewayError
from omnibroker.observe import log
from omnibroker.upstream.connection import Connection

_LOOK_SECONDS = 1.0
# How long after a look the next one comes: soon where an outcome is unknown, then later and later.
_UNPROVEN_SECONDS = 2.0
_OPEN_SECONDS = 30.0
_QUIET_SECONDS = 300.0
_TIDY_SECONDS = 3600.0


class Reconciler:
    """One watch for each connection, which asks within the broker's limits like everybody else."""

    def __init__(self, context: Context, book: Book, confirmations: Confirmations) -> None:
        self._context = context
        self._book = book
        self._confirmations = confirmations
        self._tasks: list[asyncio.Task[None]] = []
        # How far the last look at each account came: the broker's limits may have ended it.
        self._reached: dict[str, str] = {}

    def start(self) -> None:
        """Begin to watch every connection, in the running loop."""
        watches = [self._watch(each) for each in self._context.connections.values()]
        self._tasks = [asyncio.create_task(watch) for watch in (*watches, self._tidy())]

    async def stop(self) -> None:
        """Stop watching."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def settle(self, connection: Connection) -> None:
        """Look once at every account of a connection; an account that cannot be read is left as it is."""
        for native_id in connection.accounts():
            account, deadline = connection.account(native_id), self._context.deadline()
            try:
                await self._settle(Source(connection, account, deadline))
            except GatewayError as error:
                log.warning("reconcile_failed", connection=connection.name, code=error.code)

    async def _watch(self, connection: Connection) -> None:
        state, looked_in, looked_at, looks = connection.state, -1, 0.0, 0
        while True:
            await asyncio.sleep(_LOOK_SECONDS)
            is_due = _now() >= looked_at + self._pause(connection, looks)
            if not state.ready or (state.epoch == looked_in and not is_due):
                continue
            looked_in = state.epoch
            try:
                await self.settle(connection)
            except Exception as error:  # noqa: BLE001 - the watch must outlive whatever a broker sends
                log.error("reconcile_broke", connection=connection.name, exc_info=error)
            looked_at, looks = _now(), looks + 1 if self._unproven(connection) else 0

    def _pause(self, connection: Connection, looks: int) -> float:
        """Return how long after a look the next one comes; `looks` have not proven what is unknown."""
        if self._unproven(connection):
            return min(_UNPROVEN_SECONDS * 2.0 ** min(looks, 10), _OPEN_SECONDS)
        return _OPEN_SECONDS if self._open(connection) else _QUIET_SECONDS

    def _open(self, connection: Connection) -> list[OrderRow]:
        mine = f"{connection.name}:"
        rows = self._context.journal.unsettled()
        return [row for row in rows if row.account_id.startswith(mine)]

    def _unproven(self, connection: Connection) -> list[OrderRow]:
        return [row for row in self._open(connection) if is_unproven(row.document)]

    async def _settle(self, source: Source) -> None:
        began = now_text()
        await self._book.all(source)
        rows = await self._context.journal.orders(source.account.account_id)
        for row in rows:
            if row.question is not None:
                self._confirmations.resume(source, row)
        rows = [row for row in rows if row.question is None and row.is_open]
        await self._look_among_fills(source, [row for row in rows if row.broker_order_id is None])
        named = [row for row in rows if row.broker_order_id is not None]
        await self._look_each(source, [row for row in named if not _is_heard_of(row, began)])

    async def _look_among_fills(self, source: Source, rows: list[OrderRow]) -> None:
        """Look for orders that the list did not show: they may have been done and forgotten."""
        if not rows:
            return
        try:
            filled = await self._book.filled(source)
        except GatewayError as error:
            log.info("fills_not_read", account_id=source.account.account_id, code=error.code)
            return
        for row in rows:
            for order_id, native_id in filled:
                if order_id == row.order_id:
                    await self._is_read(row, self._book.identify(source, row, native_id))

    async def _look_each(self, source: Source, rows: list[OrderRow]) -> None:
        """Ask for each order: first what is unproven, then those that the last looks did not come to."""
        account_id = source.account.account_id
        reached = self._reached.get(account_id, "")

        def place(row: OrderRow) -> tuple[bool, bool, str]:
            return not is_unproven(row.document), row.order_id <= reached, row.order_id

        for row in sorted(rows, key=place):
            if await self._is_read(row, self._book.current(source, row.order_id)):
                self._reached[account_id] = row.order_id

    async def _is_read(self, row: OrderRow, reading: Awaitable[object]) -> bool:
        """Say whether an order was read; an answer about one says nothing of others."""
        try:
            await reading
        except GatewayError as error:
            log.info("order_not_read", order_id=row.order_id, code=error.code)
            return False
        return True

    async def _tidy(self) -> None:
        while True:
            await asyncio.sleep(_TIDY_SECONDS)
            self._context.journal.tidy()


def _is_heard_of(row: OrderRow, since: str) -> bool:
    """Say whether the broker has told of an order since an instant, and all of it is proven."""
    return not is_unproven(row.document) and row.document["received_at"] >= since


def _now() -> float:
    return asyncio.get_running_loop().time()
