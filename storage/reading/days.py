"""The closed days to come, and Ramadan, as the administrator sees them."""

from datetime import date, datetime, timedelta

from storage.reading.paging import paged
from storage.unit_of_work import SqlUnitOfWork
from workflow.hours import hours_in_words
from workflow.special_days import DayKind
from workflow.views.days import DayLine, DaysView

PAGE = 8
AHEAD = timedelta(days=400)


def days_view(work: SqlUnitOfWork, page: int, *, now: datetime) -> DaysView:
    today = now.astimezone(work.calendar.tz).date()
    own = {one.first_on: one.id for one in work.days.all() if one.kind is DayKind.CLOSED}
    shown, page, pages = paged(_closures(work, own, today), page, PAGE)
    return DaysView(
        lines=tuple(shown),
        first=page * PAGE + 1,
        page=page,
        pages=pages,
        seasons=_seasons(work, today),
        openings=_openings(work, today),
    )


def _closures(work: SqlUnitOfWork, own: dict[date, int], today: date) -> list[DayLine]:
    """Each day once: what was written here before what the law or the office file says."""
    opened = {one.on for one in work.calendar.openings}
    found: dict[date, DayLine] = {}
    for one in work.calendar.closures:
        if today <= one.on <= today + AHEAD and one.on not in opened:
            found[one.on] = DayLine(
                first_on=one.on,
                last_on=one.on,
                name=one.reason,
                estimated=one.estimated,
                own=own.get(one.on),
            )
    return [found[day] for day in sorted(found)]


def _openings(work: SqlUnitOfWork, today: date) -> tuple[DayLine, ...]:
    own = {one.first_on: one.id for one in work.days.all() if one.kind is DayKind.OPENED}
    return tuple(
        DayLine(
            first_on=one.on,
            last_on=one.on,
            name=one.reason,
            estimated=False,
            own=own.get(one.on),
            hours=hours_in_words(one.spans),
        )
        for one in sorted(work.calendar.openings, key=lambda opening: opening.on)
        if today <= one.on <= today + AHEAD
    )


def _seasons(work: SqlUnitOfWork, today: date) -> tuple[DayLine, ...]:
    own = {one.first_on: one.id for one in work.days.all() if one.kind is DayKind.RAMADAN}
    return tuple(
        DayLine(
            first_on=one.first_on,
            last_on=one.last_on,
            name=one.name,
            estimated=False,
            own=own.get(one.first_on),
        )
        for one in sorted(work.calendar.seasons, key=lambda season: season.first_on)
        if one.last_on >= today
    )
