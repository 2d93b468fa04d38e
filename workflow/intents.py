"""What the world must be told: kept in the outbox, rendered from what is true when it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from workflow.ids import CaseId, DraftId, PauseId, TaskId
from workflow.papers import PaperName


class Intent:
    """What somebody is to be shown, told or sent, or the office has still to do by itself."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowTask(Intent):
    """A task's card on one person's phone; edited in place unless a fresh one is wanted."""

    task_id: TaskId
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowForm(Intent):
    """The question a person is at, or the review."""

    draft_id: DraftId
    fresh: bool = True
    # Why: something was "received", or refused and asked "again"; "handed_in", "cancelled".
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferContact(Intent):
    """The button that shares one's own telephone number, while a form asks for it."""

    draft_id: DraftId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowWelcome(Intent):
    """What this office offers to this person."""

    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowHelp(Intent):
    """What this person can do here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPrivacy(Intent):
    """The privacy notice, to be accepted before a form opens."""

    choice: str = ""
    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBeginning(Intent):
    """The question whether an SOP without a form is to begin, or what became of it."""

    procedure_id: str
    fresh: bool = True
    # "begun", under this number, or "dropped".
    said: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCase(Intent):
    """Where an applicant's case stands."""

    case_id: CaseId
    fresh: bool = False
    # Said once more because it still waits for the applicant.
    reminding: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TellPickup(Intent):
    """The document of a case waits at the office: what to bring, where, when."""

    case_id: CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCases(Intent):
    """All cases of an applicant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowFound(Intent):
    """A page of what somebody has found: older than a case, newer, or from the newest on."""

    older: CaseId | None = None
    newer: CaseId | None = None
    alike: bool = False  # what sounds like the words, too
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowQueue(Intent):
    """An officer's own work by due time."""

    page: int = 0
    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowKartuKendali(Intent):
    """The kartu kendali in the chat."""

    case_id: CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowOverview(Intent):
    """What is late, with whom, since when; a page of it."""

    page: int = 0
    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowLocking(Intent):
    """Whose phone is lost, of those below a superior; a page of them."""

    page: int = 0
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowGiving(Intent):
    """Those of its lane to whom a file may be given."""

    task_id: TaskId
    page: int = 0
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAgreement(Intent):
    """Whether a superior agrees that a limit waits; later what became of that hold."""

    pause_id: PauseId
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowQuestion(Intent):
    """A question of the office about a case, for whoever answers it; later what became of it."""

    question_id: TaskId
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowEnquiry(Intent):
    """A question to the office about a case, for whoever asked and for whoever answers."""

    enquiry_id: TaskId
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPaper(Intent):
    """A PDF: a paper that the office makes of every case, or a letter of this one."""

    case_id: CaseId
    kind: PaperName


@dataclass(frozen=True, slots=True, kw_only=True)
class SendAttachment(Intent):
    """One file somebody handed in."""

    case_id: CaseId
    file_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SendSop(Intent):
    """An SOP in its official form, as a PDF."""

    procedure_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell(Intent):
    """A plain sentence of the catalogues."""

    message_id: str
    arguments: Mapping[str, str | int | date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TellAlarms(Intent):
    """Reminders and overdue alerts of one person, gathered into one message."""

    task_ids: tuple[int, ...]
    overdue: tuple[int, ...] = ()
    # Of which nobody else could be told: nobody is there above.
    unheard: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TellNumbers(Intent):
    """The masked answers of a case, whole, to whoever works with them; gone after a moment."""

    task_id: TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMessage(Intent):
    """The chat copy of a file or number that the office has stored."""

    message_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack(Intent):
    """Everything on one phone that its owner may see no more, a batch of it; then the next.

    Nobody waits for it: it comes behind all that people wait for.
    """

    after_card: int = 0
    after_copy: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCommands(Intent):
    """Not a message: the menu beside the text box, with what this person may use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp(Intent):
    """Not a message: a signature or seal to be set on a letter, then the task goes on."""

    task_id: TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckon(Intent):
    """Not a message: limits to be reckoned by the new calendar, those of the cases *after* one."""

    after: int
    # How many moments have moved so far.
    moved: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearDesk(Intent):
    """Not a message: the files somebody held in a jabatan, to be given back to those who stay."""

    jabatan: str
    person_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Widen(Intent):
    """Not a message: a few more are to be told of a file, unless somebody has received it.

    *Since* when those who know of it have had it; nothing where one of them is gone, so that
    others are told only if nobody is left who heard of it.
    """

    task_id: TaskId
    since: datetime | None = None


# Answers, what is drawn anew where it is, reminders, what is taken away, what nobody waits for.
_ANSWER, _REDRAWN, _REMINDER, _TIDYING, _BEHIND_ALL = 1, 2, 3, 4, 5
_URGENCY: Mapping[type, int] = {
    TellAlarms: _REMINDER,
    RemoveMessage: _TIDYING,
    TakeBack: _BEHIND_ALL,
    Reckon: _BEHIND_ALL,
    ClearDesk: _BEHIND_ALL,
    Widen: _BEHIND_ALL,
}


def urgency(intent: Intent) -> int:
    """Answers before reminders, in one chat: the smaller number goes first."""
    if isinstance(intent, ShowTask | ShowCase) and not intent.fresh:
        return _REDRAWN
    return _URGENCY.get(type(intent), _ANSWER)
