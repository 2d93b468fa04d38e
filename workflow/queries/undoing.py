"""Whether a decision may still be taken back, as the books say now."""

from collections.abc import Sequence

from workflow import rights, taking_back
from workflow.case import Case, Task
from workflow.errors import ApplicantHasBegun, Refusal
from workflow.people import Who
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure
from workflow.rights import Act


def can_take_back(
    work: UnitOfWork, task: Task, tasks: Sequence[Task], procedure: Procedure, case: Case, who: Who
) -> bool:
    """Whether the press would be taken now: the button stands as long as it works."""
    if not rights.may(Act.TAKE_BACK, task, who):
        return False
    try:
        ensure_untouched(work, task, tasks, procedure, case)
        until = taking_back.undoable_until(task, tasks, procedure, case, work.calendar)
    except Refusal:
        return False
    return until is None or work.now <= until


def ensure_untouched(
    work: UnitOfWork, task: Task, tasks: Sequence[Task], procedure: Procedure, case: Case
) -> None:
    """What was sent back to the applicant is theirs once they have begun to repair it."""
    following = next((one for one in tasks if one.id > task.id), None)
    if following is None or case.applicant_id is None:
        return
    if not procedure.lanes[following.lane].applicant:
        return
    if work.drafts.find_for_task(following.id, case.applicant_id) is not None:
        raise ApplicantHasBegun
