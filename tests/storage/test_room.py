"""A full disk, and what the office does until there is room again."""

import asyncio
import errno
import logging
import sqlite3

import pytest
from sqlalchemy import create_engine, select
from sqlalchemy.exc import DBAPIError

from storage.database import savepoint
from storage.models.cases import CounterRow
from storage.room import free_in, is_full
from tests.support.books import books_in
from tests.support.fakes import a_writer
from tests.support.small_disk import SmallDisk, is_waiting, write


@pytest.fixture
def engine(tmp_path):
    with books_in(tmp_path) as engine:
        yield engine


@pytest.fixture
def disk(engine):
    return SmallDisk(engine)


@pytest.fixture
def writer(engine):
    writer = a_writer(engine, until_room=0.01)
    yield writer
    writer.close()


def written(engine):
    with engine.connect() as connection:
        return connection.scalars(select(CounterRow.year).order_by(CounterRow.year)).all()


def asked(writer, *calls):
    return [asyncio.ensure_future(writer.run(call)) for call in calls]


async def test_what_finds_no_room_is_written_once_there_is_room(disk, writer, engine):
    disk.fill()
    waiting = asked(writer, write(1), write(2))
    await is_waiting(writer)
    later = asked(writer, write(3))
    disk.clear()

    assert await asyncio.gather(*waiting, *later) == [1, 2, 3]
    assert written(engine) == [1, 2, 3]
    assert not writer.lacks_room


async def test_a_call_that_fails_by_itself_fails_on_a_full_disk_too(disk, writer, engine):
    await writer.run(write(1))
    disk.fill()
    waiting = asked(writer, write(2), write(1))
    await is_waiting(writer)
    disk.clear()

    done, refused = await asyncio.gather(*waiting, return_exceptions=True)

    assert done == 2
    assert isinstance(refused, DBAPIError)
    assert written(engine) == [1, 2]


async def test_room_that_is_lacking_inside_a_savepoint_is_waited_for(disk, writer, engine):
    """SQLite takes the whole transaction away, and with it the savepoint."""

    def carefully(connection):
        with savepoint(connection):
            return write(1)(connection)

    disk.fill()
    waiting = asked(writer, carefully)
    await is_waiting(writer)
    disk.clear()

    assert await asyncio.gather(*waiting) == [1]
    assert written(engine) == [1]


async def test_the_log_says_once_that_room_is_lacking_and_once_that_it_is_back(
    disk, writer, engine, caplog
):
    caplog.set_level(logging.WARNING, logger="storage.room")
    disk.fill()
    waiting = asked(writer, write(1))
    await is_waiting(writer)
    for _ in range(5):
        await asyncio.sleep(0.02)  # it is tried again meanwhile
    disk.clear()
    await asyncio.gather(*waiting)

    lacking, back = (one.getMessage() for one in caplog.records)
    assert "No room is left" in lacking
    assert engine.url.database in lacking
    assert "make room there" in lacking
    assert "There is room again" in back


async def test_closing_waits_for_no_room(disk, engine):
    writer = a_writer(engine, until_room=600)
    await writer.run(write(1))
    disk.fill()
    waiting = asked(writer, write(2), write(3))
    await is_waiting(writer)

    await asyncio.wait_for(asyncio.to_thread(writer.close), 30)

    ended = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(one) for one in ended] == [asyncio.CancelledError] * 2
    assert written(engine) == [1]


async def test_in_haste_what_needs_no_room_is_done_and_room_is_lacking_all_the_same(disk, writer):
    disk.fill()
    writer.begin_shutdown()

    with pytest.raises(asyncio.CancelledError):
        await writer.run(write(1))
    assert await writer.run(lambda connection: 7) == 7

    assert writer.lacks_room
    with pytest.raises(asyncio.CancelledError):
        await writer.room()


async def test_whoever_asks_for_room_hears_when_it_is_there(disk, writer):
    await writer.room()
    disk.fill()
    waiting = asked(writer, write(1))
    await is_waiting(writer)
    asking = asyncio.ensure_future(writer.room())
    disk.clear()

    await asyncio.gather(asking, *waiting)

    assert not writer.lacks_room


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_and_a_used_up_quota_are_no_room(number):
    assert is_full(OSError(number, "no"))
    assert not is_full(OSError(errno.EACCES, "no"))


def test_what_an_error_came_of_counts():
    def tidy_up():
        try:
            raise OSError(errno.ENOSPC, "full")
        finally:
            raise RuntimeError("there is nothing to tidy")

    with pytest.raises(RuntimeError) as raised:
        tidy_up()
    assert is_full(raised.value)


def test_an_unclear_error_is_no_want_of_room_where_a_file_can_be_written(tmp_path):
    broken = sqlite3.OperationalError("disk I/O error")
    broken.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE

    assert not is_full(broken)
    assert not is_full(broken, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_postgresql_says_of_its_own_disk_that_it_is_full(postgresql):
    engine = create_engine(postgresql)
    full = "DO $$ BEGIN RAISE EXCEPTION 'no space' USING ERRCODE = 'disk_full'; END $$"
    with engine.connect() as connection, pytest.raises(DBAPIError) as raised:
        connection.exec_driver_sql(full)
    engine.dispose()

    assert is_full(raised.value)


def test_where_a_folder_will_lie_is_looked_at_before_it_is_there(tmp_path):
    assert free_in(tmp_path / "not" / "yet") > 0
