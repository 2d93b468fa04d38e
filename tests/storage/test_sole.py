"""One bot at a time on one database."""

import multiprocessing
import os
import signal

import pytest
from sqlalchemy import create_engine

from storage.sole import sole_of


def hold(url, taken):
    sole = sole_of(url)
    taken.put(sole.take())
    signal.pause()


@pytest.fixture
def another():
    """A process that takes the right to a database, and can be ended in any way."""
    context = multiprocessing.get_context("spawn")
    started = []

    def begin(url):
        taken = context.Queue()
        process = context.Process(target=hold, args=(url, taken), daemon=True)
        process.start()
        started.append(process)
        return process, taken.get(timeout=60)

    yield begin
    for process in started:
        process.kill()
        process.join()


def test_a_second_bot_is_refused_until_the_first_one_has_ended(url, another):
    first, taken = another(url)
    second = sole_of(url)

    assert taken
    assert not second.take()
    os.kill(first.pid, signal.SIGKILL)
    first.join()
    while not second.take():  # a server notices the loss of a connection a moment later
        pass
    second.give_back()


def test_whoever_gave_it_back_ended_well(tmp_path):
    url = f"sqlite:///{tmp_path / 'books.db'}"
    first = sole_of(url)
    assert first.take()
    first.give_back()
    second = sole_of(url)

    assert second.take()
    assert not second.ended_badly
    second.give_back()


def test_a_bot_that_was_killed_is_known_to_have_ended_badly(tmp_path, another):
    url = f"sqlite:///{tmp_path / 'books.db'}"
    first, _ = another(url)
    first.kill()
    first.join()
    second = sole_of(url)

    assert second.take()
    assert second.ended_badly
    second.give_back()


class TestAServerThatRestarts:
    """It forgets its locks: they go with their connections."""

    @pytest.fixture
    def url(self, postgresql):
        return postgresql.render_as_string(hide_password=False)

    @pytest.fixture
    def forgets(self, postgresql):
        def do():
            engine = create_engine(postgresql, isolation_level="AUTOCOMMIT")
            with engine.connect() as connection:
                connection.exec_driver_sql(
                    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
                )
            engine.dispose()

        return do

    def test_gives_the_right_back_to_the_one_that_had_it(self, url, forgets):
        first, second = sole_of(url), sole_of(url)
        assert first.take()
        forgets()
        assert first.keep()
        assert not second.take()
        assert first.keep()
        first.give_back()

    def test_leaves_one_of_two_when_another_was_quicker(self, url, forgets):
        first, second = sole_of(url), sole_of(url)
        assert first.take()
        forgets()
        while not second.take():  # a server notices the loss of a connection a moment later
            pass
        assert not first.keep()
        second.give_back()
