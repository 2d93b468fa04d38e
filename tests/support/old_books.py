"""The books of one office as the code of each earlier revision wrote them, and their buttons.

A file of `tests/data/books` holds what lay in the tables of its revision after the same office was
played with the code of that time: requests at every desk and ended, returned, half marked, half
filled in, with a signature on its way. Such a file is never changed; a new migration brings one
of the revision before it.
"""

import gzip
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from alembic import command
from sqlalchemy import Boolean, Date, DateTime, MetaData, insert

from storage import migrating

FOLDER = Path(__file__).parents[1] / "data" / "books"
REVISIONS = tuple(sorted(path.name.partition(".")[0] for path in FOLDER.glob("*.json.gz")))


@dataclass(frozen=True)
class OldBooks:
    """What lay in the tables, and which buttons lay on which phones."""

    revision: str
    books: dict[str, list[dict]]
    buttons: list[tuple[int, str]]

    @property
    def latest(self):
        """When the last file came to a desk."""
        opened = (_moment(task["opened_at"]) for task in self.rows("tasks"))
        return max(opened).replace(tzinfo=UTC)

    def rows(self, table):
        return self.books.get(table, ())

    def opened_today(self, connection):
        """Write them into an empty database of their revision, and upgrade it to the newest."""
        self.laid(connection)
        migrating.upgrade(connection)

    def laid(self, connection):
        """Write them into an empty database, as they lay in one of their revision."""
        command.upgrade(migrating.config(connection), self.revision)
        tables = MetaData()
        tables.reflect(connection)
        for table in tables.sorted_tables:
            rows = self.rows(table.name)
            if rows:
                connection.execute(insert(table), [_typed(table, row) for row in rows])
                _count_on(connection, table)


@cache
def old_books(revision):
    found = json.loads(gzip.decompress((FOLDER / f"{revision}.json.gz").read_bytes()))
    return OldBooks(
        revision=revision,
        books=found["books"],
        buttons=[(chat, data) for chat, data in found["buttons"]],
    )


def _count_on(connection, table):
    """PostgreSQL numbers the next row after those that were written with their numbers."""
    numbered = "id" in table.c and connection.dialect.name == "postgresql"
    if numbered:
        newest = f"SELECT setval(pg_get_serial_sequence('{table.name}', 'id'), max(id)) FROM "
        connection.exec_driver_sql(newest + table.name)


def _typed(table, row):
    return {name: _value(table.c[name].type, value) for name, value in row.items()}


def _value(kind, value):
    if value is None:
        return None
    if isinstance(kind, DateTime):
        moment = _moment(value)
        return moment.replace(tzinfo=UTC) if kind.timezone else moment
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return bool(value) if isinstance(kind, Boolean) else value


def _moment(text):
    return datetime.fromisoformat(text)
