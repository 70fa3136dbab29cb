"""What the database still owes: written after the wire, when nothing may be refused any more."""

import asyncio
from collections import deque
from contextlib import suppress

from omnibroker.journal.works import Work
from omnibroker.kit.errors import NotSent
from omnibroker.observe import log
from omnibroker.storage.store import Store

_RETRY_SECONDS = 1.0


class Owed:
    """Work that must be done: at once, or as soon as the database takes it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: deque[Work] = deque()
        self._payer: asyncio.Task[None] | None = None

    async def do(self, work: Work) -> None:
        """Do work; where the database is not there, go on without having waited for it."""
        self._waiting.append(work)
        if self._is_behind:
            return
        await self._pay()
        # Another may have failed at the same moment: one payer pays for all.
        if self._waiting and not self._is_behind:
            log.error("journal_behind", owed=len(self._waiting))
            self._payer = asyncio.create_task(self._pay_later())

    def refuse_more(self) -> None:
        """Raise NotSent `journal_unavailable` while the database is behind what was sent."""
        if self._is_behind:
            detail = "The journal is behind what was sent: nothing new is until it is written."
            raise NotSent("journal_unavailable", detail)

    @property
    def _is_behind(self) -> bool:
        return self._payer is not None and not self._payer.done()

    async def close(self) -> None:
        """Try a last time; what is lost then is logged."""
        if self._payer is not None:
            self._payer.cancel()
            with suppress(asyncio.CancelledError):
                await self._payer
        await self._pay()
        if self._waiting:
            log.error("journal_incomplete", lost=len(self._waiting))

    async def _pay(self) -> None:
        works, self._waiting = self._waiting, deque()
        done = await asyncio.gather(*(self._is_done(work) for work in works))
        left = [work for work, is_done in zip(works, done, strict=True) if not is_done]
        self._waiting.extendleft(reversed(left))

    async def _is_done(self, work: Work) -> bool:
        try:
            await self._store.run(work)
        except NotSent:
            return False
        except Exception as error:  # noqa: BLE001 - it would fail again: it must not hold up what comes after it
            log.error("journal_refused", exc_info=error)
        return True

    async def _pay_later(self) -> None:
        while self._waiting:
            await asyncio.sleep(_RETRY_SECONDS)
            await self._pay()
        log.info("journal_caught_up")
