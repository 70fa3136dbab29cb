"""A database as it stands, opened for reading alone: nothing is made beside it, and nothing in it changes."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from omnibroker.config import ConfigError

_LOCK_MILLISECONDS = 2_000


def reading_engine(url: str) -> sa.Engine:
    """Return an engine that cannot write; raises ConfigError for a database that the journal does not know."""
    address = sa.make_url(url)
    match address.get_backend_name():
        case "sqlite":
            return _of_file(Path(str(address.database)))
        case "postgresql":
            named = address.set(drivername="postgresql+psycopg")
            return sa.create_engine(named, execution_options={"postgresql_readonly": True})
        case other:
            raise ConfigError(f"[journal] {other} is no database that the journal knows.")


def _of_file(path: Path) -> sa.Engine:
    path = path.resolve()  # SQLite keeps its log beside the file itself, not beside a link to it
    log = path.with_name(f"{path.name}-wal")
    # A file that nobody has open is read as it lies there: opened like one that somebody may write, it would
    # get neighbours that outlive the reading, and could not be read from where nothing can be written.
    alone = not log.exists()
    address = f"file:{quote(str(path))}?mode=ro{'&immutable=1' if alone else ''}&uri=true"
    engine = sa.create_engine(
        f"sqlite:///{address}", connect_args={"check_same_thread": False}, poolclass=NullPool
    )
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    if alone:
        sa.event.listen(engine, "commit", lambda _connection: _refuse_company(log))
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    # The driver's own transactions know no savepoints: begin is ours.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout={_LOCK_MILLISECONDS}")


def _refuse_company(log: Path) -> None:
    """Raise where somebody has begun to write meanwhile: what was read may be half of the one, half of the other."""
    if log.exists():
        raise ConfigError("[journal] a gateway was started meanwhile: run this again.")
