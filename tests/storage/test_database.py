import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest
from sqlalchemy import event, func, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError, StatementError

from storage.database import reading_engine, savepoint, writing_engine
from storage.models.cases import CounterRow, MarkRow
from storage.models.post import InboxRow
from tests.support.builders import JAKARTA
from tests.support.fakes import MONDAY_MORNING, a_writer


class Broken(Exception):
    """Something in an errand went wrong."""


class Leaving(BaseException):
    """No fault of the errand: somebody wants to stop."""


@pytest.fixture
def writer(own_engine):
    writer = a_writer(own_engine)
    yield writer
    writer.close()


def count_to(number, series="PDK"):
    """Raise a counter to a number, the first time by laying it."""

    def do(connection):
        connection.execute(insert(CounterRow).values(series=series, year=number, last=number))
        return number

    return do


def break_off(connection):
    count_to(1, "half done")(connection)
    raise Broken


def counted(engine):
    """What another connection sees."""
    with engine.connect() as connection:
        found = select(CounterRow.series, CounterRow.year).order_by(CounterRow.year)
        return [tuple(row) for row in connection.execute(found)]


async def together(writer, *calls):
    """Hand in calls that wait while the writer is held up, so that they are one group."""
    held, go_on = threading.Event(), threading.Event()

    def hold(connection):
        held.set()
        go_on.wait(10)

    first = asyncio.ensure_future(writer.run(hold))
    await asyncio.to_thread(held.wait, 10)
    waiting = [asyncio.ensure_future(writer.run(call)) for call in calls]
    await asyncio.sleep(0)  # each puts itself into the queue
    go_on.set()
    await first
    return await asyncio.gather(*waiting, return_exceptions=True)


@pytest.fixture
def commits(own_engine):
    made = []
    event.listen(own_engine, "commit", made.append)
    return made


def test_a_savepoint_goes_with_the_transaction_around_it(own_engine):
    with own_engine.connect() as connection:
        with savepoint(connection):
            count_to(1)(connection)
        connection.rollback()
    assert counted(own_engine) == []


def test_a_savepoint_undoes_only_what_was_done_in_it(own_engine):
    with own_engine.begin() as connection:
        count_to(1)(connection)
        with pytest.raises(Broken), savepoint(connection):
            break_off(connection)
        count_to(2)(connection)
    assert counted(own_engine) == [("PDK", 1), ("PDK", 2)]


def test_an_inner_savepoint_leaves_the_outer_one_whole(own_engine):
    with own_engine.begin() as connection, savepoint(connection):
        count_to(1)(connection)
        with pytest.raises(Broken), savepoint(connection):
            break_off(connection)
        count_to(2)(connection)
    assert counted(own_engine) == [("PDK", 1), ("PDK", 2)]


async def test_what_was_written_is_committed_when_the_answer_comes(writer, own_engine):
    assert await writer.run(count_to(1)) == 1
    assert counted(own_engine) == [("PDK", 1)]


async def test_calls_that_wait_together_share_one_commit(writer, own_engine, commits):
    answers = await together(writer, *(count_to(number) for number in range(1, 9)))
    assert answers == list(range(1, 9))
    assert len(commits) == 2  # one for the call that held the writer up
    assert len(counted(own_engine)) == 8


async def test_a_call_that_fails_takes_nobody_with_it(writer, own_engine):
    answers = await together(writer, count_to(1), break_off, count_to(2))
    assert answers[0] == 1
    assert isinstance(answers[1], Broken)
    assert answers[2] == 2
    assert counted(own_engine) == [("PDK", 1), ("PDK", 2)]


async def test_a_statement_that_the_database_refuses_takes_nobody_with_it(writer, own_engine):
    answers = await together(writer, count_to(1), count_to(1), count_to(2))
    assert isinstance(answers[1], IntegrityError)
    assert counted(own_engine) == [("PDK", 1), ("PDK", 2)]


async def test_when_the_commit_fails_nobody_is_told_it_was_done(writer, own_engine):
    @event.listens_for(own_engine, "commit")
    def full(connection):
        if connection.scalar(select(func.count()).select_from(CounterRow)):
            raise OperationalError("COMMIT", {}, OSError("the disk is full"))

    answers = await together(writer, count_to(1), break_off, count_to(2))
    assert [type(answer) for answer in answers] == [OperationalError, Broken, OperationalError]
    event.remove(own_engine, "commit", full)
    assert counted(own_engine) == []
    assert await writer.run(count_to(3)) == 3


async def test_when_the_database_takes_the_transaction_away_the_others_are_done_all_the_same(
    writer, own_engine
):
    def lose(connection):
        """As a full disk does: everything so far is undone, and no transaction is left."""
        connection.exec_driver_sql("ROLLBACK")
        raise Broken

    answers = await together(writer, count_to(1), lose, count_to(2))
    assert answers[0] == 1
    assert isinstance(answers[1], Broken)
    assert answers[2] == 2
    assert counted(own_engine) == [("PDK", 1), ("PDK", 2)]


async def test_a_call_that_leaves_the_house_does_not_take_the_writer_along(writer, own_engine):
    def leave(connection):
        raise Leaving

    with pytest.raises(Leaving):
        await asyncio.wait_for(writer.run(leave), 5)
    assert await writer.run(count_to(1)) == 1


async def test_a_caller_who_went_away_holds_nobody_up(writer, own_engine):
    started = asyncio.ensure_future(writer.run(count_to(1)))
    await asyncio.sleep(0)
    started.cancel()
    assert await writer.run(count_to(2)) == 2
    assert counted(own_engine) == [("PDK", 1), ("PDK", 2)]


async def test_closing_finishes_what_was_asked(own_engine, commits):
    writer = a_writer(own_engine)
    asked = [asyncio.ensure_future(writer.run(count_to(number))) for number in range(1, 200)]
    await asyncio.sleep(0)
    await asyncio.to_thread(writer.close)
    assert await asyncio.gather(*asked) == list(range(1, 200))
    assert len(counted(own_engine)) == 199


async def test_a_reader_sees_only_what_was_committed_and_does_not_wait(own_engine, url):
    reading = reading_engine(url)
    found = select(func.count()).select_from(CounterRow)
    with own_engine.begin() as writing:
        count_to(1)(writing)
        async with reading.connect() as looking:
            assert await asyncio.wait_for(looking.scalar(found), 5) == 0
    async with reading.connect() as looking:
        assert await looking.scalar(found) == 1
    await reading.dispose()


async def test_a_screen_that_is_read_slowly_holds_no_writer_up(writer, url):
    reading = reading_engine(url)
    found = select(func.count()).select_from(CounterRow)
    async with reading.connect() as looking:
        assert await looking.scalar(found) == 0
        assert await asyncio.wait_for(writer.run(count_to(1)), 5) == 1
        assert await looking.scalar(found) in (0, 1)
    await reading.dispose()


def an_update(connection, received_at):
    usual = {"update_id": 1, "chat_id": 1, "body": "", "attempts": 0, "parked": False, "error": ""}
    connection.execute(insert(InboxRow).values(received_at=received_at, **usual))


def test_a_moment_comes_back_in_utc(connection):
    an_update(connection, MONDAY_MORNING.astimezone(JAKARTA))
    kept = connection.scalar(select(InboxRow.received_at))
    assert kept == MONDAY_MORNING
    assert kept.isoformat() == "2026-11-23T02:00:00+00:00"


def test_a_naive_moment_is_refused(connection):
    with pytest.raises(StatementError, match="naive moment"):
        an_update(connection, datetime(2026, 11, 23, 9, 0))  # noqa: DTZ001


def test_a_mark_on_a_task_that_does_not_exist_is_refused(connection):
    with pytest.raises(IntegrityError):
        connection.execute(insert(MarkRow).values(task_id=404, item="ktp", defect="missing"))


def test_sqlite_waits_for_the_disk(tmp_path):
    engine = writing_engine(f"sqlite:///{tmp_path / 'office.sqlite3'}")
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    engine.dispose()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


async def test_the_writer_of_the_tests_runs_each_call_twice_and_keeps_one(writer, own_engine):
    runs = []

    def counted_call(connection):
        runs.append(1)
        return count_to(1)(connection)

    assert await writer.run(counted_call) == 1
    assert len(runs) == 2
    assert counted(own_engine) == [("PDK", 1)]


async def test_a_call_of_the_tests_that_raises_leaves_nothing(writer, own_engine):
    with pytest.raises(Broken):
        await writer.run(break_off)
    assert counted(own_engine) == []


@pytest.mark.parametrize("once_more", range(40))
def test_all_who_open_a_new_database_at_the_same_moment_can(tmp_path, once_more):
    url, at_once = f"sqlite:///{tmp_path / 'new.db'}", threading.Barrier(4)

    def opened(_):
        engine = writing_engine(url)
        at_once.wait()
        with engine.connect() as connection:
            mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
        engine.dispose()
        return mode

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(opened, range(4))) == ["wal"] * 4
