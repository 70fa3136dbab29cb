"""A long chain in a file: 20,000 records, or as many as AUDIT_RECORDS says, such as 1000000.

`AUDIT_RECORDS=1000000 python -m pytest -s tests/runtime/audit/test_long_chain.py` prints how long a
verification takes, as a ratio to reading the same rows and nothing else.
"""

import os
import time
import tracemalloc

import pytest

from omnibroker.audit import verify as verifying
from omnibroker.audit.chain import NOTHING, Head, canonical
from omnibroker.audit.checkpoints import Checkpoint, append_line
from omnibroker.audit.keys import RECORD, AuditKey, Keyring
from omnibroker.audit.verify import verify
from omnibroker.storage.store import Store
from omnibroker.storage.tables import audit

RECORDS = int(os.environ.get("AUDIT_RECORDS", "20000"))
TIME = "2026-03-02T14:00:00.000Z"
ORDER = {
    "kind": "INTENT",
    "operation": "place_order",
    "account_id": "ibkr:DU1234567",
    "order_id": "ob01K9V6T3ZQ8M4N7XW2RCH5JDGB",
    "payload": {"instrument": "AAPL.US", "side": "BUY", "quantity": "10", "limit_price": "185.5"},
}


def batches(key, number, size=10_000):
    """So many sealed rows in lists that fit into memory."""
    seal, made = NOTHING.seal, []
    for n in range(1, number + 1):
        said = {"number": n, "recorded_at": TIME, "key_name": key.name}
        record = canonical({**ORDER, **said, "client_order_id": f"c-{n}"}).decode()
        seal = key.seal(RECORD, seal + record)
        made.append({**said, "record": record, "seal": seal})
        if len(made) == size or n == number:
            yield made
            made = []


@pytest.fixture
async def long(tmp_path):
    """A store with the chain, its keys, and a file with a checkpoint of every batch."""
    store, keys = Store.open(f"sqlite:///{tmp_path}/journal"), Keyring(AuditKey("a" * 40))
    path = tmp_path / "checkpoints"
    for rows in batches(keys.current, RECORDS):
        await store.run(lambda c, rows=rows: c.execute(audit.insert(), rows) and None)
        head = Head(*(rows[-1][name] for name in ("number", "recorded_at", "key_name", "seal")))
        append_line(path, Checkpoint.of(head, TIME, keys.current))
    yield store, keys, path
    await store.close()


async def read_all(store):
    """Read every row and do nothing with it; return how many there are."""
    after = number = 0
    while rows := await store.run(lambda c, after=after: verifying._page(c, after, RECORDS)):
        after, number = rows[-1].number, number + len(rows)
    return number


@pytest.mark.slow
async def test_a_long_chain_is_verified_in_little_memory_and_its_first_bad_record_is_named(long):
    """Every record is read, at no moment many of them; one changed near the end is found."""
    store, keys, path = long
    begun = time.perf_counter()
    assert await read_all(store) == RECORDS
    read = time.perf_counter()
    verdict = await verify(store, keys, path)
    verified = time.perf_counter()
    assert (verdict.intact, verdict.records, verdict.unanchored) == (True, RECORDS, 0)
    ratio = (verified - read) / (read - begun)
    print(f"\n{RECORDS:,} records: {ratio:.1f} × plain reading")  # noqa: T201 - asked for with -s
    await spoil(store, RECORDS - 3)
    found = await verify(store, keys, path)
    assert (found.first_bad, found.records) == (RECORDS - 3, RECORDS - 4)
    await spoil(store, 10_000)
    found, peak = await traced(store, keys, path)
    assert found.first_bad == 10_000
    # Ten thousand rows at once are three times that.
    assert peak < 3 * 2**20


async def spoil(store, number):
    """Change one record."""
    changed = audit.update().where(audit.c.number == number).values(record="{}")
    await store.run(lambda c: c.execute(changed) and None)


async def traced(store, keys, path):
    """Verify; return the verdict and the most memory that it took, in bytes."""
    tracemalloc.start()
    try:
        verdict = await verify(store, keys, path)
        return verdict, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
