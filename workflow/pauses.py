"""A file that waits though it lies on a desk: why, whose time that is, and what its limit does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from workflow.case import Task
from workflow.ids import CaseId, JabatanId, PauseId, PersonId, ReasonId, TaskId
from workflow.limits import Limit, LimitUnit
from workflow.working_time import NOTHING, OfficeCalendar, Stretch, lapses_at

Stops = tuple[Stretch, ...]  # in which a limit waited, in order

# The least by which two moments differ: what ends at a closing belongs to the day that it closes.
_INSTANT = timedelta(microseconds=1)


class Whose(StrEnum):
    """Whose time it is while a file waits."""

    APPLICANT = "applicant"
    SYSTEM = "system"  # outside the office
    OFFICE = "office"


class PauseEnd(StrEnum):
    """What ended a pause."""

    LIFTED = "lifted"  # somebody went on with the file
    ANSWERED = "answered"  # the applicant answered what the file waited for
    DECIDED = "decided"  # it was decided without that
    TAKEN_BACK = "taken_back"  # the decision that had brought it here was taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """One stretch in which a task waits for something; a task has one open at most.

    Its limit waits from *stopped_at* on: from the beginning for a reason that the office has in
    its list, else from the moment a superior agreed, and never if nobody did.
    """

    id: PauseId
    case_id: CaseId
    task_id: TaskId
    jabatan: JabatanId  # where it lay
    reason: ReasonId | None  # of the office's list; nothing for somebody's own words
    words: str  # what the list said then, or those words
    whose: Whose
    begun_at: datetime
    begun_by: PersonId
    begun_as: str
    until: date | None = None  # that day included; nothing until somebody lifts it
    stopped_at: datetime | None = None
    agreed_by: PersonId | None = None
    agreed_as: str = ""
    ended_at: datetime | None = None
    ended_by: PersonId | None = None
    ended_as: str = ""
    ending: PauseEnd | None = None

    @property
    def is_open(self) -> bool:
        return self.ended_at is None

    @property
    def stops_limit(self) -> bool:
        return self.stopped_at is not None

    @property
    def to_be_agreed(self) -> bool:
        """Whether a superior may still let the limit wait for it."""
        return self.is_open and not self.stops_limit

    def has_outlasted(self, today: date) -> bool:
        """Whether it lasts longer than was said."""
        return self.is_open and self.until is not None and today > self.until


def stopped_by(pauses: Iterable[Pause], *, now: datetime) -> Stops:
    """The stretches in which the limit waited, in order; one that still does lasts until *now*."""
    return tuple(
        sorted(
            (one.stopped_at, now if one.ended_at is None else one.ended_at)
            for one in pauses
            if one.stopped_at is not None
        )
    )


def stops_of(task: Task, pauses: Sequence[Pause], *, now: datetime) -> Stops:
    """The stretches in which the limit of a task waited, out of the pauses of its case.

    Where its limit runs on after a decision that was taken back, also those before the decision.
    """
    own = [one for one in pauses if one.task_id == task.id]
    before = [one for one in pauses if one.task_id < task.id]
    began = task.limit_from
    earlier = [] if began is None else [one for one in before if one.begun_at >= began]
    return stopped_by([*earlier, *own], now=now)


def time_stopped(stops: Iterable[Stretch], calendar: OfficeCalendar) -> timedelta:
    """The office time in which the limit waited."""
    return sum((calendar.working_time_between(*one) for one in stops), NOTHING)


def lapses_after(
    started: datetime, limit: Limit | None, calendar: OfficeCalendar, stops: Stops
) -> datetime | None:
    """When a limit lapses that waited meanwhile; without *stops* as `lapses_at` has it.

    Minutes and hours move by the office time of the stops. Working days do so too, and then end
    with the business of that day, as they do without a stop: many short stops are added up before,
    and make one day at most. Calendar days move by what the wall clock counts, as they run.
    A limit that was over before it stopped is over by just as much afterwards.
    """
    due_at = lapses_at(started, limit, calendar)
    if due_at is None or limit is None or not stops:
        return due_at
    if limit.unit is LimitUnit.CALENDAR_DAYS:
        return due_at + sum((end - start for start, end in stops), NOTHING)
    stopped = time_stopped(stops, calendar)
    if not stopped:
        return due_at
    moved = calendar.add_working_time(due_at, stopped)
    if limit.unit is LimitUnit.WORKING_DAYS:
        return calendar.working_day_after(moved - _INSTANT, 0).closes_at
    return moved


def outlasts_at(until: date, calendar: OfficeCalendar) -> datetime:
    """The moment at which what was to last until a day has lasted longer: the next opening."""
    next_day = datetime.combine(until + timedelta(days=1), time(), calendar.tz)
    return calendar.next_opening(next_day)
