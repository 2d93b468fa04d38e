"""How long a check of the books takes, and that it remembers no more for more of them.

The office of the kept books, with its files at every desk and in every state, is copied so many
times; each case has its tasks, holds, numbers and attachments.
"""

import resource
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from bot.checking.checking import check_office
from bot.settings import Settings
from storage.database import writing_engine
from storage.vault import ensure_key
from tests.bench.rows import Row, at_most
from tests.support.old_books import REVISIONS, old_books

COPIES = 4000
# Minutes for a million cases.
TARGET = 30
# Which columns name a row, by table; they move with the copy.
NAMES = {
    "cases": ("id",),
    "tasks": ("id", "case_id", "pause_id", "below"),
    "pauses": ("id", "case_id", "task_id"),
    "attachments": ("id", "case_id"),
    "papers": ("id", "case_id"),
    "letter_numbers": ("id", "case_id"),
    "grants": ("id", "case_id"),
    "members": ("case_id",),
}
_DIGEST = "lower(hex(randomblob(32)))"
_OTHERWISE = {
    "number": "substr(number, 1, 9) || printf('%07d', substr(number, 10) + 1000 * n.i)",
    "code": "code || n.i",
    "link_code": "link_code || n.i",
    "running": "running + 1000 * n.i",
    "text": "text || n.i",
    "digest": _DIGEST,
}


def _multiplied(connection: sqlite3.Connection, copies: int) -> None:
    connection.execute(
        "CREATE TEMP TABLE n AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
        f"WHERE i < {copies}) SELECT i FROM n"
    )
    for table, names in NAMES.items():
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        made = [
            f"{name} + 10000 * n.i" if name in names else _OTHERWISE.get(name, name)
            for name in columns
        ]
        connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(made)} FROM {table}, n"
        )
    connection.commit()


def _office(folder: Path, copies: int) -> Settings:
    settings = Settings(_env_file=None, data_dir=folder)
    engine = writing_engine(settings.database)
    with engine.begin() as connection:
        old_books(REVISIONS[-1]).opened_today(connection)
    engine.dispose()
    ensure_key(settings.vault_key)
    with closing(sqlite3.connect(folder / "disposisi.db")) as connection:
        _multiplied(connection, copies)
    return settings


def _spent(copies: int) -> tuple[int, float, float]:
    """Cases, seconds, and the megabytes of this process at its largest."""
    with tempfile.TemporaryDirectory() as folder:
        settings = _office(Path(folder), copies)
        began = time.perf_counter()
        report = check_office(settings, lambda *_: None, most_files=0, most_letters=0)
        spent = time.perf_counter() - began
    largest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return report.looked["cases"], spent, largest


def rows() -> list[Row]:
    _, _, little = _spent(COPIES // 20)
    cases, spent, largest = _spent(COPIES)
    minutes = spent / cases * 1e6 / 60
    return [
        at_most(
            TARGET,
            minutes,
            what="check: the books of a million cases",
            figure=f"{minutes:.1f} min",
            beside=f"{cases:,} cases in {spent:.0f} s",
            unit=" min",
        ),
        at_most(
            100,
            largest - little,
            what="check: more memory for twenty times the cases",
            figure=f"{largest - little:.0f} MB",
            beside=f"{largest:.0f} MB in all",
            unit=" MB",
        ),
    ]
