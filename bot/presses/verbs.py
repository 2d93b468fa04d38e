"""Presses behind *Lainnya*: one call on the desk of verbs each."""

from bot.presses.rows import at_desk
from messages.actions.verbs import BeginVerb, ChooseForVerb, DoVerb, ShowMore

ROWS = (
    at_desk(ShowMore, lambda desks, press: desks.verbs.more(press.task_id)),
    at_desk(BeginVerb, lambda desks, press: desks.verbs.begin(press.task_id, press.verb)),
    at_desk(
        ChooseForVerb,
        lambda desks, press: desks.verbs.choose(press.task_id, press.verb, press.chosen),
    ),
    at_desk(DoVerb, lambda desks, press: desks.verbs.do(press.task_id, press.verb, press.chosen)),
)
