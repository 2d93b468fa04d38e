"""The kartu kendali: who held the file, from when to when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from workflow.case import CaseState, Task
from workflow.errors import ProcedureError
from workflow.ids import ServiceId, StepId, TaskId
from workflow.office import Office
from workflow.procedure import Procedure, Way
from workflow.titles import lane_title
from workflow.working_time import OfficeCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class KartuKendaliEntry:
    """One hand-over: who gave, who received and when, and how long it lay and was worked on.

    Waiting, working and *outside* office hours are whole seconds, and together what passed by
    the wall clock. So the entries of a case add up to its life, to the second.
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
    # A decision that was taken back; or, *recalled*, what it had opened and nobody received.
    undone_at: datetime | None = None
    recalled: bool = False


def entries(
    tasks: Sequence[Task],
    procedure: Procedure,
    office: Office,
    calendar: OfficeCalendar,
    *,
    now: datetime,
    service: ServiceId | None = None,
) -> tuple[KartuKendaliEntry, ...]:
    """Draw up the card from a case's tasks, in the order they were opened.

    Waiting runs from hand-over to receipt and working from receipt to the decision, both in the
    office's working time. An applicant keeps no hours: while a file waits for its applicant, at
    home or at the counter, its rows run by the wall clock, and nobody is late.
    """
    rows: list[KartuKendaliEntry] = []
    giver = ""
    for task in tasks:
        by_applicant = procedure.waits_for_applicant(procedure.step(task.step), service)
        spent = _wall_time if by_applicant else calendar.working_time_between
        lane, recalled = lane_title(office, procedure, task.lane), is_recalled(task)
        title = lane if recalled else task.done_as or lane
        rows.append(
            _entry(
                task,
                procedure,
                giver=giver,
                receiver=title,
                by_applicant=by_applicant,
                spent=spent,
                now=now,
            )
        )
        giver = task.done_as if recalled else title
    return tuple(rows)


def _entry(
    task: Task,
    procedure: Procedure,
    *,
    giver: str,
    receiver: str,
    by_applicant: bool,
    spent: Callable[[datetime, datetime], timedelta],
    now: datetime,
) -> KartuKendaliEntry:
    outcomes = procedure.step(task.step).outcomes
    opened, until = _second(task.opened_at), _second(task.done_at or now)
    received = until if task.received_at is None else _second(task.received_at)
    waiting, working = spent(opened, received), spent(received, until)
    return KartuKendaliEntry(
        task_id=task.id,
        step=task.step,
        handed_over_by=giver,
        handed_over_at=task.opened_at,
        received_by=receiver,
        received_at=task.received_at,
        due_at=task.due_at,
        done_at=task.done_at,
        outcome="" if task.outcome is None else outcomes[task.outcome].label,
        note=task.note,
        by_applicant=by_applicant,
        waiting=waiting,
        working=working,
        outside=until - opened - waiting - working,
        over=_over(task, by_applicant, until, spent),
        undone_at=task.undone_at,
        recalled=is_recalled(task),
    )


def is_recalled(task: Task) -> bool:
    """Whether it was opened by a decision that was taken back before anybody received it."""
    return task.undone_at is not None and task.outcome is None


def replay(tasks: Sequence[Task], procedure: Procedure) -> tuple[StepId | None, CaseState]:
    """Follow the card from its first row and return where the case must stand.

    A decision that was taken back leads nowhere: the file stands again where it was made.
    Raises ProcedureError when the rows do not follow from each other.
    """
    position: StepId | None = procedure.first.id
    state = CaseState.OPEN
    for task in tasks:
        if is_recalled(task):
            continue
        if task.step != position:
            raise ProcedureError(f"the card shows step {task.step} where {position} must follow")
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


def _over(
    task: Task,
    by_applicant: bool,
    until: datetime,
    spent: Callable[[datetime, datetime], timedelta],
) -> timedelta | None:
    return None if by_applicant or task.due_at is None else spent(task.due_at, until)


def _second(at: datetime) -> datetime:
    """The second that a clock on the wall shows."""
    return at.replace(microsecond=0)


def _wall_time(start: datetime, end: datetime) -> timedelta:
    return end - start
