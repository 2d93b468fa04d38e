"""What the button of a consultation asks for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import TaskId


@dataclass(frozen=True, slots=True)
class GiveOpinion(Action):
    """Begin to write the opinion that a jabatan was asked for."""

    tag: ClassVar[str] = "op"
    consultation_id: TaskId
