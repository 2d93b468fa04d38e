"""What an officer sees of the own work: the list by due time, and reminders."""

from dataclasses import dataclass
from datetime import datetime

from workflow.ids import TaskId
from workflow.views.due import Due
from workflow.views.hold import HoldShown
from workflow.views.supervisor import WatchedLine


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLine:
    """One task in a list."""

    task_id: TaskId
    case_number: str
    subject: str
    step_short: str
    due: Due | None
    returned: bool
    held: HoldShown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """An officer's own work by due time."""

    lines: tuple[QueueLine, ...]
    page: int
    # 0 where there are too many to count: then another page follows. The numbers go up to 100.
    pages: int
    total: int
    late: int
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AlarmsView:
    """What one person is told about time, in one message: the first files, and how many in all."""

    due: tuple[QueueLine, ...]
    due_in_all: int
    overdue: tuple["WatchedLine", ...]
    overdue_in_all: int
    # How many of each are past their limit.
    due_late: int = 0
    overdue_late: int = 0
    # Lying too long, and nobody is there above.
    unheard: tuple["WatchedLine", ...] = ()
    unheard_in_all: int = 0
    now: datetime

    @property
    def named(self) -> tuple[TaskId, ...]:
        """The files that the message speaks of."""
        reminded = [line.task_id for line in self.due]
        watched = [line.task_id for line in (*self.overdue, *self.unheard)]
        return (*reminded, *watched)
