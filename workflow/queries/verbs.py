"""Which verbs work now, for one person and one file: one table, asked by cards and by desks."""

from collections.abc import Callable
from dataclasses import dataclass

from workflow import rights
from workflow.case import Task
from workflow.errors import (
    HoldHasEnded,
    QuestionGone,
    QuestionOpen,
    Refusal,
    VerbGone,
    WaitsAlready,
)
from workflow.pauses import Whose
from workflow.people import Appointment
from workflow.ports import UnitOfWork
from workflow.queries.candidates import colleagues
from workflow.queries.consulting import consultable
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.questions import asked_people, open_question
from workflow.rights import Act
from workflow.verbs import Verb


@dataclass(frozen=True, slots=True)
class VerbRow:
    """The right that a verb needs, whether there is anything to do it with, and what is said
    where there is not."""

    act: Act
    has_use: Callable[[UnitOfWork, TaskOnDesk], bool]
    gone: type[Refusal] = VerbGone


def receivers(work: UnitOfWork, on_desk: TaskOnDesk) -> list[Appointment]:
    """The colleagues of the desk to whom somebody may give this file."""
    me = on_desk.who.person_id
    found = colleagues(work, on_desk.case, on_desk.procedure, on_desk.task, by=me)
    return [one for one in found if one.person_id != me]


def can_hold(work: UnitOfWork, on_desk: TaskOnDesk) -> bool:
    """What waits already, or waits for its applicant with no limit at all, is not put on hold."""
    waits = on_desk.procedure.waits_for_applicant(on_desk.step, on_desk.case.service)
    return on_desk.task.pause_id is None and not waits


def can_ask(work: UnitOfWork, on_desk: TaskOnDesk) -> bool:
    """Where somebody else asked for it and can be asked, and no question is open."""
    if on_desk.procedure.waits_for_applicant(on_desk.step, on_desk.case.service):
        return False
    asked = [one for one in asked_people(work, on_desk.case) if one != on_desk.who.person_id]
    own = on_desk.case.applicant_id is None and on_desk.procedure.started_by_applicant
    return bool(asked or own) and open_question(work, on_desk.task) is None


def is_held(work: UnitOfWork, task: Task) -> bool:
    """Whether it is on hold; while its applicant is asked it waits, and is not."""
    if task.pause_id is None:
        return False
    return work.pauses.get(task.pause_id).whose is not Whose.APPLICANT


ROWS: dict[Verb, VerbRow] = {
    Verb.LIFT: VerbRow(
        Act.LIFT, lambda work, on_desk: is_held(work, on_desk.task), gone=HoldHasEnded
    ),
    Verb.HOLD: VerbRow(Act.HOLD, can_hold, gone=WaitsAlready),
    Verb.ASK: VerbRow(Act.ASK, can_ask, gone=QuestionOpen),
    Verb.UNASK: VerbRow(
        Act.UNASK,
        lambda work, on_desk: open_question(work, on_desk.task) is not None,
        gone=QuestionGone,
    ),
    Verb.CONSULT: VerbRow(Act.CONSULT, lambda work, on_desk: bool(consultable(work, on_desk))),
    Verb.GIVE: VerbRow(Act.GIVE, lambda work, on_desk: bool(receivers(work, on_desk))),
}


def verbs_of(work: UnitOfWork, on_desk: TaskOnDesk) -> tuple[Verb, ...]:
    """What stands behind *Lainnya* now; nothing on a file that is done."""
    if not on_desk.task.is_open:
        return ()
    return tuple(verb for verb in Verb if is_working(work, on_desk, verb))


def is_working(work: UnitOfWork, on_desk: TaskOnDesk, verb: Verb) -> bool:
    row = ROWS[verb]
    return rights.may(row.act, on_desk.task, on_desk.who) and row.has_use(work, on_desk)
