"""Cases of before they could be searched for are filled in, a few at a time, while all goes on."""

import asyncio
import logging

from sqlalchemy import Connection

from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.writer import Writer
from workflow.desk.search_terms import fill_in_terms
from workflow.ports import Clock

log = logging.getLogger(__name__)

# Seconds between two batches, in which everybody else has writer and processor to themselves.
PAUSE = 0.02


class FillingIn:
    """Begins at each start where the last one ended: a case that has its terms is passed by."""

    def __init__(self, writer: Writer, context: OfficeContext, clock: Clock) -> None:
        self._writer = writer
        self._context = context
        self._clock = clock

    async def run(self) -> None:
        """Until cancelled; what could not be filled in is tried at the next start."""
        try:
            filled = await self.fill()
        except Exception:
            log.exception("cases of before cannot all be made to be found by /cari")
        else:
            if filled:
                log.info("cases that can be found by /cari from now on: %s", filled)
        await asyncio.get_running_loop().create_future()

    async def fill(self) -> int:
        """Return how many cases were behind, when none is."""
        filled = 0
        while done := await self._writer.run(self._batch):
            filled += done
            await asyncio.sleep(PAUSE)
        return filled

    def _batch(self, connection: Connection) -> int:
        work = SqlUnitOfWork(connection, self._context, self._clock.now())
        return len(fill_in_terms(work))
