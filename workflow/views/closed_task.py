"""A card of a task with nothing left to decide: it is done, or its owner has left the lane."""

from dataclasses import dataclass
from datetime import datetime

from workflow.case import CaseState
from workflow.ids import CaseId, TaskId
from workflow.people import Barred
from workflow.views.task import MarkLine, StepShown, TaskView


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShown:
    """How a task was decided, by whom and as what; or that it was taken back before it came."""

    at: datetime
    by: str
    title: str
    label: str  # empty where nobody decided
    note: str
    marks: tuple[MarkLine, ...]
    left_as: CaseState | None = None  # the case ended here without a decision
    undone_at: datetime | None = None  # the decision was taken back
    undoable: bool = False  # by this person, now
    # For whoever decided: the next task on the same desk, and how many wait.
    next_task: TaskId | None = None
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedTaskView:
    """The card of a task that is done: what was decided, and what follows on the same desk."""

    task_id: TaskId
    case_id: CaseId
    case_number: str
    procedure_title: str
    step: StepShown
    subject: str
    done: DecisionShown
    mine: bool
    waived: Barred | None
    letter: str  # the title of the one begun or drawn, where this person may read it
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAwayView:
    """What is left of a card on the phone of somebody who has left the lane."""

    case_number: str


# What a task's card may show on one phone, as the task is and as its owner is.
AnyTaskView = TaskView | ClosedTaskView | TaskAwayView
