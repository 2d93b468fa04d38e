"""What anybody may press: the way in, the language, the privacy notice."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action
from workflow.ids import ProcedureId, ServiceId
from workflow.people import Language


@dataclass(frozen=True, slots=True)
class Accept(Action):
    """Accept the privacy notice, and go on to what was chosen."""

    tag: ClassVar[str] = "ac"
    version: str
    procedure_id: ProcedureId | None
    service: ServiceId | None


@dataclass(frozen=True, slots=True)
class Speak(Action):
    """Choose a language."""

    tag: ClassVar[str] = "sp"
    language: Language


@dataclass(frozen=True, slots=True)
class SpeakFirst(Action):
    """Choose a language under the privacy notice, and keep the service that was chosen."""

    tag: ClassVar[str] = "sn"
    language: Language
    procedure_id: ProcedureId | None
    service: ServiceId | None


@dataclass(frozen=True, slots=True)
class Home(Action):
    """The first screen."""

    tag: ClassVar[str] = "hm"
