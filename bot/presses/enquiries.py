"""Presses about a question to the office: to ask it, to answer it."""

from bot.presses.rows import at_desk
from messages.actions.enquiries import AskOffice, OpenAsked, Reply

ROWS = (
    at_desk(AskOffice, lambda desks, press: desks.enquiries.begin(press.case_id)),
    at_desk(OpenAsked, lambda desks, press: desks.replies.open(press.asked_id)),
    at_desk(Reply, lambda desks, press: desks.replies.begin(press.enquiry_id)),
)
