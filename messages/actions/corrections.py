"""What the button that asks for a correction asks for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import CaseId


@dataclass(frozen=True, slots=True)
class AskCorrection(Action):
    """What is written next is what is wrong with the answer of this case."""

    tag: ClassVar[str] = "ck"
    on_its_card: ClassVar[bool] = False
    case_id: CaseId
