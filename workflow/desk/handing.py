"""Handing the file on: who may act, who is told, what each phone shows next."""

from collections.abc import Sequence
from dataclasses import replace

from workflow import engine
from workflow.alarms import Alarm, Watch, first_alarm, first_word
from workflow.case import Case, Task
from workflow.engine import Change, Happened, NewTask
from workflow.ids import LaneId, PersonId, ServiceId
from workflow.intents import (
    SendAttachment,
    SendPaper,
    ShowCase,
    ShowGiving,
    ShowTask,
    TakeBack,
    Tell,
    TellPickup,
)
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, Share
from workflow.queries.granting import granters
from workflow.queries.holders import able, goes_to_applicant, holders
from workflow.titles import lane_title


def screen_of(task: Task) -> str:
    """The name under which a task's card is known on phones."""
    return f"task:{task.id}"


def record(work: UnitOfWork, change: Change, procedure: Procedure) -> Task | None:
    """Save a decision and tell everybody whom it concerns. Returns the task it opened."""
    recipients: list[PersonId] = []
    if procedure.is_by_grant(change.done.lane):
        close_access(work, change.case)
    to_office = change.opened is not None and not goes_to_applicant(
        change.case, procedure, change.opened.lane
    )
    if change.opened is not None and to_office:
        change, recipients = _addressed(work, change, change.opened, procedure)
    opened = work.cases.save(change, alarm_of(work, change.opened, procedure, change.case.service))
    if change.release:
        work.cases.release_papers(change.case.id, at=work.now)
    if change.happened is Happened.REFUSED:
        _explain_number(work, change)
    for person_id in work.cards.on_phones(screen_of(change.done)):
        work.tell(person_id, ShowTask(task_id=change.done.id))
    if opened is not None and to_office:
        _tell_lane(work, opened, change.case, procedure, recipients)
    _tell_applicant(work, change, procedure)
    return opened


def _explain_number(work: UnitOfWork, change: Change) -> None:
    """Numbers reserved for letters of a case now refused stay unused, and say why."""
    work.numbers.explain(change.case.id, change.done.note)


def begin(work: UnitOfWork, case: Case, procedure: Procedure) -> Task:
    """Open the first task of a case that begins without a form, and tell its lane."""
    opening = engine.first_opening(
        procedure, at=work.now, calendar=work.calendar, service=case.service
    )
    task = work.cases.open_task(case.id, opening, alarm_of(work, opening, procedure, case.service))
    recipients = able(work, case, procedure, procedure.first, task.lane)
    _tell_lane(work, task, case, procedure, recipients)
    return task


def alarm_of(
    work: UnitOfWork, opening: NewTask | None, procedure: Procedure, service: ServiceId | None
) -> Alarm | None:
    """The first alarm of a new task; an applicant is not hurried, only told that it waits."""
    if opening is None:
        return None
    if procedure.waits_for_applicant(procedure.step(opening.step), service):
        return first_word(opening.opened_at, work.calendar, work.rhythm)
    return first_alarm(
        Watch(
            opened_at=opening.opened_at,
            due_at=opening.due_at,
            calendar=work.calendar,
            rhythm=work.rhythm,
        )
    )


def _addressed(
    work: UnitOfWork, change: Change, opened: NewTask, procedure: Procedure
) -> tuple[Change, list[PersonId]]:
    """Decide on whose desks the file comes to lie.

    A lane that sees files only by grant gets it back with the access: whoever had both before.
    """
    if procedure.is_by_grant(opened.lane):
        named = opened.holder_id or work.cases.last_granted(change.case.id)
        sitting = holders(work, change.case, procedure, opened.lane)
        if named in sitting:
            opened = replace(opened, holder_id=named)
            reopen_grant(work, change.case, named)
    step = procedure.step(opened.step)
    at = (work, change.case, procedure, step, opened.lane)
    holding = able(*at, closing=change.done)
    if opened.holder_id is not None and opened.holder_id not in holding:
        opened = replace(opened, holder_id=None)
    if opened.holder_id is None:
        opened = replace(opened, holder_id=_lightest(work, procedure, opened.lane, holding))
    recipients = [opened.holder_id] if opened.holder_id is not None else holding
    for lane in procedure.helpers_of(step, change.case.service):
        recipients = [*recipients, *holders(work, change.case, procedure, lane)]
    return replace(change, opened=opened), list(dict.fromkeys(recipients))


def close_access(work: UnitOfWork, case: Case) -> None:
    """Close a case's files to whoever had them open; what was sent of them is taken back."""
    named = work.cases.last_granted(case.id)
    work.cases.close_grants(case.id, at=work.now)
    if named is not None:
        work.tell(named, TakeBack())


def reopen_grant(work: UnitOfWork, case: Case, person_id: PersonId) -> None:
    """Open a case's files to one person, unless they are open to them."""
    if not work.cases.has_grant(case.id, person_id):
        work.cases.open_grant(case.id, person_id, at=work.now)


def _lightest(
    work: UnitOfWork, procedure: Procedure, lane: LaneId, holding: Sequence[PersonId]
) -> PersonId | None:
    """Who gets the next file of a lane that shares its work by load; nobody in other lanes."""
    if not holding or procedure.lanes[lane].share is not Share.LEAST_LOADED:
        return None
    load = work.cases.load_of(holding)
    return min(holding, key=lambda person: (load.get(person, 0), person))


def give_back(work: UnitOfWork, task: Task, case: Case) -> None:
    """A file whose holder has left lies with its lane again; whoever sits there has its card."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    sitting = able(work, case, procedure, procedure.step(task.step), task.lane)
    holder = _lightest(work, procedure, task.lane, sitting)
    work.cases.save_task(engine.give(task, holder))
    recipients = sitting if holder is None else [holder]
    for person_id in dict.fromkeys([*work.cards.on_phones(screen_of(task)), *recipients]):
        work.tell(person_id, ShowTask(task_id=task.id))
    if not recipients:
        ask_for_another(work, task, case, procedure)


def ask_for_another(work: UnitOfWork, task: Task, case: Case, procedure: Procedure) -> bool:
    """Nobody of its lane may open this file: whoever opens such files is to name another.

    False where there is nobody to name, or nobody who could.
    """
    in_lane = holders(work, case, procedure, task.lane)
    if not procedure.is_by_grant(task.lane) or not in_lane:
        return False
    to_name = granters(work, case, procedure, task.lane)
    for person_id in to_name:
        arguments = {
            "number": case.number,
            "lane": lane_title(work.office, procedure, task.lane),
        }
        work.tell(person_id, Tell(message_id="access-to-give", arguments=arguments))
        work.tell(person_id, ShowGiving(task_id=task.id, fresh=True))
    return bool(to_name)


def _tell_lane(
    work: UnitOfWork, opened: Task, case: Case, procedure: Procedure, recipients: Sequence[PersonId]
) -> None:
    for person_id in recipients:
        work.tell(person_id, ShowTask(task_id=opened.id))
    if recipients or ask_for_another(work, opened, case, procedure):
        return
    why = _why_nobody(work, opened, case, procedure)
    for person_id in work.people.administrators():
        work.tell(
            person_id,
            Tell(
                message_id=why,
                arguments={
                    "lane": lane_title(work.office, procedure, opened.lane),
                    "number": case.number,
                },
            ),
        )


def _why_nobody(work: UnitOfWork, opened: Task, case: Case, procedure: Procedure) -> str:
    """Which sentence tells the administrators why a file came to nobody."""
    if not holders(work, case, procedure, opened.lane):
        return "office-lane-unheld"
    by_grant = procedure.is_by_grant(opened.lane)
    return "office-lane-closed" if by_grant else "office-lane-barred"


def _tell_applicant(work: UnitOfWork, change: Change, procedure: Procedure) -> None:
    applicant = change.case.applicant_id
    if applicant is None:
        return
    if change.release:
        release(work, change.case, procedure, applicant)
    to_applicant = change.opened is not None and goes_to_applicant(
        change.case, procedure, change.opened.lane
    )
    news = to_applicant or change.happened in {Happened.REFUSED, Happened.FINISHED}
    work.tell(applicant, ShowCase(case_id=change.case.id, fresh=news))


def release(work: UnitOfWork, case: Case, procedure: Procedure, applicant: PersonId) -> None:
    """Send what the office answers: its letters, then the files that go with them.

    What is collected at the office is not sent: the applicant hears what to bring, where and when.
    """
    if procedure.pickup_of(case.service) is not None:
        work.tell(applicant, TellPickup(case_id=case.id))
        return
    for kind in procedure.papers:
        if work.cases.paper(case.id, kind) is not None:
            work.tell(applicant, SendPaper(case_id=case.id, kind=kind))
    for file in work.cases.attachments(case.id):
        if file.item in procedure.answer_items:
            work.tell(applicant, SendAttachment(case_id=case.id, file_id=file.id))
