"""The whole numbers of persons in a case, for a message that goes again by itself."""

from datetime import datetime

from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import PersonId, TaskId
from workflow.queries.disclosing import may_be_disclosed, numbers_of
from workflow.views.numbers import NumbersView


def numbers_view(
    work: SqlUnitOfWork, task_id: TaskId, person_id: PersonId, *, now: datetime
) -> NumbersView | None:
    """Read when it is sent, so that no number stands in the outbox; nothing without the right."""
    task, case = work.cases.task_and_case(task_id)
    if not may_be_disclosed(work, person_id, task, case):
        return None
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    return NumbersView(number=case.number, lines=numbers_of(procedure, case))
