"""Which lanes a person holds in all SOPs, and the work that lies in them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from storage.repositories.piles import Pile
from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import JabatanId, LaneId, PersonId, ProcedureId, TaskId

Lane = tuple[ProcedureId, LaneId]


def lanes_of(work: SqlUnitOfWork, person_id: PersonId, *, now: datetime) -> frozenset[Lane]:
    held = {one.jabatan for one in work.people.appointments_of(person_id, at=now)}
    return lanes_held(work, held)


def lanes_held(
    work: SqlUnitOfWork, jabatan: set[JabatanId] | frozenset[JabatanId]
) -> frozenset[Lane]:
    return work.procedures.lanes_of(frozenset(jabatan), work.office) if jabatan else frozenset()


def lying_with(
    work: SqlUnitOfWork, person_id: PersonId, *, now: datetime, most: int
) -> Sequence[tuple[TaskId, datetime | None]]:
    """A person's own open work and by when it is due, the earliest first, up to *most* of it."""
    held = {one.jabatan for one in work.people.appointments_of(person_id, at=now)}
    desk = [*piles_of(work, held, now=now), *_to_be_named(work, held, now=now)]
    found = work.cases.on_desk(desk, person_id, most=most)
    teams = work.cases.open_in_teams(person_id) if _has_teams(work) else []
    teams = work.procedures.readable(teams)
    if not teams:
        return found
    return sorted((*found, *((task.id, task.due_at) for task, _ in teams)), key=_by_due)[:most]


def piles_of(
    work: SqlUnitOfWork, jabatan: Collection[JabatanId], *, now: datetime
) -> Sequence[Pile]:
    """The lanes of these jabatan, in all SOPs in use; what their holders left is everybody's.

    At the desk also what an applicant without Telegram has to do.
    """
    piles = _lanes_of(work, frozenset(jabatan))
    left = _left(work, piles, now)
    return [replace(one, left=left.get((one.procedure_id, one.lane), one.left)) for one in piles]


def lying_at(work: SqlUnitOfWork, jabatan: JabatanId) -> Collection[Pile]:
    """All that lies with a jabatan, in whichever SOP and whoever may see it."""
    lanes = _lanes_of(work, frozenset({jabatan}))
    readable = work.procedures.readable_versions
    return {replace(one, granted=False, versions=readable(one.procedure_id)) for one in lanes}


def watched_by(work: SqlUnitOfWork, jabatan: frozenset[JabatanId]) -> Sequence[Pile]:
    """The lanes of whose delays one of these jabatan may hear."""
    readable = work.procedures.readable_versions
    return [
        Pile(procedure_id=procedure_id, lane=lane, versions=readable(procedure_id))
        for procedure_id, lane in work.procedures.lanes_watched_by(jabatan, work.office)
    ]


def _lanes_of(work: SqlUnitOfWork, jabatan: frozenset[JabatanId]) -> Sequence[Pile]:
    """One pile a lane, or one for those versions that see files by grant and one for the others."""
    found: dict[Pile, set[int]] = defaultdict(set)
    for version, procedure in work.procedures.versions_in_use():
        for lane, column in procedure.lanes.items():
            seat = procedure.desk if column.applicant else lane
            if seat is not None and work.office.holder_of(procedure.id, seat) in jabatan:
                pile = Pile(procedure_id=procedure.id, lane=lane, at_desk=column.applicant)
                found[replace(pile, granted=column.by_grant)].add(version)
    return [
        replace(one, versions=frozenset(versions))
        if replace(one, granted=not one.granted) in found
        else replace(one, versions=work.procedures.readable_versions(one.procedure_id))
        for one, versions in found.items()
    ]


def _left(
    work: SqlUnitOfWork, piles: Sequence[Pile], now: datetime
) -> Mapping[tuple[ProcedureId, str], frozenset[PersonId]]:
    """Who holds a file in these lanes and no longer sits there."""
    gone: dict[tuple[ProcedureId, str], set[PersonId]] = defaultdict(set)
    for procedure_id, lane, holder in work.cases.holders_in(piles):
        if holder not in _sitting(work, procedure_id, lane, now):
            gone[procedure_id, lane].add(holder)
    return {lane: frozenset(people) for lane, people in gone.items()}


def _sitting(
    work: SqlUnitOfWork, procedure_id: ProcedureId, lane: str, now: datetime
) -> frozenset[PersonId]:
    """Who acts in a lane: at the desk for applicants who have no Telegram."""
    seats = {
        (procedure.desk or one) if column.applicant else one
        for procedure in work.procedures.in_use()
        if procedure.id == procedure_id
        for one, column in procedure.lanes.items()
        if one == lane
    }
    jabatan = [work.office.holder_of(procedure_id, LaneId(one)) for one in seats]
    return frozenset(one.person_id for one in work.people.holders_of(jabatan, at=now))


def _to_be_named(
    work: SqlUnitOfWork, held: Collection[JabatanId], *, now: datetime
) -> Sequence[Pile]:
    """Files that wait until one of these jabatan opens them to somebody of their lane."""
    lanes = {
        (procedure.id, step.grants)
        for procedure in work.procedures.in_use()
        for step in procedure.steps
        if step.grants is not None
        and work.office.holder_of(procedure.id, step.lane) in held
        and procedure.is_by_grant(step.grants)
    }
    piles = [
        Pile(
            procedure_id=procedure_id,
            lane=lane,
            unnamed=_sitting(work, procedure_id, lane, now),
            versions=work.procedures.readable_versions(procedure_id),
        )
        for procedure_id, lane in sorted(lanes)
    ]
    left = _left(work, piles, now)
    return [replace(one, left=left.get((one.procedure_id, one.lane), one.left)) for one in piles]


def _has_teams(work: SqlUnitOfWork) -> bool:
    return any(
        column.team for procedure in work.procedures.in_use() for column in procedure.lanes.values()
    )


def _by_due(on_desk: tuple[TaskId, datetime | None]) -> tuple[bool, datetime, int]:
    task_id, due_at = on_desk
    return due_at is None, due_at or datetime.max.replace(tzinfo=UTC), task_id
