"""A chain in a database in memory, and what an intruder with the database would do to it."""

from itertools import count

import pytest
import sqlalchemy as sa

from omnibroker.audit.chain import Chain
from omnibroker.audit.keys import AuditKey, Keyring
from omnibroker.audit.verify import verify
from omnibroker.storage.store import Store
from omnibroker.storage.tables import audit

SECRETS = {name: name * 40 for name in "abc"}


def keyring(current="a", *earlier):
    """A ring of keys named by one letter."""
    return Keyring(AuditKey(SECRETS[current]), [AuditKey(SECRETS[name]) for name in earlier])


class Books:
    """A store, the chain in it, and the clock of its records."""

    def __init__(self, store, keys):
        self.store = store
        self.keys = keys
        seconds = count()
        self.clock = lambda: f"2026-03-02T14:00:{next(seconds) % 60:02d}.000Z"
        self.chain = Chain(keys, self.clock)

    async def append(self, number=1, **entry):
        """Append so many records, each in a transaction of its own."""
        for _ in range(number):
            whole = {"kind": "INTENT", "operation": "place_order", **entry}
            await self.store.run(lambda c, whole=whole: self.chain.append(c, whole))

    async def rows(self):
        """Every row as it stands."""
        return await self.store.run(
            lambda c: c.execute(audit.select().order_by(audit.c.number)).all()
        )

    async def execute(self, statement):
        """Do what somebody with the database can do."""
        await self.store.run(lambda c: c.execute(statement))

    async def edit(self, place, /, **values):
        """Change columns of one row."""
        await self.execute(sa.update(audit).where(audit.c.number == place).values(**values))

    async def delete(self, *numbers):
        """Delete rows."""
        await self.execute(sa.delete(audit).where(audit.c.number.in_(numbers)))

    async def rotate(self, keys):
        """Go on with other keys, as a restart does."""
        self.keys, self.chain = keys, Chain(keys, self.clock)
        await self.store.run(self.chain.take_over)

    async def verify(self, path=None):
        """The verdict on it."""
        return await verify(self.store, self.keys, path)


@pytest.fixture
def ring():
    """Build a ring of keys: `ring("b", "a")` seals with b and knows a."""
    return keyring


@pytest.fixture
async def books():
    """An empty chain in memory."""
    store = Store.open(None)
    yield Books(store, keyring())
    await store.close()


@pytest.fixture
def make_books():
    """Build a chain over a store: `make_books(store, keys)`."""
    return Books
