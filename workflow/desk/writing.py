"""A reason or an instruction that the bot waits for, and what ends the waiting."""

from workflow.desk.handing import screen_of
from workflow.ids import PersonId, TaskId
from workflow.intents import ShowTask, Tell
from workflow.people import FocusKind
from workflow.ports import UnitOfWork
from workflow.views.task import Mode


def written_for(work: UnitOfWork, person_id: PersonId) -> TaskId | None:
    """The file whose reason this person is to write next, if there is one."""
    focus = work.people.focus(person_id)
    if focus is None or focus.kind is not FocusKind.REASON:
        return None
    return TaskId(focus.ref)


def drop_pending_reason(
    work: UnitOfWork, person_id: PersonId, *, but: TaskId | None = None
) -> None:
    """Whoever turns to something else writes no reason any more, unless it is for *but*.

    What they write next could decide a file that they no longer look at. Its card goes back to
    its first face, and the person is told that nothing was decided.
    """
    task_id = written_for(work, person_id)
    if task_id is None or task_id == but:
        return
    work.people.set_focus(person_id, None, at=work.now)
    task, case = work.cases.task_and_case(task_id)
    work.cards.turn(screen_of(task), person_id, Mode())
    work.tell(person_id, ShowTask(task_id=task_id))
    work.tell(person_id, Tell(message_id="reason-put-aside", arguments={"number": case.number}))
