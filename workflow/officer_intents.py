"""What officers are to be shown beside the cards of their files."""

from dataclasses import dataclass

from workflow.ids import PersonId, TaskId
from workflow.intents import Intent


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowToday(Intent):
    """What an officer decided today."""

    page: int = 0
    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowLog(Intent):
    """What an auditor reads of the whole house."""

    page: int = 0
    fresh: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBulk(Intent):
    """Files of one step that an officer goes through, to decide them together."""

    fresh: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideTogether(Intent):
    """A part of what was ticked is decided; each task as "id:version"."""

    began: str
    outcome: str
    note: str
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveTogether(Intent):
    """A part of what was ticked is given to a colleague; each task as "id:version"."""

    began: str
    to: PersonId
    words: str
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowConsultation(Intent):
    """What a jabatan is asked about a file that lies elsewhere, and its opinion."""

    consultation_id: TaskId
    fresh: bool = False
