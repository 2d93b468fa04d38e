"""What a desk needs of the world, in a desk's words: a clock, a signer, all books together."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from workflow.alarms import Rhythm
from workflow.books.cases import CaseBook, CustodyBook, PauseBook, TermBook
from workflow.books.office import DayBook, NumberBook, ProcedureBook
from workflow.books.people import PeopleBook, WordsBook
from workflow.books.phones import CardBook, DraftBook, GatheredBook
from workflow.books.surveys import SurveyBook
from workflow.errors import Refusal
from workflow.ids import PersonId
from workflow.intents import Intent
from workflow.office import Office
from workflow.signatures import SignatureCheck
from workflow.working_time import OfficeCalendar


class Clock(Protocol):
    """Says what time it is: aware, UTC. Nobody else does."""

    def now(self) -> datetime: ...


class RandomBytes(Protocol):
    """Random bytes for secrets and codes."""

    def __call__(self, length: int) -> bytes: ...


class UnitOfWork(Protocol):
    """All books, changed together or not at all. Whoever opened it commits.

    With it come the office, its calendar and rhythm, and the one moment at which it all happens.
    """

    @property
    def now(self) -> datetime: ...
    @property
    def today(self) -> date: ...
    @property
    def people(self) -> PeopleBook: ...
    @property
    def cases(self) -> CaseBook: ...
    @property
    def pauses(self) -> PauseBook: ...
    @property
    def procedures(self) -> ProcedureBook: ...
    @property
    def drafts(self) -> DraftBook: ...
    @property
    def numbers(self) -> NumberBook: ...
    @property
    def cards(self) -> CardBook: ...
    @property
    def surveys(self) -> SurveyBook: ...
    @property
    def custody(self) -> CustodyBook: ...
    @property
    def words(self) -> WordsBook: ...
    @property
    def terms(self) -> TermBook: ...
    @property
    def gathered(self) -> GatheredBook: ...
    @property
    def office(self) -> Office: ...
    @property
    def days(self) -> DayBook: ...
    @property
    def calendar(self) -> OfficeCalendar: ...
    @property
    def rhythm(self) -> Rhythm: ...
    def renew_calendar(self) -> None: ...
    def attempt(self, act: Callable[[], None]) -> Refusal | None: ...
    def tell(
        self, person_id: PersonId, intent: Intent, *, not_before: datetime | None = None
    ) -> None: ...


class Signer(Protocol):
    """Sets the signatory's signature and the office's seal on a PDF (PAdES)."""

    sample: bool

    def sign(
        self,
        pdf: bytes,
        *,
        signatory_name: str,
        jabatan: str,
        reason: str,
        at: datetime,
        seal_to_come: bool = True,
    ) -> bytes: ...
    def seal(
        self, pdf: bytes, *, office_name: str, reason: str, at: datetime, face: bytes
    ) -> bytes: ...
    def check(self, pdf: bytes) -> tuple[SignatureCheck, ...]: ...
