"""Who may do what with a file: everything that decides a right lives in this module.

One table says for each act who may do it, in which state of the task. Who somebody is to a file,
their relations, is found out from the books by `workflow/queries/rights.py` on every action; the
table alone says what follows, and `ensure` which refusal it is when nothing does.
"""

from collections.abc import Collection, Mapping, Sequence, Set
from enum import StrEnum

from workflow.case import Case, CaseState, Task
from workflow.errors import (
    AccessNotGranted,
    BeingSigned,
    CaseLapsed,
    CaseWithdrawn,
    NoDecisionToTakeBack,
    NotForYou,
    NotYourTask,
    OwnParaf,
    OwnRequest,
    Refusal,
    TaskAlreadyDone,
    TaskHeld,
    TaskTakenBack,
)
from workflow.ids import LaneId, PersonId
from workflow.in_force import parafs_in_force
from workflow.people import Barred, Relation, Who
from workflow.procedure import Procedure, Step, StepKind


class Act(StrEnum):
    """What can be done with a file."""

    SEE = "see"
    RECEIVE = "receive"
    READ = "read"
    READ_NUMBERS = "read_numbers"  # of persons, whole
    FILL = "fill"
    DECIDE = "decide"
    SET_MARK = "set_mark"  # the signature or seal that was ordered by a press
    TAKE = "take"
    REMIND = "remind"
    GIVE = "give"
    NAME = "name"
    KARTU_KENDALI = "kartu_kendali"
    FIND = "find"
    FOLLOW = "follow"
    FETCH = "fetch"  # have its own papers and files sent again
    UNLINK = "unlink"
    TAKE_BACK = "take_back"  # one's own decision
    HOLD = "hold"
    AGREE = "agree"  # that a limit waits for a hold in somebody's own words
    LIFT = "lift"  # go on with what is on hold
    ASK = "ask"  # the applicant, while the file stays
    UNASK = "unask"  # withdraw that question
    ANSWER = "answer"  # it
    CONSULT = "consult"  # another jabatan, while the file stays
    ADVISE = "advise"  # answer that, of the consultation itself
    ENQUIRE = "enquire"  # ask the office about it
    REPLY = "reply"  # answer that, of the question itself
    CORRECT = "correct"  # have the answer that was delivered corrected
    WITHDRAW = "withdraw"  # the request
    RATE = "rate"  # the service, once its answer was delivered
    REOPEN = "reopen"  # a request that lapsed


class State(StrEnum):
    """How far the task is that the file lies in."""

    OPEN = "open"
    SIGNING = "signing"
    DONE = "done"


_ALL = frozenset(State)
_OPEN = frozenset({State.OPEN})
_UNDONE = frozenset({State.OPEN, State.SIGNING})

# To whom of the office it is open that there is a file, where it lies and who held it.
_KNOWING: Mapping[Relation, frozenset[State]] = dict.fromkeys(
    (
        Relation.HOLDER,
        Relation.COLLEAGUE,
        Relation.BARRED,
        Relation.UNGRANTED,
        Relation.HELPER,
        Relation.LANE,
        Relation.DID,
        Relation.ACTED,
        Relation.GRANTER,
        Relation.SUPERIOR,
        Relation.ABOVE,
        Relation.COUNTER,
    ),
    _ALL,
)

RIGHTS: Mapping[Act, Mapping[Relation, frozenset[State]]] = {
    Act.SEE: {
        Relation.HOLDER: _ALL,
        Relation.COLLEAGUE: _ALL,
        Relation.BARRED: _ALL,
        Relation.HELPER: _ALL,
        Relation.DID: frozenset({State.DONE}),
        Relation.ADVISER: _ALL,
    },
    Act.RECEIVE: {Relation.HOLDER: _OPEN},
    Act.READ: {
        Relation.HOLDER: _ALL,
        Relation.COLLEAGUE: _ALL,
        Relation.BARRED: _ALL,
        Relation.HELPER: _ALL,
        Relation.LANE: _ALL,
    },
    Act.READ_NUMBERS: {Relation.HOLDER: _OPEN, Relation.HELPER: _OPEN},
    Act.FILL: {Relation.HOLDER: _OPEN, Relation.HELPER: _OPEN},
    Act.DECIDE: {Relation.HOLDER: _OPEN},
    Act.SET_MARK: {Relation.HOLDER: frozenset({State.SIGNING})},
    Act.TAKE: {Relation.COLLEAGUE: _OPEN, Relation.HOLDER: _OPEN},
    Act.REMIND: {Relation.SUPERIOR: _UNDONE},
    Act.GIVE: {Relation.HOLDER: _OPEN, Relation.SUPERIOR: _OPEN, Relation.GRANTER: _OPEN},
    Act.NAME: {Relation.GRANTER: _OPEN},
    Act.KARTU_KENDALI: {**_KNOWING, Relation.AUDITOR: _ALL},
    Act.FIND: {**_KNOWING, Relation.APPLICANT: _ALL, Relation.AUDITOR: _ALL},
    Act.FOLLOW: {Relation.APPLICANT: _ALL},
    Act.FETCH: {Relation.APPLICANT: _ALL, Relation.PROXY: _ALL},
    Act.UNLINK: {Relation.COUNTER: _ALL},
    Act.TAKE_BACK: {Relation.DECIDED: frozenset({State.DONE})},
    Act.HOLD: {Relation.HOLDER: _OPEN},
    Act.AGREE: {Relation.SUPERIOR: _OPEN},
    Act.LIFT: {Relation.HOLDER: _OPEN, Relation.SUPERIOR: _OPEN},
    Act.ASK: {Relation.HOLDER: _OPEN},
    Act.UNASK: {Relation.HOLDER: _OPEN},
    Act.ANSWER: {Relation.APPLICANT: _ALL, Relation.PROXY: _ALL},
    Act.CONSULT: {Relation.HOLDER: _OPEN},
    Act.ADVISE: {Relation.ADVISER: _OPEN},
    Act.ENQUIRE: {Relation.APPLICANT: _ALL, Relation.PROXY: _ALL},
    Act.REPLY: {Relation.ADVISER: _OPEN},
    Act.CORRECT: {Relation.APPLICANT: _ALL, Relation.PROXY: _ALL},
    Act.WITHDRAW: {Relation.APPLICANT: _ALL, Relation.PROXY: _ALL},
    Act.RATE: {Relation.APPLICANT: _ALL, Relation.PROXY: _ALL},
    Act.REOPEN: {Relation.APPLICANT: _ALL, Relation.PROXY: _ALL},
}


# What another person looks at than whoever asked for it.
LOOKED_AT = frozenset({StepKind.VERIFY, StepKind.PARAF, StepKind.SIGN})
_INSIDE = frozenset({Relation.HOLDER, Relation.COLLEAGUE, Relation.BARRED, Relation.HELPER})


def state_of(task: Task) -> State:
    if task.done_at is not None:
        return State.DONE
    return State.OPEN if task.signing_since is None else State.SIGNING


def relations(task: Task, who: Who, *, helpers: Collection[LaneId] = ()) -> frozenset[Relation]:
    """What *who* is to *task*: a stranger, where nothing else."""
    found = set(who.also)
    if task.lane in who.lanes:
        found |= _where_it_lies(task, who)
    elif who.ungranted:
        found.add(Relation.UNGRANTED)
        if task.lane in who.ungranted and task.done_by == who.person_id:
            found.add(Relation.DECIDED)  # the access went with the file
    if any(lane in who.lanes for lane in helpers):
        found.add(Relation.HELPER)
    return frozenset(found) or frozenset({Relation.STRANGER})


def _where_it_lies(task: Task, who: Who) -> set[Relation]:
    decided = {Relation.DECIDED} if task.done_by == who.person_id else set()
    if who.barred is not None:
        return {Relation.BARRED, *decided}
    mine = task.holder_id in {None, who.person_id}
    return {Relation.HOLDER if mine else Relation.COLLEAGUE, *decided}


def allowed(act: Act, found: Set[Relation], state: State) -> bool:
    """What the table says."""
    return any(state in states for one, states in RIGHTS[act].items() if one in found)


def may(act: Act, task: Task, who: Who, *, helpers: Collection[LaneId] = ()) -> bool:
    return allowed(act, relations(task, who, helpers=helpers), state_of(task))


def ensure(act: Act, task: Task, who: Who, *, helpers: Collection[LaneId] = ()) -> None:
    """Raise the refusal that fits when *who* may not do this to *task* now."""
    found = relations(task, who, helpers=helpers)
    if not allowed(act, found, state_of(task)):
        raise _refusal(act, task, who, found)


def ensure_ever(act: Act, task: Task, who: Who) -> None:
    """As `ensure`, of what is done from outside the lane: whoever never may is told only that.

    Whoever may at another time is told how far the task is.
    """
    found = relations(task, who)
    if not any(allowed(act, found, state) for state in State):
        raise NotForYou
    if not allowed(act, found, state_of(task)):
        raise _how_far(task)


def ensure_open(act: Act, task: Task, who: Who, *, helpers: Collection[LaneId] = ()) -> None:
    """As `ensure`, of what is only looked at: nothing of the file is told to whom it is shut."""
    if may(act, task, who, helpers=helpers):
        return
    by_grant = task.lane in who.ungranted if act is Act.SEE else bool(who.ungranted)
    raise AccessNotGranted if by_grant else NotForYou


def ensure_not_done(task: Task) -> None:
    """Raise what says who was first, and when."""
    if task.done_at is not None:
        raise _how_far(task)


def ensure_undone(task: Task) -> None:
    """Raise what says how far the task is, unless it lies open and nothing is being set on it."""
    if state_of(task) is not State.OPEN:
        raise _how_far(task)


def overlap(
    person_id: PersonId,
    case: Case,
    tasks: Sequence[Task],
    procedure: Procedure,
    step: Step,
    lane: LaneId,
) -> Barred | None:
    """Which of two acts that are to be two persons' would be one person's at this step.

    What the SOP gives to one lane is that lane's to do: there is no second person to ask.
    """
    if step.kind in LOOKED_AT and _asked(person_id, case, tasks, procedure, lane):
        return Barred.OWN_REQUEST
    if step.kind is StepKind.SIGN and any(
        one.done_by == person_id and one.lane != lane for one in parafs_in_force(tasks, procedure)
    ):
        return Barred.OWN_PARAF
    return None


def done_alone(
    task: Task, case: Case, tasks: Sequence[Task], procedure: Procedure
) -> Barred | None:
    """Which two acts one person did by the time this task was done, though two persons should."""
    if task.done_by is None or task.left_as is not None:
        return None
    before = [one for one in tasks if one.id < task.id]
    step = procedure.step(task.step)
    return overlap(task.done_by, case, before, procedure, step, task.lane)


def _asked(
    person_id: PersonId, case: Case, tasks: Sequence[Task], procedure: Procedure, lane: LaneId
) -> bool:
    """The applicant; in an SOP that the office begins itself, whoever handed its work in."""
    if procedure.started_by_applicant:
        return case.applicant_id == person_id
    first = procedure.first
    return first.kind is StepKind.SUBMIT and any(
        one.step == first.id and one.done_by == person_id and one.lane != lane for one in tasks
    )


def _refusal(act: Act, task: Task, who: Who, found: Set[Relation]) -> Refusal:
    """Who decided, and when, is told to those whose task it was: others could read it off by id."""
    if not found & _INSIDE and who.person_id != task.done_by:
        return AccessNotGranted() if task.lane in who.ungranted else NotYourTask(task_id=task.id)
    if act is Act.TAKE_BACK and task.is_open:
        return NoDecisionToTakeBack()
    if act is Act.TAKE_BACK and who.person_id == task.done_by:
        return NotYourTask(task_id=task.id)  # it was, in a post that they have left
    if state_of(task) is not State.OPEN:
        return _how_far(task)
    if Relation.BARRED in found:
        return OwnParaf() if who.barred is Barred.OWN_PARAF else OwnRequest()
    return TaskHeld(holder=who.title)


def _how_far(task: Task) -> Refusal:
    """What a task that does not lie open is told as."""
    if task.undone_at is not None and task.outcome is None:
        return TaskTakenBack(by=task.done_as, at=task.undone_at)
    if task.done_at is not None and task.left_as is CaseState.WITHDRAWN:
        return CaseWithdrawn(at=task.done_at)
    if task.done_at is not None and task.left_as is CaseState.LAPSED:
        return CaseLapsed(at=task.done_at)
    if task.done_at is not None:
        return TaskAlreadyDone(done_by=task.done_as, done_at=task.done_at)
    return BeingSigned()
