"""The audit of one gateway: its keys, its chain, its checkpoints, and what is asked of them."""

from omnibroker.audit.anchoring import Anchoring
from omnibroker.audit.chain import Chain, read_head
from omnibroker.audit.checkpoints import Checkpoint
from omnibroker.audit.keys import Keyring
from omnibroker.audit.reading import Filters, Record, read_records
from omnibroker.audit.verify import Verdict, verify
from omnibroker.config import Audit, ConfigError
from omnibroker.kit.errors import NotSent
from omnibroker.storage.store import Store


class Trail:
    """The audit chain of one store; that of a store in memory ends with the process, key and all.

    Raises ConfigError where a key, or what the store has of the chain, cannot be read.
    """

    def __init__(self, store: Store, settings: Audit) -> None:
        self._store = store
        keys = _opened(store, settings) if store.durable else Keyring.passing()
        self._keys = keys
        self.chain = Chain(keys)
        self._anchoring = Anchoring(store, keys, settings)

    async def open(self) -> None:
        """Go on with the chain, before anything is written to the journal; begin to make checkpoints.

        Raises ConfigError where the key of its last record is not known.
        """
        await self._store.run(self.chain.take_over)
        if self._store.durable:
            self.chain.noticed = self._anchoring.noticed
            self._anchoring.start()

    async def close(self) -> None:
        """Make the last checkpoint; before the store is closed."""
        await self._anchoring.stop()

    @property
    def last_checkpoint(self) -> Checkpoint | None:
        """The last checkpoint that this process made."""
        return self._anchoring.last

    async def length(self) -> int:
        """Return how many records there are; raises NotSent `journal_unavailable`."""
        return (await self._store.run(read_head)).number

    async def records(
        self, filters: Filters, below: int | None, most: int
    ) -> tuple[list[Record], int | None]:
        """Return a page of records, the newest first, and where the next one begins; see `read_records`."""
        return await read_records(self._store, filters, below, most)

    async def verify(self) -> Verdict:
        """Verify the whole chain; raises NotSent `journal_unavailable`, or OSError."""
        path = self._anchoring.path if self._store.durable else None
        return await verify(self._store, self._keys, path)


def _opened(store: Store, settings: Audit) -> Keyring:
    """Return the keys; a key is drawn for a chain that begins, never for one that another key has sealed."""
    try:
        records = store.now(read_head).number
    except NotSent as error:
        raise ConfigError(f"[journal] {error.detail}") from None
    return Keyring.open(settings, records=records)
