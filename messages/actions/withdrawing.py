"""What the buttons ask for by which a request is left, or taken up again."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import CaseId


@dataclass(frozen=True, slots=True)
class AskWithdraw(Action):
    """Turn the card to the question whether this request is to end."""

    tag: ClassVar[str] = "wd"
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class KeepRequest(Action):
    """It goes on."""

    tag: ClassVar[str] = "wk"
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Withdraw(Action):
    """End it."""

    tag: ClassVar[str] = "wy"
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Reopen(Action):
    """Take up a request that lapsed."""

    tag: ClassVar[str] = "wr"
    case_id: CaseId
