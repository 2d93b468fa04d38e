"""The books of an office as one SQLite file: copied while the bot writes, counted, looked at."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.engine import make_url

from storage.reading.referred import each_of_cases, of_forms
from workflow.errors import DisposisiError

PAGES = 500  # that are copied at once: whoever writes waits for none of them
PAUSE = 0.005  # seconds between two steps


class BackupFailed(DisposisiError):
    """A backup was not made, or cannot be restored; the text says why and what to do."""


def books_of(url: str) -> Path:
    """The file of an SQLite database; raises BackupFailed where there is none."""
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise BackupFailed(
            "These books lie on a PostgreSQL server: back them up with pg_dump there, and copy "
            "vault/ after it (docs/operations.md)."
        )
    path = Path(parsed.database)
    if not path.exists():
        raise BackupFailed(f"{path} is not there; set DISPOSISI_DATA_DIR to the office's folder.")
    return path


def copy_books(source: Path, to: Path) -> None:
    """A copy as of one moment, in steps; the bot goes on writing meanwhile."""
    try:
        with (
            closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=30)) as office,
            closing(sqlite3.connect(to)) as copy,
        ):
            # In one read, or each write of the bot would make the copy begin anew.
            office.execute("BEGIN")
            office.execute("SELECT count(*) FROM sqlite_master").fetchone()
            office.backup(copy, pages=PAGES, sleep=PAUSE)
            copy.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.Error as error:
        raise BackupFailed(f"{source} cannot be copied: {error}.") from None


def rows_of(books: Path) -> dict[str, int]:
    """How many rows each table holds; raises BackupFailed where the file is damaged."""
    try:
        with closing(sqlite3.connect(books)) as connection:
            (said,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
            if said != "ok":
                raise BackupFailed(f"The books are damaged: {said}.")
            names = [
                name
                for (name,) in connection.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table' "
                    "AND name NOT LIKE 'sqlite%'"
                )
            ]
            return {name: _count(connection, name) for name in names}
    except sqlite3.Error as error:
        raise BackupFailed(f"The books are damaged: {error}.") from None


def _count(connection: sqlite3.Connection, table: str) -> int:
    (count,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()  # noqa: S608
    return int(count)


def files_named_in(books: Path) -> set[str]:
    """Every file of the vault that these books name."""
    engine = create_engine(f"sqlite:///{books}", hide_parameters=True)
    try:
        with engine.connect() as connection:
            cases = {digest for digest, _ in each_of_cases(connection)}
            return cases.union(*_forms(connection))
    finally:
        engine.dispose()


def _forms(connection: Connection) -> Iterator[frozenset[str]]:
    after: int | None = 0
    while after is not None:
        found = of_forms(connection, after=after)
        yield found.digests
        after = found.after
