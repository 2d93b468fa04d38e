"""What is shown of a case: where it stands, and who held it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workflow.case import CaseState, LinkEvent
from workflow.custody import NoteLine
from workflow.ids import CaseId, TaskId
from workflow.kartu_kendali import KartuKendaliEntry
from workflow.limits import Limit
from workflow.opening_hours import Week
from workflow.people import Barred
from workflow.views.form import OpenDraft
from workflow.views.hold import HoldShown
from workflow.views.task import Choice, MarkLine


class OwnPaper(StrEnum):
    """What somebody asks for again under the card of an own case."""

    RESI = "resi"
    ANSWERS = "told"  # every own answer, as a sheet
    FILES = "files"  # that were handed in
    ANSWER = "answer"  # the letters that were released, or what is to be collected
    TANDA_TERIMA = "given"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """Where an applicant's case stands; positions, never a person's name."""

    case_id: CaseId
    number: str
    code: str
    title: str
    subject: str
    state: CaseState
    step_number: str
    steps: int
    step_short: str
    lane_title: str
    with_applicant: bool
    due_at: datetime | None  # of this step
    late: bool
    expected_at: datetime | None  # of the whole, if the limits that remain are kept
    opened_at: datetime
    ended_at: datetime | None
    reason: str
    marks: tuple[MarkLine, ...]
    task_id: TaskId | None
    choices: tuple[Choice, ...]
    repair: bool
    released: tuple[str, ...]  # what lies in the applicant's chat as the answer
    # Set when the applicant is told once more that it waits for them.
    waits_since: datetime | None = None
    to_collect: bool  # the document waits at the office for the applicant
    held: HoldShown | None = None  # its limit waits
    question: TaskId | None = None  # what the office asks, and is not answered
    enquired_at: datetime | None = None  # when the office was asked, as long as it does not answer
    correctable: bool = False  # a correction of its answer can be asked for
    corrects: str = ""  # the number of the request whose answer this one corrects
    corrected_by: str = ""  # and of the one that corrects this
    papers: tuple[OwnPaper, ...] = (OwnPaper.RESI,)  # what can be sent again
    withdrawable: bool = False
    withdrawing: bool = False  # and it is asked whether surely
    closes_at: datetime | None = None  # the first moment at which it may lapse
    reopenable: bool = False  # it lapsed not long ago
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PickupView:
    """A document that waits at the office for its applicant."""

    number: str
    title: str
    bring: tuple[str, ...]
    where: str
    when: str  # in the SOP's words; without them the hours say it
    hours: Week


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLine:
    """One line of a list of cases."""

    case_id: CaseId
    number: str
    title: str
    state: CaseState
    step_number: str
    steps: int
    lane_title: str
    due_at: datetime | None
    with_applicant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesView:
    """All cases of an applicant, newest first."""

    lines: tuple[CaseLine, ...]
    open_draft: OpenDraft | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KartuKendaliLine:
    """One hand-over: its entry, and what the SOP says of the step."""

    step_number: str
    lane_title: str
    limit: Limit | None
    limit_words: str
    marks: tuple[MarkLine, ...]
    entry: KartuKendaliEntry
    alone: Barred | None = None  # two acts of one person that should be two persons'
    notes: tuple[NoteLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KartuKendaliView:
    """The kartu kendali in the chat."""

    case_id: CaseId
    number: str
    title: str
    subject: str
    rows: tuple[KartuKendaliLine, ...]
    now: datetime
    # What became of the link on the resi; a name where somebody of the office did it.
    links: tuple["LinkLine", ...] = ()
    # For the counter: whether a phone can be parted from the case; and asked whether surely.
    undoable: bool = False
    moves: bool = False  # because it was handed in by phone, and its owner has another one now
    asked: bool = False
    papers: tuple[OwnPaper, ...] = ()  # it may have sent for an applicant without Telegram
    enquires: bool = False  # it may ask the office in the applicant's name
    corrects: bool = False  # it may have the answer corrected in the applicant's name
    rates: bool = False  # it may enter what the applicant answered on paper
    withdrawable: bool = False  # it may end the request in the applicant's name
    withdrawing: bool = False  # and is asked whether surely
    reopenable: bool = False  # it may take up what lapsed


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """One thing that became of a link."""

    what: LinkEvent
    at: datetime
    name: str = ""
