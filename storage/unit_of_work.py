"""What is saved together: all books of the office over one connection."""

from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import Connection

from storage import outbox
from storage.repositories.cards import CardRepository
from storage.repositories.cases import TaskRepository
from storage.repositories.circles import CircleRepository
from storage.repositories.drafts import DraftRepository
from storage.repositories.numbers import NumberRepository
from storage.repositories.papers import PaperRepository
from storage.repositories.people import PeopleRepository
from storage.repositories.procedures import ProcedureRepository, Shelf
from workflow.ids import PersonId
from workflow.intents import Intent
from workflow.office import Office
from workflow.ports import Clock
from workflow.working_time import OfficeCalendar


@dataclass(slots=True)
class Standing:
    """What stays between units of work: the office, its calendar, SOPs already parsed."""

    office: Office
    calendar: OfficeCalendar
    emblem: bytes | None = None  # the office's own, a picture
    shelf: Shelf = field(default_factory=Shelf)


class CaseRepository(TaskRepository, PaperRepository, CircleRepository):
    """Everything about a case in one book, as the desks read it."""


class SqlUnitOfWork:
    """All books, changed together or not at all. Whoever opened the connection commits."""

    def __init__(self, connection: Connection, standing: Standing, clock: Clock) -> None:
        self.connection = connection
        self._standing = standing
        self._clock = clock

    @property
    def office(self) -> Office:
        return self._standing.office

    @property
    def emblem(self) -> bytes | None:
        return self._standing.emblem

    @property
    def calendar(self) -> OfficeCalendar:
        return self._standing.calendar

    @cached_property
    def people(self) -> PeopleRepository:
        return PeopleRepository(self.connection)

    @cached_property
    def cases(self) -> CaseRepository:
        return CaseRepository(self.connection)

    @cached_property
    def procedures(self) -> ProcedureRepository:
        return ProcedureRepository(self.connection, self._standing.shelf)

    @cached_property
    def drafts(self) -> DraftRepository:
        return DraftRepository(self.connection)

    @cached_property
    def numbers(self) -> NumberRepository:
        return NumberRepository(self.connection)

    @cached_property
    def cards(self) -> CardRepository:
        return CardRepository(self.connection)

    def tell(self, person_id: PersonId, intent: Intent) -> None:
        outbox.add(self.connection, person_id, intent, at=self._clock.now())
