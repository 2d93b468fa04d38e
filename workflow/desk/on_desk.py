"""A task as it is taken from the books to lie before an officer, who is something to its file."""

from workflow import rights
from workflow.case import Task
from workflow.desk.cards import screen_of
from workflow.errors import AccessNotGranted, NotForYou, NothingMasked, NotYourTask
from workflow.ids import PersonId, TaskId
from workflow.people import Relation, Who
from workflow.ports import UnitOfWork
from workflow.procedure import Step
from workflow.queries.disclosing import has_numbers
from workflow.queries.holders import goes_to_applicant
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.rights import who_is
from workflow.rights import Act


def task_on_desk(work: UnitOfWork, me: PersonId, task_id: TaskId) -> TaskOnDesk:
    """A task of the office, for somebody who is something to its file.

    Raises NotYourTask where it is the applicant's to act, and whatever `ensure_no_stranger` does.
    """
    task, case = work.cases.task_and_case(task_id)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    on_desk = TaskOnDesk(task, case, procedure, who_is(work, me, task, case))
    ensure_no_stranger(work, task, on_desk.who, on_desk.step)
    if goes_to_applicant(case, procedure, task.lane):
        raise NotYourTask(task_id=task.id)
    return on_desk


def ensure_no_stranger(work: UnitOfWork, task: Task, who: Who, step: Step) -> None:
    """Raise NotForYou for whoever never had to do with a file, as if it did not exist.

    Whoever has its card on the phone knows of it, and is told what has changed.
    """
    if rights.relations(task, who, helpers=step.helpers) != {Relation.STRANGER}:
        return
    knowing = {task.done_by, task.holder_id, *work.cards.on_phones(screen_of(task))}
    if who.person_id not in knowing:
        raise NotForYou


def ensure_concerned(on_desk: TaskOnDesk) -> None:
    """Files are opened by those whose lanes the case runs through, and by nobody else.

    A lane that sees files only by grant needs one that is open, in the person's own name.
    """
    if rights.may(Act.READ, on_desk.task, on_desk.who, helpers=on_desk.step.helpers):
        return
    raise AccessNotGranted if on_desk.who.ungranted else NotForYou


def ensure_disclosed(on_desk: TaskOnDesk) -> None:
    """Raise the refusal that fits whoever may not see the numbers of this case whole now."""
    rights.ensure(Act.READ_NUMBERS, on_desk.task, on_desk.who, helpers=on_desk.step.helpers)
    if not has_numbers(on_desk.procedure, on_desk.case, on_desk.task):
        raise NothingMasked
