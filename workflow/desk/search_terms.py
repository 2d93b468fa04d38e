"""Letting cases be found: written with the words they are found by, filled in where lacking."""

from workflow.case import Case
from workflow.errors import NotFound
from workflow.ids import CaseId
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure
from workflow.search_terms import terms_of, terms_of_text

# So many cases at once take some milliseconds, in which everybody else waits.
BATCH = 15


def note_terms(work: UnitOfWork, case: Case) -> None:
    """Let a case be found by all that it says now, and by nothing that it said before."""
    procedure = _procedure(work, case)
    opened_on = case.opened_at.astimezone(work.calendar.tz).date()
    letters = work.terms.letters_of(case.id)
    work.terms.keep(case, terms_of(case, procedure, opened_on, letters))


def _procedure(work: UnitOfWork, case: Case) -> Procedure | None:
    """Nothing where its text is gone or cannot be read: its number and subject remain."""
    try:
        return work.procedures.find(case.procedure_id, case.procedure_version)
    except NotFound:
        return None


def note_letter(work: UnitOfWork, case: Case, number: str) -> None:
    """Let a case be found by the number of one more letter."""
    work.terms.add(case, terms_of_text(number))


def fill_in_terms(work: UnitOfWork) -> list[CaseId]:
    """The next batch of cases that cannot be found yet; once more, it changes nothing."""
    behind = list(work.terms.behind(most=BATCH))
    for case_id in behind:
        note_terms(work, work.cases.get(case_id))
    return behind
