"""A database that is not there for a while: its server restarts, or its file was taken away."""

import logging
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import InterfaceError, OperationalError

log = logging.getLogger(__name__)

# What PostgreSQL says while it stops and starts, and when it takes nobody more.
_SHUT = {"57P01", "57P02", "57P03", "53300"}
_LINE = "08"  # the class of all that befalls a connection


class FileGone(Exception):
    """The database's file is not where it was opened; what is written to it would be lost."""


class Undecided(Exception):
    """The server has not said yet what became of a commit."""


class Whereabouts:
    """Where one database lies, and whether it still lies there.

    A file that was deleted can be written to as long as it is open, and is lost when it is closed.
    So nothing is committed to a file that is no longer found under its name.
    """

    def __init__(self, engine: Engine) -> None:
        on_disk = engine.dialect.name == "sqlite" and engine.url.database
        self._path = Path(str(engine.url.database)) if on_disk else None
        self._serves = engine.dialect.name == "postgresql"
        self._opened: tuple[int, int] | None = None
        self._was_there = False
        # A transaction of which nobody knows whether its commit arrived.
        self._doubtful: str | None = None

    def ensure_there(self) -> None:
        """Raises FileGone where another file, or none, lies in place of the one opened first."""
        if self._path is None or self._opened is None:
            return
        if _identity(self._path) != self._opened:
            raise FileGone(self._path)

    def opened(self) -> None:
        """It was written to: that it is not there is from now on something that passes."""
        self._was_there = True
        if self._path is not None and self._opened is None:
            self._opened = _identity(self._path)

    def is_away(self, error: BaseException) -> bool:
        """True for what says that the database is gone, once it has been there."""
        if isinstance(error, FileGone | Undecided):
            return True
        return self._was_there and self._serves and _says_away(error)

    def about_to_commit(self, connection: Connection) -> None:
        """Keep the transaction's number: a line that breaks now leaves open what became of it."""
        if self._serves:
            found = connection.exec_driver_sql("SELECT pg_current_xact_id_if_assigned()::text")
            self._doubtful = found.scalar_one()

    def committed(self) -> None:
        self._doubtful = None
        self.opened()

    def begin_anew(self) -> None:
        """Other calls come: what was doubtful before is none of theirs."""
        self._doubtful = None

    def has_arrived(self, connection: Connection) -> bool:
        """Whether the commit of which nobody knew has arrived after all."""
        if self._doubtful is None:
            return False
        found = "SELECT pg_xact_status(%s::xid8)"
        with connection.begin():
            status = connection.exec_driver_sql(found, (self._doubtful,)).scalar_one()
        if status == "in progress":
            raise Undecided("what was written last is not decided yet")
        self._doubtful = None
        return bool(status == "committed")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _says_away(error: BaseException) -> bool:
    return any(_is_of_the_line(one) for one in _chain(error))


def _is_of_the_line(error: BaseException) -> bool:
    """The driver tells no state of its own where the server could not be asked."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    state = getattr(error.orig, "sqlstate", "")
    return state is None or state in _SHUT or state.startswith(_LINE)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


class OutageLog:
    """What the log says of one database: once that it is gone, once that it is there again."""

    def __init__(self, place: str) -> None:
        self._place = place
        self.is_lasting = False

    def missed(self, error: BaseException) -> None:
        if not self.is_lasting:
            log.error(
                "%s is not there any more (%s). What comes in waits, and nothing is decided: %s, "
                "and the office goes on by itself.",
                self._place,
                str(error).splitlines()[0] if str(error) else type(error).__name__,
                _MEND_OF_FILE if isinstance(error, FileGone) else "start its server again",
            )
        self.is_lasting = True

    def found(self) -> None:
        if self.is_lasting:
            log.warning("%s is there again; the office goes on.", self._place)
        self.is_lasting = False


_MEND_OF_FILE = (
    "put the same folder back where it was; if it was deleted, stop the bot, restore your backup "
    "and start it"
)
