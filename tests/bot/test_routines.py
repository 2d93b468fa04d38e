"""The night: what is old is forgotten in batches, and nobody waits for more than one."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.scheduler.routines import forget
from storage.models.post import OutboxRow
from storage.repositories.people import PeopleRepository
from storage.sweeping import BATCH, KEPT, SWEEPS, Sweep
from tests.support.books import books_in, sent_messages
from tests.support.fakes import MONDAY_MORNING, FixedClock, a_writer
from workflow.people import Language

A_MONTH_LATER = MONDAY_MORNING + KEPT + timedelta(days=1)


@pytest.fixture
def writer(tmp_path):
    with books_in(tmp_path) as engine:
        writer = a_writer(engine)
        yield writer
        writer.close()


def old_messages(connection):
    person = PeopleRepository(connection).add(
        7, name="Budi", language=Language.INDONESIAN, at=MONDAY_MORNING
    )
    sent_messages(connection, person.id, 2 * BATCH + 1, at=MONDAY_MORNING)


def count(connection):
    return connection.scalar(select(func.count()).select_from(OutboxRow))


async def test_in_a_night_all_goes_that_is_old(writer):
    await writer.run(old_messages)
    await forget(writer, FixedClock(A_MONTH_LATER))
    assert await writer.run(count) == 0


async def test_whoever_presses_at_night_comes_between_two_batches(writer):
    await writer.run(old_messages)
    seen = []
    counts = []
    [messages] = [one for one in SWEEPS if one.name == "messages"]

    def batch(connection, *, now, after):
        if after not in seen:
            seen.append(after)
            # Somebody presses while this batch runs, and is served before the next.
            loop.call_soon_threadsafe(lambda: counts.append(writer.begin(count)))
        return messages.batch(connection, now=now, after=after)

    loop = asyncio.get_running_loop()
    await forget(writer, FixedClock(A_MONTH_LATER), [Sweep("messages", batch)])
    assert await asyncio.gather(*counts) == [BATCH + 1, 1, 0]


async def test_what_cannot_be_swept_keeps_nothing_else_back(writer, caplog):
    def broken(connection, *, now, after):
        raise ValueError("of another shape")

    await writer.run(old_messages)
    await forget(writer, FixedClock(A_MONTH_LATER), [Sweep("cards", broken), *SWEEPS])
    assert "old cards could not be forgotten" in caplog.text
    assert await writer.run(count) == 0
