"""Buttons of earlier releases that said too little: read, and never acted on.

They lie on phones for as long as their cards do. Most named a place in a list that may have moved.
"""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import DraftId, OutcomeId, TaskId


@dataclass(frozen=True, slots=True)
class MarkAtPlace(Action):
    """Mark the item of a place."""

    tag: ClassVar[str] = "m"
    task_id: TaskId
    outcome: OutcomeId
    place: int


@dataclass(frozen=True, slots=True)
class ReadyAtPlace(Action):
    """The ready-made words of a place."""

    tag: ClassVar[str] = "y"
    task_id: TaskId
    outcome: OutcomeId
    place: int


@dataclass(frozen=True, slots=True)
class GrantAtPlace(Action):
    """Open a case's files to the person of a place."""

    tag: ClassVar[str] = "gt"
    task_id: TaskId
    outcome: OutcomeId
    place: int


@dataclass(frozen=True, slots=True)
class MemberAtPlace(Action):
    """Take the officer of a place into the team."""

    tag: ClassVar[str] = "tm"
    task_id: TaskId
    outcome: OutcomeId
    place: int


@dataclass(frozen=True, slots=True)
class TeamAsItWas(Action):
    """The team is complete, whoever is in it by now."""

    tag: ClassVar[str] = "td"
    task_id: TaskId
    outcome: OutcomeId


@dataclass(frozen=True, slots=True)
class SureOfAnything(Action):
    """The second press, whatever the words are by now."""

    tag: ClassVar[str] = "s"
    task_id: TaskId
    outcome: OutcomeId


@dataclass(frozen=True, slots=True)
class LoneDigit(Action):
    """A digit of a passphrase that was typed once; where it was shown, nobody knew how many."""

    tag: ClassVar[str] = "kd"
    task_id: TaskId
    digit: int


@dataclass(frozen=True, slots=True)
class ArchiveAtOnce(Action):
    """Make the archive with a passphrase that was typed once."""

    tag: ClassVar[str] = "ka"
    task_id: TaskId
    outcome: OutcomeId


@dataclass(frozen=True, slots=True)
class TakeOutLast(Action):
    """Take the last file out of a slot, whichever it is by now."""

    tag: ClassVar[str] = "fe"
    draft_id: DraftId
    place: int


ALL = (
    MarkAtPlace,
    ReadyAtPlace,
    GrantAtPlace,
    MemberAtPlace,
    TeamAsItWas,
    SureOfAnything,
    LoneDigit,
    ArchiveAtOnce,
    TakeOutLast,
)
