import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import a_question, a_slot
from workflow.forms import AnswerKind
from workflow.letters import in_words, written
from workflow.procedure import Letter

ITEMS = (
    a_question(id="instansi"),
    a_question(AnswerKind.DATE, id="tanggal"),
    a_question(AnswerKind.NIK, id="nik"),
    a_question(AnswerKind.LONG_TEXT, id="isi"),
    a_slot(id="berkas"),
)


def a_letter(**changed):
    usual = {
        "title": "Surat",
        "subject": "Hal {instansi}",
        "to": "Pimpinan {instansi}",
        "body": ["{isi}"],
    }
    return Letter(**(usual | changed))


def write(letter=None, **answers):
    return written(letter or a_letter(), ITEMS, answers)


def test_the_answers_stand_in_their_places():
    letter = write(instansi="Dinas Kesehatan", isi="Terlampir.")
    assert (letter.subject, letter.to) == ("Hal Dinas Kesehatan", ("Pimpinan Dinas Kesehatan",))
    assert letter.body == ("Terlampir.",)


def test_a_place_without_an_answer_stays_dotted_as_on_paper():
    assert write().subject == "Hal ……"


def test_a_file_is_no_answer():
    assert write(a_letter(subject="{berkas}"), berkas="x").subject == "……"


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-11-03", "3 November 2026"),
        ("2026-01-31", "31 Januari 2026"),
        ("2026-08-17", "17 Agustus 2026"),
    ],
)
def test_a_day_is_written_in_words(day, words):
    assert write(a_letter(subject="{tanggal}"), tanggal=day).subject == words


def test_a_nik_is_masked_even_on_paper():
    assert write(a_letter(subject="{nik}"), nik="3175031209780001").subject == "3175••••••••0001"


def test_an_answer_in_several_lines_becomes_several_paragraphs():
    assert write(isi="Satu.\n\nDua.").body == ("Satu.", "Dua.")


def test_an_address_in_several_lines_stays_so():
    assert write(a_letter(to="Kepala {instansi}\ndi Jakarta"), instansi="X").to == (
        "Kepala X",
        "di Jakarta",
    )


def test_closing_and_copies_are_filled_too():
    letter = write(a_letter(closing=["Salam, {instansi}"], copies=["{instansi}"]), instansi="X")
    assert (letter.body[-1], letter.copies) == ("Salam, X", ("X",))


def test_an_answer_cannot_open_another_place():
    assert write(instansi="{nik}", nik="3175031209780001").subject == "Hal {nik}"


def test_a_letter_knows_what_it_waits_for():
    letter = a_letter(closing=["{tanggal}"], copies=["{isi}"], attachments="{nik}")
    assert letter.places == ("instansi", "nik", "isi", "tanggal")


@given(st.text(min_size=1, max_size=80))
def test_what_was_answered_stands_in_the_letter_as_it_is(answer):
    assert in_words(a_question(), answer) == answer
    assert write(instansi=answer).subject == f"Hal {answer}"
