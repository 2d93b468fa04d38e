"""A disk that is filling up is told to the administrators before it is full."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.scheduler.room import ENOUGH, RoomWatch
from storage.models.post import OutboxRow
from storage.repositories.people import PeopleRepository
from storage.room import LITTLE_ROOM
from storage.unit_of_work import OfficeContext
from tests.support.books import books_in
from tests.support.builders import sample_calendar, sample_office
from tests.support.fakes import MONDAY_MORNING, FixedClock, a_writer
from workflow.intent_text import decode
from workflow.people import Language

PLENTY, LITTLE = 2 * ENOUGH, LITTLE_ROOM // 2


class Watched:
    """An office with a disk, a clock and a watch over it."""

    def __init__(self, folder, engine, writer):
        self.free = PLENTY
        self.clock = FixedClock()
        self.writer = writer
        self._engine = engine
        self._watch = RoomWatch(
            folder=folder,
            free=lambda _: self.free,
            writer=writer,
            context=OfficeContext(office=sample_office(), calendar=sample_calendar()),
            clock=self.clock,
            committed=lambda: None,
        )

    async def looks(self, free):
        self.free = free
        await self._watch.look()

    def told(self):
        with self._engine.connect() as connection:
            found = connection.execute(select(OutboxRow.kind, OutboxRow.body)).all()
        return [decode(*row) for row in found]


@pytest.fixture
async def office(tmp_path):
    with books_in(tmp_path) as engine:
        writer = a_writer(engine)
        yield Watched(tmp_path, engine, writer)
        writer.close()


async def appoint(office):
    def do(connection):
        people = PeopleRepository(connection)
        it = people.add(9, name="Putri", language=Language.INDONESIAN, at=MONDAY_MORNING)
        people.make_administrator(it.id)

    await office.writer.run(do)


async def test_with_room_enough_nobody_hears_of_it(office):
    await appoint(office)
    await office.looks(PLENTY)
    assert office.told() == []


async def test_little_room_is_told_once_with_folder_and_megabytes(office, tmp_path):
    await appoint(office)
    await office.looks(LITTLE)
    await office.looks(LITTLE // 2)
    [told] = office.told()
    assert told.message_id == "little-room"
    assert told.arguments == {"folder": str(tmp_path), "megabytes": 512}


async def test_after_enough_room_it_is_told_anew(office):
    await appoint(office)
    for free in (LITTLE, LITTLE_ROOM + 1, LITTLE):
        await office.looks(free)
    assert len(office.told()) == 1
    for free in (PLENTY, LITTLE):
        await office.looks(free)
    assert len(office.told()) == 2


async def test_at_night_nobody_is_woken_and_in_the_morning_it_is_told(office, caplog):
    await appoint(office)
    office.clock.wait(hours=14)
    await office.looks(LITTLE)
    await office.looks(LITTLE)
    assert office.told() == []
    assert len(caplog.records) == 1
    office.clock.move_to(MONDAY_MORNING + timedelta(days=1))
    await office.looks(LITTLE)
    assert len(office.told()) == 1


async def test_an_office_without_an_administrator_tells_the_first_one_who_comes(office):
    await office.looks(LITTLE)
    await appoint(office)
    await office.looks(LITTLE)
    assert len(office.told()) == 1
