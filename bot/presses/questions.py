"""Presses below a question of the office: to answer it, to send the answer."""

from bot.presses.rows import at_desk
from messages.actions.questions import AnswerQuestion, SendAnswer

ROWS = (
    at_desk(AnswerQuestion, lambda desks, press: desks.answers.begin(press.question_id)),
    at_desk(SendAnswer, lambda desks, press: desks.answers.send(press.question_id)),
)
