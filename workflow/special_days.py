"""Days that an administrator writes in the chat, above what the office file says of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from workflow.opening_hours import RAMADAN_HOURS, Closure, Opening, Season, Spans
from workflow.working_time import OfficeCalendar


class DayKind(StrEnum):
    """What an administrator may write into the calendar in the chat."""

    CLOSED = "closed"
    OPENED = "opened"
    RAMADAN = "ramadan"


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialDay:
    """A day, or a stretch of days, that an administrator has written into the calendar."""

    id: int
    kind: DayKind
    first_on: date
    last_on: date
    name: str
    # Of a day that is opened.
    spans: Spans = ()


def with_special_days(calendar: OfficeCalendar, days: Sequence[SpecialDay]) -> OfficeCalendar:
    """A calendar with what was written in the chat; that goes before what the file says of the day.

    Ramadan keeps the hours of the last season of that name, or those of the law.
    """
    closures = (Closure(on=day.first_on, reason=day.name) for day in days if _closes(day))
    written = [day for day in days if day.kind is DayKind.RAMADAN]
    known = [one.hours for one in calendar.seasons if one.name.casefold() == "ramadan"]
    hours = known[-1] if known else RAMADAN_HOURS
    kept = (
        one
        for one in calendar.seasons
        if not any(one.first_on <= day.last_on and day.first_on <= one.last_on for day in written)
    )
    seasons = (
        Season(name=day.name, first_on=day.first_on, last_on=day.last_on, hours=hours)
        for day in written
    )
    return replace(
        calendar,
        closures=(*calendar.closures, *closures),
        seasons=(*kept, *seasons),
        openings=_openings(calendar, days),
    )


def _openings(calendar: OfficeCalendar, days: Sequence[SpecialDay]) -> tuple[Opening, ...]:
    """The chat's openings, and those of the file on days of which the chat says nothing."""
    spoken_of = {day.first_on for day in days if day.kind is not DayKind.RAMADAN}
    opened = (
        Opening(on=day.first_on, spans=day.spans, reason=day.name)
        for day in days
        if day.kind is DayKind.OPENED
    )
    return (*(one for one in calendar.openings if one.on not in spoken_of), *opened)


def _closes(day: SpecialDay) -> bool:
    return day.kind is DayKind.CLOSED
