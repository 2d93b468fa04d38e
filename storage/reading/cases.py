"""Where an applicant's cases stand: positions, never the name of an officer."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select

from storage.models.cases import CaseRow
from storage.reading.card_lines import choices, marked
from storage.reading.corrections import asks_for_proxy, links_of
from storage.reading.custody import notes_by_task
from storage.reading.forms import open_draft
from storage.reading.handed_over import answers_in_chat
from storage.reading.holds import hold_of
from storage.unit_of_work import SqlUnitOfWork
from workflow import kartu_kendali, rights
from workflow.case import Case, CaseState, Link, LinkEvent, Task
from workflow.custody import NoteLine
from workflow.expecting import expected_end
from workflow.ids import CaseId, PersonId
from workflow.links import undoable
from workflow.pauses import Whose
from workflow.people import Barred
from workflow.procedure import Procedure, StepKind
from workflow.queries.rights import may_follow, standing
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.side import TaskKind
from workflow.titles import lane_title
from workflow.views.case import (
    CaseLine,
    CasesView,
    CaseView,
    KartuKendaliLine,
    KartuKendaliView,
    LinkLine,
    PickupView,
)
from workflow.views.hold import HoldShown
from workflow.views.task import Face

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
        to_collect=procedure.pickup_of(case.service) is not None and _is_released(tasks, procedure),
        held=_held(work, case, open_task, now),
        **_beside(work, case, open_task),
        **links_of(work, case),
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


def _is_released(tasks: Sequence[Task], procedure: Procedure) -> bool:
    return any(
        task.outcome is not None and procedure.releases(task.step, task.outcome) for task in tasks
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


def kartu_kendali_view(
    work: SqlUnitOfWork, case_id: CaseId, person_id: PersonId | None = None, *, now: datetime
) -> KartuKendaliView:
    """The kartu kendali; the counter finds there how to part the case from a phone."""
    case = work.cases.get(case_id)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    tasks = work.cases.tasks_of(case_id)
    alone_at = {one.id: rights.done_alone(one, case, tasks, procedure) for one in tasks}
    by_id = {one.id: one for one in tasks}
    entries = kartu_kendali.entries(
        tasks,
        procedure,
        work.office,
        work.calendar,
        now=now,
        service=case.service,
        pauses=work.pauses.of_case(case_id),
    )
    notes = notes_by_task(work, case_id)
    return KartuKendaliView(
        case_id=case.id,
        number=case.number,
        title=procedure.title_of(case.service),
        subject=case.subject,
        rows=tuple(
            _kartu_line(
                work,
                procedure,
                by_id[entry.task_id],
                entry,
                alone_at[entry.task_id],
                notes[entry.task_id],
            )
            for entry in entries
        ),
        now=now,
        enquires=_enquires(work, case, tasks[-1], person_id),
        corrects=asks_for_proxy(work, case, tasks[-1], person_id),
        **_linking(work, case, tasks[-1], person_id, now),
    )


def _enquires(work: SqlUnitOfWork, case: Case, task: Task, person_id: PersonId | None) -> bool:
    """For the counter, of a running case whose applicant has no Telegram."""
    if person_id is None or case.applicant_id is not None or case.state is not CaseState.OPEN:
        return False
    who = standing(work, person_id, task, case)
    return rights.allowed(Act.ENQUIRE, set(who.also), rights.state_of(task))


def _linking(
    work: SqlUnitOfWork, case: Case, task: Task, person_id: PersonId | None, now: datetime
) -> dict[str, Any]:
    links = work.cases.links(case.id) if case.link_code is not None else ()
    shown = {"links": tuple(_link_line(work, one, now) for one in links)}
    if person_id is None or not undoable(case, links):
        return shown
    who = standing(work, person_id, task, case)
    may = rights.allowed(Act.UNLINK, set(who.also), rights.state_of(task))
    asked = work.cards.mode(ScreenName.KARTU.of(case.id), person_id).face is Face.UNLINK
    return {**shown, "undoable": may, "asked": may and asked}


def _link_line(work: SqlUnitOfWork, link: Link, now: datetime) -> LinkLine:
    """Whoever of the office parted them, by name; whoever tried to follow has none here."""
    held = work.people.on_record(link.person_id, at=link.at)
    name = held[0].name if held and link.what is LinkEvent.UNLINKED else ""
    return LinkLine(what=link.what, at=link.at, name=name)


def _kartu_line(
    work: SqlUnitOfWork,
    procedure: Procedure,
    task: Task,
    entry: kartu_kendali.KartuKendaliEntry,
    alone: Barred | None,
    notes: tuple[NoteLine, ...],
) -> KartuKendaliLine:
    step = procedure.step(task.step)
    return KartuKendaliLine(
        step_number=step.number,
        lane_title=lane_title(work.office, procedure, task.lane),
        limit=step.limit,
        limit_words=step.limit_words,
        marks=marked(procedure, task.marks) if entry.last else (),
        entry=entry,
        alone=alone if entry.last else None,
        notes=notes if entry.last else (),
    )
