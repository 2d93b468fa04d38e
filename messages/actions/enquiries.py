"""What the buttons of a question to the office ask for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import CaseId, TaskId


@dataclass(frozen=True, slots=True)
class AskOffice(Action):
    """What is written next is a question about this case."""

    tag: ClassVar[str] = "eq"
    on_its_card: ClassVar[bool] = False
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class OpenAsked(Action):
    """The card of what is asked beside a file, from a list."""

    tag: ClassVar[str] = "oa"
    on_its_card: ClassVar[bool] = False
    asked_id: TaskId


@dataclass(frozen=True, slots=True)
class Reply(Action):
    """What is written next is the answer."""

    tag: ClassVar[str] = "er"
    on_its_card: ClassVar[bool] = False
    enquiry_id: TaskId
