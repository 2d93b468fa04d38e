"""A letter's words: the procedure's template with what is known of the case in its places."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workflow.forms import AnswerKind, Item, Question
from workflow.office import Office
from workflow.plain_text import masked
from workflow.procedure import PLACE, Letter, Procedure

NOTHING = "-"  # what a letter says of files that do not go with it

_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
_ENDS = ".:;!?…"
_UNITS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterText:
    """A letter's words, ready to be drawn."""

    subject: str
    to: tuple[str, ...]
    attachments: str
    body: tuple[str, ...]
    copies: tuple[str, ...]
    nature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a letter may say: what was asked and told, how many files lie where, and the office."""

    items: tuple[Item, ...]
    answers: Mapping[str, str]
    files: Mapping[str, int]  # of each slot
    answering: int  # how many files go to the applicant with the letter
    office: Office

    def words(self) -> dict[str, str]:
        """The words for each place that can be filled."""
        head = self.office.letterhead
        words = {"dinas": head.name, "daerah": head.region}
        for item in self.items:
            if not isinstance(item, Question):
                words[item.id] = counted(self.files.get(item.id, 0))
            elif item.id in self.answers:
                words[item.id] = in_words(item, self.answers[item.id])
        return words


def written(letter: Letter, known: Known) -> LetterText:
    """Fill the template. A place without an answer stays visible as dots, as on paper."""
    words = known.words()

    def filled(text: str) -> str:
        return PLACE.sub(lambda place: words.get(place[1], "……"), text)

    paragraphs = [
        part for text in (*letter.body, *letter.closing) for part in filled(text).split("\n")
    ]
    return LetterText(
        subject=filled(letter.subject),
        to=_addressed(filled(letter.to)),
        attachments=filled(_attachments(letter, known)),
        body=tuple(_closed(part) for part in paragraphs if part.strip()),
        copies=tuple(filled(copy) for copy in letter.copies),
        nature=filled(letter.nature),
    )


def _addressed(to: str) -> tuple[str, ...]:
    """The lines after "Yth.", the last of which says where: "di tempat" where nobody knows."""
    lines = [line for line in to.split("\n") if line.strip()]
    known = any(line.lstrip().lower().startswith("di ") for line in lines[1:])
    return tuple(lines if known else [*lines, "di tempat"])


def _closed(paragraph: str) -> str:
    """A paragraph ends with a full stop, whoever wrote its words."""
    text = paragraph.rstrip()
    return text if text[-1] in _ENDS else f"{text}."


def enclosed_with(letter: Letter, procedure: Procedure) -> frozenset[str]:
    """The slots whose files go with the letter: those that it counts, and those of the answer."""
    return procedure.answer_items | frozenset(PLACE.findall(letter.attachments))


def _attachments(letter: Letter, known: Known) -> str:
    """What goes with the letter: counted in its own words, or else the files of the answer."""
    if not letter.attachments:
        return f"{counted(known.answering)} berkas" if known.answering else NOTHING
    slots = {item.id for item in known.items if not isinstance(item, Question)}
    counts = [
        known.files.get(name, 0) for name in PLACE.findall(letter.attachments) if name in slots
    ]
    return NOTHING if counts and not any(counts) else letter.attachments


def counted(number: int) -> str:
    """A number of things as letters write it: "2 (dua)"."""
    return f"{number} ({_in_letters(number)})"


def _in_letters(number: int) -> str:
    """A number up to 99 in Indonesian words."""
    tens, units = divmod(number, 10)
    if number < 10:
        return _UNITS[number]
    if number == 10:
        return "sepuluh"
    if number == 11:
        return "sebelas"
    if number < 20:
        return f"{_UNITS[units]} belas"
    begun = f"{_UNITS[tens]} puluh"
    return f"{begun} {_UNITS[units]}" if units else begun


def in_words(question: Question, answer: str) -> str:
    """An answer as it is read: a day in Indonesian words, a NIK masked."""
    if question.kind is AnswerKind.DATE:
        on = date.fromisoformat(answer)
        return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"
    if question.masked:
        return masked(answer)
    return answer
