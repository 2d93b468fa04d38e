"""Cases that the calendar begins: an SOP that runs each semester needs nobody to remember it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from workflow.desk import submitting
from workflow.ports import RandomBytes, UnitOfWork
from workflow.procedure import Procedure


@dataclass(frozen=True, slots=True)
class Almanac:
    """The days on which SOPs begin by themselves, and what has begun."""

    work: UnitOfWork
    random_bytes: RandomBytes

    def begin_due(self) -> None:
        """Begin each case whose day has come, once; a day missed begins late, in office hours."""
        if not self.work.calendar.is_open(self.work.now):
            return
        for version, procedure, day in self._days():
            if not self._waits(procedure, day):
                continue
            case = submitting.begin_on(self.work, self.random_bytes, version, procedure, day)
            self.work.cases.note_begun(procedure.id, day, case.id)

    def next_begin_at(self) -> datetime | None:
        """The next moment at which something begins; none when no SOP names a day."""
        now = self.work.now
        days = list(self._days())
        moments = [self._begins_at(day) for _, _, day in days]
        if any(self._waits(procedure, day) for _, procedure, day in days):
            moments.append(self.work.calendar.next_opening(now))
        return min((moment for moment in moments if moment > now), default=None)

    def _waits(self, procedure: Procedure, day: date) -> bool:
        """True for a case whose day has come and that has not begun."""
        due = self._begins_at(day) <= self.work.now
        return due and not self.work.cases.begun_on(procedure.id, day)

    def _days(self) -> Iterator[tuple[int, Procedure, date]]:
        """The named days about now, from when the SOP here has named them.

        The last year is among them: a day in December may begin at an opening in January.
        """
        year = self.work.today.year
        for version, procedure in self.work.procedures.offered():
            for written in procedure.begins_on:
                since = self.work.procedures.named_since(procedure.id, written)
                first = since.astimezone(self.work.calendar.tz).date()
                for in_year in (year - 1, year, year + 1):
                    day = date.fromisoformat(f"{in_year}-{written}")
                    if day >= first:
                        yield version, procedure, day

    def _begins_at(self, day: date) -> datetime:
        """The first opening on or after a day: on a holiday nobody is there to begin."""
        midnight = datetime.combine(day, time(), self.work.calendar.tz)
        return self.work.calendar.next_opening(midnight)
