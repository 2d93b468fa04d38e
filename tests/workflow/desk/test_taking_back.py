"""Tarik kembali: whoever decided undoes it, as long as nobody has built on it."""

from datetime import timedelta

import pytest

from tests.support.builders import shipped_text
from tests.support.office import open_office
from workflow import kartu_kendali
from workflow.case import CaseState
from workflow.errors import (
    AccessNotGranted,
    ApplicantHasBegun,
    DecisionWentOut,
    NextHasReceived,
    NotYourTask,
    TaskAlreadyDone,
    TaskTakenBack,
    TooLateToTakeBack,
)
from workflow.in_force import in_force
from workflow.intents import ShowCase, ShowTask
from workflow.procedure import Way


def takes_back(office, name, task):
    office.does(name, lambda desks: desks.taking_back.take_back(task.id))


def refuses(office, refusal, name, task):
    return office.refuses(refusal, name, lambda desks: desks.taking_back.take_back(task.id))


@pytest.fixture
def verified(office, verifying):
    """The front desk has handed a file on, and it lies unopened on the next desk."""
    office.clock.wait(minutes=2)
    office.decides("petugas", "lengkap")
    office.silence()
    return verifying


class TestADecisionOfTheOffice:
    def test_comes_back_to_whoever_made_it(self, office, verified):
        office.clock.wait(minutes=3)
        takes_back(office, "petugas", verified)
        assert (office.step, office.case.state) == ("2", CaseState.OPEN)
        assert office.task.holder_id == office.ids["petugas"]
        assert office.task.received_at == office.clock.now()

    def test_wins_no_time(self, office, verified):
        takes_back(office, "petugas", verified)
        assert office.task.due_at == verified.due_at

    def test_is_what_a_superior_hears_who_reminds_of_the_file_that_is_gone(self, office, verified):
        recalled = office.task
        takes_back(office, "petugas", verified)
        refused = office.refuses(
            TaskTakenBack, "kepala_dinas", lambda desks: desks.supervisor.remind(recalled.id)
        )
        assert refused.at == office.clock.now()

    def test_is_struck_and_never_deleted(self, office, verified):
        decided = next(one for one in office.tasks if one.id == verified.id).done_at
        office.clock.wait(minutes=3)
        takes_back(office, "petugas", verified)
        undone = next(one for one in office.tasks if one.id == verified.id)
        assert (undone.done_at, undone.undone_at) == (decided, office.clock.now())
        assert undone.undone_by == office.ids["petugas"]

    def test_is_decided_anew_and_the_file_goes_on(self, office, verified):
        takes_back(office, "petugas", verified)
        office.decides("petugas", "lengkap")
        assert office.step == "3"
        assert [one.step for one in in_force(office.tasks)] == ["1", "2", "3"]
        assert kartu_kendali.replay(office.tasks, office.procedure) == ("3", CaseState.OPEN)

    def test_leaves_every_second_of_the_file_in_the_kartu_kendali(self, office, verified):
        office.clock.wait(minutes=3, seconds=7)
        takes_back(office, "petugas", verified)
        office.clock.wait(hours=9)
        now = office.clock.now()
        rows = kartu_kendali.entries(
            office.tasks, office.procedure, office.work.office, office.work.calendar, now=now
        )
        life = now - office.tasks[0].opened_at
        assert sum((one.waiting + one.working + one.outside for one in rows), timedelta()) == life
        assert [one.recalled for one in rows] == [False, False, True, False]

    def test_is_shown_on_every_phone_that_has_it(self, office, verified):
        recalled = office.task
        office.work.cards.lay(
            f"task:{recalled.id}", office.ids["kepala_dinas"], 77, at=office.clock.now()
        )
        takes_back(office, "petugas", verified)
        shown = {(who, one.task_id) for who, one in office.told(ShowTask)}
        assert ("kepala_dinas", recalled.id) in shown
        assert ("petugas", office.task.id) in shown


class TestNobodyTakesBack:
    def test_what_the_next_holder_has_received(self, office, verified):
        following, sitting = (
            office.task,
            office.work.office.holder_of(office.procedure.id, office.task.lane),
        )
        office.does(sitting, lambda desks: desks.officer.open(following.id))
        refusal = refuses(office, NextHasReceived, "petugas", verified)
        assert refusal.received_at == office.clock.now()

    def test_another_ones_decision(self, office, verified):
        office.colleague("joko", "petugas")
        refuses(office, TaskAlreadyDone, "joko", verified)

    def test_from_a_post_that_they_have_left(self, office, verified):
        office.clock.wait(minutes=1)
        office.leaves("petugas", "petugas")
        office.clock.wait(minutes=1)
        refuses(office, NotYourTask, "petugas", verified)

    def test_twice(self, office, verified):
        takes_back(office, "petugas", verified)
        refuses(office, TaskTakenBack, "petugas", verified)

    def test_a_signature(self, office, verifying):
        office.goes_to("9")
        signing = office.task
        office.decides("kepala_dinas", "tandatangani")
        refuses(office, DecisionWentOut, "kepala_dinas", signing)


class TestWhatWasTakenBack:
    def test_is_not_opened_by_whoever_was_to_have_it_next(self, office, verified):
        following, sitting = (
            office.task,
            office.work.office.holder_of(office.procedure.id, office.task.lane),
        )
        takes_back(office, "petugas", verified)
        outcome = next(iter(office.procedure.step(following.step).outcomes))
        refusal = office.refuses(
            TaskTakenBack, sitting, lambda desks: desks.officer.acting(following.id).press(outcome)
        )
        assert refusal.at == office.clock.now()


class TestAReturnToTheApplicant:
    @pytest.fixture
    def returned(self, office, verifying):
        office.decides("petugas", "kembalikan")
        office.silence()
        return verifying

    def test_may_be_undone_for_fifteen_minutes_of_office_time(self, office, returned):
        office.clock.wait(minutes=15)
        takes_back(office, "petugas", returned)
        assert office.step == "2"
        assert office.told(ShowCase)[-1] == ("rina", ShowCase(case_id=office.case_id, fresh=True))

    def test_and_no_longer(self, office, returned):
        office.clock.wait(minutes=15, seconds=1)
        refuses(office, TooLateToTakeBack, "petugas", returned)

    def test_keeps_its_marks_for_the_next_decision(self, office, returned):
        takes_back(office, "petugas", returned)
        assert [one.item for one in office.work.cases.marks(office.task.id)] == ["surat_permohonan"]

    def test_is_the_applicants_once_they_have_begun(self, office, returned):
        task = office.task
        office.does("rina", lambda desks: desks.form_opening.begin_task(task.id))
        refuses(office, ApplicantHasBegun, "petugas", returned)


class TestARefusal:
    def test_may_be_undone_and_the_case_runs_again(self, office):
        office.applies(procedure_id="loket-layanan", service="kia")
        task = office.task
        office.decides("petugas", "tolak", reason="Bukan wewenang kami")
        assert office.case.state is CaseState.REFUSED
        takes_back(office, "petugas", task)
        assert (office.case.state, office.step) == (CaseState.OPEN, task.step)
        assert office.case.ended_at is None
        office.decides("petugas", office.procedure.step(task.step).outcome_for(Way.FORWARD))
        assert office.case.state is CaseState.OPEN


class TestWhereFilesAreSeenByGrant:
    @pytest.fixture
    def granted(self):
        """Whoever had the file opened to them has reported, and the access went with it."""
        with open_office(sops=(shipped_text("kemendagri-data"),)) as office:
            office.applies("rina", "kemendagri-data")
            office.goes_to("3")
            task, named = office.task, office.ids["pengelola_data"]
            office.does(
                "kasi_pengolahan",
                lambda desks: desks.officer.choosing(task.id).grant("beri_akses", named),
            )
            office.clock.wait(minutes=1)
            self.task = office.task
            office.does("pengelola_data", lambda desks: desks.officer.open(self.task.id))
            office.decides("pengelola_data", "lapor")
            office.silence()
            yield office

    def test_a_decision_comes_back_with_the_access(self, granted):
        case, me = granted.case_id, granted.ids["pengelola_data"]
        assert not granted.work.cases.has_grant(case, me)
        takes_back(granted, "pengelola_data", self.task)
        assert granted.step == "4"
        assert granted.work.cases.has_grant(case, me)
        granted.does("pengelola_data", lambda desks: desks.officer.files(granted.task.id))

    def test_it_is_nobody_elses_to_take_back(self, granted):
        granted.colleague("joko", "pengelola_data")
        for name in ("joko", "kasi_pengolahan"):
            granted.refuses(
                (NotYourTask, AccessNotGranted),
                name,
                lambda desks: desks.taking_back.take_back(self.task.id),
            )
