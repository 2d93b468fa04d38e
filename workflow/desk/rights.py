"""Who may act on a case: found out from the books, on every action."""

from collections.abc import Sequence
from datetime import datetime

from workflow.case import Case, Task
from workflow.ids import JabatanId, LaneId, PersonId, ProcedureId
from workflow.listening import Sitting
from workflow.people import Appointment, Who, on_duty
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, Share


def who_is(work: UnitOfWork, person_id: PersonId, task: Task, case: Case, *, now: datetime) -> Who:
    """Find out from the books which lanes of this case a person holds now."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    held = work.people.appointments_of(person_id, at=now)
    lanes = {
        lane for lane in procedure.lanes if _sits_in(work, person_id, held, case, procedure, lane)
    }
    return Who(
        person_id=person_id,
        lanes=lanes,
        title=_title(work, held, task, case, procedure),
        alone=procedure.lanes[task.lane].share is not Share.TOGETHER,
    )


def _sits_in(
    work: UnitOfWork,
    person_id: PersonId,
    held: Sequence[Appointment],
    case: Case,
    procedure: Procedure,
    lane: LaneId,
) -> bool:
    column = procedure.lanes[lane]
    if column.team:
        return bool(held) and person_id in work.cases.team(case.id, lane)
    if column.applicant and case.applicant_id is not None:
        return case.applicant_id == person_id
    seat = _seat(procedure, case, lane)
    return seat is not None and any(
        one.jabatan == work.office.holder_of(case.procedure_id, seat) for one in held
    )


def _seat(procedure: Procedure, case: Case, lane: LaneId) -> LaneId | None:
    """The office's lane that acts: the desk for an applicant who has no Telegram."""
    if procedure.lanes[lane].applicant:
        return procedure.desk if case.applicant_id is None else None
    return lane


def goes_to_applicant(case: Case, procedure: Procedure, lane: LaneId) -> bool:
    """True when the applicant does this on a phone of their own."""
    return procedure.lanes[lane].applicant and case.applicant_id is not None


def holders(
    work: UnitOfWork, case: Case, procedure: Procedure, lane: LaneId, *, now: datetime
) -> list[PersonId]:
    """To whom the work of a lane of this case is brought now.

    While a jabatan has an acting holder that is the acting one; the absent holder may still act.
    """
    if procedure.lanes[lane].team:
        team = work.cases.team(case.id, lane)
        return [one for one in team if work.people.appointments_of(one, at=now)]
    seat = _seat(procedure, case, lane)
    if seat is None:
        return []
    jabatan = work.office.holder_of(case.procedure_id, seat)
    return [one.person_id for one in on_duty(work.people.holders_of([jabatan], at=now))]


def living(work: UnitOfWork, *, now: datetime) -> Sitting:
    """Who is there to hear of what lies too long, as the books say now."""

    def there(people: Sequence[PersonId]) -> list[PersonId]:
        within_reach = work.people.within_reach(people)
        return [one for one in dict.fromkeys(people) if one in within_reach]

    def sitting(held: Sequence[Appointment]) -> list[PersonId]:
        return there([one.person_id for one in held])

    return Sitting(
        in_post=lambda post: sitting(on_duty(work.people.holders_of([post], at=now))),
        administrators=lambda: there(work.people.administrators()),
        anybody=lambda: sitting(work.people.officers(at=now)),
    )


def tasks_of(work: UnitOfWork, jabatan: JabatanId) -> list[tuple[Task, Case]]:
    """Every open task that lies with a jabatan, in whichever SOP."""
    lanes: set[tuple[ProcedureId, LaneId]] = set()
    served: set[tuple[ProcedureId, LaneId]] = set()
    for procedure in work.procedures.in_use():
        for lane, column in procedure.lanes.items():
            seat = procedure.desk if column.applicant else lane
            if seat is not None and work.office.holder_of(procedure.id, seat) == jabatan:
                (served if column.applicant else lanes).add((procedure.id, lane))
    return list(work.cases.open_in_lanes(lanes, served=served))


def holding(
    work: UnitOfWork, case: Case, procedure: Procedure, task: Task, *, now: datetime
) -> list[PersonId]:
    """On whose desks a task lies: its holder's, unless the holder has left, else its lane's."""
    found = holders(work, case, procedure, task.lane, now=now)
    return [task.holder_id] if task.holder_id in found else found


def _title(
    work: UnitOfWork,
    held: Sequence[Appointment],
    task: Task,
    case: Case,
    procedure: Procedure,
) -> str:
    seat = _seat(procedure, case, task.lane)
    if seat is not None and not procedure.lanes[task.lane].team:
        jabatan = work.office.holder_of(case.procedure_id, seat)
        for one in held:
            if one.jabatan == jabatan:
                return title_of(work, one)
    return procedure.lanes[task.lane].title


def title_of(work: UnitOfWork, appointment: Appointment) -> str:
    """The jabatan as it is signed: "Plh. Kepala Dinas"."""
    return f"{appointment.acting} {post_title(work, appointment.jabatan)}".strip()


def post_title(work: UnitOfWork, jabatan: JabatanId) -> str:
    """A jabatan in the office's words; one that left the office file by its name there."""
    post = work.office.jabatan.get(jabatan)
    return jabatan if post is None else post.title
