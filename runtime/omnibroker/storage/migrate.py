"""Brings a database to the present tables, step by step; a newer one than this program is refused."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
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
