"""What a supervisor sees: what is late, with whom, since when."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from workflow.ids import PersonId, TaskId
from workflow.side import TaskKind
from workflow.views.due import Due
from workflow.views.hold import HoldShown


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedLine:
    """What is late, with whom, since when."""

    task_id: TaskId
    case_number: str
    subject: str
    step_short: str
    holder: str
    jabatan: str
    due: Due | None
    opened_at: datetime
    # Whether it lies on this supervisor's own desk.
    own: bool = False
    # Whether there is a colleague in the lane to whom it could be given.
    givable: bool = False
    # Whether it waits for its applicant, who is not late.
    with_applicant: bool = False
    held: HoldShown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLine:
    """An officer whose access a superior may lock."""

    person_id: PersonId
    name: str
    jabatan: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LockingView:
    """Those below a superior, a page of them."""

    lines: tuple[AccessLine, ...]
    first: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GivingView:
    """One file, and the colleagues to whom it may be given."""

    line: WatchedLine
    colleagues: tuple["ColleagueLine", ...]
    page: int
    pages: int
    now: datetime
    # Whether they came from what they watch, and go back there.
    watching: bool = True
    # Whether the file is open to whoever holds it, in a lane where that is asked for.
    named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ColleagueLine:
    """Somebody of the lane, with how many files they hold already."""

    person_id: PersonId
    name: str
    files: int


class WatchedAsked(NamedTuple):
    """What a jabatan is asked beside a file and has not answered, with whom, since when."""

    asked_id: TaskId
    kind: TaskKind
    case_number: str
    holder: str
    jabatan: str
    due: Due | None
    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewView:
    """A supervisor's three facts."""

    lines: tuple[WatchedLine, ...]
    first: int
    page: int
    # 0 where there are too many to count: then another page follows. The numbers go up to 100.
    pages: int
    late: int
    open: int
    # On the first page: what those below are asked beside files, the first due of it.
    asked: tuple[WatchedAsked, ...] = ()
    now: datetime
