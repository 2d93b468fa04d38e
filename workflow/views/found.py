"""What a search has found: cases by their numbers, and from where it goes on."""

from dataclasses import dataclass
from datetime import date, datetime

from workflow.case import CaseState
from workflow.ids import CaseId
from workflow.seeking import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """One case that was found; positions, and no name of an officer."""

    case_id: CaseId
    number: str
    title: str
    subject: str
    state: CaseState
    step_number: str
    steps: int
    lane_title: str
    with_applicant: bool
    opened_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundView:
    """A page of what was found, the newest case first."""

    lines: tuple[FoundLine, ...]
    # What was looked for, as it was understood.
    search: str
    words: tuple[str, ...]
    progress: Progress | None
    day: date | None
    month: date | None
    # Whether they are found by sound; whether by sound there may be more.
    alike: bool
    may_sound: bool
    # There are newer ones than the first, or older ones than the last.
    newer: CaseId | None
    older: CaseId | None
    # It was looked no further than this, and what lies beyond nobody knows yet.
    unfinished: bool
    # Cases of before this release are not all found yet.
    filling: bool
    officer: bool
