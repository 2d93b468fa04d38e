"""One update at the counter: who came in, what they asked, what is said of it."""

import pytest

from bot.intake.copies import Press
from bot.intake.handling import UpdateHandler, Visitor
from storage import inbox
from storage.inbox import ATTEMPTS, Received
from tests.support.fakes import ENVELOPE, MONDAY_MORNING, FixedClock
from tests.support.office import open_office
from workflow.errors import NotForYou, NotFound, NotUnderstood, NotYourTask
from workflow.ids import TaskId
from workflow.intents import RemoveMessage, ShowHelp, Tell
from workflow.people import Language

STRANGER = Visitor(telegram_id=4711, name="Wulan", language_code="id")


@pytest.fixture
def office():
    with open_office() as opened:
        yield opened


@pytest.fixture
def handler(office):
    return UpdateHandler(office.context, office.clock, office.random_bytes, lambda: "bot")


@pytest.fixture
def update(office):
    """One update in the inbox."""
    one = Received(update_id=1, chat_id=4711, body="{}")
    inbox.put(office.work.connection, [one], at=MONDAY_MORNING, envelope=ENVELOPE)
    return one


@pytest.fixture
def heard(office):
    """What somebody is about to be told, by the number of their chat."""

    def sentences(telegram_id):
        person = office.work.people.find_by_telegram(telegram_id)
        rows = office.work.connection.exec_driver_sql(
            "SELECT kind, body FROM outbox WHERE person_id = ? ORDER BY id", (person.id,)
        )
        return [tuple(row) for row in rows]

    return sentences


def is_waiting(office):
    return len(inbox.waiting(office.work.connection, ENVELOPE)) == 1


def nothing(desks):
    return None


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("id", Language.INDONESIAN),
        ("", Language.INDONESIAN),
        ("jv", Language.INDONESIAN),
        ("en-GB", Language.ENGLISH),
    ],
)
def test_whoever_comes_for_the_first_time_is_known_from_then_on(
    office, handler, update, code, language
):
    visitor = Visitor(telegram_id=4711, name="Wulan", language_code=code)
    handled = handler.handle(office.work.connection, update, visitor, nothing)
    person = office.work.people.find_by_telegram(4711)
    assert (person.name, person.language, handled.language) == ("Wulan", language, language)


def test_an_update_is_handled_once(office, handler, update):
    runs = []

    def errand(desks):
        runs.append(desks.me.id)

    connection = office.work.connection
    assert handler.handle(connection, update, STRANGER, errand) is not None
    assert handler.handle(connection, update, STRANGER, errand) is None
    assert handler.refuse(connection, update, STRANGER, NotUnderstood()) is None
    assert len(runs) == 1


def test_all_of_one_errand_happens_at_one_moment(office, update):
    """The clock goes on while the desks work, and nothing of the errand sees it."""
    office.applies()
    verifying, told = office.task, []

    class Running(FixedClock):
        def now(self):
            self.wait(seconds=1)
            return super().now()

    def errand(desks):
        desks.officer.acting(verifying.id).press("lengkap")
        told.append(desks.work.now)

    handler = UpdateHandler(office.context, Running(), office.random_bytes, lambda: "bot")
    petugas = office.work.people.get(office.ids["petugas"])
    visitor = Visitor(telegram_id=petugas.telegram_id, name=petugas.name, language_code="id")
    handler.handle(office.work.connection, update, visitor, errand)
    decided, opened = office.tasks[-2:]
    assert {decided.received_at, decided.done_at, opened.opened_at} == set(told)


def test_a_refusal_takes_back_what_was_done_and_the_update_stays_handled(
    office, handler, update, heard
):
    def refused(desks):
        desks.work.tell(desks.me.id, ShowHelp())
        raise NotYourTask(task_id=TaskId(1))

    handled = handler.handle(office.work.connection, update, STRANGER, refused)
    assert isinstance(handled.refusal, NotYourTask)
    assert [kind for kind, _ in heard(4711)] == ["Tell"]
    assert not is_waiting(office)


def test_what_is_said_to_a_press_is_no_message(office, handler, update, heard):
    def refused(desks):
        raise NotForYou

    pressing = Visitor(telegram_id=4711, name="Wulan", language_code="id", press=Press(5, "d:1:ya"))
    handled = handler.handle(office.work.connection, update, pressing, refused)
    assert isinstance(handled.refusal, NotForYou)
    assert heard(4711) == []


@pytest.mark.parametrize(
    ("press", "refusal"), [(None, NotUnderstood), (Press(5, "d:99:ya"), NotForYou)]
)
def test_what_is_not_there_is_said_as_if_it_were_somebody_elses(
    office, handler, update, press, refusal
):
    def missing(desks):
        raise NotFound("task 99")

    visitor = Visitor(telegram_id=4711, name="Wulan", language_code="id", press=press)
    handled = handler.handle(office.work.connection, update, visitor, missing)
    assert isinstance(handled.refusal, refusal)
    assert handled.missing == "task 99"


def test_a_mistyped_number_of_a_person_goes_from_the_chat_like_a_right_one(
    office, handler, update, heard
):
    telling = Visitor(telegram_id=4711, name="Wulan", language_code="id", telling=12)
    handler.refuse(office.work.connection, update, telling, NotUnderstood())
    assert [kind for kind, _ in heard(4711)] == [Tell.__name__, RemoveMessage.__name__]


def test_the_third_crash_sets_an_update_aside_and_says_so(office, handler, update, heard):
    connection = office.work.connection
    for _ in range(ATTEMPTS - 1):
        assert not handler.crash(connection, update, STRANGER, "ZeroDivisionError()")
        assert is_waiting(office)
    assert handler.crash(connection, update, STRANGER, "ZeroDivisionError()")
    assert not is_waiting(office)
    [(_, body)] = heard(4711)
    assert "crash-parked" in body


def test_whoever_writes_again_is_reached_again(office, handler, update):
    person = office.work.people.add(
        4711, name="Wulan", language=Language.INDONESIAN, at=office.clock.now()
    )
    office.work.people.set_reachable(person.id, False)
    handler.handle(office.work.connection, update, STRANGER, nothing)
    assert office.work.people.find_by_telegram(4711).reachable


def test_a_stranger_has_no_desk_before_the_first_word(office, handler):
    with pytest.raises(NotUnderstood):
        handler.desks_of(office.work.connection, 4711)
