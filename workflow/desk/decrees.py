"""The register of the office's decisions."""

from workflow.case import Case
from workflow.desk.search_terms import note_letter
from workflow.numbering import DECREES, LetterNumber, decree_number
from workflow.ports import UnitOfWork


def number_decree(work: UnitOfWork, case: Case) -> None:
    """Give a decision that was just made the next number of its register, and book it."""
    today = work.today
    running = work.numbers.next_running(DECREES, today.year)
    text = decree_number(running, work.office.unit_code, today)
    work.numbers.reserve(
        LetterNumber(
            series=DECREES,
            year=today.year,
            running=running,
            text=text,
            case_id=case.id,
            reserved_at=work.now,
            booked_at=work.now,
            explained="",
        )
    )
    note_letter(work, case, text)
