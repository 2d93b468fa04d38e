"""From cards and commands to what the Bot API takes."""

from collections.abc import Mapping, Sequence
from typing import Any

from messages.card import Card


def message_of(card: Card) -> Mapping[str, Any]:
    """A card as the parameters of a message."""
    return {
        "text": card.text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": keyboard_of(card),
    }


def keyboard_of(card: Card) -> Mapping[str, Any]:
    """A card's buttons."""
    if card.shares_contact:
        button = {"text": card.shares_contact, "request_contact": True}
        return {"keyboard": [[button]], "resize_keyboard": True, "one_time_keyboard": True}
    return {
        "inline_keyboard": [
            [
                {
                    "text": button.text,
                    "callback_data": button.action.encode(),
                    **({"style": button.style.value} if button.style else {}),
                }
                for button in row
            ]
            for row in card.rows
        ]
    }


def menu(listed: Sequence[tuple[str, str]]) -> list[Mapping[str, str]]:
    """The commands beside a text box."""
    return [{"command": name, "description": what} for name, what in listed]
