"""A supervisor's three facts: what is late, with whom, since when."""

from collections.abc import Iterator
from datetime import datetime

from messages.actions.officer import OpenTask
from messages.actions.supervisor import GiveTo, Giving, Locking, Overview, Remind
from messages.card import Button, Card
from messages.cards.due import due_line
from messages.cards.fitting import cut, fitted, press, sections
from messages.cards.hold import held_or
from messages.cards.posts import page_line, turning
from messages.localizer import Localizer
from workflow.side import TaskKind
from workflow.views.supervisor import GivingView, OverviewView, WatchedAsked, WatchedLine

Row = tuple[Button, ...]

WIDEST = 160
_ASKED = {
    TaskKind.ENQUIRY: "overview-asked-enquiry",
    TaskKind.CONSULTATION: "overview-asked-opinion",
}


def overview_card(view: OverviewView, say: Localizer) -> Card:
    """What is late under this supervisor; one press reminds, another gives it to a colleague."""
    rows = [
        _righting(number, line, say)
        for number, line in enumerate(view.lines, start=view.first)
        if not line.with_applicant
    ]
    rows += [
        (press(say("remind", number=number, case=one.case_number), Remind(one.asked_id)),)
        for number, one in _numbered(view)
    ]
    rows += turning(view.page, view.pages, Overview, say)
    lost = press(say("lock-access"), Locking(0))
    rows.append((press(say("refresh"), Overview(view.page)), lost))
    return Card(fitted(lambda width: _overview(view, say, width), WIDEST), tuple(rows))


def _righting(number: int, line: WatchedLine, say: Localizer) -> Row:
    if line.own:
        label = say("queue-open", number=number, case=line.case_number, short=line.step_short)
        return (press(label, OpenTask(line.task_id)),)
    if not line.givable:
        label = say("remind", number=number, case=line.case_number)
        return (press(label, Remind(line.task_id)),)
    return (
        press(say("remind-short", number=number), Remind(line.task_id)),
        press(say("give", number=number), Giving(line.task_id, 0)),
    )


def _overview(view: OverviewView, say: Localizer, width: int) -> str:
    head = [
        say("overview-title"),
        _count(view, say),
        *page_line(view.page, view.pages, say),
    ]
    lines = (
        watched_line(number, line, view.now, say, width)
        for number, line in enumerate(view.lines, start=view.first)
    )
    asked = (_asked(number, one, view.now, say, width) for number, one in _numbered(view))
    beside = [say("overview-asked")] if view.asked else []
    return sections(head, *([line] for line in lines), beside, *([line] for line in asked))


def _numbered(view: OverviewView) -> Iterator[tuple[int, WatchedAsked]]:
    """What is asked beside files, numbered on from the files above it."""
    return enumerate(view.asked, start=view.first + len(view.lines))


def _asked(number: int, one: WatchedAsked, now: datetime, say: Localizer, width: int) -> str:
    """What is waited for beside a file, from whom, since when."""
    return "\n".join(
        [
            say(_ASKED[one.kind], number=number, case=one.case_number),
            _at_post(one.holder, one.jabatan, say, width),
            due_line(one.due, one.opened_at, now=now, say=say),
        ]
    )


def _count(view: OverviewView, say: Localizer) -> str:
    if view.late:
        return say("overview-late", late=view.late, open=view.open)
    return say("overview-in-time", open=view.open) if view.open else say("overview-none")


def giving_card(view: GivingView, say: Localizer) -> Card:
    """One file, and a button for each colleague to whom it may be given."""
    if view.named and not view.watching:
        line = fitted(lambda width: watched_line(1, view.line, view.now, say, width), WIDEST)
        return Card(sections([say("access-given")], [line]))
    rows: list[Row] = [
        (
            press(
                say("give-to", name=one.name, files=one.files),
                GiveTo(view.line.task_id, one.person_id),
            ),
        )
        for one in view.colleagues
    ]
    rows += turning(view.page, view.pages, lambda page: Giving(view.line.task_id, page), say)
    if view.watching:
        rows.append((press(say("give-stop"), Overview(0)),))
    asked = say("give-ask") if view.colleagues else say("give-nobody")
    text = fitted(
        lambda width: sections(
            [asked, *page_line(view.page, view.pages, say)],
            [watched_line(1, view.line, view.now, say, width)],
        ),
        WIDEST,
    )
    return Card(text, tuple(rows))


def watched_line(number: int, line: WatchedLine, now: datetime, say: Localizer, width: int) -> str:
    """What, with whom, since when."""
    head = say(
        "watched-line",
        number=number,
        case=line.case_number,
        short=cut(line.step_short, width),
        subject=cut(line.subject, width),
    )
    due = due_line(line.due, line.opened_at, now=now, say=say)
    waits = held_or(due, line.held, now, say, width)
    return "\n".join([head, _with_whom(line, say, width), *waits])


def _with_whom(line: WatchedLine, say: Localizer, width: int) -> str:
    if line.with_applicant:
        return say("watched-applicant")
    return _at_post(line.holder, line.jabatan, say, width)


def _at_post(holder: str, jabatan: str, say: Localizer, width: int) -> str:
    title = cut(jabatan, width)
    if holder:
        return say("watched-holder", holder=cut(holder, width), jabatan=title)
    return say("watched-nobody", jabatan=title)
