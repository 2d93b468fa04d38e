"""Presses about a delivered answer that is to be corrected."""

from bot.presses.rows import at_desk
from messages.actions.corrections import AskCorrection

ROWS = (at_desk(AskCorrection, lambda desks, press: desks.amending.begin(press.case_id)),)
