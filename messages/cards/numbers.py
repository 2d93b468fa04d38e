"""NIK and KK numbers whole, for whoever types them elsewhere: a message that goes again."""

from messages.card import Card
from messages.cards.fitting import cut, sections
from messages.localizer import Localizer
from workflow.views.numbers import NumbersView

WIDEST = 60


def numbers_card(view: NumbersView, say: Localizer) -> Card:
    """Each by its title, to be copied by a touch."""
    lines = [
        say("numbers-line", title=cut(title, WIDEST), number=number) for title, number in view.lines
    ]
    return Card(sections([say("numbers-title", number=view.number)], lines, [say("numbers-gone")]))
