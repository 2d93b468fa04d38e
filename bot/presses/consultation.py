"""The press of whoever is asked for an opinion."""

from bot.presses.rows import at_desk
from messages.actions.consultation import GiveOpinion

ROWS = (
    at_desk(GiveOpinion, lambda desks, press: desks.messages.opinions.begin(press.consultation_id)),
)
