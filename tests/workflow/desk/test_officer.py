import pytest

from tests.support.office import CHAT_COPY
from workflow.errors import (
    BeingSigned,
    DraftRequired,
    NotForYou,
    NotFound,
    NotYourTask,
    TaskAlreadyDone,
    TaskMoved,
    UnknownOutcome,
)
from workflow.intents import (
    RemoveMessage,
    SendPaper,
    ShowCase,
    ShowTask,
    Stamp,
)
from workflow.people import Acting
from workflow.shown import digest_of
from workflow.views.task import Face, Mode


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

    def test_the_letter_can_be_looked_at_after_the_own_step_too(self, office, verifying):
        office.goes_to("8")
        done = next(task for task in office.tasks if task.step == "7")
        office.silence()
        office.does("kasi", lambda desks: desks.officer.letter(done.id))
        assert office.hears("kasi") == [SendPaper(case_id=office.case_id, kind="surat_jawaban")]

    def test_another_instruction_is_chosen(self, office, verifying):
        office.goes_to("3")
        task = office.task
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).instruct("disposisi")
        )
        assert office.face("kepala_dinas") == Mode(face=Face.REASONS, outcome="disposisi")
        office.does(
            "kepala_dinas",
            lambda desks: desks.officer.acting(task.id).ready_made(
                "disposisi", digest_of("Tanggapan dan saran")
            ),
        )
        assert office.tasks[2].note == "Tanggapan dan saran"

    def test_an_instruction_is_written(self, office, verifying):
        office.goes_to("3")
        task = office.task
        office.does("kepala_dinas", lambda desks: desks.officer.acting(task.id).write("disposisi"))
        assert office.face("kepala_dinas").face == Face.WRITING
        office.says("kepala_dinas", "Segera, <b>hari ini</b> 🙏")
        assert (office.step, office.tasks[2].note) == ("4", "Segera, <b>hari ini</b> 🙏")

    def test_words_do_not_stand_for_the_second_press_of_a_signature(self, office, verifying):
        office.goes_to("9")
        task = office.task
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).write("tandatangani")
        )
        office.says("kepala_dinas", "Setuju")
        assert office.task.signing_since is None
        assert office.face("kepala_dinas").face == Face.SURE

    def test_a_nik_in_an_instruction_is_kept_masked_and_leaves_the_chat(self, office, verifying):
        office.goes_to("3")
        task = office.task
        office.does("kepala_dinas", lambda desks: desks.officer.acting(task.id).write("disposisi"))
        office.silence()
        office.says("kepala_dinas", "Cocokkan NIK 3175031209780001")
        assert office.tasks[2].note == "Cocokkan NIK 3175••••••••0001"
        assert office.hears("kepala_dinas", RemoveMessage) == [RemoveMessage(message_id=CHAT_COPY)]

    def test_a_signature_is_asked_once_more(self, office, verifying):
        office.goes_to("9")
        office.presses("kepala_dinas", "tandatangani")
        assert office.task.signing_since is None
        assert office.face("kepala_dinas") == Mode(face=Face.SURE, outcome="tandatangani")
        task = office.task
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).sure("tandatangani")
        )
        assert office.task.signing_since == office.clock.now()
        assert office.told(Stamp) == [("kepala_dinas", Stamp(task_id=task.id))]

    def test_a_signature_is_not_set_by_the_second_press_alone(self, office, verifying):
        office.goes_to("9")
        task = office.task
        office.refuses(
            TaskMoved,
            "kepala_dinas",
            lambda desks: desks.officer.acting(task.id).sure("tandatangani"),
        )

    def test_a_signature_thought_better_of_is_asked_once_more_again(self, office, verifying):
        office.goes_to("9")
        task = office.task
        office.presses("kepala_dinas", "tandatangani")
        office.does("kepala_dinas", lambda desks: desks.officer.plain(task.id))
        office.refuses(
            TaskMoved,
            "kepala_dinas",
            lambda desks: desks.officer.acting(task.id).sure("tandatangani"),
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
            DraftRequired,
            "pengelola_data",
            lambda desks: desks.officer.acting(task.id).press("selesai"),
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
            lambda desks: desks.officer.acting(task.id).press("diserahkan"),
        )

    def test_a_returned_report_is_mended_from_what_was_written(self, office):
        office.begins("pengelola_data", "laporan-bulanan")
        office.fills("pengelola_data")
        office.submits("pengelola_data")
        office.decides("kasi", "perbaiki", reason="Bulan keliru")
        task = office.task
        office.does("pengelola_data", lambda desks: desks.form_opening.begin_task(task.id))
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


class TestAPressThatChangesNothing:
    def test_of_another_lane(self, office, verifying):
        for name, refusal in (
            ("kasi", NotYourTask),
            ("kepala_dinas", NotYourTask),
            ("it", NotForYou),
            ("budi", NotForYou),
        ):
            office.refuses(
                refusal, name, lambda desks: desks.officer.acting(verifying.id).press("lengkap")
            )

    def test_of_the_applicant(self, office, verifying):
        office.refuses(
            NotYourTask, "rina", lambda desks: desks.officer.acting(verifying.id).press("lengkap")
        )

    def test_of_an_officer_whose_appointment_has_ended(self, office, verifying):
        office.work.cards.lay(f"task:{verifying.id}", office.ids["petugas"], 5)
        office.leaves("petugas", "petugas")
        office.refuses(
            NotYourTask,
            "petugas",
            lambda desks: desks.officer.acting(verifying.id).press("lengkap"),
        )

    def test_repeated(self, office, verifying):
        office.presses("petugas", "lengkap")
        refused = office.refuses(
            TaskAlreadyDone,
            "petugas",
            lambda desks: desks.officer.acting(verifying.id).press("lengkap"),
        )
        assert refused.done_by == "Petugas Pengadministrasi"

    def test_of_a_colleague_who_pressed_second(self, office, verifying):
        office.colleague("dewi", "petugas")
        office.presses("petugas", "lengkap")
        office.refuses(
            TaskAlreadyDone,
            "dewi",
            lambda desks: desks.officer.acting(verifying.id).press("kembalikan"),
        )

    @pytest.mark.parametrize("outcome", ["tandatangani", "", "lengkap ", "LENGKAP", "😀"])
    def test_forged(self, office, verifying, outcome):
        for press in (
            lambda desks: desks.officer.acting(verifying.id).press(outcome),
            lambda desks: desks.officer.acting(verifying.id).reasons(outcome),
            lambda desks: desks.officer.acting(verifying.id).instruct(outcome),
            lambda desks: desks.officer.acting(verifying.id).write(outcome),
            lambda desks: desks.officer.acting(verifying.id).ready_made(outcome, ""),
        ):
            office.refuses(UnknownOutcome, "petugas", press)

    def test_on_a_task_that_never_was(self, office, verifying):
        office.refuses(
            NotFound, "petugas", lambda desks: desks.officer.acting(999).press("lengkap")
        )

    def test_on_an_old_card_after_the_file_came_round_again(self, office, verifying):
        office.decides("petugas", "kembalikan")
        office.repairs()
        assert office.step == "2"
        office.refuses(
            TaskAlreadyDone,
            "petugas",
            lambda desks: desks.officer.acting(verifying.id).press("lengkap"),
        )

    def test_while_the_letter_is_being_signed(self, office, verifying):
        office.goes_to("9")
        task = office.task
        office.presses("kepala_dinas", "tandatangani")
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).sure("tandatangani")
        )
        for press in (
            lambda desks: desks.officer.acting(task.id).press("tandatangani"),
            lambda desks: desks.officer.acting(task.id).sure("tandatangani"),
            lambda desks: desks.officer.take(task.id),
        ):
            office.refuses(BeingSigned, "kepala_dinas", press)
