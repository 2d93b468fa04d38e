"""When whom is told that a task is late: first its officer, then the superior, never at night."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from workflow.pauses import Pause, outlasts_at
from workflow.working_time import NOTHING, OfficeCalendar


class Listener(StrEnum):
    """Who is told."""

    OFFICER = "officer"
    SUPERIOR = "superior"
    # In place of a superior, where nobody is above.
    ADMINISTRATOR = "administrator"
    # Whoever a file waits for, when that is not the office.
    APPLICANT = "applicant"


class AlarmKind(StrEnum):
    """What is told, in the order in which it is told."""

    REMINDER = "reminder"  # part of the limit is left
    DUE = "due"  # the limit is over
    OVERDUE = "overdue"  # and nothing has happened since
    STILL_OVERDUE = "still_overdue"  # and nothing on the days after
    WAITS = "waits"  # a file has waited for its applicant for some days
    STILL_WAITS = "still_waits"  # and for some days more
    LAPSES = "lapses"  # it will be closed, unless it is repaired
    CLOSES = "closes"  # nothing is said: the request is closed
    OUTLASTED = "outlasted"  # a file stays on hold beyond the day that was said; each day anew
    LONG_HELD = "long_held"  # or for some days where no day was said; after as many days anew


LISTENERS = {
    AlarmKind.REMINDER: frozenset({Listener.OFFICER}),
    AlarmKind.DUE: frozenset({Listener.OFFICER}),
    AlarmKind.OVERDUE: frozenset({Listener.SUPERIOR}),
    AlarmKind.STILL_OVERDUE: frozenset({Listener.OFFICER, Listener.SUPERIOR}),
    AlarmKind.WAITS: frozenset({Listener.APPLICANT}),
    AlarmKind.STILL_WAITS: frozenset({Listener.APPLICANT}),
    AlarmKind.LAPSES: frozenset({Listener.APPLICANT}),
    AlarmKind.CLOSES: frozenset({Listener.APPLICANT}),
    AlarmKind.OUTLASTED: frozenset({Listener.OFFICER, Listener.SUPERIOR}),
    AlarmKind.LONG_HELD: frozenset({Listener.OFFICER, Listener.SUPERIOR}),
}


# What an applicant is told of a file that waits for them.
WORDS = frozenset({AlarmKind.WAITS, AlarmKind.STILL_WAITS, AlarmKind.LAPSES, AlarmKind.CLOSES})
# Those of them that come only where requests lapse.
LAPSING = frozenset({AlarmKind.LAPSES, AlarmKind.CLOSES})
# Working days from the word that a request will be closed to its closing.
GRACE = 3
# What is told while a limit waits: of the waiting.
HELD = frozenset({AlarmKind.OUTLASTED, AlarmKind.LONG_HELD})
# What tells that a limit is over. It is not kept waiting by a reminder told just now.
LAPSED = frozenset({AlarmKind.DUE, AlarmKind.OVERDUE, AlarmKind.STILL_OVERDUE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How patient the office is; a limit of one minute must not ring after one minute.

    Refuses with ``ValueError`` a *before* outside 0 … 1, *repeat* or *holds* under one day,
    and a span of time under nothing.
    """

    # Office time after a task is opened in which DUE is never said.
    floor: timedelta = timedelta(minutes=15)
    # The part of the limit that is left when the reminder comes.
    before: float = 0.25
    # Office time from DUE to OVERDUE.
    escalate_after: timedelta = timedelta(minutes=15)
    # What one person is to hear within this time is one message.
    group_window: timedelta = timedelta(minutes=10)
    # Working days from OVERDUE to STILL_OVERDUE, and from each to the next.
    repeat: int = 1
    # Working days until an applicant hears that a file waits for them, and until the second time.
    waits: tuple[int, int] = (3, 10)
    # Working days after which a hold without a day is told of, and then each time anew.
    holds: int = 3

    def __post_init__(self) -> None:
        if not 0 < self.before < 1:
            raise ValueError(f"before: a part of the limit between 0 and 1, not {self.before}")
        if self.repeat < 1:
            raise ValueError(f"repeat: at least one working day, not {self.repeat}")
        if not 0 < self.waits[0] < self.waits[1]:
            raise ValueError(f"waits: two numbers of working days, the second larger: {self.waits}")
        if self.holds < 1:
            raise ValueError(f"holds: at least one working day, not {self.holds}")
        if min(self.floor, self.escalate_after, self.group_window) < timedelta():
            raise ValueError("floor, escalate_after, group_window: none is less than nothing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """One open task as the clock sees it; without *due_at* there is nothing to watch."""

    opened_at: datetime
    due_at: datetime | None
    calendar: OfficeCalendar
    rhythm: Rhythm = Rhythm()
    # The office time before *due_at* in which the limit waited.
    stopped: timedelta = NOTHING
    # Working days after which an applicant's unrepaired request is told to lapse; 0 for never.
    lapses: int = 0

    @property
    def waits(self) -> tuple[int, int]:
        """On which working days an applicant is reminded: twice before the request may lapse."""
        if not self.lapses or self.rhythm.waits[1] < self.lapses:
            return self.rhythm.waits
        return self.lapses // 3, 2 * self.lapses // 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """What is to be told, and when (UTC, within office hours)."""

    kind: AlarmKind
    at: datetime
    # Whom the alarms were meant for that were missed before this one.
    also: frozenset[Listener] = frozenset()

    @property
    def listeners(self) -> frozenset[Listener]:
        return LISTENERS[self.kind] | self.also


def first_alarm(watch: Watch) -> Alarm | None:
    """Return the first alarm of a task, ``None`` when it has no limit.

    A limit shorter than the floor has no reminder: it begins with DUE.
    """
    if watch.due_at is None:
        return None
    passed = watch.calendar.working_time_between(watch.opened_at, watch.due_at)
    allowed = passed - watch.stopped
    if allowed < watch.rhythm.floor:
        return _due(watch, watch.due_at)
    reminded_at = watch.calendar.add_working_time(
        watch.opened_at, watch.stopped + allowed * (1 - watch.rhythm.before)
    )
    return _alarm(AlarmKind.REMINDER, reminded_at, watch)


def alarm_ahead(watch: Watch, *, now: datetime) -> Alarm | None:
    """The first alarm of a limit that is still to come, for a limit that has been moved.

    What was said about the old moment is not taken back, and what lies in the past of the new one
    is not said.
    """
    alarm = first_alarm(watch)
    while alarm is not None and alarm.at <= now:
        alarm = next_alarm(alarm.kind, alarm.at, watch)
    return alarm


def hold_alarm(pause: Pause, calendar: OfficeCalendar, rhythm: Rhythm) -> Alarm:
    """What is told of a file whose limit waits, if it waits longer than was said.

    OUTLASTED comes at the first opening after its day; without a day, LONG_HELD some days later.
    """
    if pause.until is not None:
        return Alarm(kind=AlarmKind.OUTLASTED, at=outlasts_at(pause.until, calendar))
    day = calendar.working_day_after(pause.begun_at, rhythm.holds)
    return Alarm(kind=AlarmKind.LONG_HELD, at=day.opens_at)


def first_word(
    opened_at: datetime, calendar: OfficeCalendar, rhythm: Rhythm, *, lapses: int = 0
) -> Alarm:
    """The first alarm of a file that waits for its applicant: WAITS, then STILL_WAITS.

    Where it *lapses* after so many working days, LAPSES and CLOSES follow. All come at the opening
    of a working day. No limit runs meanwhile.
    """
    watch = Watch(opened_at=opened_at, due_at=None, calendar=calendar, rhythm=rhythm, lapses=lapses)
    return _word(AlarmKind.WAITS, watch.waits[0], watch)


def closes_at(opened_at: datetime, calendar: OfficeCalendar, *, lapses: int) -> datetime | None:
    """Before when an unrepaired request is never closed; nothing where none is."""
    if not lapses:
        return None
    told_at = calendar.working_day_after(opened_at, lapses).opens_at
    return calendar.working_day_after(told_at, GRACE).opens_at


def _word(kind: AlarmKind, days: int, watch: Watch) -> Alarm:
    day = watch.calendar.working_day_after(watch.opened_at, days)
    return _alarm(kind, day.opens_at, watch)


def next_alarm(said: AlarmKind, said_at: datetime, watch: Watch) -> Alarm | None:
    """Return what is told after *said*, unless the task is done before.

    REMINDER, DUE and OVERDUE follow from the limit, however late the one before them was
    said. STILL_OVERDUE follows from *said_at*, at the opening of a working day after it, as do
    OUTLASTED and LONG_HELD, which no limit ends.
    """
    if said is AlarmKind.WAITS:
        return _word(AlarmKind.STILL_WAITS, watch.waits[1], watch)
    if said is AlarmKind.STILL_WAITS:
        return _word(AlarmKind.LAPSES, watch.lapses, watch) if watch.lapses else None
    if said is AlarmKind.LAPSES:
        closes_at = watch.calendar.working_day_after(said_at, GRACE).opens_at
        return _alarm(AlarmKind.CLOSES, closes_at, watch)
    if said in HELD:
        return _again(said, said_at, watch)
    if watch.due_at is None or said is AlarmKind.CLOSES:
        return None
    due = _due(watch, watch.due_at)
    if said is AlarmKind.REMINDER:
        return due
    if said is AlarmKind.DUE:
        overdue_at = watch.calendar.add_working_time(due.at, watch.rhythm.escalate_after)
        return _alarm(AlarmKind.OVERDUE, overdue_at, watch)
    return _again(AlarmKind.STILL_OVERDUE, said_at, watch)


def _again(kind: AlarmKind, said_at: datetime, watch: Watch) -> Alarm:
    """The same once more, at the opening of a working day."""
    days = watch.rhythm.holds if kind is AlarmKind.LONG_HELD else watch.rhythm.repeat
    return _alarm(kind, watch.calendar.working_day_after(said_at, days).opens_at, watch)


def caught_up(alarm: Alarm, now: datetime, watch: Watch) -> Alarm:
    """Return what is to be told at *now* in place of *alarm*.

    To be said when its ``at`` is not after *now*; else kept until then: an alarm whose
    time has not come, or one missed while the office is closed. Alarms missed while
    nobody watched become one, the latest; it goes to all whom the missed ones were meant
    for, so that an officer never hears of a delay from the superior.
    """
    speaking_at = watch.calendar.next_opening(max(alarm.at, now))
    if speaking_at > now:
        return replace(alarm, at=speaking_at)
    while alarm.kind is not AlarmKind.STILL_OVERDUE:
        following = next_alarm(alarm.kind, alarm.at, watch)
        if following is None or following.at > now:
            break
        if following.kind is AlarmKind.CLOSES:
            break  # nobody's request is closed before they were told that it will be
        alarm = replace(following, also=alarm.listeners)
    return replace(alarm, at=speaking_at)


def hears_at(
    last_said_at: datetime | None,
    *,
    now: datetime,
    window: timedelta,
    calendar: OfficeCalendar,
) -> datetime:
    """When somebody is told what has come by *now*, all of it in one message.

    Who was told something less than *window* ago is left in peace until it has passed;
    what else comes meanwhile joins that message. A wait that would end outside office
    hours ends at the next opening.
    """
    free_at = now if last_said_at is None else max(now, last_said_at + window)
    return calendar.next_opening(free_at)


def _due(watch: Watch, due_at: datetime) -> Alarm:
    not_before = watch.calendar.add_working_time(watch.opened_at, watch.rhythm.floor)
    return _alarm(AlarmKind.DUE, max(due_at, not_before), watch)


def _alarm(kind: AlarmKind, at: datetime, watch: Watch) -> Alarm:
    return Alarm(kind=kind, at=watch.calendar.next_opening(at))
