"""Which lanes a person holds in all SOPs, and the work that lies in them."""

from collections.abc import Sequence
from datetime import datetime

from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Case, Task
from workflow.desk.rights import able_for
from workflow.ids import JabatanId, LaneId, PersonId, ProcedureId
from workflow.procedure import Lane as Column

Lane = tuple[ProcedureId, LaneId]


def lanes_of(work: SqlUnitOfWork, person_id: PersonId, *, now: datetime) -> frozenset[Lane]:
    held = {one.jabatan for one in work.people.appointments_of(person_id, at=now)}
    return lanes_held(work, held)


def lanes_held(
    work: SqlUnitOfWork, jabatan: set[JabatanId] | frozenset[JabatanId]
) -> frozenset[Lane]:
    return work.procedures.lanes_of(frozenset(jabatan), work.office) if jabatan else frozenset()


def lanes_served(
    work: SqlUnitOfWork, jabatan: set[JabatanId] | frozenset[JabatanId]
) -> frozenset[Lane]:
    """Lanes of applicants for whom these jabatan sit at the desk."""
    return frozenset(
        (procedure.id, lane)
        for procedure in work.procedures.in_use()
        for lane, column in procedure.lanes.items()
        if column.applicant
        and procedure.desk is not None
        and work.office.holder_of(procedure.id, procedure.desk) in jabatan
    )


def queue_of(
    work: SqlUnitOfWork, person_id: PersonId, *, now: datetime
) -> Sequence[tuple[Task, Case]]:
    """A person's own open work, the earliest due first."""
    held = {one.jabatan for one in work.people.appointments_of(person_id, at=now)}
    lying = work.procedures.readable(
        work.cases.open_in_lanes(lanes_held(work, held), served=lanes_served(work, held))
    )
    mine = [
        (task, case)
        for task, case in lying
        if (task.holder_id in (None, person_id) or _left(work, task, case, now))
        and _is_open_to(work, person_id, task, case)
    ]
    mine += _to_be_named(work, held, now)
    teams = work.cases.open_in_teams(person_id) if _has_teams(work) else []
    teams = work.procedures.readable(teams)
    return sorted((*mine, *teams), key=_by_due)


def _column(work: SqlUnitOfWork, task: Task, case: Case) -> Column:
    return work.procedures.get(case.procedure_id, case.procedure_version).lanes[task.lane]


def _is_open_to(work: SqlUnitOfWork, person_id: PersonId, task: Task, case: Case) -> bool:
    by_grant = _column(work, task, case).by_grant
    return not by_grant or work.cases.has_grant(case.id, person_id)


def _to_be_named(
    work: SqlUnitOfWork, held: set[JabatanId], now: datetime
) -> list[tuple[Task, Case]]:
    """Files that wait until one of these jabatan opens them to somebody of their lane."""
    lanes = {
        (procedure.id, step.grants)
        for procedure in work.procedures.in_use()
        for step in procedure.steps
        if step.grants is not None
        and work.office.holder_of(procedure.id, step.lane) in held
        and procedure.lanes[step.grants].by_grant
    }
    waiting = work.procedures.readable(work.cases.open_in_lanes(lanes) if lanes else ())
    return [file for file in waiting if not able_for(work, *file, now=now)]


def _has_teams(work: SqlUnitOfWork) -> bool:
    return any(
        column.team for procedure in work.procedures.in_use() for column in procedure.lanes.values()
    )


def _by_due(file: tuple[Task, Case]) -> tuple[bool, datetime, int]:
    task, _ = file
    return task.due_at is None, task.due_at or task.opened_at, task.id


def _left(work: SqlUnitOfWork, task: Task, case: Case, now: datetime) -> bool:
    """True when whoever holds the file no longer sits in its lane: it is everybody's again."""
    if task.holder_id is None:
        return False
    jabatan = work.office.holder_of(case.procedure_id, task.lane)
    held = work.people.appointments_of(task.holder_id, at=now)
    return all(one.jabatan != jabatan for one in held)
