"""Durations, sizes, numbers and names, as a reader expects them."""

from collections.abc import Callable
from datetime import timedelta
from itertools import accumulate

from workflow.limits import Limit, LimitUnit

Say = Callable[..., str]

_KIBIBYTE = 1024
# Before a name; those behind it follow a comma.
_TITLES = frozenset(["h", "hj", "kh", "ir", "dr", "drg", "drs", "dra", "prof"])
_NIP = (8, 6, 1, 3)  # born, appointed, sex, and a number: as letters write it


def duration(span: timedelta, say: Say) -> str:
    """A span in hours and minutes: "2 jam 5 menit"; begun minutes do not count.

    Hours are never folded into days, because a working day has seven and a half.
    """
    hours, minutes = divmod(abs(span) // timedelta(minutes=1), 60)
    if not hours:
        return say("duration-minutes", minutes=minutes)
    if not minutes:
        return say("duration-hours", hours=hours)
    return say("duration-hours-minutes", hours=hours, minutes=minutes)


def hours_minutes_seconds(span: timedelta) -> str:
    """A span for a table: "105:04:09". The sum of a column is exact to the second."""
    minutes, seconds = divmod(abs(span) // timedelta(seconds=1), 60)
    hours, minutes = divmod(minutes, 60)
    sign = "-" if span <= -timedelta(seconds=1) else ""
    return f"{sign}{hours}:{minutes:02}:{seconds:02}"


def working_days(days: int, say: Say) -> str:
    """ "3 hari kerja"."""
    return say("duration-working-days", days=days)


def calendar_days(days: int, say: Say) -> str:
    """ "7 hari"."""
    return say("duration-days", days=days)


def limit_in_words(limit: Limit, say: Say) -> str:
    """A limit as an SOP sets it: "15 menit", "7 hari kerja"."""
    match limit.unit:
        case LimitUnit.MINUTES:
            return duration(timedelta(minutes=limit.amount), say)
        case LimitUnit.HOURS:
            return say("duration-hours", hours=limit.amount)
        case LimitUnit.WORKING_DAYS:
            return working_days(limit.amount, say)
    return calendar_days(limit.amount, say)


def position(step_number: str, steps: int, say: Say) -> str:
    """Where a file is in its SOP, of *steps* numbered rows; none for a step that is not counted."""
    if not steps:
        return say("step-beside", step=step_number)
    return say("step-of", step=step_number, steps=steps)


def nip(digits: str) -> str:
    """A NIP as letters write it, "19690905 199403 1 011"; anything else as it stands."""
    if not (digits.isascii() and digits.isdecimal() and len(digits) == sum(_NIP)):
        return digits
    ends = list(accumulate(_NIP))
    return " ".join(digits[end - size : end] for size, end in zip(_NIP, ends, strict=True))


def initials(name: str) -> str:
    """What a person writes as paraf: the first letters of up to three names, titles aside."""
    words = name.split(",")[0].split()
    names = [word for word in words if word.rstrip(".").lower() not in _TITLES] or words
    return "".join(word[0] for word in names[:3] if word[0].isalnum()).upper()


def file_size(size: int, say: Say) -> str:
    """The size of a file of *size* bytes: "820 KB", "1,4 MB"."""
    if size < _KIBIBYTE * _KIBIBYTE:
        return say("size-kilobytes", kilobytes=max(1, round(size / _KIBIBYTE)))
    tenths = round(size * 10 / _KIBIBYTE / _KIBIBYTE)
    return say("size-megabytes", whole=tenths // 10, tenth=tenths % 10)
