"""What an officer sees of the own work: the list by due time, and reminders."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from workflow.ids import TaskId
from workflow.side import TaskKind
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


class AskedLine(NamedTuple):
    """One thing that a jabatan is asked beside a file."""

    asked_id: TaskId
    kind: TaskKind
    case_number: str
    due: Due | None


class TogetherLine(NamedTuple):
    """A step at which several files of a list lie, that may be decided together."""

    first: TaskId
    short: str
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    """An officer's own work by due time."""

    lines: tuple[QueueLine, ...]
    page: int
    # 0 where there are too many to count: then another page follows. The numbers go up to 100.
    pages: int
    total: int
    late: int
    # On the first page: what this person's jabatan are asked, and have not answered.
    asked: tuple[AskedLine, ...] = ()
    # Where several lie at one step: what may be decided together.
    together: tuple[TogetherLine, ...] = ()
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
