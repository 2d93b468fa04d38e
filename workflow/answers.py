"""What counts as an answer, kind by kind, and the form in which it is kept."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from workflow.errors import (
    AnswerEmpty,
    DateOutOfRange,
    NotAChoice,
    NotADate,
    NotALetterNumber,
    NotAName,
    NotAnEmail,
    NotANumber,
    NotAPhone,
)
from workflow.forms import AnswerKind, Question
from workflow.person_numbers import (
    NumberDoubt,
    doubts_about_kk,
    doubts_about_nik,
    read_kk,
    read_nik,
)
from workflow.plain_text import clean, ensure_fits, is_visible, person_numbers_in, says_something

EARLIEST_YEAR = 1900
LETTERS_OF_A_NAME = 2  # the fewest
SHORTEST_LETTER_NUMBER = 3
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan", "january"),
            ("februari", "feb", "february", "pebruari"),
            ("maret", "mar", "march"),
            ("april", "apr"),
            ("mei", "may"),
            ("juni", "jun", "june"),
            ("juli", "jul", "july"),
            ("agustus", "agu", "agt", "ags", "august", "aug"),
            ("september", "sep", "sept"),
            ("oktober", "okt", "october", "oct"),
            ("november", "nov", "nopember"),
            ("desember", "des", "december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = frozenset(
    (
        *("senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
)
_LAST_CENTURY = 50  # from here on, a year of two digits is of the last century
_NUMBER = re.compile(r"[0-9]{1,15}|[0-9]{1,3}([. ][0-9]{3}){1,4}")
_EMAIL = re.compile(r"^[^@\s<>]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")


def read_answer(question: Question, text: str, *, today: date) -> str:
    """Return the answer in the form that is kept, or refuse it with what is wrong.

    Days are kept as ISO 8601, numbers without separators, telephone numbers as +62….
    """
    said = clean(text, lines=question.kind is AnswerKind.LONG_TEXT)
    if not is_visible(said):
        raise AnswerEmpty(example=question.example)
    ensure_fits(said, longest=question.most)
    return _READERS[question.kind](question, said, today)


def _words(question: Question, said: str, today: date) -> str:
    if not says_something(said):
        raise AnswerEmpty(example=question.example)
    return said


def _name(question: Question, said: str, today: date) -> str:
    """Somebody's name, in whichever script: two letters at least, which "123" has not."""
    if sum(unicodedata.category(sign)[0] == "L" for sign in said) < LETTERS_OF_A_NAME:
        raise NotAName(example=question.example)
    return said


def _number(question: Question, said: str, today: date) -> str:
    if not _NUMBER.fullmatch(said):
        raise _no_number(question)
    digits = said.replace(".", "").replace(" ", "")
    if not question.lowest <= int(digits) <= question.highest:
        raise _no_number(question)
    return str(int(digits))


def _no_number(question: Question) -> NotANumber:
    return NotANumber(lowest=question.lowest, highest=question.highest, example=question.example)


def _date(question: Question, said: str, today: date) -> str:
    found = parse_day(said)
    if found is None:
        raise NotADate(example=question.example)
    earliest, latest = date(EARLIEST_YEAR, 1, 1), date(today.year + 10, 12, 31)
    if not earliest <= found <= latest:
        raise DateOutOfRange(earliest=earliest, latest=latest)
    return found.isoformat()


def parse_day(said: str) -> date | None:
    """Read "23-11-2026", "23/11/26", "2026-11-23", "Senin, 23 November 2026", "November 23, 2026".

    A year of two digits is the nearer one: "26" is 2026 and "85" is 1985. Between dashes it is
    none, for "23-11-26" may begin with its year.
    """
    parts = [part for part in re.split(r"[\s./,-]+", said.lower()) if part]
    if parts and parts[0] in WEEKDAYS:
        del parts[0]
    if len(parts) != 3:
        return None
    if parts[0] in MONTHS:
        parts[:2] = parts[1], parts[0]
    elif len(parts[0]) == 4:
        parts.reverse()
    day, month, year = parts[0], str(MONTHS.get(parts[1], parts[1])), parts[2]
    if not re.fullmatch(r"[0-9]{1,2}-[0-9]{1,2}-([0-9]{4}|[0-9]{2})", f"{day}-{month}-{year}"):
        return None
    if len(year) == 2 and "-" in said:
        return None
    century = 0 if len(year) == 4 else 2000 if int(year) < _LAST_CENTURY else 1900
    try:
        return date(century + int(year), int(month), int(day))
    except ValueError:
        return None


def _nik(question: Question, said: str, today: date) -> str:
    return read_nik(_among_words(said), example=question.example)


def _kk(question: Question, said: str, today: date) -> str:
    return read_kk(_among_words(said), example=question.example)


def _among_words(said: str) -> str:
    """The one number of a person that words like "NIK saya 3175…" hold; else all that was said."""
    found = person_numbers_in(said)
    return found[0] if len(found) == 1 else said


def _phone(question: Question, said: str, today: date) -> str:
    digits = re.sub(r"[\s().-]", "", said)
    digits = re.sub(r"^(\+|00)?62", "", digits).removeprefix("0")
    if not (digits.isascii() and digits.isdecimal() and 7 <= len(digits) <= 12):
        raise NotAPhone(example=question.example)
    return "+62" + digits


def _email(question: Question, said: str, today: date) -> str:
    if not _EMAIL.match(said):
        raise NotAnEmail(example=question.example)
    return said


def _choice(question: Question, said: str, today: date) -> str:
    for choice in question.choices:
        if choice.casefold() == said.casefold():
            return choice
    raise NotAChoice


def _letter_number(question: Question, said: str, today: date) -> str:
    """Offices number letters each in its own way, but never without a digit."""
    if len(said) < SHORTEST_LETTER_NUMBER or not any(sign.isdecimal() for sign in said):
        raise NotALetterNumber(example=question.example)
    return said


_READERS: dict[AnswerKind, Callable[[Question, str, date], str]] = {
    AnswerKind.TEXT: _words,
    AnswerKind.LONG_TEXT: _words,
    AnswerKind.NAME: _name,
    AnswerKind.NUMBER: _number,
    AnswerKind.DATE: _date,
    AnswerKind.NIK: _nik,
    AnswerKind.KK: _kk,
    AnswerKind.PHONE: _phone,
    AnswerKind.EMAIL: _email,
    AnswerKind.CHOICE: _choice,
    AnswerKind.LETTER_NUMBER: _letter_number,
}


def doubts_about(question: Question, answer: str) -> tuple[NumberDoubt, ...]:
    """What is unusual about an answer that was taken; whoever gave it looks at it once more."""
    match question.kind:
        case AnswerKind.NIK:
            return doubts_about_nik(answer)
        case AnswerKind.KK:
            return doubts_about_kk(answer)
    return ()
