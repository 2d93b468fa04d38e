"""What the buttons below what was decided today ask for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import TaskId


@dataclass(frozen=True, slots=True)
class Today(Action):
    """A page of what an officer decided today."""

    tag: ClassVar[str] = "hi"
    page: int


@dataclass(frozen=True, slots=True)
class TakeBackToday(Action):
    """Take one of these decisions back, and see the list again."""

    tag: ClassVar[str] = "ht"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId
    page: int
