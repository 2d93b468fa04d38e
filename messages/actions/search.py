"""What the buttons below the hits of a search ask for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import CaseId


@dataclass(frozen=True, slots=True)
class OpenFound(Action):
    """Open a case that was found."""

    tag: ClassVar[str] = "cf"
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class TurnFound(Action):
    """Another page of one search: what is older than a case, or newer; by sound, too."""

    tag: ClassVar[str] = "ct"
    search: str
    older: CaseId | None
    newer: CaseId | None
    alike: bool
