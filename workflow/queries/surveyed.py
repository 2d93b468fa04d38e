"""Whether what an applicant answered on paper was entered already."""

from workflow.case import Case
from workflow.custody import CustodyEvent
from workflow.ports import UnitOfWork


def was_entered(work: UnitOfWork, case: Case) -> bool:
    """Once counted, an answer is nobody's: that it came is all that is known of it."""
    return any(one.event is CustodyEvent.SURVEYED for one in work.custody.of_case(case.id))
