import pytest

from tests.support.builders import a_file
from tests.support.office import CHAT_COPY
from workflow.case import CaseState, Defect, Mark
from workflow.errors import (
    AnswerTooLong,
    BeingSigned,
    DraftRequired,
    FormMovedOn,
    MarksRequired,
    NoteRequired,
    NotFound,
    NotUnderstood,
    NotYourTask,
    TaskAlreadyDone,
    TaskMoved,
    UnknownOutcome,
)
from workflow.intents import (
    ShowCase,
    ShowTask,
    Stamp,
)
from workflow.people import Acting
from workflow.views import Mode


def face(office, name, task=None):
    """Which face of the task's card is turned up on somebody's phone."""
    task = task or office.task
    return office.work.cards.mode(f"task:{task.id}", office.ids[name])


@pytest.fixture
def verifying(office):
    office.applies()
    return office.task


class TestPressing:
    def test_a_complete_file_goes_on_with_one_press(self, office, verifying):
        office.presses("petugas", "lengkap")
        assert office.step == "3"
        assert office.told(ShowTask) == [("kepala_dinas", ShowTask(task_id=office.task.id))]
        assert office.told(ShowCase) == [("rina", ShowCase(case_id=office.case_id))]

    def test_the_card_on_every_phone_says_who_did_it(self, office, verifying):
        office.colleague("dewi", "petugas")
        office.work.cards.lay(f"task:{verifying.id}", office.ids["dewi"], 5)
        office.presses("petugas", "lengkap")
        assert ("dewi", ShowTask(task_id=verifying.id)) in office.told(ShowTask)
        assert office.tasks[1].done_as == "Petugas Pengadministrasi"

    def test_a_disposisi_takes_one_press_and_the_usual_instruction(self, office, verifying):
        office.goes_to("3")
        office.presses("kepala_dinas", "disposisi")
        assert office.step == "4"
        assert office.tasks[2].note == "Proses lebih lanjut sesuai ketentuan"

    def test_another_instruction_is_chosen(self, office, verifying):
        office.goes_to("3")
        task = office.task
        office.does("kepala_dinas", lambda desks: desks.officer.instruct(task.id, "disposisi"))
        assert face(office, "kepala_dinas") == Mode(kind="reasons", outcome="disposisi")
        office.does("kepala_dinas", lambda desks: desks.officer.ready_made(task.id, "disposisi", 1))
        assert office.tasks[2].note == "Tanggapan dan saran"

    def test_an_instruction_is_written(self, office, verifying):
        office.goes_to("3")
        task = office.task
        office.does("kepala_dinas", lambda desks: desks.officer.write(task.id, "disposisi"))
        assert face(office, "kepala_dinas").kind == "writing"
        office.says("kepala_dinas", "Segera, <b>hari ini</b> 🙏")
        assert (office.step, office.tasks[2].note) == ("4", "Segera, <b>hari ini</b> 🙏")

    def test_a_signature_is_asked_once_more(self, office, verifying):
        office.goes_to("9")
        office.presses("kepala_dinas", "tandatangani")
        assert office.task.signing_since is None
        assert face(office, "kepala_dinas") == Mode(kind="sure", outcome="tandatangani")
        task = office.task
        office.does("kepala_dinas", lambda desks: desks.officer.sure(task.id, "tandatangani"))
        assert office.task.signing_since == office.clock.now()
        assert office.told(Stamp) == [("kepala_dinas", Stamp(task_id=task.id))]

    def test_a_signature_is_not_set_by_the_second_press_alone(self, office, verifying):
        office.goes_to("9")
        task = office.task
        office.refuses(
            TaskMoved, "kepala_dinas", lambda desks: desks.officer.sure(task.id, "tandatangani")
        )

    def test_a_signature_thought_better_of_is_asked_once_more_again(self, office, verifying):
        office.goes_to("9")
        task = office.task
        office.presses("kepala_dinas", "tandatangani")
        office.does("kepala_dinas", lambda desks: desks.officer.plain(task.id))
        office.refuses(
            TaskMoved, "kepala_dinas", lambda desks: desks.officer.sure(task.id, "tandatangani")
        )

    def test_a_seal_takes_one_press(self, office, verifying):
        office.goes_to("10")
        task = office.task
        office.presses("petugas", "serahkan")
        assert office.told(Stamp)[-1] == ("petugas", Stamp(task_id=task.id))

    def test_a_step_with_work_to_do_is_not_done_without_it(self, office, verifying):
        office.goes_to("6")
        task = office.task
        office.refuses(
            DraftRequired, "pengelola_data", lambda desks: desks.officer.press(task.id, "selesai")
        )
        office.works("pengelola_data")
        assert office.step == "6"
        office.presses("pengelola_data", "selesai")
        assert office.step == "7"

    def test_a_report_of_the_office_is_handed_in_by_form_alone(self, office):
        office.begins("pengelola_data", "laporan-bulanan")
        office.fills("pengelola_data")
        office.submits("pengelola_data")
        assert (office.step, office.case.applicant_id) == ("2", None)
        office.decides("kasi", "perbaiki")
        task = office.task
        office.refuses(
            DraftRequired,
            "pengelola_data",
            lambda desks: desks.officer.press(task.id, "diserahkan"),
        )

    def test_a_returned_report_is_mended_from_what_was_written(self, office):
        office.begins("pengelola_data", "laporan-bulanan")
        office.fills("pengelola_data")
        office.submits("pengelola_data")
        office.decides("kasi", "perbaiki", reason="Bulan keliru")
        task = office.task
        office.does("pengelola_data", lambda desks: desks.forms.begin_task(task.id))
        form = office.form_of("pengelola_data")
        assert form.in_review
        assert form.answers == {"bulan": "November 2026", "isi": "Jumlah penduduk"}
        office.submits("pengelola_data")
        assert office.step == "2"

    def test_an_acting_head_decides_as_acting_head(self, office, verifying):
        office.goes_to("3")
        office.arrives("yusuf")
        office.appoint("yusuf", "kepala_dinas", acting=Acting.PLH)
        office.presses("yusuf", "disposisi")
        assert office.tasks[2].done_as == "Plh. Kepala Dinas"


class TestReturning:
    def test_marks_come_first_then_the_reason(self, office, verifying):
        office.presses("petugas", "kembalikan")
        assert face(office, "petugas") == Mode(kind="marks", outcome="kembalikan")
        office.refuses(
            MarksRequired,
            "petugas",
            lambda desks: desks.officer.reasons(verifying.id, "kembalikan"),
        )
        office.marks("petugas", "kembalikan", "surat_permohonan")
        office.does("petugas", lambda desks: desks.officer.reasons(verifying.id, "kembalikan"))
        assert face(office, "petugas") == Mode(kind="reasons", outcome="kembalikan")
        office.does(
            "petugas", lambda desks: desks.officer.ready_made(verifying.id, "kembalikan", 1)
        )
        assert (office.step, office.task.because) == (
            "1",
            "Berkas tidak terbaca, mohon unggah ulang",
        )

    @pytest.mark.parametrize(
        ("times", "defect"),
        [
            (1, Defect.MISSING),
            (2, Defect.UNCLEAR),
            (3, Defect.WRONG),
            (4, None),
            (5, Defect.MISSING),
        ],
    )
    def test_a_mark_goes_round(self, office, verifying, times, defect):
        office.marks("petugas", "kembalikan", "identitas", times=times)
        marks = office.work.cases.marks(verifying.id)
        assert marks == (() if defect is None else (Mark(item="identitas", defect=defect),))

    @pytest.mark.parametrize("index", [-1, 10, 99])
    def test_a_mark_on_nothing_is_refused(self, office, verifying, index):
        office.refuses(
            FormMovedOn,
            "petugas",
            lambda desks: desks.officer.mark(verifying.id, "kembalikan", index),
        )

    def test_a_mark_belongs_to_a_return(self, office, verifying):
        for outcome in ("lengkap", "entah"):
            office.refuses(
                UnknownOutcome,
                "petugas",
                lambda desks, outcome=outcome: desks.officer.mark(verifying.id, outcome, 0),
            )

    def test_a_reason_is_written(self, office, verifying):
        office.decides("petugas", "kembalikan", reason="Tanda tangan belum ada")
        assert office.task.because == "Tanda tangan belum ada"

    @pytest.mark.parametrize("text", [" ", "\u200b", "\n\n"])
    def test_a_reason_of_nothing_is_refused(self, office, verifying, text):
        office.marks("petugas", "kembalikan", "identitas")
        office.does("petugas", lambda desks: desks.officer.write(verifying.id, "kembalikan"))
        office.refuses(
            NoteRequired,
            "petugas",
            lambda desks: desks.listener.hear(text, message_id=CHAT_COPY),
        )

    def test_a_reason_too_long_is_told_so_and_not_cut(self, office, verifying):
        office.marks("petugas", "kembalikan", "identitas")
        office.does("petugas", lambda desks: desks.officer.write(verifying.id, "kembalikan"))
        refused = office.refuses(
            AnswerTooLong,
            "petugas",
            lambda desks: desks.listener.hear("a" * 4096, message_id=CHAT_COPY),
        )
        assert (refused.longest, refused.length) == (1000, 4096)

    def test_a_reason_written_without_marks_is_refused(self, office, verifying):
        office.does("petugas", lambda desks: desks.officer.write(verifying.id, "kembalikan"))
        office.refuses(
            MarksRequired,
            "petugas",
            lambda desks: desks.listener.hear("Kurang lengkap", message_id=CHAT_COPY),
        )

    @pytest.mark.parametrize("index", [-1, 3, 99])
    def test_a_reason_that_is_not_there_is_refused(self, office, verifying, index):
        office.marks("petugas", "kembalikan", "identitas")
        office.refuses(
            FormMovedOn,
            "petugas",
            lambda desks: desks.officer.ready_made(verifying.id, "kembalikan", index),
        )

    def test_an_error_goes_back_to_whoever_made_it(self, office, verifying):
        office.colleague("maya", "pengelola_data")
        office.goes_to("6")
        office.works("maya")
        office.presses("maya", "selesai")
        office.silence()
        office.decides("kasi", "perbaiki", reason="Periode keliru")
        assert (office.step, office.task.holder_id) == ("6", office.ids["maya"])
        assert [name for name, _ in office.told(ShowTask)][-1] == "maya"
        assert "pengelola_data" not in [name for name, _ in office.told(ShowTask)]

    def test_an_error_goes_back_to_the_lane_when_its_maker_has_left(self, office, verifying):
        office.colleague("maya", "pengelola_data")
        office.goes_to("6")
        office.works("maya")
        office.presses("maya", "selesai")
        office.leaves("maya", "pengelola_data")
        office.decides("kasi", "perbaiki")
        assert office.task.holder_id is None

    def test_returned_work_keeps_its_form_and_files(self, office, verifying):
        office.goes_to("7")
        office.decides("kasi", "perbaiki")
        task = office.task
        office.does("pengelola_data", lambda desks: desks.forms.begin_task(task.id))
        form = office.form_of("pengelola_data")
        assert form.in_review
        assert form.answers["sumber"].startswith("Data Konsolidasi")
        assert len(form.files["berkas_data"]) == 1

    def test_a_file_taken_out_of_returned_work_is_out_of_the_case(self, office):
        office.begins("pengelola_data", "laporan-bulanan")
        office.fills("pengelola_data")
        form = office.form_of("pengelola_data")
        office.does("pengelola_data", lambda desks: desks.forms.change(form.id, 2))
        office.hands_in("pengelola_data", a_file("tabel.xlsx"))
        office.submits("pengelola_data")
        office.decides("kasi", "perbaiki")
        task = office.task
        office.does("pengelola_data", lambda desks: desks.forms.begin_task(task.id))
        form = office.form_of("pengelola_data")
        office.does("pengelola_data", lambda desks: desks.forms.change(form.id, 2))
        office.does("pengelola_data", lambda desks: desks.forms.empty(form.id, 2))
        office.submits("pengelola_data")
        assert office.work.cases.attachments(office.case_id) == []


class TestRefusing:
    @pytest.fixture(autouse=True)
    def _at_the_counter(self, office):
        office.applies(procedure_id="loket-layanan", service="kia")

    def test_takes_a_reason_and_is_asked_once_more(self, office):
        task = office.task
        office.presses("petugas", "tolak")
        office.does("petugas", lambda desks: desks.officer.ready_made(task.id, "tolak", 0))
        assert office.case.state is CaseState.OPEN
        assert face(office, "petugas") == Mode(
            kind="sure", outcome="tolak", note="Bukan wewenang kami"
        )
        office.does("petugas", lambda desks: desks.officer.sure(task.id, "tolak"))
        assert office.case.state is CaseState.REFUSED
        assert office.tasks[-1].note == "Bukan wewenang kami"

    def test_is_not_done_by_the_second_press_alone(self, office):
        task = office.task
        office.presses("petugas", "tolak")
        office.refuses(TaskMoved, "petugas", lambda desks: desks.officer.sure(task.id, "tolak"))

    def test_is_not_done_by_the_second_press_of_something_else(self, office):
        task = office.task
        office.presses("petugas", "tolak")
        office.does("petugas", lambda desks: desks.officer.ready_made(task.id, "tolak", 0))
        office.refuses(TaskMoved, "petugas", lambda desks: desks.officer.sure(task.id, "lengkap"))


class TestAPressThatChangesNothing:
    def test_of_another_lane(self, office, verifying):
        for name in ("kasi", "kepala_dinas", "it", "budi"):
            office.refuses(
                NotYourTask, name, lambda desks: desks.officer.press(verifying.id, "lengkap")
            )

    def test_of_the_applicant(self, office, verifying):
        office.refuses(
            NotYourTask, "rina", lambda desks: desks.officer.press(verifying.id, "lengkap")
        )

    def test_of_an_officer_whose_appointment_has_ended(self, office, verifying):
        office.leaves("petugas", "petugas")
        office.refuses(
            NotYourTask, "petugas", lambda desks: desks.officer.press(verifying.id, "lengkap")
        )

    def test_repeated(self, office, verifying):
        office.presses("petugas", "lengkap")
        refused = office.refuses(
            TaskAlreadyDone, "petugas", lambda desks: desks.officer.press(verifying.id, "lengkap")
        )
        assert refused.done_by == "Petugas Pengadministrasi"

    def test_of_a_colleague_who_pressed_second(self, office, verifying):
        office.colleague("dewi", "petugas")
        office.presses("petugas", "lengkap")
        office.refuses(
            TaskAlreadyDone, "dewi", lambda desks: desks.officer.press(verifying.id, "kembalikan")
        )

    @pytest.mark.parametrize("outcome", ["tandatangani", "", "lengkap ", "LENGKAP", "😀"])
    def test_forged(self, office, verifying, outcome):
        for press in (
            lambda desks: desks.officer.press(verifying.id, outcome),
            lambda desks: desks.officer.reasons(verifying.id, outcome),
            lambda desks: desks.officer.instruct(verifying.id, outcome),
            lambda desks: desks.officer.write(verifying.id, outcome),
            lambda desks: desks.officer.ready_made(verifying.id, outcome, 0),
        ):
            office.refuses(UnknownOutcome, "petugas", press)

    def test_on_a_task_that_never_was(self, office, verifying):
        office.refuses(NotFound, "petugas", lambda desks: desks.officer.press(999, "lengkap"))

    def test_on_an_old_card_after_the_file_came_round_again(self, office, verifying):
        office.decides("petugas", "kembalikan")
        office.repairs()
        assert office.step == "2"
        office.refuses(
            TaskAlreadyDone, "petugas", lambda desks: desks.officer.press(verifying.id, "lengkap")
        )

    def test_while_the_letter_is_being_signed(self, office, verifying):
        office.goes_to("9")
        task = office.task
        office.presses("kepala_dinas", "tandatangani")
        office.does("kepala_dinas", lambda desks: desks.officer.sure(task.id, "tandatangani"))
        for press in (
            lambda desks: desks.officer.press(task.id, "tandatangani"),
            lambda desks: desks.officer.sure(task.id, "tandatangani"),
            lambda desks: desks.officer.take(task.id),
        ):
            office.refuses(BeingSigned, "kepala_dinas", press)


class TestWritingAReason:
    def test_is_over_when_a_ready_made_one_was_pressed_instead(self, office, verifying):
        office.marks("petugas", "kembalikan", "identitas")
        office.does("petugas", lambda desks: desks.officer.write(verifying.id, "kembalikan"))
        office.does(
            "petugas", lambda desks: desks.officer.ready_made(verifying.id, "kembalikan", 0)
        )
        office.refuses(
            NotUnderstood, "petugas", lambda desks: desks.listener.hear("Halo", message_id=1)
        )

    def test_goes_on_while_another_card_is_pressed(self, office, verifying):
        office.marks("petugas", "kembalikan", "identitas")
        office.does("petugas", lambda desks: desks.officer.write(verifying.id, "kembalikan"))
        first = office.case_id
        office.applies("budi")
        office.presses("petugas", "lengkap")
        office.case_id = first
        office.says("petugas", "Foto buram")
        assert office.task.because == "Foto buram"

    def test_for_a_file_that_a_colleague_decided_meanwhile_hears_who(self, office, verifying):
        office.colleague("dewi", "petugas")
        office.does("petugas", lambda desks: desks.officer.write(verifying.id, "kembalikan"))
        office.does("dewi", lambda desks: desks.officer.take(verifying.id))
        office.presses("dewi", "lengkap")
        office.refuses(
            TaskAlreadyDone, "petugas", lambda desks: desks.listener.hear("x", message_id=1)
        )
