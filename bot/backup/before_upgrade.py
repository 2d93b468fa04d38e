"""A copy of the books as they stood, before a migration begins to change them."""

import os
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.engine import make_url

from bot.backup.books import copy_books, rows_of
from bot.settings import Settings
from storage import migrating
from storage.private import make_file_private, make_private

FOLDER = "before-upgrade"


def keep_before_upgrade(settings: Settings) -> Path | None:
    """Copy SQLite books that a migration is about to change; None where none will.

    Call it with no transaction open. Raises OfficeError for books of a later version,
    BackupFailed where the copy cannot be made: then nothing may be migrated.
    """
    parsed = make_url(settings.database)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        return None
    books = Path(parsed.database)
    stands = _to_be_changed(books)
    if stands is None:
        return None
    folder = settings.data_dir / FOLDER
    make_private(folder)
    kept, waiting = folder / f"disposisi-{stands}.db", folder / f"disposisi-{stands}.part"
    waiting.unlink(missing_ok=True)
    try:
        make_file_private(waiting)
        copy_books(books, waiting)
        rows_of(waiting)
        with waiting.open("rb") as file:
            os.fsync(file.fileno())
        waiting.replace(kept)
    finally:
        waiting.unlink(missing_ok=True)
    return kept


def _to_be_changed(books: Path) -> str | None:
    """The revision of books that are not of today; None for those of today, or for none."""
    if not books.exists():
        return None
    engine = create_engine(f"sqlite:///{books}", hide_parameters=True)
    try:
        with engine.connect() as connection:
            migrating.ensure_known(connection)
            stands = migrating.revision(connection)
            return None if stands == migrating.newest(connection) else stands
    finally:
        engine.dispose()
