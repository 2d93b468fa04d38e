"""What is taken back from a phone at one time."""

from dataclasses import dataclass

from workflow.intents import TakeBack


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingBackView:
    """Messages to be deleted by one call, and where to go on."""

    messages: tuple[int, ...]
    following: TakeBack | None
