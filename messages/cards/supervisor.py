"""A supervisor's three facts: what is late, with whom, since when."""

from datetime import datetime

from messages.actions import Overview, Remind
from messages.card import Button, Card
from messages.cards.due import due_line
from messages.cards.fitting import cut, fitted, press, sections
from messages.localizer import Localizer
from workflow.views import OverviewView, WatchedLine

WIDEST = 160
_MOST_LINES = 20


def overview_card(view: OverviewView, say: Localizer) -> Card:
    """What is late under this supervisor; one press reminds whoever holds it."""
    rows: list[tuple[Button, ...]] = [
        (
            press(
                say("remind", number=number, case=line.case_number),
                Remind(line.task_id),
            ),
        )
        for number, line in enumerate(view.lines[:_MOST_LINES], start=1)
    ]
    rows.append((press(say("refresh"), Overview()),))
    return Card(fitted(lambda width: _overview(view, say, width), WIDEST), tuple(rows))


def _overview(view: OverviewView, say: Localizer, width: int) -> str:
    head = [
        say("overview-title"),
        say("overview-late", late=view.late, open=view.open)
        if view.late
        else say("overview-in-time", open=view.open),
    ]
    shown = view.lines[:_MOST_LINES]
    lines = (
        watched_line(number, line, view.now, say, width)
        for number, line in enumerate(shown, start=1)
    )
    more = len(view.lines) - len(shown)
    return sections(
        head, *([line] for line in lines), [say("list-more", count=more)] if more else []
    )


def watched_line(number: int, line: WatchedLine, now: datetime, say: Localizer, width: int) -> str:
    """What, with whom, since when."""
    head = say(
        "watched-line",
        number=number,
        case=line.case_number,
        short=cut(line.step_short, width),
        subject=cut(line.subject, width),
    )
    jabatan = cut(line.jabatan, width)
    holder = (
        say("watched-holder", holder=cut(line.holder, width), jabatan=jabatan)
        if line.holder
        else say("watched-nobody", jabatan=jabatan)
    )
    due = due_line(line.due_at, line.opened_at, late=line.late, now=now, say=say)
    return f"{head}\n{holder}\n{due}"
