"""Every intent, and how it goes out: the one table of what people are shown and told."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.delivery.screens import applicant, everybody, files, office, officer, survey, unseen
from bot.delivery.screens.rows import RenderedIntent, Screen
from workflow.intents import Intent, urgency

ROWS: tuple[Screen[Any, Any], ...] = (
    *officer.ROWS,
    *applicant.ROWS,
    *office.ROWS,
    *everybody.ROWS,
    *files.ROWS,
    *survey.ROWS,
    *unseen.ROWS,
)
_BY_INTENT: Mapping[type[Intent], Screen[Any, Any]] = {row.intent: row for row in ROWS}


def screen_for(intent: Intent) -> Screen[Any, Any]:
    return _BY_INTENT[type(intent)]


def row_of(rendered: RenderedIntent) -> Screen[Any, Any]:
    """The row that read a view is the one that knows what is made of it."""
    return _BY_INTENT[type(rendered.claimed.intent)]


def screen_of(intent: Intent) -> str:
    """The name of a screen on a phone; empty for what is a message of its own."""
    return str(screen_for(intent).name(intent))


def precedence(intent: Intent) -> int:
    """Which chat goes first when many wait for their turn: the smaller number does."""
    own = screen_for(intent).precedence
    return urgency(intent) if own is None else own


def comes_anew(intent: Intent) -> bool:
    """Whether it comes as a new message, below the others, and not where its screen is by now."""
    return bool(getattr(intent, "fresh", True))


def made_anew(intent: Intent) -> Intent:
    anew: Any = intent
    made: Intent = replace(anew, fresh=True)
    return made
