"""A machine's clock may be set back; time in the books does not go back."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.clock import SteadyClock
from bot.opening import StartFailed, ensure_not_emptied
from bot.scheduler.clock_watch import ClockWatch
from bot.settings import Settings
from storage import inbox
from storage.inbox import Received
from storage.models.post import OutboxRow
from storage.reading.moments import latest_moment
from storage.repositories.people import PeopleRepository
from storage.unit_of_work import OfficeContext
from tests.support.books import books_in
from tests.support.builders import sample_calendar, sample_office
from tests.support.fakes import ENVELOPE, MONDAY_MORNING, FixedClock, a_writer
from tests.support.office import open_office
from workflow.errors import NotForYou
from workflow.intent_text import decode
from workflow.intents import Tell
from workflow.people import Language

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


class Machine(FixedClock):
    """A machine's clock, and the seconds that it has run."""

    def __init__(self):
        super().__init__()
        self.seconds = 0.0

    def runs(self, **span):
        self.wait(**span)
        self.seconds += timedelta(**span).total_seconds()

    def is_set(self, moment):
        self.move_to(moment)

    def elapsed(self):
        return self.seconds


@pytest.fixture
def machine():
    return Machine()


@pytest.fixture
def clock(machine):
    return SteadyClock(machine, elapsed=machine.elapsed)


def test_the_time_is_the_machines_while_it_goes_forward(machine, clock):
    assert clock.now() == MONDAY_MORNING
    machine.runs(minutes=5)
    assert clock.now() == MONDAY_MORNING + 5 * MINUTE
    machine.is_set(MONDAY_MORNING + DAY)
    assert clock.now() == MONDAY_MORNING + DAY
    assert not clock.behind


def test_set_back_by_a_day_the_office_goes_on_from_where_it_was(machine, clock):
    clock.now()
    machine.is_set(MONDAY_MORNING - DAY)
    assert clock.now() == MONDAY_MORNING
    machine.runs(minutes=5)
    assert clock.now() == MONDAY_MORNING + 5 * MINUTE
    assert clock.behind == DAY


def test_put_right_again_the_machines_clock_is_followed(machine, clock):
    clock.now()
    machine.is_set(MONDAY_MORNING - DAY)
    machine.runs(minutes=5)
    clock.now()
    machine.is_set(MONDAY_MORNING + 6 * MINUTE)
    assert clock.now() == MONDAY_MORNING + 6 * MINUTE
    assert not clock.behind


def test_after_a_restart_no_time_is_before_the_latest_in_the_books(machine, clock, tmp_path):
    with books_in(tmp_path) as engine, engine.begin() as connection:
        assert latest_moment(connection) is None
        update = Received(update_id=1, chat_id=7, body="{}")
        inbox.put(connection, [update], at=MONDAY_MORNING, envelope=ENVELOPE)
        machine.is_set(MONDAY_MORNING - DAY)
        clock.not_before(latest_moment(connection))
    assert clock.now() == MONDAY_MORNING


def test_an_officer_dismissed_stays_dismissed_when_the_clock_goes_back_a_day(machine):
    with open_office(clock=SteadyClock(machine, elapsed=machine.elapsed)) as office:
        machine.runs(days=1)
        office.applies()
        office.leaves("petugas", "petugas")
        task = office.task
        machine.is_set(MONDAY_MORNING)
        office.refuses(NotForYou, "petugas", lambda desks: desks.officer.open(task.id))


class Watched:
    def __init__(self, engine, writer):
        self.machine = Machine()
        self._engine = engine
        self._clock = SteadyClock(self.machine, elapsed=self.machine.elapsed)
        self._clock.now()
        self.jumps = []
        self._watch = ClockWatch(
            clock=self._clock,
            writer=writer,
            context=OfficeContext(office=sample_office(), calendar=sample_calendar()),
            committed=lambda: None,
            jumped=lambda: self.jumps.append("jump"),
        )
        self.look = self._watch.look
        self.notice_jump = self._watch.notice_jump

    def told(self):
        with self._engine.connect() as connection:
            found = connection.execute(select(OutboxRow.kind, OutboxRow.body)).all()
        return [decode(*row) for row in found]


@pytest.fixture
async def watched(tmp_path):
    with books_in(tmp_path) as engine:
        with engine.begin() as connection:
            people = PeopleRepository(connection)
            it = people.add(9, name="Putri", language=Language.INDONESIAN, at=MONDAY_MORNING)
            people.make_administrator(it.id)
        writer = a_writer(engine)
        yield Watched(engine, writer)
        writer.close()


async def test_the_administrators_hear_once_of_a_clock_that_was_set_back(watched, caplog):
    await watched.look()
    assert watched.told() == []
    watched.machine.is_set(MONDAY_MORNING - DAY)
    for _ in range(3):
        await watched.look()
    assert watched.told() == [
        Tell(message_id="clock-behind", arguments={"hours": 24, "minutes": 0})
    ]
    assert caplog.text.count("clock is 1 day") == 1


@pytest.mark.parametrize("jump", [-DAY, 3 * 60 * MINUTE])
async def test_what_is_armed_is_armed_anew_when_the_clock_is_set(watched, jump):
    watched.notice_jump()
    watched.machine.runs(minutes=10)
    watched.notice_jump()
    assert watched.jumps == []
    watched.machine.is_set(watched.machine.now() + jump)
    for _ in range(2):
        watched.machine.runs(minutes=1)
        watched.notice_jump()
    assert len(watched.jumps) == 1


async def test_what_a_time_server_corrects_is_nobodys_concern(watched):
    watched.machine.is_set(MONDAY_MORNING - timedelta(seconds=40))
    await watched.look()
    assert watched.told() == []


def test_no_new_office_is_begun_beside_the_files_of_one_whose_database_is_gone(tmp_path):
    settings = Settings(_env_file=None, data_dir=tmp_path, database_url="")
    ensure_not_emptied(settings)
    (tmp_path / "vault" / "ab").mkdir(parents=True)
    (tmp_path / "vault" / "ab" / ("ab" + "0" * 62)).write_bytes(b"sealed")
    with pytest.raises(StartFailed, match="put the database back"):
        ensure_not_emptied(settings)
    (tmp_path / "disposisi.db").touch()
    ensure_not_emptied(settings)


def test_the_latest_moment_is_read_in_utc(tmp_path):
    with books_in(tmp_path) as engine, engine.begin() as connection:
        update = Received(update_id=1, chat_id=7, body="{}")
        inbox.put(connection, [update], at=datetime(2026, 11, 1, tzinfo=UTC), envelope=ENVELOPE)
        assert latest_moment(connection).tzinfo is not None
