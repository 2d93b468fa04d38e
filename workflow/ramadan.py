"""When Ramadan is to come, as far as the calendar tells, and whether its days are set."""

from datetime import date, timedelta

from workflow.opening_hours import Closure, ClosureKind
from workflow.working_time import OfficeCalendar

# The feast at its end, as the law names it; a month of the moon has 29 or 30 days.
FEAST = "idulfitri"
MONTH = timedelta(days=30)
# What lies so near is the same Ramadan, set on another day than was expected.
NEAR = timedelta(days=15)


def expected(calendar: OfficeCalendar) -> tuple[date, ...]:
    """The likely first days of Ramadan, from the feasts that the calendar has; in order."""
    feasts = sorted(one.on for one in calendar.closures if _is_feast(one))
    first_days = [
        day for index, day in enumerate(feasts) if index == 0 or day - feasts[index - 1] > NEAR
    ]
    return tuple(day - MONTH for day in first_days)


def _is_feast(closure: Closure) -> bool:
    """Decrees write it as one word or as two."""
    written = closure.reason.casefold().replace(" ", "")
    return closure.kind is ClosureKind.PUBLIC_HOLIDAY and FEAST in written


def is_set(calendar: OfficeCalendar, first_on: date) -> bool:
    """Whether the office has said when that Ramadan is, in its file or in the chat."""
    return any(abs(season.first_on - first_on) <= NEAR for season in calendar.seasons)
