"""Koreksi: an answer that was delivered is put right by a linked file, and its letter replaced."""

from zoneinfo import ZoneInfo

import pytest

from messages.cards.case import case_card
from messages.cards.kartu_kendali import kartu_kendali_card
from messages.cards.task import task_card
from messages.localizer import localizer_for
from storage.reading.cases import case_view
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.tasks import task_view
from tests.support.builders import shipped_text
from tests.support.office import open_office
from tests.workflow.desk.test_genuine import CODE, OTHER, scans, signs
from workflow.case import CaseState
from workflow.errors import (
    CorrectedAlready,
    CorrectionOpen,
    NoteRequired,
    NotForYou,
    NothingToCorrect,
)
from workflow.intents import SendPaper, ShowCase, ShowTask
from workflow.papers import PaperKind

WORDS = "Jumlah penduduk Kelurahan Gambir tertukar dengan Cideng."
SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))
COUNTER = shipped_text("jakarta-data").replace(
    "corrects: '6'", "corrects: '6'\ndesk: petugas"
).replace("id: jakarta-data", "id: loket-data").replace("code: PDK", "code: LKT")  # fmt: skip


def delivers(office, code=CODE, name="rina"):
    """The answer is signed, sealed, given out and acknowledged."""
    office.goes_to("9")
    ordered = signs(office, code=code)
    signs(office, "petugas", "", "serahkan")
    task, [outcome] = office.task, office.procedure.step(office.step).outcomes
    if office.case.applicant_id is None:
        office.presses(name, outcome)
        office.collects(name, outcome)
    else:
        office.does(name, lambda desks: desks.applicant.acknowledge(task.id, outcome))
    office.silence()
    return ordered.number


def asks(office, name="rina", words=WORDS):
    case = office.case.id
    office.does(name, lambda desks: desks.amending.begin(case))
    office.says(name, words)
    [begun] = [one for one in office.work.cases.corrections_of(case) if one.state is CaseState.OPEN]
    office.case_id = begun.id
    return begun


@pytest.fixture
def delivered(office):
    office.applies()
    delivers(office)
    return office.case


class TestAsking:
    def test_opens_a_linked_file_at_the_step_that_the_sop_names(self, office, delivered):
        begun = asks(office)
        assert (begun.corrects, begun.step, begun.number != delivered.number) == (
            delivered.id,
            "6",
            True,
        )
        assert office.task.because == WORDS
        assert {name for name, _ in office.told(ShowTask)} == {"pengelola_data"}

    def test_asks_for_nothing_that_was_told_or_handed_in_before(self, office, delivered):
        before = {one.digest for one in office.work.cases.attachments(delivered.id)}
        begun = asks(office)
        assert begun.answers == delivered.answers
        assert {one.digest for one in office.work.cases.attachments(begun.id)} == before

    def test_gives_the_applicant_the_new_number_and_its_resi(self, office, delivered):
        begun = asks(office)
        heard = office.hears("rina")
        assert SendPaper(case_id=begun.id, kind=PaperKind.RESI) in heard
        assert ShowCase(case_id=begun.id, fresh=True) in heard

    def test_is_seen_on_both_status_cards(self, office, delivered):
        begun = asks(office)
        old, new = (
            case_card(case_view(office.work, one, office.ids["rina"], now=office.clock.now()), SAY)
            for one in (delivered.id, begun.id)
        )
        assert f"dikoreksi lewat berkas <code>{begun.number}</code>" in old.text
        assert f"Koreksi atas jawaban berkas <code>{delivered.number}</code>" in new.text

    def test_is_no_return_on_the_officers_card(self, office, delivered):
        asks(office)
        me, now = office.ids["pengelola_data"], office.clock.now()
        text = task_card(task_view(office.work, office.task.id, me, now=now), SAY).text
        assert f"Koreksi atas berkas <code>{delivered.number}</code>" in text
        assert WORDS in text
        assert "Dikembalikan" not in text

    def test_stands_in_the_kartu_kendali_of_both(self, office, delivered):
        begun = asks(office)
        old, new = (
            kartu_kendali_card(kartu_kendali_view(office.work, one, now=office.clock.now()), SAY)
            for one in (delivered.id, begun.id)
        )
        assert f"meminta koreksi: berkas {begun.number}" in old.text
        assert f"Koreksi atas berkas {delivered.number}" in new.text

    def test_masks_a_nik_in_the_words(self, office, delivered):
        asks(office, words="NIK 3171234567890123 salah ketik")
        assert "3171234567890123" not in office.task.because

    def test_is_put_off_with_batal(self, office, delivered):
        office.does("rina", lambda desks: desks.amending.begin(delivered.id))
        office.does("rina", lambda desks: desks.messages.stop())
        assert office.work.cases.corrections_of(delivered.id) == []
        assert office.work.people.focus(office.ids["rina"]) is None


class TestBadInput:
    def test_of_a_file_that_is_under_way_nothing_is_corrected(self, office):
        office.applies()
        case = office.case.id
        office.refuses(NothingToCorrect, "rina", lambda desks: desks.amending.begin(case))

    def test_nobody_else_asks_for_it(self, office, delivered):
        for name in ("budi", "petugas", "kepala_dinas"):
            office.refuses(NotForYou, name, lambda desks: desks.amending.begin(delivered.id))

    def test_twice_is_told_the_number_of_the_first(self, office, delivered):
        begun = asks(office)
        refused = office.refuses(
            CorrectionOpen, "rina", lambda desks: desks.amending.begin(delivered.id)
        )
        assert refused is None or refused.number == begun.number

    def test_of_nothing_is_no_correction(self, office, delivered):
        office.does("rina", lambda desks: desks.amending.begin(delivered.id))
        office.refuses(NoteRequired, "rina", lambda desks: desks.messages.hear("-", message_id=7))

    def test_of_an_answer_that_was_replaced_is_asked_of_the_newer_one(self, office, delivered):
        begun = asks(office)
        delivers(office, OTHER)
        office.refuses(CorrectedAlready, "rina", lambda desks: desks.amending.begin(delivered.id))
        office.does("rina", lambda desks: desks.amending.begin(begun.id))


class TestTheOldLetter:
    def test_holds_until_the_new_one_is_delivered(self, office, delivered):
        asks(office)
        assert scans(office, CODE).arguments["state"] == "in-force"
        office.goes_to("9")
        signs(office, code=OTHER)
        assert scans(office, CODE).arguments["state"] == "in-force"

    def test_says_then_that_it_is_replaced_and_by_which_number(self, office, delivered):
        old = office.work.cases.paper(delivered.id, "surat_jawaban")
        asks(office)
        number = delivers(office, OTHER)

        told = scans(office, CODE)

        assert told.message_id == "genuine-corrected"
        assert (told.arguments["number"], told.arguments["other"]) == (old.number, number)
        assert number != old.number
        assert scans(office, OTHER).arguments["state"] == "in-force"

    def test_names_the_last_of_several_corrections(self, office, delivered):
        asks(office)
        delivers(office, OTHER)
        asks(office)
        number = delivers(office, "3456789ABCDEFGHJK")
        assert scans(office, CODE).arguments["other"] == number


class TestAtTheCounter:
    def test_the_desk_asks_for_whoever_has_no_telegram(self):
        with open_office(sops=[COUNTER]) as office:
            office.begins("petugas", "loket-data")
            office.fills("petugas")
            office.submits("petugas")
            delivered = office.case
            assert delivered.applicant_id is None
            delivers(office, name="petugas")
            me, now = office.ids["petugas"], office.clock.now()
            assert kartu_kendali_view(office.work, delivered.id, me, now=now).corrects
            begun = asks(office, "petugas")
            assert begun.corrects == delivered.id
            assert begun.link_code != delivered.link_code
            assert office.task.asked_as == "Petugas Pengadministrasi"
