"""What nobody sees: messages that go, and what the office does by itself."""

from bot.delivery.screens.rows import (
    Arrived,
    Deed,
    OtherScreen,
    Removal,
    Removals,
    StampOrder,
)
from storage.reading.taking import taking_back_view
from workflow.desk.bulk import decide_together, give_together
from workflow.desk.clearing import go_on_clearing
from workflow.desk.reckoning import go_on_reckoning
from workflow.desk.widening import widen
from workflow.intents import ClearDesk, Reckon, RemoveMessage, Stamp, TakeBack, Widen
from workflow.officer_intents import DecideTogether, GiveTogether
from workflow.views.taking import TakingBackView


def _go_on_taking_back(it: Arrived[TakeBack, TakingBackView]) -> None:
    it.work.cards.take_off(it.person_id, it.view.messages)
    if it.view.following is not None:
        it.work.tell(it.person_id, it.view.following)


ROWS = (
    OtherScreen(
        intent=RemoveMessage,
        reads=lambda look, one: Removal(one.message_id),
        draws=lambda view, reader: view,
    ),
    OtherScreen(
        intent=TakeBack,
        reads=lambda look, one: taking_back_view(look.work, look.person_id, one, now=look.now),
        draws=lambda view, reader: Removals(view.messages),
        keeps=_go_on_taking_back,
    ),
    Deed(intent=Reckon, does=go_on_reckoning),
    Deed(intent=ClearDesk, does=lambda work, person_id, one: go_on_clearing(work, one)),
    Deed(intent=Widen, does=widen),
    Deed(intent=DecideTogether, does=decide_together),
    Deed(intent=GiveTogether, does=give_together),
    StampOrder(intent=Stamp),
)
