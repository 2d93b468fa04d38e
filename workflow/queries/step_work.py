"""Whether the work that a step asks for has been handed in."""

from workflow.case import Case, Task
from workflow.forms import Slot, is_optional
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
