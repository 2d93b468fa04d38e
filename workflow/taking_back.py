"""Taking a decision back: until when it may be undone, and what undoing it changes. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from workflow.case import Case, CaseState, Task
from workflow.engine import NewTask
from workflow.errors import (
    CaseWithdrawn,
    DecisionWentOut,
    NextHasReceived,
    NoDecisionToTakeBack,
    TaskMoved,
    TaskTakenBack,
    TooLateToTakeBack,
)
from workflow.ids import PersonId
from workflow.procedure import Procedure, Step, StepKind, Way
from workflow.working_time import OfficeCalendar

# Office time in which a return to the applicant, or an end, may still be undone.
WITHIN = timedelta(minutes=15)
# What leaves the house with the act itself, or is no decision about somebody else's work.
_GOES_OUT = frozenset(
    {
        *(StepKind.SUBMIT, StepKind.SIGN, StepKind.REGISTER, StepKind.DELIVER),
        *(StepKind.ACKNOWLEDGE, StepKind.APPOINT, StepKind.BACKUP),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """Everything that taking one decision back changes, ready to be saved at once."""

    case: Case
    undone: Task
    # What the decision had opened, and nobody had received; nothing where it ended the case.
    recalled: Task | None
    opened: NewTask


def undoable_until(
    task: Task, tasks: Sequence[Task], procedure: Procedure, case: Case, calendar: OfficeCalendar
) -> datetime | None:
    """The moment until which a decision may be undone; nothing where only the next holder ends it.

    Raises the refusal that fits where it may not be undone any more, whatever the time: nothing
    was decided, it went out of the house, the next holder has received the file.
    """
    if task.undone_at is not None:
        raise TaskTakenBack(by=task.done_as, at=task.undone_at)
    if task.done_at is None or task.outcome is None:
        raise NoDecisionToTakeBack
    after = [one for one in tasks if one.id > task.id]
    if len(after) > 1:
        raise TaskMoved
    step = procedure.step(task.step)
    if goes_out(step, task, procedure):
        raise DecisionWentOut
    if not after:
        return calendar.add_working_time(task.done_at, WITHIN)
    following = after[0]
    if following.done_at is not None and following.left_as is not None:
        raise CaseWithdrawn(at=following.done_at)
    if following.received_at is not None or not following.is_open:
        raise NextHasReceived(received_at=following.received_at or task.done_at)
    waits = procedure.waits_for_applicant(procedure.step(following.step), case.service)
    return calendar.add_working_time(task.done_at, WITHIN) if waits else None


def goes_out(step: Step, task: Task, procedure: Procedure) -> bool:
    """Whether an act left the house: signed, sealed, numbered, archived, or given out."""
    if task.outcome is None or step.outcomes[task.outcome].way is not Way.FORWARD:
        return False
    if step.kind in _GOES_OUT or step.archives or step.signs or step.numbers:
        return True
    return procedure.releases(step.id, task.outcome)


def take_back(
    task: Task,
    tasks: Sequence[Task],
    procedure: Procedure,
    case: Case,
    calendar: OfficeCalendar,
    *,
    by: PersonId,
    at: datetime,
) -> Undoing:
    """Undo a decision; raises the refusal that fits where it cannot be.

    The file comes back to whoever decided, at the moment of the undoing and with the limit that
    ran before: no decision is a way to win time.
    """
    until = undoable_until(task, tasks, procedure, case, calendar)
    if until is not None and at > until:
        raise TooLateToTakeBack(until=until)
    following = next((one for one in tasks if one.id > task.id), None)
    recalled = None
    if following is not None:
        recalled = replace(
            following, done_at=at, done_as=task.done_as, undone_at=at, undone_by=by, holder_id=None
        )
    return Undoing(
        case=replace(case, step=task.step, state=CaseState.OPEN, ended_at=None),
        undone=replace(task, undone_at=at, undone_by=by),
        recalled=recalled,
        opened=NewTask(
            step=task.step,
            lane=task.lane,
            opened_at=at,
            due_at=task.due_at,
            limit_from=task.limit_began,
            holder_id=by,
            because=task.because,
            because_marks=task.because_marks,
        ),
    )
