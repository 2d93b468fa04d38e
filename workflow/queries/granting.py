"""Who opens a case's files to one person of a lane that sees files only by grant."""

from workflow.case import Case
from workflow.ids import JabatanId, LaneId, PersonId
from workflow.people import on_duty
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure


def granters_of(
    work: UnitOfWork, case: Case, procedure: Procedure, lane: LaneId
) -> frozenset[JabatanId]:
    """The jabatan that open this case's files to one person of a lane."""
    return frozenset(
        work.office.holder_of(case.procedure_id, procedure.lane_of(step, case.service))
        for step in procedure.steps
        if step.grants == lane
    )


def granters(work: UnitOfWork, case: Case, procedure: Procedure, lane: LaneId) -> list[PersonId]:
    """Who is to name somebody for a file that lies in a lane that sees files only by grant."""
    jabatan = granters_of(work, case, procedure, lane)
    held = [on_duty(work.people.holders_of([one], at=work.now)) for one in sorted(jabatan)]
    return [one.person_id for found in held for one in found]
