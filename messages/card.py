"""A message on a phone, as a value."""

from dataclasses import dataclass
from enum import StrEnum

from messages.actions.action import Action

# Telegram: a text after entities, a caption, a button in one line of a phone.
LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


class Style(StrEnum):
    """How a button looks (Bot API 9.4 and later)."""

    PLAIN = ""
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Button:
    """Words and what a press asks for."""

    text: str
    action: Action
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Card:
    """Text in Telegram's HTML, and rows of buttons."""

    text: str
    rows: tuple[tuple[Button, ...], ...] = ()
    # The words of a button in place of the phone's keyboard, which shares one's own number.
    shares_contact: str = ""
