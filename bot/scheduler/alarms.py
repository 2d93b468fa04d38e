"""The one armed alarm: APScheduler wakes when the next task has something to say."""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import Connection

from bot.health import metrics
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from storage.writer import Writer
from workflow.desk.alarm_batch import AlarmBatch
from workflow.desk.almanac import Almanac
from workflow.desk.appointing import AppointmentNotices
from workflow.desk.ramadan import RamadanQuestion
from workflow.desk.side_alarms import ring_side_tasks
from workflow.desk.timekeeper import Timekeeper
from workflow.ids import PersonId, TaskId
from workflow.ports import Clock, RandomBytes

log = logging.getLogger(__name__)

JOB = "next alarm"
# Many commits in a moment re-arm once.
SETTLE = 0.2
# So much that was asked beside files is said by one call.
SIDE_TASKS = 20
# And so many requests that nobody repaired are closed by one.
CLOSED = 10


class AlarmClock:
    """Holds one date job at the earliest alarm; what is due is read from the database.

    What waking costs depends on what is due, not on what is open. After a stop the alarms missed
    are caught up once.
    """

    def __init__(
        self,
        *,
        scheduler: AsyncIOScheduler,
        writer: Writer,
        context: OfficeContext,
        clock: Clock,
        random_bytes: RandomBytes,
        committed: Callable[[], None],
    ) -> None:
        self._scheduler = scheduler
        self._writer = writer
        self._context = context
        self._clock = clock
        self._random_bytes = random_bytes
        self._committed = committed
        self._changed = asyncio.Event()

    def changed(self) -> None:
        """Something was committed, or the clock was moved: the next alarm may be another."""
        self._changed.set()

    async def run(self) -> None:
        """Keep the job armed until cancelled."""
        await self.ring()
        while True:
            await self._changed.wait()
            await asyncio.sleep(SETTLE)
            self._changed.clear()
            await self._arm()

    async def ring(self) -> None:
        """Say what has come, read and written batch after batch, and arm the next.

        Nobody hears anything before the last batch is written, so that it is one message.
        """
        while await self._writer.run(self._tell_of_appointments):
            pass
        await self._writer.run(self._begin_due)
        while await self._writer.run(self._ring_side_tasks):
            pass
        found = AlarmBatch(self._clock.now())
        while found.more:
            look = partial(self._look, now=found.now, after=found.seen)
            found.take_in(await self._writer.run(look))
        for task_id in found.saying:
            metrics.ALARM_LATENESS.observe((found.now - found.rung[task_id]).total_seconds())
        busy = await self._writer.run(partial(self._busy, found=found))
        for part in found.parts():
            await self._writer.run(partial(self._say, found=found, part=part, busy=busy))
        await self._writer.run(partial(self._release, now=found.now))
        for at in range(0, len(found.closing), CLOSED):
            lapsed = found.closing[at : at + CLOSED]
            await self._writer.run(partial(self._close, lapsed=lapsed, now=found.now))
        self._committed()
        await self._arm()

    async def _arm(self) -> None:
        next_at = await self._writer.run(self._next)
        if next_at is None:
            if self._scheduler.get_job(JOB) is not None:
                self._scheduler.remove_job(JOB)
            return
        wait = max(timedelta(), next_at - self._clock.now())
        self._scheduler.add_job(
            self.ring,
            "date",
            run_date=datetime.now(UTC) + wait,  # noqa: TID251  # APScheduler runs by real time
            id=JOB,
            replace_existing=True,
            misfire_grace_time=None,
        )

    def _tell_of_appointments(self, connection: Connection) -> bool:
        work = SqlUnitOfWork(connection, self._context, self._clock.now())
        return AppointmentNotices(work).tell_due()

    def _ring_side_tasks(self, connection: Connection) -> bool:
        work = SqlUnitOfWork(connection, self._context, self._clock.now())
        return ring_side_tasks(work, most=SIDE_TASKS)

    def _begin_due(self, connection: Connection) -> None:
        work = SqlUnitOfWork(connection, self._context, self._clock.now())
        Almanac(work, self._random_bytes).begin_due()
        RamadanQuestion(work).ask_due()

    def _look(
        self, connection: Connection, now: datetime, after: tuple[datetime, TaskId] | None
    ) -> AlarmBatch:
        return self._timekeeper(connection, now).look(after=after)

    def _close(self, connection: Connection, lapsed: Sequence[TaskId], now: datetime) -> None:
        self._timekeeper(connection, now).close(lapsed)

    def _busy(self, connection: Connection, found: AlarmBatch) -> Mapping[PersonId, datetime]:
        return self._timekeeper(connection, found.now).busy(found)

    def _say(
        self,
        connection: Connection,
        found: AlarmBatch,
        part: Sequence[TaskId],
        busy: Mapping[PersonId, datetime],
    ) -> None:
        self._timekeeper(connection, found.now).say(found, part, busy)

    def _release(self, connection: Connection, now: datetime) -> None:
        self._timekeeper(connection, now).release()

    def _timekeeper(self, connection: Connection, now: datetime) -> Timekeeper:
        """All batches of one look, and what is said of them, belong to one moment."""
        return Timekeeper(SqlUnitOfWork(connection, self._context, now))

    def _next(self, connection: Connection) -> datetime | None:
        work = SqlUnitOfWork(connection, self._context, self._clock.now())
        begins_at = Almanac(work, self._random_bytes).next_begin_at()
        speaks_at = AppointmentNotices(work).next_at()
        asks_at = RamadanQuestion(work).next_at()
        left_at = Timekeeper(work).next_release_at()
        moments = (work.cases.next_alarm_at(), begins_at, speaks_at, asks_at, left_at)
        return min((one for one in moments if one is not None), default=None)
