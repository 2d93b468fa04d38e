"""What is shown of a file on hold, and asked of a superior."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from workflow.ids import CaseId, PauseId, TaskId
from workflow.pauses import Whose


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldShown:
    """For what a file waits, since when, until when."""

    words: str
    whose: Whose
    since: datetime
    until: date | None
    outlasted: bool  # it lasts longer than was said
    stopped: bool  # its limit waits as well
    # Office time that is left of the limit while it waits; less than nothing where it is over.
    left: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementView:
    """A hold in somebody's own words, for a superior: whether the limit is to wait for it."""

    pause_id: PauseId
    task_id: TaskId
    case_id: CaseId
    case_number: str
    subject: str
    step_short: str
    holder: str
    jabatan: str
    words: str
    since: datetime
    until: date | None
    agreed_as: str
    agreed_at: datetime | None
    ended_as: str
    ended_at: datetime | None
    decided: bool  # what ended it was a decision about the file
    now: datetime
