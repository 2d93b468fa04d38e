"""A superior's presses about a hold: to agree to it, to end it."""

from bot.presses.rows import at_desk
from messages.actions.hold import AgreeHold, EndHold

ROWS = (
    at_desk(AgreeHold, lambda desks, press: desks.holds.agree(press.task_id, press.pause_id)),
    at_desk(EndHold, lambda desks, press: desks.holds.lift(press.task_id, press.pause_id)),
)
