"""What the buttons behind *Lainnya* ask for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import TaskId
from workflow.verbs import Verb


@dataclass(frozen=True, slots=True)
class ShowMore(Action):
    """Turn a task's card to what can be done beside deciding."""

    tag: ClassVar[str] = "mo"
    task_id: TaskId


@dataclass(frozen=True, slots=True)
class BeginVerb(Action):
    """Turn it to one verb."""

    tag: ClassVar[str] = "vb"
    task_id: TaskId
    verb: Verb


@dataclass(frozen=True, slots=True)
class ChooseForVerb(Action):
    """What or whom the verb is for: a person, a jabatan, a reason, by its identity."""

    tag: ClassVar[str] = "vc"
    task_id: TaskId
    verb: Verb
    chosen: str


@dataclass(frozen=True, slots=True)
class DoVerb(Action):
    """Do it, without words of one's own."""

    tag: ClassVar[str] = "vd"
    task_id: TaskId
    verb: Verb
    chosen: str
