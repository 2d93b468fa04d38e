"""What is shown of an applicant's question to the office: to whoever asked, and who answers."""

from dataclasses import dataclass
from datetime import datetime

from workflow.ids import CaseId, TaskId
from workflow.views.due import Due


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryView:
    """A question about a case, as one of the two sides sees it."""

    enquiry_id: TaskId
    case_id: CaseId
    case_number: str
    title: str
    subject: str
    step_short: str  # where the file stood when it was asked
    asked_as: str  # the counter that asked for somebody; empty for the applicant
    asked_at: datetime
    to: str  # the jabatan that was asked
    words: str
    due: Due | None
    answers: bool  # the reader is whoever answers; else whoever asked
    writing: bool
    answer: str
    answered_as: str
    answered_at: datetime | None
    now: datetime
