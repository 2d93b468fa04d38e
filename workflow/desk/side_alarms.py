"""What was asked beside a file waits for its answer: said when its moment has come."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from workflow.alarms import Alarm
from workflow.case import Case, Task
from workflow.desk.consulting import remind_of_opinion
from workflow.desk.enquiries import remind_of_enquiry
from workflow.ports import UnitOfWork
from workflow.side import TaskKind

# Who is told what, by the kind of what was asked; each returns what is said next.
_SAYING: Mapping[TaskKind, Callable[[UnitOfWork, Task, Case, Alarm], Alarm | None]] = {
    TaskKind.CONSULTATION: remind_of_opinion,
    TaskKind.ENQUIRY: remind_of_enquiry,
}


def ring_side_tasks(work: UnitOfWork, *, most: int) -> bool:
    """Say what has come, and arm what comes next; return whether there may be more.

    What was missed while the bot stood still is said once office hours begin.
    """
    due = work.cases.side_alarms_due(work.now, most=most)
    for asked, case, alarm in due:
        work.cases.set_alarms(
            {asked.id: _said(work, asked, case, alarm)}, rung={asked.id: alarm.at}
        )
    return len(due) == most


def _said(work: UnitOfWork, asked: Task, case: Case, alarm: Alarm) -> Alarm | None:
    opening = work.calendar.next_opening(work.now)
    if opening > work.now:
        return replace(alarm, at=opening)
    saying = _SAYING.get(asked.kind)
    return None if saying is None else saying(work, asked, case, alarm)
