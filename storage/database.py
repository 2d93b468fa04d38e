"""The database: its engines, the SQLite pragmas, and what is wrong with it."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.prepared import hand_over, run_as_is
from storage.private import close_to_others, make_file_private

# Seconds that a lock on the database is waited for.
PATIENCE = 10


# An error quotes its statement's parameters, and these hold NIK and names: never into a log.
def writing_engine(url: str) -> Engine:
    """The engine of the writer thread; on SQLite the only connection that ever writes."""
    if _is_sqlite(url):
        _close_to_others(url)
        engine = create_engine(url, pool_size=1, max_overflow=1, hide_parameters=True)
        _prepare_sqlite(engine, begin="BEGIN IMMEDIATE")
        return engine
    return create_engine(url, pool_size=2, max_overflow=2, hide_parameters=True)


def reading_engine(url: str) -> AsyncEngine:
    """The engine of screens that only look: aiosqlite, or psycopg on PostgreSQL."""
    parsed = make_url(url)
    if _is_sqlite(url):
        engine = create_async_engine(
            parsed.set(drivername="sqlite+aiosqlite"), hide_parameters=True
        )
        _prepare_sqlite(engine.sync_engine, begin="BEGIN")
        return engine
    return create_async_engine(parsed, hide_parameters=True)


def looking_engine(url: str) -> Engine:
    """The engine of a command that looks beside the running bot, and can change nothing."""
    if not _is_sqlite(url):
        options = {"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"}
        return create_engine(url, hide_parameters=True, execution_options=options)
    engine = create_engine(url, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={PATIENCE * 1000}").close()
        connection.execute("PRAGMA query_only=ON").close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        hand_over(connection, "BEGIN").close()

    return engine


def files_of(url: str) -> tuple[Path, ...]:
    """The files that an SQLite database consists of; a server's are its own affair."""
    path = make_url(url).database
    if not _is_sqlite(url) or not path or path == ":memory:":
        return ()
    return tuple(Path(f"{path}{ending}") for ending in ("", "-wal", "-shm"))


def _close_to_others(url: str) -> None:
    """SQLite gives its log the modes of the database, so that one is there before it."""
    for place, path in enumerate(files_of(url)):
        if place == 0 and path.parent.is_dir():
            make_file_private(path)
        else:
            close_to_others([path])


def damage_of(url: str) -> str:
    """What SQLite finds wrong with its file, in its own words; empty where all is well.

    Reads the whole database once. On PostgreSQL nothing is looked at: its server does that.
    """
    files = files_of(url)
    if not files or not files[0].exists():
        return ""
    try:
        with closing(sqlite3.connect(files[0], timeout=10.0)) as connection:
            (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        return "" if is_held(error) else str(error)
    return "" if said == "ok" else " ".join(str(said).split())


def _is_sqlite(url: str) -> bool:
    return make_url(url).get_backend_name() == "sqlite"


def held_by_another(url: str, *, patience: float = 1.5) -> bool:
    """True when another program keeps an SQLite database to itself for longer than *patience*.

    Changes nothing, and waits for nobody on PostgreSQL, where a server sorts that out.
    """
    path = make_url(url).database
    if not _is_sqlite(url) or not path or not Path(path).exists():
        return False
    with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as connection:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            return is_held(error)
        except sqlite3.DatabaseError:
            return False  # no database at all: whoever opens it will say so
        connection.execute("ROLLBACK")
    return False


def is_held(error: BaseException) -> bool:
    """True for what SQLite says when another program did not let go in time."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def _prepare_sqlite(engine: Engine, *, begin: str) -> None:
    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        # The driver's own guessing when a transaction begins lets a released savepoint
        # survive the rollback around it; so transactions are begun by hand, below.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE * 1000}")
        _write_ahead(cursor)
        for pragma in (
            "synchronous=FULL",
            "foreign_keys=ON",
            "cache_size=-32000",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        hand_over(connection, begin).close()


def _write_ahead(cursor: sqlite3.Cursor) -> None:
    """The first who opens a database changes its mode; SQLite lets nobody wait for that by itself.

    Two who begin at once would both have to wait, each for the other, so one is told at once that
    it is locked.
    """
    until = time.monotonic() + PATIENCE
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if not is_held(error) or time.monotonic() > until:
                raise
        time.sleep(0.01)


@contextmanager
def savepoint(connection: Connection) -> Iterator[None]:
    """Undo on an error what was done inside, and only that."""
    run_as_is(connection, "SAVEPOINT one").close()
    try:
        yield
    except BaseException:
        run_as_is(connection, "ROLLBACK TO SAVEPOINT one").close()
        run_as_is(connection, "RELEASE SAVEPOINT one").close()
        raise
    run_as_is(connection, "RELEASE SAVEPOINT one").close()
