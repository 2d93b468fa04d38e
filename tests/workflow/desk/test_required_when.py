"""What a lost card needs is not optional: the letter of the police is asked for in earnest."""

from dataclasses import replace

import pytest

from storage.reading.forms import form_view
from tests.support.builders import a_file, sample_office, shipped_text
from tests.support.office import open_office
from workflow.errors import FileWanted, FormIncomplete

SOP = "pekanbaru-sipenduduk"
LOST, NEW = "KTP-el karena hilang atau rusak", "KTP-el baru"


@pytest.fixture
def office():
    with open_office(office=sample_office(), sops=(shipped_text(SOP),)) as office:
        office.consents()
        office.begins("rina", SOP, "ktp_el")
        yield office


def at_the_proof(office, kind):
    """The question for the letter of the police, after the kind of request was chosen."""
    office.answers_until("rina", "jenis_ktp")
    office.says("rina", kind)
    office.answers_until("rina", "bukti_ktp")
    return office.form_of("rina")


def skip(draft):
    return lambda desks: desks.forms.go_on(draft.id, draft.at)


def seen(office):
    draft, now = office.form_of("rina"), office.clock.now()
    return form_view(office.work, draft.id, office.ids["rina"], "", now=now)


def test_a_lost_card_needs_the_letter_of_the_police(office):
    draft = at_the_proof(office, LOST)
    assert not seen(office).item.optional
    office.refuses(FileWanted, "rina", skip(draft))
    office.hands_in("rina", a_file("surat-hilang.pdf"))
    office.does("rina", skip(draft))
    assert office.form_of("rina").at == draft.at + 1


def test_a_new_card_needs_none(office):
    draft = at_the_proof(office, NEW)
    assert seen(office).item.optional
    office.does("rina", skip(draft))


def test_whoever_changes_the_kind_at_the_review_is_told_what_is_missing_now(office):
    office.does("rina", skip(at_the_proof(office, NEW)))
    draft = office.form_of("rina")
    changed = replace(draft, answers={**draft.answers, "jenis_ktp": LOST}, at=len(draft.asks))
    office.work.drafts.save(changed)
    assert "KTP-el lama atau bukti" in seen(office).review.missing
    refused = office.refuses(
        FormIncomplete, "rina", lambda desks: desks.handing_in.submit(draft.id)
    )
    assert refused.missing == "KTP-el lama atau bukti"
