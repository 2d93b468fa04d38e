"""A supervisor's presses: what is late, with whom, and to whom it is given."""

from bot.errands import Desks
from bot.presses.rows import at_desk, on_screen
from messages.actions.supervisor import GiveTo, Giving, LockAccess, Locking, Overview, Remind
from workflow.screen_names import ScreenName


def _remind(desks: Desks, press: Remind) -> str:
    return "reminded" if desks.supervisor.remind(press.task_id) else "reminded-administrators"


ROWS = (
    on_screen(
        Overview,
        ScreenName.OVERVIEW,
        lambda desks, press, fresh: desks.supervisor.overview(press.page, fresh=fresh),
    ),
    at_desk(Remind, _remind),
    at_desk(Giving, lambda desks, press: desks.supervisor.choose(press.task_id, press.page)),
    at_desk(Locking, lambda desks, press: desks.locking.choose(press.page)),
    at_desk(LockAccess, lambda desks, press: desks.locking.lock(press.person_id)),
    at_desk(GiveTo, lambda desks, press: desks.supervisor.give(press.task_id, press.person_id)),
)
