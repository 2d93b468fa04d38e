"""What the buttons ask for with which many files are gone through and decided together."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import OutcomeId, PersonId, TaskId


@dataclass(frozen=True, slots=True)
class BeginBulk(Action):
    """Go through what lies at the step of this file."""

    tag: ClassVar[str] = "bb"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class TickFile(Action):
    """This file, as it was looked at; then the next."""

    tag: ClassVar[str] = "bt"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId
    version: int


@dataclass(frozen=True, slots=True)
class LeaveFileOut(Action):
    """Not this file; then the next."""

    tag: ClassVar[str] = "bl"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class BulkFiles(Action):
    """The files of the one that is looked at."""

    tag: ClassVar[str] = "bf"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class BulkBack(Action):
    """The file before."""

    tag: ClassVar[str] = "bk"


@dataclass(frozen=True, slots=True)
class FinishBulk(Action):
    """Enough were looked at: what is to become of those ticked?"""

    tag: ClassVar[str] = "bz"


@dataclass(frozen=True, slots=True)
class StopBulk(Action):
    """Decide nothing."""

    tag: ClassVar[str] = "bx"


@dataclass(frozen=True, slots=True)
class DecideBulk(Action):
    """All that are ticked, by the digest of them, go this way."""

    tag: ClassVar[str] = "bd"
    outcome: OutcomeId
    ticked: str


@dataclass(frozen=True, slots=True)
class BulkWords(Action):
    """The same with ready-made words, by their digest."""

    tag: ClassVar[str] = "bw"
    outcome: OutcomeId
    words: str
    ticked: str


@dataclass(frozen=True, slots=True)
class GiveBulk(Action):
    """All that are ticked to a colleague: to whom?"""

    tag: ClassVar[str] = "bg"
    ticked: str


@dataclass(frozen=True, slots=True)
class GiveBulkTo(Action):
    """To this colleague, perhaps with a word."""

    tag: ClassVar[str] = "bp"
    to: PersonId
    ticked: str


@dataclass(frozen=True, slots=True)
class GiveBulkNow(Action):
    """To this colleague without a word."""

    tag: ClassVar[str] = "bo"
    to: PersonId
    ticked: str
