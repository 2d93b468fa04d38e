"""What the buttons of an applicant ask for: the own cases and their papers."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import CaseId, OutcomeId, TaskId
from workflow.views.case import OwnPaper


@dataclass(frozen=True, slots=True)
class Acknowledge(Action):
    """The applicant has received the answer."""

    tag: ClassVar[str] = "a"
    on_its_card: ClassVar[bool] = False
    task_id: TaskId
    outcome: OutcomeId


@dataclass(frozen=True, slots=True)
class MyCases(Action):
    """All own cases."""

    tag: ClassVar[str] = "cs"


@dataclass(frozen=True, slots=True)
class OpenCase(Action):
    """Where one own case stands."""

    tag: ClassVar[str] = "c"
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class ShowCasePaper(Action):
    """A paper of an own case again."""

    tag: ClassVar[str] = "cp"
    case_id: CaseId
    kind: OwnPaper
