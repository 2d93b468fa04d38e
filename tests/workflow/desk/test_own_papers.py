"""What of a request is sent again: to whoever asked, or to the counter for whoever has no phone."""

import pytest

from bot.delivery.claiming import view_of
from bot.delivery.screens.documents import Stored, attachment_document
from bot.delivery.screens.rows import Look
from messages.cards.case import case_card
from messages.cards.kartu_kendali import kartu_kendali_card
from storage import procedure_files
from storage.reading.cases import case_view
from storage.reading.dossiers import Dossiers
from storage.reading.kartu_kendali import kartu_kendali_view
from tests.support.office import open_office
from tests.workflow.desk.test_separation import SAY, labels
from workflow.errors import NotForYou, PaperNotReleased, PaperNotThere
from workflow.intents import SendAttachment, SendPaper
from workflow.papers import PaperKind
from workflow.queries.showing import may_be_shown
from workflow.views.case import OwnPaper

PEKANBARU = "pekanbaru-sipenduduk"
TEXT = next(file.text for file in procedure_files.shipped() if PEKANBARU in file.name)


@pytest.fixture
def counter():
    """The petugas has entered a request for a citizen without Telegram."""
    with open_office(sops=(TEXT,)) as office:
        office.begins("petugas", PEKANBARU, "kk")
        office.fills("petugas")
        office.submits("petugas")
        office.silence()
        yield office


def fetches(office, name, kind):
    """What somebody is sent when they ask for it again."""
    case_id = office.case_id
    office.silence()
    office.does(name, lambda desks: desks.applicant.paper(case_id, kind))
    return office.hears(name)


def looked_for(office, name, intent):
    """The same as it is looked for when it is sent; nothing for whoever may not have it."""
    assert may_be_shown(office.work, office.ids[name], intent)
    dossiers, me = Dossiers(office.work), office.ids[name]
    return view_of(Look(work=office.work, dossiers=dossiers, person_id=me, bot_name="bot"), intent)


def buttons(office, name="rina"):
    now, me = office.clock.now(), office.ids[name]
    return labels(case_card(case_view(office.work, office.case_id, me, now=now), SAY))


def at_the_counter(office, name="petugas"):
    now, me = office.clock.now(), office.ids[name]
    return labels(
        kartu_kendali_card(kartu_kendali_view(office.work, office.case_id, me, now=now), SAY)
    )


def test_the_own_answers_come_again_without_what_the_office_noted_down(office):
    office.applies()
    office.goes_to("11")
    [sent] = fetches(office, "rina", OwnPaper.ANSWERS)
    assert sent == SendPaper(case_id=office.case_id, kind=PaperKind.LEMBAR_ISIAN)
    own = looked_for(office, "rina", sent).paper
    whole = looked_for(office, "petugas", sent).paper
    assert own.asked == whole.asked
    assert (own.added, bool(whole.added)) == ((), True)


def test_the_own_files_come_again_and_pass_from_the_chat_as_the_first_copy_did(office):
    office.applies()
    office.goes_to("11")
    mine = {one.id: one.item for one in office.work.cases.attachments(office.case_id)}
    sent = fetches(office, "rina", OwnPaper.FILES)
    assert [mine[one.file_id] for one in sent] == ["surat_permohonan", "identitas"]
    view = looked_for(office, "rina", sent[0])
    document = attachment_document(view, _Reader())
    assert document.passing is not None
    assert not document.protected


class _Reader:
    say = SAY


def test_the_data_that_the_office_gave_stays_in_the_chat(office):
    office.applies()
    office.goes_to("11")
    given = fetches(office, "rina", OwnPaper.ANSWER)
    data = next(one for one in given if isinstance(one, SendAttachment))
    assert not looked_for(office, "rina", data).passes


def test_a_tanda_terima_comes_again_once_the_answer_was_confirmed(office):
    office.applies()
    case_id = office.case_id
    office.goes_to("11")
    assert "Kirim tanda terima lagi" not in buttons(office)
    wanted = OwnPaper.TANDA_TERIMA
    office.refuses(PaperNotThere, "rina", lambda desks: desks.applicant.paper(case_id, wanted))
    office.goes_on()
    assert "Kirim tanda terima lagi" in buttons(office)
    [sent] = fetches(office, "rina", wanted)
    assert sent == SendPaper(case_id=office.case_id, kind=PaperKind.TANDA_TERIMA)


def test_an_answer_comes_no_sooner_by_the_back_door(office):
    office.applies()
    case_id = office.case_id
    assert buttons(office)[:3] == [
        "Kirim resi lagi",
        "Kirim lembar isian",
        "Kirim berkas yang diserahkan",
    ]
    office.refuses(
        PaperNotReleased, "rina", lambda desks: desks.applicant.paper(case_id, OwnPaper.ANSWER)
    )


def test_the_counter_has_it_sent_for_whoever_has_no_telegram(counter):
    case_id = counter.case_id
    assert {"Kirim resi lagi", "Kirim lembar isian"} <= set(at_the_counter(counter))
    for name in ("kasi_identitas", "kepala_dinas", "budi", "it"):
        assert "Kirim resi lagi" not in at_the_counter(counter, name)
        for kind in OwnPaper:
            counter.refuses(
                NotForYou, name, lambda desks, kind=kind: desks.applicant.paper(case_id, kind)
            )
    [sent] = fetches(counter, "petugas", OwnPaper.ANSWERS)
    assert looked_for(counter, "petugas", sent) is not None
    assert fetches(counter, "petugas", OwnPaper.FILES)


def test_it_does_so_no_longer_once_the_citizen_follows_the_request(counter):
    case_id = counter.case_id
    counter.work.cases.link_applicant(case_id, counter.ids["rina"])
    assert "Kirim resi lagi" not in at_the_counter(counter)
    counter.refuses(
        NotForYou, "petugas", lambda desks: desks.applicant.paper(case_id, OwnPaper.ANSWERS)
    )
    assert fetches(counter, "rina", OwnPaper.ANSWERS)


def test_a_letter_that_the_counter_prints_may_leave_its_chat(office):
    office.applies()
    office.goes_to("11")
    letter = SendPaper(case_id=office.case_id, kind="surat_jawaban")
    view = looked_for(office, "petugas", letter)
    assert isinstance(view, Stored)
    assert view.to_officer
    office.work.connection.exec_driver_sql("UPDATE cases SET applicant_id = NULL")
    assert not looked_for(office, "petugas", letter).to_officer
