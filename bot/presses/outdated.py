"""Presses on buttons of earlier releases: none is acted on, whoever pressed sees what is true."""

from bot.errands import Desks
from bot.presses.rows import at_desk
from messages.actions import outdated
from messages.actions.action import Action
from workflow.errors import ListMoved


def _list_moved(desks: Desks, press: Action) -> None:
    raise ListMoved


ROWS = tuple(at_desk(action, _list_moved) for action in outdated.ALL)
