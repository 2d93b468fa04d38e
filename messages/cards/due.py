"""How much time is left, and how much is over, as the office counts."""

from datetime import datetime, timedelta

from messages.formatting import calendar_days, duration, working_days
from messages.localizer import Localizer
from workflow.views.due import Due

_MINUTE = timedelta(minutes=1)
_DAY = timedelta(days=1)
# From here on, hours say less than days: two calendar days, or two days of the office's.
_IN_DAYS = 2 * _DAY
_IN_WORKING_DAYS = timedelta(hours=15)


def span(start: datetime, end: datetime, say: Localizer) -> str:
    """ "12 menit", "3 hari": by the wall clock, from two days on in whole days."""
    apart = abs(end - start)
    if apart < _MINUTE:
        return say("span-moment")
    if apart >= _IN_DAYS:
        return calendar_days(apart // _DAY, say)
    return duration(apart, say)


def due_line(due: Due | None, opened_at: datetime | None, *, now: datetime, say: Localizer) -> str:
    """ "Batas Sen 09.30 WIB (sisa 12 menit)"; without a limit, how long it has been open."""
    if due is None:
        if opened_at is None:
            return say("due-none")
        return say("due-none-since", span=span(opened_at, now, say))
    at = say.moment(due.at, now=now)
    apart = _apart(due, say)
    if due.late:
        return say("due-late", at=at, span=apart) if apart else say("due-passed", at=at)
    return say("due-left", at=at, span=apart) if apart else say("due-at", at=at)


def limit_line(due: Due | None, *, now: datetime, say: Localizer) -> str:
    """ "Batas Sen 09.30 WIB": what stays true on a card that lies in a chat for hours."""
    if due is None:
        return say("due-none")
    at = say.moment(due.at, now=now)
    return say("due-passed" if due.late else "due-at", at=at)


def _apart(due: Due, say: Localizer) -> str:
    """ "12 menit"; "5 jam 52 menit kerja" where a closed office lies between.

    Nothing where the office is closed all the time between, for then it counts none.
    """
    if due.apart >= _IN_WORKING_DAYS and due.days > 1:
        return working_days(due.days, say)
    if due.apart < _MINUTE:
        return say("span-moment") if due.unbroken else ""
    apart = duration(due.apart, say)
    return apart if due.unbroken else say("span-working", span=apart)


def due_day(due_at: datetime, *, now: datetime, say: Localizer) -> str:
    """ "hari ini 14.20 WIB", or the weekday when it is another day."""
    local = due_at.astimezone(say.zone)
    if local.date() != now.astimezone(say.zone).date():
        return say.moment(due_at, now=now)
    return say("due-today", clock=say.clock(due_at), zone=str(local.tzname()))
