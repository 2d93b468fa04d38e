"""The kartu kendali: who held the file, from when to when."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workflow.case import CaseState, Task
from workflow.errors import ProcedureError
from workflow.ids import ServiceId, StepId, TaskId
from workflow.office import Office
from workflow.pauses import Pause, Whose, lapses_after, stopped_by, stops_of
from workflow.procedure import Procedure, Step, Way
from workflow.titles import lane_title
from workflow.working_time import NOTHING, OfficeCalendar

Spent = Callable[[datetime, datetime], timedelta]


@dataclass(frozen=True, slots=True, kw_only=True)
class KartuKendaliEntry:
    """One hand-over: who gave, who received and when, and how long it lay and was worked on.

    Waiting, working, *held* for a system outside the office, and *outside* office hours are whole
    seconds, and together what passed by the wall clock. So the entries of a case add up to its
    life, to the second.

    A pause for which the limit waits splits its task: a row before it, one of its own, a row after
    it. Only the *first* says who gave the file, and only the *last* how the task ended and whether
    its limit was kept.
    """

    task_id: TaskId
    step: StepId
    handed_over_by: str
    handed_over_at: datetime
    received_by: str
    received_at: datetime | None
    due_at: datetime | None
    done_at: datetime | None
    outcome: str
    note: str
    by_applicant: bool
    waiting: timedelta
    working: timedelta
    outside: timedelta
    # Past the limit, counted like waiting and working; less than nothing before it.
    over: timedelta | None
    # How the case ended here without a decision.
    left_as: CaseState | None = None
    # A decision that was taken back; or, *recalled*, what it had opened and nobody received.
    undone_at: datetime | None = None
    recalled: bool = False
    held: timedelta = NOTHING
    # Of the row of a pause: which.
    pause: Pause | None = None
    # Holds that were asked for in this row, and for which the limit did not wait.
    unstopped: tuple[Pause, ...] = ()
    first: bool = True
    last: bool = True

    @property
    def taken_here(self) -> bool:
        """Whether it was received in this very row, and not in one before it of the same task."""
        if self.received_at is None:
            return False
        return self.first or self.received_at > self.handed_over_at


def entries(
    tasks: Sequence[Task],
    procedure: Procedure,
    office: Office,
    calendar: OfficeCalendar,
    *,
    now: datetime,
    service: ServiceId | None = None,
    pauses: Sequence[Pause] = (),
) -> tuple[KartuKendaliEntry, ...]:
    """Draw up the card from a case's tasks, in the order they were opened.

    Waiting runs from hand-over to receipt and working from receipt to the decision, both in the
    office's working time. An applicant keeps no hours: while a file waits for its applicant, at
    home or at the counter, its rows run by the wall clock, and nobody is late.
    """
    rows: list[KartuKendaliEntry] = []
    giver = ""
    for task in tasks:
        drawn = _Drawn(task, procedure, office, calendar, service, now, pauses)
        first, *others = drawn.rows()
        rows += [replace(first, handed_over_by=giver), *others]
        giver = task.done_as if is_recalled(task) else first.received_by
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The rows of one task, among the pauses of its case."""

    task: Task
    procedure: Procedure
    office: Office
    calendar: OfficeCalendar
    service: ServiceId | None
    now: datetime
    of_case: Sequence[Pause]

    def rows(self) -> list[KartuKendaliEntry]:
        drawn = list(self._parts())
        drawn[0] = replace(drawn[0], handed_over_at=self.task.opened_at, first=True)
        drawn[-1] = self._ended(drawn[-1])
        return drawn

    def _parts(self) -> Iterator[KartuKendaliEntry]:
        """What lies between the pauses, and the pauses; what took no time at all is no row."""
        at, until = _second(self.task.opened_at), self._until
        for pause, start, end in self._stops():
            if start > at:
                yield self._worked(at, start)
            yield self._paused(pause, max(at, start), max(at, end))
            at = max(at, end)
        if until > at or at == _second(self.task.opened_at):
            yield self._worked(at, until)

    def _stops(self) -> Iterator[tuple[Pause, datetime, datetime]]:
        for pause in self._pauses:
            for start, end in stopped_by([pause], now=self._until):
                yield pause, _second(start), min(_second(end), self._until)

    def _worked(self, start: datetime, end: datetime) -> KartuKendaliEntry:
        """A stretch in which the file lay with whoever has it, and the limit ran."""
        taken = None if self.task.received_at is None else _second(self.task.received_at)
        received = end if taken is None else min(max(taken, start), end)
        waiting, working = self._spent(start, received), self._spent(received, end)
        return replace(
            self._row(start, end),
            received_at=self._received_at(start, end),
            waiting=waiting,
            working=working,
            outside=end - start - waiting - working,
            unstopped=self._unstopped(start, end),
        )

    def _received_at(self, start: datetime, end: datetime) -> datetime | None:
        taken = self.task.received_at
        if taken is None or _second(taken) > end:
            return None
        return taken if _second(taken) >= start else start

    def _paused(self, pause: Pause, start: datetime, end: datetime) -> KartuKendaliEntry:
        """A stretch in which the limit waited, as the time of whoever it waited for."""
        if pause.whose is Whose.APPLICANT:
            return replace(
                self._row(start, end), pause=pause, by_applicant=True, waiting=end - start
            )
        passed = self.calendar.working_time_between(start, end)
        outside = end - start - passed
        if pause.whose is Whose.SYSTEM:
            return replace(self._row(start, end), pause=pause, held=passed, outside=outside)
        return replace(self._row(start, end), pause=pause, waiting=passed, outside=outside)

    def _row(self, start: datetime, end: datetime) -> KartuKendaliEntry:
        """What is the same in all rows of the task; *start* and *end* are all that it knows."""
        running = self.task.done_at is None and end == self._until
        return KartuKendaliEntry(
            task_id=self.task.id,
            step=self.task.step,
            handed_over_by="",
            handed_over_at=start,
            received_by=self._title,
            received_at=None,
            due_at=None,
            done_at=None if running else end,
            outcome="",
            note="",
            by_applicant=self._by_applicant,
            waiting=NOTHING,
            working=NOTHING,
            outside=NOTHING,
            over=None,
            first=False,
            last=False,
        )

    def _ended(self, row: KartuKendaliEntry) -> KartuKendaliEntry:
        """The last row of the task: what came of it, and by when it was due."""
        task = self.task
        outcome = "" if task.outcome is None else self._step.outcomes[task.outcome].label
        due_at, stopped_at = self._due()
        over = None
        if due_at is not None and not self._by_applicant:
            over = self._spent(due_at, stopped_at)
        return replace(
            row,
            due_at=due_at,
            done_at=task.done_at,
            outcome=outcome,
            note=task.note,
            over=over,
            left_as=task.left_as,
            undone_at=task.undone_at,
            recalled=is_recalled(task),
            last=True,
        )

    def _due(self) -> tuple[datetime | None, datetime]:
        """By when it is due, and until when its limit has run.

        While the limit waits the books have no moment: it is what it was when it stopped.
        """
        waiting = next((one for one in self._pauses if one.is_open and one.stops_limit), None)
        if waiting is None or waiting.stopped_at is None:
            return self.task.due_at, self._until
        others = [one for one in self.of_case if one is not waiting]
        before = stops_of(self.task, others, now=self.now)
        limit = self.procedure.limit_of(self._step, self.service)
        due_at = lapses_after(self.task.limit_began, limit, self.calendar, before)
        return due_at, _second(waiting.stopped_at)

    def _unstopped(self, start: datetime, end: datetime) -> tuple[Pause, ...]:
        """Holds that were asked for here, before a superior agreed or without."""
        return tuple(
            one
            for one in self._pauses
            if one.stopped_at != one.begun_at and start <= _second(one.begun_at) <= end
        )

    @property
    def _pauses(self) -> list[Pause]:
        return [one for one in self.of_case if one.task_id == self.task.id]

    @property
    def _spent(self) -> Spent:
        return _wall_time if self._by_applicant else self.calendar.working_time_between

    @property
    def _by_applicant(self) -> bool:
        return self.procedure.waits_for_applicant(self._step, self.service)

    @property
    def _step(self) -> Step:
        return self.procedure.step(self.task.step)

    @property
    def _title(self) -> str:
        lane = lane_title(self.office, self.procedure, self.task.lane)
        return lane if is_recalled(self.task) else self.task.done_as or lane

    @property
    def _until(self) -> datetime:
        return _second(self.task.done_at or self.now)


def is_recalled(task: Task) -> bool:
    """Whether it was opened by a decision that was taken back before anybody received it."""
    return task.undone_at is not None and task.outcome is None


def replay(tasks: Sequence[Task], procedure: Procedure) -> tuple[StepId | None, CaseState]:
    """Follow the card from its first row and return where the case must stand.

    A decision that was taken back leads nowhere: the file stands again where it was made. So it
    does after its applicant left it, where it was opened again.
    Raises ProcedureError when the rows do not follow from each other.
    """
    position: StepId | None = procedure.first.id
    state = CaseState.OPEN
    for task in tasks:
        if is_recalled(task):
            continue
        if task.step != position:
            raise ProcedureError(f"the card shows step {task.step} where {position} must follow")
        if task.left_as is not None:
            if task is tasks[-1]:
                return None, task.left_as
            continue
        if task.outcome is None:
            if task is not tasks[-1]:
                raise ProcedureError(f"the card goes on behind step {position}, still undecided")
            return position, state
        if task.undone_at is not None:
            continue
        outcome = procedure.step(task.step).outcomes[task.outcome]
        position = outcome.to
        if position is None:
            state = CaseState.REFUSED if outcome.way is Way.REFUSE else CaseState.FINISHED
    return position, state


def _second(at: datetime) -> datetime:
    """The second that a clock on the wall shows."""
    return at.replace(microsecond=0)


def _wall_time(start: datetime, end: datetime) -> timedelta:
    return end - start
