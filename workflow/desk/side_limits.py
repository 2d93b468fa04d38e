"""By when what was asked beside a file is to be answered, worked out by a changed calendar."""

from collections.abc import Iterable

from workflow.alarms import Alarm, AlarmKind
from workflow.case import Case, Task
from workflow.desk.cards import refresh
from workflow.desk.pausing import Moved, next_said
from workflow.desk.side_tasks import card_of
from workflow.ids import TaskId
from workflow.limits import Limit
from workflow.ports import UnitOfWork
from workflow.screen_names import ScreenName
from workflow.side import TaskKind
from workflow.working_time import lapses_at


def moved_limits(work: UnitOfWork, asked: Iterable[Task]) -> dict[TaskId, Moved]:
    """What is to be answered by another moment now, and what is told of it next.

    The office's limit of today counts. An opinion that is late either way stays as it was told.
    """
    moments: dict[TaskId, Moved] = {}
    for one in asked:
        due_at = lapses_at(one.opened_at, _limit_of(work, one), work.calendar)
        if due_at == one.due_at or due_at is None:
            continue
        if one.kind is TaskKind.ENQUIRY:
            moments[one.id] = due_at, next_said(work, one.opened_at, due_at, ())
        elif max(due_at, one.due_at or due_at) > work.now:
            # It is told once: at its limit, or at once where that lies behind it now.
            at = work.calendar.next_opening(max(due_at, work.now))
            moments[one.id] = due_at, Alarm(kind=AlarmKind.DUE, at=at)
    return moments


def show_moved(work: UnitOfWork, moved: Iterable[tuple[Task, Case]]) -> None:
    """Cards that lie on phones show the new moment: of what was asked, and of the file above it."""
    files = set()
    for asked, _ in moved:
        for person_id in work.cards.on_phones(_screen_name(asked)):
            work.tell(person_id, card_of(asked))
        if asked.below is not None:
            files.add(asked.below)
    for below in sorted(files):
        refresh(work, work.cases.task(below))


def _limit_of(work: UnitOfWork, asked: Task) -> Limit | None:
    enquired = asked.kind is TaskKind.ENQUIRY
    return work.office.enquiry_limit if enquired else work.office.opinion_limit


def _screen_name(asked: Task) -> str:
    enquired = asked.kind is TaskKind.ENQUIRY
    return (ScreenName.ENQUIRY if enquired else ScreenName.CONSULTATION).of(asked.id)
