"""A phone is lost: one press locks the access of whoever had it."""

from messages.actions.supervisor import LockAccess, Locking, Overview
from messages.card import Button, Card, Style
from messages.cards.fitting import cut, press, sections
from messages.cards.posts import page_line, turning
from messages.localizer import Localizer
from workflow.views.supervisor import LockingView

WIDEST = 100


def locking_card(view: LockingView, say: Localizer) -> Card:
    """Everybody below a superior; the press on a name locks at once."""
    rows: list[tuple[Button, ...]] = [
        (
            press(
                say("lock-access-of", number=number, name=line.name),
                LockAccess(line.person_id),
                Style.DANGER,
            ),
        )
        for number, line in enumerate(view.lines, start=view.first)
    ]
    rows += turning(view.page, view.pages, Locking, say)
    rows.append((press(say("lock-access-stop"), Overview(0)),))
    lines = [
        say(
            "lock-access-line",
            number=number,
            name=cut(line.name, WIDEST),
            jabatan=cut(line.jabatan, WIDEST),
        )
        for number, line in enumerate(view.lines, start=view.first)
    ]
    asked = say("lock-access-ask" if view.lines else "lock-access-nobody")
    return Card(sections([asked, *page_line(view.page, view.pages, say)], lines), tuple(rows))
