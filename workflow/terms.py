"""The days of an appointment, and the moments at which it begins and ends."""

from datetime import date, datetime, time, timedelta, tzinfo


def begins(first_on: date, tz: tzinfo, *, now: datetime) -> datetime:
    """The moment an appointment begins: on the day itself at once, else at its midnight."""
    return max(now, datetime.combine(first_on, time(), tz))


def ends(last_on: date, tz: tzinfo) -> datetime:
    """The moment after the last day of an appointment."""
    return datetime.combine(last_on + timedelta(days=1), time(), tz)


def last_day(ends_at: datetime, tz: tzinfo) -> date:
    """The last day on which an appointment holds."""
    return (ends_at - timedelta(microseconds=1)).astimezone(tz).date()
