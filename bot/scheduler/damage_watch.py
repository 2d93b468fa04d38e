"""Files of the vault that were found damaged: the administrators hear of each one once."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial

from sqlalchemy import Connection

from storage.reading.referred import of_cases
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.writer import Writer
from workflow.desk.caretaking import tell_of_damage
from workflow.errors import FileDamaged
from workflow.ports import Clock

log = logging.getLogger(__name__)

# Seconds until those are tried again who could not be told yet: the office was closed.
RHYTHM = 60.0


class DamageWatch:
    """Remembers what was found since the start, so that nobody is told twice of one file."""

    def __init__(
        self,
        *,
        writer: Writer,
        context: OfficeContext,
        clock: Clock,
        committed: Callable[[], None],
    ) -> None:
        self._writer = writer
        self._context = context
        self._clock = clock
        self._committed = committed
        self._waiting: dict[str, FileDamaged] = {}
        self._told: set[str] = set()
        self._news = asyncio.Event()

    def found(self, damaged: FileDamaged) -> None:
        """Called on the loop by whoever could not read a file."""
        if damaged.digest in self._told or damaged.digest in self._waiting:
            return
        log.error("%s; restore it from your backup", damaged)
        self._waiting[damaged.digest] = damaged
        self._news.set()

    async def run(self) -> None:
        """Tell until cancelled."""
        while True:
            await self._news.wait()
            await self.look()
            if self._waiting:
                await asyncio.sleep(RHYTHM)
            else:
                self._news.clear()

    async def look(self) -> None:
        """Tell of what waits, when the office is open."""
        for digest, damaged in list(self._waiting.items()):
            if self._writer.lacks_room:
                return
            if await self._writer.run(partial(self._tell, damaged=damaged)):
                self._told.add(digest)
                del self._waiting[digest]
        self._committed()

    def _tell(self, connection: Connection, damaged: FileDamaged) -> bool:
        work = SqlUnitOfWork(connection, self._context, self._clock.now())
        number = of_cases(connection, [damaged.digest]).get(damaged.digest, "-")
        return tell_of_damage(work, damaged.digest, number, missing=damaged.missing)
