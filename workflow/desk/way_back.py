"""The button that takes a decision back: until when it stands on the closed card."""

from datetime import timedelta

from workflow.case import Task
from workflow.engine import Change
from workflow.intents import ShowTask
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure
from workflow.queries.holders import goes_to_applicant
from workflow.screen_names import ScreenName
from workflow.taking_back import WITHIN, goes_out


def close_the_way_back(work: UnitOfWork, received: Task) -> None:
    """Somebody has the file now: whoever handed it on can take nothing back any more."""
    decided = work.cases.decided_before(received)
    if decided is None:
        return
    task_id, person_id = decided
    if work.cards.message(ScreenName.TASK.of(task_id), person_id) is not None:
        work.tell(person_id, ShowTask(task_id=task_id))


def leave_the_way_back(work: UnitOfWork, change: Change, procedure: Procedure) -> None:
    """Where the applicant is told, the button to take it back goes by itself after a while."""
    done = change.done
    told = change.opened is None or procedure.lanes[change.opened.lane].applicant
    if not told or done.done_by is None or done.left_as is not None:
        return
    if goes_to_applicant(change.case, procedure, done.lane):
        return
    if not goes_out(procedure.step(done.step), done, procedure):
        until = work.calendar.add_working_time(work.now, WITHIN)
        gone = until + timedelta(seconds=1)
        work.tell(done.done_by, ShowTask(task_id=done.id), not_before=gone)
