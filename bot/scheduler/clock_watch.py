"""A look at the machine's clock now and then: one that was set back must be put right."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from functools import partial

from sqlalchemy import Connection

from bot.clock import SteadyClock
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.writer import Writer
from workflow.desk.caretaking import tell_of_clock_behind

log = logging.getLogger(__name__)

# What a time server corrects now and then is nobody's concern.
TOLERANCE = timedelta(minutes=1)
# Seconds between two looks, counted by the machine: no setting of its clock moves them.
RHYTHM = 60.0


class ClockWatch:
    """Tells the administrators of a clock that was set back: once, until it is right again."""

    def __init__(
        self,
        *,
        clock: SteadyClock,
        writer: Writer,
        context: OfficeContext,
        committed: Callable[[], None],
        jumped: Callable[[], None],
    ) -> None:
        self._clock = clock
        self._writer = writer
        self._context = context
        self._committed = committed
        self._jumped = jumped
        self._drift: timedelta | None = None
        self._logged = False
        self._told = False

    async def run(self) -> None:
        """Look until cancelled, at the clock and whether it was set anew."""
        while True:
            await self.look()
            self.notice_jump()
            await asyncio.sleep(RHYTHM)

    def notice_jump(self) -> None:
        """Tell whoever waits for a moment when the clock was set since this was asked last.

        A timer is set for a span. After a jump it would ring at another moment than was meant.
        """
        drift = self._clock.drift
        if self._drift is not None and abs(drift - self._drift) > TOLERANCE:
            self._jumped()
        self._drift = drift

    async def look(self) -> None:
        """The log hears at once, the administrators when the office is open."""
        behind = self._clock.behind
        if behind <= TOLERANCE:
            self._logged = self._told = False
            return
        if not self._logged:
            log.error(
                "The machine's clock is %s behind the latest moment in the books. The office goes "
                "on by the books' time; set the clock, best by NTP.",
                timedelta(seconds=round(behind.total_seconds())),
            )
            self._logged = True
        if self._told or self._writer.lacks_room:
            return
        self._told = await self._writer.run(partial(self._tell, behind=behind))
        self._committed()

    def _tell(self, connection: Connection, behind: timedelta) -> bool:
        work = SqlUnitOfWork(connection, self._context, self._clock.now())
        return tell_of_clock_behind(work, behind)
