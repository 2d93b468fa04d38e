"""The one armed alarm: it rings when the next task has something to say, and asks for no other."""

import asyncio
from collections import Counter
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.scheduler.alarms import JOB, AlarmClock
from storage.outbox import claim
from tests.support.builders import at
from tests.support.fakes import Within
from tests.support.hurried import hurried
from tests.support.office import open_office
from workflow.alarms import Rhythm
from workflow.desk.alarm_batch import PART
from workflow.intent_text import decode
from workflow.intents import Tell, TellAlarms
from workflow.people import Acting, Appointment

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


class Stopped(Exception):
    """The machine stops."""


class StoppedAfter:
    """A writer whose machine stops after so many calls."""

    lacks_room = False

    def __init__(self, writer, calls):
        self._writer = writer
        self._calls = calls

    async def run(self, do):
        if self._calls == 0:
            raise Stopped
        self._calls -= 1
        return await self._writer.run(do)


class Wall:
    """An alarm clock over the books of an office that is played."""

    def __init__(self, office, stops_after=None):
        self.scheduler = Scheduler()
        self.committed = 0
        office.context.rhythm = Rhythm(group_window=timedelta())
        writer = Within(office.work.connection)
        self.clock = AlarmClock(
            scheduler=self.scheduler,
            writer=writer if stops_after is None else StoppedAfter(writer, stops_after),
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


def told(office):
    """Of which files each person has a message that may be sent."""
    waiting = "SELECT person_id, kind, body FROM outbox WHERE state = 'waiting' ORDER BY id"
    names = {person: name for name, person in office.ids.items()}
    rows = office.work.connection.exec_driver_sql(waiting).all()
    heard = [(names[person], decode(kind, body)) for person, kind, body in rows]
    return [
        (name, (*one.task_ids, *one.overdue)) for name, one in heard if isinstance(one, TellAlarms)
    ]


def late_files(office, number):
    """So many files of the petugas whose limit has lapsed, and of which the superior is to hear."""
    office.applies()
    office.many_files(number - 1)
    due = "UPDATE tasks SET next_alarm = 'due:', next_alarm_at = due_at WHERE done_at IS NULL"
    office.work.connection.exec_driver_sql(due)
    office.clock.move_to(at(MONDAY, "10.00"))
    rows = office.work.connection.exec_driver_sql("SELECT id FROM tasks WHERE done_at IS NULL")
    return sorted(task_id for (task_id,) in rows)


MANY = 3 * PART + 7


async def test_of_many_files_that_lapse_together_each_person_hears_in_one_message(office, wall):
    files = late_files(office, MANY)
    await wall.clock.ring()
    heard = told(office)
    assert [name for name, _ in heard] == ["petugas", "sekretaris"]
    assert [sorted(said) for _, said in heard] == [files, files]
    taken = claim(office.work.connection, now=office.clock.now(), limit=500)
    assert len([one for one in taken if isinstance(one.intent, TellAlarms)]) == 2


# Of MANY files the ring makes 4 looks between the beginning and who is busy, then 4 parts.
@pytest.mark.parametrize("calls", range(13))
async def test_wherever_the_bot_is_stopped_nothing_is_told_twice_and_nothing_is_lost(office, calls):
    files = late_files(office, MANY)
    with pytest.raises(Stopped):
        await Wall(office, stops_after=calls).clock.ring()
    office.clock.wait(minutes=3)
    await Wall(office).clock.ring()
    heard = told(office)
    assert sorted(name for name, _ in heard) == ["petugas", "sekretaris"]
    assert [sorted(said) for _, said in heard] == [files, files]


async def test_what_was_cut_off_at_closing_is_told_at_the_next_opening(office):
    files = late_files(office, MANY)
    office.clock.move_to(at(MONDAY, "15.59"))
    with pytest.raises(Stopped):
        await Wall(office, stops_after=11).clock.ring()
    office.clock.move_to(at(MONDAY, "20.00"))
    evening = Wall(office)
    await evening.clock.ring()
    assert told(office) == []
    opening = at(date(2026, 11, 24), "07.30")
    assert evening.scheduler.is_set_to(opening - office.clock.now())
    office.clock.move_to(opening)
    await evening.clock.ring()
    heard = dict(told(office))
    assert sorted(heard["petugas"]) == files


async def test_acting_appointments_that_end_together_are_all_told_of(office, wall):
    ends_at = at(date(2026, 11, 24), "00.00")
    for place in range(5):
        office.arrives(f"plh{place}")
        person = office.ids[f"plh{place}"]
        acting = replace(an_appointment(person), acting=Acting.PLH, ends_at=ends_at)
        office.work.people.appoint(acting, speaks_at=at(date(2026, 11, 24), "07.30"))
    office.clock.move_to(at(date(2026, 11, 24), "07.30"))
    await wall.clock.ring()
    taken = claim(office.work.connection, now=office.clock.now(), limit=500)
    ended = Counter(one.person_id for one in taken if is_told(one.intent, "appointment-ended"))
    assert ended == Counter(office.ids[f"plh{place}"] for place in range(5))


def an_appointment(person_id):
    return Appointment(
        person_id=person_id,
        jabatan="petugas",
        name="Siti",
        nip="",
        rank="",
        acting=Acting.DEFINITIVE,
        begins_at=at(MONDAY, "08.00"),
        ends_at=None,
    )


def is_told(intent, message_id):
    return isinstance(intent, Tell) and intent.message_id == message_id
