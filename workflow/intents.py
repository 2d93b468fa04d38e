"""What the world must be told: kept in the outbox, rendered from what is true when it is sent."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

from workflow.ids import CaseId, DraftId, TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowTask:
    """A task's card on one person's phone; edited in place unless a fresh one is wanted."""

    task_id: TaskId
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowForm:
    """The question a person is at, or the review."""

    draft_id: DraftId
    fresh: bool = True
    # Why it comes: what came was "received", or refused and it is asked "again"; or how it ended:
    # "handed_in", "cancelled".
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferContact:
    """The button that shares one's own telephone number, while a form asks for it."""

    draft_id: DraftId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowWelcome:
    """What this office offers to this person."""

    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowHelp:
    """What this person can do here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPrivacy:
    """The privacy notice, to be accepted before a form opens."""

    choice: str = ""
    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBeginning:
    """The question whether an SOP without a form is to begin, or what became of it."""

    procedure_id: str
    fresh: bool = True
    # "begun", under this number, or "dropped".
    said: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCase:
    """Where an applicant's case stands."""

    case_id: CaseId
    fresh: bool = False
    # Said once more because it still waits for the applicant.
    reminding: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TellPickup:
    """The document of a case waits at the office: what to bring, where, when."""

    case_id: CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCases:
    """All cases of an applicant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowQueue:
    """An officer's own work by due time."""

    page: int = 0
    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowKartuKendali:
    """The kartu kendali in the chat."""

    case_id: CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowOverview:
    """What is late, with whom, since when; a page of it."""

    page: int = 0
    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowGiving:
    """To whom of its lane a file may be given."""

    task_id: TaskId
    page: int = 0
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowOffice:
    """The administrator's screen: what is vacant, what could stop the office."""

    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPosts:
    """All jabatan and who holds them, a page of them."""

    page: int = 0
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPost:
    """One jabatan: its holders since when, and the links to it that nobody has used."""

    jabatan: str
    page: int = 0
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowEnding:
    """The question whether an appointment is to end now."""

    appointment_id: int
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowMandate:
    """An acting appointment while it is being drawn up: what is asked next."""

    page: int = 0
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowDays:
    """The closed days to come, and Ramadan; a page of them."""

    page: int = 0
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPaper:
    """A PDF: resi, kartu_kendali, lembar_disposisi, tanda_terima, or a letter of the case."""

    case_id: CaseId
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SendAttachment:
    """One file somebody handed in."""

    case_id: CaseId
    file_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SendSop:
    """An SOP in its official form, as a PDF."""

    procedure_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """A plain sentence of the catalogues."""

    message_id: str
    arguments: Mapping[str, str | int | date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class TellAlarms:
    """Reminders and overdue alerts of one person, gathered into one message."""

    task_ids: tuple[int, ...]
    overdue: tuple[int, ...] = ()
    # Of which nobody else could be told: nobody is there above.
    unheard: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TellNumbers:
    """The masked answers of a case, whole, to whoever works with them; gone after a moment."""

    task_id: TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveMessage:
    """The chat copy of a file or number that the office has stored."""

    message_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """Everything on one phone that its owner may see no more, a batch of it; then the next.

    Nobody waits for it: it comes behind all that people wait for.
    """

    after_card: int = 0
    after_copy: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ListCommands:
    """Not a message: the menu beside the text box, with what this person may use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """Not a message: a signature or seal to be set on a letter, then the task goes on."""

    task_id: TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckon:
    """Not a message: limits to be reckoned by the new calendar, those of the cases *after* one."""

    after: int
    # How many moments have moved so far.
    moved: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClearDesk:
    """Not a message: the files somebody held in a jabatan, to be given back to those who stay."""

    jabatan: str
    person_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Widen:
    """Not a message: a few more are to be told of a file, unless somebody has received it.

    *Since* when those who know of it have had it; nothing where one of them is gone, so that
    others are told only if nobody is left who heard of it.
    """

    task_id: TaskId
    since: datetime | None = None


Intent = (
    ShowTask
    | ShowForm
    | OfferContact
    | ShowWelcome
    | ShowPrivacy
    | ShowHelp
    | ShowBeginning
    | ShowCase
    | TellPickup
    | ShowCases
    | ShowQueue
    | ShowKartuKendali
    | ShowOverview
    | ShowGiving
    | ShowOffice
    | ShowPosts
    | ShowPost
    | ShowEnding
    | ShowMandate
    | ShowDays
    | SendPaper
    | SendAttachment
    | SendSop
    | Tell
    | TellAlarms
    | TellNumbers
    | RemoveMessage
    | TakeBack
    | ListCommands
    | Stamp
    | Reckon
    | ClearDesk
    | Widen
)

_KINDS: dict[str, type] = {kind.__name__: kind for kind in Intent.__args__}
_FIELDS = {kind: tuple(one.name for one in fields(kind)) for kind in Intent.__args__}


def encode(intent: Intent) -> tuple[str, str]:
    """Return an intent's kind and its JSON, as the outbox keeps them."""
    kind = type(intent)
    said = {name: getattr(intent, name) for name in _FIELDS[kind]}
    return kind.__name__, json.dumps(said, separators=(",", ":"), default=_out)


def decode(kind: str, body: str) -> Intent:
    """The inverse of encode."""
    fields: dict[str, Any] = json.loads(body, object_hook=_in)
    shaped = {k: tuple(v) if isinstance(v, list) else v for k, v in fields.items()}
    made: Intent = _KINDS[kind](**shaped)
    return made


def _out(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {"$at": value.isoformat()}
    if isinstance(value, date):
        return {"$on": value.isoformat()}
    raise TypeError(f"an intent cannot hold {value!r}")


def _in(found: dict[str, Any]) -> Any:
    match found:
        case {"$at": at}:
            return datetime.fromisoformat(at)
        case {"$on": on}:
            return date.fromisoformat(on)
    return found


def precedence(intent: Intent) -> int:
    """Which chat goes first when many wait for their turn: the smaller number does.

    An officer between two duties goes before all, somebody who only comes in after those who are
    in the middle of something.
    """
    match intent:
        case ShowTask() | ShowQueue() | ShowOverview() | ShowGiving():
            return 0
        case ShowWelcome():
            return 2
        case _:
            return urgency(intent)


def urgency(intent: Intent) -> int:
    """Answers before reminders, in one chat: the smaller number goes first."""
    match intent:
        case TellAlarms():
            return 3
        case RemoveMessage():
            return 4
        case TakeBack() | Reckon() | ClearDesk() | Widen():
            return 5
        case ShowTask(fresh=False) | ShowCase(fresh=False):
            return 2
        case _:
            return 1
