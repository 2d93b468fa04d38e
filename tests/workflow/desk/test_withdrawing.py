"""Cabut permohonan: an applicant leaves a request; one that nobody repairs lapses by itself."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from messages.cards.case import case_card
from messages.cards.kartu_kendali import kartu_kendali_card
from messages.cards.task import task_card
from messages.localizer import localizer_for
from storage.reading.cases import case_view, cases_view
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.tasks import task_view
from tests.support.builders import sample_office
from tests.support.office import open_office
from workflow.case import CaseState
from workflow.checking.office import office_problems
from workflow.errors import (
    CaseLapsed,
    CaseWithdrawn,
    FormMovedOn,
    NotForYou,
    NotLapsed,
    ReopenTooLate,
    WithdrawTooLate,
)
from workflow.intents import ShowCase, Tell
from workflow.kartu_kendali import entries, replay
from workflow.questions import AskChoice
from workflow.verbs import Verb

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
TOLD = "case-withdrawn-told"


def withdraws(office, name="rina"):
    case = office.case.id
    office.does(name, lambda desks: desks.withdrawing.ask(case))
    office.does(name, lambda desks: desks.withdrawing.withdraw(case))


def own_card(office, name="rina"):
    view = case_view(office.work, office.case.id, office.ids[name], now=office.clock.now())
    return case_card(view, SAY)


def kartu(office, name=None):
    me = None if name is None else office.ids[name]
    view = kartu_kendali_view(office.work, office.case.id, me, now=office.clock.now())
    return kartu_kendali_card(view, SAY)


def words(card):
    return [one.text for row in card.rows for one in row]


def heard(office):
    return {name for name, one in office.told(Tell) if one.message_id == TOLD}


@pytest.fixture
def opened(office, verifying):
    office.does("petugas", lambda desks: desks.officer.open(verifying.id))
    office.silence()
    return office.task


class TestWithdrawing:
    def test_is_asked_once_more_and_ends_the_request(self, office, opened):
        case = office.case.id
        assert "Cabut permohonan" in words(own_card(office))
        office.does("rina", lambda desks: desks.withdrawing.ask(case))
        assert words(own_card(office)) == ["Ya, cabut", "Tidak jadi"]
        assert office.case.state is CaseState.OPEN
        office.does("rina", lambda desks: desks.withdrawing.withdraw(case))
        assert (office.case.state, office.case.step) == (CaseState.WITHDRAWN, None)
        assert "Dicabut" in own_card(office).text
        assert "Cabut permohonan" not in words(own_card(office))

    def test_that_was_not_meant_changes_nothing(self, office, opened):
        case = office.case.id
        office.does("rina", lambda desks: desks.withdrawing.ask(case))
        office.does("rina", lambda desks: desks.withdrawing.keep(case))
        assert "Cabut permohonan" in words(own_card(office))
        office.refuses(FormMovedOn, "rina", lambda desks: desks.withdrawing.withdraw(case))
        assert office.case.state is CaseState.OPEN

    def test_is_never_done_from_a_card_that_did_not_ask(self, office, opened):
        case = office.case.id
        office.refuses(FormMovedOn, "rina", lambda desks: desks.withdrawing.withdraw(case))

    def test_is_told_once_to_whoever_has_the_file_and_closes_their_card(self, office, opened):
        office.does("petugas", lambda desks: desks.officer.show(opened.id))
        withdraws(office)
        assert heard(office) <= {"petugas"}
        view = task_view(office.work, opened.id, office.ids["petugas"], now=office.clock.now())
        card = task_card(view, SAY)
        assert "Permohonan dicabut pemohon" in card.text
        assert "Lengkap" not in words(card)

    def test_leaves_no_work_behind(self, office, opened):
        withdraws(office)
        assert office.work.cases.open_in_lanes([(office.case.procedure_id, "petugas")]) == []
        assert office.work.cases.next_alarm_at() is None

    def test_refuses_whatever_is_pressed_on_the_file_afterwards(self, office, opened):
        withdraws(office)
        office.refuses(
            CaseWithdrawn,
            "petugas",
            lambda desks: desks.officer.acting(opened.id).press("lengkap"),
        )

    def test_twice_is_refused_in_words(self, office, opened):
        withdraws(office)
        case = office.case.id
        office.refuses(CaseWithdrawn, "rina", lambda desks: desks.withdrawing.ask(case))
        office.refuses(CaseWithdrawn, "rina", lambda desks: desks.withdrawing.withdraw(case))

    @pytest.mark.parametrize("name", ["budi", "petugas", "kepala_dinas", "it"])
    def test_is_nobody_elses(self, office, opened, name):
        case = office.case.id
        office.refuses(NotForYou, name, lambda desks: desks.withdrawing.ask(case))

    def test_by_an_applicant_who_is_an_officer_of_that_very_case_is_their_own(self, office):
        office.applies("petugas")
        withdraws(office, "petugas")
        assert office.case.state is CaseState.WITHDRAWN

    def test_ends_what_was_asked_beside_it(self, office, opened):
        chosen = str(AskChoice(ready="telepon", waits=True))
        office.does("petugas", lambda desks: desks.verbs.do(opened.id, Verb.ASK, chosen))
        withdraws(office)
        assert all(not one.is_open for one in office.work.cases.side_tasks_of(office.case.id))
        assert "question-overtaken" not in {one.message_id for _, one in office.told(Tell)}
        assert "keputusan" not in kartu(office).text
        assert office.case.state is CaseState.WITHDRAWN

    def test_while_it_is_on_hold_ends_the_hold(self, office, opened):
        office.does("petugas", lambda desks: desks.verbs.do(opened.id, Verb.HOLD, "gangguan-siak@"))
        withdraws(office)
        [pause] = office.work.pauses.of_case(office.case.id)
        assert not pause.is_open

    def test_closes_a_repair_that_was_begun(self, office, opened):
        office.decides("petugas", "kembalikan")
        task = office.task.id
        office.does("rina", lambda desks: desks.form_opening.begin_task(task))
        withdraws(office)
        assert office.work.drafts.find_for_task(task, office.ids["rina"]) is None
        assert office.work.people.focus(office.ids["rina"]) is None

    def test_stands_in_the_lists_as_withdrawn(self, office, opened):
        withdraws(office)
        [line] = cases_view(office.work, office.ids["rina"]).lines
        assert line.state is CaseState.WITHDRAWN


class TestTheSignature:
    def test_while_it_is_being_set_comes_first(self, office):
        office.applies()
        office.goes_to("9")
        task = office.task
        office.presses("kepala_dinas", "tandatangani")
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).sure("tandatangani")
        )
        case = office.case.id
        office.refuses(WithdrawTooLate, "rina", lambda desks: desks.withdrawing.ask(case))

    def test_once_set_ends_the_way_out(self, office):
        office.applies()
        office.goes_to("10")
        case = office.case.id
        office.refuses(WithdrawTooLate, "rina", lambda desks: desks.withdrawing.ask(case))
        assert "Cabut permohonan" not in words(own_card(office))

    def test_asked_for_before_is_withdrawn_no_more_after(self, office):
        office.applies()
        office.goes_to("9")
        case = office.case.id
        office.does("rina", lambda desks: desks.withdrawing.ask(case))
        office.goes_to("10")
        office.refuses(WithdrawTooLate, "rina", lambda desks: desks.withdrawing.withdraw(case))

    def test_of_a_withdrawn_request_is_refused(self, office):
        office.applies()
        office.goes_to("9")
        task = office.task
        withdraws(office)
        office.refuses(
            CaseWithdrawn,
            "kepala_dinas",
            lambda desks: desks.officer.acting(task.id).press("tandatangani"),
        )


class TestTheKartuKendali:
    def test_says_by_whom_it_was_withdrawn(self, office, opened):
        withdraws(office)
        assert "Hasil: permohonan dicabut" in kartu(office).text
        assert "Dicabut pemohon" in kartu(office).text

    def test_replays_to_where_the_case_stands_and_adds_up(self, office, opened):
        office.clock.wait(minutes=40)
        withdraws(office)
        case, tasks = office.case, office.tasks
        assert replay(tasks, office.procedure) == (None, CaseState.WITHDRAWN)
        rows = entries(
            tasks,
            office.procedure,
            office.context.office,
            office.context.calendar,
            now=office.clock.now(),
            service=case.service,
        )
        passed = sum(
            (one.waiting + one.working + one.held + one.outside for one in rows), timedelta()
        )
        assert passed == case.ended_at - case.opened_at

    def test_says_nobody_did_alone_what_nobody_decided(self, office, opened):
        withdraws(office)
        view = kartu_kendali_view(office.work, office.case.id, now=office.clock.now())
        assert view.rows[-1].alone is None


class TestWithoutTelegram:
    def test_the_counter_withdraws_in_the_applicants_name(self, counter):
        assert "Cabut atas nama pemohon" in words(kartu(counter, "petugas"))
        withdraws(counter, "petugas")
        assert counter.case.state is CaseState.WITHDRAWN
        assert "Dicabut pemohon lewat Petugas Pengadministrasi" in kartu(counter).text

    def test_nobody_else_of_the_office_does(self, counter):
        case = counter.case.id
        for name in ("kasi_identitas", "kepala_dinas"):
            counter.refuses(NotForYou, name, lambda desks: desks.withdrawing.ask(case))


@pytest.fixture
def patient():
    """An office whose unrepaired requests lapse after nine working days, and one of them."""
    with open_office(office=sample_office().model_copy(update={"lapses_after": 9})) as office:
        office.applies()
        office.decides("petugas", "kembalikan")
        office.silence()
        yield office


def rings(office):
    office.clock.move_to(office.work.cases.next_alarm_at())
    office.silence()
    office.ticks()
    return [one for name, one in office.told(ShowCase) if name == "rina"]


class TestLapsing:
    def test_is_told_twice_then_announced_and_then_done(self, patient):
        assert "ditutup mulai" in own_card(patient).text
        for _ in range(3):
            assert [one.reminding for one in rings(patient)] == [True]
            assert patient.case.state is CaseState.OPEN
        rings(patient)
        assert patient.case.state is CaseState.LAPSED
        assert patient.work.cases.next_alarm_at() is None
        assert "Ditutup" in own_card(patient).text
        assert "Hasil: gugur" in kartu(patient).text

    def test_comes_never_before_the_moment_that_the_card_names(self, patient):
        view = case_view(
            patient.work, patient.case.id, patient.ids["rina"], now=patient.clock.now()
        )
        for _ in range(4):
            rings(patient)
        assert patient.clock.now() >= view.closes_at

    def test_is_announced_first_even_after_a_long_stop(self, patient):
        patient.clock.wait(days=200)
        patient.silence()
        patient.ticks()
        assert patient.case.state is CaseState.OPEN
        rings(patient)
        assert patient.case.state is CaseState.LAPSED

    def test_never_comes_where_the_office_does_not_want_it(self, office, verifying):
        office.decides("petugas", "kembalikan")
        assert "ditutup mulai" not in own_card(office).text
        rings(office)
        rings(office)
        assert office.work.cases.next_alarm_at() is None

    def test_comes_no_more_once_the_office_wants_it_no_more(self, patient):
        for _ in range(3):
            rings(patient)
        patient.context.office = patient.context.office.model_copy(update={"lapses_after": 0})
        rings(patient)
        assert (patient.case.state, patient.work.cases.next_alarm_at()) == (CaseState.OPEN, None)

    @pytest.mark.parametrize(("days", "faults"), [(0, 0), (1, 1), (2, 1), (3, 0), (30, 0)])
    def test_leaves_room_for_two_reminders(self, days, faults):
        office = sample_office().model_copy(update={"lapses_after": days})
        found = [one for one in office_problems(office) if one[0] == ("lapses_after",)]
        assert len(found) == faults

    def test_never_meets_what_was_repaired(self, patient):
        rings(patient)
        patient.repairs()
        assert patient.step == "2"

    def test_is_refused_as_such_to_whoever_presses_afterwards(self, patient):
        task = patient.task.id
        for _ in range(4):
            rings(patient)
        patient.refuses(CaseLapsed, "rina", lambda desks: desks.form_opening.begin_task(task))


class TestReopening:
    @pytest.fixture
    def lapsed(self, patient):
        for _ in range(4):
            rings(patient)
        patient.silence()
        return patient

    def test_takes_the_request_up_where_it_was_left(self, lapsed):
        case = lapsed.case.id
        lapsed.clock.wait(days=3)
        assert "Buka kembali" in words(own_card(lapsed))
        lapsed.does("rina", lambda desks: desks.withdrawing.reopen(case))
        assert lapsed.case.state is CaseState.OPEN
        assert lapsed.task.because == "Mohon diperbaiki"
        lapsed.repairs()
        assert lapsed.step == "2"
        assert replay(lapsed.tasks, lapsed.procedure) == ("2", CaseState.OPEN)

    def test_gives_the_days_anew(self, lapsed):
        case = lapsed.case.id
        lapsed.does("rina", lambda desks: desks.withdrawing.reopen(case))
        for _ in range(3):
            rings(lapsed)
            assert lapsed.case.state is CaseState.OPEN
        rings(lapsed)
        assert lapsed.case.state is CaseState.LAPSED

    def test_twice_is_refused(self, lapsed):
        case = lapsed.case.id
        lapsed.does("rina", lambda desks: desks.withdrawing.reopen(case))
        lapsed.refuses(NotLapsed, "rina", lambda desks: desks.withdrawing.reopen(case))

    def test_comes_too_late_after_thirty_days(self, lapsed):
        case = lapsed.case.id
        lapsed.clock.wait(days=31)
        assert "Buka kembali" not in words(own_card(lapsed))
        lapsed.refuses(ReopenTooLate, "rina", lambda desks: desks.withdrawing.reopen(case))

    def test_is_nobody_elses(self, lapsed):
        case = lapsed.case.id
        for name in ("budi", "petugas"):
            lapsed.refuses(NotForYou, name, lambda desks: desks.withdrawing.reopen(case))

    def test_leaves_no_gap_in_the_kartu_kendali(self, lapsed):
        case = lapsed.case.id
        lapsed.clock.wait(days=3)
        lapsed.does("rina", lambda desks: desks.withdrawing.reopen(case))
        tasks = lapsed.tasks
        assert tasks[-1].opened_at == tasks[-2].done_at
        assert "Dibuka kembali oleh pemohon" in kartu(lapsed).text
