"""Presses by which a request is left, or taken up again."""

from bot.presses.rows import at_desk
from messages.actions.withdrawing import AskWithdraw, KeepRequest, Reopen, Withdraw

ROWS = (
    at_desk(AskWithdraw, lambda desks, press: desks.withdrawing.ask(press.case_id)),
    at_desk(KeepRequest, lambda desks, press: desks.withdrawing.keep(press.case_id)),
    at_desk(Withdraw, lambda desks, press: desks.withdrawing.withdraw(press.case_id)),
    at_desk(Reopen, lambda desks, press: desks.withdrawing.reopen(press.case_id)),
)
