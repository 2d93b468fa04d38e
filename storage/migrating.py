"""Bringing a database to the present shape of its tables."""

from importlib import resources

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def config(connection: Connection) -> Config:
    made = Config()
    made.set_main_option("script_location", str(resources.files("storage") / "migrations"))
    made.attributes["connection"] = connection
    return made


def upgrade(connection: Connection) -> None:
    """Apply every migration that is missing; a database of today is left as it is."""
    command.upgrade(config(connection), "head")


def revision(connection: Connection) -> str | None:
    """Which migration the database stands at; none when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def newest(connection: Connection) -> str | None:
    return ScriptDirectory.from_config(config(connection)).get_current_head()
