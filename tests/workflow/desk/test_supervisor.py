from datetime import timedelta

import pytest

from workflow.errors import (
    AlreadyReminded,
    BeingSigned,
    FormMovedOn,
    NotForYou,
    NotOpenToYou,
    TaskAlreadyDone,
    TaskHeld,
)
from workflow.intents import ShowGiving, ShowOverview, ShowTask, Tell, TellAlarms


@pytest.fixture(autouse=True)
def _a_case(office):
    office.applies()


def remind(office, name, task=None):
    task = task or office.task
    office.does(name, lambda desks: desks.supervisor.remind(task.id))


@pytest.mark.parametrize("name", ["sekretaris", "kepala_dinas", "kasi"])
def test_the_overview_is_for_those_who_may_hear_of_delays(office, name):
    office.does(name, lambda desks: desks.supervisor.overview(fresh=True))
    assert office.hears(name) == [ShowOverview(fresh=True)]


@pytest.mark.parametrize("name", ["petugas", "rina", "it"])
def test_the_overview_is_for_nobody_else(office, name):
    office.refuses(NotOpenToYou, name, lambda desks: desks.supervisor.overview(fresh=True))


def test_a_superior_reminds_everybody_of_the_lane(office):
    office.colleague("dewi", "petugas")
    remind(office, "sekretaris")
    reminded = TellAlarms(task_ids=(office.task.id,))
    assert office.told(TellAlarms) == [("petugas", reminded), ("dewi", reminded)]


def test_a_superior_reminds_the_one_who_holds_the_file(office):
    office.colleague("dewi", "petugas")
    task = office.task
    office.does("dewi", lambda desks: desks.officer.open(task.id))
    remind(office, "sekretaris")
    assert [name for name, _ in office.told(TellAlarms)] == ["dewi"]


def test_a_holder_who_has_left_is_not_reminded(office):
    office.colleague("dewi", "petugas")
    task = office.task
    office.does("dewi", lambda desks: desks.officer.open(task.id))
    office.leaves("dewi", "petugas")
    remind(office, "sekretaris")
    assert [name for name, _ in office.told(TellAlarms)] == ["petugas"]


def test_nobody_reminds_where_they_do_not_watch(office):
    task = office.task
    for name in ("kabid_bdi", "kasi", "petugas", "rina"):
        office.refuses(NotForYou, name, lambda desks: desks.supervisor.remind(task.id))


def test_the_head_reminds_everybody_in_the_house(office):
    remind(office, "kepala_dinas")
    assert [name for name, _ in office.told(TellAlarms)] == ["petugas"]


def test_an_applicant_is_not_hurried_by_the_office(office):
    office.decides("petugas", "kembalikan")
    task = office.task
    office.refuses(NotForYou, "sekretaris", lambda desks: desks.supervisor.remind(task.id))


def test_what_is_done_needs_no_reminder(office):
    task = office.task
    office.presses("petugas", "lengkap")
    office.refuses(TaskAlreadyDone, "sekretaris", lambda desks: desks.supervisor.remind(task.id))


def test_a_reminder_that_nobody_can_hear_goes_to_the_administrators(office):
    office.leaves("petugas", "petugas")
    task = office.task
    heard = office.does("sekretaris", lambda desks: desks.supervisor.remind(task.id))
    assert not heard
    (told,) = office.hears("it", Tell)
    assert told.message_id == "office-lane-unheld"
    assert told.arguments == {"lane": "Petugas Pengadministrasi", "number": office.case.number}


class TestRemindingAgain:
    """A file is reminded of once in a quarter of an hour, however often the button is pressed."""

    def reminded(self, office):
        return [name for name, _ in office.told(TellAlarms)]

    def refused(self, office, name="sekretaris"):
        task = office.task
        return office.refuses(AlreadyReminded, name, lambda desks: desks.supervisor.remind(task.id))

    def test_too_soon_says_when_it_was_and_when_it_may_be_and_pings_nobody(self, office):
        at = office.clock.now()
        remind(office, "sekretaris")
        office.silence()
        office.clock.wait(minutes=14, seconds=59)

        refusal = self.refused(office)

        assert refusal.reminded_at == at
        assert refusal.again_at == at + timedelta(minutes=15)
        assert self.reminded(office) == []

    def test_after_a_quarter_of_an_hour_it_is_reminded_of_again(self, office):
        remind(office, "sekretaris")
        office.clock.wait(minutes=15)
        remind(office, "sekretaris")
        assert self.reminded(office) == ["petugas", "petugas"]
        self.refused(office)

    def test_by_another_superior_counts_as_well(self, office):
        office.colleague("wakil", "sekretaris")
        remind(office, "sekretaris")
        self.refused(office, "wakil")

    def test_of_another_file_is_not_held_back(self, office):
        remind(office, "sekretaris")
        first = office.task
        office.applies("budi")
        remind(office, "sekretaris")
        assert [one.task_ids for _, one in office.told(TellAlarms)] == [(office.task.id,)]
        assert first.id != office.task.id

    def test_does_not_hold_back_the_next_step_or_the_colleague_it_was_given_to(self, office):
        office.colleague("dewi", "petugas")
        remind(office, "sekretaris")
        task, dewi = office.task, office.ids["dewi"]
        office.does("sekretaris", lambda desks: desks.supervisor.give(task.id, dewi))
        remind(office, "sekretaris")
        office.presses("dewi", "lengkap")
        office.silence()
        jabatan = office.work.office.holder_of(office.procedure.id, office.task.lane)
        remind(office, office.work.office.alerted_for(jabatan))
        assert self.reminded(office)

    def test_does_not_press_the_administrators_either(self, office):
        office.leaves("petugas", "petugas")
        remind(office, "sekretaris")
        office.silence()
        self.refused(office)
        assert office.hears("it") == []

    def test_leaves_the_officer_free_to_decide(self, office):
        task = office.task
        office.does("petugas", lambda desks: desks.officer.open(task.id))
        remind(office, "sekretaris")
        office.presses("petugas", "lengkap")
        assert office.step != task.step


def test_a_page_of_the_overview_is_asked_for(office):
    office.does("sekretaris", lambda desks: desks.supervisor.overview(2, fresh=False))
    assert office.hears("sekretaris") == [ShowOverview(page=2, fresh=False)]


class TestGiving:
    @pytest.fixture(autouse=True)
    def _dewi(self, office):
        office.colleague("dewi", "petugas")
        task = office.task
        office.does("petugas", lambda desks: desks.officer.open(task.id))
        office.silence()

    def gives(self, office, name, *, to):
        task, person = office.task, office.ids[to]
        office.does(name, lambda desks: desks.supervisor.give(task.id, person))

    def test_is_asked_first(self, office):
        task = office.task
        office.does("sekretaris", lambda desks: desks.supervisor.choose(task.id, 0))
        assert office.hears("sekretaris") == [ShowGiving(task_id=task.id)]

    def test_lays_the_file_on_the_colleagues_desk(self, office):
        task = office.task
        office.work.cards.lay(f"task:{task.id}", office.ids["petugas"], 5)
        self.gives(office, "sekretaris", to="dewi")
        assert (office.task.holder_id, office.task.received_at) == (office.ids["dewi"], None)
        assert office.hears("dewi") == [ShowTask(task_id=task.id, fresh=True)]
        assert ShowTask(task_id=task.id) in office.hears("petugas")
        assert office.hears("sekretaris") == [ShowOverview(fresh=False)]
        office.refuses(
            TaskHeld, "petugas", lambda desks: desks.officer.acting(task.id).press("lengkap")
        )
        office.presses("dewi", "lengkap")

    def test_names_the_post_that_is_above_that_desk_and_not_the_first_one_held(self, office):
        office.arrives("rangkap")
        office.appoint("rangkap", "kasi_siak")
        office.appoint("rangkap", "sekretaris")
        self.gives(office, "rangkap", to="dewi")
        [note] = office.work.custody.of_case(office.case_id)
        assert note.title == "Sekretaris Dinas"

    @pytest.mark.parametrize("to", ["petugas", "kasi", "rina"])
    def test_is_for_a_colleague_of_the_lane_who_has_it_not(self, office, to):
        task, person = office.task, office.ids[to]
        office.refuses(
            FormMovedOn, "sekretaris", lambda desks: desks.supervisor.give(task.id, person)
        )

    @pytest.mark.parametrize("name", ["kabid_bdi", "kasi", "rina"])
    def test_is_for_whoever_watches_the_jabatan(self, office, name):
        task, dewi = office.task, office.ids["dewi"]
        office.refuses(NotForYou, name, lambda desks: desks.supervisor.give(task.id, dewi))
        office.refuses(NotForYou, name, lambda desks: desks.supervisor.choose(task.id, 0))

    def test_is_not_for_what_is_done(self, office):
        task, dewi = office.task, office.ids["dewi"]
        office.presses("petugas", "lengkap")
        office.refuses(
            TaskAlreadyDone, "sekretaris", lambda desks: desks.supervisor.give(task.id, dewi)
        )

    def test_is_not_for_what_is_being_signed(self, office):
        office.goes_to("9")
        office.colleague("wakil", "kepala_dinas")
        task, wakil = office.task, office.ids["wakil"]
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).press("tandatangani")
        )
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).sure("tandatangani")
        )
        office.refuses(
            BeingSigned, "sekretaris", lambda desks: desks.supervisor.give(task.id, wakil)
        )
