"""Office time on one line: seconds worked since the start, and the moments they stand for."""

from bisect import bisect_right
from datetime import date, datetime, time, timedelta

from workflow.limits import Limit, LimitUnit
from workflow.simulation.assumptions import WORKING_DAYS
from workflow.working_time import OfficeCalendar, lapses_at


class OfficeTime:
    """Counts only while the office is open, so that a night or a holiday is no time at all."""

    def __init__(self, calendar: OfficeCalendar, starts_on: date) -> None:
        self._calendar = calendar
        midnight = datetime.combine(starts_on, time(), calendar.tz)
        self.start = calendar.next_opening(midnight)
        self._openings: list[datetime] = []
        self._worked_by: list[float] = [0.0]
        year_later = calendar.working_day_after(self.start, WORKING_DAYS).opens_at
        worked = calendar.working_time_between(self.start, year_later).total_seconds()
        self.day = worked / WORKING_DAYS
        self._calendar_day = worked / ((year_later - self.start) / timedelta(days=1))

    def seconds(self, limit: Limit) -> float:
        """How much office time a limit is, on average."""
        match limit.unit:
            case LimitUnit.MINUTES:
                return limit.amount * 60
            case LimitUnit.HOURS:
                return limit.amount * 3600
            case LimitUnit.WORKING_DAYS:
                return limit.amount * self.day
            case LimitUnit.CALENDAR_DAYS:
                return limit.amount * self._calendar_day

    def midnight(self, day: date) -> float:
        """The office time worked before *day*; 0 when it lies before the start."""
        at = datetime.combine(day, time(), self._calendar.tz)
        return max(0.0, self._calendar.working_time_between(self.start, at).total_seconds())

    def moment(self, worked: float) -> datetime:
        """When so many seconds have been worked (UTC)."""
        while self._worked_by[-1] < worked or not self._openings:
            self._add_day()
        index = min(bisect_right(self._worked_by, worked), len(self._openings)) - 1
        rest = timedelta(seconds=worked - self._worked_by[index])
        return self._calendar.add_working_time(self._openings[index], rest)

    def is_on_time(self, limit: Limit, opened: float, done: float) -> bool:
        """Say whether a task opened and done at these seconds kept its limit."""
        if limit.unit in (LimitUnit.MINUTES, LimitUnit.HOURS):
            return done - opened <= self.seconds(limit)
        lapses = lapses_at(self.moment(opened), limit, self._calendar)
        return lapses is None or self.moment(done) <= lapses

    def _add_day(self) -> None:
        last = self._openings[-1:] or [self.start]
        day = self._calendar.working_day_after(last[0], len(self._openings[-1:]))
        worked = self._calendar.working_time_between(day.opens_at, day.closes_at)
        self._openings.append(day.opens_at)
        self._worked_by.append(self._worked_by[-1] + worked.total_seconds())
