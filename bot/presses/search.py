"""What is pressed below the hits of a search."""

from bot.errands import Desks
from bot.presses.rows import at_desk, on_screen
from messages.actions.search import OpenFound, TurnFound
from workflow.intents import ShowFound
from workflow.screen_names import ScreenName


def _turn(desks: Desks, press: TurnFound, fresh: bool) -> None:
    page = ShowFound(older=press.older, newer=press.newer, alike=press.alike, fresh=fresh)
    desks.search.turn(press.search, page)


ROWS = (
    at_desk(OpenFound, lambda desks, press: desks.search.open(press.case_id)),
    on_screen(TurnFound, ScreenName.FOUND, _turn),
)
