"""Whether a case can be parted from the phone that follows it, so that another one can."""

from collections.abc import Sequence

from workflow.case import Case, Link
from workflow.knowing import secret_of
from workflow.links import undoable
from workflow.ports import UnitOfWork


def can_part(work: UnitOfWork, case: Case, links: Sequence[Link]) -> bool:
    """A case of the counter that is linked or locked; any other that a phone follows, to move it.

    The latter only where its owner can be told by what they know, else no phone ever follows it
    again; and never an officer's own request, which nobody would know for one any more.
    """
    if undoable(case, links):
        return True
    if case.applicant_id is None:
        return False
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    if secret_of(procedure, case.service, case.answers) is None:
        return False
    return not work.people.appointments_of(case.applicant_id, at=work.now)
