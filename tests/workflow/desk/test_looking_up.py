import pytest

from workflow.errors import CaseNotFound, NotUnderstood
from workflow.intents import (
    ShowCase,
    ShowForm,
    ShowKartuKendali,
    ShowTask,
    Tell,
)


def hears_first(office, name):
    return office.hears(name)[0]


def types(office, name, text):
    office.silence()
    office.says(name, text)
    return hears_first(office, name)


def test_the_number_on_the_resi_shows_the_applicant_where_the_case_stands(office, verifying):
    for words in (office.case.number, office.case.number.lower(), f"Berkas {office.case.number}?"):
        assert types(office, "rina", words) == ShowCase(case_id=office.case_id, fresh=True)


def test_whoever_has_the_file_on_the_desk_gets_its_card(office, verifying):
    shown = types(office, "petugas", office.case.number)
    assert shown == ShowTask(task_id=verifying.id, fresh=True)


def test_an_officer_on_its_way_sees_who_has_held_it(office, verifying):
    shown = types(office, "kepala_dinas", office.case.number)
    assert shown == ShowKartuKendali(case_id=office.case_id)


def test_a_case_of_somebody_else_is_told_from_none_by_nothing(office, verifying):
    number = office.case.number
    other = number[:-5] + "99999"
    for asked in (number, other):
        refused = office.refuses(
            CaseNotFound, "budi", lambda desks, n=asked: desks.messages.hear(n, message_id=1)
        )
        assert refused.number == asked


def test_a_verification_code_says_whether_the_paper_is_ours(office, verifying):
    code = office.case.code
    for written in (code, code.lower(), f"{code[:5]} {code[5:]}", f"{code[:5]}-{code[5:]}"):
        told = types(office, "budi", written)
        assert isinstance(told, Tell)
        assert told.message_id == "genuine-known"
    unknown = "2345678923" if code != "2345678923" else "3456789234"
    assert types(office, "budi", unknown) == Tell(message_id="genuine-unknown")


def test_the_code_on_the_resi_of_the_counter_does_what_scanning_it_does(office):
    office.applies()
    office.work.connection.exec_driver_sql(
        "UPDATE cases SET link_code = '3456789234', applicant_id = ? WHERE id = ?",
        (office.ids["rina"], office.case_id),
    )
    assert types(office, "rina", "34567 89234") == ShowCase(case_id=office.case_id, fresh=True)


def test_what_answers_a_question_is_an_answer_and_opens_nothing(office, verifying):
    office.begins("rina", service=None)
    office.silence()
    office.says("rina", office.case.number)
    assert isinstance(hears_first(office, "rina"), ShowForm)


def test_a_form_left_open_does_not_stand_in_the_way_of_a_number(office, verifying):
    office.begins("rina")
    office.does("rina", lambda desks: desks.reception.start(""))
    assert types(office, "rina", office.case.number) == ShowCase(case_id=office.case_id, fresh=True)


@pytest.mark.parametrize(
    "words", ["halo", "SELAMAT PAGY", "PDK-2026", "0812 3456 7890", "3275234567892345", ""]
)
def test_words_that_name_nothing_are_not_understood(office, verifying, words):
    office.refuses(NotUnderstood, "budi", lambda desks: desks.messages.hear(words, message_id=1))
