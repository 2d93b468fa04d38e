"""Cards and papers of SOPs of every make, each sentence looked at beside what is true."""

from itertools import product

import pytest

from bot.delivery.claiming import view_of
from bot.delivery.papers import draw_paper
from bot.delivery.screens.documents import Drawable
from bot.delivery.screens.rows import Look
from messages.cards.case import case_card
from messages.cards.task import task_card
from messages.localizer import localizer_for
from storage.reading.cases import case_view
from storage.reading.dossiers import Dossiers
from storage.reading.tasks import task_view
from tests.support.builders import JAKARTA, an_office
from tests.support.office import open_office
from tests.support.pdf_text import words_of
from workflow.case import CaseState
from workflow.intents import SendAttachment, SendPaper, TellPickup
from workflow.papers import paper_name
from workflow.people import Language
from workflow.procedure import StepKind

HEAD = """
id: karangan
title: Layanan Karangan
code: KRG
office: Dinas Contoh
lanes:
  {lane}: {{title: Pemohon{applicant}}}
  petugas: {{title: Petugas}}
  kepala_dinas: {{title: Kepala Dinas}}
"""
FORM = """subject: {subject}
form:
  - {{id: {subject}, title: Hal, ask: 'Apa?', example: Rina Wulandari, kind: {kind}}}
"""
LETTER = """papers:
  surat: {title: Surat Keterangan, subject: Hal, to: Gubernur, body: [Isi]}
"""
SERVICES = """services:
  kartu:
    title: Kartu
    pickup: {bring: [Resi]}
"""
STEPS = """steps:
  - number: '1'
    lane: {lane}
    kind: {first}
    title: Mengajukan
    short: Mengajukan
    limit: 5 menit
    outcomes: {{diserahkan: {{label: Serahkan, to: '2'}}}}
  - number: '2'
    lane: petugas
    kind: process
    title: Menyiapkan
    short: Menyiapkan
    limit: 1 jam
    {drafts}
    outcomes: {{siap: {{label: Siap, to: '3'}}}}
  - number: '3'
    lane: kepala_dinas
    kind: sign
    title: Menandatangani
    short: Menandatangani
    limit: 1 jam
    {signs}
    {releases}
    outcomes: {{tandatangani: {{label: Tanda tangani{to_4}}}}}
"""
CONFIRMS = """  - number: '4'
    lane: pemohon
    kind: acknowledge
    title: Menerima
    short: Menerima
    materials: [Salinan]
    limit: '-'
    outcomes: {{diterima: {{label: Saya terima{to_5}}}}}
"""
ARCHIVES = """  - number: '5'
    lane: petugas
    kind: process
    title: Mengarsipkan
    short: Mengarsipkan
    limit: 1 jam
    outcomes: {simpan: {label: Simpan}}
"""
TRAITS = ("applicant", "letter", "release", "confirms", "pickup", "goes_on", "matter")
EVERY = [dict(zip(TRAITS, one, strict=True)) for one in product((True, False), repeat=len(TRAITS))]
# Where no applicant asks there is nobody to release to, to confirm, or to collect.
MAKES = [
    one
    for one in EVERY
    if one["applicant"] or not any(one[key] for key in ("confirms", "pickup", "goes_on", "matter"))
    if one["confirms"] or not one["goes_on"]
    if one["release"] or not one["pickup"]
]


def named(make):
    return "+".join(key for key, value in make.items() if value) or "plain"


def an_sop_of(make):
    lane = "pemohon" if make["applicant"] else "sekretaris"
    parts = [HEAD.format(lane=lane, applicant=", applicant: true" if make["applicant"] else "")]
    if make["applicant"]:
        subject, kind = ("perihal", "text") if make["matter"] else ("nama", "name")
        parts.append(FORM.format(subject=subject, kind=kind))
    else:
        parts.append("subject_words: Laporan\n")
    if make["letter"]:
        parts.append(LETTER)
    if make["pickup"]:
        parts.append(SERVICES)
    parts.append(
        STEPS.format(
            lane=lane,
            first="submit" if make["applicant"] else "process",
            drafts="drafts: surat" if make["letter"] else "",
            signs="signs: surat" if make["letter"] else "",
            releases="releases: true" if make["release"] else "",
            to_4=", to: '4'" if make["confirms"] else "",
        )
    )
    if make["confirms"]:
        parts.append(CONFIRMS.format(to_5=", to: '5'" if make["goes_on"] else ""))
    if make["goes_on"]:
        parts.append(ARCHIVES)
    return "".join(parts)


class Reader:
    """Looks at every card and paper as the case goes on, beside what has happened so far."""

    def __init__(self, office, make):
        self.office, self.make = office, make
        self.sent = set()  # to the applicant's chat: "paper", "file", "pickup"

    def hears(self):
        for intent in self.office.hears("rina"):
            match intent:
                case SendPaper(kind="surat"):
                    self.sent.add("paper")
                case SendAttachment():
                    self.sent.add("file")
                case TellPickup():
                    self.sent.add("pickup")

    def looks(self):
        self.hears()
        if self.office.case.applicant_id is not None:
            self.looks_at_the_applicants_card()
        task = self.office.task
        if task is not None and not self.office.procedure.lanes[task.lane].applicant:
            self.looks_at_the_officers_card(task)

    def looks_at_the_applicants_card(self):
        office = self.office
        view = case_view(office.work, office.case_id, office.ids["rina"], now=office.clock.now())
        text = case_card(view, SAY).text
        in_chat = bool(self.sent & {"paper", "file"})
        assert ("dikirim ke obrolan ini" in text) == (in_chat and bool(view.choices))
        assert ("ambil di kantor" in text.lower()) <= ("pickup" in self.sent)
        assert ("<b>Selesai</b>" in text) == (office.case.state is CaseState.FINISHED)
        assert ("Kirim jawaban lagi" in labels(case_card(view, SAY))) == in_chat

    def looks_at_the_officers_card(self, task):
        office, step = self.office, self.office.procedure.step(task.step)
        view = task_view(office.work, task.id, office.ids[task.lane], now=office.clock.now())
        card = task_card(view, SAY)
        assert ("Lihat surat" in labels(card)) <= self.make["letter"]
        assert ("Naskah:" in card.text) <= self.make["letter"]
        if step.kind is StepKind.SIGN:
            office.presses(task.lane, "tandatangani")
            asked = task_view(office.work, task.id, office.ids[task.lane], now=office.clock.now())
            text = task_card(asked, SAY).text
            assert ("Anda akan menandatangani" in text) == self.make["letter"]
            assert ("tidak membubuhkan tanda tangan" in text) != self.make["letter"]

    def reads(self, kind, name="rina"):
        """A paper as it is printed for a person, and as it is captioned."""
        office = self.office
        intent = SendPaper(case_id=office.case_id, kind=paper_name(kind))
        look = Look(
            work=office.work,
            dossiers=Dossiers(office.work),
            person_id=office.ids[name],
            bot_name="bot",
        )
        seen = view_of(look, intent)
        assert isinstance(seen, Drawable)
        return words_of(draw_paper(seen.paper, Language.INDONESIAN, JAKARTA)), seen


SAY = localizer_for("id", JAKARTA)


def labels(card):
    return [button.text for row in card.rows for button in row]


@pytest.mark.parametrize("make", MAKES, ids=named)
def test_each_sentence_is_said_only_where_it_is_true(make):
    with open_office(office=an_office(), sops=(an_sop_of(make),)) as office:
        if make["applicant"]:
            service = "kartu" if make["pickup"] else None
            office.consents()
            office.begins("rina", "karangan", service)
            office.fills()
            office.submits()
        else:
            office.begins("sekretaris", "karangan")
        reader = Reader(office, make)
        reader.looks()
        while office.step is not None:
            office.goes_on()
            reader.looks()
        ends_as_it_was(reader, make)


def ends_as_it_was(reader, make):
    if make["applicant"]:
        text, _ = reader.reads("resi")
        person = "rina" if make["matter"] else "Rina Wulandari"
        assert f"Pemohon : {person}" in text
        assert ("Hal : Rina Wulandari" in text) == make["matter"]
        assert "Pindai untuk memeriksa keaslian" in text
    if make["confirms"]:
        text, seen = reader.reads("tanda_terima")
        given = [one.title for one in seen.paper.items]
        if make["pickup"]:
            assert given == ["Kartu"]
        elif make["letter"] and make["release"]:
            assert given == ["Surat Keterangan"]
        else:
            assert given == ["Salinan"]
        person = "rina" if make["matter"] else "Rina Wulandari"
        assert seen.paper.received_by == person
        assert person in text
        assert seen.paper.giver_name
