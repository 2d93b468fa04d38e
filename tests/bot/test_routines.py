from datetime import UTC, datetime, timedelta

import pytest

from bot.scheduler.routines import KEPT, forget
from storage import inbox, outbox
from storage.inbox import Received
from storage.outbox import Settled
from storage.repositories.people import PeopleRepository
from tests.support.books import books_in
from tests.support.fakes import ENVELOPE
from workflow.intents import ShowHelp
from workflow.people import Language

MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


class Later:
    def now(self):
        return MONDAY + KEPT + timedelta(days=1)


@pytest.fixture
def connection(tmp_path):
    with books_in(tmp_path) as engine, engine.begin() as connection:
        yield connection


def test_what_was_handled_a_month_ago_is_forgotten_and_what_waits_is_not(connection):
    updates = [Received(update_id=n, chat_id=7, body="{}") for n in (1, 2, 3)]
    inbox.put(connection, updates, at=MONDAY, envelope=ENVELOPE)
    inbox.mark_handled(connection, 1, at=MONDAY)
    inbox.mark_handled(connection, 2, at=Later().now())

    forget(connection, Later())

    assert [one.update_id for one in inbox.waiting(connection, ENVELOPE)] == [3]
    assert not inbox.put(connection, updates[1:], at=MONDAY, envelope=ENVELOPE)
    assert inbox.put(connection, updates[:1], at=MONDAY, envelope=ENVELOPE)


def test_what_was_sent_a_month_ago_is_forgotten_and_what_failed_is_not(connection):
    people = PeopleRepository(connection)
    budi = people.add(7, name="Budi", language=Language.INDONESIAN, at=MONDAY)
    for how in (Settled.SENT, Settled.REFUSED):
        outbox.add(connection, budi.id, ShowHelp(), at=MONDAY)
        [claimed] = outbox.claim(connection, now=MONDAY, busy=(), limit=1)
        outbox.settle(connection, claimed.id, how, at=MONDAY)

    forget(connection, Later())

    left = connection.exec_driver_sql("SELECT state FROM outbox").all()
    assert left == [("refused",)]
