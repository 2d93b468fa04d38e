"""What a router or a press asks for: one call on one desk, inside the writer's transaction."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram.types import CallbackQuery, Message

from workflow.desk.administrator import AdministratorDesk
from workflow.desk.amending import AmendingDesk
from workflow.desk.answering import AnswerDesk
from workflow.desk.applicant import ApplicantDesk
from workflow.desk.beginning import BeginningDesk
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
from workflow.desk.taking_back import TakingBackDesk
from workflow.desk.verbs import VerbDesk
from workflow.filling import DraftFile
from workflow.ids import CaseId
from workflow.intents import Tell
from workflow.people import Focus, Person
from workflow.ports import RandomBytes, UnitOfWork
from workflow.screen_names import ScreenName


@dataclass(slots=True)
class Desks:
    """All desks, as the person who came in finds them.

    Made for every press, and not frozen: with so many fields that would take twice as long.
    """

    me: Person
    work: UnitOfWork
    reception: Reception
    forms: FormDesk
    form_opening: FormOpeningDesk
    handing_in: HandingInDesk
    beginning: BeginningDesk
    applicant: ApplicantDesk
    officer: OfficerDesk
    supervisor: SupervisorDesk
    administrator: AdministratorDesk
    mandates: MandateDesk
    calendar: CalendarDesk
    messages: MessageDesk
    corrections: CorrectionDesk
    unlinking: UnlinkingDesk
    taking_back: TakingBackDesk
    verbs: VerbDesk
    search: SearchDesk
    holds: HoldDesk
    locking: LockingDesk
    answers: AnswerDesk
    enquiries: EnquiryDesk
    replies: ReplyDesk
    amending: AmendingDesk


def desks_for(me: Person, work: UnitOfWork, random_bytes: RandomBytes, *, bot_name: str) -> Desks:
    forms = FormDesk(work, me)
    officer = OfficerDesk(work, me)
    administrator = AdministratorDesk(work, me, random_bytes, bot_name)
    mandates = MandateDesk(work, me, administrator)
    calendar = CalendarDesk(work, me, administrator)
    reception = Reception(work, me)
    lookup = LookUp(work, me, reception)
    search = SearchDesk(work, me, lookup)
    answers = AnswerDesk(work, me)
    messages = MessageDesk(
        work, me, forms, officer, administrator, mandates, calendar, lookup, search, answers
    )
    return Desks(
        me=me,
        work=work,
        reception=reception,
        forms=forms,
        form_opening=FormOpeningDesk(work, me, random_bytes, forms),
        handing_in=HandingInDesk(work, me, random_bytes, forms),
        beginning=BeginningDesk(work, me, random_bytes),
        applicant=ApplicantDesk(work, me),
        officer=officer,
        supervisor=SupervisorDesk(work, me),
        administrator=administrator,
        mandates=mandates,
        calendar=calendar,
        messages=messages,
        corrections=CorrectionDesk(work, me, messages, forms, mandates),
        unlinking=UnlinkingDesk(work, me, random_bytes),
        taking_back=TakingBackDesk(work, me),
        verbs=VerbDesk(work, me),
        search=search,
        holds=HoldDesk(work, me),
        locking=LockingDesk(work, me),
        answers=answers,
        enquiries=EnquiryDesk(work, me),
        replies=ReplyDesk(work, me),
        amending=AmendingDesk(work, me, random_bytes),
    )


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
