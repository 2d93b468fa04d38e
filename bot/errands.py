"""What a router or a press asks for: one call on one desk, inside the writer's transaction."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from aiogram.types import CallbackQuery, Message

from workflow.desk.administrator import AdministratorDesk
from workflow.desk.amending import AmendingDesk
from workflow.desk.answering import AnswerDesk
from workflow.desk.applicant import ApplicantDesk
from workflow.desk.auditor import AuditorDesk
from workflow.desk.beginning import BeginningDesk
from workflow.desk.bulk import BulkDesk
from workflow.desk.calendar import CalendarDesk
from workflow.desk.correcting import CorrectionDesk
from workflow.desk.enquiries import EnquiryDesk, ReplyDesk
from workflow.desk.form import FormDesk
from workflow.desk.form_opening import FormOpeningDesk
from workflow.desk.handing_in import HandingInDesk
from workflow.desk.hold import HoldDesk
from workflow.desk.linking import UnlinkingDesk
from workflow.desk.locking import LockingDesk
from workflow.desk.looking_up import LookUp
from workflow.desk.mandates import MandateDesk
from workflow.desk.messages import MessageDesk
from workflow.desk.officer import OfficerDesk
from workflow.desk.reception import Reception
from workflow.desk.searching import SearchDesk
from workflow.desk.supervisor import SupervisorDesk
from workflow.desk.survey import SurveyDesk
from workflow.desk.taking_back import TakingBackDesk
from workflow.desk.verbs import VerbDesk
from workflow.desk.withdrawing import WithdrawingDesk
from workflow.filling import DraftFile
from workflow.ids import CaseId
from workflow.intents import Tell
from workflow.people import Focus, Person
from workflow.ports import RandomBytes, UnitOfWork
from workflow.screen_names import ScreenName


class Desks:
    """All desks, as the person who came in finds them; each is set up when it is asked for."""

    def __init__(
        self, me: Person, work: UnitOfWork, random_bytes: RandomBytes, *, bot_name: str
    ) -> None:
        self.me = me
        self.work = work
        self._random_bytes = random_bytes
        self._bot_name = bot_name

    @cached_property
    def reception(self) -> Reception:
        return Reception(self.work, self.me)

    @cached_property
    def forms(self) -> FormDesk:
        return FormDesk(self.work, self.me)

    @cached_property
    def form_opening(self) -> FormOpeningDesk:
        return FormOpeningDesk(self.work, self.me, self._random_bytes, self.forms)

    @cached_property
    def handing_in(self) -> HandingInDesk:
        return HandingInDesk(self.work, self.me, self._random_bytes, self.forms)

    @cached_property
    def beginning(self) -> BeginningDesk:
        return BeginningDesk(self.work, self.me, self._random_bytes)

    @cached_property
    def applicant(self) -> ApplicantDesk:
        return ApplicantDesk(self.work, self.me)

    @cached_property
    def officer(self) -> OfficerDesk:
        return OfficerDesk(self.work, self.me)

    @cached_property
    def supervisor(self) -> SupervisorDesk:
        return SupervisorDesk(self.work, self.me)

    @cached_property
    def administrator(self) -> AdministratorDesk:
        return AdministratorDesk(self.work, self.me, self._random_bytes, self._bot_name)

    @cached_property
    def mandates(self) -> MandateDesk:
        return MandateDesk(self.work, self.me, self.administrator)

    @cached_property
    def calendar(self) -> CalendarDesk:
        return CalendarDesk(self.work, self.me, self.administrator)

    @cached_property
    def lookup(self) -> LookUp:
        return LookUp(self.work, self.me, self.reception)

    @cached_property
    def search(self) -> SearchDesk:
        return SearchDesk(self.work, self.me, self.lookup)

    @cached_property
    def messages(self) -> MessageDesk:
        return MessageDesk(
            self.work,
            self.me,
            self.forms,
            self.officer,
            self.administrator,
            self.mandates,
            self.calendar,
            self.lookup,
            self.search,
            self.answers,
        )

    @cached_property
    def corrections(self) -> CorrectionDesk:
        return CorrectionDesk(self.work, self.me, self.messages, self.forms, self.mandates)

    @cached_property
    def unlinking(self) -> UnlinkingDesk:
        return UnlinkingDesk(self.work, self.me, self._random_bytes)

    @cached_property
    def taking_back(self) -> TakingBackDesk:
        return TakingBackDesk(self.work, self.me)

    @cached_property
    def verbs(self) -> VerbDesk:
        return VerbDesk(self.work, self.me)

    @cached_property
    def holds(self) -> HoldDesk:
        return HoldDesk(self.work, self.me)

    @cached_property
    def locking(self) -> LockingDesk:
        return LockingDesk(self.work, self.me)

    @cached_property
    def answers(self) -> AnswerDesk:
        return AnswerDesk(self.work, self.me)

    @cached_property
    def enquiries(self) -> EnquiryDesk:
        return EnquiryDesk(self.work, self.me)

    @cached_property
    def replies(self) -> ReplyDesk:
        return ReplyDesk(self.work, self.me)

    @cached_property
    def amending(self) -> AmendingDesk:
        return AmendingDesk(self.work, self.me, self._random_bytes)

    @cached_property
    def bulk(self) -> BulkDesk:
        return BulkDesk(self.work, self.me)

    @cached_property
    def auditor(self) -> AuditorDesk:
        return AuditorDesk(self.work, self.me)

    @cached_property
    def surveys(self) -> SurveyDesk:
        return SurveyDesk(self.work, self.me)

    @cached_property
    def withdrawing(self) -> WithdrawingDesk:
        return WithdrawingDesk(self.work, self.me)


def is_elsewhere(desks: Desks, query: CallbackQuery, screen: ScreenName) -> bool:
    """True when a screen is asked for from another message: it then comes where the eye is."""
    shown = desks.work.cards.message(screen, desks.me.id)
    return query.message is None or query.message.message_id != shown


# An errand may name a sentence for the little note that answers a press, or hold it with its facts.
Errand = Callable[[Desks], str | Tell | None]


@dataclass(frozen=True, slots=True)
class Then:
    """An errand, and what is done outside the books once they are written: an errand runs twice."""

    errand: Errand
    afterwards: Callable[[], None]

    def __call__(self, desks: Desks) -> str | Tell | None:
        return self.errand(desks)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file of a message, checked by its bytes and stored in the vault; and what asked for it."""

    focus: Focus
    file: DraftFile


# Makes the encrypted archive of a case with a passphrase; returns the archive's name.
Archive = Callable[[CaseId, str], Awaitable[str]]
# Asks the desks something before an errand is known; raises the refusal that fits.
Ask = Callable[[int, Callable[[Desks], Any]], Awaitable[Any]]
Fetch = Callable[[Message], Awaitable[Fetched]]
