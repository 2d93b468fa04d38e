"""A disk that can be filled and cleared, under a real SQLite database."""

import asyncio

from sqlalchemy import Engine, event, insert

from storage.models.cases import CounterRow
from storage.writer import Writer

_ROOMY = 100_000  # pages
_LONG = "x" * 20_000  # a name for which the database has to grow


class SmallDisk:
    """As large as it is told to be: SQLite refuses to grow beyond it, as on a real one."""

    def __init__(self, engine: Engine) -> None:
        self._pages = _ROOMY
        event.listen(engine, "begin", self._measure)

    def _measure(self, connection):
        connection.exec_driver_sql(f"PRAGMA max_page_count={self._pages}")

    def fill(self):
        self._pages = 1  # what lies there stays, and nothing is added

    def clear(self):
        self._pages = _ROOMY


def write(number):
    """What needs more room than there is on a full disk."""

    def do(connection):
        connection.execute(insert(CounterRow).values(series=_LONG, year=number, last=number))
        return number

    return do


async def is_waiting(writer: Writer):
    """Return when the writer has found out that there is no room."""
    while not writer.lacks_room:  # noqa: ASYNC110  # its own thread finds it out
        await asyncio.sleep(0.005)
