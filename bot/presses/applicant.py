"""An applicant's presses: the own cases and their papers."""

from bot.presses.rows import at_desk
from messages.actions.applicant import Acknowledge, MyCases, OpenCase, ShowCasePaper

ROWS = (
    at_desk(
        Acknowledge,
        lambda desks, press: desks.applicant.acknowledge(press.task_id, press.outcome),
    ),
    at_desk(OpenCase, lambda desks, press: desks.applicant.show(press.case_id)),
    at_desk(ShowCasePaper, lambda desks, press: desks.applicant.paper(press.case_id, press.kind)),
    at_desk(MyCases, lambda desks, press: desks.reception.show_mine()),
)
