"""A look at the disk now and then, so that somebody makes room before there is none."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from storage.room import LITTLE_ROOM
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.writer import Writer
from workflow.desk.caretaking import tell_of_little_room
from workflow.ports import Clock

log = logging.getLogger(__name__)

# Real minutes between two looks.
RHYTHM = 10
# A disk that goes up and down around the threshold is told of once.
ENOUGH = LITTLE_ROOM + LITTLE_ROOM // 4


class RoomWatch:
    """Tells the administrators of a disk that is filling up: once, until there is enough again."""

    def __init__(
        self,
        *,
        folder: Path,
        free: Callable[[Path], int],
        writer: Writer,
        context: OfficeContext,
        clock: Clock,
        committed: Callable[[], None],
    ) -> None:
        self._folder = folder.absolute()
        self._free = free
        self._writer = writer
        self._context = context
        self._clock = clock
        self._committed = committed
        self._logged = False
        self._told = False

    async def look(self) -> None:
        """The log hears at once, the administrators when the office is open."""
        free = self._free(self._folder)
        if free > ENOUGH:
            self._logged = self._told = False
        if free > LITTLE_ROOM or self._told:
            return
        if not self._logged:
            log.warning("%s: only %d MB are free; make room there", self._folder, free >> 20)
            self._logged = True
        if self._writer.lacks_room:
            return
        self._told = await self._writer.run(partial(self._tell, free=free))
        self._committed()

    def _tell(self, connection: Connection, free: int) -> bool:
        work = SqlUnitOfWork(connection, self._context, self._clock.now())
        return tell_of_little_room(work, str(self._folder), free)
