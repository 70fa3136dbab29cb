"""The audit of a gateway over its whole life: files, restarts, another key, a chain in memory."""

from pathlib import Path

import msgspec
import pytest

from omnibroker.audit.keys import Keyring
from omnibroker.audit.reading import Filters
from omnibroker.audit.trail import Trail
from omnibroker.audit.verify import verify
from omnibroker.config import Audit, ConfigError, Secret
from omnibroker.storage.store import Store


@pytest.fixture
def settings(tmp_path):
    return Audit(
        key=Secret(file=str(tmp_path / "audit.key")),
        checkpoint_file=str(tmp_path / "elsewhere" / "checkpoints"),
        checkpoint_seconds=1e9,
    )


async def lived(database, settings, records):
    """Open, write so many records, close; return the verdict before the end."""
    store = Store.open(database)
    try:
        trail = Trail(store, settings)
        try:
            await trail.open()
            for _ in range(records):
                entry = {"kind": "INTENT", "operation": "place_order"}
                await store.run(lambda c, entry=entry: trail.chain.append(c, entry))
            return await trail.verify(), await trail.length()
        finally:
            await trail.close()
    finally:
        await store.close()


async def test_a_chain_goes_on_over_restarts(database, settings):
    """Numbers go on, everything that an earlier process wrote is anchored."""
    await lived(database, settings, 5)
    verdict, length = await lived(database, settings, 3)
    assert (verdict.intact, length) == (True, 8)
    assert verdict.anchored >= 5


async def test_a_restart_with_a_new_key_is_recorded(database, tmp_path, settings):
    """One record more, sealed with both; without the old key the start is refused."""
    await lived(database, settings, 5)
    fresh = Secret(file=str(tmp_path / "new.key"))
    with pytest.raises(ConfigError, match=r"no file .*new\.key.* 5 records"):
        await lived(database, msgspec.structs.replace(settings, key=fresh), 1)
    assert not (tmp_path / "new.key").exists()
    (tmp_path / "new.key").write_text("n" * 64)
    with pytest.raises(ConfigError, match="earlier_keys"):
        await lived(database, msgspec.structs.replace(settings, key=fresh), 1)
    both = msgspec.structs.replace(settings, key=fresh, earlier_keys=(settings.key,))
    verdict, length = await lived(database, both, 1)
    assert (verdict.intact, length) == (True, 7)


async def test_a_chain_that_goes_on_with_an_earlier_key_is_broken(database, tmp_path, settings):
    """Who has the old key can cut its successor's records off; that the chain ends with it shows."""
    await lived(database, settings, 3)
    (tmp_path / "new.key").write_text("n" * 64)
    both = msgspec.structs.replace(
        settings, key=Secret(file=str(tmp_path / "new.key")), earlier_keys=(settings.key,)
    )
    store = Store.open(database)
    found = await verify(store, Keyring.read(both), None)
    await store.close()
    assert (found.first_bad, found.records, found.unproven) == (4, 3, False)
    assert "the chain ends with an earlier key" in found.reason
    verdict, _ = await lived(database, both, 0)
    assert verdict.intact


def taken_away(settings):
    """Delete the checkpoint file, which is there; return its path."""
    path = Path(settings.checkpoint_file)
    path.unlink()
    return path


async def test_a_missing_checkpoint_file_is_no_empty_one(database, tmp_path, settings):
    """It is there before the first record; when it is gone, the verification cannot be done."""
    await lived(database, settings, 0)
    taken_away(settings)
    await lived(database, settings, 2)
    path = taken_away(settings)
    store = Store.existing(database)
    with pytest.raises(FileNotFoundError):
        await verify(store, Keyring.read(settings), path)
    await store.close()


async def test_records_are_read_alike_from_each_database(database, settings):
    """Filters, times and pages mean the same; signs of the database's own patterns mean themselves."""
    store = Store.open(database)
    trail = Trail(store, settings)
    await trail.open()
    for number in range(9):
        entry = {"kind": "INTENT", "operation": "x_y" if number % 2 else "xay"}
        await store.run(lambda c, entry=entry: trail.chain.append(c, entry))
    found, below = await trail.records(Filters(operation="x_y"), None, 3)
    assert ([record["number"] for record in found], below) == ([8, 6, 4], 4)
    found, below = await trail.records(Filters(operation="x_y"), below, 3)
    assert ([record["number"] for record in found], below) == ([2], None)
    assert await trail.records(Filters(end_at="2026-01-01T00:00:00Z"), None, 3) == ([], None)
    await trail.close()
    await store.close()


async def test_a_chain_in_memory_leaves_no_files(tmp_path, settings):
    """Sandboxes and tests draw no key and make no checkpoint."""
    store = Store.open(None)
    trail = Trail(store, settings)
    await trail.open()
    await store.run(lambda c: trail.chain.append(c, {"kind": "INTENT", "operation": "x"}))
    assert (await trail.verify()).intact
    records, _ = await trail.records(Filters(), None, 10)
    assert [record["operation"] for record in records] == ["x"]
    await trail.close()
    await store.close()
    assert trail.last_checkpoint is None
    assert not list(tmp_path.iterdir())
