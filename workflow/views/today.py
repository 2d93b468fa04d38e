"""What an officer decided today."""

from dataclasses import dataclass
from datetime import datetime

from workflow.ids import TaskId


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedLine:
    """One decision: of which file, when, how, and whether it may still be taken back."""

    task_id: TaskId
    case_number: str
    subject: str
    step_short: str
    label: str
    at: datetime
    undone_at: datetime | None
    undoable: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """A page of it, the newest first."""

    lines: tuple[DecidedLine, ...]
    page: int
    # 0 where there are too many to count: then another page follows. The numbers go up to 100.
    pages: int
    total: int
    now: datetime
