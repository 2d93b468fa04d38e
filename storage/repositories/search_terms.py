"""Search terms of cases: the only module that reads or writes their table."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Integer,
    and_,
    bindparam,
    cast,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import JSON

from storage.models.cases import CaseRow, LetterNumberRow, MemberRow, TaskRow, TermRow
from storage.prepared import Prepared
from storage.term_key import TermKey
from workflow.case import Case, CaseState
from workflow.ids import CaseId, PersonId, ProcedureId
from workflow.search_terms import RULES, Term
from workflow.seeking import Progress

_FORGET = Prepared(delete(TermRow).where(TermRow.case_id == bindparam("case_id")))
_FOUND_BY = Prepared(
    update(CaseRow).where(CaseRow.id == bindparam("case_id")).values(found_by=bindparam("rules"))
)
_BEHIND = Prepared(
    select(CaseRow.id).where(CaseRow.found_by < bindparam("rules")).limit(bindparam("most"))
)


class _Whose(Enum):
    """Among whose cases is looked."""

    ANYBODY = auto()
    OWN = auto()
    OFFICER = auto()


@dataclass(frozen=True, slots=True)
class Window:
    """Those of some consecutive cases for which everything sought is true."""

    fitting: Sequence[CaseId]
    # How many were looked at, and the last of them.
    looked_at: int
    last: CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """One range of cases in the order of their numbers, and what must be true of each.

    It is driven by the cases that have one of some hashes, or, without any, by those of a person.
    """

    driver: Sequence[int] = ()
    # Of each of these sets one hash must be among those of the case.
    others: Sequence[Sequence[int]] = ()
    progress: Progress | None = None
    # Only what this person asked for; of an officer, what they acted on or are in the team of, too.
    person_id: PersonId | None = None
    officer: bool = False

    @property
    def whose(self) -> _Whose:
        if self.person_id is None:
            return _Whose.ANYBODY
        return _Whose.OFFICER if self.officer else _Whose.OWN


class TermRepository:
    """Written in the transaction that writes what a case is found by. Never commits.

    Where the office's key is not at hand a case has no terms: the next start fills them in.
    """

    def __init__(self, connection: Connection, key: TermKey | None) -> None:
        self._connection = connection
        self._key = key

    def keep(self, case: Case, terms: Collection[Term]) -> None:
        """Put these terms in the place of all that the case was found by."""
        self.forget(case.id)
        self.add(case, terms)
        rules = 0 if self._key is None else RULES
        _FOUND_BY.run(self._connection, case_id=case.id, rules=rules)

    def add(self, case: Case, terms: Collection[Term]) -> None:
        """Let a case be found by these as well."""
        hashes = self.hashes(case.procedure_id, terms)
        if hashes:
            _add(self._connection.dialect.name).run(
                self._connection, hashes=json.dumps(hashes), case_id=case.id
            )

    def forget(self, case_id: CaseId) -> None:
        _FORGET.run(self._connection, case_id=case_id)

    def behind(self, *, most: int) -> Sequence[CaseId]:
        """Cases without terms, or with such as older rules made."""
        if self._key is None:
            return ()
        rows = _BEHIND.all(self._connection, rules=RULES, most=most)
        return [CaseId(row.id) for row in rows]

    def letters_of(self, case_id: CaseId) -> Sequence[str]:
        """The numbers of all letters and decisions of a case."""
        found = select(LetterNumberRow.text).where(LetterNumberRow.case_id == case_id)
        return list(self._connection.scalars(found))

    def hashes(self, procedure_id: ProcedureId, terms: Iterable[Term]) -> list[int]:
        """In one order, as an index likes it; none where the key is not at hand."""
        key = self._key
        return [] if key is None else sorted(key.hash_of(procedure_id, one) for one in terms)

    def counted(self, hashes: Collection[int], *, most: int) -> Mapping[int, int]:
        """How many cases have each hash, counted no further than *most*."""
        rows = _counted(self._connection.dialect.name).all(
            self._connection, hashes=json.dumps(sorted(hashes)), most=most
        )
        return {row.hash: row.counted for row in rows}

    def window(self, query: Query, *, edge: CaseId, most: int, newer: bool) -> Window:
        """The next cases of a query beyond a case, away from it: older ones, or *newer* ones.

        Fewer than *most* only where there are no more.
        """
        shape = tuple(len(one) for one in query.others)
        statement = _window(len(query.driver), shape, query.progress, query.whose, newer)
        values: dict[str, Any] = {"edge": edge, "most": most}
        values |= {f"d{place}": one for place, one in enumerate(query.driver)}
        values |= {} if query.person_id is None else {"person_id": query.person_id}
        for place, one in enumerate(query.others):
            values |= {f"o{place}_{number}": each for number, each in enumerate(one)}
        *fitting, end = statement.all(self._connection, **values)
        ids = sorted((CaseId(row.case_id) for row in fitting), reverse=not newer)
        return Window(ids, end.looked_at, CaseId(end.case_id or edge))


@cache
def _add(dialect: str) -> Prepared:
    """All terms of a case by one statement; it has each once, whatever gave it."""
    given = _given(dialect)
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    case_id: Any = bindparam("case_id", type_=Integer)
    # Without a condition SQLite would take the ON of the conflict for that of a join.
    rows = select(given.c.hash, case_id).where(given.c.hash.is_not(None)).order_by(given.c.hash)
    adding = insert(TermRow).from_select(["hash", "case_id"], rows)
    return Prepared(adding.on_conflict_do_nothing())


@cache
def _counted(dialect: str) -> Prepared:
    given = _given(dialect)
    most: Any = bindparam("most")
    few = select(literal(1)).where(TermRow.hash == given.c.hash).limit(most).correlate(given)
    counted = select(func.count()).select_from(few.subquery()).scalar_subquery()
    return Prepared(select(given.c.hash, counted.label("counted")))


def _given(dialect: str) -> Any:
    """A list as a column, whatever its length: a statement stays the same."""
    hashes: Any = bindparam("hashes")
    if dialect == "postgresql":
        listed = func.json_array_elements_text(cast(hashes, JSON)).table_valued("value")
    else:
        listed = func.json_each(hashes).table_valued("value")
    return select(cast(listed.c.value, BigInteger).label("hash")).subquery()


@lru_cache(maxsize=512)  # one for each number of words, and of spellings of each
def _window(
    drivers: int,
    others: tuple[int, ...],
    progress: Progress | None,
    whose: _Whose,
    newer: bool,
) -> Prepared:
    if drivers:
        parts = [_having(f"d{place}", newer) for place in range(drivers)]
    else:
        parts = _of_person(whose, newer)
    ids = _merged(parts, newer)
    fits = [_has(ids.c.case_id, place, count) for place, count in enumerate(others)]
    if progress is not None:
        fits.append(exists().where(CaseRow.id == ids.c.case_id, _as_far(progress)))
    if drivers and whose is not _Whose.ANYBODY:
        fits.append(_theirs(ids.c.case_id, whose))
    last = func.max(ids.c.case_id) if newer else func.min(ids.c.case_id)
    fitting = select(ids.c.case_id, literal(0).label("looked_at"), literal(0).label("last"))
    end = select(last, func.count(), literal(1)).select_from(ids)
    return Prepared(union_all(fitting.where(and_(true(), *fits)), end).order_by("last"))


def _having(hash_name: str, newer: bool) -> Any:
    return _range(select(TermRow.case_id).where(TermRow.hash == bindparam(hash_name)), newer)


def _of_person(whose: _Whose, newer: bool) -> list[Any]:
    me: Any = bindparam("person_id")
    ranges = [select(CaseRow.id.label("case_id")).where(CaseRow.applicant_id == me)]
    if whose is _Whose.OFFICER:
        ranges.append(select(MemberRow.case_id).where(MemberRow.person_id == me).distinct())
        ranges.append(select(TaskRow.case_id).where(TaskRow.done_by == me).distinct())
    return [_range(one, newer) for one in ranges]


def _range(found: Any, newer: bool) -> Any:
    """The first of a range of one index beyond the edge, in its order."""
    [number] = found.selected_columns
    edge: Any = bindparam("edge")
    beyond, order = (number > edge, number) if newer else (number < edge, number.desc())
    return found.where(beyond).order_by(order).limit(bindparam("most")).subquery()


def _merged(parts: Sequence[Any], newer: bool) -> Any:
    if len(parts) == 1:
        return select(parts[0].c.case_id).cte("ids")
    together = union_all(*(select(one.c.case_id) for one in parts)).subquery()
    order = together.c.case_id if newer else together.c.case_id.desc()
    return select(together.c.case_id).distinct().order_by(order).limit(bindparam("most")).cte("ids")


def _has(case_id: Any, place: int, count: int) -> Any:
    """Asked of each case by itself: of a common hash PostgreSQL would else read all cases."""
    one_of = TermRow.hash.in_([bindparam(f"o{place}_{number}") for number in range(count)])
    return (
        select(literal(1))
        .where(TermRow.case_id == case_id, one_of)
        .limit(1)
        .scalar_subquery()
        .is_not(None)
    )


def _as_far(progress: Progress) -> Any:
    if progress is Progress.CLOSED:
        return CaseRow.state != CaseState.OPEN.value
    [state] = progress.states
    return CaseRow.state == state.value


def _theirs(case_id: Any, whose: _Whose) -> Any:
    me: Any = bindparam("person_id")
    own = exists().where(CaseRow.id == case_id, CaseRow.applicant_id == me)
    if whose is _Whose.OWN:
        return own
    acted = exists().where(TaskRow.case_id == case_id, TaskRow.done_by == me)
    return or_(own, acted, exists().where(MemberRow.case_id == case_id, MemberRow.person_id == me))
