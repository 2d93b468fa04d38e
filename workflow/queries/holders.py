"""With whom a file lies: who sits in a lane, who of them may do a step, who there is to hear."""

from collections.abc import Sequence
from functools import cache

from workflow.case import Case, Task
from workflow.ids import JabatanId, LaneId, PersonId, ProcedureId
from workflow.listening import Sitting
from workflow.people import Appointment, on_duty
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, Step
from workflow.queries.granting import granters
from workflow.queries.separation import not_barred


def holders(work: UnitOfWork, case: Case, procedure: Procedure, lane: LaneId) -> list[PersonId]:
    """To whom the work of a lane of this case is brought now.

    While a jabatan has an acting holder that is the acting one; the absent holder may still act.
    """
    if procedure.lanes[lane].team:
        team = work.cases.team(case.id, lane)
        return [one for one in team if work.people.appointments_of(one, at=work.now)]
    seat = seat_of(procedure, case, lane)
    if seat is None:
        return []
    jabatan = work.office.holder_of(case.procedure_id, seat)
    return [one.person_id for one in on_duty(work.people.holders_of([jabatan], at=work.now))]


def able(
    work: UnitOfWork,
    case: Case,
    procedure: Procedure,
    step: Step,
    lane: LaneId,
    *,
    closing: Task | None = None,
) -> list[PersonId]:
    """Those of a lane who may do this step of this case: whom the file was opened to, who did
    neither ask for it nor set the paraf to what is signed here.
    """
    sitting = holders(work, case, procedure, lane)
    if procedure.is_by_grant(lane):
        sitting = [one for one in sitting if work.cases.has_grant(case.id, one)]
    return not_barred(work, sitting, case, procedure, step, lane, closing=closing)


def able_for(work: UnitOfWork, task: Task, case: Case) -> list[PersonId]:
    """Those who may do an open task."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    return able(work, case, procedure, procedure.step(task.step), task.lane)


def holding(work: UnitOfWork, case: Case, procedure: Procedure, task: Task) -> list[PersonId]:
    """On whose desks a task lies: its holder's, unless the holder has left, else its lane's.

    With nobody there to whom the file was opened, it waits for whoever is to name somebody.
    """
    found = able(work, case, procedure, procedure.step(task.step), task.lane)
    if not found and procedure.is_by_grant(task.lane):
        return granters(work, case, procedure, task.lane)
    return [task.holder_id] if task.holder_id in found else found


def living(work: UnitOfWork) -> Sitting:
    """Who is there to hear of what lies too long, as the books say now; each asked for once."""

    def there(people: Sequence[PersonId]) -> list[PersonId]:
        within_reach = work.people.within_reach(people)
        return [one for one in dict.fromkeys(people) if one in within_reach]

    def sitting(held: Sequence[Appointment]) -> list[PersonId]:
        return there([one.person_id for one in held])

    return Sitting(
        in_post=cache(lambda post: sitting(on_duty(work.people.holders_of([post], at=work.now)))),
        administrators=cache(lambda: there(work.people.administrators())),
        anybody=cache(lambda: sitting(work.people.officers(at=work.now))),
    )


def lanes_at(work: UnitOfWork, jabatan: JabatanId) -> frozenset[tuple[ProcedureId, LaneId]]:
    """The lanes in which a jabatan acts, in all SOPs; the desk also in that of applicants."""
    return frozenset(
        (procedure.id, lane)
        for procedure in work.procedures.in_use()
        for lane, column in procedure.lanes.items()
        if (seat := procedure.desk if column.applicant else lane) is not None
        and work.office.holder_of(procedure.id, seat) == jabatan
    )


def goes_to_applicant(case: Case, procedure: Procedure, lane: LaneId) -> bool:
    """True when the applicant does this on a phone of their own."""
    return procedure.lanes[lane].applicant and case.applicant_id is not None


def seat_of(procedure: Procedure, case: Case, lane: LaneId) -> LaneId | None:
    """The office's lane that acts: the desk for an applicant who has no Telegram."""
    if procedure.lanes[lane].applicant:
        return procedure.desk if case.applicant_id is None else None
    return lane
