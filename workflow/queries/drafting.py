"""Which letters of a case there are to look at."""

from collections.abc import Sequence

from workflow.case import Case, Task
from workflow.ids import PaperId
from workflow.in_force import went_on
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure
from workflow.queries.step_work import is_work_done


def letters_begun(
    work: UnitOfWork, case: Case, procedure: Procedure, tasks: Sequence[Task]
) -> list[PaperId]:
    """The letters of which something is written; one that no step drafts is there at once."""
    written = set(procedure.papers) - {step.drafts for step in procedure.steps}
    for task in tasks:
        kind = procedure.step(task.step).drafts
        if kind is not None and kind not in written and _is_written(work, case, procedure, task):
            written.add(kind)
    return [kind for kind in procedure.papers if kind in written]


def _is_written(work: UnitOfWork, case: Case, procedure: Procedure, task: Task) -> bool:
    return went_on(task, procedure) or is_work_done(work, case, procedure, task)
