"""What a letter's code answers: kind, number, day, and whether the letter holds."""

import pytest

from tests.support.builders import REPORT_SOP, an_office
from tests.support.office import open_office
from workflow.intents import Tell
from workflow.numbering import LETTER_CODE_LENGTH, readable_code

CODE = "23456789ABCDEFGHJ"
OTHER = "ABCDEFGHJ23456789"

# A report with a second letter, that nobody else signs or numbers.
TWO_LETTERS = (
    REPORT_SOP.replace("id: laporan-bulanan", "id: laporan-ganda")
    .replace("code: LAP", "code: LPG")
    .replace(
        "steps:\n",
        "  pengantar: {title: Surat Pengantar, subject: Pengantar, to: Gubernur, body: ['{isi}']}\n"
        "steps:\n",
    )
    .replace("outcomes:\n      tandatangani: {label: Tanda tangani, to: '4'}",
             "outcomes:\n      tandatangani: {label: Tanda tangani, to: '3a'}")
    + """
  - number: '3a'
    lane: kepala_dinas
    kind: sign
    title: Menandatangani pengantar
    short: Tanda tangan
    limit: 1 hari
    signs: pengantar
    outcomes:
      tandatangani: {label: Tanda tangani, to: '4'}
"""
)  # fmt: skip


def signs(office, name="kepala_dinas", code=CODE, outcome="tandatangani"):
    task = office.task
    office.presses(name, outcome)
    if office.task.signing_since is None:
        office.does(name, lambda desks: desks.officer.acting(task.id).sure(outcome))
    ordered = office.does(name, lambda desks: desks.stamping.order(task.id))
    office.does(name, lambda desks: desks.stamping.set(ordered, "digest", code=code))
    return ordered


def scans(office, code, name="budi"):
    office.silence()
    office.does(name, lambda desks: desks.reception.start(f"v{code}"))
    (told,) = office.hears(name, Tell)
    return told


@pytest.fixture
def report(office):
    office.begins("pengelola_data", "laporan-bulanan")
    office.fills("pengelola_data")
    office.submits("pengelola_data")
    office.goes_to("3")
    return office


def test_a_signed_letter_says_what_it_is_and_that_it_is_in_force(report):
    ordered = signs(report)

    told = scans(report, CODE)

    assert told.message_id == "genuine-letter"
    assert told.arguments == {
        "kind": "Laporan",
        "number": ordered.number,
        "day": "23-11-2026",
        "office": "Dinas Kependudukan dan Pencatatan Sipil",
        "state": "in-force",
    }


def test_a_letter_that_is_still_to_be_registered_says_so(office):
    office.applies()
    office.goes_to("9")
    signs(office)

    assert scans(office, CODE).arguments["state"] == "unregistered"


def test_the_seal_keeps_the_code_of_the_signature(office):
    office.applies()
    office.goes_to("9")
    signs(office)
    signs(office, "petugas", "", "serahkan")

    assert scans(office, CODE).arguments["state"] == "in-force"


def test_the_code_of_a_case_speaks_for_no_letter(office):
    office.applies()
    assert scans(office, office.case.code).message_id == "genuine-known"
    office.goes_to("9")
    signs(office)

    assert scans(office, office.case.code).message_id == "genuine-known"


def test_a_letter_signed_before_letters_had_codes_is_answered_for_by_its_cases(office):
    office.applies()
    office.goes_to("9")
    signs(office, code="")

    assert scans(office, office.case.code).message_id == "genuine-letter"


def test_a_code_of_nobodys_is_no_letter(report):
    signs(report)

    assert scans(report, OTHER).message_id == "genuine-unknown"


def test_a_letter_replaced_by_another_is_in_force_no_more(report):
    signs(report)
    report.work.connection.exec_driver_sql(
        "INSERT INTO papers (case_id, kind, state, digest, number, made_at, code)"
        " SELECT case_id, kind, state, 'later', number, made_at, ? FROM papers",
        (OTHER,),
    )

    assert scans(report, CODE).arguments["state"] == "replaced"
    assert scans(report, OTHER).arguments["state"] == "in-force"


def test_a_letter_of_a_case_that_was_refused_afterwards_is_not_in_force(report):
    signs(report)
    report.work.connection.exec_driver_sql("UPDATE cases SET state = 'refused'")

    assert scans(report, CODE).arguments["state"] == "refused"


def test_a_letters_code_has_more_than_eighty_bits():
    code = readable_code(bytes(range(1, 25)), length=LETTER_CODE_LENGTH)

    assert len(code) == LETTER_CODE_LENGTH
    assert 31**LETTER_CODE_LENGTH > 2**80


def test_two_letters_of_one_case_have_a_number_each():
    with open_office(office=an_office(), sops=(TWO_LETTERS,)) as office:
        office.begins("pengelola_data", "laporan-ganda")
        office.fills("pengelola_data")
        office.submits("pengelola_data")
        office.goes_to("3")
        first, second = signs(office, code=CODE), signs(office, code=OTHER)

        assert first.number != second.number
        assert scans(office, CODE).arguments["number"] == first.number
        assert scans(office, OTHER).arguments["number"] == second.number
        books = office.work.numbers
        assert books.find_reserved(office.case_id, "pengantar").booked_at is not None
