import pytest

from workflow.errors import NotForYou, NothingDisposed, NotOpenToYou, TaskHeld
from workflow.intents import (
    SendAttachment,
    SendPaper,
    ShowKartuKendali,
    ShowQueue,
    ShowTask,
    ShowWelcome,
)
from workflow.papers import PaperKind


class TestSharingALane:
    @pytest.fixture(autouse=True)
    def _two(self, office):
        office.colleague("dewi", "petugas")
        office.applies()

    def test_a_new_file_is_shown_to_both(self, office):
        office.consents("budi")
        office.begins("budi")
        office.fills("budi")
        office.submits("budi")
        assert {name for name, _ in office.told(ShowTask)} == {"petugas", "dewi"}

    def test_the_first_to_open_it_has_it(self, office):
        task = office.task
        office.clock.wait(minutes=3)
        office.does("dewi", lambda desks: desks.officer.open(task.id))
        assert office.task.holder_id == office.ids["dewi"]
        assert office.task.received_at == office.clock.now()
        office.refuses(
            TaskHeld, "petugas", lambda desks: desks.officer.acting(task.id).press("lengkap")
        )

    def test_opening_the_files_is_receiving_too(self, office):
        task = office.task
        office.does("dewi", lambda desks: desks.officer.files(task.id))
        assert office.task.holder_id == office.ids["dewi"]
        assert len(office.hears("dewi", SendAttachment)) == 2

    def test_the_other_phone_shows_that_it_is_taken(self, office):
        task = office.task
        office.work.cards.lay(f"task:{task.id}", office.ids["petugas"], 5)
        office.does("dewi", lambda desks: desks.officer.open(task.id))
        assert office.hears("petugas", ShowTask) == [ShowTask(task_id=task.id)]

    def test_a_colleague_takes_over(self, office):
        task = office.task
        office.does("dewi", lambda desks: desks.officer.open(task.id))
        office.does("petugas", lambda desks: desks.officer.take(task.id))
        assert office.task.holder_id == office.ids["petugas"]
        office.refuses(
            TaskHeld, "dewi", lambda desks: desks.officer.acting(task.id).press("lengkap")
        )
        office.presses("petugas", "lengkap")

    def test_looking_at_a_colleagues_file_is_not_receiving_it(self, office):
        office.decides("petugas", "lengkap")
        office.colleague("maya", "pengelola_data")
        office.goes_to("6")
        office.works("maya")
        office.presses("maya", "selesai")
        office.decides("kasi", "perbaiki")
        task = office.task
        office.does("pengelola_data", lambda desks: desks.officer.open(task.id))
        assert (office.task.holder_id, office.task.received_at) == (office.ids["maya"], None)

    def test_the_least_loaded_gets_the_next_file(self, office):
        for name in ("rina", "budi", "rina", "budi"):
            office.applies(name, "loket-layanan", "kia")
        held = [
            task.holder_id
            for task, _ in office.work.cases.open_in_lanes([("loket-layanan", "loket")])
        ]
        assert sorted(held) == sorted([office.ids["petugas"], office.ids["dewi"]] * 2)

    def test_a_file_given_to_one_is_shown_to_that_one(self, office):
        office.consents("budi")
        office.begins("budi", "loket-layanan", "kia")
        office.fills("budi")
        office.silence()
        office.submits("budi")
        assert [name for name, _ in office.told(ShowTask)] == ["petugas"]

    def test_a_lane_that_nobody_holds_is_told_to_the_administrators(self, office):
        office.leaves("kepala_dinas", "kepala_dinas")
        office.silence()
        office.presses("petugas", "lengkap")
        (told,) = office.hears("it")
        assert told.message_id == "office-lane-unheld"
        assert told.arguments == {"lane": "Kepala Dinas", "number": office.case.number}
        assert office.step == "3"


class TestLooking:
    def test_the_queue_is_for_officers(self, office):
        office.does("petugas", lambda desks: desks.officer.queue(0, fresh=True))
        assert office.hears("petugas") == [ShowQueue(page=0, fresh=True)]
        for name in ("rina", "it"):
            office.refuses(NotOpenToYou, name, lambda desks: desks.officer.queue(0, fresh=True))

    def test_a_card_is_opened_by_its_lane(self, office, verifying):
        office.refuses(NotForYou, "kasi", lambda desks: desks.officer.open(verifying.id))
        office.refuses(NotForYou, "rina", lambda desks: desks.officer.open(verifying.id))

    def test_files_are_opened_by_those_the_case_passes(self, office, verifying):
        office.does("kasi", lambda desks: desks.officer.files(verifying.id))
        assert len(office.hears("kasi", SendAttachment)) == 2
        assert office.task.received_at is None
        for name in ("sekretaris", "it", "rina", "budi"):
            for look in (
                lambda desks: desks.officer.files(verifying.id),
                lambda desks: desks.officer.letter(verifying.id),
                lambda desks: desks.officer.sheet(verifying.id),
            ):
                office.refuses(NotForYou, name, look)

    def test_the_letter_and_the_sheet_are_papers(self, office, verifying):
        office.goes_to("7")
        task = office.task
        office.does("kasi", lambda desks: desks.officer.letter(task.id))
        office.does("kasi", lambda desks: desks.officer.sheet(task.id))
        assert [one.kind for one in office.hears("kasi", SendPaper)] == [
            "surat_jawaban",
            "lembar_disposisi",
        ]

    def test_before_the_first_disposition_there_is_no_sheet(self, office, verifying):
        office.refuses(NothingDisposed, "kasi", lambda desks: desks.officer.sheet(verifying.id))

    def test_the_kartu_kendali_is_for_the_office(self, office, verifying):
        case_id = office.case_id
        for name in ("petugas", "sekretaris"):
            office.does(name, lambda desks: desks.officer.kartu_kendali(case_id, paper=False))
            assert office.hears(name) == [ShowKartuKendali(case_id=case_id)]
        office.does("petugas", lambda desks: desks.officer.kartu_kendali(case_id, paper=True))
        assert office.hears("petugas") == [SendPaper(case_id=case_id, kind=PaperKind.KARTU_KENDALI)]
        strangers = ("budi", "it")
        for name, refusal in (("rina", NotOpenToYou), *((one, NotForYou) for one in strangers)):
            office.refuses(
                refusal, name, lambda desks: desks.officer.kartu_kendali(case_id, paper=False)
            )

    def test_the_card_of_a_stranger_is_not_turned(self, office, verifying):
        office.does("kasi", lambda desks: desks.officer.plain(verifying.id))
        assert office.hears("kasi") == [ShowWelcome()]
