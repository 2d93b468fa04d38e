"""What a screen shows: read models, filled from what is true at the moment of sending."""

from dataclasses import dataclass
from datetime import date, datetime

from workflow.case import CaseState, Defect
from workflow.errors import Refusal
from workflow.ids import (
    CaseId,
    DraftId,
    JabatanId,
    OutcomeId,
    PersonId,
    ProcedureId,
    ServiceId,
    TaskId,
)
from workflow.kartu_kendali import KartuKendaliEntry
from workflow.mandate import DayChoice, Hint, Mandate
from workflow.people import Acting
from workflow.procedure import StepKind, Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way out of a step, as a button."""

    outcome: OutcomeId
    label: str
    way: Way
    confirm: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One answer of the request, as it may stand in a chat."""

    title: str
    value: str
    # For a day that must not be past, whether it is past by now.
    lapsed: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One handed-in file."""

    file_id: int
    title: str
    name: str
    # What its electronic signatures are worth, as `papers.noted` keeps it.
    signatures: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLine:
    """One item that a verifier may mark."""

    title: str
    defect: Defect | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """A word that came with the file: an instruction or a reason."""

    title: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Somebody who may be chosen: for a team, or to see a case's files."""

    name: str
    jabatan: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """Which face of a task's card a person is looking at."""

    kind: str = ""
    outcome: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """The card an officer decides from."""

    task_id: TaskId
    case_id: CaseId
    case_number: str
    procedure_title: str
    step_number: str
    steps: int
    step_short: str
    step_kind: StepKind
    lane_title: str
    subject: str
    facts: tuple[Fact, ...]
    files: tuple[FileLine, ...]
    trail: tuple[Trail, ...]
    because: str
    because_marks: tuple[MarkLine, ...]
    opened_at: datetime
    due_at: datetime | None
    late: bool
    received_at: datetime | None
    choices: tuple[Choice, ...]
    instructions: tuple[str, ...]
    marks: tuple[MarkLine, ...]
    mode: Mode
    people: tuple[PersonLine, ...]
    form_wanted: bool
    form_done: bool
    letter: str
    letter_signed: bool
    stamping: bool
    mine: bool
    holder: str
    done_at: datetime | None
    done_by: str
    done_as: str
    done_label: str
    done_note: str
    # For whoever decided: the next task on the same desk, and how many wait.
    next_task: TaskId | None
    waiting: int
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAwayView:
    """What is left of a card on the phone of somebody who has left the lane."""

    case_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormView:
    """The question somebody is at, or the review of all answers."""

    draft_id: DraftId
    procedure_title: str
    place: int
    places: int
    reviewing: bool
    review: bool
    repair: bool
    for_task: bool
    ask: str
    title: str
    example: str
    kind: str
    choices: tuple[str, ...]
    accepted: str
    most: int
    is_file: bool
    optional: bool
    answer: str
    files: tuple[str, ...]
    why: str
    lines: tuple[Fact, ...]
    said: str
    missing: tuple[str, ...]
    # Answers that can no longer stand, each with why.
    unfit: tuple[Refusal, ...]
    submit_label: str
    cancelling: bool
    done: bool
    # What became of a form that is done: "handed_in" or "cancelled", and in which case.
    ending: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing the office does."""

    procedure_id: ProcedureId
    service: ServiceId | None
    title: str
    intro: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WelcomeView:
    """The first screen."""

    office: str
    name: str
    offers: tuple[Offer, ...]
    open_draft: DraftId | None
    draft_title: str
    cases: int
    tasks: int
    jabatan: tuple[str, ...]
    supervisor: bool
    administrator: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpView:
    """For whom the help is."""

    officer: bool
    supervisor: bool
    administrator: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyView:
    """The privacy notice, in the reader's language."""

    office: str
    version: str
    text: str
    choice: str
    # When this very version was accepted, if it was.
    accepted_on: date | None = None


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
    due_at: datetime | None
    late: bool
    opened_at: datetime
    ended_at: datetime | None
    reason: str
    marks: tuple[MarkLine, ...]
    task_id: TaskId | None
    choices: tuple[Choice, ...]
    repair: bool
    released: tuple[str, ...]
    now: datetime


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
    open_draft: DraftId | None
    draft_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLine:
    """One task in a list."""

    task_id: TaskId
    case_number: str
    subject: str
    step_short: str
    lane_title: str
    due_at: datetime | None
    late: bool
    returned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """An officer's own work by due time."""

    lines: tuple[QueueLine, ...]
    page: int
    pages: int
    total: int
    late: int
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmsView:
    """What one person is told about time, in one message."""

    due: tuple[QueueLine, ...]
    overdue: tuple["WatchedLine", ...]
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedLine:
    """What is late, with whom, since when."""

    task_id: TaskId
    case_number: str
    subject: str
    step_short: str
    holder: str
    jabatan: str
    due_at: datetime | None
    opened_at: datetime
    late: bool
    # Whether there is a colleague in the lane to whom it could be given.
    givable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GivingView:
    """One file, and the colleagues to whom it may be given."""

    line: WatchedLine
    colleagues: tuple["ColleagueLine", ...]
    page: int
    pages: int
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueLine:
    """Somebody of the lane, with how many files they hold already."""

    person_id: PersonId
    name: str
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """A supervisor's three facts."""

    lines: tuple[WatchedLine, ...]
    first: int
    page: int
    pages: int
    late: int
    open: int
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine:
    """One jabatan and who holds it."""

    jabatan: JabatanId
    title: str
    holders: tuple[str, ...]
    invited: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PostsView:
    """All jabatan, a page of them."""

    lines: tuple[PostLine, ...]
    first: int  # the place of the first line among all
    page: int
    pages: int
    held: int
    vacant: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HolderLine:
    """Somebody who holds a jabatan, or will; or a link to it that nobody has used."""

    id: int
    name: str
    acting: Acting
    first_on: date
    last_on: date | None
    sk: str = ""
    begun: bool = True
    # Only of a link: until when it may be used.
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    """One jabatan as its administrator sees it."""

    jabatan: JabatanId
    title: str
    lines: tuple[HolderLine, ...]
    first: int
    page: int
    pages: int
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EndingView:
    """What ends with an appointment."""

    appointment_id: int
    jabatan: JabatanId
    title: str
    name: str
    files: int
    vacant: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateLine:
    """An officer who may be named to act."""

    person_id: PersonId
    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MandateView:
    """An acting appointment while it is being drawn up."""

    jabatan: JabatanId
    title: str
    holders: tuple[str, ...]
    mandate: Mandate
    candidates: tuple[CandidateLine, ...]
    page: int
    pages: int
    days: tuple[DayChoice, ...]
    today: date
    working_days: int
    hints: tuple[Hint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SopLine:
    """One SOP that the office offers, in the version that new cases begin on."""

    procedure_id: ProcedureId
    title: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeView:
    """The administrator's screen."""

    office: str
    held: int
    vacant: tuple[PostLine, ...]
    procedures: tuple[SopLine, ...]
    lanes_unheld: tuple[str, ...]
    next_closures: tuple[tuple[str, str, bool], ...]
    waiting: int
    parked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLine:
    """A closed day, or a season; `own` is its number when it was written in the chat."""

    first_on: date
    last_on: date
    name: str
    estimated: bool
    own: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysView:
    """The office's calendar, as far as it differs from its week."""

    lines: tuple[DayLine, ...]
    first: int
    page: int
    pages: int
    seasons: tuple[DayLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KartuKendaliView:
    """The kartu kendali in the chat."""

    case_id: CaseId
    number: str
    title: str
    subject: str
    rows: tuple[tuple[str, str, KartuKendaliEntry], ...]
    now: datetime
