"""What is shown of the satisfaction survey, and what ends it."""

from dataclasses import dataclass

from workflow.ids import CaseId
from workflow.intents import Intent


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSurvey(Intent):
    """The nine questions about one request, one at a time in one message."""

    case_id: CaseId
    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseSurvey(Intent):
    """Its day is over: the answers are counted, and whose they were is forgotten."""

    case_id: CaseId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSatisfaction(Intent):
    """What was answered in a month, the newest first."""

    page: int = 0
    fresh: bool = True
