"""What the buttons of the satisfaction survey ask for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import CaseId
from workflow.survey import SurveyElement


@dataclass(frozen=True, slots=True)
class RateService(Action):
    """An answer to one element."""

    tag: ClassVar[str] = "sr"
    case_id: CaseId
    element: SurveyElement
    value: int


@dataclass(frozen=True, slots=True)
class SkipElement(Action):
    """No answer to it."""

    tag: ClassVar[str] = "sx"
    case_id: CaseId
    element: SurveyElement


@dataclass(frozen=True, slots=True)
class ChangeSurvey(Action):
    """From the first question again."""

    tag: ClassVar[str] = "sc"
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class FinishSurvey(Action):
    """No more questions."""

    tag: ClassVar[str] = "sf"
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class EnterSurvey(Action):
    """At the counter, what was answered on paper."""

    tag: ClassVar[str] = "se"
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Satisfaction(Action):
    """Another month of answers."""

    tag: ClassVar[str] = "sm"
    page: int
