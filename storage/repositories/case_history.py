"""What was done in a case before, and what was asked beside it."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Connection, and_, bindparam, not_, or_, select

from storage.models.base import Moment
from storage.models.cases import CaseRow, TaskRow
from storage.prepared import Prepared
from storage.repositories.case_rows import BOTH, MAIN, OF_THE_CASE, both, task_of
from workflow.case import Case, Task
from workflow.ids import CaseId, PersonId, ProcedureId, StepId, TaskId
from workflow.side import TaskKind

_BEFORE = Prepared(
    select(TaskRow.id, TaskRow.done_by)
    .where(TaskRow.case_id == bindparam("case_id"), TaskRow.id < bindparam("task_id"), MAIN)
    .order_by(TaskRow.id.desc())
    .limit(1)
)
_DECIDED_SINCE = Prepared(
    BOTH.where(
        TaskRow.done_by == bindparam("person_id"),
        TaskRow.done_at >= bindparam("since", type_=Moment),
        TaskRow.outcome.is_not(None),
        MAIN,
    )
    .order_by(TaskRow.done_at.desc(), TaskRow.id.desc())
    .limit(bindparam("most"))
)
_SIDE_TASKS_OF_CASE = Prepared(OF_THE_CASE.where(not_(MAIN)))
_OPEN_QUESTIONS_TO = Prepared(
    BOTH.where(
        CaseRow.applicant_id == bindparam("applicant_id"),
        TaskRow.kind == TaskKind.QUESTION.value,
        TaskRow.done_at.is_(None),
    ).order_by(TaskRow.id)
)


class HistoryRepository:
    """Rows in, domain values out. Changes nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def side_tasks_of(self, case_id: CaseId) -> Sequence[Task]:
        """What was asked beside them, in order."""
        rows = _SIDE_TASKS_OF_CASE.all(self._connection, case_id=case_id)
        return [task_of(row._asdict()) for row in rows]

    def open_questions_to(self, applicant_id: PersonId) -> Sequence[tuple[Task, Case]]:
        """What somebody is asked about their own requests, and has not answered."""
        rows = _OPEN_QUESTIONS_TO.all(self._connection, applicant_id=applicant_id)
        return [both(row) for row in rows]

    def decided_since(
        self, person_id: PersonId, since: datetime, *, most: int
    ) -> Sequence[tuple[Task, Case]]:
        """What somebody decided since a moment, the newest first, also what was taken back."""
        rows = _DECIDED_SINCE.all(self._connection, person_id=person_id, since=since, most=most)
        return [both(row) for row in rows]

    def asked_in(
        self, lanes: Collection[tuple[ProcedureId, str]], *, most: int
    ) -> Sequence[tuple[Task, Case]]:
        """What these lanes of jabatan are asked beside files and have not answered, first due."""
        if not lanes:
            return []
        # One range an SOP: a head is above hundreds of them, and SQLite refuses a thousand "or".
        by_sop: dict[ProcedureId, list[str]] = {}
        for procedure, lane in sorted(lanes):
            by_sop.setdefault(procedure, []).append(lane)
        wanted = [
            and_(TaskRow.procedure_id == procedure, TaskRow.lane.in_(some))
            for procedure, some in by_sop.items()
        ]
        found = BOTH.where(TaskRow.done_at.is_(None), or_(*wanted)).order_by(
            TaskRow.due_at.is_(None), TaskRow.due_at, TaskRow.id
        )
        return [both(row) for row in self._connection.execute(found.limit(most))]

    def decided_before(self, task: Task) -> tuple[TaskId, PersonId] | None:
        """The step from which a file came to this one, and who decided it; nobody for the first."""
        row = _BEFORE.first(self._connection, case_id=task.case_id, task_id=task.id)
        if row is None or row.done_by is None:
            return None
        return TaskId(row.id), PersonId(row.done_by)

    def last_done_by(self, case_id: CaseId, step: StepId) -> PersonId | None:
        found = (
            select(TaskRow.done_by)
            .where(TaskRow.case_id == case_id, TaskRow.step == step, TaskRow.done_at.is_not(None))
            .where(TaskRow.undone_at.is_(None), MAIN)
            .order_by(TaskRow.id.desc())
            .limit(1)
        )
        done_by = self._connection.execute(found).scalar_one_or_none()
        return None if done_by is None else PersonId(done_by)
