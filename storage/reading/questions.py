"""Questions of the office to applicants, as cards show them."""

from collections.abc import Sequence
from datetime import datetime

from storage.reading.dossiers import Dossier
from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Attachment, Task
from workflow.ids import PersonId, TaskId
from workflow.pauses import Whose
from workflow.queries.questions import asked_people
from workflow.questions import SideEnd, answer_item
from workflow.screen_names import ScreenName
from workflow.side import TaskKind
from workflow.views.question import AskedShown, QuestionView
from workflow.views.task import Face


def question_view(
    work: SqlUnitOfWork, question_id: TaskId, person_id: PersonId, *, now: datetime
) -> QuestionView | None:
    """Nothing for whoever may not answer it."""
    question, case = work.cases.task_and_case(question_id)
    if question.kind is not TaskKind.QUESTION or person_id not in asked_people(work, case):
        return None
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    files = _files(work.cases.attachments(case.id), question)
    mode = work.cards.mode(ScreenName.QUESTION.of(question_id), person_id)
    return QuestionView(
        question_id=question.id,
        case_number=case.number,
        title=procedure.title_of(case.service),
        subject=case.subject,
        asked_as=question.asked_as,
        words=question.because,
        asked_at=question.opened_at,
        answer=question.note,
        files=tuple(file.name for file in files),
        ended_at=question.done_at,
        ending=None if question.outcome is None else SideEnd(question.outcome),
        writing=question.is_open and mode.face is Face.WRITING,
        waits=_waits(work, question),
        in_the_name=case.applicant_id != person_id,
        now=now,
    )


def _waits(work: SqlUnitOfWork, question: Task) -> bool:
    task = None if question.below is None else work.cases.task(question.below)
    if task is None or task.pause_id is None or not question.is_open:
        return False
    return work.pauses.get(task.pause_id).whose is Whose.APPLICANT


def asked_here(dossier: Dossier, task: Task) -> tuple[AskedShown, ...]:
    """What the applicant was asked while a file lay at one step, the newest last."""
    return tuple(
        _asked(one, dossier.attachments)
        for one in dossier.beside
        if one.kind is TaskKind.QUESTION and one.below == task.id
    )


def _asked(question: Task, attachments: Sequence[Attachment]) -> AskedShown:
    ending = None if question.outcome is None else SideEnd(question.outcome)
    answered = ending is SideEnd.ANSWERED
    return AskedShown(
        words=question.because,
        asked_at=question.opened_at,
        answer=question.note if answered else "",
        files=len(_files(attachments, question)) if answered else 0,
        ended_at=question.done_at,
        ending=ending,
        by=question.done_as,
    )


def _files(attachments: Sequence[Attachment], question: Task) -> list[Attachment]:
    item = answer_item(question.id)
    return [one for one in attachments if one.item == item]
