"""The satisfaction survey as it is shown: the question at hand, and what many answered."""

from dataclasses import dataclass
from datetime import datetime

from workflow.ids import CaseId
from workflow.survey import Result, Survey


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyView:
    """About one request; without *survey* its day is over."""

    case_id: CaseId
    number: str
    title: str
    survey: Survey | None
    now: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SatisfactionView:
    """One month of answers; none where nobody has answered yet."""

    month: str  # "2026-11"
    result: Result | None
    page: int
    pages: int
