"""What is shown of a question to the applicant: to whoever asked, and to whoever answers."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from workflow.ids import TaskId
from workflow.questions import SideEnd


class AskedShown(NamedTuple):
    """One question and what came of it, on the card of whoever has the file."""

    words: str
    asked_at: datetime
    answer: str
    files: int
    ended_at: datetime | None
    ending: SideEnd | None
    by: str  # who answered in the name of the applicant; empty for themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionView:
    """A question of the office, on the phone of whoever may answer it."""

    question_id: TaskId
    case_number: str
    title: str
    subject: str
    asked_as: str
    words: str
    asked_at: datetime
    # What has been given for it so far, or was the answer.
    answer: str
    files: tuple[str, ...]
    ended_at: datetime | None
    ending: SideEnd | None
    writing: bool  # what is written now is taken for it
    waits: bool  # the limit of the office waits for the answer
    in_the_name: bool  # the reader is the counter
    now: datetime
