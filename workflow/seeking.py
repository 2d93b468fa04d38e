"""What somebody looks for, out of the words they typed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from workflow.answers import MONTHS, parse_day
from workflow.case import CaseState
from workflow.errors import NotADate, SearchByNumberOfPerson, SearchEmpty, SearchTooLong
from workflow.ids import ProcedureId
from workflow.names import SHORTEST, beginning, fold, name_words, words_in
from workflow.plain_text import clean, names_a_number
from workflow.procedure import Procedure
from workflow.search_terms import Term, TermKind, of_service, of_sound, plain_number

LONGEST = 100  # characters
MOST_WORDS = 8
_EXAMPLE = "24 November 2026"
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAYS = re.compile(
    rf"(?<![\w/.-])(\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d{{1,2}}-\d{{1,2}}"
    rf"|\d{{1,2}}\s+(?:{_MONTH})(?:\s+\d{{4}})?)(?![\w/-])"
)
_MONTHS = re.compile(rf"(?<![\w/.-])(?:({_MONTH})|(\d{{1,2}})/)\s*((?:19|20)\d\d)(?![\w/-])")
_RELATIVE = {"hari ini": 0, "today": 0, "kemarin": 1, "yesterday": 1}
_YEAR = re.compile(r"(19|20)\d\d")


class Progress(StrEnum):
    """Which cases are looked for, by how far they have come."""

    OPEN = "open"
    CLOSED = "closed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"

    @property
    def states(self) -> frozenset[CaseState]:
        match self:
            case Progress.OPEN:
                return frozenset({CaseState.OPEN})
            case Progress.REFUSED | Progress.WITHDRAWN | Progress.LAPSED:
                return frozenset({CaseState(self.value)})
        return frozenset(CaseState) - {CaseState.OPEN}


_PROGRESS = {
    "belum selesai": Progress.OPEN,
    "terbuka": Progress.OPEN,
    "berjalan": Progress.OPEN,
    "open": Progress.OPEN,
    "selesai": Progress.CLOSED,
    "ditutup": Progress.CLOSED,
    "tertutup": Progress.CLOSED,
    "closed": Progress.CLOSED,
    "finished": Progress.CLOSED,
    "ditolak": Progress.REFUSED,
    "refused": Progress.REFUSED,
    "dicabut": Progress.WITHDRAWN,
    "withdrawn": Progress.WITHDRAWN,
    "gugur": Progress.LAPSED,
    "lapsed": Progress.LAPSED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One word, number or day that must fit: by one of its terms."""

    terms: frozenset[Term]
    # What sounds like it, for when nothing is spelled so.
    alike: frozenset[Term] = frozenset()
    # The services whose titles have this word.
    services: Mapping[ProcedureId, frozenset[Term]] = field(default_factory=dict)

    def any_of(self, procedure_id: ProcedureId, *, alike: bool) -> frozenset[Term]:
        """The terms of which a case of an SOP must have one."""
        found = self.terms | self.services.get(procedure_id, frozenset())
        return found | self.alike if alike else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """All of it must fit; without words, what is open or closed."""

    clues: tuple[Clue, ...]
    progress: Progress | None = None
    # As they were understood: words and numbers, and days or months.
    words: tuple[str, ...] = ()
    day: date | None = None
    month: date | None = None

    @property
    def sounds(self) -> bool:
        """Whether more may be found by sound than by spelling."""
        return any(one.alike for one in self.clues)


def read_search(text: str, procedures: Sequence[Procedure], *, today: date) -> Sought:
    """Understand what was typed; raises the refusal that says what to type instead."""
    said = clean(text, lines=False).casefold()
    if names_a_number(said):
        raise SearchByNumberOfPerson
    if len(said) > LONGEST:
        raise SearchTooLong(longest=LONGEST, most=MOST_WORDS)
    progress, said = _progress(said)
    dates, said = _dates(said, today)
    words = _words(said)
    if not (words or dates or progress):
        raise SearchEmpty
    if len(words) + len(dates) > MOST_WORDS:
        raise SearchTooLong(longest=LONGEST, most=MOST_WORDS)
    return Sought(
        clues=(*_clues(words, procedures), *(Clue(terms=frozenset({one})) for one in dates)),
        progress=progress,
        words=tuple(words.values()),
        day=_first(dates, TermKind.DAY),
        month=_first(dates, TermKind.MONTH),
    )


def _progress(said: str) -> tuple[Progress | None, str]:
    """ "selesai", "belum selesai": said once, and nobody's name."""
    for words, progress in _PROGRESS.items():
        left = re.sub(rf"(?<!\w){words}(?!\w)", " ", said)
        if left != said:
            return progress, left
    return None, said


def _dates(said: str, today: date) -> tuple[list[Term], str]:
    found: list[Term] = []

    def day(match: re.Match[str]) -> str:
        found.append(TermKind.DAY.term(_day(match[1], today).isoformat()))
        return " "

    def month(match: re.Match[str]) -> str:
        number = MONTHS[match[1]] if match[1] else int(match[2])
        if not 1 <= number <= 12:
            raise NotADate(example=_EXAMPLE)
        found.append(TermKind.MONTH.term(f"{match[3]}-{number:02d}"))
        return " "

    said = _MONTHS.sub(month, _DAYS.sub(day, said))
    for words, ago in _RELATIVE.items():
        left = re.sub(rf"(?<!\w){words}(?!\w)", " ", said)
        if left != said:
            found.append(TermKind.DAY.term((today - timedelta(days=ago)).isoformat()))
            said = left
    return found, said


def _day(said: str, today: date) -> date:
    """A day without a year is the last one of that name."""
    if re.search(r"\d{4}|[/.-]", said):
        found = parse_day(said)
        if found is None:
            raise NotADate(example=_EXAMPLE)
        return found
    for year in (today.year, today.year - 1):
        found = parse_day(f"{said} {year}")
        if found is not None and found <= today:
            return found
    raise NotADate(example=_EXAMPLE)


def _first(dates: Iterable[Term], kind: TermKind) -> date | None:
    of_kind = [one.removeprefix(kind.value) for one in dates if one.startswith(kind.value)]
    if not of_kind:
        return None
    return date.fromisoformat(of_kind[0] if kind is TermKind.DAY else f"{of_kind[0]}-01")


def _words(said: str) -> dict[str, str]:
    """Words and numbers as they are looked for, each as it was typed.

    Of a name an initial alone finds too many to help, so it is left out.
    """
    folded = [one for one in name_words(said) if one.isdecimal() or len(one) >= SHORTEST]
    typed = {fold(one): one for one in re.findall(r"[^\W_]+", said)}
    return {one: typed.get(one, one) for one in folded}


def _clues(words: Iterable[str], procedures: Sequence[Procedure]) -> list[Clue]:
    listed = list(words)
    titles = _titles(procedures)
    return [_one(word, _neighbours(listed, place), titles) for place, word in enumerate(listed)]


def _neighbours(words: Sequence[str], place: int) -> list[str]:
    """A word written as one with the one before or behind it."""
    pairs = [words[place - 1 : place + 1] if place else [], words[place : place + 2]]
    return [fold("".join(pair)) for pair in pairs if len(pair) == 2 and all(map(str.isalpha, pair))]


def _one(
    word: str, together: Sequence[str], titles: Mapping[tuple[ProcedureId, Term], Sequence[str]]
) -> Clue:
    if word.isdecimal():
        return Clue(terms=_number(word))
    services: dict[ProcedureId, frozenset[Term]] = {}
    for (procedure_id, term), title in titles.items():
        if len(word) > SHORTEST and any(one.startswith(word) for one in title):
            services[procedure_id] = services.get(procedure_id, frozenset()) | {term}
    whole = (TermKind.WHOLE.term(one) for one in (word, *together))
    return Clue(
        terms=frozenset({TermKind.BEGINNING.term(beginning(word)), *whole}),
        alike=of_sound(word),
        services=services,
    )


def _number(digits: str) -> frozenset[Term]:
    found = {TermKind.NUMBER.term(digits), TermKind.NUMBER.term(plain_number(digits))}
    if _YEAR.fullmatch(digits):
        found.add(TermKind.YEAR.term(digits))
    return frozenset(found)


def _titles(procedures: Sequence[Procedure]) -> dict[tuple[ProcedureId, Term], Sequence[str]]:
    """The words of the title of each SOP and service, with the code that numbers begin with."""
    found: dict[tuple[ProcedureId, Term], Sequence[str]] = {}
    for one in procedures:
        of_whole = f"{one.title} {one.code}"
        found[ProcedureId(one.id), of_service(None)] = _title(of_whole)
        for service_id, service in one.services.items():
            found[ProcedureId(one.id), of_service(service_id)] = _title(service.title)
    return found


@lru_cache(maxsize=1024)  # there are as many titles as services
def _title(title: str) -> Sequence[str]:
    return words_in(title)
