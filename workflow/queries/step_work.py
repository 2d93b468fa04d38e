"""Whether the work that a step asks for has been handed in."""

from workflow.case import Case, Task
from workflow.errors import DraftRequired, WorkUnsaved
from workflow.forms import Slot, is_optional
from workflow.ids import PersonId
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure


def is_work_done(work: UnitOfWork, case: Case, procedure: Procedure, task: Task) -> bool:
    """True when all that the step asks for is there."""
    items = procedure.work_of(procedure.step(task.step), case.service)
    if not items:
        return True
    handed_in = {file.item for file in work.cases.attachments(case.id)}
    return all(
        is_optional(item, case.answers)
        or item.id in (handed_in if isinstance(item, Slot) else case.answers)
        for item in items
    )


def ensure_work_done(
    work: UnitOfWork, case: Case, procedure: Procedure, task: Task, *, by: PersonId
) -> None:
    """Raise DraftRequired while the form and files that a step asks for are not handed in.

    A correction that is written but not saved would be lost with the file: WorkUnsaved.
    """
    if not procedure.work_of(procedure.step(task.step), case.service):
        return
    if not is_work_done(work, case, procedure, task):
        raise DraftRequired
    if work.drafts.find_for_task(task.id, by) is not None:
        raise WorkUnsaved
