"""The question for the days of Ramadan, a month before it begins."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from workflow import ramadan
from workflow.intents import Tell
from workflow.ports import UnitOfWork


@dataclass(frozen=True, slots=True)
class RamadanQuestion:
    """Asks the administrators once for each Ramadan whose days nobody has set, in office hours."""

    work: UnitOfWork

    def ask_due(self) -> None:
        now = self.work.now
        if not self.work.calendar.is_open(now):
            return
        administrators = self.work.people.administrators()
        for first_on in self._unasked() if administrators else ():
            if self._asks_at(first_on) > now:
                continue
            told = Tell(message_id="ramadan-missing", arguments={"first": first_on})
            for person_id in administrators:
                self.work.tell(person_id, told)
            self.work.days.note_asked(first_on, at=now)

    def next_at(self) -> datetime | None:
        """When something is asked next; nothing while there is nobody to ask."""
        now = self.work.now
        if not self.work.people.administrators():
            return None
        moments = (
            self.work.calendar.next_opening(max(now, self._asks_at(one))) for one in self._unasked()
        )
        return min(moments, default=None)

    def _unasked(self) -> Iterator[date]:
        """The Ramadans that are not over, not set, and not asked for."""
        today = self.work.today
        for first_on in ramadan.expected(self.work.calendar):
            over = first_on + ramadan.MONTH <= today
            if over or ramadan.is_set(self.work.calendar, first_on):
                continue
            if not self.work.days.was_asked(first_on, near=ramadan.NEAR):
                yield first_on

    def _asks_at(self, first_on: date) -> datetime:
        return datetime.combine(first_on - ramadan.MONTH, time(), self.work.calendar.tz)
