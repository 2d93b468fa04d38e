"""What people are called, as the books have them."""

from datetime import datetime

from workflow.ids import PersonId
from workflow.ports import UnitOfWork


def called(work: UnitOfWork, person_id: PersonId, *, at: datetime | None = None) -> str:
    """An officer by the name in the appointment, an applicant by the name on the phone."""
    held = work.people.on_record(person_id, at=at or work.now)
    return held[0].name if held else work.people.get(person_id).name
