"""A letter's words: the procedure's template with the case's answers in their places."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workflow.forms import AnswerKind, Item, Question, masked
from workflow.procedure import PLACE, Letter

_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """A letter's words, ready to be drawn."""

    subject: str
    to: tuple[str, ...]
    attachments: str
    body: tuple[str, ...]
    copies: tuple[str, ...]
    nature: str


def written(letter: Letter, items: tuple[Item, ...], answers: Mapping[str, str]) -> LetterText:
    """Fill the template. A place without an answer stays visible as dots, as on paper."""
    words = {
        item.id: in_words(item, answers[item.id])
        for item in items
        if isinstance(item, Question) and item.id in answers
    }

    def filled(text: str) -> str:
        return PLACE.sub(lambda place: words.get(place[1], "……"), text)

    paragraphs = [
        part for text in (*letter.body, *letter.closing) for part in filled(text).split("\n")
    ]
    return LetterText(
        subject=filled(letter.subject),
        to=tuple(filled(letter.to).split("\n")),
        attachments=filled(letter.attachments),
        body=tuple(part for part in paragraphs if part.strip()),
        copies=tuple(filled(copy) for copy in letter.copies),
        nature=letter.nature,
    )


def in_words(question: Question, answer: str) -> str:
    """An answer as it is read: a day in Indonesian words, a NIK masked."""
    if question.kind is AnswerKind.DATE:
        on = date.fromisoformat(answer)
        return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
    if question.masked:
        return masked(answer)
    return answer
