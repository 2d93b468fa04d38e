"""What somebody finds: the newest of what they may know of, a page at a time.

Looked for is only among cases that are theirs to know: of SOPs in which their jabatan sits or
watches, and those they asked for, acted on, or are in the team of. So what is hidden from somebody
changes nothing that they see; and every case is asked of the table of rights all the same.
"""

import heapq
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from storage.repositories.search_terms import Query, Window
from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Case, Task
from workflow.errors import SopSetAside
from workflow.ids import CaseId, PersonId, ProcedureId
from workflow.intents import ShowFound
from workflow.plain_text import without_numbers
from workflow.queries.rights import may_find
from workflow.queries.showing import may_read
from workflow.screen_names import ScreenName
from workflow.search_terms import of_service, terms_of
from workflow.seeking import Clue, Sought, read_search
from workflow.titles import lane_title
from workflow.views.found import FoundLine, FoundView
from workflow.views.task import Face

PAGE = 6
# Of a hash that more cases have it is only known that it is common.
COMMON = 500
# How many cases are looked at for one page: first few, then more, and at last no more.
FIRST_LOOK, LATER_LOOKS, IN_ALL = 64, 1000, 2000
_BEYOND_ALL = CaseId(2**31 - 1)

_Look = Callable[..., Window]
# A case with all its tasks.
_File = tuple[Case, Sequence[Task]]


@dataclass(slots=True)
class _Patience:
    left: int = IN_ALL


@dataclass(frozen=True, slots=True)
class _Walk:
    """Where a page begins, and which way it goes from there."""

    edge: CaseId
    newer: bool = False

    def is_before(self, case_id: CaseId) -> int:
        """A key by which cases are met in the order of this walk."""
        return case_id if self.newer else -case_id


@dataclass(frozen=True, slots=True)
class _Page:
    files: Sequence[_File]
    more: bool = False
    # The case up to which was looked, where that was not to the end.
    unfinished: CaseId | None = None


def found_view(work: SqlUnitOfWork, person_id: PersonId, asked: ShowFound) -> FoundView | None:
    """Nothing where nothing is looked for; where no page of newer ones is left, the newest."""
    mode = work.cards.mode(ScreenName.FOUND, person_id)
    if mode.face is not Face.FOUND:
        return None
    sought = read_search(mode.note, work.procedures.ever(), today=work.today)
    found = _turned_back(work, person_id, sought, asked) or _looked(work, person_id, sought, asked)
    held = work.people.appointments_of(person_id, at=work.now)
    return FoundView(
        lines=tuple(_line(work, *one) for one in found.files),
        search=mode.outcome,
        words=sought.words,
        progress=sought.progress,
        day=sought.day,
        month=sought.month,
        alike=found.alike,
        may_sound=sought.sounds and not found.alike and found.older is None,
        newer=found.newer,
        older=found.older,
        unfinished=found.unfinished,
        filling=bool(work.terms.behind(most=1)),
        officer=bool(held),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    files: Sequence[_File]
    alike: bool
    newer: CaseId | None
    older: CaseId | None
    unfinished: bool = False


def _turned_back(
    work: SqlUnitOfWork, person_id: PersonId, sought: Sought, asked: ShowFound
) -> _Found | None:
    """A whole page of what is newer than a case; nothing where no whole page is left."""
    if not asked.newer:
        return None
    walk = _Walk(asked.newer, newer=True)
    page = _Search(work, person_id, sought).page(walk, alike=asked.alike)
    if len(page.files) < PAGE:
        return None
    first, last = page.files[0][0].id, page.files[-1][0].id
    return _Found(
        files=page.files, alike=asked.alike, newer=first if page.more else None, older=last
    )


def _looked(work: SqlUnitOfWork, person_id: PersonId, sought: Sought, asked: ShowFound) -> _Found:
    """What is older than a case, or the newest; by sound where nothing is spelled so."""
    search, walk = _Search(work, person_id, sought), _Walk(asked.older or _BEYOND_ALL)
    page, alike = search.page(walk, alike=asked.alike), asked.alike
    if sought.sounds and not (alike or page.files or page.unfinished or asked.older):
        page, alike = search.page(walk, alike=True), True
    newer = None
    if asked.older:
        newer = page.files[0][0].id if page.files else CaseId(asked.older - 1)
    return _Found(
        files=page.files,
        alike=alike,
        newer=newer,
        older=page.files[-1][0].id if page.more else page.unfinished,
        unfinished=page.unfinished is not None,
    )


def _line(work: SqlUnitOfWork, case: Case, tasks: Sequence[Task]) -> FoundLine:
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    task = tasks[-1]
    step = procedure.step(task.step)
    return FoundLine(
        case_id=case.id,
        number=case.number,
        title=procedure.title_of(case.service),
        subject=without_numbers(case.subject),
        state=case.state,
        step_number=step.number,
        steps=procedure.rows_with(step),
        lane_title=lane_title(work.office, procedure, task.lane),
        with_applicant=procedure.lanes[task.lane].applicant,
        opened_at=case.opened_at,
        ended_at=case.ended_at,
    )


class _Search:
    """One search of one person."""

    def __init__(self, work: SqlUnitOfWork, person_id: PersonId, sought: Sought) -> None:
        self._work = work
        self._person_id = person_id
        self._sought = sought
        held = frozenset(one.jabatan for one in work.people.appointments_of(person_id, at=work.now))
        self._in_office = bool(held)
        self._open = work.procedures.open_to(held, work.office)
        self._read_whole = work.procedures.read_by(held, work.office)

    def page(self, walk: _Walk, *, alike: bool) -> _Page:
        """The next cases, as many as a page has, in the order from the newest to the oldest."""
        met = self._met(walk, alike)
        found: list[_File] = []
        more, unfinished = False, None
        while len(found) <= PAGE and (ahead := list(islice(met, PAGE + 1 - len(found)))):
            ids = dict.fromkeys(case_id for case_id, is_case in ahead if is_case)
            files = self._work.cases.with_tasks(ids)
            found += [one for one in files if self._is_shown(*one, alike=alike)]
            if not ahead[-1][1]:
                unfinished = ahead[-1][0]
                break
        more = len(found) > PAGE
        found = found[:PAGE]
        return _Page(found[::-1] if walk.newer else found, more, None if more else unfinished)

    def _is_shown(self, case: Case, tasks: Sequence[Task], *, alike: bool) -> bool:
        """Nobody can tell who may know of a case whose SOP cannot be read."""
        try:
            if not may_find(self._work, self._person_id, case, tasks):
                return False
            return self._reads(case) or self._fits_without_answers(case, alike)
        except SopSetAside:
            return False

    def _reads(self, case: Case) -> bool:
        """Whether the answers of a case are theirs to read: the names in it, beside its subject."""
        if case.applicant_id == self._person_id or case.procedure_id in self._read_whole:
            return True
        return may_read(self._work, self._person_id, case)

    def _fits_without_answers(self, case: Case, alike: bool) -> bool:
        """Whoever may not read a name is told nothing by finding it."""
        opened_on = case.opened_at.astimezone(self._work.calendar.tz).date()
        letters = self._work.terms.letters_of(case.id)
        terms = terms_of(case, None, opened_on, letters)
        clues = self._sought.clues
        return all(terms & one.any_of(case.procedure_id, alike=alike) for one in clues)

    def _met(self, walk: _Walk, alike: bool) -> Iterator[tuple[CaseId, bool]]:
        """How far is looked hangs on their own cases alone; of others there are few to look at."""
        patience, to_the_end = _Patience(), _Patience(left=sys.maxsize)
        ways = (
            _looked_at(
                partial(self._work.terms.window, query),
                walk,
                to_the_end if query.driver and query.person_id is not None else patience,
            )
            for query in self._queries(alike)
        )
        return heapq.merge(*ways, key=lambda met: walk.is_before(met[0]))

    def _queries(self, alike: bool) -> list[Query]:
        """A range of cases for each SOP that is open to them, and what else is theirs."""
        hashes = {
            ProcedureId(one.id): self._hashes(ProcedureId(one.id), alike)
            for one in self._work.procedures.ever()
        }
        counts = self._work.terms.counted(
            {each for sets in hashes.values() for one in sets for each in one}, most=COMMON
        )
        for sets in hashes.values():
            sets[:] = [[each for each in one if counts.get(each)] for one in sets]
        rarest = {one: _rarest(sets, counts) for one, sets in hashes.items()}
        queries = [
            self._driven(hashes[one], rarest[one][0])
            for one in hashes
            if one in self._open and rarest[one][1]
        ]
        elsewhere = {
            one: place for one, (place, count) in rarest.items() if one not in self._open and count
        }
        if all(rarest[one][1] < COMMON for one in elsewhere):
            queries += [
                self._driven(hashes[one], place, theirs=True) for one, place in elsewhere.items()
            ]
        else:
            queries.append(self._theirs([hashes[one] for one in elsewhere]))
        return queries

    def _hashes(self, procedure_id: ProcedureId, alike: bool) -> list[Sequence[int]]:
        """The hashes that each thing wanted may have in this SOP."""
        clues = self._sought.clues or (Clue(terms=frozenset({of_service(None)})),)
        return [
            self._work.terms.hashes(procedure_id, one.any_of(procedure_id, alike=alike))
            for one in clues
        ]

    def _driven(self, sets: Sequence[Sequence[int]], place: int, *, theirs: bool = False) -> Query:
        return Query(
            driver=sets[place],
            others=[one for number, one in enumerate(sets) if number != place],
            progress=self._sought.progress,
            person_id=self._person_id if theirs else None,
            officer=self._in_office,
        )

    def _theirs(self, procedures: Sequence[Sequence[Sequence[int]]]) -> Query:
        """Where a word is common it is looked for among the cases of this person."""
        together = [
            sorted({each for one in sets for each in one}) for sets in zip(*procedures, strict=True)
        ]
        return Query(
            others=together,
            progress=self._sought.progress,
            person_id=self._person_id,
            officer=self._in_office,
        )


def _rarest(sets: Sequence[Sequence[int]], counts: Mapping[int, int]) -> tuple[int, int]:
    """Which of these the fewest cases have, and how many have it, as far as was counted."""
    found = [(sum(counts.get(each, 0) for each in one), place) for place, one in enumerate(sets)]
    count, place = min(found)
    return place, count


def _looked_at(look: _Look, walk: _Walk, patience: _Patience) -> Iterator[tuple[CaseId, bool]]:
    """Cases that fit; and at last, where there was no end to it, how far was looked."""
    edge, most = walk.edge, FIRST_LOOK
    while True:
        seen = look(edge=edge, most=most, newer=walk.newer)
        yield from ((one, True) for one in seen.fitting)
        if seen.looked_at < most:
            return
        edge = seen.last
        patience.left -= most
        if patience.left <= 0:
            yield edge, False
            return
        most = LATER_LOOKS
