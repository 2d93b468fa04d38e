"""What a person is asked: questions and slots for files, and which answers are good ones."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

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
    TooManyLines,
)
from workflow.ids import ItemId
from workflow.person_numbers import (
    NumberDoubt,
    doubts_about_kk,
    doubts_about_nik,
    read_kk,
    read_nik,
)

Words = Annotated[str, Field(min_length=1, max_length=400)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,23}$")]
# A day, the day on which the answer is given, or the answer to another question.
Bound = Annotated[str, Field(pattern=r"^([a-z][a-z0-9_]{0,23}|\d{4}-\d\d-\d\d)$")]
TODAY = "today"

LONGEST_ANSWER = 1000
MOST_LINES = 40  # of one answer or reason: a paper sets each on a line of its own
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
# Controls, marks of direction, and halves of characters, which no book can keep.
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f"
    r"\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff]"
)
# Letters that print nothing though Unicode calls them letters or signs: fillers, the blank braille.
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_PRINTS = frozenset("LNPS")
_TELLS = frozenset("LN")
# Sixteen digits as people write a NIK or KK number: together, by fours, or by its parts.
_PERSONS = re.compile(
    r"(?<!\d)(?:\d{16}|\d{4}([ .-])\d{4}\1\d{4}\1\d{4}|\d{6}([ .-])\d{6}\2\d{4})(?!\d)"
)
# The same with a digit too many or too few.
_NEARLY_PERSONS = re.compile(r"(?<!\d)(?:\d[ .-]?){14,16}\d(?!\d)")
_LAST_CENTURY = 50  # from here on, a year of two digits is of the last century
_NUMBER = re.compile(r"[0-9]{1,15}|[0-9]{1,3}([. ][0-9]{3}){1,4}")
_EMAIL = re.compile(r"^[^@\s<>]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")


class AnswerKind(StrEnum):
    """How an answer is read."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NAME = "name"
    NUMBER = "number"
    DATE = "date"
    NIK = "nik"
    KK = "kk"
    PHONE = "phone"
    EMAIL = "email"
    CHOICE = "choice"
    LETTER_NUMBER = "letter_number"


class MediaType(StrEnum):
    """What a file is by its bytes."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    XLSX = "xlsx"
    CSV = "csv"


class Condition(BaseModel):
    """When what is optional must be there after all: one of these was chosen before."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    question: Name
    answers: Annotated[tuple[str, ...], Field(min_length=1)]

    def holds(self, told: Mapping[str, str]) -> bool:
        return told.get(self.question) in self.answers


class Question(BaseModel):
    """One thing to be told in words."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Name
    ask: Words
    title: Annotated[str, Field(min_length=1, max_length=60)]
    kind: AnswerKind = AnswerKind.TEXT
    example: Annotated[str, Field(min_length=1, max_length=120)]
    choices: tuple[Annotated[str, Field(min_length=1, max_length=60)], ...] = ()
    longest: Annotated[int, Field(ge=1, le=LONGEST_ANSWER)] = 200
    lowest: int = 0
    highest: int = 1_000_000
    not_before: Bound | None = None
    not_after: Bound | None = None
    optional: bool = False
    required_when: Condition | None = None
    private: bool = False

    @property
    def most(self) -> int:
        """How many characters the answer may have."""
        if self.kind is AnswerKind.LONG_TEXT and "longest" not in self.model_fields_set:
            return LONGEST_ANSWER
        return self.longest

    @property
    def masked(self) -> bool:
        """True when the answer never stands whole in a chat."""
        return self.private or self.kind in {AnswerKind.NIK, AnswerKind.KK}


class Slot(BaseModel):
    """One thing to be handed in as a file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Name
    ask: Words
    title: Annotated[str, Field(min_length=1, max_length=60)]
    example: Annotated[str, Field(min_length=1, max_length=200)]
    accept: tuple[MediaType, ...] = (MediaType.PDF, MediaType.JPEG, MediaType.PNG)
    most: Annotated[int, Field(ge=1, le=10)] = 5
    optional: bool = False
    required_when: Condition | None = None
    # Takes only a PDF that carries an intact electronic signature.
    signed: bool = False
    # Stays in the office: a draft, evidence; never sent to the applicant.
    internal: bool = False

    @property
    def accepted(self) -> str:
        return ", ".join(media.value.upper() for media in self.accept)


Item = Question | Slot


def item_id(item: Item) -> ItemId:
    return ItemId(item.id)


def is_optional(item: Item, told: Mapping[str, str]) -> bool:
    """Whether an item may be left out, given what has been told by now."""
    needed = item.required_when is not None and item.required_when.holds(told)
    return item.optional and not needed


def read_answer(question: Question, text: str, *, today: date) -> str:
    """Return the answer in the form that is kept, or refuse it with what is wrong.

    Days are kept as ISO 8601, numbers without separators, telephone numbers as +62….
    """
    said = clean(text, lines=question.kind is AnswerKind.LONG_TEXT)
    if not is_visible(said):
        raise AnswerEmpty(example=question.example)
    ensure_fits(said, longest=question.most)
    return _READERS[question.kind](question, said, today)


def says_something(text: str) -> bool:
    """True when there is a letter or a digit, in whichever script: "-" and "…" tell nothing."""
    return any(unicodedata.category(sign)[0] in _TELLS and sign not in _BLANKS for sign in text)


def is_visible(text: str) -> bool:
    """True when there is anything to read: a letter, digit or sign, not only marks and fillers."""
    return any(unicodedata.category(sign)[0] in _PRINTS and sign not in _BLANKS for sign in text)


def clean(text: str, *, lines: bool) -> str:
    """Drop control and direction marks; fold spaces; keep line breaks where lines are wanted.

    Of empty lines that follow each other one is left.
    """
    plain = _CONTROLS.sub("", text.replace("\r\n", "\n"))
    if not lines:
        return " ".join(plain.split())
    told = "\n".join(" ".join(line.split()) for line in plain.split("\n")).strip()
    return re.sub(r"\n{3,}", "\n\n", told)


def ensure_fits(said: str, *, longest: int) -> None:
    """Refuse what is longer, or has more lines, than a paper has room for."""
    if len(said) > longest:
        raise AnswerTooLong(longest=longest, length=len(said))
    lines = said.count("\n") + 1
    if lines > MOST_LINES:
        raise TooManyLines(most=MOST_LINES, lines=lines)


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
    found = [match[0] for match in _PERSONS.finditer(said)]
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


def without_numbers(text: str) -> str:
    """*text* with each number of a person in it masked."""
    return _PERSONS.sub(lambda found: masked(re.sub(r"[ .-]", "", found[0])), text)


def names_a_number(text: str) -> bool:
    """True when words hold the number of a person, perhaps mistyped by a digit."""
    return _NEARLY_PERSONS.search(text) is not None


def masked(number: str) -> str:
    """Show only the ends of a number: "3175••••••••0001". A chat lies on servers abroad."""
    if len(number) <= 8:
        return "•" * len(number)
    return number[:4] + "•" * (len(number) - 8) + number[-4:]
