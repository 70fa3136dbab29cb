"""One database of one gateway: what many callers ask for at one moment becomes durable in one transaction."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from omnibroker.config import ConfigError
from omnibroker.kit.errors import NotSent
from omnibroker.observe import log
from omnibroker.private_files import open_private
from omnibroker.storage.existing import reading_engine
from omnibroker.storage.migrate import refuse_other_revision, upgrade
from omnibroker.storage.tables import metadata

T = TypeVar("T")
Work = Callable[[sa.Connection], Any]

# How long a transaction waits for another program's lock.
_LOCK_MILLISECONDS = 2_000
# Ours alone among the advisory locks of a PostgreSQL database ("omnibrok" as a number).
_ADVISORY_LOCK = int.from_bytes(b"omnibrok")
_MOST_TOGETHER = 512
_IN_MEMORY = "sqlite://"


@dataclass(slots=True)
class _Job:
    work: Work
    done: asyncio.Future[Any]


class Store:
    """A database; `durable` is False for the one in memory, which ends with the process."""

    def __init__(self, engine: sa.Engine, *, durable: bool, reads_only: bool = False) -> None:
        self.durable = durable
        self._reads_only = reads_only
        self._engine = engine
        self._closed = False
        self._waiting: deque[_Job] = deque()
        # One thread: transactions come one after another, and SQLite wants one writer.
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="journal") if durable else None
        self._committer: asyncio.Task[None] | None = None

    @classmethod
    def open(cls, url: str | None) -> "Store":
        """Return the store at a database URL, made or brought up to date; None keeps it in memory.

        Raises ConfigError where the database cannot be used.
        """
        try:
            if url is not None:
                _refuse_memory(sa.make_url(url))
            _make_private(url or _IN_MEMORY)
            engine = _engine(url or _IN_MEMORY)
            if url is None:
                metadata.create_all(engine)
            else:
                upgrade(engine)
        except (SQLAlchemyError, OSError, ImportError) as error:
            raise ConfigError(
                f"[journal] the database cannot be opened: {_words(error)}."
            ) from None
        return cls(engine, durable=url is not None)

    @classmethod
    def existing(cls, url: str) -> "Store":
        """Return the store at a database URL, for reading alone: nothing is made, migrated or changed.

        Raises ConfigError where it cannot be read, or has not the tables of this program's version.
        """
        try:
            engine = reading_engine(url)
            try:
                with engine.begin() as connection:
                    refuse_other_revision(connection)
            finally:
                engine.dispose()  # it connects again where it is used
        except (SQLAlchemyError, OSError, ImportError) as error:
            raise ConfigError(f"[journal] the database cannot be read: {_words(error)}.") from None
        return cls(engine, durable=True, reads_only=True)

    async def run(self, work: Callable[[sa.Connection], T]) -> T:
        """Do work on a connection; it is durable when this returns.

        What the work itself raises undoes that work alone. Raises NotSent `journal_unavailable` where the
        database does not take it.
        """
        if self._closed:
            raise NotSent("journal_unavailable", "The gateway is stopping. Nothing was sent.")
        if self._thread is None:
            return self.now(work)
        job = _Job(work, asyncio.get_running_loop().create_future())
        self._waiting.append(job)
        if self._committer is None or self._committer.done():
            self._committer = asyncio.create_task(self._commit(self._thread))
        # Shielded: a caller that goes away must not end the work that the others share.
        result: T = _result(await asyncio.shield(job.done))
        return result

    def now(self, work: Callable[[sa.Connection], T]) -> T:
        """Do work while the caller waits, before anything else uses the store; raises as `run`."""
        result: T = _result(self._transact([work])[0])
        return result

    async def close(self) -> None:
        """Finish what is waiting, then close every connection."""
        self._closed = True
        if self._committer is not None:
            await asyncio.gather(self._committer, return_exceptions=True)
        if self._thread is not None:
            self._thread.shutdown()
        self._engine.dispose()

    async def _commit(self, thread: ThreadPoolExecutor) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            size = min(len(self._waiting), _MOST_TOGETHER)
            jobs = [self._waiting.popleft() for _ in range(size)]
            works = [job.work for job in jobs]
            try:
                results = await loop.run_in_executor(thread, self._transact, works)
            except BaseException as error:
                results = [error] * len(jobs)
                if not isinstance(error, Exception):
                    raise
            finally:
                for job, result in zip(jobs, results, strict=True):
                    if not job.done.done():
                        job.done.set_result(result)

    def _transact(self, works: Sequence[Work]) -> list[Any]:
        """Do all works in one transaction; return what each returned or raised."""
        try:
            with self._engine.begin() as connection:
                return [_apart(connection, work) for work in works]
        except SQLAlchemyError as error:
            log.error("journal_unavailable", error=_words(error))
            return [_unavailable(error, reads_only=self._reads_only)] * len(works)


def _apart(connection: sa.Connection, work: Work) -> Any:
    """Do one work in a savepoint of its own; what it raises is its own result, unless the database fails."""
    try:
        with connection.begin_nested():
            return work(connection)
    except (sa.exc.IntegrityError, sa.exc.DataError) as error:
        return error  # of what this work wanted to write, not of the database
    except SQLAlchemyError:
        raise
    except Exception as error:  # noqa: BLE001 - the result of this work, given to who asked for it
        return error


def _result(result: Any) -> Any:
    if isinstance(result, BaseException):
        raise result
    return result


def _unavailable(error: Exception, *, reads_only: bool) -> NotSent:
    words = f"The journal cannot be {'read' if reads_only else 'written'} ({_words(error)})."
    return NotSent("journal_unavailable", words if reads_only else f"{words} Nothing was sent.")


def _words(error: Exception) -> str:
    """Return the driver's words alone: statements and their values are nobody's business."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return str(cause).strip().splitlines()[0][:200] if str(cause).strip() else type(cause).__name__


def _make_private(url: str) -> None:
    """Make a file that is not there yet readable by its owner alone: orders are nobody else's business."""
    path = url.removeprefix("sqlite:///")
    # Never one that is there: to close it would end the locks that SQLite has on it in this process.
    if path != url and path and not Path(path).exists():
        open_private(Path(path)).close()


def _refuse_memory(address: sa.URL) -> None:
    if address.get_backend_name() == "sqlite" and address.database in {None, "", ":memory:"}:
        raise ConfigError(
            "[journal] a database in memory would forget every order with the process: write sqlite:///FILE."
        )


def _engine(url: str) -> sa.Engine:
    address = sa.make_url(url)
    if not url.startswith("sqlite"):
        if address.get_backend_name() != "postgresql":
            raise ConfigError(
                f"[journal] {address.get_backend_name()} is no database that the journal knows: "
                "write sqlite:///FILE or postgresql://USER@HOST/NAME."
            )
        engine = sa.create_engine(
            address.set(drivername="postgresql+psycopg"),
            pool_pre_ping=True,
            isolation_level="READ COMMITTED",  # a snapshot from before the wait for the lock would be old
        )
        sa.event.listen(engine, "begin", _begin_alone)
        return engine
    options = {"poolclass": StaticPool} if url == _IN_MEMORY else {}
    engine = sa.create_engine(url, connect_args={"check_same_thread": False}, **options)
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    """Make SQLite keep what was committed, whatever happens to the machine."""
    # The driver's own transactions know no savepoints: begin is ours.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        f"busy_timeout={_LOCK_MILLISECONDS}",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    # At once, as a writer: two that begin as readers cannot both become one.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_alone(connection: sa.Connection) -> None:
    """One transaction at a time, of all processes, as SQLite has it: what is read is true until the commit.

    Without that, a gateway could be taken over between its look at the lease and its attempt.
    """
    connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_LOCK_MILLISECONDS}")
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_ADVISORY_LOCK})")
