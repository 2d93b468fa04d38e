"""What lies on whose desk."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, and_, case, exists, false, func, not_, or_, select, update

from storage.models.cases import CaseRow, MemberRow, TaskRow
from storage.repositories import piles as sql
from storage.repositories.case_rows import BOTH, CASES, MAIN, TASKS, both, case_of, task_of
from storage.repositories.piles import Pile
from workflow.case import Case, CaseState, Task
from workflow.ids import CaseId, PersonId, ProcedureId, TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What a superior looks at, each number counted no further than was asked."""

    ids: Sequence[TaskId]
    late: int
    on_desk: int


class QueueRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def with_tasks(self, case_ids: Collection[CaseId]) -> list[tuple[Case, list[Task]]]:
        """These cases with their main tasks in order, in the order in which they are named."""
        rows = self._connection.execute(CASES.where(CaseRow.id.in_(case_ids)))
        cases = {row.id: case_of(row._mapping) for row in rows}
        main = TASKS.where(MAIN, TaskRow.case_id.in_(case_ids))
        found = main.order_by(TaskRow.case_id, TaskRow.id)
        tasks = [task_of(row._mapping) for row in self._connection.execute(found)]
        by_case = {key: list(group) for key, group in groupby(tasks, lambda one: one.case_id)}
        return [(cases[one], by_case[one]) for one in case_ids if one in cases and one in by_case]

    def open_among(self, task_ids: Collection[TaskId]) -> Sequence[tuple[Task, Case]]:
        """Those of these tasks that are still open, in the order they are named."""
        if not task_ids:
            return []
        found = BOTH.where(TaskRow.id.in_(task_ids), TaskRow.done_at.is_(None))
        tasks = {row.t_id: both(row) for row in self._connection.execute(found)}
        return [tasks[one] for one in task_ids if one in tasks]

    def still_open(self, task_ids: Collection[TaskId]) -> Sequence[TaskId]:
        """Which of these tasks are open, in the order they are named; nothing else is read."""
        found = select(TaskRow.id).where(TaskRow.id.in_(task_ids), TaskRow.done_at.is_(None))
        open_ones = set(self._connection.execute(found).scalars())
        return [one for one in task_ids if one in open_ones]

    def late_among(self, task_ids: Collection[TaskId], *, now: datetime) -> int:
        """How many of these tasks are open past their limit."""
        found = select(func.count()).where(
            TaskRow.id.in_(task_ids), TaskRow.done_at.is_(None), TaskRow.due_at < now
        )
        return self._connection.execute(found).scalar_one()

    def load_of(self, people: Collection[PersonId]) -> Mapping[PersonId, int]:
        """How many open tasks each of these people holds."""
        found = (
            select(TaskRow.holder_id, func.count())
            .where(TaskRow.done_at.is_(None), TaskRow.holder_id.in_(people))
            .group_by(TaskRow.holder_id)
        )
        return {
            PersonId(holder): count
            for holder, count in self._connection.execute(found)
            if holder is not None
        }

    def open_in_lanes(
        self,
        lanes: Collection[tuple[ProcedureId, str]],
        *,
        served: Collection[tuple[ProcedureId, str]] = (),
    ) -> Sequence[tuple[Task, Case]]:
        """Open tasks of these lanes, the earliest due first, those without a limit last.

        Of the lanes *served* only what belongs to a case whose applicant has no Telegram.
        All of them are read: a screen reads a page, by `on_desk` and `open_among`.
        """
        wanted = [sql.in_lane(procedure, lane) for procedure, lane in sorted(lanes)]
        for procedure, lane in sorted(served):
            wanted.append(and_(sql.in_lane(procedure, lane), TaskRow.at_desk))
        if not wanted:
            return []
        found = BOTH.where(TaskRow.done_at.is_(None), or_(*wanted)).order_by(
            TaskRow.due_at.is_(None), TaskRow.due_at, TaskRow.id
        )
        return [both(row) for row in self._connection.execute(found)]

    def open_in_teams(self, person_id: PersonId) -> Sequence[tuple[Task, Case]]:
        """Open tasks of the teams a person was appointed to."""
        found = BOTH.join(
            MemberRow,
            and_(MemberRow.case_id == TaskRow.case_id, MemberRow.lane == TaskRow.lane),
        ).where(TaskRow.done_at.is_(None), MemberRow.person_id == person_id)
        return [both(row) for row in self._connection.execute(found.order_by(TaskRow.id))]

    def on_desk(
        self, piles: Collection[Pile], person_id: PersonId, *, most: int
    ) -> Sequence[tuple[TaskId, datetime | None]]:
        """What lies on a person's desk and by when it is due, the first *most* of it in order.

        The earliest due first, what has no limit last.
        """
        if not piles:
            return []
        statement = sql.on_desk(frozenset(piles), self._connection.dialect.name)
        mine = any(one.unnamed is None for one in piles)  # else nobody's own is asked for
        asked = {"person_id": person_id} if mine else {}
        rows = statement.all(self._connection, most=most, **asked)
        return [(TaskId(row.id), row.due_at) for row in rows]

    def watched(self, piles: Collection[Pile], *, late_at: datetime, most: int) -> Watched:
        """What is late in these lanes or has no limit, the first *most* of it; and how many lie."""
        if not piles:
            return Watched(ids=(), late=0, on_desk=0)
        rows = sql.late_or_unlimited(frozenset(piles)).all(self._connection, now=late_at, most=most)
        late = sum(row.due_at is not None for row in rows)
        on_desk = self.count_in(piles, most=most)
        return Watched(ids=[TaskId(row.id) for row in rows], late=late, on_desk=on_desk)

    def count_in(self, piles: Collection[Pile], *, most: int) -> int:
        """How many open tasks lie in these lanes, counted up to *most*."""
        if not piles:
            return 0
        counted: int = sql.counted(frozenset(piles)).first(self._connection, most=most).counted
        return counted

    def count_held(self, piles: Collection[Pile], person_id: PersonId, *, most: int) -> int:
        """How many of them one person holds, counted up to *most*."""
        if not piles:
            return 0
        held = sql.counted_in_hands(frozenset(piles))
        counted: int = held.first(self._connection, person_id=person_id, most=most).counted
        return counted

    def held_by(
        self, person_id: PersonId, lanes: Collection[tuple[ProcedureId, str]], *, most: int
    ) -> Sequence[tuple[Task, Case]]:
        """The first *most* files that somebody holds in these lanes; none that is being signed."""
        return self.open_among(self._held(person_id, lanes, most))

    def _held(
        self, person_id: PersonId, lanes: Collection[tuple[ProcedureId, str]], most: int
    ) -> Sequence[TaskId]:
        """Range by range: of a limit alone PostgreSQL hopes to meet what it wants on its way."""
        piles = frozenset(Pile(procedure_id=one, lane=lane) for one, lane in lanes)
        if not piles:
            return []
        held = sql.in_hands(piles, self._connection.dialect.name)
        rows = held.all(self._connection, person_id=person_id, most=most)
        return [TaskId(row.id) for row in rows]

    def count_held_by(self, person_id: PersonId, lanes: Collection[tuple[ProcedureId, str]]) -> int:
        """How many these are."""
        found = select(func.count()).where(*_held(person_id, lanes))
        return self._connection.execute(found).scalar_one()

    def give_back_held(
        self,
        person_id: PersonId,
        lanes: Collection[tuple[ProcedureId, str]],
        *,
        most: int,
        shares: Mapping[tuple[ProcedureId, str], Sequence[PersonId]],
    ) -> int:
        """Lay up to *most* of these files back into their lanes; return how many it were.

        Those of a lane in *shares* go to its people in equal parts, except a request of their own.
        """
        first = self._held(person_id, lanes, most)
        parts = [
            (and_(sql.in_lane(*lane), TaskRow.id % len(people) == place, not_(_own(one))), one)
            for lane, people in shares.items()
            for place, one in enumerate(people)
        ]
        given = (
            update(TaskRow)
            .where(TaskRow.id.in_(first))
            .values(
                holder_id=case(*parts, else_=None) if parts else None,
                received_at=None,
                reminded_at=None,
                version=TaskRow.version + 1,
            )
        )
        return self._connection.execute(given).rowcount

    def holders_in(self, piles: Collection[Pile]) -> Sequence[tuple[ProcedureId, str, PersonId]]:
        """Who holds anything in each of these lanes; what they hold is not looked through."""
        if not piles:
            return []
        rows = sql.holders(frozenset(piles)).all(self._connection)
        return [(ProcedureId(row.p), row.l, PersonId(row.h)) for row in rows]

    def ahead_of(
        self, person_id: PersonId, lanes: Collection[tuple[ProcedureId, str]], *, most: int
    ) -> tuple[TaskId | None, int]:
        """The task due next on a person's desk, and how many wait there, counted up to *most*."""
        piles = [Pile(procedure_id=procedure, lane=lane) for procedure, lane in lanes]
        if not piles:
            return None, 0
        statement = sql.ahead(frozenset(piles), self._connection.dialect.name)
        first = statement.first(self._connection, most=most, person_id=person_id)
        return (None, 0) if first is None else (TaskId(first.id), min(first.counted, most))

    def count_open_of(self, applicant_id: PersonId) -> int:
        """How many requests of an applicant are still under way."""
        found = select(func.count()).where(
            CaseRow.applicant_id == applicant_id, CaseRow.state == CaseState.OPEN.value
        )
        return self._connection.execute(found).scalar_one()


def _held(person_id: PersonId, lanes: Collection[tuple[ProcedureId, str]]) -> list[Any]:
    within = or_(false(), *(sql.in_lane(*lane) for lane in sorted(lanes)))
    free = TaskRow.done_at.is_(None), TaskRow.signing_since.is_(None)
    return [*free, TaskRow.holder_id == person_id, within]


def _own(person_id: PersonId) -> Any:
    return exists().where(CaseRow.id == TaskRow.case_id, CaseRow.applicant_id == person_id)
