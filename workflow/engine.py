"""What one action changes: pure; case, act, person and moment in, the case after it out."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from workflow import rights
from workflow.case import Case, CaseState, Decision, Mark, Task
from workflow.errors import (
    AlreadyReminded,
    MarksRequired,
    NoteRequired,
    NothingToTake,
    TaskMoved,
    UnknownOutcome,
)
from workflow.ids import LaneId, PersonId, ServiceId, StepId, TaskId
from workflow.people import Who
from workflow.procedure import Outcome, Procedure, Step, StepKind, Way
from workflow.rights import Act
from workflow.side import TaskKind
from workflow.working_time import OfficeCalendar, lapses_at

REMINDER_PAUSE = timedelta(minutes=15)


class Happened(StrEnum):
    """What a decision meant for the case."""

    HANDED_ON = "handed_on"
    SENT_BACK = "sent_back"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTask:
    """A task about to be opened; storage gives it its number."""

    step: StepId
    lane: LaneId
    opened_at: datetime
    due_at: datetime | None
    limit_from: datetime | None = None
    holder_id: PersonId | None = None
    because: str = ""
    because_marks: tuple[Mark, ...] = ()
    # Of one beside the main task: under which it stands, and who asks as what.
    kind: TaskKind = TaskKind.MAIN
    below: TaskId | None = None
    asked_by: PersonId | None = None
    asked_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Everything one decision changes, ready to be saved at once."""

    case: Case
    done: Task
    opened: NewTask | None
    happened: Happened
    release: bool


def first_opening(
    procedure: Procedure,
    *,
    at: datetime,
    calendar: OfficeCalendar,
    service: ServiceId | None = None,
) -> NewTask:
    """The task that a new case begins with."""
    return _opening(procedure, procedure.first, service, at=at, calendar=calendar)


def correction_opening(
    procedure: Procedure,
    step: Step,
    *,
    at: datetime,
    calendar: OfficeCalendar,
    service: ServiceId | None = None,
) -> NewTask:
    """The task that the correction of a delivered answer begins with."""
    return _opening(procedure, step, service, at=at, calendar=calendar)


def ensure_may_act(task: Task, who: Who) -> None:
    """Raise the refusal that fits when *who* may not act on *task* now."""
    rights.ensure(Act.DECIDE, task, who)


def receive(task: Task, who: Who, *, at: datetime) -> Task:
    """Opening the card is receiving the file; the first to open it holds it. Idempotent.

    A file that was given to a colleague is received by the colleague, whoever else looks at it.
    """
    if task.received_at is not None or not rights.may(Act.RECEIVE, task, who):
        return task
    return replace(task, received_at=at, holder_id=who.person_id if who.alone else None)


def ensure_may_fill(task: Task, step: Step, who: Who) -> None:
    """Raise the refusal that fits when *who* may neither do this step nor help with its form."""
    rights.ensure(Act.FILL, task, who, helpers=step.helpers)


def take(task: Task, who: Who, *, at: datetime) -> Task:
    """Take over a file of one's own lane that a colleague holds."""
    rights.ensure(Act.TAKE, task, who)
    if task.holder_id == who.person_id:
        raise NothingToTake
    return replace(task, holder_id=who.person_id, received_at=task.received_at or at)


def give(task: Task, to: PersonId | None) -> Task:
    """Lay a file on a colleague's desk, or back into its lane; whoever gets it receives it anew."""
    rights.ensure_undone(task)
    return replace(task, holder_id=to, received_at=None, reminded_at=None)


def remind(task: Task, *, at: datetime) -> Task:
    """A superior's reminder; raise AlreadyReminded while the one before is still fresh."""
    last = task.reminded_at
    if last is not None and at < last + REMINDER_PAUSE:
        raise AlreadyReminded(reminded_at=last, again_at=last + REMINDER_PAUSE)
    return replace(task, reminded_at=at)


def begin_stamping(task: Task, who: Who, *, of: str, at: datetime, note: str = "") -> Task:
    """The press that asks for a signature or seal: the task waits until it is set.

    Kept with it are the person, the appointment in which they pressed, and a digest *of* what the
    paper is made from: the mark is set on that and in that capacity, or not at all. The *note* is
    what goes on with the file once it is set.
    """
    ensure_may_act(task, who)
    held = receive(task, who, at=at)
    appointed = None if who.appointment is None else who.appointment.id
    return replace(
        held,
        signing_since=at,
        signing_by=who.person_id,
        signing_as=appointed,
        signing_of=of,
        note=note,
    )


def stamping_failed(task: Task) -> Task:
    """The signature could not be set: the press may be made again."""
    return replace(
        task, signing_since=None, signing_by=None, signing_as=None, signing_of="", note=""
    )


def decide(
    case: Case,
    task: Task,
    decision: Decision,
    procedure: Procedure,
    who: Who,
    calendar: OfficeCalendar,
    *,
    given_to: PersonId | None = None,
) -> Change:
    """Apply *decision* to *task* and say where the file goes next.

    `given_to` is whose desk the file goes to: whoever did the step it goes back to, or the person
    whom this decision names.
    Raises a Refusal when the person, the moment, the outcome or the reason is not right.
    """
    ensure_may_act(task, who)
    return _apply(case, task, decision, procedure, calendar, given_to)


def finish_stamping(
    case: Case,
    task: Task,
    decision: Decision,
    procedure: Procedure,
    calendar: OfficeCalendar,
) -> Change:
    """Close a task whose signature or seal has been set, by whoever still has the right to it."""
    rights.ensure_not_done(task)
    if task.signing_since is None:
        raise TaskMoved
    return _apply(case, stamping_failed(task), decision, procedure, calendar, None)


def _apply(
    case: Case,
    task: Task,
    decision: Decision,
    procedure: Procedure,
    calendar: OfficeCalendar,
    given_to: PersonId | None,
) -> Change:
    if case.state is not CaseState.OPEN or case.step != task.step:
        raise TaskMoved
    step = procedure.step(task.step)
    outcome = step.outcomes.get(decision.outcome)
    if outcome is None:
        raise UnknownOutcome(outcome=decision.outcome)
    _ensure_reasoned(outcome, decision, procedure)
    done = replace(
        task,
        received_at=task.received_at or decision.at,
        holder_id=task.holder_id or decision.by,
        done_at=decision.at,
        done_by=decision.by,
        done_as=decision.title,
        outcome=decision.outcome,
        note=decision.note,
        marks=decision.marks,
    )
    opened = None
    if outcome.to is not None:
        step_ahead = procedure.step(outcome.to)
        opened = _opening(procedure, step_ahead, case.service, at=decision.at, calendar=calendar)
        opened = replace(opened, holder_id=given_to)
        if outcome.way is Way.BACK:
            opened = replace(opened, because=decision.note, because_marks=decision.marks)
    return Change(
        case=_moved(case, outcome, decision),
        done=done,
        opened=opened,
        happened=_happened(outcome),
        release=procedure.releases(step.id, decision.outcome),
    )


def _ensure_reasoned(outcome: Outcome, decision: Decision, procedure: Procedure) -> None:
    if outcome.note_required and not decision.note.strip():
        raise NoteRequired(outcome=decision.outcome)
    if outcome.way is not Way.BACK or outcome.to is None:
        return
    target = procedure.step(outcome.to)
    goes_to_form = target.kind is StepKind.SUBMIT and procedure.lanes[target.lane].applicant
    if goes_to_form and not decision.marks:
        raise MarksRequired


def _opening(
    procedure: Procedure,
    step: Step,
    service: ServiceId | None,
    *,
    at: datetime,
    calendar: OfficeCalendar,
) -> NewTask:
    return NewTask(
        step=step.id,
        lane=procedure.lane_of(step, service),
        opened_at=at,
        due_at=lapses_at(at, procedure.limit_of(step, service), calendar),
    )


def _moved(case: Case, outcome: Outcome, decision: Decision) -> Case:
    if outcome.to is not None:
        return replace(case, step=outcome.to)
    ended = CaseState.REFUSED if outcome.way is Way.REFUSE else CaseState.FINISHED
    return replace(case, step=None, state=ended, ended_at=decision.at)


def _happened(outcome: Outcome) -> Happened:
    if outcome.way is Way.BACK:
        return Happened.SENT_BACK
    if outcome.to is not None:
        return Happened.HANDED_ON
    return Happened.REFUSED if outcome.way is Way.REFUSE else Happened.FINISHED
