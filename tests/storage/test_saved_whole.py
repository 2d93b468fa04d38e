"""Whatever is saved beside cases and tasks is read as it was: no field of it is forgotten.

Each value here says something in every field. A new field says nothing until it is given here,
and then comes back only if it is saved.
"""

from dataclasses import fields, replace
from datetime import date, time, timedelta

import pytest

from tests.support.fakes import MONDAY_MORNING
from workflow.case import CasePaper, Link, LinkEvent, PaperState
from workflow.filling import Draft, DraftFile, FormEnding
from workflow.numbering import LetterNumber
from workflow.opening_hours import Span
from workflow.people import (
    Acting,
    Appointment,
    Asked,
    Focus,
    FocusKind,
    Invitation,
    Language,
    Person,
    Words,
)
from workflow.special_days import DayKind, SpecialDay
from workflow.views.task import Face, Mode

LATER = MONDAY_MORNING + timedelta(hours=1)
FILE = DraftFile(
    digest="ab" * 32,
    name="ktp.jpg",
    media_type="jpg",
    size=4711,
    at=LATER,
    signatures="none",
)


@pytest.fixture
def case(add_case):
    return add_case()


def assert_says_everything(value, *, but=()):
    """A field that says nothing would come back right without having been saved."""
    silent = [one.name for one in fields(value) if not getattr(value, one.name)]
    assert silent == list(but), f"{type(value).__name__}: give {silent} a value in this test"


def test_a_half_filled_form_is_read_as_it_was_left(work, rina, case, add_task):
    draft = Draft(
        id=1,
        person_id=rina.id,
        procedure_id="jakarta-data",
        procedure_version=3,
        service="kk",
        case_id=case.id,
        task_id=add_task(case).id,
        asks=("nama", "ktp"),
        answers={"nama": "Rina"},
        files={"ktp": (FILE,)},
        at=1,
        reviewing=True,
        started_at=MONDAY_MORNING,
        changed_at=LATER,
        at_desk=True,
    )
    assert_says_everything(draft, but=["closed", "ending"])
    assert_says_everything(FILE)
    added = work.drafts.add(draft)
    assert work.drafts.get(added.id) == replace(draft, id=added.id)

    later = replace(added, answers={"nama": "Siti"}, files={}, at=2, reviewing=False)
    work.drafts.save(later)
    assert work.drafts.get(added.id) == later
    work.drafts.close(added.id, FormEnding.LAPSED, at=LATER)
    closed = work.drafts.get(added.id)
    assert (closed.closed, closed.ending) == (True, FormEnding.LAPSED)


def test_a_person_is_known_again_with_all_that_was_said(work, clock):
    added = work.people.add(4711, name="Wulan", language=Language.ENGLISH, at=clock.now())
    work.people.set_consent(added.id, "2026-1", "Pelindungan data", at=clock.now())
    work.people.make_administrator(added.id)
    known = work.people.find_by_telegram(4711)
    assert_says_everything(known)
    assert known == Person(
        id=added.id,
        telegram_id=4711,
        name="Wulan",
        language=Language.ENGLISH,
        consent_version="2026-1",
        administrator=True,
        reachable=True,
    )
    work.people.set_reachable(added.id, False)
    assert work.people.get(added.id) == replace(known, reachable=False)


def test_an_appointment_is_read_as_it_was_made(work, rina):
    appointment = Appointment(
        person_id=rina.id,
        jabatan="kepala_dinas",
        name="Rina Wulandari, S.KM",
        nip="198503172010012005",
        rank="Pembina (IV/a)",
        acting=Acting.PLH,
        begins_at=MONDAY_MORNING,
        ends_at=LATER,
        sk="800/123/2026",
    )
    assert_says_everything(appointment, but=["id"])
    work.people.appoint(appointment)
    [held] = work.people.appointments_of(rina.id, at=MONDAY_MORNING)
    assert held == appointment  # whose number is not compared
    assert work.people.appointment(held.id) == appointment


def test_an_invitation_is_read_as_it_was_issued(work, rina):
    invitation = Invitation(
        id=1,
        jabatan="kasi",
        administrator=True,
        name="Wulan Sari, S.E",
        nip="198811222012012003",
        rank="Penata (III/c)",
        acting=Acting.PLT,
        expires_at=LATER,
        spent_at=None,
        begins_at=MONDAY_MORNING,
        ends_at=LATER,
        sk="800/124/2026",
        issued_by=rina.id,
    )
    assert_says_everything(invitation, but=["spent_at"])
    given = {one.name: getattr(invitation, one.name) for one in fields(Invitation)}
    del given["id"], given["spent_at"]
    work.people.invite(secret_hash="hash", at=MONDAY_MORNING, **given)
    kept = work.people.find_invitation("hash")
    assert kept == replace(invitation, id=kept.id)
    work.people.spend(kept.id, by=rina.id, at=LATER)
    assert work.people.find_invitation("hash") == replace(kept, spent_at=LATER)


def test_a_file_of_a_case_is_read_as_it_was_handed_in(work, rina, case):
    work.cases.attach(case.id, "ktp", [FILE], by=rina.id)
    [kept] = work.cases.attachments(case.id)
    assert_says_everything(kept, but=["replaced_at"])
    assert (kept.item, kept.uploaded_by, kept.uploaded_at) == ("ktp", rina.id, FILE.at)
    for name in ("digest", "name", "media_type", "size", "signatures"):
        assert getattr(kept, name) == getattr(FILE, name)


def test_a_letter_and_its_number_are_read_as_they_were_written(work, case):
    letter = CasePaper(
        id=1,
        case_id=case.id,
        kind="surat_jawaban",
        state=PaperState.SEALED,
        digest="cd" * 32,
        number="470/1/DUKCAPIL/XI/2026",
        made_at=MONDAY_MORNING,
        released_at=LATER,
        code="ABCDEFGH",
    )
    number = LetterNumber(
        series="470",
        year=2026,
        running=1,
        text=letter.number,
        case_id=case.id,
        reserved_at=MONDAY_MORNING,
        booked_at=LATER,
        explained="belum dipakai",
        paper=letter.kind,
    )
    assert_says_everything(letter)
    assert_says_everything(number)
    work.cases.put_paper(letter)
    work.numbers.reserve(number)
    kept = work.cases.paper(case.id, letter.kind)
    assert kept == replace(letter, id=kept.id)
    assert work.numbers.find_reserved(case.id, letter.kind) == number


def test_what_the_bot_waits_for_is_read_as_it_was_asked(work, rina):
    asked = Focus(kind=FocusKind.REASON, ref=81, extra="kembalikan")
    words = Words(asked=Asked(kind=FocusKind.REASON, ref=81, extra="kembalikan"), taken=True)
    face = Mode(face=Face.REASONS, outcome="kembalikan", note="Belum lengkap")
    for value in (asked, words, words.asked, face):
        assert_says_everything(value)
    work.people.set_focus(rina.id, asked, at=MONDAY_MORNING)
    work.words.note(rina.id, 70, words, at=MONDAY_MORNING)
    work.cards.turn("task:81", rina.id, face)
    assert work.people.focus(rina.id) == asked
    assert work.words.find(rina.id, 70) == words
    assert work.cards.mode("task:81", rina.id) == face


def test_what_became_of_a_link_is_read_as_it_happened(work, rina, case):
    link = Link(person_id=rina.id, what=LinkEvent.WRONG, at=LATER)
    assert_says_everything(link)
    work.cases.note_link(case.id, link.person_id, link.what, at=link.at)
    assert work.cases.links(case.id) == [link]


def test_a_day_of_the_offices_own_is_read_as_it_was_written(work, rina):
    day = SpecialDay(
        id=1,
        kind=DayKind.OPENED,
        first_on=date(2026, 12, 5),
        last_on=date(2026, 12, 6),
        name="Pelayanan akhir pekan",
        spans=(Span(time(9), time(12)),),
    )
    assert_says_everything(day)
    work.days.add(
        day.kind,
        day.first_on,
        day.last_on,
        day.name,
        by=rina.id,
        at=MONDAY_MORNING,
        spans=day.spans,
    )
    [kept] = [one for one in work.days.all() if one.name == day.name]
    assert kept == replace(day, id=kept.id)
