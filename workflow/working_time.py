"""Working time: office hours, seasons, closed days, and when a limit lapses."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from typing import NamedTuple
from zoneinfo import ZoneInfo

from workflow.limits import Limit, LimitUnit
from workflow.opening_hours import (
    DEFAULT_HOURS,
    CalendarError,
    Closure,
    Opening,
    Season,
    Spans,
    Week,
    check_openings,
    check_seasons,
    check_week,
)

# An office that does not work a limit off within so many years never will.
YEARS_AHEAD = 3


NOTHING = timedelta()


Stretch = tuple[datetime, datetime]  # a span of one certain day, in UTC


class WorkingDay(NamedTuple):
    """The first opening and the last closing of a day on which the office works, in UTC."""

    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeCalendar:
    """When an office works, in its own time zone.

    An opening goes before a closure, a closure before a season, a season before the week.
    Moments come in any time zone, never naive (``ValueError``), and go out in UTC. A span
    includes the moment it opens and not the one it closes: at 16:00 sharp the office is shut.
    """

    zone: str
    hours: Week = DEFAULT_HOURS
    seasons: tuple[Season, ...] = ()
    closures: tuple[Closure, ...] = ()
    openings: tuple[Opening, ...] = ()
    tz: ZoneInfo = field(init=False, repr=False, compare=False)
    _closed_on: frozenset[date] = field(init=False, repr=False, compare=False)
    _opened_on: dict[date, Spans] = field(init=False, repr=False, compare=False)
    _years: dict[int, "_Year"] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        check_week(self.hours, "hours")
        check_seasons(self.seasons)
        check_openings(self.openings)
        set_once = object.__setattr__
        set_once(self, "tz", _zone(self.zone))
        set_once(self, "_closed_on", frozenset(closure.on for closure in self.closures))
        set_once(self, "_opened_on", {opening.on: opening.spans for opening in self.openings})

    def spans_on(self, day: date) -> Spans:
        """Return the local hours of *day*, empty when the office is closed."""
        opened = self._opened_on.get(day)
        if opened is not None:
            return opened
        if day in self._closed_on:
            return ()
        for season in self.seasons:
            if season.first_on <= day <= season.last_on:
                return season.hours[day.weekday()]
        return self.hours[day.weekday()]

    def week_on(self, day: date) -> Week:
        """The usual hours of the week that *day* lies in: those of its season, if it has one."""
        for season in self.seasons:
            if season.first_on <= day <= season.last_on:
                return season.hours
        return self.hours

    def is_open(self, at: datetime) -> bool:
        """Say whether the office works at this moment."""
        at = _utc(at)
        return self._year(self._local_year(at)).opening_at(at) == at

    def next_opening(self, at: datetime) -> datetime:
        """Return *at* itself when the office is open, else the moment it opens next."""
        at = _utc(at)
        for year in self._years_from(at):
            opening = year.opening_at(at)
            if opening is not None:
                return opening
        raise CalendarError(f"the office does not open within {YEARS_AHEAD} years of {at}")

    def working_time_between(self, a: datetime, b: datetime) -> timedelta:
        """Return the office time from *a* to *b*; negative when *b* comes first."""
        a, b = _utc(a), _utc(b)
        first, last = sorted((self._local_year(a), self._local_year(b)))
        years = [self._year(number) for number in range(first, last + 1)]
        return sum((year.worked_by(b) - year.worked_by(a) for year in years), NOTHING)

    def open_between(self, a: datetime, b: datetime) -> Iterator[Stretch]:
        """The stretches of office time, whole, of which any part lies from *a* to *b*."""
        a, b = _utc(a), _utc(b)
        for number in range(self._local_year(a), self._local_year(b) + 1):
            year = self._year(number)
            for opens, closes in zip(year.opens, year.closes, strict=True):
                if closes > a and opens < b:
                    yield opens, closes

    def working_days_between(self, a: datetime, b: datetime) -> int:
        """Return how many working days follow the day of *a*, up to the day of *b*."""
        a, b = self._end_of_day(a), self._end_of_day(b)
        years = range(self._local_year(a), self._local_year(b) + 1)
        return sum(
            self._year(number).days_begun_by(b) - self._year(number).days_begun_by(a)
            for number in years
        )

    def add_working_time(self, start: datetime, span: timedelta) -> datetime:
        """Return the moment by which *span* of office time has passed since *start*.

        What ends exactly at a closing is over at that closing, not at the next opening. No
        time at all leaves *start* as it is, even outside office hours; less is refused.
        """
        start = _utc(start)
        if span < NOTHING:
            raise ValueError(f"working time is added forwards only, not {span}")
        if not span:
            return start
        left = span + self._year(self._local_year(start)).worked_by(start)
        for year in self._years_from(start):
            if left <= year.total:
                return year.moment_when(left)
            left -= year.total
        raise CalendarError(f"no {span} of working time within {YEARS_AHEAD} years of {start}")

    def working_day_after(self, at: datetime, days: int) -> WorkingDay:
        """Return the working day *days* (0 or more) after the one to which *at* belongs.

        Before opening and during a break a moment belongs to its own day; from the close
        of business on, and on a closed day, it belongs to the next working day.
        """
        at = _utc(at)
        left = days
        for year in self._years_from(at):
            here = year.days_closed_by(at) + left
            if here < len(year.days):
                return year.days[here]
            left = here - len(year.days)
        raise CalendarError(f"no {days} working days within {YEARS_AHEAD} years of {at}")

    def _end_of_day(self, at: datetime) -> datetime:
        return _moment(_utc(at).astimezone(self.tz).date() + timedelta(days=1), time(), self.tz)

    def _local_year(self, at: datetime) -> int:
        return at.astimezone(self.tz).year

    def _years_from(self, at: datetime) -> Iterator["_Year"]:
        first = self._local_year(at)
        for number in range(first, first + YEARS_AHEAD + 1):
            yield self._year(number)

    def _year(self, number: int) -> "_Year":
        # A year is worked out once. Two threads at it make the same year twice, no harm done.
        year = self._years.get(number)
        if year is None:
            year = self._years[number] = _Year(tuple(self._days_of(number)))
        return year

    def _days_of(self, year: int) -> Iterator[tuple[Stretch, ...]]:
        day = date(year, 1, 1)
        while day.year == year:
            stretches = (
                (_moment(day, opens, self.tz), _moment(day, closes, self.tz))
                for opens, closes in self.spans_on(day)
            )
            # Where clocks are put forward, a span may not exist at all.
            lived = tuple((opens, closes) for opens, closes in stretches if opens < closes)
            if lived:
                yield lived
            day += timedelta(days=1)


class _Year:
    """The office time of one local year, summed up so that a look-up is a bisection."""

    __slots__ = ("before", "begins", "closes", "closings", "days", "opens", "total")

    def __init__(self, days: tuple[tuple[Stretch, ...], ...]) -> None:
        stretches = [stretch for day in days for stretch in day]
        self.opens = [opens for opens, _ in stretches]
        self.closes = [closes for _, closes in stretches]
        worked = (closes - opens for opens, closes in stretches)
        *self.before, self.total = accumulate(worked, initial=NOTHING)
        self.days = [WorkingDay(day[0][0], day[-1][1]) for day in days]
        self.begins = [day.opens_at for day in self.days]
        self.closings = [day.closes_at for day in self.days]

    def worked_by(self, at: datetime) -> timedelta:
        index = bisect_right(self.opens, at) - 1
        if index < 0:
            return NOTHING
        return self.before[index] + min(at, self.closes[index]) - self.opens[index]

    def moment_when(self, worked: timedelta) -> datetime:
        index = bisect_left(self.before, worked) - 1
        return self.opens[index] + (worked - self.before[index])

    def opening_at(self, at: datetime) -> datetime | None:
        index = bisect_right(self.closes, at)
        return max(at, self.opens[index]) if index < len(self.opens) else None

    def days_begun_by(self, at: datetime) -> int:
        return bisect_left(self.begins, at)

    def days_closed_by(self, at: datetime) -> int:
        return bisect_right(self.closings, at)


def lapses_at(started: datetime, limit: Limit | None, calendar: OfficeCalendar) -> datetime | None:
    """Return the moment (UTC) at which *limit* runs out, ``None`` for a step without one.

    Minutes and hours run in office time: a file handed over at 16:25 on Friday with fifteen
    minutes to go is late on Monday at 07:40. Working days end with the business of the N-th
    following working day: one day, begun on Thursday at any hour before closing, lapses on
    Friday at 16:30; begun after closing it counts from Friday and lapses on Monday at 16:00.
    Calendar days end at the same time of day N days later, even on a Sunday.
    """
    if limit is None:
        return None
    match limit.unit:
        case LimitUnit.MINUTES:
            return calendar.add_working_time(started, timedelta(minutes=limit.amount))
        case LimitUnit.HOURS:
            return calendar.add_working_time(started, timedelta(hours=limit.amount))
        case LimitUnit.WORKING_DAYS:
            return calendar.working_day_after(started, limit.amount).closes_at
        case LimitUnit.CALENDAR_DAYS:
            local = _utc(started).astimezone(calendar.tz)
            return (local + timedelta(days=limit.amount)).astimezone(UTC)


def _moment(day: date, at: time, tz: ZoneInfo) -> datetime:
    return datetime.combine(day, at, tz).astimezone(UTC)


def _utc(at: datetime) -> datetime:
    if at.utcoffset() is None:
        raise ValueError(f"{at} has no time zone: the office cannot tell when that is")
    return at.astimezone(UTC)


def _zone(key: str) -> ZoneInfo:
    try:
        return ZoneInfo(key)
    except (KeyError, ValueError, OSError) as error:
        raise CalendarError(
            f"zone: write Asia/Jakarta (WIB), Asia/Makassar (WITA) or Asia/Jayapura (WIT), "
            f"not '{key}'"
        ) from error
