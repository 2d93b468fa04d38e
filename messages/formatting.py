"""Durations, sizes and numbers, as a reader expects them."""

from collections.abc import Callable
from datetime import timedelta

Say = Callable[..., str]

_KIBIBYTE = 1024
_ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_SPELLED = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")


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


def file_size(size: int, say: Say) -> str:
    """The size of a file of *size* bytes: "820 KB", "1,4 MB"."""
    if size < _KIBIBYTE * _KIBIBYTE:
        return say("size-kilobytes", kilobytes=max(1, round(size / _KIBIBYTE)))
    tenths = round(size * 10 / _KIBIBYTE / _KIBIBYTE)
    return say("size-megabytes", whole=tenths // 10, tenth=tenths % 10)


def masked(number: str) -> str:
    """A NIK or No. KK with only its first and last four digits: "3175••••••••0001"."""
    shown = 4
    hidden = max(len(number) - 2 * shown, 0)
    if not hidden:
        return "•" * len(number)
    return number[:shown] + "•" * hidden + number[-shown:]


def roman_month(month: int) -> str:
    """The month (1 to 12) as numbers of letters write it: "XI"."""
    return _ROMAN_MONTHS[month - 1]


def spelled(count: int) -> str:
    """A small count as letters spell it: "1 (satu)"; from ten on, the figure alone."""
    return f"{count} ({_SPELLED[count]})" if 0 <= count < len(_SPELLED) else str(count)
