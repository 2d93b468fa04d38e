"""What a row of the table of presses holds: an action, and what answers it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from aiogram.types import CallbackQuery

from bot.errands import Archive, Ask, Desks, Errand, is_elsewhere
from bot.keypad import Keypad
from messages.actions.action import Action
from workflow.intents import Tell
from workflow.screen_names import ScreenName

Pressed = TypeVar("Pressed", bound=Action)
Said = str | Tell | None


@dataclass(frozen=True, slots=True)
class Tools:
    """What some presses do before their errand: outside the books, where nothing runs twice."""

    keypad: Keypad
    ask: Ask
    archive: Archive


@dataclass(frozen=True, slots=True)
class PressRow:
    """One kind of button, and how the errand of a press on it is found."""

    action: type[Action]
    errand: Callable[[Any, CallbackQuery, Tools], Awaitable[Errand]]


def at_desk(action: type[Pressed], call: Callable[[Desks, Pressed], Said]) -> PressRow:
    """One call on one desk, and nothing else."""

    async def errand(press: Pressed, query: CallbackQuery, tools: Tools) -> Errand:
        return lambda desks: call(desks, press)

    return PressRow(action, errand)


def on_screen(
    action: type[Pressed], screen: ScreenName, call: Callable[[Desks, Pressed, bool], Said]
) -> PressRow:
    """One call on one desk, which hears whether the screen has to come anew, below the others."""

    async def errand(press: Pressed, query: CallbackQuery, tools: Tools) -> Errand:
        return lambda desks: call(desks, press, is_elsewhere(desks, query, screen))

    return PressRow(action, errand)


def with_tools(
    action: type[Pressed], errand: Callable[[Pressed, CallbackQuery, Tools], Awaitable[Errand]]
) -> PressRow:
    """Something is done before the errand is known."""
    return PressRow(action, errand)
