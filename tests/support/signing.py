"""A letter on its way to its signature or seal: who orders it, and who carries it out."""

from bot.delivery.screens.rows import RenderedIntent
from bot.delivery.stamping import Stamper
from storage.outbox import Claimed
from tests.support.fakes import Within
from workflow.intents import Stamp
from workflow.people import Language


class Pen:
    """Signs and seals whatever it is given, and remembers how."""

    def sign(self, pdf, **how):
        self.how = how
        return pdf

    seal = sign


def a_stamper(office, vault, pen, **more):
    """Sets marks in the books of a played office."""
    return Stamper(
        writer=Within(office.work.connection),
        context=office.context,
        clock=office.clock,
        vault=vault,
        signer=pen,
        bot_name=lambda: "bot",
        **more,
    )


def asks_for_signature(office):
    """A request comes to the Kepala Dinas, who presses until its letter is to be signed."""
    office.applies()
    office.goes_to("9")
    return ordered(office, "kepala_dinas", "tandatangani")


def ordered(office, name, outcome):
    """Press until the mark is ordered."""
    task = office.task
    office.presses(name, outcome)
    if office.task.signing_since is None:
        office.does(name, lambda desks: desks.officer.acting(task.id).sure(outcome))
    office.silence()
    return an_order(office, name)


def an_order(office, name, *, intent=None, outbox_id=1):
    """What the post office hands to whoever sets the mark on the task at hand."""
    claimed = Claimed(
        id=outbox_id,
        person_id=office.ids[name],
        chat_id=7,
        language=Language.INDONESIAN,
        intent=intent or Stamp(task_id=office.task.id),
        attempts=0,
    )
    return RenderedIntent(claimed=claimed, view=claimed.intent, screen="", message_id=None)
