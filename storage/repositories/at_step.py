"""What lies at one step on one desk."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select, union_all

from storage.models.cases import CaseRow, TaskRow
from workflow.case import Task
from workflow.ids import PersonId, ProcedureId, StepId, TaskId

# So many of a lane are looked through: those due first. What lies behind them comes to the front.
_LOOKED_THROUGH = 1000


class AtStep(NamedTuple):
    """How many files of a list are at one step, and the first of them."""

    procedure_id: ProcedureId
    version: int
    step: StepId
    files: int
    first: TaskId


class StepRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def open_at_step(self, like: Task, person_id: PersonId, *, most: int) -> Sequence[TaskId]:
        """Open tasks at the step of one, of the same version of its SOP, that nobody else holds;
        the earliest due first. What is on hold or being signed is left out.
        """
        found = union_all(
            _range(like, TaskRow.holder_id.is_(None)), _range(like, TaskRow.holder_id == person_id)
        ).subquery()
        version = select(CaseRow.procedure_version).where(CaseRow.id == like.case_id)
        same = (
            select(TaskRow.id)
            .join(found, found.c.id == TaskRow.id)
            .join(CaseRow, CaseRow.id == TaskRow.case_id)
            .where(
                TaskRow.step == like.step,
                TaskRow.pause_id.is_(None),
                TaskRow.signing_since.is_(None),
                CaseRow.procedure_version == version.scalar_subquery(),
            )
            .order_by(TaskRow.due_at, TaskRow.id)
            .limit(most)
        )
        return [TaskId(one) for one in self._connection.scalars(same)]

    def steps_among(self, task_ids: Collection[TaskId]) -> Sequence[AtStep]:
        """At which steps these open tasks are, the step of most of them first."""
        if not task_ids:
            return ()
        step = (TaskRow.procedure_id, CaseRow.procedure_version, TaskRow.step)
        counted = func.count().label("counted")
        found = (
            select(*step, counted, func.min(TaskRow.id).label("first"))
            .join(CaseRow, CaseRow.id == TaskRow.case_id)
            .where(TaskRow.id.in_(task_ids), TaskRow.done_at.is_(None), TaskRow.pause_id.is_(None))
            .group_by(*step)
            .order_by(counted.desc(), func.min(TaskRow.id))
        )
        return [_at_step(row._mapping) for row in self._connection.execute(found)]


def _range(like: Task, holder: Any) -> Any:
    lane = select(TaskRow.procedure_id).where(TaskRow.id == like.id).scalar_subquery()
    return (
        select(TaskRow.id)
        .where(
            TaskRow.procedure_id == lane,
            TaskRow.lane == like.lane,
            holder,
            TaskRow.done_at.is_(None),
        )
        .order_by(TaskRow.due_at, TaskRow.id)
        .limit(_LOOKED_THROUGH)
        .subquery()
        .select()
    )


def _at_step(row: Mapping[Any, Any]) -> AtStep:
    return AtStep(
        procedure_id=ProcedureId(row["procedure_id"]),
        version=row["procedure_version"],
        step=StepId(row["step"]),
        files=row["counted"],
        first=TaskId(row["first"]),
    )
