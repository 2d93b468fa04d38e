"""What is taken back from a phone at one time."""

from dataclasses import dataclass
from enum import StrEnum

from workflow.intents import TakeBack


class Copied(StrEnum):
    """What of a case lies in a chat, beside its papers: those go by their own names."""

    ATTACHMENT = "attachment"
    ALARMS = "alarms"  # a message of reminders, which speaks of several cases


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingBackView:
    """Messages to be deleted by one call, and where to go on."""

    messages: tuple[int, ...]
    following: TakeBack | None
