"""What a search has found: each hit with where it lies, and the way to older and newer ones."""

from messages.actions.search import OpenFound, TurnFound
from messages.card import Button, Card
from messages.cards.fitting import cut, fitted, press, sections
from messages.formatting import position
from messages.localizer import Localizer
from workflow.case import CaseState
from workflow.views.found import FoundLine, FoundView

Row = tuple[Button, ...]

WIDEST = 120


def found_card(view: FoundView, say: Localizer) -> Card:
    """A page of hits; one press opens one."""
    return Card(fitted(lambda width: _found(view, say, width), WIDEST), tuple(_rows(view, say)))


def _found(view: FoundView, say: Localizer, width: int) -> str:
    head = [say("search-title"), _sought(view, say, width)]
    if view.alike and view.lines:
        head.append(say("search-alike"))
    lines = (_line(number, one, view, say, width) for number, one in enumerate(view.lines, start=1))
    return sections(head, *([line] for line in lines), _notes(view, say))


def _sought(view: FoundView, say: Localizer, width: int) -> str:
    """As it was understood, so that nobody takes the wrong thing for an answer."""
    parts = [cut(" ".join(view.words), width)] if view.words else []
    if view.progress is not None:
        parts.append(say("search-progress", progress=view.progress.value))
    if view.day is not None:
        parts.append(say("search-day", day=say.day(view.day)))
    elif view.month is not None:
        parts.append(say("search-day", day=say.day(view.month).partition(" ")[2]))
    return say("search-for", sought=" · ".join(parts))


def _line(number: int, line: FoundLine, view: FoundView, say: Localizer, width: int) -> str:
    head = say("search-line", number=number, case=line.number, subject=cut(line.subject, width))
    what = say("search-service", title=cut(line.title, width), day=say.day(line.opened_at))
    return f"{head}\n{what}\n{_where(line, view, say, width)}"


def _where(line: FoundLine, view: FoundView, say: Localizer, width: int) -> str:
    ended_on = say.day(line.ended_at or line.opened_at)
    match line.state:
        case CaseState.FINISHED:
            return say("search-finished", day=ended_on)
        case CaseState.REFUSED:
            return say("search-refused", day=ended_on)
        case CaseState.WITHDRAWN:
            return say("search-withdrawn", day=ended_on)
        case CaseState.LAPSED:
            return say("search-lapsed", day=ended_on)
    step = position(line.step_number, line.steps, say)
    if line.with_applicant:
        waits = "search-with-applicant" if view.officer else "cases-with-you"
        return say(waits, position=step)
    return say("case-position", position=step, lane=cut(line.lane_title, width))


def _notes(view: FoundView, say: Localizer) -> list[str]:
    notes = [] if view.lines else [_nothing(view, say)]
    if view.unfinished:
        notes.append(say("search-unfinished"))
    if view.filling:
        notes.append(say("search-filling"))
    return notes


def _nothing(view: FoundView, say: Localizer) -> str:
    if view.unfinished:
        return say("search-none-yet")
    if view.newer is not None:
        return say("search-no-more")
    return say("search-none-officer" if view.officer else "search-none")


def _rows(view: FoundView, say: Localizer) -> list[Row]:
    rows: list[Row] = [
        (press(say("list-button", number=number, text=one.number), OpenFound(one.case_id)),)
        for number, one in enumerate(view.lines, start=1)
    ]
    turning = _turning(view, say)
    if turning:
        rows.append(turning)
    if view.may_sound:
        by_sound = TurnFound(view.search, None, None, alike=True)
        rows.append((press(say("search-by-sound"), by_sound),))
    return rows


def _turning(view: FoundView, say: Localizer) -> Row:
    row: Row = ()
    if view.newer is not None:
        newer = TurnFound(view.search, None, view.newer, view.alike)
        row += (press(say("search-newer"), newer),)
    if view.older is not None:
        older = TurnFound(view.search, view.older, None, view.alike)
        row += (press(say("search-further" if view.unfinished else "search-older"), older),)
    return row
