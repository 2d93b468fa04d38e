"""Tasks beside the main one: opened, saved and ended; none of it moves the case."""

from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from workflow.alarms import Alarm
from workflow.case import Task
from workflow.engine import NewTask
from workflow.ids import LaneId, OutcomeId, PersonId
from workflow.intents import Intent, ShowEnquiry
from workflow.officer_intents import ShowConsultation
from workflow.ports import UnitOfWork
from workflow.side import TaskKind


def begin_side_task(
    work: UnitOfWork,
    task: Task,
    kind: TaskKind,
    lane: LaneId,
    *,
    by: PersonId,
    title: str,
    words: str,
    due_at: datetime | None = None,
    alarm: Alarm | None = None,
) -> Task:
    """Ask something under a main task; the words are kept as why it was opened."""
    opening = NewTask(
        step=task.step,
        lane=lane,
        opened_at=work.now,
        due_at=due_at,
        because=words,
        kind=kind,
        below=task.id,
        asked_by=by,
        asked_as=title,
    )
    return work.cases.open_task(task.case_id, opening, alarm)


def save_side_task(work: UnitOfWork, task: Task) -> Task:
    """As it is from now on; raises ChangedMeanwhile."""
    work.cases.save_task(task)
    return replace(task, version=task.version + 1)


def end_side_task(
    work: UnitOfWork, task: Task, ending: StrEnum, *, by: PersonId, title: str
) -> Task:
    """Close it; what became of it stands as its outcome, an answer as its note."""
    ended = replace(
        task, done_at=work.now, done_by=by, done_as=title, outcome=OutcomeId(ending.value)
    )
    return save_side_task(work, ended)


def card_of(asked: Task, *, fresh: bool = False) -> Intent:
    """The card of what a jabatan is asked, for whoever sits there."""
    if asked.kind is TaskKind.ENQUIRY:
        return ShowEnquiry(enquiry_id=asked.id, fresh=fresh)
    return ShowConsultation(consultation_id=asked.id, fresh=fresh)
