"""How much one person may hand in on one day: strangers fill nobody's disk."""

from datetime import date

from workflow.errors import TooMuchToday
from workflow.people import Person
from workflow.ports import UnitOfWork

# Ten requests of ten large files; an officer enters those of a whole counter.
MOST = 400  # megabytes
MOST_OF_OFFICERS = 4000


def ensure_not_too_much(work: UnitOfWork, me: Person) -> None:
    """Raise TooMuchToday when a person has handed in as much as one day takes."""
    held = work.people.appointments_of(me.id, at=work.now)
    most = MOST_OF_OFFICERS if held else MOST
    if work.drafts.handed_in_on(me.id, _day(work)) >= most << 20:
        raise TooMuchToday(megabytes=most)


def count(work: UnitOfWork, me: Person, size: int) -> None:
    """Files taken out again count too: they have been kept."""
    work.drafts.note_handed_in(me.id, _day(work), size)


def _day(work: UnitOfWork) -> date:
    return work.today
