"""What the buttons of an officer ask for: on a task's card, and in the list of them."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.collecting import Collector
from workflow.ids import CaseId, ItemId, OutcomeId, PersonId, TaskId


@dataclass(frozen=True, slots=True)
class Decide(Action):
    """Press one way out of a step."""

    tag: ClassVar[str] = "d"
    task_id: TaskId
    outcome: OutcomeId


@dataclass(frozen=True, slots=True)
class Sure(Action):
    """The second press of a signature or refusal, with the digest of the words it is for."""

    tag: ClassVar[str] = "su"
    task_id: TaskId
    outcome: OutcomeId
    words: str


@dataclass(frozen=True, slots=True)
class MarkItem(Action):
    """Mark one item of a request as missing, unclear or wrong."""

    tag: ClassVar[str] = "mi"
    task_id: TaskId
    outcome: OutcomeId
    item: ItemId


@dataclass(frozen=True, slots=True)
class ChooseReason(Action):
    """Go on from the marks to the reason."""

    tag: ClassVar[str] = "r"
    task_id: TaskId
    outcome: OutcomeId


@dataclass(frozen=True, slots=True)
class Instruct(Action):
    """Choose an instruction other than the usual one."""

    tag: ClassVar[str] = "i"
    task_id: TaskId
    outcome: OutcomeId


@dataclass(frozen=True, slots=True)
class Collect(Action):
    """Who has come for the answer: the applicant, one of theirs, a proxy."""

    tag: ClassVar[str] = "cl"
    task_id: TaskId
    outcome: OutcomeId
    collector: Collector


@dataclass(frozen=True, slots=True)
class Ready(Action):
    """A ready-made reason or instruction, named by the digest of its words."""

    tag: ClassVar[str] = "rd"
    task_id: TaskId
    outcome: OutcomeId
    words: str


@dataclass(frozen=True, slots=True)
class Write(Action):
    """The reason or instruction follows as a message."""

    tag: ClassVar[str] = "w"
    task_id: TaskId
    outcome: OutcomeId


@dataclass(frozen=True, slots=True)
class Plain(Action):
    """Back to the first face of a task's card."""

    tag: ClassVar[str] = "p"
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class OpenTask(Action):
    """Open a task from a list."""

    tag: ClassVar[str] = "o"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class Take(Action):
    """Take over a file that a colleague holds."""

    tag: ClassVar[str] = "k"
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class ShowFiles(Action):
    """Open the files of a task's case."""

    tag: ClassVar[str] = "f"
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class ShowLetter(Action):
    """Look at the letter as it stands."""

    tag: ClassVar[str] = "l"
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class ShowLembarDisposisi(Action):
    """Look at the lembar disposisi."""

    tag: ClassVar[str] = "h"
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class ShowAnswers(Action):
    """Look at every answer of the case, whole."""

    tag: ClassVar[str] = "aw"
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class Numbers(Action):
    """See NIK and KK numbers of a task's case whole, for a moment."""

    tag: ClassVar[str] = "nk"
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class TakeDecisionBack(Action):
    """Undo one's own decision, while nobody has built on it."""

    tag: ClassVar[str] = "tb"
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class AskUnlink(Action):
    """The counter is to part a case from the phone that follows it."""

    tag: ClassVar[str] = "ul"
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Unlink(Action):
    """Part it, being sure."""

    tag: ClassVar[str] = "us"
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Kartu(Action):
    """The kartu kendali, in the chat or as a PDF."""

    tag: ClassVar[str] = "g"
    case_id: CaseId
    paper: bool


@dataclass(frozen=True, slots=True)
class Work(Action):
    """Open the form that belongs to a task: a repair, or the work of a step."""

    tag: ClassVar[str] = "t"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class GrantTo(Action):
    """Open a case's files to this person."""

    tag: ClassVar[str] = "gp"
    task_id: TaskId
    outcome: OutcomeId
    person_id: PersonId


@dataclass(frozen=True, slots=True)
class ChooseMember(Action):
    """Take an officer into the team, or out of it."""

    tag: ClassVar[str] = "cm"
    task_id: TaskId
    outcome: OutcomeId
    person_id: PersonId
    member: bool


@dataclass(frozen=True, slots=True)
class FormTeam(Action):
    """The team is complete, as this card shows it: the digest of its members."""

    tag: ClassVar[str] = "ft"
    task_id: TaskId
    outcome: OutcomeId
    team: str


@dataclass(frozen=True, slots=True)
class TypeDigit(Action):
    """One digit of the archive's passphrase; it is kept nowhere but in memory.

    *first* on a card that shows none before it.
    """

    tag: ClassVar[str] = "kt"
    task_id: TaskId
    digit: int
    first: bool


@dataclass(frozen=True, slots=True)
class DigitNotKept(Action):
    """What the inbox keeps of a digit: that there was one."""

    tag: ClassVar[str] = "kn"
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class ClearDigits(Action):
    """Begin the passphrase again."""

    tag: ClassVar[str] = "kc"
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class MakeArchive(Action):
    """The passphrase is typed: once, or *again*, which makes the archive."""

    tag: ClassVar[str] = "km"
    task_id: TaskId
    outcome: OutcomeId
    again: bool


@dataclass(frozen=True, slots=True)
class Queue(Action):
    """A page of an officer's own work."""

    tag: ClassVar[str] = "q"
    page: int
