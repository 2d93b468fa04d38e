from datetime import date

import pytest

from workflow.details import carried_over, is_detail
from workflow.forms import AnswerKind, Question, Slot

TODAY = date(2026, 12, 1)


def a_question(name, kind=AnswerKind.TEXT, **more):
    return Question(id=name, ask="Apa?", title=name, kind=kind, example="contoh", **more)


NAME = a_question("nama", AnswerKind.NAME)
AGENCY = a_question("instansi")
ADDRESS = a_question("alamat", AnswerKind.LONG_TEXT)
PHONE = a_question("telepon", AnswerKind.PHONE)


@pytest.mark.parametrize("question", [NAME, AGENCY, ADDRESS, PHONE])
def test_name_agency_address_and_telephone_are_told_once(question):
    assert is_detail(question)


@pytest.mark.parametrize(
    "item",
    [
        None,
        a_question("nama_anak", AnswerKind.NAME),
        a_question("nama", AnswerKind.NIK),
        a_question("nik", AnswerKind.NIK),
        a_question("tujuan"),
        a_question("alamat", private=True),
        a_question("instansi", choices=("Dinas Kesehatan",)),
        Slot(id="nama", ask="Apa?", title="nama", example="contoh"),
    ],
)
def test_nothing_else_is(item):
    assert not is_detail(item)


def test_what_both_forms_ask_is_carried_over():
    told = {"nama": "Rina Wulandari", "telepon": "+6281234567890", "alamat": "Jalan Mawar 1"}
    known = carried_over([NAME, PHONE, AGENCY], [NAME, PHONE, ADDRESS], told, today=TODAY)
    assert known == {"nama": "Rina Wulandari", "telepon": "+6281234567890"}


def test_a_name_that_the_earlier_form_asked_otherwise_is_not_carried_over():
    assert carried_over([NAME], [a_question("nama")], {"nama": "Rina"}, today=TODAY) == {}


def test_what_is_too_long_for_the_new_form_is_asked_as_ever():
    short = a_question("alamat", longest=10)
    told = {"alamat": "Jalan Mawar Nomor 1"}
    assert carried_over([short], [ADDRESS], told, today=TODAY) == {}
