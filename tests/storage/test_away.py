"""A database that is not there for a while: what comes in waits, and nothing is decided."""

import asyncio
import logging
import shutil

import pytest
from sqlalchemy import create_engine, event, select

from storage.database import writing_engine
from storage.models.cases import CounterRow
from tests.storage.test_database import count_to, counted
from tests.support.books import books_in
from tests.support.fakes import a_writer


async def is_waiting(writer):
    while not writer.lacks_room:  # noqa: ASYNC110  # its own thread finds it out
        await asyncio.sleep(0.005)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.fixture
def engine(folder):
    with books_in(folder) as engine:
        yield engine


@pytest.fixture
def writer(engine):
    writer = a_writer(engine, until_room=0.01)
    yield writer
    writer.close()


async def test_with_its_folder_deleted_the_office_decides_nothing_more(folder, writer, caplog):
    await writer.run(count_to(1))
    shutil.rmtree(folder)

    with caplog.at_level(logging.ERROR):
        waiting = asyncio.ensure_future(writer.run(count_to(2)))
        await is_waiting(writer)

    assert not waiting.done()
    assert not folder.exists(), "a new, empty database would look like an office"
    assert "restore your backup" in caplog.text
    writer.begin_shutdown()
    with pytest.raises(asyncio.CancelledError):
        await waiting


async def test_the_folder_put_back_the_office_goes_on_where_it_was(folder, writer, engine, caplog):
    await writer.run(count_to(1))
    elsewhere = folder.rename(folder.with_name("elsewhere"))
    waiting = asyncio.ensure_future(writer.run(count_to(2)))
    await is_waiting(writer)

    elsewhere.rename(folder)

    assert await waiting == 2
    assert counted(engine) == [("PDK", 1), ("PDK", 2)]
    assert not writer.lacks_room
    assert "is there again" in caplog.text


async def test_another_database_in_its_place_is_not_written_to(folder, writer):
    await writer.run(count_to(1))
    copy = folder.parent / "copy.db"
    shutil.copy(folder / "office.db", copy)
    (folder / "office.db").unlink()
    shutil.copy(copy, folder / "office.db")

    waiting = asyncio.ensure_future(writer.run(count_to(2)))
    await is_waiting(writer)

    assert not waiting.done()
    writer.begin_shutdown()
    with pytest.raises(asyncio.CancelledError):
        await waiting


class TestAServerThatRestarts:
    @pytest.fixture
    def url(self, postgresql):
        name = "restarted"
        admin = create_engine(postgresql, isolation_level="AUTOCOMMIT")
        with admin.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        yield postgresql.set(database=name).render_as_string(hide_password=False)
        with admin.connect() as connection:
            connection.exec_driver_sql(f"ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true")
        admin.dispose()

    @pytest.fixture
    def engine(self, url):
        engine = writing_engine(url)
        CounterRow.__table__.create(engine)
        yield engine
        engine.dispose()

    @pytest.fixture
    def server(self, postgresql):
        """Shuts the database, as a server that stops does, and opens it again."""

        class Server:
            def __init__(self):
                self._engine = create_engine(postgresql, isolation_level="AUTOCOMMIT")

            def _say(self, *sentences):
                with self._engine.connect() as connection:
                    for sentence in sentences:
                        connection.exec_driver_sql(sentence)
                self._engine.dispose()

            def stop(self):
                self._say(
                    "ALTER DATABASE restarted WITH ALLOW_CONNECTIONS false",
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = 'restarted'",
                )

            def start(self):
                self._say("ALTER DATABASE restarted WITH ALLOW_CONNECTIONS true")

        return Server()

    async def test_is_waited_for_and_what_came_meanwhile_is_written(self, writer, engine, server):
        await writer.run(count_to(1))
        server.stop()
        waiting = [asyncio.ensure_future(writer.run(count_to(one))) for one in (2, 3)]
        await is_waiting(writer)
        server.start()

        assert await asyncio.gather(*waiting) == [2, 3]
        assert counted(engine) == [("PDK", 1), ("PDK", 2), ("PDK", 3)]

    async def test_writes_once_what_was_committed_when_the_line_broke(self, writer, engine, server):
        """The commit arrives, and its answer does not."""
        await writer.run(count_to(1))

        broken = []

        def breaks(connection):
            if broken:
                return
            broken.append(connection)
            connection.exec_driver_sql("COMMIT")
            server.stop()
            server.start()

        event.listen(engine, "commit", breaks)

        assert await writer.run(add_one) == 2
        with engine.connect() as connection:
            assert connection.scalars(select(CounterRow.last)).all() == [2]

    async def test_that_was_never_there_is_named_at_once(self, postgresql):
        engine = writing_engine(
            postgresql.set(database="nowhere").render_as_string(hide_password=False)
        )
        writer = a_writer(engine, until_room=0.01)
        with pytest.raises(Exception, match="nowhere"):
            await writer.run(count_to(1))
        writer.close()


def add_one(connection):
    connection.exec_driver_sql("UPDATE counters SET last = last + 1")
    return connection.scalars(select(CounterRow.last)).one()
