"""Makes checkpoints while the gateway runs: beside the event loop, after so many records or so long."""

import asyncio
from contextlib import suppress
from pathlib import Path

from omnibroker.audit.chain import Head, read_head
from omnibroker.audit.checkpoints import EVENT, Checkpoint, append_line
from omnibroker.audit.keys import Keyring
from omnibroker.clock import now_text
from omnibroker.config import Audit
from omnibroker.kit.errors import GatewayError
from omnibroker.observe import log
from omnibroker.storage.store import Store


class Anchoring:
    """Writes the chain's committed head outside the database, again and again."""

    def __init__(self, store: Store, keys: Keyring, settings: Audit) -> None:
        self._store = store
        self._keys = keys
        self._settings = settings
        self._path = (
            Path(settings.checkpoint_file).expanduser() if settings.checkpoint_file else None
        )
        self._since = 0
        self._enough = asyncio.Event()
        self._stopping = False
        self._writing = asyncio.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None
        self.last: Checkpoint | None = None

    @property
    def path(self) -> Path | None:
        """The checkpoint file; None where checkpoints go to the log."""
        return self._path

    def start(self) -> None:
        """Begin, in the running loop, with a checkpoint of what is there."""
        self._loop = asyncio.get_running_loop()
        self._enough.set()
        self._task = asyncio.create_task(self._run(), name="audit-checkpoints")

    async def stop(self) -> None:
        """Make a last checkpoint and end; before the store is closed."""
        if self._task is None:
            return
        # Not cancelled: a line that is being written must not come after the last one.
        self._stopping = True
        self._enough.set()
        await self._task
        self._loop = self._task = None
        await self.write()

    def noticed(self, _number: int) -> None:
        """Count a record; called in the thread that writes it."""
        self._since += 1
        if self._since >= self._settings.checkpoint_records and self._loop is not None:
            self._since = 0
            # A loop that is gone waits for nothing.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._enough.set)

    async def write(self) -> None:
        """Make a checkpoint where anything is new since the last one, and in a file that is not there; never raises.

        Orders do not wait for it: where it cannot be written, more records stay unanchored.
        """
        async with self._writing:
            try:
                head = await self._store.run(read_head)
                if self._is_news(head):
                    await self._keep(Checkpoint.of(head, now_text(), self._keys.current))
            except (GatewayError, OSError) as error:
                log.error("audit_checkpoint_failed", error=str(error))

    def _is_news(self, head: Head) -> bool:
        if self.last is not None:
            return self.last.number < head.number
        # Before the first record too: a file that is missing later has been taken away.
        return head.number > 0 or (self._path is not None and not self._path.exists())

    async def _keep(self, checkpoint: Checkpoint) -> None:
        if self._path is not None:
            await asyncio.to_thread(append_line, self._path, checkpoint)
        else:
            log.info(EVENT, **checkpoint.members())
        self.last = checkpoint

    async def _run(self) -> None:
        while not self._stopping:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._settings.checkpoint_seconds):
                    await self._enough.wait()
            self._enough.clear()
            await self.write()
