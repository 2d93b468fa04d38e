"""What is taken back from a phone at one time."""

from dataclasses import dataclass

from workflow.intents import TakeBack

# Under this name a message of reminders is kept beside the files and papers of its cases.
ALARMS = "alarms"


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingBackView:
    """Messages to be deleted by one call, and where to go on."""

    messages: tuple[int, ...]
    following: TakeBack | None
