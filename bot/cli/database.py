"""`disposisi db …`: look after the database."""

import typer

from bot.backup.before_upgrade import keep_before_upgrade
from bot.backup.books import BackupFailed
from bot.cli.reporting import fail, read_settings, tell
from bot.opening import StartFailed, naming_what_to_mend
from storage import migrating
from storage.database import writing_engine
from storage.private import make_private
from workflow.errors import OfficeError

app = typer.Typer(no_args_is_help=True)


@app.callback()
def db() -> None:
    """Look after the database."""


@app.command()
def upgrade() -> None:
    """Bring the database to this version's shape. Safe to repeat; `run` does it too."""
    settings = read_settings()
    try:
        with naming_what_to_mend(settings):
            make_private(settings.data_dir)
            kept = keep_before_upgrade(settings)
            before, after = _upgraded(settings.database)
    except (StartFailed, OfficeError, BackupFailed) as error:
        fail(str(error))
    if before == after:
        tell(f"The database is up to date ({after}).")
    else:
        tell(f"The database went from {before or 'empty'} to {after}.")
    if kept:
        tell(f"As it stood before, it lies in {kept}.")


def _upgraded(url: str) -> tuple[str | None, str | None]:
    """Upgrade; where the database stood before, and where it stands now."""
    engine = writing_engine(url)
    try:
        with engine.begin() as connection:
            before = migrating.revision(connection)
            migrating.upgrade(connection)
            return before, migrating.revision(connection)
    finally:
        engine.dispose()
