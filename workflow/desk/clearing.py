"""Whoever leaves a desk leaves files: they lie with the lane again, and a colleague hears once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from workflow.desk.handing import give_back
from workflow.ids import JabatanId, LaneId, PersonId, ProcedureId
from workflow.intents import ClearDesk, Tell
from workflow.people import on_duty
from workflow.ports import UnitOfWork
from workflow.procedure import Share
from workflow.queries.holders import lanes_at
from workflow.queries.posts import post_title

# So many files take some milliseconds, in which everybody else waits.
BATCH = 200
# One file is shown by its card; several are in a list, and said once.
BY_CARD = 1

Lanes = Collection[tuple[ProcedureId, LaneId]]


def clear_desk(
    work: UnitOfWork, person_id: PersonId, jabatan: JabatanId, *, told: bool = True
) -> None:
    """Give back what somebody held in a jabatan who sits there no more.

    The right to act has gone before. Of thousands of files a batch is given back now and the rest
    after this: until then whoever sits there finds them among their own all the same. *told* is
    False where those who sit there hear of it otherwise.
    """
    lanes = lanes_at(work, jabatan)
    few = work.cases.held_by(person_id, lanes, most=BY_CARD + 1)
    if len(few) <= BY_CARD:
        for task, case in work.procedures.readable(few):
            give_back(work, task, case)
        return
    if told:
        _tell(work, person_id, jabatan, lanes)
    go_on_clearing(work, ClearDesk(jabatan=jabatan, person_id=person_id))


def go_on_clearing(work: UnitOfWork, desk: ClearDesk) -> None:
    """One batch more of what somebody left behind, unless they sit there again."""
    jabatan, person_id = JabatanId(desk.jabatan), PersonId(desk.person_id)
    sitting = [one.person_id for one in on_duty(work.people.holders_of([jabatan], at=work.now))]
    if person_id in sitting:
        return
    lanes = lanes_at(work, jabatan)
    shares = _shares(work, lanes, sitting)
    given = work.cases.give_back_held(person_id, lanes, most=BATCH, shares=shares)
    if given == BATCH:
        work.tell(person_id, desk)


def _shares(
    work: UnitOfWork, lanes: Lanes, sitting: Sequence[PersonId]
) -> Mapping[tuple[ProcedureId, str], Sequence[PersonId]]:
    """Lanes whose work is shared by load get theirs in equal parts."""
    if not sitting:
        return {}
    return {
        (procedure.id, lane): sitting
        for procedure in work.procedures.in_use()
        for lane, column in procedure.lanes.items()
        if (procedure.id, lane) in lanes and column.share is Share.LEAST_LOADED
    }


def _tell(work: UnitOfWork, person_id: PersonId, jabatan: JabatanId, lanes: Lanes) -> None:
    """Whoever sits there, and whoever is to name somebody for files that only one may open."""
    count = work.cases.count_held_by(person_id, lanes)
    arguments: dict[str, str | int | date] = {
        "count": count,
        "jabatan": post_title(work, jabatan),
    }
    opening = {
        work.office.holder_of(procedure.id, step.lane)
        for procedure in work.procedures.in_use()
        for step in procedure.steps
        if step.grants is not None and (procedure.id, step.grants) in lanes
        if procedure.lanes[step.grants].by_grant
    }
    held = [
        on_duty(work.people.holders_of([one], at=work.now)) for one in (jabatan, *sorted(opening))
    ]
    for hearing in dict.fromkeys(one.person_id for sitting in held for one in sitting):
        work.tell(hearing, Tell(message_id="files-given-back", arguments=arguments))
