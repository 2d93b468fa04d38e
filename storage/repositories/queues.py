"""What lies on whose desk."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, and_, bindparam, func, or_, select

from storage.models.cases import CaseRow, MemberRow, TaskRow
from storage.prepared import Prepared
from storage.repositories.case_rows import BOTH, both
from workflow.case import Case, Task
from workflow.ids import PersonId, ProcedureId, TaskId


class QueueRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

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
        """
        wanted = [_in_lane(procedure, lane) for procedure, lane in sorted(lanes)]
        for procedure, lane in sorted(served):
            wanted.append(and_(_in_lane(procedure, lane), CaseRow.applicant_id.is_(None)))
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

    def ahead_of(
        self, person_id: PersonId, lanes: Collection[tuple[ProcedureId, str]], *, most: int
    ) -> tuple[TaskId | None, int]:
        """The task due next on a person's desk, and how many wait there, counted up to *most*."""
        if not lanes:
            return None, 0
        ahead = _ahead(frozenset(lanes), most).first(self._connection, person_id=person_id)
        first = ahead.due if ahead.due is not None else ahead.first
        return None if first is None else TaskId(first), ahead.waiting


@lru_cache(maxsize=256)  # one for each set of lanes that somebody holds
def _ahead(lanes: frozenset[tuple[ProcedureId, str]], most: int) -> Prepared:
    """How much waits in these lanes, what of it is due first, and what came first."""
    mine = (
        select(TaskRow.id)
        .join(CaseRow, CaseRow.id == TaskRow.case_id)
        .where(
            TaskRow.done_at.is_(None),
            or_(TaskRow.holder_id.is_(None), TaskRow.holder_id == bindparam("person_id")),
            or_(*(_in_lane(procedure, lane) for procedure, lane in sorted(lanes))),
        )
    )
    waiting = select(func.count()).select_from(mine.limit(most).subquery())
    due = mine.where(TaskRow.due_at.is_not(None)).order_by(TaskRow.due_at, TaskRow.id).limit(1)
    return Prepared(
        select(
            waiting.scalar_subquery().label("waiting"),
            due.scalar_subquery().label("due"),
            mine.order_by(TaskRow.id).limit(1).scalar_subquery().label("first"),
        )
    )


def _in_lane(procedure: ProcedureId, lane: str) -> Any:
    return and_(CaseRow.procedure_id == procedure, TaskRow.lane == lane)
