from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import COUNTER_SOP, a_case, jakarta_data, sop
from workflow.case import CaseState
from workflow.errors import (
    NotADate,
    Refusal,
    SearchByNumberOfPerson,
    SearchEmpty,
    SearchTooLong,
)
from workflow.search_terms import RULES, TermKind, of_service, terms_of, terms_of_text
from workflow.seeking import LONGEST, MOST_WORDS, Progress, read_search
from workflow.shown import digest_of

TODAY = date(2026, 12, 1)
MONDAY = date(2026, 11, 23)
ANSWERS = {
    "nama": "Rina Wulandari, S.KM",
    "nik": "3175034708900001",
    "telepon": "+6281234567890",
    "nomor_surat": "045/1234/DINKES/XI/2026",
    "tujuan": "Penelitian",
}


def sought(text):
    return read_search(text, [jakarta_data(), sop(COUNTER_SOP)], today=TODAY)


def of_rina(**changed):
    case = a_case(**({"number": "PDK-2026-00417", "answers": ANSWERS} | changed))
    return terms_of(case, jakarta_data(), MONDAY, ["470/12/DUKCAPIL/XII/2026"])


def finds(text, terms, *, alike=False, procedure="jakarta-data"):
    clues = sought(text).clues
    return all(terms & one.any_of(procedure, alike=alike) for one in clues)


@pytest.mark.parametrize(
    "text",
    [
        *("rina", "Rina Wulandari", "wulan", "RINA", "dinas kesehatan", "kesehatan rina"),
        *("PDK-2026-00417", "pdk 417", "417", "00417", "041", "2026"),
        *("045/1234", "1234/DINKES", "470/12", "470/12/DUKCAPIL/XII/2026"),
        *("23 November 2026", "23-11-2026", "23/11/2026", "2026-11-23", "23 nov", "november 2026"),
        *("11/2026", "rina 23 November 2026", "Pelayanan Data", "rina data"),
        *("Ibu Rina Wulandari, S.KM", "Rinawulandari", "Rina Woelandari"),
    ],
)
def test_a_file_is_found_by_what_is_known_of_it(text):
    assert finds(text, of_rina())


@pytest.mark.parametrize(
    "text",
    [
        *("budi", "rina budi", "ulandari", "418", "7", "24 November 2026", "oktober 2026"),
        *("akta", "penelitian", "081234567890", "3175"),
    ],
)
def test_a_file_is_not_found_by_what_is_not_true_of_it_or_nobodys_to_look_for(text):
    assert not finds(text, of_rina())


def test_what_is_misheard_is_found_by_its_sound_alone():
    assert not finds("Rena Wulendary", of_rina())
    assert finds("Rena Wulendary", of_rina(), alike=True)
    assert not finds("Budi Wulendary", of_rina(), alike=True)


def test_a_name_in_parts_is_found_as_one_word_and_the_other_way_round():
    assert finds("nuraini", terms_of_text("Nur Aini"))
    assert finds("nur aini", terms_of_text("Nuraini"))
    assert not finds("kadir samsul", terms_of_text("Kadir Susanto"))
    assert not finds("wulandari rina", terms_of_text("Wulandari Budi"))


def test_the_running_number_is_found_by_any_three_digits_of_it_and_as_it_is_said():
    terms = of_rina(number="PDK-2026-12345")
    for part in ("123", "234", "345", "1234", "12345"):
        assert finds(part, terms), part
    for part in ("13", "34", "135"):
        assert not finds(part, terms), part


def test_a_service_is_found_by_its_name_whatever_the_subject():
    case = a_case(procedure_id="loket-layanan", service="akta", subject="Budi", answers={})
    terms = terms_of(case, sop(COUNTER_SOP), MONDAY)
    assert finds("akta budi", terms, procedure="loket-layanan")
    assert finds("loket", terms, procedure="loket-layanan")
    assert not finds("kartu anak", terms, procedure="loket-layanan")
    assert of_service("akta") in terms


def test_an_answer_that_is_private_is_not_looked_for():
    text = COUNTER_SOP.replace(
        "title: Nama anak,", "title: Nama anak, kind: name, private: true,"
    ).replace("id: loket-layanan", "id: loket-rahasia")
    case = a_case(service="akta", subject="Rina", answers={"anak": "Budi"})
    assert not finds("budi", terms_of(case, sop(text), MONDAY))


def test_a_case_whose_sop_cannot_be_read_is_found_by_number_subject_and_day():
    terms = terms_of(a_case(answers=ANSWERS), None, MONDAY)
    assert finds("dinas kesehatan 1", terms)
    assert not finds("rina", terms)


def test_the_words_say_whether_open_or_closed_files_are_looked_for():
    for text, progress in {
        "rina terbuka": Progress.OPEN,
        "rina belum selesai": Progress.OPEN,
        "rina selesai": Progress.CLOSED,
        "ditolak rina": Progress.REFUSED,
        "rina dicabut": Progress.WITHDRAWN,
        "rina gugur": Progress.LAPSED,
        "rina open": Progress.OPEN,
        "rina": None,
    }.items():
        assert sought(text).progress is progress, text
        assert sought(text).words == ("rina",)
    assert sought("selesai").words == ()
    assert Progress.CLOSED.states == set(CaseState) - {CaseState.OPEN}
    assert Progress.OPEN.states == {CaseState.OPEN}


def test_a_day_may_be_said_as_people_say_it():
    for text in ("24 November 2026", "24-11-2026", "24/11/26", "24.11.2026", "24 november"):
        assert sought(text).day == date(2026, 11, 24), text
    assert sought("hari ini").day == TODAY
    assert sought("kemarin").day == date(2026, 11, 30)
    assert sought("5 desember").day == date(2025, 12, 5)
    assert sought("Agustus 2026").month == date(2026, 8, 1)


def test_a_day_that_no_calendar_has_is_asked_for_again():
    for text in ("31-02-2026", "32 november", "13/2026"):
        with pytest.raises(NotADate):
            sought(text)


@pytest.mark.parametrize("text", ["", " ", "r", "👍", "%", "_", "%%__*?", "…", "' --", "a b c"])
def test_without_a_word_number_or_day_nothing_is_looked_for(text):
    with pytest.raises(SearchEmpty):
        sought(text)


def test_more_than_anybody_looks_for_is_refused():
    for text in ("x" * 4096, "a1 " * 40, " ".join(f"kata{one}" for one in range(MOST_WORDS + 1))):
        with pytest.raises(SearchTooLong) as refused:
            sought(text)
        assert (refused.value.longest, refused.value.most) == (LONGEST, MOST_WORDS)


def test_nobody_is_looked_for_by_the_number_of_a_person():
    for text in ("3175034708900001", "rina 3175 0347 0890 0001", "317503-470890-0001"):
        with pytest.raises(SearchByNumberOfPerson):
            sought(text)


def test_an_initial_is_left_out_of_a_name():
    assert sought("M Rizki").words == ("rizki",)
    assert sought("Moh. Rizki").words == ("moh", "rizki")


def test_wildcards_and_quotes_are_no_more_than_signs():
    assert sought("50% dinas_kesehatan; DROP").words == ("50", "dinas", "kesehatan", "drop")


@given(st.text(max_size=300))
def test_whatever_is_typed_is_understood_or_refused_in_words(text):
    try:
        found = sought(text)
    except Refusal:
        return
    assert found.clues or found.progress
    assert all(one.terms for one in found.clues)


def test_whoever_changes_how_terms_are_made_raises_the_number_of_their_rules():
    """Or cases of before are not found: a start makes terms anew where that number is lower."""
    assert (RULES, digest_of(*sorted(of_rina()))) == (1, "aYLOQXZZ")
    assert TermKind.DAY.term("2026-11-23") in of_rina()
