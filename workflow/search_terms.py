"""By what a case is found: terms, each a short text, of which the books keep nothing but a hash.

What a person types becomes terms in the same way (`workflow/seeking.py`), so both meet here.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NewType

from workflow.case import Case
from workflow.forms import AnswerKind, Question
from workflow.ids import ServiceId
from workflow.names import beginnings, joined, sound, words_in
from workflow.procedure import Procedure

Term = NewType("Term", str)

# Cases whose terms were made by older rules are given new ones at the next start.
RULES = 1
SHORTEST_PART = 3  # digits of a registration number
# Answers by which a case is found, beside its subject.
_FOUND_BY = frozenset({AnswerKind.NAME, AnswerKind.LETTER_NUMBER})


class TermKind(StrEnum):
    """What a term says of a case."""

    BEGINNING = "b"  # of one of its words
    WHOLE = "w"  # one of its words, or two neighbours written as one
    SOUND = "s"
    NUMBER = "n"
    YEAR = "y"
    MONTH = "m"
    DAY = "d"
    SERVICE = "k"

    def term(self, text: str = "") -> Term:
        return Term(f"{self.value}{text}")


def terms_of(
    case: Case, procedure: Procedure | None, opened_on: date, letters: Iterable[str] = ()
) -> frozenset[Term]:
    """Everything by which a case is found; less where its SOP cannot be read.

    *opened_on* is the day in the office's own zone, *letters* the numbers of its letters.
    """
    found = set(terms_of_text(case.subject))
    for text in (*_names(case, procedure), *letters):
        found |= terms_of_text(text)
    found |= _registration(case.number)
    found |= _dates(opened_on)
    found |= {of_service(None), of_service(case.service)}
    return frozenset(found)


def terms_of_text(text: str) -> frozenset[Term]:
    """A name, a subject, the number of a letter: its words and digits."""
    words = words_in(text)
    found: set[Term] = set()
    for word in words:
        found |= _number(word) if word.isdecimal() else _word(word)
    found |= {TermKind.WHOLE.term(one) for one in joined([one for one in words if one.isalpha()])}
    return frozenset(found)


def of_service(service: ServiceId | None) -> Term:
    """The term of every case of an SOP, or of one of its services."""
    return TermKind.SERVICE.term(service or "")


def _word(word: str) -> set[Term]:
    found = {TermKind.BEGINNING.term(one) for one in beginnings(word)} | of_sound(word)
    return found | {TermKind.WHOLE.term(word)}


def of_sound(word: str) -> frozenset[Term]:
    """By what sounds like it; nothing for a word so short that all sounds like it."""
    heard = sound(word)
    return frozenset({TermKind.SOUND.term(heard)} if heard else ())


def _number(digits: str) -> set[Term]:
    return {TermKind.NUMBER.term(digits), TermKind.NUMBER.term(plain_number(digits))}


def plain_number(digits: str) -> str:
    """As it is said: "00017" is 17."""
    return digits.lstrip("0") or "0"


def _registration(number: str) -> set[Term]:
    """Of "PDK-2026-00017" each part of the running number, and the number as it is said."""
    running = number.rpartition("-")[2]
    parts = {
        running[start:end]
        for start in range(len(running))
        for end in range(start + SHORTEST_PART, len(running) + 1)
    }
    return {TermKind.NUMBER.term(one) for one in {*parts, plain_number(running)}}


def _dates(day: date) -> set[Term]:
    return {
        TermKind.YEAR.term(str(day.year)),
        TermKind.MONTH.term(f"{day:%Y-%m}"),
        TermKind.DAY.term(day.isoformat()),
    }


def _names(case: Case, procedure: Procedure | None) -> Iterable[str]:
    """Answers that name somebody, and numbers of letters; nothing that is private."""
    if procedure is None:
        return []
    asked = [one for one in procedure.every_item() if isinstance(one, Question)]
    return [
        case.answers[one.id]
        for one in asked
        if one.kind in _FOUND_BY and not one.private and one.id in case.answers
    ]
