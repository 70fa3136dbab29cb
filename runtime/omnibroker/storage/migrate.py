"""Brings a database to the present tables, step by step; a newer one than this program is refused."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError

from omnibroker.config import ConfigError

_FOLDER = Path(__file__).parent / "migrations"


def upgrade(engine: sa.Engine) -> None:
    """Run every migration that the database has not seen; raises ConfigError for a newer database."""
    settings = Config()
    settings.set_main_option("script_location", str(_FOLDER))
    with engine.begin() as connection:
        settings.attributes["connection"] = connection
        try:
            command.upgrade(settings, "head")
        except CommandError:
            raise ConfigError(
                "[journal] the database was written by a newer version of this program: use that version."
            ) from None


def refuse_other_revision(connection: sa.Connection) -> None:
    """Raise ConfigError unless the database has exactly the tables that this program writes."""
    wanted = ScriptDirectory(str(_FOLDER)).get_current_head()
    found = MigrationContext.configure(connection).get_current_revision()
    if found is None:
        raise ConfigError(
            "[journal] the database has no tables of a gateway: name the one that a gateway keeps its orders in."
        )
    if found != wanted:
        raise ConfigError(
            f"[journal] the database has tables of another version of this program ({found}, not {wanted}): "
            "use that version, or start this version's gateway on it once."
        )
