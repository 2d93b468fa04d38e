import pytest

from workflow.case import CaseState, Defect, Mark
from workflow.errors import (
    DraftRequired,
    FormHandedIn,
    NotForYou,
    NotYourTask,
    PaperNotReleased,
    TaskAlreadyDone,
    UnknownOutcome,
)
from workflow.intents import (
    SendAttachment,
    SendPaper,
    ShowCase,
    ShowTask,
)
from workflow.papers import PaperKind
from workflow.views.case import OwnPaper


def papers(office, name="rina"):
    return [one.kind for one in office.hears(name, SendPaper)]


class TestHandingIn:
    def hand_in(self, office):
        office.consents()
        office.begins()
        office.fills()
        office.silence()
        office.clock.wait(minutes=4)
        office.submits()

    def test_gives_a_number_a_resi_and_where_the_case_stands(self, office):
        self.hand_in(office)
        assert office.case.number == "PDK-2026-00001"
        assert office.case.subject == "Dinas Kesehatan"
        assert office.hears("rina", ShowCase) == [ShowCase(case_id=office.case_id)]
        office.does("rina", lambda desks: desks.applicant.paper(office.case_id, OwnPaper.RESI))
        assert papers(office) == ["resi"]

    def test_sends_the_resi(self, office):
        self.hand_in(office)
        assert papers(office) == ["resi"]

    def test_lays_the_file_before_the_officer(self, office):
        self.hand_in(office)
        assert office.step == "2"
        assert office.told(ShowTask) == [("petugas", ShowTask(task_id=office.task.id))]
        assert office.task.due_at == office.clock.now().replace(minute=19)

    def test_keeps_every_answer_and_file(self, office):
        self.hand_in(office)
        assert office.case.answers["nik"] == "3175034708900001"
        assert office.case.answers["tanggal_surat"] == "2026-11-20"
        assert office.case.answers["telepon"] == "+6281234567890"
        kept = office.work.cases.attachments(office.case_id)
        assert [file.item for file in kept] == ["surat_permohonan", "identitas"]

    def test_stands_in_the_kartu_kendali_from_the_first_question_on(self, office):
        self.hand_in(office)
        first = office.tasks[0]
        assert (first.step, first.done_as) == ("1", "SKPD Pemohon")
        assert first.received_at == first.opened_at
        assert (first.done_at - first.opened_at).seconds == 4 * 60

    def test_is_done_once(self, office):
        self.hand_in(office)
        refused = office.refuses(FormHandedIn, "rina", lambda desks: desks.handing_in.submit(1))
        assert refused.number == office.case.number

    def test_each_case_has_its_own_number_and_code(self, office):
        self.hand_in(office)
        first = office.case
        self.hand_in(office)
        assert office.case.number == "PDK-2026-00002"
        assert office.case.code != first.code


class TestMending:
    @pytest.fixture(autouse=True)
    def _returned(self, office):
        office.applies()
        office.decides("petugas", "kembalikan", items=("surat_permohonan", "nama"))

    def test_the_applicant_hears_at_once(self, office):
        assert office.hears("rina") == [ShowCase(case_id=office.case_id, fresh=True)]
        assert office.task.because == "Mohon diperbaiki"

    def test_only_what_was_marked_is_asked_again(self, office):
        task = office.task
        office.does("rina", lambda desks: desks.form_opening.begin_task(task.id))
        assert set(office.form_of("rina").asks) == {"surat_permohonan", "nama"}
        assert task.because_marks == (
            Mark(item="nama", defect=Defect.WRONG),
            Mark(item="surat_permohonan", defect=Defect.UNCLEAR),
        )

    def test_a_repair_begun_before_goes_on_where_it_was_left(self, office):
        task = office.task
        office.does("rina", lambda desks: desks.form_opening.begin_task(task.id))
        form = office.form_of("rina")
        office.does("rina", lambda desks: desks.form_opening.begin_task(task.id))
        assert office.form_of("rina") == form

    def test_what_was_mended_replaces_what_was_wrong_and_the_rest_stays(self, office):
        before = office.work.cases.attachments(office.case_id)
        office.repairs()
        after = office.work.cases.attachments(office.case_id)
        assert office.step == "2"
        assert {file.item for file in after} == {"surat_permohonan", "identitas"}
        assert [file for file in after if file.item == "identitas"] == [before[1]]
        assert before[0] not in after
        assert office.case.answers["instansi"] == "Dinas Kesehatan"

    def test_a_mended_file_lies_before_the_officers_of_the_lane_again(self, office):
        office.colleague("dewi", "petugas")
        office.silence()
        office.repairs()
        assert [name for name, _ in office.told(ShowTask)] == ["petugas", "dewi"]
        assert office.task.because == ""

    def test_nobody_mends_for_somebody_else(self, office):
        task = office.task
        office.refuses(NotForYou, "budi", lambda desks: desks.form_opening.begin_task(task.id))
        office.refuses(NotYourTask, "petugas", lambda desks: desks.form_opening.begin_task(task.id))

    def test_nothing_is_handed_over_unmended_by_a_forged_press(self, office):
        task = office.task
        for press in (
            lambda desks: desks.applicant.acknowledge(task.id, "diserahkan"),
            lambda desks: desks.officer.acting(task.id).press("diserahkan"),
            lambda desks: desks.officer.open(task.id),
        ):
            office.refuses((UnknownOutcome, NotYourTask, DraftRequired), "rina", press)

    def test_what_was_mended_is_not_mended_again(self, office):
        task = office.task
        office.repairs()
        office.refuses(
            TaskAlreadyDone, "rina", lambda desks: desks.form_opening.begin_task(task.id)
        )

    def test_another_request_may_be_begun_meanwhile(self, office):
        new = office.begins()
        office.says("rina", "Dinas Sosial")
        office.repairs()
        assert office.step == "2"
        office.does("rina", lambda desks: desks.forms.resume())
        assert office.form_of("rina").id == new.id


class TestTheAnswer:
    def test_is_out_of_reach_until_it_is_released(self, office):
        office.applies()
        for step in ("2", "6", "7", "9", "10"):
            office.goes_to(step)
            office.refuses(
                PaperNotReleased,
                "rina",
                lambda desks: desks.applicant.paper(office.case_id, "answer"),
            )
            assert office.hears("rina", SendPaper | SendAttachment) == []

    def test_comes_with_its_data_when_it_is_released(self, office):
        office.applies()
        office.goes_to("10")
        office.silence()
        office.goes_on()
        heard = office.hears("rina")
        files = office.work.cases.attachments(office.case_id)
        data = next(file for file in files if file.item == "berkas_data")
        assert heard == [
            SendPaper(case_id=office.case_id, kind="surat_jawaban"),
            SendAttachment(case_id=office.case_id, file_id=data.id),
            ShowCase(case_id=office.case_id, fresh=True),
        ]

    def test_can_be_had_again(self, office):
        office.applies()
        office.goes_to("11")
        office.silence()
        office.does("rina", lambda desks: desks.applicant.paper(office.case_id, "answer"))
        assert papers(office) == ["surat_jawaban"]

    def test_goes_to_nobody_else(self, office):
        office.applies()
        office.goes_to("11")
        for kind in OwnPaper:
            office.refuses(
                NotForYou,
                "budi",
                lambda desks, kind=kind: desks.applicant.paper(office.case_id, kind),
            )
        office.refuses(NotForYou, "budi", lambda desks: desks.applicant.show(office.case_id))

    def test_is_acknowledged_and_that_closes_the_file(self, office):
        office.applies()
        office.goes_to("11")
        office.silence()
        office.goes_on()
        assert (office.case.state, office.task) == (CaseState.FINISHED, None)
        assert office.hears("rina", ShowCase | SendPaper) == [
            ShowCase(case_id=office.case_id, fresh=True),
            SendPaper(case_id=office.case_id, kind=PaperKind.TANDA_TERIMA),
        ]

    def test_is_acknowledged_once_and_by_the_applicant(self, office):
        office.applies()
        office.goes_to("11")
        task = office.task
        office.refuses(
            NotForYou, "budi", lambda desks: desks.applicant.acknowledge(task.id, "diterima")
        )
        office.goes_on()
        office.refuses(
            TaskAlreadyDone, "rina", lambda desks: desks.applicant.acknowledge(task.id, "diterima")
        )

    def test_acknowledging_is_no_way_around_a_signature(self, office):
        office.applies()
        office.goes_to("9")
        task = office.task
        office.refuses(
            UnknownOutcome,
            "kepala_dinas",
            lambda desks: desks.applicant.acknowledge(task.id, "tandatangani"),
        )

    def test_without_a_letter_waits_for_its_release_too(self, office):
        office.applies(procedure_id="loket-layanan", service="kia")
        office.refuses(
            PaperNotReleased,
            "rina",
            lambda desks: desks.applicant.paper(office.case_id, "answer"),
        )


def test_where_a_case_stands_is_told_anytime(office):
    office.applies()
    office.does("rina", lambda desks: desks.applicant.show(office.case_id))
    assert office.hears("rina") == [ShowCase(case_id=office.case_id, fresh=True)]


def test_a_refused_case_is_told_with_its_reason(office):
    office.applies(procedure_id="loket-layanan", service="kia")
    office.decides("petugas", "tolak", reason="Bukan wewenang kami")
    assert office.case.state is CaseState.REFUSED
    assert office.tasks[-1].note == "Bukan wewenang kami"
    assert office.hears("rina", ShowCase)[-1] == ShowCase(case_id=office.case_id, fresh=True)
