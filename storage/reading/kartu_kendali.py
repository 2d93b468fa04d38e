"""The kartu kendali as the chat shows it: who held a file, and what the counter may do with it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from storage.reading.card_lines import marked
from storage.reading.corrections import asks_for_proxy
from storage.reading.custody import notes_by_task
from storage.reading.leaving import leaving_for
from storage.unit_of_work import SqlUnitOfWork
from workflow import kartu_kendali, rights
from workflow.case import Case, CaseState, Link, LinkEvent, Task
from workflow.custody import NoteLine
from workflow.ids import CaseId, PersonId
from workflow.links import is_linkable
from workflow.people import Barred
from workflow.procedure import Procedure
from workflow.queries.moving import can_part
from workflow.queries.own_papers import offered_at_counter
from workflow.queries.rights import may_fetch, standing
from workflow.queries.surveyed import was_entered
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.titles import lane_title
from workflow.views.case import (
    KartuKendaliLine,
    KartuKendaliView,
    LinkLine,
    OwnPaper,
)
from workflow.views.task import Face


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
        **_for_applicant(work, case, tasks, procedure, person_id, now),
        **_linking(work, case, tasks[-1], person_id, now),
    )


def _for_applicant(
    work: SqlUnitOfWork,
    case: Case,
    tasks: Sequence[Task],
    procedure: Procedure,
    person_id: PersonId | None,
    now: datetime,
) -> dict[str, Any]:
    """What the counter may do in the name of an applicant without Telegram."""
    return {
        "papers": _papers(work, case, tasks, procedure, person_id),
        "enquires": _enquires(work, case, tasks[-1], person_id),
        "rates": _rates(work, case, tasks[-1], person_id),
        "corrects": asks_for_proxy(work, case, tasks[-1], person_id),
        **leaving_for(work, case, tasks, procedure, person_id, now),
    }


def _papers(
    work: SqlUnitOfWork,
    case: Case,
    tasks: Sequence[Task],
    procedure: Procedure,
    person_id: PersonId | None,
) -> tuple[OwnPaper, ...]:
    if person_id is None or case.applicant_id is not None or not may_fetch(work, person_id, case):
        return ()
    return offered_at_counter(work, case, procedure, tasks)


def _rates(work: SqlUnitOfWork, case: Case, task: Task, person_id: PersonId | None) -> bool:
    """For the counter, of a delivered answer of an applicant who has no Telegram."""
    if person_id is None or case.applicant_id is not None or case.state is not CaseState.FINISHED:
        return False
    who = standing(work, person_id, task, case)
    may = rights.allowed(Act.RATE, set(who.also), rights.state_of(task))
    return may and (work.surveys.find(case.id) is not None or not was_entered(work, case))


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
    if person_id is None or not can_part(work, case, links):
        return shown
    who = standing(work, person_id, task, case)
    may = rights.allowed(Act.UNLINK, set(who.also), rights.state_of(task))
    asked = work.cards.mode(ScreenName.KARTU.of(case.id), person_id).face is Face.UNLINK
    moves = case.link_code is None or not is_linkable(case, links)
    return {**shown, "undoable": may, "asked": may and asked, "moves": moves}


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
