"""What is kept of the satisfaction survey."""

from collections.abc import Sequence
from typing import Protocol

from workflow.ids import CaseId
from workflow.survey import Result, Survey


class SurveyBook(Protocol):
    """Open answers, each for a day, and what many answered by month."""

    def find(self, case_id: CaseId) -> Survey | None: ...
    def put(self, survey: Survey) -> None: ...
    def close(self, survey: Survey, month: str) -> None: ...
    def months(self, *, most: int) -> Sequence[str]: ...
    def result(self, month: str) -> Result: ...
