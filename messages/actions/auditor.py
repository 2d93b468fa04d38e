"""What the buttons of the log ask for."""

from dataclasses import dataclass
from typing import ClassVar

from messages.actions.action import Action


@dataclass(frozen=True, slots=True)
class ReadLog(Action):
    """A page of it."""

    tag: ClassVar[str] = "lg"
    page: int
