"""What a task's card shows: read when it is sent, from what is true then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal, Self

from workflow.case import Defect
from workflow.ids import CaseId, ItemId, OutcomeId, PersonId, TaskId
from workflow.people import Barred
from workflow.procedure import Step, StepKind, Way
from workflow.verbs import Verb
from workflow.views.due import Due
from workflow.views.hold import HoldShown
from workflow.views.question import AskedShown


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way out of a step, as a button."""

    outcome: OutcomeId
    label: str
    way: Way
    confirm: bool
    reasons: tuple[str, ...] = ()
    # What the words that go with it must say.
    ask: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One answer of the request, as it may stand in a chat."""

    title: str
    value: str
    # For a day that must not be past, whether it is past by now.
    lapsed: bool | None = None
    # The names of files that were handed in, and no words of the applicant's.
    is_file: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One handed-in file."""

    file_id: int
    title: str
    name: str
    # What its electronic signatures are worth, as `signatures.noted` keeps it.
    signatures: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkLine:
    """One item that a verifier may mark, or has marked."""

    title: str
    defect: Defect | None
    item: ItemId | None = None  # what the button to mark it names


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """A word that came with the file: an instruction or a reason."""

    title: str
    at: datetime
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Somebody who may be chosen: for a team, or to see a case's files."""

    person_id: PersonId
    name: str
    jabatan: str
    chosen: bool
    leads: bool = False  # of the team that is being chosen: whoever was chosen first


def chosen_of(people: Sequence[PersonLine]) -> list[PersonId]:
    """Whom a card shows as chosen: whoever leads, then the others in one order."""
    chosen = [one for one in people if one.chosen]
    return [one.person_id for one in sorted(chosen, key=lambda one: (not one.leads, one.person_id))]


class Face(StrEnum):
    """The faces of a card: what it asks of a person before anything is done."""

    PLAIN = ""
    MARKS = "marks"
    REASONS = "reasons"
    WRITING = "writing"
    SURE = "sure"
    GRANT = "grant"
    TEAM = "team"
    KEYPAD = "keypad"
    COLLECT = "collect"  # who has come for the answer
    # What can be done beside deciding, and one of it: the card's `outcome` names the verb.
    MORE = "more"
    VERB = "verb"
    # Of other screens than a task's card: is this to begin, to end, to be cancelled, to be parted,
    # to be withdrawn? And what was looked for.
    BEGIN = "begin"
    END = "end"
    CANCEL = "cancel"
    UNLINK = "unlink"
    WITHDRAW = "withdraw"
    FOUND = "found"

    @classmethod
    def _missing_(cls, value: object) -> Self:
        """A card that a later release turned shows its first face, which asks all over again."""
        return cls("")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbOption:
    """What or whom a verb may be for: by its identity, in words, and what is said beside it."""

    chosen: str
    title: str
    count: int | None = None  # of files on that desk
    day: date | None = None  # until when


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenHere:
    """A colleague or superior laid the file on this desk."""

    title: str
    name: str
    at: datetime
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionShown:
    """Another jabatan was asked about this file; its opinion, once it is given."""

    title: str
    asked_at: datetime
    question: str
    name: str
    given_at: datetime | None
    opinion: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideDeciding:
    """What can be done with the file, and was, beside handing it on."""

    # What stands behind *Lainnya*, and whom or what the verb on this face may be for.
    verbs: tuple[Verb, ...] = ()
    options: tuple[VerbOption, ...] = ()
    # By whom it was given to this person, and in which words.
    given: GivenHere | None = None
    # What the file waits for.
    held: HoldShown | None = None
    # What the applicant was asked while it lay here, and answered.
    asked: tuple[AskedShown, ...] = ()
    # Who was asked about it while it lies here.
    opinions: tuple[OpinionShown, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """Which face of a card a person is looking at, for which way out, with which words."""

    face: Face = Face.PLAIN
    outcome: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """How much of a passphrase was typed on a card's keypad; never what."""

    count: int = 0
    again: bool = False  # it was typed once, and is to be typed alike once more


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShown:
    """Where in the SOP the file lies."""

    number: str
    steps: int
    short: str
    kind: StepKind


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkShown:
    """The form that belongs to a step, for whoever works on it."""

    wanted: bool = False
    asks: Literal["words", "files", "both"] = "both"
    done: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PapersShown:
    """What has been drawn for the case, and what this step does with it."""

    letter: str = ""  # its title
    signed: bool = False
    signs: str = ""  # the letter that this step signs; empty for a signature on paper or elsewhere
    sheet: bool = False  # a disposition was made, so there is a lembar disposisi


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskView:
    """The card an officer decides from, as long as the task is open."""

    task_id: TaskId
    case_id: CaseId
    case_number: str
    procedure_title: str
    step: StepShown
    subject: str
    facts: tuple[Fact, ...]
    added: bool  # the office's own steps have told something, which no card shows
    files: tuple[FileLine, ...]
    trail: tuple[Trail, ...]
    repaired: tuple[str, ...]  # titles of what the applicant has just sent anew
    because: str
    because_marks: tuple[MarkLine, ...]
    opened_at: datetime
    due: Due | None
    received_at: datetime | None
    choices: tuple[Choice, ...]
    instructions: tuple[str, ...]
    marks: tuple[MarkLine, ...]
    mode: Mode
    people: tuple[PersonLine, ...]
    work: WorkShown
    papers: PapersShown
    numbers: bool  # of persons, which may be seen whole at this step
    stamping: bool
    mine: bool
    # Why this person does not decide it, or does so alone because the office waives the rule.
    barred: Barred | None = None
    waived: Barred | None = None
    corrects: str = ""  # the number of the file whose answer this one begins to correct
    helping: str  # whose decision waits, for whoever only does the form; else empty
    holder: str
    now: datetime
    beside: BesideDeciding = BesideDeciding()
    # Who was told of it, where the others of the lane find it only in their lists.
    told: tuple[str, ...] = ()
    # Known in memory alone, so the books say nothing of it.
    typed: Typed = Typed()


def face_before(step: Step) -> Face:
    """What a forward press turns the card to before it decides; empty when it decides at once."""
    if step.kind is StepKind.SIGN:
        return Face.SURE
    if step.grants is not None:
        return Face.GRANT
    if step.appoints is not None:
        return Face.TEAM
    return Face.KEYPAD if step.archives else Face.PLAIN
