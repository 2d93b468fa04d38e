"""The log that an auditor reads: what was done with files beside deciding, and who saw numbers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workflow.ids import CaseId, PersonId


class Logged(StrEnum):
    """What stands in it."""

    NUMBERS = "numbers"  # somebody was shown NIK and KK numbers whole
    NOTED = "noted"  # a note of the kartu kendali
    LINK = "link"  # a case of the counter and a phone were joined or parted, or that was tried


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One line: what, by whom, of which case; *event* is the note's or the link's own."""

    what: Logged
    event: str
    case_id: CaseId
    number: str
    by: PersonId
    at: datetime
