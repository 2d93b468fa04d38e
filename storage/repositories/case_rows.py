"""Rows of cases and tasks as the domain knows them, and back."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select

from storage.models.cases import CaseRow, TaskRow
from workflow.alarms import Alarm, AlarmKind, Listener
from workflow.case import Case, CaseState, Defect, Mark, Task
from workflow.ids import (
    CaseId,
    ItemId,
    LaneId,
    OutcomeId,
    PauseId,
    PersonId,
    ProcedureId,
    ServiceId,
    StepId,
    TaskId,
)
from workflow.side import TaskKind

_TASK_COLUMNS = tuple(column.name for column in TaskRow.__table__.c)
_CASE_COLUMNS = tuple(column.name for column in CaseRow.__table__.c)
SAVED_OF_TASK = (
    "holder_id",
    "received_at",
    "signing_since",
    "signing_by",
    "signing_as",
    "signing_of",
    "reminded_at",
    "pause_id",
    "done_at",
    "done_by",
    "done_as",
    "outcome",
    "note",
    "marks",
    "undone_at",
    "undone_by",
)
TASKS = select(*TaskRow.__table__.c)
CASES = select(*CaseRow.__table__.c)
BOTH = select(
    *(column.label(f"t_{column.name}") for column in TaskRow.__table__.c),
    *(column.label(f"c_{column.name}") for column in CaseRow.__table__.c),
).join_from(TaskRow, CaseRow, TaskRow.case_id == CaseRow.id)

# Those on which a case moves, without what is asked beside them.
MAIN = TaskRow.kind == TaskKind.MAIN.value
OF_THE_CASE = TASKS.where(TaskRow.case_id == bindparam("case_id")).order_by(TaskRow.id)


def both(row: Any) -> tuple[Task, Case]:
    values = tuple(row)
    task = dict(zip(_TASK_COLUMNS, values, strict=False))
    case = dict(zip(_CASE_COLUMNS, values[len(_TASK_COLUMNS) :], strict=False))
    return task_of(task), case_of(case)


def case_of(row: Mapping[Any, Any]) -> Case:
    return Case(
        id=CaseId(row["id"]),
        number=row["number"],
        code=row["code"],
        link_code=row["link_code"],
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
        corrects=None if row["corrects"] is None else CaseId(row["corrects"]),
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
        limit_from=row["limit_from"],
        holder_id=None if row["holder_id"] is None else PersonId(row["holder_id"]),
        received_at=row["received_at"],
        signing_since=row["signing_since"],
        signing_by=None if row["signing_by"] is None else PersonId(row["signing_by"]),
        signing_as=row["signing_as"],
        signing_of=row["signing_of"],
        reminded_at=row["reminded_at"],
        pause_id=None if row["pause_id"] is None else PauseId(row["pause_id"]),
        done_at=row["done_at"],
        done_by=None if row["done_by"] is None else PersonId(row["done_by"]),
        done_as=row["done_as"],
        outcome=None if row["outcome"] is None else OutcomeId(row["outcome"]),
        note=row["note"],
        marks=_marks_in(row["marks"]),
        because=row["because"],
        because_marks=_marks_in(row["because_marks"]),
        undone_at=row["undone_at"],
        undone_by=None if row["undone_by"] is None else PersonId(row["undone_by"]),
        kind=TaskKind(row["kind"]),
        below=None if row["below"] is None else TaskId(row["below"]),
        asked_by=None if row["asked_by"] is None else PersonId(row["asked_by"]),
        asked_as=row["asked_as"],
        version=row["version"],
    )


def task_out(task: Task) -> dict[str, Any]:
    """What may change of a task while it is open, and when it is closed."""
    values = {name: getattr(task, name) for name in SAVED_OF_TASK}
    return {**values, "marks": marks_out(task.marks)}


def _marks_in(kept: Sequence[Sequence[str]]) -> tuple[Mark, ...]:
    return tuple(Mark(item=ItemId(item), defect=Defect(defect)) for item, defect in kept)


def marks_out(marks: Sequence[Mark]) -> list[list[str]]:
    return [[mark.item, mark.defect.value] for mark in marks]


def alarm_out(alarm: Alarm | None) -> dict[str, Any]:
    if alarm is None:
        return {"next_alarm_at": None, "next_alarm": None}
    also = ",".join(sorted(one.value for one in alarm.also))
    return {"next_alarm_at": alarm.at, "next_alarm": f"{alarm.kind.value}:{also}"}


def alarm_in(row: Row[Any]) -> Alarm:
    kind, _, also = row.t_next_alarm.partition(":")
    return Alarm(
        kind=AlarmKind(kind),
        at=row.t_next_alarm_at,
        also=frozenset(Listener(one) for one in also.split(",") if one),
    )
