"""A database that cannot be used is said so, and one that is made is its owner's alone."""

import asyncio
import sqlite3
import stat
import threading

import pytest
import sqlalchemy as sa

from omnibroker.config import ConfigError
from omnibroker.kit.errors import NotSent
from omnibroker.storage import store as storage
from omnibroker.storage.store import Store
from omnibroker.storage.tables import events, halts

ROW = {"since": "", "key_id": "", "reason": ""}


def test_a_new_file_is_its_owners_alone(tmp_path):
    """Mode 0600, as the key files have."""
    Store.open(f"sqlite:///{tmp_path}/journal.sqlite3")._engine.dispose()
    assert stat.S_IMODE((tmp_path / "journal.sqlite3").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "url",
    [
        "mysql://me@host/x",
        "sqlite:////nowhere/at/all.db",
        "postgresql://me@127.0.0.1:9/x",
        "sqlite://",
        "sqlite:///:memory:",
        "no url",
    ],
)
def test_a_database_that_cannot_be_opened_stops_the_start(url):
    """ConfigError that names the section."""
    with pytest.raises(ConfigError, match=r"\[journal\]"):
        Store.open(url)


def test_a_database_of_a_newer_version_is_refused(tmp_path):
    """An older program would not know what it must keep."""
    url = f"sqlite:///{tmp_path}/journal.sqlite3"
    Store.open(url)._engine.dispose()
    with sqlite3.connect(tmp_path / "journal.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ConfigError, match="newer version"):
        Store.open(url)


async def test_what_one_caller_does_wrong_is_his_alone(database):
    """The others of the same transaction are done."""
    store = Store.open(database)

    def insert(scope):
        return lambda connection: connection.execute(halts.insert().values(scope=scope, **ROW))

    await store.run(insert("a"))
    results = await asyncio.gather(
        *(store.run(insert(scope)) for scope in ("b", "a", "c")), return_exceptions=True
    )
    assert [isinstance(r, sa.exc.IntegrityError) for r in results] == [False, True, False]
    scopes = await store.run(lambda c: c.execute(sa.select(halts.c.scope)).scalars().all())
    assert sorted(scopes) == ["a", "b", "c"]
    await store.close()


async def test_what_the_database_cannot_hold_is_its_callers_alone(database):
    """Neither one odd byte of a broker's text nor a value that is too long stops the others, or the gateway."""
    store = Store.open(database)

    def insert(status, order_id="ob1"):
        row = {"account_id": "ibkr:1", "order_id": order_id, "seen_at": "", "detail": "a\0b"}
        return lambda c: c.execute(
            events.insert().values(**row, status=status, filled_quantity="1")
        )

    results = await asyncio.gather(
        *(store.run(insert(status)) for status in ("a\0b", "\ud800", "WORKING")),
        store.run(insert("WORKING", "9" * 300)),
        return_exceptions=True,
    )
    too_long = results.pop()
    assert not [each for each in results if isinstance(each, Exception)]
    assert isinstance(too_long, sa.exc.DataError) or database.startswith("sqlite")
    own = sa.select(events.c.status).where(events.c.order_id == "ob1")
    assert set(await store.run(lambda c: c.execute(own).scalars().all())) == {
        "a\ufffdb",
        "?",
        "WORKING",
    }
    await store.close()


async def test_one_process_at_a_time_is_in_a_transaction(database, monkeypatch):
    """What it read stays true until it commits; who would have to wait too long is told so."""
    monkeypatch.setattr(storage, "_LOCK_MILLISECONDS", 100)
    first, second = Store.open(database), Store.open(database)
    inside, leave = threading.Event(), threading.Event()

    def hold(connection):
        connection.execute(sa.select(halts)).all()
        inside.set()
        assert leave.wait(20)

    held = asyncio.create_task(first.run(hold))
    await asyncio.to_thread(inside.wait, 20)
    with pytest.raises(NotSent) as told:
        await second.run(lambda c: c.execute(sa.select(halts)).all())
    leave.set()
    await held
    assert told.value.code == "journal_unavailable"
    assert await second.run(lambda c: c.execute(sa.select(halts)).all()) == []
    await first.close()
    await second.close()


async def test_a_database_that_another_program_holds_is_unavailable(tmp_path):
    """503 journal_unavailable, and it goes on when it is free again."""
    store = Store.open(f"sqlite:///{tmp_path}/journal.sqlite3")
    with sqlite3.connect(tmp_path / "journal.sqlite3", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSent) as told:
            await store.run(lambda c: c.execute(sa.select(halts)).all())
        other.execute("ROLLBACK")
    assert told.value.code == "journal_unavailable"
    assert await store.run(lambda c: c.execute(sa.select(halts)).all()) == []
    await store.close()
    with pytest.raises(NotSent):
        await store.run(lambda c: None)


def test_the_migrations_lead_to_the_tables(database):
    """What an empty database becomes is what the program reads and writes."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from omnibroker.storage.tables import metadata

    store = Store.open(database)
    with store._engine.connect() as connection:
        found = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(found, metadata) == []
    store._engine.dispose()


async def test_a_servers_defaults_change_nothing_of_a_transaction(new_postgresql):
    """A snapshot from before the wait for the lock would show an owner that is one no more."""
    address = sa.make_url(new_postgresql).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(address, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(
            f"ALTER DATABASE {address.database} SET default_transaction_isolation = 'repeatable read'"
        )
    engine.dispose()
    store = Store.open(new_postgresql)
    shown = await store.run(lambda c: c.exec_driver_sql("SHOW transaction_isolation").scalar())
    assert shown == "read committed"
    await store.close()
