"""A database that is read as it stands: nothing is made, migrated or changed, whoever else has it open."""

import sqlite3

import pytest
import sqlalchemy as sa

from omnibroker.audit.chain import read_head
from omnibroker.config import ConfigError
from omnibroker.kit.errors import NotSent
from omnibroker.storage.store import Store
from omnibroker.storage.tables import halts

ROW = {"scope": "gateway", "since": "", "key_id": "", "reason": ""}


def count(connection):
    """How many halts there are."""
    return connection.execute(sa.select(sa.func.count()).select_from(halts)).scalar()


async def test_what_is_there_is_read_and_nothing_can_be_written(database):
    """Whether a gateway has it open or not."""
    store = Store.open(database)
    await store.run(lambda connection: connection.execute(halts.insert().values(**ROW)))
    for in_use in (True, False):
        if not in_use:
            await store.close()
        reader = Store.existing(database)
        assert await reader.run(count) == 1
        with pytest.raises(NotSent):
            await reader.run(lambda connection: connection.execute(halts.delete()))
        await reader.close()


async def test_nothing_is_left_beside_a_file(tmp_path):
    """No log, no index of one: the folder has what it had, and the file its bytes."""
    path = tmp_path / "odd name%20?" / "journal.sqlite3"
    path.parent.mkdir()
    await Store.open(f"sqlite:///{path}").close()
    before = path.read_bytes()
    reader = Store.existing(f"sqlite:///{path}")
    await reader.run(read_head)
    assert list(path.parent.iterdir()) == [path]
    await reader.close()
    assert (list(path.parent.iterdir()), path.read_bytes()) == ([path], before)


async def test_a_gateway_that_starts_meanwhile_is_said(tmp_path):
    """What was read may be half of the one, half of the other: it is read again, not believed."""
    url = f"sqlite:///{tmp_path}/journal.sqlite3"
    await Store.open(url).close()
    reader = Store.existing(url)
    gateway = Store.open(url)
    await gateway.run(read_head)
    with pytest.raises(ConfigError, match="started meanwhile"):
        await reader.run(read_head)
    await reader.close()
    await gateway.close()


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE alembic_version SET version_num = '0000'", "another version of this program"),
        ("DROP TABLE alembic_version", "no tables of a gateway"),
    ],
)
async def test_other_tables_are_neither_believed_nor_mended(tmp_path, statement, said):
    """An older database stays what it is."""
    path = tmp_path / "journal.sqlite3"
    await Store.open(f"sqlite:///{path}").close()
    with sqlite3.connect(path) as connection:
        connection.execute(statement)
    connection.close()
    before = path.read_bytes()
    with pytest.raises(ConfigError, match=said):
        Store.existing(f"sqlite:///{path}")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "url", ["sqlite:////nowhere/at/all.db", "postgresql://me@127.0.0.1:9/x", "mysql://me@h/x", "x"]
)
def test_a_database_that_cannot_be_read_is_said(url):
    """ConfigError that names the section; no file is made."""
    with pytest.raises(ConfigError, match=r"\[journal\]"):
        Store.existing(url)


async def test_a_link_to_a_database_in_use_is_read_with_its_log(tmp_path):
    """The newest rows stand in the log beside the file itself."""
    (tmp_path / "data").mkdir()
    store = Store.open(f"sqlite:///{tmp_path}/data/journal.sqlite3")
    await store.run(lambda connection: connection.execute(halts.insert().values(**ROW)))
    link = tmp_path / "journal.sqlite3"
    link.symlink_to(tmp_path / "data" / "journal.sqlite3")
    reader = Store.existing(f"sqlite:///{link}")
    assert await reader.run(count) == 1
    await reader.close()
    await store.close()


async def test_what_cannot_be_read_is_not_said_to_be_unsent(tmp_path):
    """Who only reads is told of reading."""
    url = f"sqlite:///{tmp_path}/journal.sqlite3"
    await Store.open(url).close()
    reader = Store.existing(url)
    with pytest.raises(NotSent) as told:
        await reader.run(lambda connection: connection.exec_driver_sql("SELECT nothing FROM halts"))
    assert "cannot be read" in told.value.detail
    assert "sent" not in told.value.detail
    await reader.close()
