"""Cases as they lie in the books now, each read once for all the cards that show it.

A hand-over shows one case on two phones at least; they are read in one transaction, which changes
nothing of the case.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Attachment, Case, Task
from workflow.ids import TaskId
from workflow.procedure import Procedure
from workflow.side import TaskKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A case with its SOP, its main tasks in order, what was asked beside them, and the files that
    count now."""

    case: Case
    procedure: Procedure
    tasks: Sequence[Task]
    beside: Sequence[Task]
    attachments: Sequence[Attachment]

    def task(self, task_id: TaskId) -> Task | None:
        """One of its main tasks; nothing for what was asked beside them."""
        return next((one for one in self.tasks if one.id == task_id), None)


class Dossiers:
    """The dossiers looked at so far, by each of their tasks.

    Where *keeps* is set nothing of a case changes in this work, and rules that ask for the tasks of
    one get what lies in its dossier.
    """

    def __init__(self, work: SqlUnitOfWork, *, keeps: bool = False) -> None:
        self._work = work
        self._keeps = keeps
        self._known: dict[TaskId, Dossier] = {}

    def of(self, task_id: TaskId) -> Dossier:
        """The dossier that a task lies in; raises NotFound."""
        known = self._known.get(task_id)
        if known is None:
            known = self._read(task_id)
            self._known |= dict.fromkeys((one.id for one in known.tasks), known)
        return known

    def _read(self, task_id: TaskId) -> Dossier:
        cases = self._work.cases
        case, found = cases.case_and_tasks(task_id)
        tasks = [one for one in found if one.kind is TaskKind.MAIN]
        if self._keeps:
            cases.keep_tasks(case.id, tasks)
        return Dossier(
            case=case,
            procedure=self._work.procedures.get(case.procedure_id, case.procedure_version),
            tasks=tasks,
            beside=[one for one in found if one.kind is not TaskKind.MAIN],
            attachments=cases.attachments(case.id),
        )
