"""Who is refused what, of all that a desk is asked for: the table of rights, put to the books.

What the table says of a file stands in `workflow/rights.py`, and who somebody is to it in
`workflow/queries/rights.py`. Here stands what is no file's: a queue, a form, the office itself.
"""

from workflow import rights
from workflow.case import Case, Task
from workflow.errors import NotForYou, NotOpenToYou, NotYourTask, OwnAccess, ServiceUnknown
from workflow.filling import Draft
from workflow.ids import CaseId, LaneId, PersonId, ServiceId
from workflow.people import Appointment, Person, Relation, Who
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, Step
from workflow.queries.holders import goes_to_applicant
from workflow.queries.rights import may_find, may_follow, may_read_kartu, standing
from workflow.screen_names import ScreenName


def ensure_no_stranger(work: UnitOfWork, task: Task, who: Who, step: Step) -> None:
    """Raise NotForYou for whoever never had to do with a file, as if it did not exist.

    Whoever has its card on the phone knows of it, and is told what has changed.
    """
    if rights.relations(task, who, helpers=step.helpers) != {Relation.STRANGER}:
        return
    knowing = {task.done_by, task.holder_id, *work.cards.on_phones(ScreenName.TASK.of(task.id))}
    if who.person_id not in knowing:
        raise NotForYou


def ensure_of_office(task: Task, case: Case, procedure: Procedure) -> None:
    """Raise NotYourTask where a task is the applicant's, on a phone of their own."""
    if goes_to_applicant(case, procedure, task.lane):
        raise NotYourTask(task_id=task.id)


def ensure_of_applicant(task: Task, case: Case, procedure: Procedure) -> None:
    """Raise NotYourTask where a task lies with the office, which says who has come for it."""
    if not goes_to_applicant(case, procedure, task.lane):
        raise NotYourTask(task_id=task.id)


def ensure_may_follow(case: Case, person_id: PersonId) -> None:
    """Raise NotForYou for whoever did not ask for this."""
    if not may_follow(case, person_id):
        raise NotForYou


def ensure_may_read_kartu(work: UnitOfWork, person_id: PersonId, case_id: CaseId) -> None:
    """Raise NotOpenToYou for the applicant, NotForYou for everybody to whom it is not open.

    It names officers and tells of somebody's matter: it is open to the lanes of its SOP, their
    superiors, the counter, and whoever of the office has acted. An administrator is none of these.
    """
    case = work.cases.get(case_id)
    if may_read_kartu(work, person_id, case):
        return
    raise NotOpenToYou if case.applicant_id == person_id else NotForYou


def ensure_may_find(work: UnitOfWork, person_id: PersonId, case: Case) -> None:
    """Raise NotForYou where a search would not have found this case."""
    if not may_find(work, person_id, case, work.cases.tasks_of(case.id)):
        raise NotForYou


def is_of_office(work: UnitOfWork, person_id: PersonId, case: Case) -> bool:
    """Whoever entered a request or worked on it is not the person it belongs to."""
    tasks = work.cases.tasks_of(case.id)
    if any(_worked_in_office(work, person_id, one) for one in tasks):
        return True
    who = standing(work, person_id, tasks[-1], case)
    return bool({Relation.COUNTER, Relation.LANE, Relation.ACTED} & set(who.also))


def _worked_in_office(work: UnitOfWork, person_id: PersonId, task: Task) -> bool:
    """Whether somebody had a task while they were in office, and not as the one who asks."""
    if person_id not in (task.done_by, task.holder_id):
        return False
    at = task.done_at or task.received_at or task.opened_at
    return bool(work.people.on_record(person_id, at=at))


def ensure_own_form(draft: Draft, person_id: PersonId) -> None:
    """Raise NotForYou for somebody else's form."""
    if draft.person_id != person_id:
        raise NotForYou


def ensure_may_begin(
    work: UnitOfWork, me: Person, procedure: Procedure, service: ServiceId | None
) -> None:
    """Raise the refusal that fits whoever may not begin this."""
    if (procedure.services or service) and service not in procedure.services:
        raise ServiceUnknown
    if procedure.started_by_applicant:
        return
    if not holds(work, me, procedure, procedure.first.lane):
        raise NotForYou


def holds(work: UnitOfWork, me: Person, procedure: Procedure, lane: LaneId | None) -> bool:
    """Whether somebody holds the jabatan that sits in a lane."""
    if lane is None:
        return False
    jabatan = work.office.holder_of(procedure.id, lane)
    return any(one.jabatan == jabatan for one in work.people.appointments_of(me.id, at=work.now))


def ensure_still_at_desk(draft: Draft, *, at_desk: bool) -> None:
    """A citizen's matter does not become that of whoever left the desk: NotForYou."""
    if draft.at_desk and not at_desk:
        raise NotForYou


def ensure_officer(work: UnitOfWork, person_id: PersonId) -> None:
    """Raise NotOpenToYou for whoever holds no jabatan now."""
    if not work.people.appointments_of(person_id, at=work.now):
        raise NotOpenToYou


def audits(work: UnitOfWork, person_id: PersonId) -> bool:
    """Whether somebody is the office's auditor now."""
    auditor = work.office.auditor
    held = work.people.appointments_of(person_id, at=work.now)
    return auditor is not None and any(one.jabatan == auditor for one in held)


def ensure_audits(work: UnitOfWork, person_id: PersonId) -> None:
    """Raise NotOpenToYou for everybody but the office's auditor."""
    if not audits(work, person_id):
        raise NotOpenToYou


def ensure_watches(work: UnitOfWork, person_id: PersonId) -> None:
    """Raise NotOpenToYou for whoever hears of nobody's delays."""
    if not watches(work, person_id):
        raise NotOpenToYou


def watches(work: UnitOfWork, person_id: PersonId) -> bool:
    """Whether somebody sits above any jabatan of the office."""
    posts = {one.jabatan for one in work.people.appointments_of(person_id, at=work.now)}
    return any(not posts.isdisjoint(work.office.above(one)) for one in work.office.jabatan)


def subordinates(work: UnitOfWork, person_id: PersonId) -> list[Appointment]:
    """Everybody in office below one of somebody's posts, each once; never themselves.

    Whoever only hears of a post's delays is not above it.
    """
    posts = {one.jabatan for one in work.people.appointments_of(person_id, at=work.now)}
    found: dict[PersonId, Appointment] = {}
    for one in work.people.officers(at=work.now):
        if one.person_id != person_id and not posts.isdisjoint(work.office.superiors(one.jabatan)):
            found.setdefault(one.person_id, one)
    return list(found.values())


def ensure_may_lock(work: UnitOfWork, me: Person, person_id: PersonId) -> None:
    """A superior or an administrator locks an officer's access: NotForYou for all others.

    Nobody locks themselves: the phone in their hand is the one that would be lost.
    """
    if person_id == me.id:
        raise OwnAccess
    if administers(me):
        return
    if person_id not in {one.person_id for one in subordinates(work, me.id)}:
        raise NotForYou


def ensure_administers(person: Person) -> None:
    """Raise NotOpenToYou for everybody but an administrator, as the books say now."""
    if not administers(person):
        raise NotOpenToYou


def administers(person: Person) -> bool:
    return person.administrator
