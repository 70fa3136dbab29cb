"""Writes and orders as the order desk makes them, and journals that one process after another opens."""

from contextlib import asynccontextmanager

import pytest

from omnibroker.journal import Journal, OrderRow, Write
from omnibroker.storage.store import Store


@pytest.fixture(scope="session")
def write():
    """Make the write of an order; members by name."""

    def make(key="k", **members):
        return Write(**{
            "account_id": "ibkr:1", "namespace": "client_order_id", "key": key,
            "operation_id": "place_order", "fingerprint": "f", "order_id": f"ob-{key}",
            "created_at": "2027-01-01T00:00:00.000Z", **members,
        })  # fmt: skip

    return make


@pytest.fixture(scope="session")
def order():
    """Make an order's row; members of its document by name."""

    def make(key="k", native_id=None, **members):
        document = {
            "order_id": f"ob-{key}", "status": "PENDING_SUBMIT", "filled_quantity": "0",
            "side": "BUY", "received_at": "2027-01-01T00:00:00.000Z", **members,
        }  # fmt: skip
        return OrderRow(f"ob-{key}", "ibkr:1", key, document, native_id)

    return make


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
async def journal(request, tmp_path):
    """An open journal on each kind of database."""
    url = None
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/journal.sqlite3"
    elif request.param == "postgresql":
        url = request.getfixturevalue("new_postgresql")
    made = Journal(Store.open(url))
    await made.open()
    yield made
    await made.close()


@pytest.fixture
def process(database):
    """Open the journal of one database, for a while, as a new process does."""

    @asynccontextmanager
    async def run():
        made = Journal(Store.open(database))
        await made.open()
        try:
            yield made
        finally:
            await made.close()

    return run
