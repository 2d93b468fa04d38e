"""How much time is left, as a wall clock counts it."""

from datetime import datetime, timedelta

from messages.formatting import calendar_days, duration
from messages.localizer import Localizer

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
_IN_DAYS = 2 * _DAY  # from here on, hours say less than days


def span(start: datetime, end: datetime, say: Localizer) -> str:
    """ "12 menit", "3 hari": from two days on in whole days, whichever of the two is first."""
    apart = abs(end - start)
    if apart < _MINUTE:
        return say("span-moment")
    if apart >= _IN_DAYS:
        return calendar_days(apart // _DAY, say)
    return duration(apart, say)


def due_line(
    due_at: datetime | None,
    opened_at: datetime | None,
    *,
    late: bool,
    now: datetime,
    say: Localizer,
) -> str:
    """ "Batas Sen 09.30 WIB (sisa 12 menit)"; without a limit, how long it has been open."""
    if due_at is None:
        if opened_at is None:
            return say("due-none")
        return say("due-none-since", span=span(opened_at, now, say))
    at = say.moment(due_at, now=now)
    left = span(due_at, now, say)
    return say("due-late" if late else "due-left", at=at, span=left)


def due_day(due_at: datetime, *, now: datetime, say: Localizer) -> str:
    """ "hari ini 14.20 WIB", or the weekday when it is another day."""
    local = due_at.astimezone(say.zone)
    if local.date() != now.astimezone(say.zone).date():
        return say.moment(due_at, now=now)
    return say("due-today", clock=say.clock(due_at), zone=str(local.tzname()))
