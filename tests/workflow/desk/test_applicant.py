import pytest

from tests.support.builders import a_file
from tests.support.office import CHAT_COPY
from workflow.case import CaseState, Defect, Mark
from workflow.errors import (
    DraftRequired,
    FileWanted,
    FormIncomplete,
    FormMovedOn,
    NoOpenForm,
    NotANik,
    NotForYou,
    NotYourTask,
    PaperNotReleased,
    ServiceUnknown,
    SlotFull,
    TaskAlreadyDone,
    TextWanted,
    UnknownOutcome,
)
from workflow.intents import (
    RemoveMessage,
    SendAttachment,
    SendPaper,
    ShowCase,
    ShowForm,
    ShowPrivacy,
    ShowTask,
    ShowWelcome,
)


def papers(office, name="rina"):
    return [one.kind for one in office.hears(name, SendPaper)]


class TestBeginning:
    def test_the_privacy_notice_comes_before_the_form(self, office):
        office.begins()
        assert office.hears("rina") == [ShowPrivacy(choice="jakarta-data:")]
        assert office.form_of("rina") is None

    def test_an_accepted_notice_is_recorded_with_version_and_moment(self, office):
        office.consents()
        rows = office.work.connection.exec_driver_sql(
            "SELECT person_id, version, length(text_digest) FROM consents"
        )
        assert rows.all() == [(office.ids["rina"], "2026-1", 64)]

    def test_a_notice_of_another_version_is_shown_anew(self, office):
        office.does("rina", lambda desks: desks.reception.accept_privacy("2019-1"))
        office.begins()
        assert office.hears("rina", ShowPrivacy)[-1] == ShowPrivacy(choice="jakarta-data:")

    def test_the_form_asks_one_question_at_a_time(self, office):
        office.consents()
        form = office.begins()
        assert office.hears("rina") == [ShowForm(draft_id=form.id)]
        office.says("rina", "Dinas Kesehatan")
        assert office.form_of("rina").at == 1

    def test_a_form_begun_before_goes_on_where_it_was_left(self, office):
        office.consents()
        form = office.begins()
        office.says("rina", "Dinas Kesehatan")
        office.clock.wait(days=7)
        again = office.begins()
        assert (again.id, again.at, again.answers) == (form.id, 1, {"instansi": "Dinas Kesehatan"})

    def test_another_service_has_a_form_of_its_own(self, office):
        office.consents()
        office.begins(procedure_id="loket-layanan", service="akta")
        assert office.form_of("rina").asks == ("nama", "catatan", "anak", "ktp")
        office.begins(procedure_id="loket-layanan", service="kia")
        assert office.form_of("rina").asks == ("nama", "catatan", "ktp")

    @pytest.mark.parametrize("service", ["paspor", None])
    def test_a_service_that_is_not_offered_is_refused(self, office, service):
        office.consents()
        office.refuses(
            ServiceUnknown, "rina", lambda desks: desks.forms.begin("loket-layanan", service)
        )

    def test_an_sop_that_is_not_offered_is_refused(self, office):
        office.refuses(ServiceUnknown, "rina", lambda desks: desks.forms.begin("lain", None))

    def test_an_sop_of_the_office_is_begun_by_the_office(self, office):
        office.refuses(NotForYou, "rina", lambda desks: desks.forms.begin("laporan-bulanan", None))
        office.refuses(NotForYou, "kasi", lambda desks: desks.forms.begin("laporan-bulanan", None))
        assert office.begins("pengelola_data", "laporan-bulanan").asks[0] == "bulan"


class TestFillingIn:
    @pytest.fixture(autouse=True)
    def _begun(self, office):
        office.consents()
        office.begins()
        office.silence()

    def at(self, office, name):
        """Go to the question or slot of this name."""
        while office.form_of("rina").asks[office.form_of("rina").at] != name:
            draft = office.form_of("rina")
            office.answers("rina", office.desks("rina").forms.items(draft)[draft.asks[draft.at]])
        office.silence()
        return office.form_of("rina")

    def test_a_bad_answer_is_refused_and_the_question_stays(self, office):
        form = self.at(office, "nik")
        office.refuses(NotANik, "rina", lambda desks: desks.listener.hear("123", message_id=1))
        assert office.form_of("rina") == form

    def test_a_nik_is_taken_out_of_the_chat(self, office):
        self.at(office, "nik")
        office.says("rina", "3175031209780001")
        assert office.hears("rina", RemoveMessage) == [RemoveMessage(message_id=CHAT_COPY)]

    def test_other_answers_stay_in_the_chat(self, office):
        office.says("rina", "Dinas Kesehatan")
        assert office.hears("rina", RemoveMessage) == []

    def test_a_choice_is_pressed(self, office):
        form = self.at(office, "tujuan")
        office.does("rina", lambda desks: desks.forms.choose(form.id, form.at, 3))
        assert office.form_of("rina").answers["tujuan"] == "Penelitian"

    @pytest.mark.parametrize("choice", [-1, 4, 99])
    def test_a_choice_that_is_not_there_is_refused(self, office, choice):
        form = self.at(office, "tujuan")
        office.refuses(
            FormMovedOn, "rina", lambda desks: desks.forms.choose(form.id, form.at, choice)
        )

    def test_a_button_of_an_earlier_question_is_refused(self, office):
        form = self.at(office, "tujuan")
        for press in (
            lambda desks: desks.forms.choose(form.id, 0, 0),
            lambda desks: desks.forms.back(form.id, 0),
            lambda desks: desks.forms.go_on(form.id, 0),
            lambda desks: desks.forms.empty(form.id, 0),
            lambda desks: desks.forms.change(form.id, 0),
        ):
            office.refuses(FormMovedOn, "rina", press)

    def test_words_where_a_file_is_asked_hear_what_is_taken(self, office):
        self.at(office, "surat_permohonan")
        refused = office.refuses(
            FileWanted, "rina", lambda desks: desks.listener.hear("ini suratnya", message_id=1)
        )
        assert refused.accepted == "PDF, JPEG, PNG"

    def test_a_file_where_words_are_asked_hears_the_example(self, office):
        refused = office.refuses(TextWanted, "rina", lambda desks: desks.listener.slot())
        assert refused.example == "Dinas Kesehatan Provinsi DKI Jakarta"

    def test_a_file_is_kept_and_its_copy_taken_out_of_the_chat(self, office):
        form = self.at(office, "surat_permohonan")
        office.hands_in("rina", a_file())
        assert office.hears("rina") == [
            ShowForm(draft_id=form.id, said="received"),
            RemoveMessage(message_id=CHAT_COPY),
        ]

    def test_a_full_slot_takes_no_more(self, office):
        form = self.at(office, "identitas")
        office.hands_in("rina", a_file("depan.jpg"))
        office.hands_in("rina", a_file("belakang.jpg"))
        office.refuses(
            SlotFull,
            "rina",
            lambda desks: desks.forms.attach(form.id, a_file("lagi.jpg"), message_id=1),
        )

    def test_a_slot_is_emptied_to_hand_in_others(self, office):
        form = self.at(office, "identitas")
        office.hands_in("rina", a_file("buram.jpg"))
        office.does("rina", lambda desks: desks.forms.empty(form.id, form.at))
        office.hands_in("rina", a_file("jelas.jpg"))
        assert [one.name for one in office.form_of("rina").files["identitas"]] == ["jelas.jpg"]

    def test_back_keeps_what_was_told(self, office):
        office.says("rina", "Dinas Kesehatan")
        form = office.form_of("rina")
        office.does("rina", lambda desks: desks.forms.back(form.id, form.at))
        assert (office.form_of("rina").at, office.form_of("rina").answers["instansi"]) == (
            0,
            "Dinas Kesehatan",
        )

    def test_anything_can_be_changed_from_the_review(self, office):
        office.fills()
        form = office.form_of("rina")
        office.does("rina", lambda desks: desks.forms.change(form.id, 0))
        office.says("rina", "Dinas Sosial")
        assert office.form_of("rina").in_review
        assert office.form_of("rina").answers["instansi"] == "Dinas Sosial"

    def test_words_at_the_review_show_the_review_again(self, office):
        office.fills()
        office.silence()
        office.says("rina", "sudah benar semua")
        assert office.hears("rina") == [ShowForm(draft_id=office.form_of("rina").id)]

    def test_an_incomplete_form_is_not_handed_in(self, office):
        form = office.form_of("rina")
        refused = office.refuses(FormIncomplete, "rina", lambda desks: desks.forms.submit(form.id))
        assert refused.missing == "Instansi pemohon"

    def test_nobody_touches_the_form_of_somebody_else(self, office):
        form = office.form_of("rina")
        for press in (
            lambda desks: desks.forms.text(form.id, "x", message_id=1),
            lambda desks: desks.forms.back(form.id, form.at),
            lambda desks: desks.forms.submit(form.id),
            lambda desks: desks.forms.ask_cancel(form.id),
            lambda desks: desks.forms.cancel(form.id),
            lambda desks: desks.forms.attach(form.id, a_file(), message_id=1),
        ):
            office.refuses(NotForYou, "budi", press)


class TestCancelling:
    @pytest.fixture
    def form(self, office):
        office.consents()
        office.begins()
        office.says("rina", "Dinas Kesehatan")
        office.silence()
        return office.form_of("rina")

    def test_is_asked_once_more(self, office, form):
        office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
        assert office.hears("rina") == [ShowForm(draft_id=form.id, fresh=False)]
        assert office.form_of("rina").answers == form.answers

    def test_throws_the_answers_away_when_it_is_meant(self, office, form):
        office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
        office.does("rina", lambda desks: desks.forms.cancel(form.id))
        assert office.form_of("rina") is None
        assert office.hears("rina", ShowWelcome) == [ShowWelcome()]

    def test_may_be_thought_better_of(self, office, form):
        office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
        office.does("rina", lambda desks: desks.forms.keep(form.id))
        assert office.form_of("rina").answers == form.answers

    def test_is_not_done_by_an_old_button_when_the_form_went_on(self, office, form):
        office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
        office.says("rina", "Rina Wulandari")
        office.refuses(FormMovedOn, "rina", lambda desks: desks.forms.cancel(form.id))

    def test_a_cancelled_form_takes_nothing_more(self, office, form):
        office.does("rina", lambda desks: desks.forms.ask_cancel(form.id))
        office.does("rina", lambda desks: desks.forms.cancel(form.id))
        office.refuses(
            NoOpenForm, "rina", lambda desks: desks.forms.text(form.id, "x", message_id=1)
        )
        office.refuses(NoOpenForm, "rina", lambda desks: desks.forms.resume())


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
        assert office.case.subject == "Dinas Kesehatan Provinsi DKI Jakarta"
        assert office.hears("rina", ShowCase) == [ShowCase(case_id=office.case_id)]
        office.does("rina", lambda desks: desks.applicant.paper(office.case_id, "resi"))
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
        office.refuses(NoOpenForm, "rina", lambda desks: desks.forms.submit(1))

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
        office.does("rina", lambda desks: desks.forms.begin_task(task.id))
        assert set(office.form_of("rina").asks) == {"surat_permohonan", "nama"}
        assert task.because_marks == (
            Mark(item="nama", defect=Defect.MISSING),
            Mark(item="surat_permohonan", defect=Defect.MISSING),
        )

    def test_a_repair_begun_before_goes_on_where_it_was_left(self, office):
        task = office.task
        office.does("rina", lambda desks: desks.forms.begin_task(task.id))
        form = office.form_of("rina")
        office.does("rina", lambda desks: desks.forms.begin_task(task.id))
        assert office.form_of("rina") == form

    def test_what_was_mended_replaces_what_was_wrong_and_the_rest_stays(self, office):
        before = office.work.cases.attachments(office.case_id)
        office.repairs()
        after = office.work.cases.attachments(office.case_id)
        assert office.step == "2"
        assert {file.item for file in after} == {"surat_permohonan", "identitas"}
        assert [file for file in after if file.item == "identitas"] == [before[1]]
        assert before[0] not in after
        assert office.case.answers["instansi"] == "Dinas Kesehatan Provinsi DKI Jakarta"

    def test_a_mended_file_lies_before_the_officers_of_the_lane_again(self, office):
        office.colleague("dewi", "petugas")
        office.silence()
        office.repairs()
        assert [name for name, _ in office.told(ShowTask)] == ["petugas", "dewi"]
        assert office.task.because == ""

    def test_nobody_mends_for_somebody_else(self, office):
        task = office.task
        office.refuses(NotYourTask, "budi", lambda desks: desks.forms.begin_task(task.id))
        office.refuses(NotYourTask, "petugas", lambda desks: desks.forms.begin_task(task.id))

    def test_nothing_is_handed_over_unmended_by_a_forged_press(self, office):
        task = office.task
        for press in (
            lambda desks: desks.applicant.acknowledge(task.id, "diserahkan"),
            lambda desks: desks.officer.press(task.id, "diserahkan"),
            lambda desks: desks.officer.open(task.id),
        ):
            office.refuses((UnknownOutcome, NotYourTask, DraftRequired), "rina", press)

    def test_what_was_mended_is_not_mended_again(self, office):
        task = office.task
        office.repairs()
        office.refuses(TaskAlreadyDone, "rina", lambda desks: desks.forms.begin_task(task.id))

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
        for kind in ("resi", "answer"):
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
        assert office.hears("rina") == [
            ShowCase(case_id=office.case_id, fresh=True),
            SendPaper(case_id=office.case_id, kind="tanda_terima"),
        ]

    def test_is_acknowledged_once_and_by_the_applicant(self, office):
        office.applies()
        office.goes_to("11")
        task = office.task
        office.refuses(
            NotYourTask, "budi", lambda desks: desks.applicant.acknowledge(task.id, "diterima")
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
