"""Cases and their tasks: the only module that reads or writes their tables."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, func, insert, or_, select, update

from storage.models.cases import CaseRow, MarkRow, MemberRow, TaskRow
from storage.prepared import Prepared
from workflow.alarms import Alarm, AlarmKind, Listener
from workflow.case import Case, CaseState, Defect, Mark, Task
from workflow.engine import Change, NewTask
from workflow.errors import ChangedMeanwhile, NotFound
from workflow.ids import (
    CaseId,
    ItemId,
    LaneId,
    OutcomeId,
    PersonId,
    ProcedureId,
    ServiceId,
    StepId,
    TaskId,
)

_TASK_COLUMNS = tuple(column.name for column in TaskRow.__table__.c)
_CASE_COLUMNS = tuple(column.name for column in CaseRow.__table__.c)
_TASKS = select(*TaskRow.__table__.c)
_CASES = select(*CaseRow.__table__.c)
_BOTH = select(
    *(column.label(f"t_{column.name}") for column in TaskRow.__table__.c),
    *(column.label(f"c_{column.name}") for column in CaseRow.__table__.c),
).join_from(TaskRow, CaseRow, TaskRow.case_id == CaseRow.id)
_CASE_BY_ID = Prepared(_CASES.where(CaseRow.id == bindparam("id")))
_TASK_BY_ID = Prepared(_TASKS.where(TaskRow.id == bindparam("id")))
_BOTH_BY_TASK = Prepared(_BOTH.where(TaskRow.id == bindparam("id")))
_TASKS_OF_CASE = Prepared(
    _TASKS.where(TaskRow.case_id == bindparam("case_id")).order_by(TaskRow.id)
)
_SAVING_TASK = (
    update(TaskRow)
    .where(TaskRow.id == bindparam("the_id"), TaskRow.version == bindparam("the_version"))
    .values(
        {
            name: bindparam(name)
            for name in (
                *("holder_id", "received_at", "signing_since", "done_at", "done_by", "done_as"),
                *("outcome", "note", "marks", "version"),
            )
        }
    )
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
_SET_ALARM = Prepared(
    update(TaskRow)
    .where(TaskRow.id == bindparam("the_id"), TaskRow.done_at.is_(None))
    .values({name: bindparam(name) for name in ("next_alarm_at", "next_alarm")})
)
_OPEN_TASK = Prepared(
    insert(TaskRow)
    .values(
        {
            name: bindparam(name)
            for name in (
                *("case_id", "step", "lane", "opened_at", "due_at", "holder_id", "done_as"),
                *("note", "marks", "because", "because_marks", "version"),
                *("next_alarm_at", "next_alarm"),
            )
        }
    )
    .returning(TaskRow.id)
)
_MARKS = Prepared(
    select(MarkRow.item, MarkRow.defect)
    .where(MarkRow.task_id == bindparam("task_id"))
    .order_by(MarkRow.item)
)


class TaskRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        *,
        number: str,
        code: str,
        procedure_id: ProcedureId,
        procedure_version: int,
        service: ServiceId | None,
        subject: str,
        applicant_id: PersonId | None,
        step: StepId,
        answers: Mapping[str, str],
        at: datetime,
    ) -> Case:
        case_id = self._connection.execute(
            insert(CaseRow)
            .values(
                number=number,
                code=code,
                procedure_id=procedure_id,
                procedure_version=procedure_version,
                service=service,
                subject=subject,
                applicant_id=applicant_id,
                state=CaseState.OPEN.value,
                step=step,
                answers=dict(answers),
                opened_at=at,
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

    def find_by_code(self, code: str) -> Case | None:
        row = self._connection.execute(_CASES.where(CaseRow.code == code)).one_or_none()
        return None if row is None else case_of(row._mapping)

    def put_answers(self, case_id: CaseId, answers: Mapping[str, str], *, subject: str) -> None:
        self._connection.execute(
            update(CaseRow)
            .where(CaseRow.id == case_id)
            .values(answers=dict(answers), subject=subject)
        )

    def open_task(self, case_id: CaseId, opening: NewTask, alarm: Alarm | None) -> Task:
        row = _OPEN_TASK.first(
            self._connection,
            case_id=case_id,
            step=opening.step,
            lane=opening.lane,
            opened_at=opening.opened_at,
            due_at=opening.due_at,
            holder_id=opening.holder_id,
            done_as="",
            note="",
            marks=[],
            because=opening.because,
            because_marks=_marks_out(opening.because_marks),
            version=1,
            **_alarm_out(alarm),
        )
        return Task(
            id=TaskId(row.id),
            case_id=case_id,
            step=opening.step,
            lane=opening.lane,
            opened_at=opening.opened_at,
            due_at=opening.due_at,
            holder_id=opening.holder_id,
            because=opening.because,
            because_marks=opening.because_marks,
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
        return _both(row)

    def open_among(self, task_ids: Collection[TaskId]) -> Sequence[tuple[Task, Case]]:
        """Those of these tasks that are still open, in the order they are named."""
        if not task_ids:
            return []
        found = _BOTH.where(TaskRow.id.in_(task_ids), TaskRow.done_at.is_(None))
        tasks = {row.t_id: _both(row) for row in self._connection.execute(found)}
        return [tasks[one] for one in task_ids if one in tasks]

    def tasks_of(self, case_id: CaseId) -> Sequence[Task]:
        rows = _TASKS_OF_CASE.all(self._connection, case_id=case_id)
        return [task_of(row._asdict()) for row in rows]

    def newest_of(
        self, applicant_id: PersonId, *, limit: int
    ) -> Sequence[tuple[Case, Task | None]]:
        """An applicant's cases, the newest first, each with the task that is open."""
        newest = _CASES.where(CaseRow.applicant_id == applicant_id).order_by(CaseRow.id.desc())
        rows = self._connection.execute(newest.limit(limit))
        cases = [case_of(row._mapping) for row in rows]
        opened = _TASKS.where(
            TaskRow.case_id.in_([case.id for case in cases]), TaskRow.done_at.is_(None)
        )
        tasks = [task_of(row._mapping) for row in self._connection.execute(opened)]
        by_case = {task.case_id: task for task in tasks}
        return [(case, by_case.get(case.id)) for case in cases]

    def open_task_of(self, case_id: CaseId) -> Task | None:
        found = _TASKS.where(TaskRow.case_id == case_id, TaskRow.done_at.is_(None))
        row = self._connection.execute(found).one_or_none()
        return None if row is None else task_of(row._mapping)

    def save_task(self, task: Task) -> None:
        """Write a task, unless somebody else wrote it first; a closed one has no alarm left."""
        save = _SAVE_TASK if task.is_open else _CLOSE_TASK
        saved = save.first(
            self._connection,
            the_id=task.id,
            the_version=task.version,
            holder_id=task.holder_id,
            received_at=task.received_at,
            signing_since=task.signing_since,
            done_at=task.done_at,
            done_by=task.done_by,
            done_as=task.done_as,
            outcome=task.outcome,
            note=task.note,
            marks=_marks_out(task.marks),
            version=task.version + 1,
        )
        if saved is None:
            raise ChangedMeanwhile(f"task {task.id}, version {task.version}")

    def save(self, change: Change, alarm: Alarm | None) -> Task | None:
        """Write everything one decision changed; return the task it opened."""
        self.save_task(change.done)
        case = change.case
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
        if change.opened is None:
            return None
        return self.open_task(case.id, change.opened, alarm)

    def last_done_by(self, case_id: CaseId, step: StepId) -> PersonId | None:
        found = (
            select(TaskRow.done_by)
            .where(TaskRow.case_id == case_id, TaskRow.step == step, TaskRow.done_at.is_not(None))
            .order_by(TaskRow.id.desc())
            .limit(1)
        )
        done_by = self._connection.execute(found).scalar_one_or_none()
        return None if done_by is None else PersonId(done_by)

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

    def marks(self, task_id: TaskId) -> tuple[Mark, ...]:
        return tuple(
            Mark(item=ItemId(row.item), defect=Defect(row.defect))
            for row in _MARKS.all(self._connection, task_id=task_id)
        )

    def set_mark(self, task_id: TaskId, item: ItemId, mark: Mark | None) -> None:
        self._connection.execute(
            delete(MarkRow).where(MarkRow.task_id == task_id, MarkRow.item == item)
        )
        if mark is not None:
            self._connection.execute(
                insert(MarkRow).values(task_id=task_id, item=item, defect=mark.defect.value)
            )

    def alarms_due(
        self, until: datetime, *, limit: int, after: tuple[datetime, TaskId] | None = None
    ) -> Sequence[tuple[Task, Case, Alarm]]:
        """Open tasks whose alarm has come, the longest waiting first; those *after* one seen."""
        found = _BOTH.where(TaskRow.next_alarm_at <= until)
        if after is not None:
            at, task_id = after
            found = found.where(
                TaskRow.next_alarm_at >= at, or_(TaskRow.next_alarm_at > at, TaskRow.id > task_id)
            )
        found = found.order_by(TaskRow.next_alarm_at, TaskRow.id).limit(limit)
        return [(*_both(row), _alarm_in(row)) for row in self._connection.execute(found)]

    def set_alarms(self, alarms: Mapping[TaskId, Alarm | None]) -> None:
        _SET_ALARM.run_each(
            self._connection,
            [{"the_id": task, **_alarm_out(alarm)} for task, alarm in alarms.items()],
        )

    def set_due(self, task_id: TaskId, due_at: datetime | None, alarm: Alarm | None) -> None:
        """The calendar has changed: another moment at which a limit lapses."""
        self._connection.execute(
            update(TaskRow)
            .where(TaskRow.id == task_id, TaskRow.done_at.is_(None))
            .values(due_at=due_at, **_alarm_out(alarm))
        )

    def open_with_limit(self) -> Sequence[tuple[Task, Case]]:
        """Every open task that is to be done by a moment."""
        found = _BOTH.where(TaskRow.done_at.is_(None), TaskRow.due_at.is_not(None))
        return [_both(row) for row in self._connection.execute(found.order_by(TaskRow.id))]

    def next_alarm_at(self) -> datetime | None:
        found = (
            select(TaskRow.next_alarm_at)
            .where(TaskRow.next_alarm_at.is_not(None))
            .order_by(TaskRow.next_alarm_at)
            .limit(1)
        )
        return self._connection.execute(found).scalar_one_or_none()

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
        found = _BOTH.where(TaskRow.done_at.is_(None), or_(*wanted)).order_by(
            TaskRow.due_at.is_(None), TaskRow.due_at, TaskRow.id
        )
        return [_both(row) for row in self._connection.execute(found)]

    def open_in_teams(self, person_id: PersonId) -> Sequence[tuple[Task, Case]]:
        """Open tasks of the teams a person was appointed to."""
        found = _BOTH.join(
            MemberRow,
            and_(MemberRow.case_id == TaskRow.case_id, MemberRow.lane == TaskRow.lane),
        ).where(TaskRow.done_at.is_(None), MemberRow.person_id == person_id)
        return [_both(row) for row in self._connection.execute(found.order_by(TaskRow.id))]

    def ahead_of(
        self, person_id: PersonId, lanes: Collection[tuple[ProcedureId, str]], *, most: int
    ) -> tuple[TaskId | None, int]:
        """The task due next on a person's desk, and how many wait there, counted up to *most*."""
        if not lanes:
            return None, 0
        waiting, due, any_of_them = _ahead(frozenset(lanes), most)
        count = waiting.first(self._connection, person_id=person_id).waiting
        if count == 0:
            return None, 0
        first = due.first(self._connection, person_id=person_id) or any_of_them.first(
            self._connection, person_id=person_id
        )
        return TaskId(first.id), count


@lru_cache(maxsize=256)  # one for each set of lanes that somebody holds
def _ahead(lanes: frozenset[tuple[ProcedureId, str]], most: int) -> tuple[Prepared, ...]:
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
    waiting = mine.limit(most).subquery()
    due = mine.where(TaskRow.due_at.is_not(None)).order_by(TaskRow.due_at, TaskRow.id)
    return (
        Prepared(select(func.count().label("waiting")).select_from(waiting)),
        Prepared(due.limit(1)),
        Prepared(mine.order_by(TaskRow.id).limit(1)),
    )


def _in_lane(procedure: ProcedureId, lane: str) -> Any:
    return and_(CaseRow.procedure_id == procedure, TaskRow.lane == lane)


def _both(row: Any) -> tuple[Task, Case]:
    values = tuple(row)
    task = dict(zip(_TASK_COLUMNS, values, strict=False))
    case = dict(zip(_CASE_COLUMNS, values[len(_TASK_COLUMNS) :], strict=False))
    return task_of(task), case_of(case)


def case_of(row: Mapping[Any, Any]) -> Case:
    return Case(
        id=CaseId(row["id"]),
        number=row["number"],
        code=row["code"],
        procedure_id=ProcedureId(row["procedure_id"]),
        procedure_version=row["procedure_version"],
        service=None if row["service"] is None else ServiceId(row["service"]),
        subject=row["subject"],
        applicant_id=None if row["applicant_id"] is None else PersonId(row["applicant_id"]),
        state=CaseState(row["state"]),
        step=None if row["step"] is None else StepId(row["step"]),
        answers=row["answers"],
        opened_at=row["opened_at"],
        ended_at=row["ended_at"],
        version=row["version"],
    )


def task_of(row: Mapping[Any, Any]) -> Task:
    return Task(
        id=TaskId(row["id"]),
        case_id=CaseId(row["case_id"]),
        step=StepId(row["step"]),
        lane=LaneId(row["lane"]),
        opened_at=row["opened_at"],
        due_at=row["due_at"],
        holder_id=None if row["holder_id"] is None else PersonId(row["holder_id"]),
        received_at=row["received_at"],
        signing_since=row["signing_since"],
        done_at=row["done_at"],
        done_by=None if row["done_by"] is None else PersonId(row["done_by"]),
        done_as=row["done_as"],
        outcome=None if row["outcome"] is None else OutcomeId(row["outcome"]),
        note=row["note"],
        marks=_marks_in(row["marks"]),
        because=row["because"],
        because_marks=_marks_in(row["because_marks"]),
        version=row["version"],
    )


def _marks_in(kept: Sequence[Sequence[str]]) -> tuple[Mark, ...]:
    return tuple(Mark(item=ItemId(item), defect=Defect(defect)) for item, defect in kept)


def _marks_out(marks: Sequence[Mark]) -> list[list[str]]:
    return [[mark.item, mark.defect.value] for mark in marks]


def _alarm_out(alarm: Alarm | None) -> dict[str, Any]:
    if alarm is None:
        return {"next_alarm_at": None, "next_alarm": None}
    also = ",".join(sorted(one.value for one in alarm.also))
    return {"next_alarm_at": alarm.at, "next_alarm": f"{alarm.kind.value}:{also}"}


def _alarm_in(row: Row[Any]) -> Alarm:
    kind, _, also = row.t_next_alarm.partition(":")
    return Alarm(
        kind=AlarmKind(kind),
        at=row.t_next_alarm_at,
        also=frozenset(Listener(one) for one in also.split(",") if one),
    )
