"""What waits in the books, as a monitor is told."""

from datetime import timedelta

from storage import inbox
from storage.inbox import ATTEMPTS, Received
from storage.reading.waiting import what_waits
from tests.support.fakes import ENVELOPE, MONDAY_MORNING
from workflow.intents import ShowWelcome, Tell
from workflow.people import Language

LATER = MONDAY_MORNING + timedelta(minutes=5)


def come(connection, *ids, at):
    updates = [Received(update_id=one, chat_id=1, body="{}") for one in ids]
    inbox.put(connection, updates, at=at, envelope=ENVELOPE)


def test_books_in_which_nothing_waits(connection):
    told = what_waits(connection)
    assert (told.updates, told.oldest_update, told.parked) == (0, None, 0)
    assert told.messages == {}


def test_the_oldest_update_is_told_until_it_is_handled(connection):
    come(connection, 1, at=MONDAY_MORNING)
    come(connection, 2, 3, at=LATER)
    told = what_waits(connection)
    assert (told.updates, told.oldest_update) == (3, MONDAY_MORNING)
    inbox.mark_handled(connection, 1, at=LATER)
    told = what_waits(connection)
    assert (told.updates, told.oldest_update) == (2, LATER)


def test_what_was_set_aside_waits_no_more_and_is_counted(connection):
    come(connection, 1, at=MONDAY_MORNING)
    for _ in range(ATTEMPTS):
        inbox.count_attempt(connection, 1, "crash", at=LATER)
    told = what_waits(connection)
    assert (told.updates, told.parked) == (0, 1)


def test_the_oldest_message_of_each_kind_is_told(work):
    person = work.people.add(1, name="Rina", language=Language.INDONESIAN, at=MONDAY_MORNING)
    for intent in (ShowWelcome(), Tell(message_id="x"), Tell(message_id="y")):
        work.tell(person.id, intent)
    told = what_waits(work.connection)
    assert set(told.messages) == {"ShowWelcome", "Tell"}
