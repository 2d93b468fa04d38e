"""Presses below the log."""

from bot.presses.rows import at_desk
from messages.actions.auditor import ReadLog

ROWS = (at_desk(ReadLog, lambda desks, press: desks.auditor.log(press.page, fresh=False)),)
