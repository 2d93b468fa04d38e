"""Bringing a database to the present shape of its tables."""

from importlib import resources

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, func, select

from workflow.errors import OfficeError


def config(connection: Connection) -> Config:
    made = Config()
    made.set_main_option("script_location", str(resources.files("storage") / "migrations"))
    made.attributes["connection"] = connection
    return made


# Any number will do that no other program locks in this database.
UPGRADING = 1719


def upgrade(connection: Connection) -> None:
    """Apply every migration that is missing; a database of today is left as it is.

    Processes that start together wait for one another; on SQLite the transaction itself does that.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(UPGRADING)))
    ensure_known(connection)
    command.upgrade(config(connection), "head")


def ensure_known(connection: Connection) -> None:
    """Raise OfficeError for a database that a later version of the product has changed."""
    stands, shipped = revision(connection), ScriptDirectory.from_config(config(connection))
    known = {one.revision for one in shipped.walk_revisions()}
    if stands is not None and stands not in known:
        raise OfficeError(
            f"the database stands at {stands}, which a later version of Disposisi has made; "
            "install that version, or restore the backup from before it"
        )


def revision(connection: Connection) -> str | None:
    """Which migration the database stands at; none when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def newest(connection: Connection) -> str | None:
    return ScriptDirectory.from_config(config(connection)).get_current_head()
