"""The register of the office's decisions."""

from workflow.ids import CaseId
from workflow.numbering import DECREES, LetterNumber, decree_number
from workflow.ports import UnitOfWork


def number_decree(work: UnitOfWork, case_id: CaseId) -> None:
    """Give a decision that was just made the next number of its register, and book it."""
    today = work.today
    running = work.numbers.next_running(DECREES, today.year)
    work.numbers.reserve(
        LetterNumber(
            series=DECREES,
            year=today.year,
            running=running,
            text=decree_number(running, work.office.unit_code, today),
            case_id=case_id,
            reserved_at=work.now,
            booked_at=work.now,
            explained="",
        )
    )
