from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.builders import a_question, a_slot
from workflow.answers import doubts_about, parse_day, read_answer
from workflow.errors import (
    AnswerEmpty,
    AnswerTooLong,
    DateOutOfRange,
    NotAChoice,
    NotADate,
    NotALetterNumber,
    NotAName,
    NotAnEmail,
    NotANumber,
    NotAPhone,
    NotSixteenDigits,
    NumberAmongWords,
    NumberDayUnknown,
    NumberEndsEmpty,
    Refusal,
    TooManyLines,
)
from workflow.forms import AnswerKind, MediaType
from workflow.person_numbers import NumberDoubt
from workflow.plain_text import MOST_LINES, clean, masked, names_a_number, without_numbers

TODAY = date(2026, 11, 23)
MAN, WOMAN = "3175031209780001", "3175035209780001"


def read(text, kind=AnswerKind.TEXT, **more):
    return read_answer(a_question(kind, **more), text, today=TODAY)


class TestWords:
    def test_are_kept_as_they_are_said(self):
        assert read("Dinas Kesehatan") == "Dinas Kesehatan"

    def test_lose_the_space_around_and_between(self):
        assert read("  Dinas \t Kesehatan\n") == "Dinas Kesehatan"

    @pytest.mark.parametrize(
        "said",
        [
            "Dinas 🏥 Kesehatan 👩‍⚕️",
            "<b>tebal</b> & *miring* _garis_",
            "دائرة الصحة",
            "' OR 1=1; --",
            "{nik}",
        ],
    )
    def test_may_hold_whatever_people_write(self, said):
        assert read(said) == said

    def test_lose_marks_that_turn_the_direction_of_what_follows(self):
        assert (
            read("surat\u202efdp.exe\u202c \u2067x\u2069 \u061cy \u200fz") == "suratfdp.exe x y z"
        )

    def test_lose_control_characters(self):
        assert read("Dinas\x00 Kese\x07hatan\x9b\x7f") == "Dinas Kesehatan"

    def test_lose_halves_of_characters_that_no_book_can_keep(self):
        assert read("Dinas \ud83d Kesehatan") == "Dinas Kesehatan"

    @pytest.mark.parametrize(
        "said",
        [
            *("", "   ", "\n\t", "\u200e\u200f", "\u200b", "\u2060\xad", "\u200d\ufeff"),
            *("\u3164", "\u2800\u2800", "\ufe0f", "\u0301\u0301", "\U000e0041"),
        ],
    )
    def test_that_nobody_can_see_are_no_answer(self, said):
        with pytest.raises(AnswerEmpty) as refused:
            read(said, example="Dinas Kesehatan")
        assert refused.value.example == "Dinas Kesehatan"

    @pytest.mark.parametrize("said", ["-", "--", "…", ".", "?", "–", "( )", "👍"])
    def test_of_signs_alone_are_no_name_of_an_agency(self, said):
        with pytest.raises(AnswerEmpty):
            read(said, example="Dinas Kesehatan")

    @pytest.mark.parametrize("said", ["7", "RT", "ꦝꦶꦤꦱ꧀", "卫生局"])
    def test_of_one_letter_or_digit_in_any_script_are_an_answer(self, said):
        assert read(said) == said

    def test_that_are_too_many_are_counted(self):
        with pytest.raises(AnswerTooLong) as refused:
            read("a" * 5000, longest=120)
        assert (refused.value.longest, refused.value.length) == (120, 5000)

    def test_may_be_as_many_as_the_question_takes(self):
        assert len(read("a" * 120, longest=120)) == 120

    def test_in_several_lines_become_one(self):
        assert read("Dinas\nKesehatan") == "Dinas Kesehatan"


class TestLongWords:
    def test_keep_their_lines(self):
        said = "Jumlah penduduk\r\n\r\n  per kelurahan \n"
        assert read(said, AnswerKind.LONG_TEXT) == "Jumlah penduduk\n\nper kelurahan"

    def test_may_be_a_thousand_characters(self):
        assert len(read("a" * 1000, AnswerKind.LONG_TEXT)) == 1000
        with pytest.raises(AnswerTooLong) as refused:
            read("a" * 1001, AnswerKind.LONG_TEXT)
        assert refused.value.longest == 1000

    def test_may_be_fewer_where_the_sop_says_so(self):
        with pytest.raises(AnswerTooLong) as refused:
            read("a" * 301, AnswerKind.LONG_TEXT, longest=300)
        assert refused.value.longest == 300


class TestNumbers:
    @pytest.mark.parametrize(
        ("said", "kept"),
        [
            ("12", "12"),
            ("0012", "12"),
            ("1.250", "1250"),
            ("1 250", "1250"),
            ("12.345.678", "12345678"),
        ],
    )
    def test_are_kept_without_separators(self, said, kept):
        assert read(said, AnswerKind.NUMBER, highest=99_999_999) == kept

    @pytest.mark.parametrize(
        "said",
        [
            "dua",
            "-3",
            "1,5",
            "1.5",
            "12.34",
            "1.2345",
            "1e5",
            "٣",
            "３",
            "²",
            "12 orang",
            "9" * 150,
            ".",
        ],
    )
    def test_that_could_be_misread_are_refused_with_an_example(self, said):
        with pytest.raises(NotANumber) as refused:
            read(said, AnswerKind.NUMBER, example="12")
        assert refused.value.example == "12"

    def test_lie_within_what_the_question_takes(self):
        assert read("5", AnswerKind.NUMBER, lowest=5, highest=7) == "5"
        for said in ("4", "8"):
            with pytest.raises(NotANumber) as refused:
                read(said, AnswerKind.NUMBER, lowest=5, highest=7)
            assert (refused.value.lowest, refused.value.highest) == (5, 7)


class TestDays:
    @pytest.mark.parametrize(
        "said",
        [
            "23-11-2026",
            "23/11/2026",
            "23.11.2026",
            "23 11 2026",
            "2026-11-23",
            "2026/11/23",
            "23 November 2026",
            "23 november 2026",
            "23 NOPEMBER 2026",
            "23 Nov. 2026",
            "23-Nov-2026",
            "23, November, 2026",
            "Senin, 23 November 2026",
            "November 23, 2026",
        ],
    )
    def test_are_read_in_the_spellings_that_people_use(self, said):
        assert read(said, AnswerKind.DATE) == "2026-11-23"

    @pytest.mark.parametrize(
        ("said", "month"),
        [
            ("Januari", 1),
            ("pebruari", 2),
            ("Mar", 3),
            ("Mei", 5),
            ("agt", 8),
            ("Okt", 10),
            ("Des", 12),
        ],
    )
    def test_know_the_months_by_name(self, said, month):
        assert parse_day(f"1 {said} 2026") == date(2026, month, 1)

    @pytest.mark.parametrize(
        "said",
        [
            "kemarin",
            "31-02-2026",
            "29 Februari 2026",
            "23-13-2026",
            "11-23-2026",
            "23-11-26",
            "23 November",
            "2026",
            "0-1-2026",
            "٢٣-١١-٢٠٢٦",
            "99999999999999999999-11-2026",
            "1-99999999999999999999-2026",
            "23-11-99999",
            "🗓",
        ],
    )
    def test_that_are_no_days_are_refused_with_an_example(self, said):
        with pytest.raises(NotADate) as refused:
            read(said, AnswerKind.DATE, example="23 November 2026")
        assert refused.value.example == "23 November 2026"

    @pytest.mark.parametrize("said", ["31-12-1899", "1-1-2037", "1-1-0001", "31-12-9999"])
    def test_that_make_no_sense_are_refused_with_what_does(self, said):
        with pytest.raises(DateOutOfRange) as refused:
            read(said, AnswerKind.DATE)
        assert (refused.value.earliest, refused.value.latest) == (
            date(1900, 1, 1),
            date(2036, 12, 31),
        )

    def test_of_a_leap_year_are_days(self):
        assert read("29-02-2024", AnswerKind.DATE) == "2024-02-29"


class TestNames:
    @pytest.mark.parametrize("said", ["Rina Wulandari, S.KM", "Ujang", "Bo", "李明", "محمد"])
    def test_are_kept_as_they_were_written(self, said):
        assert read(said, AnswerKind.NAME) == said

    @pytest.mark.parametrize("said", ["123", "-", "A.", "😀😀", "08123456789 x"])
    def test_of_fewer_than_two_letters_are_refused(self, said):
        with pytest.raises(NotAName) as refused:
            read(said, AnswerKind.NAME, example="Rina Wulandari")
        assert refused.value.example == "Rina Wulandari"


class TestLetterNumbers:
    @pytest.mark.parametrize(
        "said", ["470/1234/DUKCAPIL", "B-123", "S - 45 / PJ.1 / 2026", "No. 7 Tahun 2026"]
    )
    def test_are_kept_as_their_office_writes_them(self, said):
        assert read(said, AnswerKind.LETTER_NUMBER) == said

    @pytest.mark.parametrize("said", ["belum ada", "-", "12", "///"])
    def test_without_a_number_in_them_are_refused(self, said):
        with pytest.raises(NotALetterNumber) as refused:
            read(said, AnswerKind.LETTER_NUMBER, example="470/1234/DUKCAPIL")
        assert refused.value.example == "470/1234/DUKCAPIL"


class TestNik:
    @pytest.mark.parametrize(
        "said", ["NIK saya 3175034708900001", "3175 0347 0890 0001, terima kasih"]
    )
    def test_among_words_is_found(self, said):
        assert read(said, AnswerKind.NIK) == "3175034708900001"

    def test_of_two_neither_is_chosen(self):
        with pytest.raises(NotSixteenDigits):
            read("3175034708900001 atau 3175034708900002", AnswerKind.NIK)

    @pytest.mark.parametrize(
        "said", [MAN, WOMAN, "3175 0312 0978 0001", "31.75.03.120978.0001", "317503-120978-0001"]
    )
    def test_is_kept_as_sixteen_digits(self, said):
        assert read(said, AnswerKind.NIK) in {MAN, WOMAN}

    @pytest.mark.parametrize(
        ("said", "digits"),
        [
            ("123", 3),
            ("317503120978001", 15),
            ("31750312097800011", 17),
            ("3175O31209780001", 15),  # a letter for a nought
            ("٣١٧٥٠٣١٢٠٩٧٨٠٠٠١", 0),  # digits that the registry does not write
        ],
    )
    @pytest.mark.parametrize("kind", [AnswerKind.NIK, AnswerKind.KK])
    def test_of_another_length_is_told_how_many_digits_it_has(self, kind, said, digits):
        with pytest.raises(NotSixteenDigits) as refused:
            read(said, kind)
        assert refused.value.digits == digits

    @pytest.mark.parametrize(
        ("said", "why"),
        [
            ("3175030009780001", "no day 0"),
            ("3175033209780001", "no day 32"),
            ("3175034009780001", "no day 0 of a woman"),
            ("3175037209780001", "no day 32 of a woman"),
            ("3175031213780001", "no month 13"),
            ("3175031200780001", "no month 0"),
            ("3175033002780001", "no thirtieth of February"),
            ("3175032902990001", "1999 was no leap year, nor will 2099 be"),
        ],
    )
    def test_with_a_day_of_birth_that_is_none_is_told_so(self, said, why):
        with pytest.raises(NumberDayUnknown):
            read(said, AnswerKind.NIK)

    def test_whose_order_is_nought_is_told_so(self):
        with pytest.raises(NumberEndsEmpty):
            read("3175031209780000", AnswerKind.NIK)

    def test_with_words_within_it_is_asked_for_alone(self):
        with pytest.raises(NumberAmongWords):
            read("31750312 dan 09780001", AnswerKind.NIK)

    def test_with_other_signs_within_it_is_read(self):
        assert read("317503/120978/0001", AnswerKind.NIK) == MAN

    @pytest.mark.parametrize("day", ["41", "71"])
    def test_of_a_woman_counts_the_day_from_forty_on(self, day):
        assert read(f"317503{day}01780001", AnswerKind.NIK)

    def test_of_the_leap_day_of_either_century_is_one(self):
        assert read("3175032902000001", AnswerKind.NIK)

    @pytest.mark.parametrize("province", ["11", "19", "21", "36", "53", "65", "76", "82", "96"])
    def test_may_come_from_every_province(self, province):
        assert read(f"{province}75031209780001", AnswerKind.NIK)

    @pytest.mark.parametrize("province", ["10", "20", "54", "97"])
    def test_of_a_province_we_do_not_know_is_taken_and_doubted(self, province):
        number = f"{province}75031209780001"
        assert read(number, AnswerKind.NIK) == number
        assert doubts_about(a_question(AnswerKind.NIK), number) == (NumberDoubt.PROVINCE,)

    @pytest.mark.parametrize(
        ("number", "doubts"),
        [
            (MAN, ()),
            (WOMAN, (NumberDoubt.DAY,)),  # a KK knows no women
            ("3175030000000001", (NumberDoubt.DAY,)),
            ("3175039912780001", (NumberDoubt.DAY,)),
            ("3175031209780000", (NumberDoubt.ORDER,)),
            ("1075039999990000", (NumberDoubt.PROVINCE, NumberDoubt.DAY, NumberDoubt.ORDER)),
        ],
    )
    def test_of_a_family_card_is_taken_whatever_its_parts_and_doubted(self, number, doubts):
        assert read(number, AnswerKind.KK) == number
        assert doubts_about(a_question(AnswerKind.KK), number) == doubts

    def test_is_doubted_and_nothing_else_is(self):
        assert doubts_about(a_question(AnswerKind.NIK), MAN) == ()
        assert doubts_about(a_question(), "apa saja") == ()

    def test_never_stands_whole_on_a_screen(self):
        assert masked(MAN) == "3175••••••••0001"
        assert masked("12345678") == "••••••••"
        assert a_question(AnswerKind.NIK).masked
        assert a_question(AnswerKind.KK).masked
        assert a_question(private=True).masked
        assert not a_question().masked


class TestTelephones:
    @pytest.mark.parametrize(
        "said",
        [
            "081234567890",
            "0812 3456 7890",
            "0812-3456-7890",
            "+62 812 3456 7890",
            "6281234567890",
            "0062 812 3456 7890",
            "+62 (0)812-3456-7890",
            "81234567890",
        ],
    )
    def test_are_kept_in_one_way(self, said):
        assert read(said, AnswerKind.PHONE) == "+6281234567890"

    def test_of_an_office_are_telephones_too(self):
        assert read("(021) 555-0100", AnswerKind.PHONE) == "+62215550100"

    @pytest.mark.parametrize(
        "said",
        ["0812", "+1 555 123 4567", "nol delapan", "08123456789012345", "０８１２３４５６７８９０"],
    )
    def test_of_other_lands_or_none_are_refused(self, said):
        with pytest.raises(NotAPhone):
            read(said, AnswerKind.PHONE)


class TestEmail:
    @pytest.mark.parametrize("said", ["rina@dinkes.go.id", "r.w+data@x-y.co", "RINA@Contoh.ID"])
    def test_is_kept_as_it_is(self, said):
        assert read(said, AnswerKind.EMAIL) == said

    @pytest.mark.parametrize(
        "said",
        [
            "rina",
            "rina@",
            "@x.id",
            "rina@x",
            "a b@x.id",
            "a@b@x.id",
            "<a@x.id>",
            "a@x..id",
            "a@x.id.",
        ],
    )
    def test_that_is_none_is_refused(self, said):
        with pytest.raises(NotAnEmail):
            read(said, AnswerKind.EMAIL)


class TestChoices:
    choices = ("Pelayanan publik", "Penelitian")

    def test_may_be_written_instead_of_pressed(self):
        assert read(" penelitian ", AnswerKind.CHOICE, choices=self.choices) == "Penelitian"

    @pytest.mark.parametrize("said", ["Lainnya", "1", "Pelayanan"])
    def test_that_are_not_offered_are_refused(self, said):
        with pytest.raises(NotAChoice):
            read(said, AnswerKind.CHOICE, choices=self.choices)


@given(st.sampled_from(AnswerKind), st.text(max_size=400))
def test_whatever_is_written_is_kept_or_refused_and_nothing_else_happens(kind, said):
    question = a_question(kind, choices=("Ya", "Tidak"))
    try:
        kept = read_answer(question, said, today=TODAY)
    except Refusal:
        return
    assert kept
    assert read_answer(question, kept, today=TODAY) == kept


@given(st.text(max_size=200), st.booleans())
def test_what_is_clean_stays_as_it_is(said, lines):
    cleaned = clean(said, lines=lines)
    assert clean(cleaned, lines=lines) == cleaned
    cleaned.encode()


@given(st.dates(date(1900, 1, 1), date(2036, 12, 31)))
def test_a_day_is_read_in_every_order(day):
    for spelling in (
        day.strftime("%d-%m-%Y"),
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
    ):
        assert read(spelling, AnswerKind.DATE) == day.isoformat()


@given(st.text(max_size=60))
def test_a_masked_number_shows_at_most_its_ends(number):
    hidden = masked(number)
    assert len(hidden) == len(number)
    assert hidden[4:-4] == "•" * len(number[4:-4])


@pytest.mark.parametrize(
    "written",
    [
        "3175034708900023",
        "3175 0347 0890 0023",
        "3175.0347.0890.0023",
        "317503-470890-0023",
    ],
)
def test_a_number_of_a_person_among_words_is_masked(written):
    assert without_numbers(f"NIK {written}, lahir") == "NIK 3175••••••••0023, lahir"
    assert names_a_number(f"NIK {written}, lahir")


@pytest.mark.parametrize(
    "words",
    [
        "197204121998032001",
        "045/1234/DINKES/XI/2026",
        "0812 3456 7890",
        "20-11-2026 s.d. 30-11-2026",
        "Rp 1.250.000.000",
    ],
)
def test_other_numbers_are_left_alone(words):
    assert without_numbers(words) == words
    assert not names_a_number(words)


@pytest.mark.parametrize("mistyped", ["317503470890002", "31750347089000233"])
def test_a_number_with_a_digit_too_many_or_too_few_is_still_somebodys(mistyped):
    assert names_a_number(mistyped)


def test_a_slot_says_what_it_takes():
    assert a_slot().accepted == "PDF, JPEG, PNG"
    assert a_slot(accept=(MediaType.XLSX, MediaType.CSV)).accepted == "XLSX, CSV"


def test_an_answer_of_many_lines_is_refused_and_empty_lines_are_folded():
    asked = a_question(AnswerKind.LONG_TEXT)
    told = "Data penduduk\n\n\n\n\nper kecamatan"
    assert read_answer(asked, told, today=TODAY) == "Data penduduk\n\nper kecamatan"
    with pytest.raises(TooManyLines) as refused:
        read_answer(asked, "x\n" * 399 + "x", today=TODAY)
    assert (refused.value.most, refused.value.lines) == (MOST_LINES, 400)
    assert read_answer(asked, "x" + "\n" * 990 + "y", today=TODAY) == "x\n\ny"


@pytest.mark.parametrize(
    ("told", "day"),
    [("30/6/26", "2026-06-30"), ("2.11.85", "1985-11-02"), ("1 Agustus 26", "2026-08-01")],
)
def test_a_year_of_two_digits_is_the_nearer_one(told, day):
    assert read(told, AnswerKind.DATE) == day


def test_a_day_that_could_be_a_year_is_still_asked_again():
    assert parse_day("26-11-3") is None
    assert parse_day("30/6/126") is None
