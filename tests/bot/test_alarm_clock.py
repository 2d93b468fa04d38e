"""The one armed alarm: it rings when the next task has something to say, and asks for no other."""

import asyncio
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.scheduler.alarms import JOB, AlarmClock
from tests.support.builders import at
from tests.support.fakes import Within
from tests.support.hurried import hurried
from tests.support.office import open_office
from workflow.alarms import Rhythm
from workflow.intents import TellAlarms

MONDAY = date(2026, 11, 23)


class Scheduler:
    """Holds the job that it was given last, and counts how often it was given one."""

    def __init__(self):
        self.armed = 0
        self.job = None
        self.wait = None

    def add_job(self, job, trigger, *, run_date, **how):
        assert trigger == "date"
        assert how == {"id": JOB, "replace_existing": True, "misfire_grace_time": None}
        self.armed += 1
        self.job = job
        self.wait = run_date - datetime.now(UTC)  # noqa: TID251  # as APScheduler reckons

    def get_job(self, name):
        return self.job

    def remove_job(self, name):
        assert self.job is not None
        self.job = self.wait = None

    def is_set_to(self, wait):
        """Whether it rings after this time; what passed meanwhile on the real clock is let go."""
        return self.wait is not None and wait - timedelta(minutes=1) < self.wait <= wait


class Wall:
    """An alarm clock over the books of an office that is played."""

    def __init__(self, office):
        self.scheduler = Scheduler()
        self.committed = 0
        office.context.rhythm = Rhythm(group_window=timedelta())
        self.clock = AlarmClock(
            scheduler=self.scheduler,
            writer=Within(office.work.connection),
            context=office.context,
            clock=office.clock,
            random_bytes=office.random_bytes,
            committed=self._committed,
        )

    def _committed(self):
        self.committed += 1


@pytest.fixture
def office():
    with open_office() as opened:
        opened.clock.move_to(at(MONDAY, "09.00"))
        yield opened


@pytest.fixture
def wall(office):
    return Wall(office)


def alarms(office):
    kinds = office.work.connection.exec_driver_sql("SELECT kind FROM outbox ORDER BY id")
    return [kind for (kind,) in kinds].count(TellAlarms.__name__)


async def test_it_is_set_to_the_moment_at_which_the_next_task_speaks(office, wall):
    office.applies()
    await wall.clock.ring()
    next_at = office.work.cases.next_alarm_at()
    assert office.clock.now() < next_at
    assert wall.scheduler.is_set_to(next_at - office.clock.now())
    assert alarms(office) == 0


async def test_it_says_what_is_due_and_is_set_to_what_comes_then(office, wall):
    office.applies()
    office.clock.move_to(office.work.cases.next_alarm_at())
    await wall.clock.ring()
    assert alarms(office) == 1
    assert wall.committed == 1
    next_at = office.work.cases.next_alarm_at()
    assert wall.scheduler.is_set_to(next_at - office.clock.now())


async def test_what_was_missed_while_the_bot_stood_still_is_told_once(office, wall):
    for _ in range(3):
        office.applies()
    office.clock.move_to(at(date(2026, 11, 24), "10.00"))
    await wall.clock.ring()
    told = alarms(office)
    assert told > 0
    await wall.clock.ring()
    assert alarms(office) == told


async def test_what_is_overdue_to_be_said_is_said_at_once(office, wall):
    office.applies()
    office.clock.move_to(office.work.cases.next_alarm_at() + timedelta(minutes=1))
    await wall.clock._arm()
    assert wall.scheduler.is_set_to(timedelta())


@asynccontextmanager
async def running(wall):
    task = asyncio.ensure_future(wall.clock.run())
    await asyncio.sleep(1)
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def test_many_decisions_in_a_moment_set_it_once(office, wall):
    async def work(_):
        async with running(wall):
            before = wall.scheduler.armed
            office.applies()
            for _ in range(50):
                wall.clock.changed()
            await asyncio.sleep(5)
            return wall.scheduler.armed - before

    assert hurried(work) == 1


def test_it_is_set_anew_when_something_earlier_comes(office, wall):
    async def work(_):
        async with running(wall):
            first = wall.scheduler.wait
            office.applies()
            wall.clock.changed()
            await asyncio.sleep(5)
            return first, wall.scheduler.wait

    first, second = hurried(work)
    assert first is None or second < first


def test_where_nothing_is_to_be_said_it_is_not_set(office, wall):
    async def work(_):
        office.applies()
        async with running(wall):
            assert wall.scheduler.job is not None
            office.work.connection.exec_driver_sql("UPDATE tasks SET next_alarm_at = NULL")
            wall.clock.changed()
            await asyncio.sleep(5)

    hurried(work)
    assert wall.scheduler.job is None
