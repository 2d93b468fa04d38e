"""The hours an office writes: its week, seasons and closed days, which must not contradict."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class CalendarError(ValueError):
    """The office's hours contradict themselves, or never suffice. Its text names the place."""


class Span(NamedTuple):
    """From one time of a day to a later one of the same day, local."""

    opens: time
    closes: time


Spans = tuple[Span, ...]
Week = tuple[Spans, Spans, Spans, Spans, Spans, Spans, Spans]  # from Monday


class ClosureKind(StrEnum):
    """By whose word the office is closed."""

    PUBLIC_HOLIDAY = "libur nasional"
    JOINT_LEAVE = "cuti bersama"
    SPECIAL = "tutup khusus"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A day on which the office does not work, whatever its week says."""

    on: date
    reason: str
    kind: ClosureKind = ClosureKind.SPECIAL
    # Computed beforehand, and not yet confirmed by decree.
    estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A day with hours of its own: a Saturday service, half a day before a feast."""

    on: date
    spans: Spans
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Season:
    """A stretch of days, both ends included, with a week of its own: Ramadan."""

    name: str
    first_on: date
    last_on: date
    hours: Week


def _spans(*written: str) -> Spans:
    return tuple(
        Span(time.fromisoformat(opens), time.fromisoformat(closes))
        for opens, closes in (span.split("-") for span in written)
    )


def _five_days(usual: Spans, friday: Spans) -> Week:
    return (usual, usual, usual, usual, friday, (), ())


# Perpres 21/2023: 37 h 30 min a week from 07:30, in Ramadan 32 h 30 min from 08:00. Where
# the breaks lie is custom, and every office may write its own.
DEFAULT_HOURS: Week = _five_days(
    _spans("07:30-12:00", "13:00-16:00"), _spans("07:30-11:30", "13:00-16:30")
)
RAMADAN_HOURS: Week = _five_days(
    _spans("08:00-12:00", "12:30-15:00"), _spans("08:00-11:30", "12:30-15:30")
)


def check_seasons(seasons: tuple[Season, ...]) -> None:
    for season in seasons:
        check_week(season.hours, f"season {season.name}")
        if season.last_on < season.first_on:
            raise CalendarError(f"season {season.name}: it ends before it begins")
    for one, next_one in pairwise(sorted(seasons, key=lambda season: season.first_on)):
        if next_one.first_on <= one.last_on:
            raise CalendarError(f"seasons {one.name} and {next_one.name} overlap")


def check_openings(openings: tuple[Opening, ...]) -> None:
    for opening in openings:
        ensure_day(opening.spans, f"opening on {opening.on}")
    for one, next_one in pairwise(sorted(openings, key=lambda opening: opening.on)):
        if one.on == next_one.on:
            raise CalendarError(f"openings: {one.on} is opened twice")


def check_week(week: Week, where: str) -> None:
    if len(week) != 7:
        raise CalendarError(f"{where}: a week has seven days, not {len(week)}")
    for weekday, spans in zip(WEEKDAYS, week, strict=True):
        ensure_day(spans, f"{where}, {weekday}")


def ensure_day(spans: Spans, where: str) -> None:
    """Raise CalendarError, naming the place, for spans of a day that contradict each other."""
    for span in spans:
        if span.closes <= span.opens:
            raise CalendarError(f"{where}: {span.opens:%H.%M}-{span.closes:%H.%M} runs backwards")
    for one, next_one in pairwise(spans):
        if next_one.opens < one.closes:
            raise CalendarError(
                f"{where}: {next_one.opens:%H.%M} comes before {one.closes:%H.%M} is reached"
            )
