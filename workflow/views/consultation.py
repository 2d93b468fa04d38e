"""What a jabatan sees of a file about which it is asked."""

from dataclasses import dataclass
from datetime import datetime

from workflow.consulting import ConsultationEnd
from workflow.ids import TaskId
from workflow.views.due import Due
from workflow.views.task import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultationView:
    """The facts of the file, the question, and the opinion once it is given."""

    consultation_id: TaskId
    case_number: str
    procedure_title: str
    subject: str
    facts: tuple[Fact, ...]
    asked_by: str
    asked_as: str
    asked_at: datetime
    question: str
    due: Due | None
    writing: bool
    ending: ConsultationEnd | None
    ended_at: datetime | None
    given_by: str
    given_as: str
    opinion: str
    now: datetime
