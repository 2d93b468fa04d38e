"""An unusual answer that may be right is taken, and pointed out at once and at the review."""

from dataclasses import replace

import pytest

from storage.reading.forms import form_view
from tests.support.builders import COUNTER_SOP, an_office
from tests.support.office import open_office
from workflow.person_numbers import NumberDoubt

ODD = "3175039912780001"
ASKED = "- {id: catatan, title: Catatan, ask: 'Ada catatan?', example: Tidak ada, optional: true}"
KK = "- {id: kk, title: Nomor KK, ask: 'Nomor KK?', example: '3175031209780001', kind: kk}"


@pytest.fixture
def office():
    sop = COUNTER_SOP.replace(ASKED, f"{KK}\n  {ASKED}")
    with open_office(office=an_office(), sops=(sop,)) as office:
        office.consents()
        office.begins("rina", "loket-layanan", "kia")
        office.says("rina", "Rina Wulandari")
        yield office


def view(office):
    draft, now = office.form_of("rina"), office.clock.now()
    return form_view(office.work, draft.id, office.ids["rina"], "", now=now)


def test_the_number_of_a_family_card_with_an_odd_day_is_taken_and_doubted(office):
    office.says("rina", ODD)
    assert office.form_of("rina").answers["kk"] == ODD
    assert view(office).doubts == (("Nomor KK", NumberDoubt.DAY),)


def test_the_doubt_is_told_after_the_answer_and_again_at_the_review(office):
    office.says("rina", ODD)
    office.says("rina", "Tidak ada")
    assert view(office).doubts == ()
    draft = office.form_of("rina")
    office.work.drafts.save(replace(draft, at=len(draft.asks)))
    assert view(office).doubts == (("Nomor KK", NumberDoubt.DAY),)


def test_a_usual_number_is_not_doubted(office):
    office.says("rina", "3175031209780001")
    assert view(office).doubts == ()
