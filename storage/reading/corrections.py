"""Which case corrects the answer of which, as cards tell it."""

from typing import Any

from storage.reading.card_lines import marked
from storage.unit_of_work import SqlUnitOfWork
from workflow import rights
from workflow.case import Case, Task
from workflow.ids import PersonId
from workflow.procedure import Procedure
from workflow.queries.corrections import is_correctable
from workflow.queries.rights import standing
from workflow.rights import Act


def corrected_number(work: SqlUnitOfWork, case: Case) -> str:
    """The number of the case whose answer this one corrects; empty for any other."""
    return "" if case.corrects is None else work.cases.get(case.corrects).number


def why_it_came(
    work: SqlUnitOfWork, case: Case, task: Task, procedure: Procedure
) -> dict[str, Any]:
    """Why a file came to a step where it was sent back to it, or begins there as a correction."""
    return {
        "because": task.because,
        "because_marks": marked(procedure, task.because_marks),
        "corrects": "" if task.asked_by is None else corrected_number(work, case),
    }


def links_of(work: SqlUnitOfWork, case: Case) -> dict[str, Any]:
    """Whose answer a case corrects, which corrects its own, and whether one may be asked for."""
    standing_for = [
        one for one in work.cases.corrections_of(case.id) if not one.state.is_unanswered
    ]
    return {
        "correctable": is_correctable(work, case),
        "corrects": corrected_number(work, case),
        "corrected_by": standing_for[-1].number if standing_for else "",
    }


def asks_for_proxy(work: SqlUnitOfWork, case: Case, task: Task, person_id: PersonId | None) -> bool:
    """For the counter, of a delivered answer of an applicant who has no Telegram."""
    if person_id is None or case.applicant_id is not None or not is_correctable(work, case):
        return False
    who = standing(work, person_id, task, case)
    return rights.allowed(Act.CORRECT, set(who.also), rights.state_of(task))
