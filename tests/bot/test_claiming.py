"""What waits to go out, each with what is true of it at that moment."""

import pytest
from sqlalchemy import event, select

from bot.delivery.claiming import Claiming
from storage import outbox
from storage.models.post import OutboxRow
from tests.support.fakes import MONDAY_MORNING
from tests.support.office import open_office
from workflow.intents import ShowForm, ShowQueue, ShowTask, ShowWelcome, Stamp, Tell
from workflow.views.queue import QueueView
from workflow.views.task import TaskView
from workflow.views.welcome import WelcomeView

SENTENCE = Tell(message_id="nothing-to-stop")


@pytest.fixture
def office():
    """A file lies before the petugas, and everything said so far has arrived."""
    with open_office() as opened:
        opened.applies()
        opened.work.connection.exec_driver_sql("DELETE FROM outbox")
        yield opened


@pytest.fixture
def says(office):
    """Calls for what somebody is to be told."""

    def said(name, *intents):
        for intent in intents:
            outbox.add(office.work.connection, office.ids[name], intent, at=MONDAY_MORNING)

    return said


@pytest.fixture
def claim(office):
    claiming = Claiming(office.context, office.clock)
    return lambda: claiming.claim(office.work.connection, "bot")


@pytest.fixture
def states(office):
    def found():
        rows = select(OutboxRow.state).order_by(OutboxRow.id)
        return list(office.work.connection.scalars(rows))

    return found


def test_a_card_shows_what_is_true_when_it_goes_out(office, says, claim):
    says("petugas", ShowTask(task_id=office.task.id))
    [rendered] = claim()
    assert isinstance(rendered.view, TaskView)
    assert rendered.view.case_number == office.case.number
    assert rendered.screen == f"task:{office.task.id}"


def test_for_all_the_cards_of_a_hand_over_the_steps_of_the_file_are_read_once(office, says, claim):
    office.goes_to("8")
    given, said = office.task, []
    office.decides("kabid_bdi", "paraf")
    office.work.connection.exec_driver_sql("DELETE FROM outbox")
    says("kabid_bdi", ShowTask(task_id=given.id))
    says("kepala_dinas", ShowTask(task_id=office.task.id))

    def heard(connection, cursor, statement, *rest):
        said.append(statement)

    event.listen(office.work.connection, "before_cursor_execute", heard)
    assert [rendered.view.step.number for rendered in claim()] == ["8", "9"]
    event.remove(office.work.connection, "before_cursor_execute", heard)
    steps = [" ".join(one.split()) for one in said if "signing_since" in one]
    assert len([one for one in steps if "WHERE tasks.case_id = ?" in one]) == 1


def test_a_card_knows_the_message_that_shows_it(office, says, claim):
    office.work.cards.lay(f"task:{office.task.id}", office.ids["petugas"], 77)
    says("petugas", ShowTask(task_id=office.task.id))
    assert [rendered.message_id for rendered in claim()] == [77]


def test_of_many_intents_to_show_one_screen_one_goes_out(office, says, claim, states):
    says("petugas", ShowQueue(), ShowWelcome(), ShowQueue(), ShowQueue())
    assert [type(rendered.view) for rendered in claim()] == [WelcomeView, QueueView]
    assert states() == ["sent", "claimed", "sent", "claimed"]


def test_screens_of_two_people_are_two(says, claim):
    says("petugas", ShowQueue())
    says("sekretaris", ShowQueue())
    assert len(claim()) == 2


def test_a_card_that_was_to_come_down_still_does_when_it_is_changed_once_more(office, says, claim):
    task_id = office.task.id
    says("petugas", ShowTask(task_id=task_id, fresh=True), ShowTask(task_id=task_id))
    [rendered] = claim()
    assert rendered.claimed.intent.fresh


def test_a_sentence_told_many_times_is_told_once(says, claim, states):
    says("petugas", SENTENCE, SENTENCE, Tell(message_id="stamp-failed"), SENTENCE)
    assert [rendered.view.message_id for rendered in claim()] == ["stamp-failed", "nothing-to-stop"]
    assert states() == ["sent", "sent", "claimed", "claimed"]


def test_what_is_there_no_more_shows_nothing(says, claim):
    says("petugas", ShowTask(task_id=999), ShowForm(draft_id=999))
    assert [rendered.view for rendered in claim()] == [None, None]


def test_what_is_somebody_elses_shows_nothing(office, says, claim):
    says("budi", ShowTask(task_id=office.task.id))
    assert [rendered.view for rendered in claim()] == [None]


def test_one_that_cannot_be_read_is_refused_alone(office, says, claim, states, caplog):
    """Its SOP is of another shape than the file: whoever else is told something is told it."""
    says("petugas", ShowTask(task_id=office.task.id))
    says("sekretaris", SENTENCE)
    office.work.connection.exec_driver_sql("UPDATE tasks SET step = '99'")
    assert [rendered.view for rendered in claim()] == [SENTENCE]
    assert states() == ["refused", "claimed"]
    assert "cannot be read" in caplog.text


def test_a_chat_of_which_nothing_can_be_read_is_not_in_hand(office, says, claim):
    says("petugas", ShowTask(task_id=office.task.id))
    office.work.connection.exec_driver_sql("UPDATE tasks SET step = '99'")
    assert claim() == []
    says("petugas", SENTENCE)
    assert [rendered.view for rendered in claim()] == [SENTENCE]


def test_an_order_to_stamp_is_claimed_as_it_is(office, says, claim):
    order = Stamp(task_id=office.task.id)
    says("petugas", order)
    assert [(rendered.view, rendered.screen) for rendered in claim()] == [(order, "")]
