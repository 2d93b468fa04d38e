"""A disk without room: how it shows itself, and what the log says of it."""

import errno
import logging
import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

log = logging.getLogger(__name__)

# With less than this somebody should make room; a year of a busy office takes less.
LITTLE_ROOM = 1 << 30  # bytes

_FULL = {errno.ENOSPC, errno.EDQUOT}
# What SQLite says of a file that it could not make or enlarge, and of a broken disk too.
_UNCLEAR = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}
_DISK_FULL = "53100"  # PostgreSQL
_TRIED = 1 << 16  # bytes


class NoRoom(Exception):
    """Nothing more can be kept before room is made; what was to be kept is to be tried again."""


def free_in(folder: Path) -> int:
    """How many bytes are free where a folder lies, or will lie."""
    nearest = next((one for one in (folder, *folder.absolute().parents) if one.exists()), folder)
    return shutil.disk_usage(nearest).free


def is_full(error: BaseException, folder: Path | None = None) -> bool:
    """True when *error*, or what it came of, says that disk, quota or database has no room.

    Some errors of SQLite's leave open whether room was lacking. Then *folder* is tried.
    """
    told = list(_chain(error))
    if any(_says_full(one) for one in told):
        return True
    return folder is not None and any(_is_unclear(one) for one in told) and not takes(folder)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _says_full(error: BaseException) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FULL
    if isinstance(error, sqlite3.Error):
        return _code_of(error) == sqlite3.SQLITE_FULL
    return getattr(error, "sqlstate", None) == _DISK_FULL


def _is_unclear(error: BaseException) -> bool:
    return isinstance(error, sqlite3.Error) and _code_of(error) in _UNCLEAR


def _code_of(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def takes(folder: Path) -> bool:
    """Whether a small file can be written there, quotas included."""
    probe = folder / f"room.{secrets.token_hex(4)}"
    try:
        with probe.open("wb") as file:
            file.write(secrets.token_bytes(_TRIED))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return error.errno not in _FULL
    finally:
        probe.unlink(missing_ok=True)
    return True


class Room:
    """What the log says of one place: once that room is lacking, once that it is there again."""

    def __init__(self, place: str) -> None:
        self._place = place
        self.is_lacking = False

    def missed(self) -> None:
        if not self.is_lacking:
            log.error(
                "No room is left for %s. What comes in waits, and nothing is lost: make room "
                "there, and the office goes on by itself.",
                self._place,
            )
        self.is_lacking = True

    def found(self) -> None:
        if self.is_lacking:
            log.warning("There is room again for %s; the office goes on.", self._place)
        self.is_lacking = False
