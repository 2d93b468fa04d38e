"""The calendar in the chat: a day the office is closed, the days of Ramadan, what they move."""

from dataclasses import dataclass
from datetime import date, timedelta

from workflow.desk.administrator import AdministratorDesk
from workflow.desk.reckoning import begin_reckoning
from workflow.errors import (
    DateOutOfRange,
    DayAlreadyClosed,
    DayAlreadyOpen,
    FormMovedOn,
    HoursUnclear,
    NameMissing,
    RamadanLength,
)
from workflow.hours import hours_in_words, read_hours
from workflow.intents import Tell
from workflow.mandate import day_of
from workflow.office_intents import ShowDays
from workflow.opening_hours import CalendarError, Spans
from workflow.people import Focus, FocusKind, Person
from workflow.plain_text import clean, says_something
from workflow.ports import UnitOfWork
from workflow.special_days import DayKind, SpecialDay

LONGEST_NAME = 80
# A decree of a closed day is not older than today, and no calendar is known farther ahead.
FARTHEST = timedelta(days=730)
RAMADAN_DAYS = range(28, 32)
# Two Ramadans lie a lunar year apart; what is set anew within half of one replaces it.
SAME_RAMADAN = timedelta(days=177)


@dataclass(frozen=True, slots=True)
class CalendarDesk:
    """Where an administrator writes into the office's calendar."""

    work: UnitOfWork
    me: Person
    administrator: AdministratorDesk

    def show(self, page: int, *, fresh: bool = False) -> None:
        """The closed days to come, and Ramadan."""
        self.administrator.ensure_administrator()
        self.administrator.leave()
        self.work.tell(self.me.id, ShowDays(page=page, fresh=fresh))

    def ask_closure(self) -> None:
        """Ask which day the office is closed, and why."""
        self._ask(FocusKind.CLOSURE, "closure-ask")

    def ask_opening(self) -> None:
        """Ask on which day the office keeps other hours, which, and why."""
        self._ask(FocusKind.OPENING, "opening-ask")

    def ask_ramadan(self) -> None:
        """Ask for the first and the last day of Ramadan."""
        self._ask(FocusKind.RAMADAN, "ramadan-ask")

    def close(self, text: str) -> None:
        """Close the office on a day: its date on one line, its name on the next."""
        self.administrator.ensure_administrator()
        first, _, rest = text.partition("\n")
        today = self.work.today
        day = _within(day_of(first, example=today), today, today + FARTHEST)
        name = clean(rest, lines=False)
        if not says_something(name):
            raise NameMissing(example=f"{day:%d-%m-%Y}")
        if not self.work.calendar.spans_on(day):
            raise DayAlreadyClosed(day=day)
        self._forget(DayKind.OPENED, day)
        moved = self._write(DayKind.CLOSED, day, day, name[:LONGEST_NAME])
        self._done("closure-added", {"day": day, "name": name[:LONGEST_NAME], "count": moved})

    def open(self, text: str) -> None:
        """Give a day hours of its own: its date, its hours and its name, a line each."""
        self.administrator.ensure_administrator()
        first, _, rest = text.partition("\n")
        written, _, named = rest.partition("\n")
        today = self.work.today
        day = _within(day_of(first, example=today), today, today + FARTHEST)
        spans = _hours(written)
        name = clean(named, lines=False)
        if not says_something(name):
            raise NameMissing(example=f"{day:%d-%m-%Y}, {hours_in_words(spans)}")
        hours = hours_in_words(spans)
        if self.work.calendar.spans_on(day) == spans:
            raise DayAlreadyOpen(day=day, hours=hours)
        for kind in (DayKind.CLOSED, DayKind.OPENED):
            self._forget(kind, day)
        moved = self._write(DayKind.OPENED, day, day, name[:LONGEST_NAME], spans)
        self._done(
            "opening-added",
            {"day": day, "hours": hours, "name": name[:LONGEST_NAME], "count": moved},
        )

    def _forget(self, kind: DayKind, day: date) -> None:
        """What was written here of a day before gives way to what is written now."""
        for one in self.work.days.all():
            if one.kind is kind and one.first_on == day:
                self.work.days.remove(one.id)

    def set_ramadan(self, text: str) -> None:
        """Set the first and the last day of Ramadan, a line each; the days set before give way."""
        self.administrator.ensure_administrator()
        first, _, rest = text.partition("\n")
        today = self.work.today
        earliest = today - timedelta(days=RAMADAN_DAYS[-1])
        first_on = _within(day_of(first, example=today), earliest, today + FARTHEST)
        last_on = day_of(rest, example=first_on + timedelta(days=RAMADAN_DAYS[1]))
        if (last_on - first_on).days + 1 not in RAMADAN_DAYS:
            raise RamadanLength(shortest=RAMADAN_DAYS[0], longest=RAMADAN_DAYS[-1])
        for one in self.work.days.all():
            if one.kind is DayKind.RAMADAN and abs(one.first_on - first_on) < SAME_RAMADAN:
                self.work.days.remove(one.id)
        moved = self._write(DayKind.RAMADAN, first_on, last_on, "Ramadan")
        self._done("ramadan-set", {"first": first_on, "last": last_on, "count": moved})

    def remove(self, day_id: int) -> None:
        """Take back what was written here; the office file and the law are not touched."""
        self.administrator.ensure_administrator()
        found = [one for one in self.work.days.all() if one.id == day_id]
        if not found:
            raise FormMovedOn
        self.work.days.remove(day_id)
        moved = self._reckoned()
        one: SpecialDay = found[0]
        self._done("day-removed", {"day": one.first_on, "name": one.name, "count": moved})

    def _ask(self, kind: FocusKind, message_id: str) -> None:
        self.administrator.ensure_administrator()
        self.work.people.set_focus(self.me.id, Focus(kind=kind), at=self.work.now)
        arguments = {"example": f"{self.work.today + timedelta(days=7):%d-%m-%Y}"}
        self.work.tell(self.me.id, Tell(message_id=message_id, arguments=arguments))

    def _write(
        self, kind: DayKind, first_on: date, last_on: date, name: str, spans: Spans = ()
    ) -> int | str:
        now = self.work.now
        self.work.days.add(kind, first_on, last_on, name, by=self.me.id, at=now, spans=spans)
        return self._reckoned()

    def _reckoned(self) -> int | str:
        """How many limits have moved; "later" where that is told when all are worked out."""
        moved = begin_reckoning(self.work, self.me.id)
        return "later" if moved is None else moved

    def _done(self, message_id: str, arguments: dict[str, str | int | date]) -> None:
        self.work.people.set_focus(self.me.id, None, at=self.work.now)
        self.work.tell(self.me.id, Tell(message_id=message_id, arguments=arguments))


def _hours(written: str) -> Spans:
    try:
        return read_hours(written)
    except CalendarError:
        raise HoursUnclear(example="08.00-12.00") from None


def _within(day: date, earliest: date, latest: date) -> date:
    if not earliest <= day <= latest:
        raise DateOutOfRange(earliest=earliest, latest=latest)
    return day
