"""Two acts that are to be two persons': asking and deciding, the paraf and the signature."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.delivery.papers import paper_of
from messages.cards.kartu_kendali import kartu_kendali_card
from messages.cards.task import task_card
from messages.localizer import localizer_for
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.tasks import task_view
from tests.support.builders import COUNTER_SOP, REPORT_SOP, an_office
from tests.support.office import open_office
from workflow.errors import FormMovedOn, NothingToTake, OwnParaf, OwnRequest
from workflow.intents import ShowTask, Tell
from workflow.papers import PaperKind
from workflow.people import Acting, Barred
from workflow.views.task import Face

SAY = localizer_for("id", ZoneInfo("Asia/Jakarta"))


def card(office, name, task):
    now = office.clock.now()
    return task_card(task_view(office.work, task.id, office.ids[name], now=now), SAY)


def labels(card):
    return [button.text for row in card.rows for button in row]


@pytest.fixture
def small():
    """An office so small that it waives both rules."""
    office = an_office().model_copy(update={"waives": (Barred.OWN_REQUEST, Barred.OWN_PARAF)})
    with open_office(office=office, sops=(COUNTER_SOP, REPORT_SOP)) as office:
        yield office


class TestWhoeverAsked:
    def test_does_not_sign_the_answer(self, office):
        office.applies("kepala_dinas")
        office.goes_to("9")
        task = office.task
        for press in (
            lambda desks: desks.officer.acting(task.id).press("tandatangani"),
            lambda desks: desks.officer.acting(task.id).sure("tandatangani"),
        ):
            office.refuses(OwnRequest, "kepala_dinas", press)

    def test_does_not_verify_and_does_not_take_it(self, office):
        office.applies("kasi", "loket-layanan", "kia")
        office.appoint("kasi", "petugas")
        task = office.task
        office.refuses(
            OwnRequest, "kasi", lambda desks: desks.officer.acting(task.id).press("lengkap")
        )
        office.refuses(OwnRequest, "kasi", lambda desks: desks.officer.take(task.id))
        office.does("kasi", lambda desks: desks.officer.open(task.id))
        assert office.task.holder_id != office.ids["kasi"]

    def test_sees_on_the_card_why_and_has_nothing_to_press_for_it(self, office):
        office.applies("kepala_dinas")
        office.goes_to("9")
        shown = card(office, "kepala_dinas", office.task)
        assert "Anda sendiri yang mengajukan permohonan ini" in shown.text
        assert not {"Tanda tangani", "Ambil alih"} & set(labels(shown))

    def test_is_not_brought_the_file_and_the_administrators_hear_that_it_waits(self, office):
        office.applies("kepala_dinas")
        office.goes_to("8")
        office.silence()
        office.goes_on()
        assert office.step == "9"
        assert office.hears("kepala_dinas", ShowTask) == []
        (told,) = office.hears("it", Tell)
        assert told.message_id == "office-lane-barred"

    def test_leaves_it_to_the_plh(self, office):
        office.applies("kepala_dinas")
        office.goes_to("9")
        until = office.clock.now() + timedelta(days=5)
        office.appoint("sekretaris", "kepala_dinas", acting=Acting.PLH, until=until)
        office.decides("sekretaris", "tandatangani")
        assert office.step == "10"

    def test_of_a_report_does_not_sign_it_in_another_jabatan(self, office):
        office.appoint("pengelola_data", "kepala_dinas")
        office.begins("pengelola_data", "laporan-bulanan")
        office.fills("pengelola_data")
        office.submits("pengelola_data")
        office.goes_to("3")
        task = office.task
        office.refuses(
            OwnRequest,
            "pengelola_data",
            lambda desks: desks.officer.acting(task.id).press("tandatangani"),
        )


class TestWhoeverSetTheParaf:
    @pytest.fixture
    def signing(self, office):
        office.appoint("kasi", "kepala_dinas")
        office.begins("pengelola_data", "laporan-bulanan")
        office.fills("pengelola_data")
        office.submits("pengelola_data")
        office.goes_to("3")
        return office.task

    def test_who_only_sent_the_letter_back_there_may_sign_it(self, office, signing):
        office.decides("kepala_dinas", "perbaiki", reason="Periksa lagi")
        office.decides("kasi", "perbaiki", reason="Salah bulan")
        office.repairs("pengelola_data")
        office.colleague("dewi", "kasi")
        task = office.task
        office.does("dewi", lambda desks: desks.officer.take(task.id))
        office.presses("dewi", "paraf")
        office.presses("kasi", "tandatangani")
        assert office.face("kasi").face == Face.SURE

    def test_does_not_sign_as_well(self, office, signing):
        office.refuses(
            OwnParaf, "kasi", lambda desks: desks.officer.acting(signing.id).press("tandatangani")
        )
        assert "Anda sudah membubuhkan paraf" in card(office, "kasi", signing).text
        office.decides("kepala_dinas", "tandatangani")
        assert office.step == "4"

    def test_is_neither_brought_it_nor_given_it_by_a_superior(self, office, signing):
        assert ("kasi", ShowTask(task_id=signing.id)) not in office.told(ShowTask)
        kasi = office.ids["kasi"]
        office.refuses(
            FormMovedOn, "sekretaris", lambda desks: desks.supervisor.give(signing.id, kasi)
        )


class TestInASmallOffice:
    def test_one_person_may_and_card_and_kartu_kendali_say_so(self, small):
        office = small
        office.appoint("kasi", "kepala_dinas")
        office.leaves("kepala_dinas", "kepala_dinas")
        office.begins("pengelola_data", "laporan-bulanan")
        office.fills("pengelola_data")
        office.submits("pengelola_data")
        office.goes_to("3")
        task, waived = office.task, "Paraf dan tanda tangan berkas ini dari orang yang sama"
        assert waived in card(office, "kasi", task).text

        office.decides("kasi", "tandatangani")
        assert office.step == "4"
        assert waived in card(office, "kasi", task).text
        now, case_id = office.clock.now(), office.case_id
        shown = kartu_kendali_card(kartu_kendali_view(office.work, case_id, now=now), SAY)
        assert shown.text.count(waived) == 1
        paper = paper_of(office.work, case_id, PaperKind.KARTU_KENDALI, bot_name="bot", now=now)
        assert [row.alone for row in paper.rows] == [None, None, Barred.OWN_PARAF, None]

    def test_whoever_asked_may_sign(self, small):
        small.applies("kepala_dinas")
        small.goes_to("10")
        assert small.tasks[-2].done_by == small.ids["kepala_dinas"]


def test_two_persons_leave_no_remark(office):
    office.applies()
    office.goes_to("10")
    now = office.clock.now()
    view = kartu_kendali_view(office.work, office.case_id, now=now)
    assert {line.alone for line in view.rows} == {None}
    task = office.task
    office.does("petugas", lambda desks: desks.officer.open(task.id))
    office.refuses(NothingToTake, "petugas", lambda desks: desks.officer.take(task.id))
