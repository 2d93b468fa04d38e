"""The office's calendar: closed days to come, and Ramadan."""

from messages.actions.office import (
    AskClosure,
    AskOpening,
    AskRamadan,
    Days,
    OfficeScreen,
    RemoveDay,
)
from messages.card import Button, Card
from messages.cards.fitting import cut, fitted, press, sections
from messages.cards.posts import page_line, turning
from messages.localizer import Localizer
from workflow.views.days import DayLine, DaysView

Row = tuple[Button, ...]

WIDEST = 80
_MOST_SEASONS = 4
_MOST_OPENINGS = 12


def days_card(view: DaysView, say: Localizer) -> Card:
    """What closes the office, and the buttons that add to it and take back."""
    rows: list[Row] = [
        (press(say("days-close"), AskClosure()),),
        (press(say("days-open"), AskOpening()),),
        (press(say("days-ramadan"), AskRamadan()),),
    ]
    for one in (*view.lines, *view.openings[:_MOST_OPENINGS], *view.seasons[:_MOST_SEASONS]):
        if one.own is not None:
            label = say("days-remove", day=say.day(one.first_on), name=one.name)
            rows.append((press(label, RemoveDay(one.own)),))
    rows += turning(view.page, view.pages, Days, say)
    rows.append((press(say("to-office"), OfficeScreen()),))
    return Card(fitted(lambda width: _days(view, say, width), WIDEST), tuple(rows))


def _days(view: DaysView, say: Localizer, width: int) -> str:
    estimated = any(line.estimated for line in view.lines)
    return sections(
        [say("days-title"), *page_line(view.page, view.pages, say)],
        [_closure(one, say, width) for one in view.lines] or [say("days-none")],
        [_opening(one, say, width) for one in view.openings[:_MOST_OPENINGS]],
        [_season(one, say, width) for one in view.seasons[:_MOST_SEASONS]]
        or [say("days-no-ramadan")],
        [say("days-estimated")] if estimated else [],
    )


def _closure(one: DayLine, say: Localizer, width: int) -> str:
    day = f"{say.weekday(one.first_on)}, {say.day(one.first_on)}"
    reason = cut(one.name, width)
    if one.own is not None:
        return say("days-own", day=day, reason=reason)
    return say(
        "office-closure-estimated" if one.estimated else "office-closure", day=day, reason=reason
    )


def _opening(one: DayLine, say: Localizer, width: int) -> str:
    day = f"{say.weekday(one.first_on)}, {say.day(one.first_on)}"
    message_id = "days-opening" if one.own is None else "days-opening-own"
    return say(message_id, day=day, hours=one.hours, reason=cut(one.name, width))


def _season(one: DayLine, say: Localizer, width: int) -> str:
    facts = {"name": cut(one.name, width), "first": say.day(one.first_on)}
    last = say.day(one.last_on)
    if one.own is None:
        return say("days-season", last=last, **facts)
    return say("days-season-own", last=last, **facts)
