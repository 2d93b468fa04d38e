"""Showing a NIK whole to whoever must type it elsewhere: at the steps that work with it."""

from workflow import rights
from workflow.case import Case, Task
from workflow.forms import Question
from workflow.ids import PersonId
from workflow.people import Who
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, StepKind
from workflow.queries.rights import who_is
from workflow.rights import Act

# Who compares a request with its files, or enters it into SIAK; a paraf or signature needs none.
_WORKS_WITH_NUMBERS = frozenset({StepKind.VERIFY, StepKind.PROCESS})


def may_be_disclosed(work: UnitOfWork, person_id: PersonId, task: Task, case: Case) -> bool:
    """The same when the message is sent, which may be later than the press."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    who = who_is(work, person_id, task, case)
    return is_disclosed_to(who, task, case, procedure)


def is_disclosed_to(who: Who, task: Task, case: Case, procedure: Procedure) -> bool:
    """Whether this card offers somebody the numbers."""
    helpers = procedure.step(task.step).helpers
    return rights.may(Act.READ_NUMBERS, task, who, helpers=helpers) and has_numbers(
        procedure, case, task
    )


def has_numbers(procedure: Procedure, case: Case, task: Task) -> bool:
    """True at a step that works with what is masked, where anything is."""
    step = procedure.step(task.step)
    return step.kind in _WORKS_WITH_NUMBERS and bool(numbers_of(procedure, case))


def numbers_of(procedure: Procedure, case: Case) -> tuple[tuple[str, str], ...]:
    """Each answer that stands masked everywhere else, with its title, whole."""
    return tuple(
        (item.title, case.answers[item.id])
        for item in procedure.items_of(case.service)
        if isinstance(item, Question) and item.masked and item.id in case.answers
    )
