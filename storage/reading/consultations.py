"""Consultations, for whoever is asked and for whoever has the file."""

from collections.abc import Sequence
from datetime import datetime

from storage.reading.card_lines import facts
from storage.unit_of_work import SqlUnitOfWork
from workflow import rights
from workflow.case import Task
from workflow.consulting import ConsultationEnd, read_asked
from workflow.ids import PersonId, TaskId
from workflow.queries.consulting import consultable, consultations_below, is_given
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.people import called
from workflow.queries.posts import post_title
from workflow.queries.rights import adviser
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.side import jabatan_of
from workflow.views.consultation import ConsultationView
from workflow.views.due import due
from workflow.views.task import Face, Mode, OpinionShown, VerbOption


def consultation_view(
    work: SqlUnitOfWork, asked: TaskId, person_id: PersonId, *, now: datetime
) -> ConsultationView | None:
    """Nothing for whoever does not sit in the jabatan that was asked."""
    task, case = work.cases.task_and_case(asked)
    if not rights.may(Act.SEE, task, adviser(work, person_id, task)):
        return None
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    mode = work.cards.mode(ScreenName.CONSULTATION.of(asked), person_id)
    return ConsultationView(
        consultation_id=task.id,
        case_number=case.number,
        procedure_title=procedure.title_of(case.service),
        subject=case.subject,
        facts=facts(procedure, case, today=now.astimezone(work.calendar.tz).date()),
        asked_by="" if task.asked_by is None else called(work, task.asked_by, at=task.opened_at),
        asked_as=task.asked_as,
        asked_at=task.opened_at,
        question=task.because,
        due=due(task.due_at, work.calendar, now=task.done_at or now),
        writing=task.is_open and mode.face is Face.WRITING,
        ending=None if task.outcome is None else ConsultationEnd(task.outcome),
        ended_at=task.done_at,
        given_by="" if task.done_by is None else called(work, task.done_by, at=now),
        given_as=task.done_as,
        opinion=task.note,
        now=now,
    )


def opinions_of(
    work: SqlUnitOfWork, task: Task, asked: Sequence[Task], *, now: datetime
) -> tuple[OpinionShown, ...]:
    """Whom whoever has a file asked, and what came back; of all that was asked in its case."""
    return tuple(_opinion(work, one, now=now) for one in consultations_below(task, asked))


def _opinion(work: SqlUnitOfWork, asked: Task, *, now: datetime) -> OpinionShown:
    given = is_given(asked)
    return OpinionShown(
        title=asked_title(work, asked),
        asked_at=asked.opened_at,
        question=asked.because,
        name=called(work, asked.done_by, at=now) if given and asked.done_by else "",
        given_at=asked.done_at if given else None,
        opinion=asked.note,
    )


def asked_title(work: SqlUnitOfWork, asked: Task) -> str:
    """The jabatan that was asked, in the office's words."""
    jabatan = jabatan_of(asked.lane)
    return asked.lane if jabatan is None else post_title(work, jabatan)


def consultable_options(
    work: SqlUnitOfWork, on_desk: TaskOnDesk, mode: Mode
) -> tuple[VerbOption, ...]:
    """Whom one may ask; those chosen so far count as one."""
    chosen = read_asked(mode.note)
    return tuple(
        VerbOption(chosen=one, title=post_title(work, one), count=int(one in chosen))
        for one in consultable(work, on_desk)
    )
