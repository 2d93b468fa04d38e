from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workflow.numbering import (
    ALPHABET,
    CODE_LENGTH,
    decree_number,
    letter_number,
    readable_code,
    registration_number,
)


def test_a_registration_number_tells_service_year_and_turn():
    assert registration_number("PDK", 2026, 17) == "PDK-2026-00017"


def test_the_hundred_thousandth_case_of_a_year_keeps_its_number():
    assert registration_number("PDK", 2026, 100_000) == "PDK-2026-100000"


def test_a_letter_number_is_written_as_offices_write_it():
    assert letter_number("470", 12, "DUKCAPIL", date(2026, 11, 23)) == "470/12/DUKCAPIL/XI/2026"
    assert letter_number("470.1", 3, "DKPS", date(2027, 1, 4)) == "470.1/3/DKPS/I/2027"


def test_every_month_has_its_roman_number():
    months = [letter_number("470", 1, "X", date(2026, n, 1)).split("/")[3] for n in range(1, 13)]
    assert months == ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


@given(st.binary(min_size=8, max_size=32))
def test_a_code_can_be_read_aloud_over_a_counter(random_bytes):
    code = readable_code(random_bytes)
    assert len(code) == CODE_LENGTH
    assert set(code) <= set(ALPHABET)
    assert not set(code) & set("01OIL")


@given(st.integers(0, 31**10 - 1), st.integers(0, 31**10 - 1))
def test_other_noise_gives_another_code(one, other):
    codes = {readable_code(number.to_bytes(8, "big")) for number in (one, other)}
    assert len(codes) == len({one, other})


def test_a_decision_is_numbered_in_a_register_of_its_own():
    assert decree_number(3, "DKPS", date(2027, 1, 4)) == "3/SK/DKPS/I/2027"
