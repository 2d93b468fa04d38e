"""`disposisi db …`: look after the database."""

import typer
from sqlalchemy.exc import SQLAlchemyError

from bot.cli.reporting import fail, read_settings, tell
from storage import migrating
from storage.database import writing_engine

app = typer.Typer(no_args_is_help=True)


@app.callback()
def db() -> None:
    """Look after the database."""


@app.command()
def upgrade() -> None:
    """Bring the database to this version's shape. Safe to repeat; `run` does it too."""
    settings = read_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    engine = writing_engine(settings.database)
    try:
        with engine.begin() as connection:
            before = migrating.revision(connection)
            migrating.upgrade(connection)
            after = migrating.revision(connection)
    except SQLAlchemyError as error:
        fail(f"The database cannot be upgraded: {error}\nCheck DISPOSISI_DATABASE_URL.")
    if before == after:
        tell(f"The database is up to date ({after}).")
    else:
        tell(f"The database went from {before or 'empty'} to {after}.")
