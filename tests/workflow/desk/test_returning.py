import pytest

from tests.support.builders import a_file
from tests.support.office import CHAT_COPY
from workflow.case import CaseState, Defect, Mark
from workflow.errors import (
    AnswerTooLong,
    FormSaved,
    ListMoved,
    MarksRequired,
    NoteRequired,
    NotUnderstood,
    TaskAlreadyDone,
    TaskMoved,
    TooManyLines,
    UnknownOutcome,
    WorkUnsaved,
)
from workflow.intents import (
    ShowTask,
)
from workflow.shown import digest_of
from workflow.views.task import Face, Mode

UNREADABLE = digest_of("Berkas tidak terbaca, mohon unggah ulang")


class TestReturning:
    def test_marks_come_first_then_the_reason(self, office, verifying):
        office.presses("petugas", "kembalikan")
        assert office.face("petugas") == Mode(face=Face.MARKS, outcome="kembalikan")
        office.refuses(
            MarksRequired,
            "petugas",
            lambda desks: desks.officer.acting(verifying.id).reasons("kembalikan"),
        )
        office.marks("petugas", "kembalikan", "surat_permohonan")
        office.does(
            "petugas", lambda desks: desks.officer.acting(verifying.id).reasons("kembalikan")
        )
        assert office.face("petugas") == Mode(face=Face.REASONS, outcome="kembalikan")
        office.does(
            "petugas",
            lambda desks: desks.officer.acting(verifying.id).ready_made("kembalikan", UNREADABLE),
        )
        assert (office.step, office.task.because) == (
            "1",
            "Berkas tidak terbaca, mohon unggah ulang",
        )

    @pytest.mark.parametrize(
        ("times", "defect"),
        [
            (1, Defect.UNCLEAR),
            (2, Defect.WRONG),
            (3, Defect.MISSING),
            (4, None),
            (5, Defect.UNCLEAR),
        ],
    )
    def test_a_mark_goes_round(self, office, verifying, times, defect):
        office.marks("petugas", "kembalikan", "identitas", times=times)
        marks = office.work.cases.marks(verifying.id)
        assert marks == (() if defect is None else (Mark(item="identitas", defect=defect),))

    @pytest.mark.parametrize(
        ("times", "defect"), [(1, Defect.WRONG), (2, Defect.MISSING), (3, None)]
    )
    def test_what_was_typed_is_never_unclear(self, office, verifying, times, defect):
        office.marks("petugas", "kembalikan", "telepon", times=times)
        marks = office.work.cases.marks(verifying.id)
        assert marks == (() if defect is None else (Mark(item="telepon", defect=defect),))

    def test_what_never_came_can_only_be_missing(self, office):
        office.consents("rina")
        office.begins("rina", "loket-layanan", "kia")
        office.answers_until("rina", "catatan")
        form = office.form_of("rina")
        office.does("rina", lambda desks: desks.forms.go_on(form.id, form.at))
        office.fills()
        office.submits()
        for marks in ((Mark(item="catatan", defect=Defect.MISSING),), ()):
            office.marks("petugas", "kembalikan", "catatan")
            assert office.work.cases.marks(office.task.id) == marks

    def test_own_words_are_taken_where_ready_made_ones_are_offered(self, office, verifying):
        office.marks("petugas", "kembalikan", "identitas")
        office.does(
            "petugas", lambda desks: desks.officer.acting(verifying.id).reasons("kembalikan")
        )
        office.says("petugas", "Foto KTP terpotong")
        assert (office.step, office.task.because) == ("1", "Foto KTP terpotong")

    def test_whoever_wrote_the_reason_sees_below_it_what_that_did(self, office, verifying):
        office.decides("petugas", "kembalikan", reason="Tidak terbaca")
        assert ShowTask(task_id=verifying.id, fresh=True) in office.hears("petugas")

    @pytest.mark.parametrize("item", ["", "0", "bukan_isian"])
    def test_a_mark_on_nothing_is_refused(self, office, verifying, item):
        office.refuses(
            ListMoved,
            "petugas",
            lambda desks: desks.officer.acting(verifying.id).mark("kembalikan", item),
        )

    def test_a_mark_belongs_to_a_return(self, office, verifying):
        for outcome in ("lengkap", "entah"):
            office.refuses(
                UnknownOutcome,
                "petugas",
                lambda desks, outcome=outcome: desks.officer.acting(verifying.id).mark(
                    outcome, "identitas"
                ),
            )

    def test_a_reason_is_written(self, office, verifying):
        office.decides("petugas", "kembalikan", reason="Tanda tangan belum ada")
        assert office.task.because == "Tanda tangan belum ada"

    @pytest.mark.parametrize("text", [" ", "\u200b", "\n\n", "-", "...", "👍"])
    def test_a_reason_of_nothing_is_refused(self, office, verifying, text):
        office.marks("petugas", "kembalikan", "identitas")
        office.does("petugas", lambda desks: desks.officer.acting(verifying.id).write("kembalikan"))
        office.refuses(
            NoteRequired,
            "petugas",
            lambda desks: desks.messages.hear(text, message_id=CHAT_COPY),
        )

    def test_a_reason_too_long_is_told_so_and_not_cut(self, office, verifying):
        office.marks("petugas", "kembalikan", "identitas")
        office.does("petugas", lambda desks: desks.officer.acting(verifying.id).write("kembalikan"))
        refused = office.refuses(
            AnswerTooLong,
            "petugas",
            lambda desks: desks.messages.hear("a" * 4096, message_id=CHAT_COPY),
        )
        assert (refused.longest, refused.length) == (1000, 4096)

    def test_a_reason_of_too_many_lines_is_told_so(self, office, verifying):
        office.marks("petugas", "kembalikan", "identitas")
        office.does("petugas", lambda desks: desks.officer.acting(verifying.id).write("kembalikan"))
        refused = office.refuses(
            TooManyLines,
            "petugas",
            lambda desks: desks.messages.hear("a\n" * 120, message_id=CHAT_COPY),
        )
        assert refused.lines == 120
        office.says("petugas", "Kurang lengkap" + "\n" * 500 + "Ulangi")
        assert office.task.because == "Kurang lengkap\n\nUlangi"

    def test_a_reason_written_without_marks_is_refused(self, office, verifying):
        office.does("petugas", lambda desks: desks.officer.acting(verifying.id).write("kembalikan"))
        office.refuses(
            MarksRequired,
            "petugas",
            lambda desks: desks.messages.hear("Kurang lengkap", message_id=CHAT_COPY),
        )

    @pytest.mark.parametrize("words", ["", "0", digest_of("Karangan sendiri")])
    def test_a_reason_that_is_not_there_is_refused(self, office, verifying, words):
        office.marks("petugas", "kembalikan", "identitas")
        office.refuses(
            ListMoved,
            "petugas",
            lambda desks: desks.officer.acting(verifying.id).ready_made("kembalikan", words),
        )

    def test_an_error_goes_back_to_whoever_made_it(self, office, verifying):
        office.colleague("maya", "pengelola_data")
        office.goes_to("6")
        office.works("maya")
        office.presses("maya", "selesai")
        office.silence()
        office.decides("kasi", "perbaiki", reason="Periode keliru")
        assert (office.step, office.task.holder_id) == ("6", office.ids["maya"])
        assert "maya" in [name for name, _ in office.told(ShowTask)]
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
        office.does("pengelola_data", lambda desks: desks.form_opening.begin_task(task.id))
        form = office.form_of("pengelola_data")
        assert form.in_review
        assert form.answers["sumber"].startswith("Data Konsolidasi")
        assert len(form.files["berkas_data"]) == 1

    def test_a_correction_that_is_not_saved_does_not_stay_behind(self, office, verifying):
        office.goes_to("7")
        office.decides("kasi", "perbaiki")
        task = office.task
        office.does("pengelola_data", lambda desks: desks.form_opening.begin_task(task.id))
        form = office.form_of("pengelola_data")
        office.does("pengelola_data", lambda desks: desks.forms.change(form.id, 0))
        office.says("pengelola_data", "Angka yang benar")
        office.refuses(
            WorkUnsaved,
            "pengelola_data",
            lambda desks: desks.officer.acting(task.id).press("selesai"),
        )
        office.submits("pengelola_data")
        office.presses("pengelola_data", "selesai")
        assert "Angka yang benar" in office.case.answers.values()
        assert office.step == "7"

    def test_a_correction_thrown_away_holds_nothing_up(self, office, verifying):
        office.goes_to("7")
        office.decides("kasi", "perbaiki")
        task = office.task
        office.does("pengelola_data", lambda desks: desks.form_opening.begin_task(task.id))
        form = office.form_of("pengelola_data")
        office.does("pengelola_data", lambda desks: desks.forms.ask_cancel(form.id))
        office.does("pengelola_data", lambda desks: desks.forms.cancel(form.id))
        office.presses("pengelola_data", "selesai")
        assert office.step == "7"

    def test_a_form_that_was_saved_says_so_when_it_is_pressed_again(self, office, verifying):
        office.goes_to("6")
        office.does("pengelola_data", lambda desks: desks.form_opening.begin_task(office.task.id))
        form = office.form_of("pengelola_data")
        office.fills("pengelola_data")
        office.submits("pengelola_data")

        refused = office.refuses(
            FormSaved, "pengelola_data", lambda desks: desks.handing_in.submit(form.id)
        )
        assert refused.number == office.case.number

    def test_a_file_taken_out_of_returned_work_is_out_of_the_case(self, office):
        office.begins("pengelola_data", "laporan-bulanan")
        office.fills("pengelola_data")
        form = office.form_of("pengelola_data")
        office.does("pengelola_data", lambda desks: desks.forms.change(form.id, 2))
        office.hands_in("pengelola_data", a_file("tabel.xlsx"))
        office.submits("pengelola_data")
        office.decides("kasi", "perbaiki")
        task = office.task
        office.does("pengelola_data", lambda desks: desks.form_opening.begin_task(task.id))
        form = office.form_of("pengelola_data")
        office.does("pengelola_data", lambda desks: desks.forms.change(form.id, 2))
        office.does(
            "pengelola_data",
            lambda desks: desks.forms.take_out(form.id, 2, office.files_shown("pengelola_data")),
        )
        office.submits("pengelola_data")
        assert office.work.cases.attachments(office.case_id) == []


class TestRefusing:
    @pytest.fixture(autouse=True)
    def _at_the_counter(self, office):
        office.applies(procedure_id="loket-layanan", service="kia")

    def test_takes_a_reason_and_is_asked_once_more(self, office):
        task = office.task
        office.presses("petugas", "tolak")
        office.does(
            "petugas",
            lambda desks: desks.officer.acting(task.id).ready_made(
                "tolak", digest_of("Bukan wewenang kami")
            ),
        )
        assert office.case.state is CaseState.OPEN
        assert office.face("petugas") == Mode(
            face=Face.SURE, outcome="tolak", note="Bukan wewenang kami"
        )
        office.does(
            "petugas",
            lambda desks: desks.officer.acting(task.id).sure("tolak", office.words_on("petugas")),
        )
        assert office.case.state is CaseState.REFUSED
        assert office.tasks[-1].note == "Bukan wewenang kami"

    def test_is_not_done_by_the_second_press_alone(self, office):
        task = office.task
        office.presses("petugas", "tolak")
        office.refuses(
            TaskMoved, "petugas", lambda desks: desks.officer.acting(task.id).sure("tolak")
        )

    def test_is_not_done_by_the_second_press_of_something_else(self, office):
        task = office.task
        office.presses("petugas", "tolak")
        office.does(
            "petugas",
            lambda desks: desks.officer.acting(task.id).ready_made(
                "tolak", digest_of("Bukan wewenang kami")
            ),
        )
        office.refuses(
            TaskMoved, "petugas", lambda desks: desks.officer.acting(task.id).sure("lengkap")
        )


class TestWritingAReason:
    def test_is_over_when_a_ready_made_one_was_pressed_instead(self, office, verifying):
        office.marks("petugas", "kembalikan", "identitas")
        office.does("petugas", lambda desks: desks.officer.acting(verifying.id).write("kembalikan"))
        office.does(
            "petugas",
            lambda desks: desks.officer.acting(verifying.id).ready_made("kembalikan", UNREADABLE),
        )
        office.refuses(
            NotUnderstood, "petugas", lambda desks: desks.messages.hear("Halo", message_id=1)
        )

    def test_ends_when_another_file_is_decided(self, office, verifying):
        office.marks("petugas", "kembalikan", "identitas")
        office.does("petugas", lambda desks: desks.officer.acting(verifying.id).write("kembalikan"))
        first = office.case_id
        office.applies("budi")
        office.presses("petugas", "lengkap")
        office.refuses(
            NotUnderstood,
            "petugas",
            lambda desks: desks.messages.hear("Sudah baik", message_id=CHAT_COPY),
        )
        office.case_id = first
        assert office.task.id == verifying.id

    def test_for_a_file_that_a_colleague_decided_meanwhile_hears_who(self, office, verifying):
        office.colleague("dewi", "petugas")
        office.does("petugas", lambda desks: desks.officer.acting(verifying.id).write("kembalikan"))
        office.does("dewi", lambda desks: desks.officer.take(verifying.id))
        office.presses("dewi", "lengkap")
        office.refuses(
            TaskAlreadyDone, "petugas", lambda desks: desks.messages.hear("x", message_id=1)
        )
