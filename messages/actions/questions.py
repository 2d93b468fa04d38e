"""What the buttons below a question of the office ask for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import TaskId


@dataclass(frozen=True, slots=True)
class AnswerQuestion(Action):
    """What is written and sent next is the answer to this question."""

    tag: ClassVar[str] = "qa"
    on_its_card: ClassVar[bool] = False
    question_id: TaskId


@dataclass(frozen=True, slots=True)
class SendAnswer(Action):
    """The answer is complete: it goes to the office."""

    tag: ClassVar[str] = "qs"
    on_its_card: ClassVar[bool] = False
    question_id: TaskId
