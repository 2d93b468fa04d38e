"""Where an applicant's cases stand: positions, never the name of an officer."""

from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.models.cases import CaseRow
from storage.reading.card_lines import choices, marked
from storage.reading.corrections import links_of
from storage.reading.forms import open_draft
from storage.reading.handed_over import answers_in_chat
from storage.reading.holds import hold_of
from storage.reading.leaving import leaving_own
from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Case, CaseState, Task
from workflow.expecting import expected_end
from workflow.ids import CaseId, PersonId
from workflow.pauses import Whose
from workflow.procedure import Procedure, StepKind
from workflow.queries.own_papers import is_released, own_papers
from workflow.queries.rights import may_follow
from workflow.side import TaskKind
from workflow.titles import lane_title
from workflow.views.case import (
    CaseLine,
    CasesView,
    CaseView,
    PickupView,
)
from workflow.views.hold import HoldShown

MOST_CASES = 10


def case_view(
    work: SqlUnitOfWork,
    case_id: CaseId,
    person_id: PersonId,
    *,
    now: datetime,
    reminding: bool = False,
) -> CaseView | None:
    """Nothing for whoever may not follow the case."""
    case = work.cases.get(case_id)
    if not may_follow(case, person_id):
        return None
    return _case(work, case, now=now, reminding=reminding)


def _case(work: SqlUnitOfWork, case: Case, *, now: datetime, reminding: bool) -> CaseView:
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    tasks = work.cases.tasks_of(case.id)
    last = tasks[-1]
    step = procedure.step(last.step)
    open_task = last if last.is_open else None
    with_applicant = open_task is not None and procedure.lanes[last.lane].applicant
    files = work.cases.attachments(case.id)
    return CaseView(
        case_id=case.id,
        number=case.number,
        code=case.code,
        title=procedure.title_of(case.service),
        subject=case.subject,
        state=case.state,
        step_number=step.number,
        steps=procedure.rows_with(step),
        step_short=step.short,
        lane_title=lane_title(work.office, procedure, last.lane),
        with_applicant=with_applicant,
        due_at=None if open_task is None else open_task.due_at,
        late=_is_late(open_task, now) and not with_applicant,
        expected_at=_expected_at(work, procedure, open_task, now),
        opened_at=case.opened_at,
        ended_at=case.ended_at,
        reason=_reason(case, last),
        marks=marked(procedure, last.because_marks),
        task_id=None if open_task is None else open_task.id,
        choices=choices(step) if with_applicant and step.kind is StepKind.ACKNOWLEDGE else (),
        repair=with_applicant and step.kind is StepKind.SUBMIT,
        released=answers_in_chat(work, case, procedure, tasks, files),
        waits_since=_waits_since(procedure, case, open_task) if reminding else None,
        to_collect=procedure.pickup_of(case.service) is not None and is_released(tasks, procedure),
        held=_held(work, case, open_task, now),
        papers=own_papers(work, case, procedure, tasks, files),
        **_beside(work, case, open_task),
        **links_of(work, case),
        **leaving_own(work, case, tasks, procedure, now),
        now=now,
    )


def _beside(work: SqlUnitOfWork, case: Case, task: Task | None) -> dict[str, Any]:
    """What either side has asked, and not been answered."""
    asked = [one for one in work.cases.side_tasks_of(case.id) if one.is_open]
    enquired = [one.opened_at for one in asked if one.kind is TaskKind.ENQUIRY]
    below = None if task is None else task.id
    questions = [one.id for one in asked if one.kind is TaskKind.QUESTION and one.below == below]
    return {
        "question": questions[0] if questions else None,
        "enquired_at": enquired[0] if enquired else None,
    }


def _held(work: SqlUnitOfWork, case: Case, task: Task | None, now: datetime) -> HoldShown | None:
    """What the office waits for, where the limit waits; a question is shown by its own screen."""
    held = None if task is None else hold_of(work, task, case, now=now)
    if held is None or not held.stopped or held.whose is Whose.APPLICANT:
        return None
    return held


def _expected_at(
    work: SqlUnitOfWork, procedure: Procedure, task: Task | None, now: datetime
) -> datetime | None:
    return None if task is None else expected_end(procedure, task, work.calendar, now=now)


def pickup_view(work: SqlUnitOfWork, case_id: CaseId, *, now: datetime) -> PickupView | None:
    """What an applicant brings, where and when; nothing where all is sent to the chat."""
    case = work.cases.get(case_id)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    pickup = procedure.pickup_of(case.service)
    if pickup is None:
        return None
    head = work.office.letterhead
    return PickupView(
        number=case.number,
        title=procedure.title_of(case.service),
        bring=pickup.bring,
        where=pickup.where or f"{head.name}, {head.address}",
        when=pickup.when,
        hours=work.calendar.week_on(now.astimezone(work.calendar.tz).date()),
    )


def _waits_since(procedure: Procedure, case: Case, task: Task | None) -> datetime | None:
    if task is None:
        return None
    waits = procedure.waits_for_applicant(procedure.step(task.step), case.service)
    return task.opened_at if waits else None


def _is_late(task: Task | None, now: datetime) -> bool:
    return task is not None and task.due_at is not None and now > task.due_at


def _reason(case: Case, last: Task) -> str:
    return last.note if case.state is CaseState.REFUSED else last.because


def cases_view(work: SqlUnitOfWork, person_id: PersonId) -> CasesView:
    return CasesView(
        lines=tuple(
            _line(work, case, task)
            for case, task in work.cases.newest_of(person_id, limit=MOST_CASES)
            if work.procedures.find(case.procedure_id, case.procedure_version) is not None
        ),
        open_draft=open_draft(work, person_id),
    )


def newest_cases(work: SqlUnitOfWork, *, limit: int) -> list[CaseId]:
    """The cases of the whole office, the newest first."""
    found = select(CaseRow.id).order_by(CaseRow.id.desc()).limit(limit)
    return [CaseId(one) for one in work.connection.scalars(found)]


def _line(work: SqlUnitOfWork, case: Case, task: Task | None) -> CaseLine:
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    step = procedure.step(task.step) if task is not None else procedure.steps[-1]
    lane = procedure.lane_of(step, case.service) if task is None else task.lane
    return CaseLine(
        case_id=case.id,
        number=case.number,
        title=procedure.title_of(case.service),
        state=case.state,
        step_number=step.number,
        steps=procedure.rows_with(step),
        lane_title=lane_title(work.office, procedure, lane),
        due_at=None if task is None else task.due_at,
        with_applicant=task is not None and procedure.lanes[task.lane].applicant,
    )
