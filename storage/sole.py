"""One bot at a time on one database: a second one would answer and remind beside the first."""

import fcntl
import os
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, NullPool, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from storage.private import FILE

# The same number for every Disposisi; a database has room for one.
_KEY = 0x0D15_0515
_RUNNING = b"running\n"


class Sole(Protocol):
    """The right to be the bot of one database."""

    def take(self) -> bool:
        """True when nobody else has it; it is kept until given back, or until the process ends."""

    def keep(self) -> bool:
        """After `take`: False when it was lost meanwhile, and another one has it now."""

    @property
    def ended_badly(self) -> bool:
        """After `take`: whether the last one had no time to give it back."""

    def give_back(self) -> None: ...


def sole_of(url: str) -> Sole:
    """For a database by its URL: a lock beside an SQLite file, one of the server's else."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        return FileLock(Path(f"{parsed.database}.lock"))
    return ServerLock(url)


class FileLock:
    """A lock on a file; the system lets go of it with the process, however that ended.

    No child of the process inherits it, as it would with flock(2).
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._ended_badly = False

    def take(self) -> bool:
        if not self._path.parent.is_dir():
            return True  # whoever opens the database says what is wrong
        opened = os.open(self._path, os.O_RDWR | os.O_CREAT, FILE)
        try:
            fcntl.lockf(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(opened)
            return False
        self._ended_badly = bool(os.read(opened, 1))
        os.pwrite(opened, _RUNNING, 0)
        self._file = opened
        return True

    def keep(self) -> bool:
        return True  # the system keeps it as long as the process lives

    @property
    def ended_badly(self) -> bool:
        return self._ended_badly

    def give_back(self) -> None:
        if self._file is None:
            return
        os.ftruncate(self._file, 0)
        os.close(self._file)
        self._file = None


class ServerLock:
    """An advisory lock of PostgreSQL, held by a connection of its own."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: Connection | None = None

    def take(self) -> bool:
        engine = create_engine(self._url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        connection = engine.connect()
        found = connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": _KEY})
        if not found.scalar_one():
            connection.close()
            return False
        self._connection = connection
        return True

    def keep(self) -> bool:
        """A server that restarts forgets its locks; while it is away, nobody else has this one."""
        try:
            if self._connection is not None:
                self._connection.execute(text("SELECT 1"))
                return True
        except OperationalError:
            self.give_back()
        try:
            return self.take()
        except OperationalError:
            return True

    @property
    def ended_badly(self) -> bool:
        return False  # the server looks after its files itself

    def give_back(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
