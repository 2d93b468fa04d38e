"""A reason, an instruction, a word that goes with a verb: what ends the waiting for it."""

from workflow.case import Task
from workflow.desk.cards import turn
from workflow.ids import PersonId, TaskId
from workflow.intents import Tell
from workflow.people import Focus, FocusKind
from workflow.ports import UnitOfWork
from workflow.verbs import Verb
from workflow.views.task import Face, Mode


def written_for(work: UnitOfWork, person_id: PersonId) -> TaskId | None:
    """The file for which this person is to write words next, if there is one."""
    focus = work.people.focus(person_id)
    if focus is None or focus.kind not in {FocusKind.REASON, FocusKind.VERB}:
        return None
    return TaskId(focus.ref)


def drop_pending_reason(
    work: UnitOfWork, person_id: PersonId, *, but: TaskId | None = None
) -> None:
    """Whoever turns to something else writes no reason any more, unless it is for *but*.

    What they write next could decide a file that they no longer look at. Its card goes back to
    its first face, and the person is told that nothing was decided.
    """
    put_down(work, person_id, FocusKind.BULK, person_id)
    task_id = written_for(work, person_id)
    if task_id is None or task_id == but:
        return
    work.people.set_focus(person_id, None, at=work.now)
    task, case = work.cases.task_and_case(task_id)
    turn(work, person_id, task, Mode())
    work.tell(person_id, Tell(message_id="reason-put-aside", arguments={"number": case.number}))


def ask_for_words(
    work: UnitOfWork, person_id: PersonId, task: Task, verb: Verb, chosen: str
) -> None:
    """Turn the card to what was chosen for a verb, and take what is written next to go with it.

    What was chosen stands on the card alone: however long it is, it is kept once.
    """
    focus = Focus(kind=FocusKind.VERB, ref=task.id, extra=verb.value)
    work.people.set_focus(person_id, focus, at=work.now)
    turn(work, person_id, task, Mode(face=Face.VERB, outcome=verb.value, note=chosen))


def put_down(work: UnitOfWork, person_id: PersonId, kind: FocusKind, ref: int) -> None:
    """What is written next is no answer to this any more; what else was asked stays asked."""
    focus = work.people.focus(person_id)
    if focus is not None and focus.kind is kind and focus.ref == ref:
        work.people.set_focus(person_id, None, at=work.now)


def stop_writing(work: UnitOfWork, person_id: PersonId, task: Task) -> None:
    """Wait no longer for a reason that this task has had, or does not need."""
    if written_for(work, person_id) == task.id:
        work.people.set_focus(person_id, None, at=work.now)
