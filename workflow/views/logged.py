"""A page of the log."""

from dataclasses import dataclass
from datetime import datetime

from workflow.case import LinkEvent
from workflow.custody import CustodyEvent
from workflow.ids import CaseId
from workflow.logged import Logged


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One line of it, with the name of whoever did it."""

    what: Logged
    # The note's or the link's own; nothing where there is none, or a later release wrote it.
    event: CustodyEvent | LinkEvent | None
    case_id: CaseId
    number: str
    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LogView:
    """The newest first."""

    lines: tuple[LogLine, ...]
    page: int
    pages: int
    now: datetime
