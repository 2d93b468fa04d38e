"""What books must not do again after they were restored: give ids, numbers and messages twice."""

import re
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.backup.books import BackupFailed

# A card of after the backup names an id that the restored books never reach.
LEAP = 1_000_000
# Their ids stand on buttons of cards.
ON_CARDS = ("cases", "tasks", "drafts")
UNSENT = "('waiting', 'later', 'claimed', 'gathering')"
HELD = "held"


def last_given(connection: sqlite3.Connection) -> dict[tuple[str, int], int]:
    """The last number given in each series and year."""
    found = connection.execute("SELECT series, year, last FROM counters ORDER BY year, series")
    return {(series, year): last for series, year, last in found}


def raise_numbers(connection: sqlite3.Connection, last: Mapping[tuple[str, int], int]) -> None:
    """The next number comes after the last that left the house; raises BackupFailed."""
    given = last_given(connection)
    for (series, year), number in last.items():
        if number < given.get((series, year), 0):
            raise BackupFailed(
                f"{series} {year}: {number} is less than {given[series, year]}, which the books "
                "have given already; look at the last paper once more."
            )
        connection.execute(
            "INSERT INTO counters (series, year, last) VALUES (?, ?, ?) "
            "ON CONFLICT (series, year) DO UPDATE SET last = excluded.last",
            (series, year, number),
        )


def hold_messages(connection: sqlite3.Connection) -> int:
    """What waited to be sent waits for the administrator's word; how much that is."""
    held = connection.execute(
        f"UPDATE outbox SET state = '{HELD}' WHERE state IN {UNSENT}"  # noqa: S608
    ).rowcount
    connection.execute("UPDATE mailboxes SET urgency = NULL, taken = 0")
    return held


def held_messages(connection: sqlite3.Connection) -> dict[str, int]:
    """What is held, by kind."""
    return dict(
        connection.execute(
            "SELECT kind, count(*) FROM outbox WHERE state = ? GROUP BY kind ORDER BY kind", (HELD,)
        ).fetchall()
    )


def send_held(connection: sqlite3.Connection, *, at: datetime) -> int:
    """Let the bot send what was held, as what is due from now on."""
    return connection.execute(
        "UPDATE outbox SET state = 'later', not_before = ? WHERE state = ?", (_text(at), HELD)
    ).rowcount


def drop_held(connection: sqlite3.Connection, *, at: datetime) -> int:
    """What was held is never sent; it stays in the books as refused."""
    return connection.execute(
        "UPDATE outbox SET state = 'refused', error = 'held after a restore', settled_at = ? "
        "WHERE state = ?",
        (_text(at), HELD),
    ).rowcount


def _text(moment: datetime) -> str:
    """As the books write a moment."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(" ", "microseconds")


def leap(connection: sqlite3.Connection) -> None:
    """Let ids of what stands on cards jump far ahead, and never come back.

    SQLite gives the largest id plus one, so a table is made anew as one that remembers.
    """
    connection.commit()
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute("BEGIN")
    for table in ON_CARDS:
        _remembering(connection, table)
    connection.commit()
    connection.execute("PRAGMA legacy_alter_table = OFF")
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        raise BackupFailed(f"The books name rows that are not there (in {broken[0]}).")


def _remembering(connection: sqlite3.Connection, table: str) -> None:
    made, indexes = _written(connection, table)
    if "AUTOINCREMENT" not in made:
        anew = _numbered(made, table)
        connection.execute(f'ALTER TABLE "{table}" RENAME TO "{table}_of_before"')
        connection.execute(anew)
        connection.execute(
            f'INSERT INTO "{table}" SELECT * FROM "{table}_of_before"'  # noqa: S608
        )
        connection.execute(f'DROP TABLE "{table}_of_before"')
        for index in indexes:
            connection.execute(index)
    (most,) = connection.execute(
        f"SELECT max(coalesce(max(id), 0), coalesce((SELECT seq FROM sqlite_sequence "  # noqa: S608
        f'WHERE name = ?), 0)) FROM "{table}"',
        (table,),
    ).fetchone()
    connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
    connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, most + LEAP))


def _written(connection: sqlite3.Connection, table: str) -> tuple[str, list[str]]:
    found = connection.execute(
        "SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL", (table,)
    ).fetchall()
    return next(sql for kind, sql in found if kind == "table"), [
        sql for kind, sql in found if kind == "index"
    ]


def _numbered(made: str, table: str) -> str:
    anew, columns = re.subn(
        r"\bid INTEGER NOT NULL", "id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL", made, count=1
    )
    anew, keys = re.subn(r"(CONSTRAINT \w+ )?PRIMARY KEY \(id\),?\s*", "", anew, count=1)
    if not columns or not keys:
        raise BackupFailed(
            f"The table {table} has a shape that is not known; nothing was restored."
        )
    return re.sub(r",\s*\)\s*$", "\n)", anew)
