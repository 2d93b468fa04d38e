"""What happened to a file while it lay at one step: kept for its kartu kendali."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workflow.ids import PersonId, TaskId


class CustodyEvent(StrEnum):
    """What somebody did with a file that lies somewhere, and stays there."""

    GIVEN = "given"  # to a colleague of the same desk
    # The answer was handed over at the office: to the applicant, to one of theirs, to a proxy.
    COLLECTED = "collected"
    COLLECTED_FAMILY = "collected_family"
    COLLECTED_PROXY = "collected_proxy"
    # Read from the tasks beside it, and never noted down: what was asked, and what came of it.
    ASKED = "asked"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"
    CONSULTED = "consulted"  # another jabatan was asked for its opinion
    ADVISED = "advised"  # and gave it
    ENQUIRED = "enquired"  # the applicant asked the office
    REPLIED = "replied"
    CASE_WITHDRAWN = "pulled"  # the request, by its applicant or for them at the counter
    REOPENED = "reopened"  # it had lapsed
    SURVEYED = "surveyed"  # what the applicant answered on paper was entered; never what
    CORRECTS = "corrects"  # the file begins as the correction of another's answer
    CORRECTED = "corrected"  # its answer is to be replaced by another file's


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteLine:
    """The same, as the kartu kendali tells it."""

    event: CustodyEvent
    title: str
    at: datetime
    to: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyNote:
    """One thing that was done with a file: by whom in which jabatan, when, for whom, why."""

    task_id: TaskId
    event: CustodyEvent
    by: PersonId
    title: str
    at: datetime
    to: PersonId | None = None
    words: str = ""
