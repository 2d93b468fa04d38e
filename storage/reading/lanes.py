"""Which lanes a person holds in all SOPs, and the work that lies in them."""

from collections.abc import Sequence
from datetime import datetime

from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Case, Task
from workflow.ids import JabatanId, LaneId, PersonId, ProcedureId

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
    lying = work.cases.open_in_lanes(lanes_held(work, held), served=lanes_served(work, held))
    mine = [
        (task, case)
        for task, case in lying
        if task.holder_id in (None, person_id) or _left(work, task, case, now)
    ]
    teams = work.cases.open_in_teams(person_id) if _has_teams(work) else []
    return sorted((*mine, *teams), key=_by_due)


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
