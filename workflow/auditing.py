"""Whether what the books say of one case agrees with itself: state, tasks, card and time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from workflow.case import Case, CaseState, Task
from workflow.errors import ProcedureError
from workflow.flaws import Flaw, FlawKind
from workflow.kartu_kendali import entries, replay
from workflow.office import Office
from workflow.pauses import Pause
from workflow.procedure import Procedure
from workflow.side import TaskKind
from workflow.working_time import OfficeCalendar

# What was asked beside a file ends with it; what its applicant asked the office may outlive it.
_ENDS_WITH_ITS_CASE = (TaskKind.QUESTION, TaskKind.CONSULTATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """A case as the books have it at one moment."""

    case: Case
    main: Sequence[Task]  # in the order of their opening
    beside: Sequence[Task]
    pauses: Sequence[Pause]


def flaws_of(
    one: Audited, procedure: Procedure, office: Office, calendar: OfficeCalendar, *, now: datetime
) -> Iterator[Flaw]:
    """What is wrong with a case; nothing for one in good order."""
    yield from _open_tasks(one)
    yield from _beside(one)
    yield from _pauses(one)
    if not one.main:
        return
    backwards = [*_backwards(one), *_handed_over(one)]
    yield from backwards
    try:
        yield from _stands(one, procedure)
        if not backwards:
            yield from _sum(one, procedure, office, calendar, now)
    except (ProcedureError, LookupError):
        yield _flaw(FlawKind.CARD_BROKEN, one)


def _open_tasks(one: Audited) -> Iterator[Flaw]:
    """An open case has exactly one open main task; one that has ended has none, and a date."""
    opened = [task for task in one.main if task.is_open]
    is_open = one.case.state is CaseState.OPEN
    if is_open and not opened:
        yield _flaw(FlawKind.NO_MAIN_TASK, one)
    if is_open and len(opened) > 1:
        yield _flaw(FlawKind.TWO_MAIN_TASKS, one, count=len(opened))
    if not is_open and opened:
        yield _flaw(FlawKind.TASK_AFTER_END, one, task=opened[0].id)
    if is_open is (one.case.ended_at is not None):
        yield _flaw(FlawKind.END_UNDATED, one)


def _beside(one: Audited) -> Iterator[Flaw]:
    main = {task.id for task in one.main}
    ended = one.case.state is not CaseState.OPEN
    for task in one.beside:
        if task.below is not None and task.below not in main:
            yield _flaw(FlawKind.BESIDE_ASTRAY, one, task=task.id)
        elif ended and task.is_open and task.kind in _ENDS_WITH_ITS_CASE:
            yield _flaw(FlawKind.TASK_AFTER_END, one, task=task.id)


def _pauses(one: Audited) -> Iterator[Flaw]:
    """A pause belongs to a main task of the case; while it lasts the task names it."""
    lasting = {pause.task_id: pause.id for pause in one.pauses if pause.is_open}
    for task in one.main:
        if task.pause_id != lasting.get(task.id):
            yield _flaw(FlawKind.PAUSE_ASTRAY, one, task=task.id)
    main = {task.id for task in one.main}
    for pause in one.pauses:
        if pause.task_id not in main:
            yield _flaw(FlawKind.PAUSE_ASTRAY, one, task=pause.task_id)


def _backwards(one: Audited) -> Iterator[Flaw]:
    for task in one.main:
        moments = [task.opened_at, task.received_at, task.done_at]
        known = [moment for moment in moments if moment is not None]
        if known != sorted(known):
            yield _flaw(FlawKind.TIME_BACKWARDS, one, task=task.id)
    first = one.main[0]
    if not first.opened_at <= one.case.opened_at <= (first.done_at or one.case.opened_at):
        yield _flaw(FlawKind.TIME_BACKWARDS, one, task=first.id)


def _handed_over(one: Audited) -> Iterator[Flaw]:
    """A step is opened in the moment in which the one before it was done."""
    for before, after in pairwise(one.main):
        if before.done_at is not None and before.done_at != after.opened_at:
            yield _flaw(FlawKind.TIME_TORN, one, task=after.id)


def _stands(one: Audited, procedure: Procedure) -> Iterator[Flaw]:
    """Where the case stands follows from its card."""
    step, state = replay(one.main, procedure)
    if (step, state) != (one.case.step, one.case.state):
        yield _flaw(
            FlawKind.STANDS_ELSEWHERE,
            one,
            step=one.case.step or "-",
            state=one.case.state.value,
            card_step=step or "-",
            card_state=state.value,
        )


def _sum(
    one: Audited, procedure: Procedure, office: Office, calendar: OfficeCalendar, now: datetime
) -> Iterator[Flaw]:
    """All that the card counts is together what passed from its first row to the end.

    That row begins with the form, and the case when it is handed in.
    """
    rows = entries(
        one.main,
        procedure,
        office,
        calendar,
        now=now,
        service=one.case.service,
        pauses=one.pauses,
    )
    counted = sum((row.waiting + row.working + row.held + row.outside for row in rows), timedelta())
    end = one.case.ended_at or now
    life = end.replace(microsecond=0) - one.main[0].opened_at.replace(microsecond=0)
    if counted != life:
        yield _flaw(FlawKind.SUM_WRONG, one, counted=_clock(counted), life=_clock(life))


def _clock(span: timedelta) -> str:
    """Hours, minutes and seconds, however many hours: "26:03:00"."""
    seconds = abs(span) // timedelta(seconds=1)
    sign = "-" if span < timedelta() else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def _flaw(kind: FlawKind, one: Audited, **facts: str | int) -> Flaw:
    return Flaw(kind, {"number": one.case.number, **facts})
