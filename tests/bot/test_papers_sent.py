"""Which paper goes to whom, as it is true when it is sent."""

from datetime import timedelta

import pytest

from bot.delivery.claiming import view_of
from bot.delivery.papers import paper_of
from bot.delivery.screens.documents import Drawable, Stored
from bot.delivery.screens.rows import Look
from storage.reading.cases import case_view
from storage.reading.dossiers import Dossiers
from storage.reading.tasks import task_view
from tests.support.builders import (
    COPY_SOP,
    LETTER_SOP,
    a_file,
    an_office,
    sample_office,
    shipped_text,
)
from tests.support.office import open_office
from workflow.errors import ListMoved, NotForYou
from workflow.intents import SendPaper
from workflow.papers import PaperKind, paper_name
from workflow.shown import digest_of
from workflow.views.task import chosen_of


@pytest.fixture
def office():
    with open_office(office=an_office(), sops=(LETTER_SOP,)) as opened:
        yield opened


@pytest.fixture
def letter(office):
    """The office writes a letter."""
    begins(office, "pengelola_data", "surat-berparaf")
    return office


def begins(office, name, procedure_id):
    office.begins(name, procedure_id)


def sent(office, name, kind):
    """What a person is sent when a paper of the case is asked for now."""
    look = Look(
        work=office.work,
        dossiers=Dossiers(office.work),
        person_id=office.ids[name],
        bot_name="bot",
    )
    return view_of(look, SendPaper(case_id=office.case_id, kind=paper_name(kind)))


def paper(office, kind):
    name = paper_name(kind)
    return paper_of(office.work, office.case_id, name, bot_name="bot", now=office.clock.now())


def card(office, name):
    return task_view(office.work, office.task.id, office.ids[name], now=office.clock.now())


def test_a_letter_that_was_sent_back_does_not_bear_the_return_as_a_paraf(letter):
    letter.goes_to("3")
    letter.decides("kabid_bdi", "ke_kasi", reason="Periksa lagi")
    assert paper(letter, "surat").parafs == ()
    letter.goes_to("4")
    assert [one.jabatan for one in paper(letter, "surat").parafs] == [
        "Kepala Seksi Pemanfaatan Data",
        "Kepala Bidang Data dan Informasi",
    ]


def test_a_letter_sent_back_after_its_signature_is_seen_as_the_draft_it_is_again(letter):
    letter.goes_to("5")
    assert isinstance(sent(letter, "pengelola_data", "surat"), Stored)
    letter.decides("pengelola_data", "ke_kasi", reason="Salah tujuan")
    seen = sent(letter, "kasi", "surat")
    assert isinstance(seen, Drawable)
    assert seen.paper.signed_at is None
    assert not card(letter, "kasi").papers.signed
    letter.goes_to("5")
    assert isinstance(sent(letter, "pengelola_data", "surat"), Stored)
    assert card(letter, "pengelola_data").papers.signed


def test_the_kartu_kendali_names_whoever_has_the_file_in_hand(letter):
    letter.goes_to("2")
    assert paper(letter, "kartu_kendali").rows[-1].person_name == ""
    letter.does("kasi", lambda desks: desks.officer.open(letter.task.id))
    assert paper(letter, "kartu_kendali").rows[-1].person_name == "Kasi"


def test_a_letter_counts_the_files_that_go_with_it(office):
    office.applies()
    office.goes_to("7")
    assert paper(office, "surat_jawaban").lampiran == "1 (satu) berkas data"
    files = [a_file("tabel.xlsx"), a_file("metadata.pdf")]
    office.work.cases.attach(office.case_id, "berkas_data", files, by=office.ids["pengelola_data"])
    assert paper(office, "surat_jawaban").lampiran == "2 (dua) berkas data"


def test_an_sk_that_was_decided_is_no_draft_and_names_no_other_regions_decree():
    with open_office(office=sample_office(), sops=(shipped_text("bengkulu-semester"),)) as office:
        begins(office, "kepala_dinas", "bengkulu-semester")
        office.goes_to("2")
        assert not sent(office, "kabid_piak", "sk_tim").final
        task, adb = office.task, office.ids["adb"]
        office.presses("kabid_piak", "bentuk")
        office.does(
            "kabid_piak",
            lambda desks: desks.officer.choosing(task.id).choose_member("bentuk", adb, member=True),
        )
        office.does(
            "kabid_piak",
            lambda desks: desks.officer.choosing(task.id).appoint("bentuk", digest_of(adb)),
        )
        seen = sent(office, "kabid_piak", "sk_tim")
        letter = office.work.numbers.find_reserved(office.case_id)
    assert seen.final
    assert (seen.number, seen.paper.number) == ("1/SK/DUKCAPIL/XI/2026",) * 2
    assert letter is None  # the register of decisions is not that of letters
    assert not [line for line in seen.paper.remembering if "Gubernur" in line]


def test_every_answer_can_be_read_whole_by_whoever_decides_and_numbers_stay_masked(office):
    office.applies()
    office.goes_to("7")
    office.does("kasi", lambda desks: desks.officer.answers(office.task.id))
    assert SendPaper(case_id=office.case_id, kind=PaperKind.LEMBAR_ISIAN) in office.hears("kasi")
    seen = sent(office, "kasi", "lembar_isian").paper
    asked = {one.title: one.value for one in seen.asked}
    assert asked["Data yang dimohon"] == office.case.answers["data"]
    assert asked["NIK penanggung jawab"] == "3175••••••••0001"
    assert asked["Surat permohonan"].endswith(".pdf")
    assert [one.title for one in seen.added][:2] == ["Ringkasan data", "Sumber data"]
    assert card(office, "kasi").added


def test_the_answers_are_for_the_lanes_of_the_case_and_whoever_gave_them(office):
    office.applies()
    task = office.task
    office.refuses(NotForYou, "budi", lambda desks: desks.officer.answers(task.id))
    assert sent(office, "rina", "lembar_isian").paper.added == ()


def test_what_is_on_a_resi_is_true_of_the_case(office):
    office.applies()
    resi = paper(office, "resi")
    assert (resi.applicant_name, resi.about) == ("Dinas Kesehatan", "")
    assert not resi.follows
    # 15 minutes at the petugas, then 5, 10, 10, 60, 15, 5, 5 and 5 along the usual way.
    assert resi.due_at == office.clock.now() + timedelta(minutes=15)
    assert resi.expected_at == office.clock.now() + timedelta(minutes=130)


def test_an_sop_by_its_matter_names_the_person_and_hands_over_what_the_sop_says():
    with open_office(office=an_office(), sops=(COPY_SOP,)) as office:
        office.applies(procedure_id="legalisir-akta")
        office.goes_to("5")
        seen = case_view(office.work, office.case_id, office.ids["rina"], now=office.clock.now())
        assert (seen.released, seen.to_collect) == ((), False)
        office.goes_on()
        resi, slip = paper(office, "resi"), paper(office, "tanda_terima")
        sheet = paper(office, "kartu_kendali")
    assert (resi.applicant_name, resi.about_title, resi.about) == ("rina", "Perihal", "Akta lahir")
    assert (slip.applicant_name, slip.received_by) == ("rina", "rina")
    assert [one.title for one in slip.items] == ["Salinan"]
    assert (slip.handed_over_by, slip.giver_name) == ("Petugas Pengadministrasi", "Petugas")
    assert not sheet.names_applicant
    assert resi.expected_at is not None


def reaches_the_signature(office):
    """A request for data lies with the Direktur; an operator was named on the way."""
    office.applies(procedure_id="kemendagri-data")
    office.goes_to("3")
    task, operator = office.task, office.ids["pengelola_data"]
    office.presses("kasi_pengolahan", "beri_akses")
    office.does(
        "kasi_pengolahan",
        lambda desks: desks.officer.choosing(task.id).grant("beri_akses", operator),
    )
    office.goes_to("7")


def test_whoever_signs_gives_an_instruction_that_stands_on_the_lembar_disposisi():
    with open_office(office=sample_office(), sops=(shipped_text("kemendagri-data"),)) as office:
        reaches_the_signature(office)
        task = office.task
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).instruct("tandatangani")
        )
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).write("tandatangani")
        )
        office.says("kepala_dinas", "Kirim sebelum pukul sepuluh")
        assert office.face("kepala_dinas").note == "Kirim sebelum pukul sepuluh"
        words = office.words_on("kepala_dinas")
        office.does(
            "kepala_dinas", lambda desks: desks.officer.acting(task.id).sure("tandatangani", words)
        )
        office.stamps()
        sheet = paper(office, "lembar_disposisi")
    told = {one.from_title: one.text for one in sheet.instructions}
    assert told["Kepala Dinas"] == "Kirim sebelum pukul sepuluh"
    director = office.context.office.jabatan["kabid_piak"].title
    assert told[director] == "Data sesuai surat izin, dapat ditandatangani"


def test_a_signature_without_a_word_carries_the_usual_instruction():
    with open_office(office=sample_office(), sops=(shipped_text("kemendagri-data"),)) as office:
        reaches_the_signature(office)
        office.goes_to("8")
        sheet = paper(office, "lembar_disposisi")
    assert sheet.instructions[-1].text == "Gandakan, arsipkan, dan kirimkan kepada pengguna"


def test_whoever_is_chosen_first_leads_the_team_on_card_and_sk():
    with open_office(office=sample_office(), sops=(shipped_text("bengkulu-semester"),)) as office:
        begins(office, "kepala_dinas", "bengkulu-semester")
        office.goes_to("2")
        task, order = office.task, [office.ids["operator"], office.ids["adb"]]
        office.presses("kabid_piak", "bentuk")
        for person in order:
            office.does(
                "kabid_piak",
                lambda desks, one=person: desks.officer.choosing(task.id).choose_member(
                    "bentuk", one, member=True
                ),
            )
        view = card(office, "kabid_piak")
        assert [one.person_id for one in view.people if one.leads] == order[:1]
        assert chosen_of(view.people) == order
        swapped = digest_of(*reversed(order))
        office.refuses(
            ListMoved,
            "kabid_piak",
            lambda desks: desks.officer.choosing(task.id).appoint("bentuk", swapped),
        )
        shown = digest_of(*chosen_of(view.people))
        office.does(
            "kabid_piak", lambda desks: desks.officer.choosing(task.id).appoint("bentuk", shown)
        )
        members = paper(office, "sk_tim").members
    assert [(one.name, one.leads) for one in members] == [("Operator", True), ("Adb", False)]
