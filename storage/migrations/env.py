"""How Alembic reaches the database: by the connection it is given, or by the URL in alembic.ini."""

from alembic import context
from sqlalchemy import Connection, create_engine

from storage.models import cases, custody, pauses, people, post, surveys  # noqa: F401
from storage.models.base import Base


def run(connection: Connection) -> None:
    """Migrate over one connection; whoever opened it commits."""
    context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    url = context.config.get_main_option("sqlalchemy.url") or ""
    with create_engine(url).begin() as opened:
        run(opened)
