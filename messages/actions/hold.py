"""What the buttons below a request to put a file on hold ask for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import PauseId, TaskId


@dataclass(frozen=True, slots=True)
class AgreeHold(Action):
    """The limit of a file is to wait for this hold."""

    tag: ClassVar[str] = "ha"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId
    pause_id: PauseId


@dataclass(frozen=True, slots=True)
class EndHold(Action):
    """This hold is to end."""

    tag: ClassVar[str] = "he"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId
    pause_id: PauseId
