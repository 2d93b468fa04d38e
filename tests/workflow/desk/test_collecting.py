"""An answer that is collected at the office: who came, and how the counter finds its file."""

import pytest

from bot.delivery.papers import paper_of
from messages.cards.case import case_card
from messages.cards.kartu_kendali import kartu_kendali_card
from messages.cards.task import task_card
from messages.cards.telling import paper_caption
from storage import procedure_files
from storage.reading.cases import case_view
from storage.reading.kartu_kendali import kartu_kendali_view
from storage.reading.tasks import task_view
from tests.support.office import open_office
from tests.workflow.desk.test_separation import SAY, labels
from workflow.collecting import CollectAsk, Collector, is_collected_for_some, read_asked
from workflow.errors import (
    AnswerTooLong,
    CollectorUnnamed,
    NotYourTask,
    TaskAlreadyDone,
    TaskMoved,
)
from workflow.ids import OutcomeId
from workflow.intents import SendPaper, ShowKartuKendali, ShowTask, Tell
from workflow.papers import PaperKind
from workflow.procedure import StepKind
from workflow.queries.together import together

PEKANBARU = "pekanbaru-sipenduduk"
TEXT = next(file.text for file in procedure_files.shipped() if PEKANBARU in file.name)
RECEIVED = OutcomeId("diterima")


@pytest.fixture
def office():
    """The KTP-el of rina waits at the counter."""
    with open_office(sops=(TEXT,)) as office:
        office.applies("rina", PEKANBARU, "ktp_el")
        office.goes_to("6")
        office.silence()
        yield office


def without_telegram(office):
    """The same for a citizen whose request the counter entered."""
    office.begins("petugas", PEKANBARU, "kk")
    office.fills("petugas")
    office.submits("petugas")
    office.goes_to("6")
    office.silence()
    return office


def comes(office, who, name=""):
    office.presses("petugas", RECEIVED)
    office.collects("petugas", RECEIVED, who=who)
    if name:
        office.says("petugas", name)


def card(office, name="petugas"):
    now, me = office.clock.now(), office.ids[name]
    return task_card(task_view(office.work, office.task.id, me, now=now), SAY)


def kartu(office):
    now = office.clock.now()
    return kartu_kendali_card(kartu_kendali_view(office.work, office.case_id, now=now), SAY).text


def slip(office):
    now, kind = office.clock.now(), PaperKind.TANDA_TERIMA
    return paper_of(office.work, office.case_id, kind, bot_name="bot", now=now)


def test_the_press_that_hands_over_asks_first_who_has_come(office):
    office.presses("petugas", RECEIVED)
    assert office.task.is_open
    assert "Siapa yang mengambil?" in card(office).text
    assert labels(card(office)) == [
        "Pemohon sendiri",
        "Keluarga pemohon",
        "Penerima kuasa",
        "Batal",
    ]


def test_the_applicant_has_it_with_one_more_press(office):
    comes(office, Collector.SELF)
    assert office.case.ended_at is not None
    assert "kepada pemohon sendiri" in kartu(office)
    assert SendPaper(case_id=office.case_id, kind=PaperKind.TANDA_TERIMA) in office.hears("petugas")
    assert not office.hears("rina", Tell)


def test_what_was_collected_is_not_said_to_wait_any_more(office):
    def buttons():
        now, me = office.clock.now(), office.ids["rina"]
        return labels(case_card(case_view(office.work, office.case_id, me, now=now), SAY))

    assert "Cara pengambilan" in buttons()
    comes(office, Collector.SELF)
    assert "Cara pengambilan" not in buttons()
    assert "Kirim tanda terima lagi" in buttons()


def test_of_anybody_else_the_name_is_written_and_the_applicant_hears_it(office):
    comes(office, Collector.FAMILY)
    assert "nama keluarga yang mengambil" in card(office).text
    assert office.task.is_open
    office.says("petugas", "Siti Aminah, istri")

    assert office.case.ended_at is not None
    assert "Diserahkan oleh Petugas" in kartu(office)
    assert "kepada keluarga pemohon" in kartu(office)
    assert "Siti Aminah, istri" in kartu(office)
    [told] = office.hears("rina", Tell)
    assert (told.message_id, told.arguments["name"]) == ("collected-told", "Siti Aminah, istri")
    assert (slip(office).received_by, slip(office).collector) == (
        "Siti Aminah, istri",
        Collector.FAMILY,
    )
    assert slip(office).handed_over_by == "Petugas Pengadministrasi"


def test_a_citizen_without_telegram_is_asked_for_likewise_and_nobody_is_told(office):
    without_telegram(office)
    comes(office, Collector.PROXY, "Andi Wijaya, kuasa 1-12-2026")
    assert office.case.ended_at is not None
    assert "kepada penerima kuasa pemohon" in kartu(office)
    assert not office.told(Tell)


def test_a_nik_in_the_name_is_kept_masked(office):
    comes(office, Collector.PROXY, "Andi Wijaya 3175034708900001")
    assert "3175••••••••0001" in kartu(office)
    assert "3175034708900001" not in kartu(office)


@pytest.mark.parametrize(
    ("text", "refusal"), [("...", CollectorUnnamed), ("A" * 4096, AnswerTooLong)]
)
def test_a_name_of_nothing_or_of_a_whole_page_is_asked_for_again(office, text, refusal):
    comes(office, Collector.FAMILY)
    office.refuses(refusal, "petugas", lambda desks: desks.messages.hear(text, message_id=1))
    office.says("petugas", "Siti")
    assert office.case.ended_at is not None


def test_whoever_changes_their_mind_has_handed_nothing_over(office):
    comes(office, Collector.FAMILY)
    task = office.task
    office.does("petugas", lambda desks: desks.officer.plain(task.id))
    assert office.work.people.focus(office.ids["petugas"]) is None
    office.refuses(
        TaskMoved,
        "petugas",
        lambda desks: desks.officer.collecting(task.id).choose(RECEIVED, Collector.SELF),
    )
    assert "Diserahkan oleh" not in kartu(office)


def test_it_is_handed_over_once_and_by_whoever_has_the_file(office):
    task = office.task
    for name in ("kasi_identitas", "budi", "rina"):
        with pytest.raises(Exception) as refused:  # noqa: PT011 each is told what fits them
            office.does(
                name, lambda desks: desks.officer.collecting(task.id).choose(RECEIVED, "self")
            )
        assert type(refused.value).__name__ in {"NotYourTask", "NotForYou"}
    comes(office, Collector.SELF)
    office.refuses(
        TaskAlreadyDone,
        "petugas",
        lambda desks: desks.officer.collecting(task.id).choose(RECEIVED, Collector.SELF),
    )
    assert kartu(office).count("Diserahkan oleh") == 1


def test_the_applicants_button_is_no_way_round_the_question(office):
    task = office.task
    office.refuses(
        NotYourTask, "petugas", lambda desks: desks.applicant.acknowledge(task.id, RECEIVED)
    )
    without_telegram(office)
    task = office.task
    office.refuses(
        NotYourTask, "petugas", lambda desks: desks.applicant.acknowledge(task.id, RECEIVED)
    )


def test_the_resi_scanned_at_the_counter_opens_the_file_that_waits(office):
    code = office.case.code
    office.does("petugas", lambda desks: desks.reception.start(f"v{code}"))
    assert office.hears("petugas", ShowTask) == [ShowTask(task_id=office.task.id, fresh=True)]
    comes(office, Collector.SELF)
    office.silence()
    office.does("petugas", lambda desks: desks.reception.start(f"v{code}"))
    assert office.hears("petugas", ShowKartuKendali) == [ShowKartuKendali(case_id=office.case_id)]


def test_so_does_the_resi_of_a_citizen_without_telegram(office):
    code = without_telegram(office).case.link_code
    office.does("petugas", lambda desks: desks.reception.start(f"k{code}"))
    assert office.hears("petugas") == [ShowTask(task_id=office.task.id, fresh=True)]


@pytest.mark.parametrize("name", ["rina", "budi", "it"])
def test_to_everybody_else_it_says_that_it_is_genuine_and_no_more(office, name):
    code = office.case.code
    office.does(name, lambda desks: desks.reception.start(f"v{code}"))
    [told] = office.hears(name)
    assert told.message_id == "genuine-known"


def test_a_document_that_the_applicant_confirms_by_phone_asks_for_nobody(office):
    office.applies("budi", PEKANBARU, "kk")
    office.goes_to("6")
    task = office.task
    office.refuses(
        NotYourTask, "petugas", lambda desks: desks.officer.acting(task.id).press(RECEIVED)
    )
    office.does("budi", lambda desks: desks.applicant.acknowledge(task.id, RECEIVED))
    assert "Diserahkan oleh" not in kartu(office)


TWICE = (
    TEXT.replace("terbitkan: {label: Terbitkan, to: '6'}", "terbitkan: {label: Terbitkan, to: 5a}")
    + """
  - number: 5a
    lane: petugas
    kind: deliver
    title: Petugas menyerahkan dokumen
    short: Menyerahkan dokumen
    limit: tanpa batas
    outcomes:
      serahkan: {label: Serahkan, to: '6'}
"""
)


def test_an_office_that_hands_over_and_then_confirms_is_asked_once():
    with open_office(sops=(TWICE,)) as office:
        office.applies("rina", PEKANBARU, "ktp_el")
        office.goes_to("5a")
        office.presses("petugas", "serahkan")
        assert office.step == "5a"
        office.collects("petugas", "serahkan", who=Collector.FAMILY)
        office.says("petugas", "Siti Aminah, istri")
        assert office.step == "6"
        office.presses("petugas", RECEIVED)
        assert office.case.ended_at is not None
        assert kartu(office).count("kepada keluarga pemohon") == 1
        assert slip(office).received_by == "Siti Aminah, istri"


def test_the_slip_at_the_counter_asks_for_a_hand_and_thanks_nobody(office):
    comes(office, Collector.SELF)
    kind, number = PaperKind.TANDA_TERIMA, office.case.number
    assert "menandatanganinya" in paper_caption(kind, number, SAY, to_officer=True)
    assert "Terima kasih" in paper_caption(kind, number, SAY)


def test_words_that_go_with_a_document_are_kept_while_it_is_asked_who_has_come():
    asked = str(CollectAsk(Collector.FAMILY, "Serahkan bersama map\nDengan resi asli"))
    assert read_asked(asked) == CollectAsk(
        Collector.FAMILY, "Serahkan bersama map\nDengan resi asli"
    )
    assert read_asked(str(CollectAsk(words="Segera"))) == CollectAsk(words="Segera")
    assert read_asked("") == CollectAsk()


def test_documents_to_be_collected_are_not_handed_over_many_at_once(office):
    """Also where it is no step of the applicant's but one that hands a document over."""
    collected = office.procedure.step("6")
    assert is_collected_for_some(office.procedure, collected)
    handing_over = collected.model_copy(update={"kind": StepKind.DELIVER, "lane": "petugas"})
    assert is_collected_for_some(office.procedure, handing_over)
    assert together(office.procedure, handing_over) == {}
