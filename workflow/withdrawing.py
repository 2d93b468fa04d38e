"""A request that its applicant leaves: withdrawn, or lapsed and perhaps opened again. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from workflow.case import Case, CaseState, Task
from workflow.engine import Change, Happened, NewTask
from workflow.errors import (
    CaseLapsed,
    CaseWithdrawn,
    NotLapsed,
    ReopenTooLate,
    TaskMoved,
    WithdrawTooLate,
)
from workflow.ids import PersonId
from workflow.in_force import is_signed
from workflow.procedure import Procedure, StepKind

# How long after it lapsed a request is opened again by one press.
REOPENED_WITHIN = timedelta(days=30)
# Why a number that was reserved for its letter stays unused, as the lists of the office have it.
WHY = {
    CaseState.WITHDRAWN: "Permohonan dicabut oleh pemohon",
    CaseState.LAPSED: "Permohonan gugur: tidak diperbaiki oleh pemohon",
}
_HAPPENED = {CaseState.WITHDRAWN: Happened.WITHDRAWN, CaseState.LAPSED: Happened.LAPSED}


def ensure_withdrawable(case: Case, tasks: Sequence[Task], procedure: Procedure) -> None:
    """Raise the refusal that fits where a request has ended, or its answer is or will be signed."""
    ended_at = case.ended_at or case.opened_at
    if case.state is CaseState.WITHDRAWN:
        raise CaseWithdrawn(at=ended_at)
    if case.state is CaseState.LAPSED:
        raise CaseLapsed(at=ended_at)
    signed = any(is_signed(kind, tasks, procedure) for kind in procedure.papers)
    if case.state is not CaseState.OPEN or signed or tasks[-1].signing_since is not None:
        raise WithdrawTooLate


def can_lapse(procedure: Procedure, task: Task | NewTask) -> bool:
    """Whether it was sent back to be repaired by its applicant, or at the counter for them."""
    step = procedure.step(task.step)
    return step.kind is StepKind.SUBMIT and procedure.lanes[task.lane].applicant


def leave(case: Case, task: Task, state: CaseState, *, by: PersonId | None, at: datetime) -> Change:
    """End a case while it lies undecided; raises TaskMoved where it lies no more."""
    if case.state is not CaseState.OPEN or not task.is_open or case.step != task.step:
        raise TaskMoved
    return Change(
        case=replace(case, step=None, state=state, ended_at=at),
        done=replace(task, done_at=at, done_by=by),
        opened=None,
        happened=_HAPPENED[state],
        release=False,
    )


def reopening(case: Case, task: Task, *, at: datetime) -> tuple[Case, NewTask]:
    """Open a lapsed case again where it was left; raises NotLapsed or ReopenTooLate.

    It was the applicant's all the while, so the kartu kendali goes on where it stopped; the days
    until it may lapse again are counted from now.
    """
    if case.state is not CaseState.LAPSED or task.done_at is None:
        raise NotLapsed
    if at - task.done_at > REOPENED_WITHIN:
        raise ReopenTooLate(until=task.done_at + REOPENED_WITHIN)
    opened = NewTask(
        step=task.step,
        lane=task.lane,
        opened_at=task.done_at,
        due_at=None,
        limit_from=at,
        because=task.because,
        because_marks=task.because_marks,
    )
    return replace(case, step=task.step, state=CaseState.OPEN, ended_at=None), opened
