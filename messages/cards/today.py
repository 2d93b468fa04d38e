"""/hariini: what an officer decided today, and what of it can still be taken back."""

from messages.actions.today import TakeBackToday, Today
from messages.card import Button, Card
from messages.cards.fitting import cut, fitted, press, sections
from messages.cards.posts import page_line
from messages.localizer import Localizer
from workflow.views.today import DecidedLine, TodayView

Row = tuple[Button, ...]

WIDEST = 120


def today_card(view: TodayView, say: Localizer) -> Card:
    """The newest first, with one button for each that may still be taken back."""
    rows: list[Row] = [
        (
            press(
                say("today-take-back", number=number, case=line.case_number),
                TakeBackToday(line.task_id, view.page),
            ),
        )
        for number, line in enumerate(view.lines, start=1)
        if line.undoable
    ]
    return Card(fitted(lambda width: _text(view, say, width), WIDEST), (*rows, _turning(view, say)))


def _text(view: TodayView, say: Localizer, width: int) -> str:
    if not view.lines:
        return say("today-nothing")
    head = [say("today-title", total=view.total), *page_line(view.page, view.pages, say)]
    lines = ([_line(number, line, say, width)] for number, line in enumerate(view.lines, start=1))
    return sections(head, *lines)


def _line(number: int, line: DecidedLine, say: Localizer, width: int) -> str:
    told = say(
        "today-line",
        number=number,
        at=say.clock(line.at),
        case=line.case_number,
        label=cut(line.label, 60) or say("today-withdrawn"),
        short=cut(line.step_short, width),
        subject=cut(line.subject, width),
    )
    if line.undone_at is None:
        return told
    return "\n".join([told, say("task-undone", at=say.clock(line.undone_at))])


def _turning(view: TodayView, say: Localizer) -> Row:
    row = [press(say("refresh"), Today(view.page))]
    if view.page > 0:
        row.insert(0, press(say("page-before"), Today(view.page - 1)))
    if view.page + 1 < view.pages or not view.pages:
        row.append(press(say("page-after"), Today(view.page + 1)))
    return tuple(row)
