"""Presses below what an officer decided today."""

from bot.errands import Desks
from bot.presses.rows import at_desk
from messages.actions.today import TakeBackToday, Today


def _take_back(desks: Desks, press: TakeBackToday) -> None:
    desks.taking_back.take_back(press.task_id)
    desks.officer.today(press.page, fresh=False)


ROWS = (
    at_desk(Today, lambda desks, press: desks.officer.today(press.page, fresh=False)),
    at_desk(TakeBackToday, _take_back),
)
