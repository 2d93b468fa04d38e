"""What is saved together: all books of the office over one connection."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from sqlalchemy import Connection

from storage import outbox
from storage.database import savepoint
from storage.repositories.alarms import AlarmRepository
from storage.repositories.at_step import StepRepository
from storage.repositories.cards import CardRepository
from storage.repositories.case_history import HistoryRepository
from storage.repositories.cases import TaskRepository
from storage.repositories.circles import CircleRepository
from storage.repositories.custody import CustodyRepository
from storage.repositories.days import DayRepository
from storage.repositories.drafts import DraftRepository
from storage.repositories.gathered import GatheredRepository
from storage.repositories.logged import LogRepository
from storage.repositories.marks import MarkRepository
from storage.repositories.numbers import NumberRepository
from storage.repositories.papers import PaperRepository
from storage.repositories.pauses import PauseRepository
from storage.repositories.people import PeopleRepository
from storage.repositories.procedures import ProcedureCache, ProcedureRepository
from storage.repositories.queues import QueueRepository
from storage.repositories.search_terms import TermRepository
from storage.repositories.surveys import SurveyRepository
from storage.repositories.words import WordsRepository
from storage.term_key import TermKey
from workflow.alarms import Rhythm
from workflow.errors import Refusal
from workflow.ids import PersonId
from workflow.intents import Intent
from workflow.office import Office
from workflow.special_days import SpecialDay, with_special_days
from workflow.working_time import OfficeCalendar

# Books that remember what they read: after something was taken back they read it anew.
_REMEMBERING = ("cards", "people", "cases", "pauses")


@dataclass(slots=True)
class OfficeContext:
    """What stays between units of work: the office, its calendar, SOPs already parsed."""

    office: Office
    calendar: OfficeCalendar
    rhythm: Rhythm = field(default_factory=Rhythm)
    emblem: bytes | None = None  # the office's own, a picture
    procedure_cache: ProcedureCache = field(default_factory=ProcedureCache)
    # Hashes what cases are found by; a program without the office's keys has none.
    term_key: TermKey | None = None
    # The calendar worked out last with the days that the books hold beside the office file.
    _reckoned: tuple[OfficeCalendar, Sequence[SpecialDay], OfficeCalendar] | None = None

    def calendar_with(self, days: Sequence[SpecialDay]) -> OfficeCalendar:
        """The office's calendar with these days; worked out once for the same of both."""
        if not days:
            return self.calendar
        known = self._reckoned
        if known is None or known[0] is not self.calendar or known[1] != days:
            known = (self.calendar, days, with_special_days(self.calendar, days))
            self._reckoned = known
        return known[2]


class CaseRepository(
    TaskRepository,
    HistoryRepository,
    MarkRepository,
    QueueRepository,
    StepRepository,
    AlarmRepository,
    PaperRepository,
    CircleRepository,
):
    """Everything about a case in one book, as the desks read it."""


class SqlUnitOfWork:
    """All books, changed together or not at all. Whoever opened the connection commits."""

    def __init__(self, connection: Connection, context: OfficeContext, now: datetime) -> None:
        self.connection = connection
        self._context = context
        self._now = now

    @property
    def now(self) -> datetime:
        """When all of this happens: the clock was read once, by whoever opened the work."""
        return self._now

    @property
    def today(self) -> date:
        """The day it is then where the office is."""
        return self.now.astimezone(self.calendar.tz).date()

    @property
    def office(self) -> Office:
        return self._context.office

    @property
    def rhythm(self) -> Rhythm:
        """How patient the office is, wherever an alarm is armed."""
        return self._context.rhythm

    @property
    def emblem(self) -> bytes | None:
        return self._context.emblem

    @cached_property
    def calendar(self) -> OfficeCalendar:
        """The calendar as the books have it now, in whichever process they were written."""
        return self._context.calendar_with(self.days.all())

    def renew_calendar(self) -> None:
        """A day was written or taken back in this very work."""
        self.__dict__.pop("calendar", None)

    def attempt(self, act: Callable[[], None]) -> Refusal | None:
        """Do one of several things; where it is refused what it wrote is taken back, no more."""
        try:
            with savepoint(self.connection):
                act()
        except Refusal as refusal:
            for book in _REMEMBERING:
                self.__dict__.pop(book, None)
            return refusal
        return None

    @cached_property
    def days(self) -> DayRepository:
        return DayRepository(self.connection)

    @cached_property
    def people(self) -> PeopleRepository:
        return PeopleRepository(self.connection, self.office.jabatan)

    @cached_property
    def cases(self) -> CaseRepository:
        return CaseRepository(self.connection)

    @cached_property
    def pauses(self) -> PauseRepository:
        return PauseRepository(self.connection)

    @cached_property
    def procedures(self) -> ProcedureRepository:
        return ProcedureRepository(self.connection, self._context.procedure_cache)

    @cached_property
    def drafts(self) -> DraftRepository:
        return DraftRepository(self.connection)

    @cached_property
    def numbers(self) -> NumberRepository:
        return NumberRepository(self.connection)

    @cached_property
    def cards(self) -> CardRepository:
        return CardRepository(self.connection)

    @cached_property
    def terms(self) -> TermRepository:
        return TermRepository(self.connection, self._context.term_key)

    @cached_property
    def log(self) -> LogRepository:
        return LogRepository(self.connection)

    @cached_property
    def surveys(self) -> SurveyRepository:
        return SurveyRepository(self.connection)

    @cached_property
    def custody(self) -> CustodyRepository:
        return CustodyRepository(self.connection)

    @cached_property
    def words(self) -> WordsRepository:
        return WordsRepository(self.connection)

    @cached_property
    def gathered(self) -> GatheredRepository:
        return GatheredRepository(self.connection, self.now)

    def tell(
        self, person_id: PersonId, intent: Intent, *, not_before: datetime | None = None
    ) -> None:
        """Put an intent into the outbox, perhaps not to be carried out before a moment."""
        outbox.add(self.connection, person_id, intent, at=self.now, not_before=not_before)
