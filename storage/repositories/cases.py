"""Cases and their tasks, from the first opening to the last decision."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from storage.models.cases import CaseRow, TaskRow
from storage.prepared import Prepared
from storage.repositories.case_rows import (
    BOTH,
    CASES,
    MAIN,
    OF_THE_CASE,
    SAVED_OF_TASK,
    TASKS,
    alarm_out,
    both,
    case_of,
    marks_out,
    task_of,
    task_out,
)
from workflow.alarms import Alarm
from workflow.case import Case, CaseState, Task
from workflow.engine import Change, NewTask
from workflow.errors import ChangedMeanwhile, NotFound
from workflow.ids import (
    CaseId,
    PersonId,
    ProcedureId,
    ServiceId,
    StepId,
    TaskId,
)
from workflow.taking_back import Undoing

_CASE_BY_ID = Prepared(CASES.where(CaseRow.id == bindparam("id")))
_TASK_BY_ID = Prepared(TASKS.where(TaskRow.id == bindparam("id")))
_BOTH_BY_TASK = Prepared(BOTH.where(TaskRow.id == bindparam("id")))
_ITS_CASE = select(TaskRow.case_id).where(TaskRow.id == bindparam("id")).scalar_subquery()
_CASE_BY_TASK = Prepared(CASES.where(CaseRow.id == _ITS_CASE))
_TASKS_OF_CASE = Prepared(OF_THE_CASE.where(MAIN))
_ALL_OF_CASE = Prepared(OF_THE_CASE)
_SAVING_TASK = (
    update(TaskRow)
    .where(TaskRow.id == bindparam("the_id"), TaskRow.version == bindparam("the_version"))
    .values({name: bindparam(name) for name in (*SAVED_OF_TASK, "version")})
    .returning(TaskRow.id)
)
_SAVE_TASK = Prepared(_SAVING_TASK)
_CLOSE_TASK = Prepared(_SAVING_TASK.values(next_alarm_at=None, next_alarm=None))
_SAVE_CASE = Prepared(
    update(CaseRow)
    .where(CaseRow.id == bindparam("the_id"), CaseRow.version == bindparam("the_version"))
    .values({name: bindparam(name) for name in ("state", "step", "ended_at", "version")})
    .returning(CaseRow.id)
)
_OF_CASE = CaseRow.id == bindparam("case_id")
_OPEN_TASK = Prepared(
    insert(TaskRow)
    .values(
        {
            "procedure_id": select(CaseRow.procedure_id).where(_OF_CASE).scalar_subquery(),
            "at_desk": select(CaseRow.applicant_id.is_(None)).where(_OF_CASE).scalar_subquery(),
        }
        | {
            name: bindparam(name)
            for name in (
                *("case_id", "step", "lane", "opened_at", "due_at", "holder_id", "done_as"),
                *("note", "marks", "because", "because_marks", "version"),
                *("next_alarm_at", "next_alarm", "limit_from"),
                *("kind", "below", "asked_by", "asked_as"),
            )
        }
    )
    .returning(TaskRow.id)
)


class TaskRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: dict[CaseId, Sequence[Task]] = {}

    def add(
        self,
        *,
        number: str,
        code: str,
        link_code: str | None,
        procedure_id: ProcedureId,
        procedure_version: int,
        service: ServiceId | None,
        subject: str,
        applicant_id: PersonId | None,
        step: StepId,
        answers: Mapping[str, str],
        at: datetime,
        corrects: CaseId | None = None,
    ) -> Case:
        case_id = self._connection.execute(
            insert(CaseRow)
            .values(
                number=number,
                code=code,
                link_code=link_code,
                procedure_id=procedure_id,
                procedure_version=procedure_version,
                service=service,
                subject=subject,
                applicant_id=applicant_id,
                state=CaseState.OPEN.value,
                step=step,
                answers=dict(answers),
                opened_at=at,
                corrects=corrects,
                version=1,
            )
            .returning(CaseRow.id)
        ).scalar_one()
        return self.get(CaseId(case_id))

    def get(self, case_id: CaseId) -> Case:
        row = _CASE_BY_ID.first(self._connection, id=case_id)
        if row is None:
            raise NotFound(f"case {case_id}")
        return case_of(row._asdict())

    def corrections_of(self, case_id: CaseId) -> Sequence[Case]:
        """The cases that correct this one's answer, in order."""
        found = CASES.where(CaseRow.corrects == case_id).order_by(CaseRow.id)
        return [case_of(row._mapping) for row in self._connection.execute(found)]

    def find_by_code(self, code: str) -> Case | None:
        row = self._connection.execute(CASES.where(CaseRow.code == code)).one_or_none()
        return None if row is None else case_of(row._mapping)

    def find_by_number(self, number: str) -> Case | None:
        row = self._connection.execute(CASES.where(CaseRow.number == number)).one_or_none()
        return None if row is None else case_of(row._mapping)

    def find_by_link_code(self, code: str) -> Case | None:
        row = self._connection.execute(CASES.where(CaseRow.link_code == code)).one_or_none()
        return None if row is None else case_of(row._mapping)

    def put_answers(self, case: Case, answers: Mapping[str, str], *, subject: str) -> None:
        """Put answers in the place of those that were read; raises ChangedMeanwhile."""
        saved = self._connection.execute(
            update(CaseRow)
            .where(CaseRow.id == case.id, CaseRow.version == case.version)
            .values(answers=dict(answers), subject=subject, version=case.version + 1)
            .returning(CaseRow.id)
        ).one_or_none()
        if saved is None:
            raise ChangedMeanwhile(f"case {case.id}, version {case.version}")

    def open_task(self, case_id: CaseId, opening: NewTask, alarm: Alarm | None) -> Task:
        row = _OPEN_TASK.first(
            self._connection,
            case_id=case_id,
            step=opening.step,
            lane=opening.lane,
            opened_at=opening.opened_at,
            due_at=opening.due_at,
            limit_from=opening.limit_from,
            holder_id=opening.holder_id,
            done_as="",
            note="",
            marks=[],
            because=opening.because,
            because_marks=marks_out(opening.because_marks),
            version=1,
            kind=opening.kind.value,
            below=opening.below,
            asked_by=opening.asked_by,
            asked_as=opening.asked_as,
            **alarm_out(alarm),
        )
        return Task(
            id=TaskId(row.id),
            case_id=case_id,
            step=opening.step,
            lane=opening.lane,
            opened_at=opening.opened_at,
            due_at=opening.due_at,
            limit_from=opening.limit_from,
            holder_id=opening.holder_id,
            because=opening.because,
            because_marks=opening.because_marks,
            kind=opening.kind,
            below=opening.below,
            asked_by=opening.asked_by,
            asked_as=opening.asked_as,
        )

    def task(self, task_id: TaskId) -> Task:
        row = _TASK_BY_ID.first(self._connection, id=task_id)
        if row is None:
            raise NotFound(f"task {task_id}")
        return task_of(row._asdict())

    def task_and_case(self, task_id: TaskId) -> tuple[Task, Case]:
        row = _BOTH_BY_TASK.first(self._connection, id=task_id)
        if row is None:
            raise NotFound(f"task {task_id}")
        return both(row)

    def case_and_tasks(self, task_id: TaskId) -> tuple[Case, Sequence[Task]]:
        """The case that a task belongs to, with all its tasks in order, also those beside the main
        ones; raises NotFound."""
        row = _CASE_BY_TASK.first(self._connection, id=task_id)
        if row is None:
            raise NotFound(f"task {task_id}")
        case = case_of(row._asdict())
        rows = _ALL_OF_CASE.all(self._connection, case_id=case.id)
        return case, [task_of(one._asdict()) for one in rows]

    def keep_tasks(self, case_id: CaseId, tasks: Sequence[Task]) -> None:
        """In a work that changes nothing of the case whoever asks for its tasks gets these."""
        self._kept[case_id] = tasks

    def tasks_of(self, case_id: CaseId) -> Sequence[Task]:
        """The main tasks of a case, in order."""
        if (kept := self._kept.get(case_id)) is not None:
            return kept
        rows = _TASKS_OF_CASE.all(self._connection, case_id=case_id)
        return [task_of(row._asdict()) for row in rows]

    def newest_of(
        self, applicant_id: PersonId, *, limit: int
    ) -> Sequence[tuple[Case, Task | None]]:
        """An applicant's cases, the newest first, each with the task that is open."""
        newest = CASES.where(CaseRow.applicant_id == applicant_id).order_by(CaseRow.id.desc())
        rows = self._connection.execute(newest.limit(limit))
        cases = [case_of(row._mapping) for row in rows]
        opened = TASKS.where(
            TaskRow.case_id.in_([case.id for case in cases]), TaskRow.done_at.is_(None), MAIN
        )
        tasks = [task_of(row._mapping) for row in self._connection.execute(opened)]
        by_case = {task.case_id: task for task in tasks}
        return [(case, by_case.get(case.id)) for case in cases]

    def save_task(self, task: Task) -> None:
        """Write a task, unless somebody else wrote it first; a closed one has no alarm left."""
        save = _SAVE_TASK if task.is_open else _CLOSE_TASK
        saved = save.first(
            self._connection,
            the_id=task.id,
            the_version=task.version,
            **task_out(task),
            version=task.version + 1,
        )
        if saved is None:
            raise ChangedMeanwhile(f"task {task.id}, version {task.version}")

    def save(self, change: Change, alarm: Alarm | None) -> Task | None:
        """Write everything one decision changed; return the task it opened."""
        self.save_task(change.done)
        self._save_case(change.case)
        if change.opened is None:
            return None
        return self.open_task(change.case.id, change.opened, alarm)

    def take_back(self, undoing: Undoing, alarm: Alarm | None) -> Task:
        """Write everything that undoing a decision changed; return the task it opened anew."""
        for task in (undoing.undone, undoing.recalled):
            if task is not None:
                self.save_task(task)
        self._save_case(undoing.case)
        opened = self.open_task(undoing.case.id, undoing.opened, alarm)
        received = replace(opened, received_at=undoing.opened.opened_at)
        self.save_task(received)
        return replace(received, version=received.version + 1)

    def reopen(self, case: Case, opening: NewTask, alarm: Alarm | None) -> Task:
        """Write that a case which had ended goes on; return the task it goes on with."""
        self._save_case(case)
        return self.open_task(case.id, opening, alarm)

    def _save_case(self, case: Case) -> None:
        saved = _SAVE_CASE.first(
            self._connection,
            the_id=case.id,
            the_version=case.version,
            state=case.state.value,
            step=case.step,
            ended_at=case.ended_at,
            version=case.version + 1,
        )
        if saved is None:
            raise ChangedMeanwhile(f"case {case.id}, version {case.version}")
