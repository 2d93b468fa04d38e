"""A limit as it stands now, counted as the office counts: by its hours and its days."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from workflow.working_time import OfficeCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """By when something is to be done, and how far off that is.

    `apart` is the office time until then, or since then when it is `late`; `days` are the working
    days that begin meanwhile. It is `unbroken` where the wall clock counts the same.
    """

    at: datetime
    late: bool
    apart: timedelta
    days: int
    unbroken: bool


def due(at: datetime | None, calendar: OfficeCalendar, *, now: datetime) -> Due | None:
    """How a limit stands at *now*; nothing for what has none."""
    if at is None:
        return None
    start, end = sorted((at, now))
    apart = calendar.working_time_between(start, end)
    return Due(
        at=at,
        late=now > at,
        apart=apart,
        days=calendar.working_days_between(start, end),
        unbroken=apart == end - start,
    )
