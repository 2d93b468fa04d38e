"""Questions between the office and an applicant: which is open, and whom it waits for."""

from collections.abc import Iterable

from workflow.case import Case, Task
from workflow.ids import PersonId
from workflow.ports import UnitOfWork
from workflow.queries.holders import holders
from workflow.side import TaskKind


def open_question(work: UnitOfWork, task: Task) -> Task | None:
    """The question to the applicant that waits for an answer while a file lies at one step."""
    return open_among(task, work.cases.side_tasks_of(task.case_id))


def open_among(task: Task, asked: Iterable[Task]) -> Task | None:
    """The same among all that was asked in its case."""
    return next(
        (
            one
            for one in asked
            if one.kind is TaskKind.QUESTION and one.below == task.id and one.is_open
        ),
        None,
    )


def asked_people(work: UnitOfWork, case: Case) -> list[PersonId]:
    """The applicant; the counter, in the name of one who has no Telegram."""
    if case.applicant_id is not None:
        return [case.applicant_id]
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    return [] if procedure.desk is None else holders(work, case, procedure, procedure.desk)
