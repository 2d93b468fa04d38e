"""What the sandbox keeps: one SQLite file, written through on every call."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_TABLES = """
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS people (
    id INTEGER PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL, role TEXT NOT NULL,
    username TEXT, language TEXT NOT NULL, blocked INTEGER NOT NULL DEFAULT 0,
    started INTEGER NOT NULL DEFAULT 0, known INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0, rev INTEGER NOT NULL,
    deactivated INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX IF NOT EXISTS people_by_rev ON people (rev);
CREATE TABLE IF NOT EXISTS messages (
    chat_id INTEGER NOT NULL, message_id INTEGER NOT NULL, from_person INTEGER NOT NULL,
    date INTEGER NOT NULL, content TEXT NOT NULL, reply_to INTEGER, keyboard TEXT,
    reaction TEXT, edited INTEGER NOT NULL, deleted INTEGER NOT NULL, shown TEXT NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pins (
    chat_id INTEGER NOT NULL, message_id INTEGER NOT NULL, place INTEGER NOT NULL,
    PRIMARY KEY (chat_id, message_id)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    file_id TEXT PRIMARY KEY, unique_id TEXT NOT NULL, kind TEXT NOT NULL,
    path TEXT NOT NULL UNIQUE, name TEXT NOT NULL, mime TEXT NOT NULL, size INTEGER NOT NULL,
    width INTEGER, height INTEGER
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS updates (
    update_id INTEGER PRIMARY KEY, queue TEXT NOT NULL, expires_at REAL NOT NULL, body TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS updates_by_queue ON updates (queue, update_id);
CREATE INDEX IF NOT EXISTS updates_by_end ON updates (expires_at);
CREATE TABLE IF NOT EXISTS presses (
    query_id TEXT PRIMARY KEY, update_id INTEGER NOT NULL, person_id INTEGER NOT NULL,
    pressed_at REAL NOT NULL, answer TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS presses_by_update ON presses (update_id);
CREATE TABLE IF NOT EXISTS commands (
    scope TEXT NOT NULL, language TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (scope, language)
) WITHOUT ROWID;
"""


class FolderInUse(Exception):
    """Two sandboxes cannot share a folder; the text names it."""


class Store:
    """One connection, used by the event loop's thread only; nothing here waits on the network.

    Write-ahead logging with `synchronous=NORMAL`: what was committed outlives a killed process,
    and a commit costs some ten microseconds. (A power cut may take the last moments.)
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._db = sqlite3.connect(folder / "sandbox.sqlite3", isolation_level=None, timeout=1)
        self._db.row_factory = sqlite3.Row
        try:
            self._db.execute("PRAGMA locking_mode=EXCLUSIVE")
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.executescript(_TABLES)
            self._add_what_is_new()
        except sqlite3.OperationalError as error:
            self._db.close()
            raise FolderInUse(f"{folder}: another sandbox listens on this folder") from error

    def _add_what_is_new(self) -> None:
        """A folder of an earlier version goes on where it stopped."""
        columns = {row["name"] for row in self.rows("PRAGMA table_info(people)")}
        if "deactivated" not in columns:
            self.execute("ALTER TABLE people ADD COLUMN deactivated INTEGER NOT NULL DEFAULT 0")

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing. Inside another one it is part of that."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        return self._db.execute(sql, values)

    def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self._db.execute(sql, values).fetchone()
        return row

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        return self._db.execute(sql, values).fetchall()

    def next(self, counter: str) -> int:
        """The next number of a counter; the first is 1. Never given twice."""
        rows = self.rows(
            "INSERT INTO counters VALUES (?, 1)"
            " ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
            counter,
        )
        return int(rows[0][0])

    def counter(self, name: str) -> int:
        row = self.row("SELECT value FROM counters WHERE name = ?", name)
        return 0 if row is None else int(row[0])

    def start_counter(self, name: str, value: int) -> None:
        """Give a counter its first value, unless it has one."""
        self.execute("INSERT OR IGNORE INTO counters VALUES (?, ?)", name, value)

    def setting(self, name: str) -> Any:
        row = self.row("SELECT value FROM settings WHERE name = ?", name)
        return None if row is None else json.loads(row[0])

    def remember(self, name: str, value: Any) -> None:
        """Keep a JSON value under a name; None forgets it."""
        if value is None:
            self.execute("DELETE FROM settings WHERE name = ?", name)
            return
        self.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", name, json.dumps(value))
