"""A task as it is taken from the books to lie before an officer, who is something to its file."""

from workflow import rights
from workflow.errors import NotFound, NothingMasked
from workflow.ids import PersonId, TaskId
from workflow.ports import UnitOfWork
from workflow.queries.access import ensure_no_stranger, ensure_of_office
from workflow.queries.disclosing import has_numbers
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.rights import who_is
from workflow.rights import Act
from workflow.side import TaskKind


def task_on_desk(work: UnitOfWork, me: PersonId, task_id: TaskId) -> TaskOnDesk:
    """A task of the office, for somebody who is something to its file.

    Raises NotYourTask where it is the applicant's to act, and whatever `ensure_no_stranger` does.
    """
    task, case = work.cases.task_and_case(task_id)
    if task.kind is not TaskKind.MAIN:
        raise NotFound(f"task {task_id} among those on which a case moves")
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    on_desk = TaskOnDesk(task, case, procedure, who_is(work, me, task, case))
    ensure_no_stranger(work, task, on_desk.who, on_desk.step)
    ensure_of_office(task, case, procedure)
    return on_desk


def ensure_disclosed(on_desk: TaskOnDesk) -> None:
    """Raise the refusal that fits whoever may not see the numbers of this case whole now."""
    rights.ensure(Act.READ_NUMBERS, on_desk.task, on_desk.who, helpers=on_desk.step.helpers)
    if not has_numbers(on_desk.procedure, on_desk.case, on_desk.task):
        raise NothingMasked
