"""Ranges of the indexes of open tasks: a page of a desk is read, and nothing that lies beyond it.

What is asked of one lane is a range of one index, in its order; what is asked of several is merged
from the beginnings of their ranges.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    and_,
    bindparam,
    exists,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    union_all,
)

from storage.models.base import Moment
from storage.models.cases import CaseRow, GrantRow, TaskRow
from storage.prepared import Prepared
from workflow.ids import PersonId, ProcedureId

# What is asked of a range, and in which order it lies in its index.
_Range = tuple[Any, tuple[Any, ...]]
_BY_DUE = (TaskRow.due_at, TaskRow.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """Open files of one lane of one SOP, or those of them that somebody sees on the own desk."""

    procedure_id: ProcedureId
    lane: str
    # Only what the desk does for applicants without Telegram.
    at_desk: bool = False
    # Only what is open to whoever looks, in a lane that sees files by grant.
    granted: bool = False
    # Only what waits until it is opened to one of these.
    unnamed: frozenset[PersonId] | None = None
    # Holders who sit in this lane no more: what they hold is everybody's again.
    left: frozenset[PersonId] = frozenset()
    # Only of these versions of the SOP, where they differ.
    versions: frozenset[int] | None = None


def _on_desk(pile: Pile) -> list[Any]:
    """Ranges of the index: what nobody holds, what this person holds, what was left behind."""
    own = [] if pile.unnamed is not None else [TaskRow.holder_id == bindparam("person_id")]
    left = [TaskRow.holder_id == one for one in sorted(pile.left)]
    return [and_(_within(pile), holder) for holder in (TaskRow.holder_id.is_(None), *own, *left)]


def _in_whole_lane(pile: Pile) -> list[Any]:
    return [_within(pile)]


def _in_hands(pile: Pile) -> list[Any]:
    return [and_(_within(pile), TaskRow.holder_id == bindparam("person_id"))]


def _within(pile: Pile) -> Any:
    asked = [TaskRow.done_at.is_(None), in_lane(pile.procedure_id, pile.lane)]
    if pile.at_desk:
        asked.append(TaskRow.at_desk)
    if pile.granted:
        asked.append(_granted(GrantRow.person_id == bindparam("person_id")))
    if pile.unnamed is not None:
        asked.append(not_(_granted(_one_of(GrantRow.person_id, pile.unnamed))))
    if pile.versions is not None:
        version = _one_of(CaseRow.procedure_version, pile.versions)
        asked.append(exists().where(CaseRow.id == TaskRow.case_id, version))
    return and_(*asked)


def _one_of(column: Any, values: Iterable[int]) -> Any:
    """Written out: the marks of a prepared statement are as many each time."""
    return or_(false(), *(column == one for one in sorted(values)))


def _granted(whom: Any) -> Any:
    return exists().where(GrantRow.case_id == TaskRow.case_id, GrantRow.closed_at.is_(None), whom)


def in_lane(procedure: ProcedureId, lane: str) -> Any:
    return and_(TaskRow.procedure_id == procedure, TaskRow.lane == lane)


@lru_cache(maxsize=512)  # one for each set of lanes that somebody holds
def on_desk(piles: frozenset[Pile], dialect: str) -> Prepared:
    """The first of all that lies on a person's desk, by due time."""
    ranges = [part for one in _ranges(piles, _on_desk) for part in _by_due(one, dialect)]
    return _merged(ranges)


@lru_cache(maxsize=512)
def in_hands(piles: frozenset[Pile], dialect: str) -> Prepared:
    """The first of what one person holds there and is not being signed."""
    free = TaskRow.signing_since.is_(None)
    ranges = [and_(one, free) for one in _ranges(piles, _in_hands)]
    return _merged([part for one in ranges for part in _by_due(one, dialect)])


@lru_cache(maxsize=512)
def ahead(piles: frozenset[Pile], dialect: str) -> Prepared:
    """Of what lies on a person's desk the first alone, and of each range how many, up to *most*."""
    ranges = [part for one in _ranges(piles, _on_desk) for part in _by_due(one, dialect)]
    together = _together(ranges, bindparam("most"))
    counted = func.count().over().label("counted")
    return Prepared(select(together.c.id, counted).order_by(*_due_first(together)).limit(1))


def _by_due(asked: Any, dialect: str) -> list[_Range]:
    """A range by due time, what has no limit last: as in PostgreSQL's index, not SQLite's."""
    if dialect == "postgresql":
        return [(asked, _BY_DUE)]
    return [(and_(asked, TaskRow.due_at.is_not(None)), _BY_DUE), _unlimited(asked)]


def _unlimited(asked: Any) -> _Range:
    return and_(asked, TaskRow.due_at.is_(None)), (TaskRow.id,)


@lru_cache(maxsize=128)
def late_or_unlimited(piles: frozenset[Pile]) -> Prepared:
    """The first of what is late, by due time, and then of what has no limit."""
    late = TaskRow.due_at < bindparam("now", type_=Moment)
    lanes = _ranges(piles, _in_whole_lane)
    return _merged(
        [part for one in lanes for part in ((and_(one, late), _BY_DUE), _unlimited(one))]
    )


def _merged(ranges: Sequence[_Range]) -> Prepared:
    """Each range is read no further than is asked of all."""
    most: BindParameter[int] = bindparam("most")
    together = _together(ranges, most)
    in_order = select(together.c.id, together.c.due_at).order_by(*_due_first(together))
    return Prepared(in_order.limit(most))


def _together(ranges: Sequence[_Range], most: BindParameter[int]) -> Any:
    found = [
        select(TaskRow.id, TaskRow.due_at).where(asked).order_by(*order).limit(most).subquery()
        for asked, order in ranges
    ]
    return union_all(*(select(one.c.id, one.c.due_at) for one in found)).subquery()


def _due_first(rows: Any) -> tuple[Any, ...]:
    return rows.c.due_at.is_(None), rows.c.due_at, rows.c.id


@lru_cache(maxsize=512)
def counted(piles: frozenset[Pile]) -> Prepared:
    """How many lie there, counted no further than is asked."""
    return _counted(_ranges(piles, _in_whole_lane))


@lru_cache(maxsize=512)
def counted_in_hands(piles: frozenset[Pile]) -> Prepared:
    """How many of them one person holds."""
    return _counted(_ranges(piles, _in_hands))


def _counted(ranges: Sequence[Any]) -> Prepared:
    most: BindParameter[int] = bindparam("most")
    found = [select(TaskRow.id).where(one).limit(most).subquery() for one in ranges]
    together = union_all(*(select(one.c.id) for one in found)).limit(most).subquery()
    return Prepared(select(func.count().label("counted")).select_from(together))


def _ranges(piles: frozenset[Pile], within: Callable[[Pile], list[Any]]) -> list[Any]:
    """In one order for one set, so that a database knows the statement again."""
    return [one for pile in _sorted(piles) for one in within(pile)]


def _sorted(piles: frozenset[Pile]) -> list[Pile]:
    return sorted(piles, key=repr)


@lru_cache(maxsize=512)
def holders(piles: frozenset[Pile]) -> Prepared:
    """From each holder to the next one in the index: as many steps as there are holders."""
    return Prepared(union_all(*(_holders(one, place) for place, one in enumerate(_sorted(piles)))))


def _holders(pile: Pile, place: int) -> Any:
    held = [TaskRow.done_at.is_(None), in_lane(pile.procedure_id, pile.lane)]
    held += [TaskRow.at_desk] if pile.at_desk else []
    least = select(func.min(TaskRow.holder_id).label("h")).where(*held)
    step = least.where(TaskRow.holder_id.is_not(None)).cte(f"held{place}", recursive=True)
    following = least.where(TaskRow.holder_id > step.c.h).scalar_subquery()
    step = step.union_all(select(following).where(step.c.h.is_not(None)))
    named = (literal(pile.procedure_id).label("p"), literal(pile.lane).label("l"))
    return select(*named, step.c.h).where(step.c.h.is_not(None))
