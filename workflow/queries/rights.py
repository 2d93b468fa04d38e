"""Who may act on a case: found out from the books, on every action."""

from collections.abc import Sequence, Set
from dataclasses import replace

from workflow import rights
from workflow.case import Case, Task
from workflow.ids import JabatanId, LaneId, PersonId, TaskId
from workflow.listening import watchers
from workflow.people import Appointment, Relation, Who
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, Share
from workflow.queries.granting import granters_of
from workflow.queries.holders import goes_to_applicant, seat_of
from workflow.queries.posts import title_of
from workflow.queries.separation import overlap_of
from workflow.rights import Act, State
from workflow.side import TaskKind, jabatan_of


def who_is(work: UnitOfWork, person_id: PersonId, task: Task, case: Case) -> Who:
    """Find out from the books which lanes of this case a person holds now.

    Beside the main tasks nobody sits in a lane.
    """
    if task.kind is not TaskKind.MAIN:
        return adviser(work, person_id, task)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    held = work.people.appointments_of(person_id, at=work.now)
    posts = {one.jabatan for one in held}
    sits = {
        lane for lane in procedure.lanes if _sits_in(work, person_id, posts, case, procedure, lane)
    }
    closed = {lane for lane in sits if procedure.is_by_grant(lane)}
    if closed and work.cases.has_grant(case.id, person_id):
        closed = set()
    appointment = _appointment(work, held, task, case, procedure)
    alone = None
    if task.lane in sits and task.is_open:
        alone = overlap_of(work, person_id, case, procedure, procedure.step(task.step), task.lane)
    waived = alone in work.office.waives
    return Who(
        person_id=person_id,
        lanes=sits - closed,
        title=_title(work, appointment, task, procedure),
        alone=procedure.lanes[task.lane].share is not Share.TOGETHER,
        ungranted=closed,
        barred=None if waived else alone,
        waived=alone if waived else None,
        appointment=appointment,
        also=_beside(person_id, held, sits - closed, task, case, procedure),
    )


def _beside(
    person_id: PersonId,
    held: Sequence[Appointment],
    lanes: set[LaneId],
    task: Task,
    case: Case,
    procedure: Procedure,
) -> set[Relation]:
    """What somebody is to a file wherever it lies."""
    found = {Relation.APPLICANT} if case.applicant_id == person_id else set()
    if task.done_by == person_id and (held or found):
        found.add(Relation.DID)
    if any(lane != task.lane and not goes_to_applicant(case, procedure, lane) for lane in lanes):
        found.add(Relation.LANE)
    return found


def standing(work: UnitOfWork, person_id: PersonId, task: Task, case: Case) -> Who:
    """As `who_is`, with all that somebody can be to a file: superior, counter, who has acted."""
    who = _in_office(work, person_id, task, case, work.cases.tasks_of(case.id))
    if work.people.get(person_id).administrator:
        who = replace(who, also={*who.also, Relation.ADMINISTRATOR})
    return who


def _in_office(
    work: UnitOfWork, person_id: PersonId, task: Task, case: Case, tasks: Sequence[Task]
) -> Who:
    who = who_is(work, person_id, task, case)
    held = {one.jabatan for one in work.people.appointments_of(person_id, at=work.now)}
    if not held or task.kind is not TaskKind.MAIN:
        return who
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    found = _watching(work, held, task, case, procedure)
    if held & granters_of(work, case, procedure, task.lane):
        found.add(Relation.GRANTER)
    if procedure.desk is not None and work.office.holder_of(procedure.id, procedure.desk) in held:
        found |= {Relation.COUNTER, *([] if case.applicant_id else [Relation.PROXY])}
    if any(one.done_by == person_id for one in tasks):
        found.add(Relation.ACTED)
    if work.office.auditor in held:
        found.add(Relation.AUDITOR)
    return replace(who, also={*who.also, *found})


def adviser(work: UnitOfWork, person_id: PersonId, consultation: Task) -> Who:
    """What somebody is to a consultation: whoever sits in the jabatan that is asked, or nobody."""
    held = work.people.appointments_of(person_id, at=work.now)
    asked = jabatan_of(consultation.lane)
    appointment = next((one for one in held if one.jabatan == asked), None)
    return Who(
        person_id=person_id,
        lanes=frozenset(),
        title="" if appointment is None else title_of(work, appointment),
        appointment=appointment,
        also=frozenset() if appointment is None else {Relation.ADVISER},
    )


def above_asked(work: UnitOfWork, person_id: PersonId, asked: Task) -> Who:
    """What somebody is to what is asked beside a file: above the jabatan that is asked, as well."""
    who = adviser(work, person_id, asked)
    held = {one.jabatan for one in work.people.appointments_of(person_id, at=work.now)}
    jabatan = jabatan_of(asked.lane)
    if jabatan is None or held.isdisjoint(work.office.above(jabatan)):
        return who
    return replace(who, also={*who.also, Relation.SUPERIOR})


def may_read_kartu(work: UnitOfWork, person_id: PersonId, case: Case) -> bool:
    task = work.cases.tasks_of(case.id)[-1]
    who = standing(work, person_id, task, case)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    if case.applicant_id == person_id:
        # Their own lane shows them where the case stands, and never who held it.
        own = {one for one in who.lanes if goes_to_applicant(case, procedure, one)}
        who = replace(who, lanes=set(who.lanes) - own)
    return rights.may(Act.KARTU_KENDALI, task, who, helpers=procedure.step(task.step).helpers)


def may_find(work: UnitOfWork, person_id: PersonId, case: Case, tasks: Sequence[Task]) -> bool:
    """Whether a search may show somebody that there is this case; opening it is asked anew.

    An administrator as such finds nothing, so that nobody is asked whether they are one.
    """
    who = _in_office(work, person_id, tasks[-1], case, tasks)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    return rights.may(Act.FIND, tasks[-1], who, helpers=procedure.step(tasks[-1].step).helpers)


def _watching(
    work: UnitOfWork, held: set[JabatanId], task: Task, case: Case, procedure: Procedure
) -> set[Relation]:
    """What waits for whoever asked is nobody's to hurry, though it is seen from above."""
    above = {lane for lane in procedure.lanes if held & set(watchers(work.office, procedure, lane))}
    waits = procedure.waits_for_applicant(procedure.step(task.step), case.service)
    found = {Relation.SUPERIOR} if task.lane in above and not waits else set()
    return found | {Relation.ABOVE} if above else found


def may_follow(case: Case, person_id: PersonId) -> bool:
    """Whether a case is somebody's own, to look at and to have its papers sent."""
    asks = {Relation.APPLICANT if case.applicant_id == person_id else Relation.STRANGER}
    return rights.allowed(Act.FOLLOW, asks, State.OPEN)


def may_fetch(work: UnitOfWork, person_id: PersonId, case: Case) -> bool:
    """Whether a case's own papers are sent to somebody: the applicant, or the counter for one."""
    task = work.cases.tasks_of(case.id)[-1]
    who = standing(work, person_id, task, case)
    return rights.allowed(Act.FETCH, set(who.also), rights.state_of(task))


def may_see(work: UnitOfWork, person_id: PersonId, task_id: TaskId) -> bool:
    """Whether a task's card may lie on somebody's phone."""
    task, case = work.cases.task_and_case(task_id)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    who = who_is(work, person_id, task, case)
    helpers = procedure.helpers_of(procedure.step(task.step), case.service)
    return rights.may(Act.SEE, task, who, helpers=helpers)


def may_name(work: UnitOfWork, person_id: PersonId, task: Task, case: Case) -> bool:
    """True for whoever opens such files to one person, wherever it lies in that lane."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    if not procedure.is_by_grant(task.lane):
        return False
    who = standing(work, person_id, task, case)
    return rights.allowed(Act.NAME, set(who.also), rights.state_of(task))


def _appointment(
    work: UnitOfWork,
    held: Sequence[Appointment],
    task: Task,
    case: Case,
    procedure: Procedure,
) -> Appointment | None:
    seat = seat_of(procedure, case, task.lane)
    if seat is None or procedure.lanes[task.lane].team:
        return None
    jabatan = work.office.holder_of(case.procedure_id, seat)
    return next((one for one in held if one.jabatan == jabatan), None)


def _title(
    work: UnitOfWork, appointment: Appointment | None, task: Task, procedure: Procedure
) -> str:
    if appointment is None:
        return procedure.lanes[task.lane].title
    return title_of(work, appointment)


def _sits_in(
    work: UnitOfWork,
    person_id: PersonId,
    posts: Set[JabatanId],
    case: Case,
    procedure: Procedure,
    lane: LaneId,
) -> bool:
    column = procedure.lanes[lane]
    if column.team:
        return bool(posts) and person_id in work.cases.team(case.id, lane)
    if column.applicant and case.applicant_id is not None:
        return case.applicant_id == person_id
    seat = seat_of(procedure, case, lane)
    return seat is not None and work.office.holder_of(case.procedure_id, seat) in posts
