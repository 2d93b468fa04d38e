"""Lainnya, and giving a file to a colleague of the same desk."""

import pytest

from workflow.custody import CustodyEvent
from workflow.errors import ListMoved, NotYourTask, TaskAlreadyDone, TaskHeld, VerbGone
from workflow.intents import ShowTask, Tell
from workflow.people import FocusKind
from workflow.verbs import Verb
from workflow.views.task import Face, Mode


@pytest.fixture
def shared(office, verifying):
    """Two officers sit at the front desk, and the first of them has opened a file."""
    office.colleague("joko", "petugas")
    office.does("petugas", lambda desks: desks.officer.open(verifying.id))
    office.silence()
    return verifying


def chooses(office, name, task, to):
    chosen = str(office.ids[to])
    office.does(name, lambda desks: desks.verbs.choose(task.id, Verb.GIVE, chosen))


def gives(office, name, task, to):
    chosen = str(office.ids[to])
    office.does(name, lambda desks: desks.verbs.do(task.id, Verb.GIVE, chosen))


class TestGiving:
    def test_lays_the_file_on_the_colleagues_desk(self, office, shared):
        gives(office, "petugas", shared, "joko")
        assert office.task.holder_id == office.ids["joko"]
        assert office.task.received_at is None
        assert ("joko", ShowTask(task_id=shared.id, fresh=True)) in office.told(ShowTask)

    def test_takes_a_word_along(self, office, shared):
        chooses(office, "petugas", shared, "joko")
        assert office.work.people.focus(office.ids["petugas"]).kind is FocusKind.VERB
        office.says("petugas", "Tolong dilanjutkan, saya rapat sampai sore")
        note = office.work.custody.last(shared.id, CustodyEvent.GIVEN)
        assert note.words == "Tolong dilanjutkan, saya rapat sampai sore"
        assert (note.by, note.to) == (office.ids["petugas"], office.ids["joko"])
        assert office.task.holder_id == office.ids["joko"]

    def test_ends_the_waiting_for_a_word(self, office, shared):
        chooses(office, "petugas", shared, "joko")
        gives(office, "petugas", shared, "joko")
        assert office.work.people.focus(office.ids["petugas"]) is None

    def test_by_a_superior_is_told_to_whoever_had_it(self, office, shared):
        to = office.ids["joko"]
        office.does("kepala_dinas", lambda desks: desks.supervisor.give(shared.id, to))
        assert "file-given" in {one.message_id for one in office.hears("petugas", Tell)}

    def test_is_put_aside_with_its_word_by_turning_to_something_else(self, office, shared):
        chooses(office, "petugas", shared, "joko")
        office.does("petugas", lambda desks: desks.officer.queue(0, fresh=True))
        assert office.face("petugas") == Mode()
        assert office.task.holder_id == office.ids["petugas"]


class TestNobodyGives:
    def test_what_a_colleague_holds(self, office, shared):
        office.colleague("sari", "petugas")
        chosen = str(office.ids["sari"])
        office.refuses(TaskHeld, "joko", lambda desks: desks.verbs.do(shared.id, Verb.GIVE, chosen))

    def test_to_oneself(self, office, shared):
        chosen = str(office.ids["petugas"])
        office.refuses(
            ListMoved, "petugas", lambda desks: desks.verbs.do(shared.id, Verb.GIVE, chosen)
        )

    def test_to_somebody_of_another_desk(self, office, shared):
        chosen = str(office.ids["kepala_dinas"])
        office.refuses(
            ListMoved, "petugas", lambda desks: desks.verbs.do(shared.id, Verb.GIVE, chosen)
        )

    @pytest.mark.parametrize("chosen", ["", "x", "-1", "999999", "1e3"])
    def test_to_nobody_that_there_is(self, office, shared, chosen):
        office.refuses(
            ListMoved, "petugas", lambda desks: desks.verbs.do(shared.id, Verb.GIVE, chosen)
        )

    def test_where_nobody_else_sits(self, office, verifying):
        office.refuses(
            VerbGone, "petugas", lambda desks: desks.verbs.begin(verifying.id, Verb.GIVE)
        )

    def test_what_is_decided(self, office, shared):
        office.decides("petugas", "lengkap")
        office.refuses(
            TaskAlreadyDone, "petugas", lambda desks: desks.verbs.begin(shared.id, Verb.GIVE)
        )

    def test_from_another_lane(self, office, shared):
        office.refuses(NotYourTask, "kasi", lambda desks: desks.verbs.begin(shared.id, Verb.GIVE))


def test_the_card_turns_to_what_can_be_done_beside_deciding(office, shared):
    office.does("petugas", lambda desks: desks.verbs.more(shared.id))
    assert office.face("petugas").face is Face.MORE
