"""A document waits at the office: what to bring, where, and when it is open."""

from datetime import date, timedelta
from itertools import groupby

from messages.card import Card
from messages.cards.fitting import cut, fitted
from messages.localizer import Localizer
from workflow.opening_hours import Span, Week
from workflow.views.case import PickupView

WIDEST = 400
_A_MONDAY = date(2026, 11, 23)


def pickup_card(view: PickupView, say: Localizer) -> Card:
    """A message that stays in the chat: the applicant reads it again on the way."""
    return Card(fitted(lambda width: _pickup(view, say, width), WIDEST))


def _pickup(view: PickupView, say: Localizer, width: int) -> str:
    return say(
        "pickup-notice",
        number=view.number,
        title=cut(view.title, width),
        bring=cut("; ".join(view.bring), 3 * width),
        where=cut(view.where, width),
        when=cut(view.when, width) or opening_hours(view.hours, say),
    )


def opening_hours(week: Week, say: Localizer) -> str:
    """ "Senin–Kamis 07.30–12.00, 13.00–16.00; Jumat 07.30–11.30": days of equal hours together."""
    days = [(day, spans) for day, spans in enumerate(week) if spans]
    groups = []
    for spans, found in groupby(days, key=lambda one: one[1]):
        for first, last in _runs([day for day, _ in found]):
            named = _weekday(first, say)
            if last != first:
                named = f"{named}–{_weekday(last, say)}"
            groups.append(f"{named} {', '.join(_hours(span, say) for span in spans)}")
    return "; ".join(groups)


def _runs(days: list[int]) -> list[tuple[int, int]]:
    """Days that follow each other, as first and last."""
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and runs[-1][1] == day - 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _weekday(day: int, say: Localizer) -> str:
    return say.weekday(_A_MONDAY + timedelta(days=day))


def _hours(span: Span, say: Localizer) -> str:
    return f"{say.wall(span.opens)}–{say.wall(span.closes)}"
