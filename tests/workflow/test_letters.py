import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import a_question, a_slot, an_office
from workflow.forms import AnswerKind
from workflow.letters import Known, counted, in_words, written
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


def write(letter=None, files=None, answering=0, **answers):
    known = Known(
        items=ITEMS, answers=answers, files=files or {}, answering=answering, office=an_office()
    )
    return written(letter or a_letter(), known)


def test_the_answers_stand_in_their_places():
    letter = write(instansi="Dinas Kesehatan", isi="Terlampir.")
    assert (letter.subject, letter.to) == (
        "Hal Dinas Kesehatan",
        ("Pimpinan Dinas Kesehatan", "di tempat"),
    )
    assert letter.body == ("Terlampir.",)


def test_a_place_without_an_answer_stays_dotted_as_on_paper():
    assert write().subject == "Hal ……"


def test_the_files_of_a_slot_are_counted_and_no_answer_stands_for_them():
    assert write(a_letter(subject="{berkas}"), berkas="x").subject == "0 (nol)"
    letter = a_letter(attachments="{berkas} berkas data")
    assert write(letter, files={"berkas": 2}).attachments == "2 (dua) berkas data"
    assert write(letter, files={"berkas": 12}).attachments == "12 (dua belas) berkas data"


def test_a_letter_without_files_has_no_attachments():
    assert write(a_letter(attachments="{berkas} berkas data")).attachments == "-"
    assert write().attachments == "-"


def test_a_letter_that_says_nothing_of_attachments_counts_the_files_of_the_answer():
    assert write(answering=3).attachments == "3 (tiga) berkas"


def test_the_office_stands_in_its_letter_by_its_own_name():
    letter = write(a_letter(subject="Penduduk {daerah}", copies=["Sekretaris {dinas}"]))
    assert letter.subject == "Penduduk Kota Contoh"
    assert letter.copies == ("Sekretaris Dinas Kependudukan dan Pencatatan Sipil",)


def test_how_pressing_a_letter_is_may_be_asked_in_the_case():
    assert write(a_letter(nature="{instansi}"), instansi="Segera").nature == "Segera"


@given(st.integers(0, 99))
def test_numbers_are_written_in_different_words(number):
    assert len({counted(other) for other in range(100)}) == 100
    assert counted(number).startswith(f"{number} (")


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
    assert (letter.body[-1], letter.copies) == ("Salam, X.", ("X",))


def test_an_answer_cannot_open_another_place():
    assert write(instansi="{nik}", nik="3175031209780001").subject == "Hal {nik}"


def test_a_letter_knows_what_it_waits_for():
    letter = a_letter(closing=["{tanggal}"], copies=["{isi}"], attachments="{nik}")
    assert letter.places == ("instansi", "nik", "isi", "tanggal")


@given(st.text(min_size=1, max_size=80))
def test_what_was_answered_stands_in_the_letter_as_it_is(answer):
    assert in_words(a_question(), answer) == answer
    assert write(instansi=answer).subject == f"Hal {answer}"


def test_a_letter_goes_to_a_place():
    assert write(a_letter(to="Gubernur")).to == ("Gubernur", "di tempat")
    assert write(a_letter(to="Gubernur\ndi Kota Contoh")).to == ("Gubernur", "di Kota Contoh")


@pytest.mark.parametrize(
    ("told", "printed"),
    [
        ("Jumlah penduduk (1 berkas)", "Jumlah penduduk (1 berkas)."),
        ("Terlampir. ", "Terlampir."),
        ("Sebagai berikut:", "Sebagai berikut:"),
    ],
)
def test_a_paragraph_ends_with_a_full_stop(told, printed):
    assert write(isi=told).body == (printed,)
