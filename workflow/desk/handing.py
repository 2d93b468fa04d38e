"""Handing the file on: who may act, who is told, what each phone shows next."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from workflow.alarms import Alarm, Watch, first_alarm
from workflow.case import Case, Task
from workflow.engine import Change, Happened, NewTask
from workflow.ids import LaneId, PersonId, ProcedureId
from workflow.intents import SendAttachment, SendPaper, ShowCase, ShowTask, Tell
from workflow.people import Appointment, Person, Who
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, Share


def screen_of(task: Task) -> str:
    """The name under which a task's card is known on phones."""
    return f"task:{task.id}"


def who_is(work: UnitOfWork, me: Person, task: Task, case: Case, *, now: datetime) -> Who:
    """Find out from the books which lanes of this case a person holds now."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    held = work.people.appointments_of(me.id, at=now)
    lanes = {
        lane
        for lane, column in procedure.lanes.items()
        if (column.applicant and case.applicant_id == me.id)
        or any(one.jabatan == work.office.holder_of(case.procedure_id, lane) for one in held)
    }
    return Who(person_id=me.id, lanes=lanes, title=_title(work, held, task, case, procedure))


def _title(
    work: UnitOfWork,
    held: Sequence[Appointment],
    task: Task,
    case: Case,
    procedure: Procedure,
) -> str:
    jabatan = work.office.holder_of(case.procedure_id, task.lane)
    for one in held:
        if one.jabatan == jabatan:
            return title_of(work, one)
    return procedure.lanes[task.lane].title


def title_of(work: UnitOfWork, appointment: Appointment) -> str:
    """The jabatan as it is signed: "Plh. Kepala Dinas"."""
    title = work.office.jabatan[appointment.jabatan].title
    return f"{appointment.acting} {title}".strip()


def holders(
    work: UnitOfWork, procedure_id: ProcedureId, lane: LaneId, *, now: datetime
) -> list[PersonId]:
    jabatan = work.office.holder_of(procedure_id, lane)
    return [one.person_id for one in work.people.holders_of([jabatan], at=now)]


def record(work: UnitOfWork, change: Change, procedure: Procedure, *, now: datetime) -> Task | None:
    """Save a decision and tell everybody whom it concerns. Returns the task it opened."""
    recipients: list[PersonId] = []
    if change.opened is not None and not procedure.lanes[change.opened.lane].applicant:
        change, recipients = _addressed(work, change, change.opened, procedure, now=now)
    opened = work.cases.save(change, alarm_of(work, change.opened, procedure))
    for person_id in work.cards.on_phones(screen_of(change.done)):
        work.tell(person_id, ShowTask(task_id=change.done.id))
    if opened is not None and not procedure.lanes[opened.lane].applicant:
        _tell_lane(work, opened, change.case, procedure, recipients)
    _tell_applicant(work, change, procedure)
    return opened


def alarm_of(work: UnitOfWork, opening: NewTask | None, procedure: Procedure) -> Alarm | None:
    """The first alarm of a new task; an applicant is not hurried by alarms."""
    if opening is None or procedure.lanes[opening.lane].applicant:
        return None
    watch = Watch(opened_at=opening.opened_at, due_at=opening.due_at, calendar=work.calendar)
    return first_alarm(watch)


def _addressed(
    work: UnitOfWork, change: Change, opened: NewTask, procedure: Procedure, *, now: datetime
) -> tuple[Change, list[PersonId]]:
    """Decide on whose desks the file comes to lie."""
    holding = holders(work, change.case.procedure_id, opened.lane, now=now)
    if opened.holder_id is not None and opened.holder_id not in holding:
        opened = replace(opened, holder_id=None)
    shared = procedure.lanes[opened.lane].share
    if opened.holder_id is None and holding and shared is Share.LEAST_LOADED:
        load = work.cases.load_of(holding)
        lightest = min(holding, key=lambda person: (load.get(person, 0), person))
        opened = replace(opened, holder_id=lightest)
    recipients = [opened.holder_id] if opened.holder_id is not None else holding
    return replace(change, opened=opened), recipients


def _tell_lane(
    work: UnitOfWork,
    opened: Task,
    case: Case,
    procedure: Procedure,
    recipients: Sequence[PersonId],
) -> None:
    for person_id in recipients:
        work.tell(person_id, ShowTask(task_id=opened.id))
    if recipients:
        return
    for person_id in work.people.administrators():
        work.tell(
            person_id,
            Tell(
                message_id="office-lane-unheld",
                arguments={"lane": procedure.lanes[opened.lane].title, "number": case.number},
            ),
        )


def _tell_applicant(work: UnitOfWork, change: Change, procedure: Procedure) -> None:
    applicant = change.case.applicant_id
    if applicant is None:
        return
    if change.release:
        release(work, change.case, procedure, applicant)
    to_applicant = change.opened is not None and procedure.lanes[change.opened.lane].applicant
    news = to_applicant or change.happened in {Happened.REFUSED, Happened.FINISHED}
    work.tell(applicant, ShowCase(case_id=change.case.id, fresh=news))


def release(work: UnitOfWork, case: Case, procedure: Procedure, applicant: PersonId) -> None:
    """Send what the office answers: its letters, then the files that go with them."""
    for kind in procedure.papers:
        if work.cases.paper(case.id, kind) is not None:
            work.tell(applicant, SendPaper(case_id=case.id, kind=kind))
    made = {slot.id for step in procedure.steps for slot in step.attachments}
    for file in work.cases.attachments(case.id):
        if file.item in made:
            work.tell(applicant, SendAttachment(case_id=case.id, file_id=file.id))
