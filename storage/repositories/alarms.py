"""When open tasks next speak, and by when they are due."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, not_, or_, select, update

from storage.models.base import Moment
from storage.models.cases import TaskRow
from storage.prepared import Prepared
from storage.repositories.case_rows import BOTH, MAIN, alarm_in, alarm_out, both
from workflow.alarms import Alarm
from workflow.case import Case, Task
from workflow.ids import CaseId, TaskId

_SET_ALARM = Prepared(
    update(TaskRow)
    .where(
        TaskRow.id == bindparam("the_id"),
        TaskRow.done_at.is_(None),
        TaskRow.next_alarm_at == bindparam("rung_at", type_=Moment),
    )
    .values({name: bindparam(name) for name in ("next_alarm_at", "next_alarm")})
)

_SET_DUE = Prepared(
    update(TaskRow)
    .where(TaskRow.id == bindparam("the_id"), TaskRow.done_at.is_(None))
    .values({name: bindparam(name) for name in ("due_at", "next_alarm_at", "next_alarm")})
)


class AlarmRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def alarms_due(
        self, until: datetime, *, limit: int, after: tuple[datetime, TaskId] | None = None
    ) -> Sequence[tuple[Task, Case, Alarm]]:
        """Open tasks whose alarm has come, the longest waiting first; those *after* one seen."""
        found = BOTH.where(MAIN, TaskRow.next_alarm_at <= until)
        if after is not None:
            at, task_id = after
            found = found.where(
                TaskRow.next_alarm_at >= at, or_(TaskRow.next_alarm_at > at, TaskRow.id > task_id)
            )
        found = found.order_by(TaskRow.next_alarm_at, TaskRow.id).limit(limit)
        return [(*both(row), alarm_in(row)) for row in self._connection.execute(found)]

    def side_alarms_due(self, until: datetime, *, most: int) -> Sequence[tuple[Task, Case, Alarm]]:
        """What was asked beside a file, and whose alarm has come, the longest waiting first."""
        found = BOTH.where(not_(MAIN), TaskRow.next_alarm_at <= until)
        rows = self._connection.execute(found.order_by(TaskRow.next_alarm_at).limit(most))
        return [(*both(row), alarm_in(row)) for row in rows]

    def set_alarms(
        self, alarms: Mapping[TaskId, Alarm | None], *, rung: Mapping[TaskId, datetime]
    ) -> None:
        """What each task says next, after that for which it was armed has *rung*.

        One whose limit was moved or stopped meanwhile has been armed for another moment, and
        keeps that.
        """
        _SET_ALARM.run_each(
            self._connection,
            [
                {"the_id": task, "rung_at": rung[task], **alarm_out(alarm)}
                for task, alarm in alarms.items()
            ],
        )

    def set_due(self, moments: Mapping[TaskId, tuple[datetime | None, Alarm | None]]) -> None:
        """The calendar has changed: other moments at which limits lapse."""
        if moments:
            _SET_DUE.run_each(
                self._connection,
                [
                    {"the_id": task, "due_at": due_at, **alarm_out(alarm)}
                    for task, (due_at, alarm) in moments.items()
                ],
            )

    def open_with_limit(self, *, after: CaseId, limit: int) -> Sequence[tuple[Task, Case]]:
        """Open tasks of any kind that are to be done by a moment, of the next cases *after* one."""
        # First which, then their cases: joined at once PostgreSQL goes through all that have ended.
        order = TaskRow.case_id, TaskRow.id
        which = select(TaskRow.id).where(
            TaskRow.done_at.is_(None), TaskRow.due_at.is_not(None), TaskRow.case_id > after
        )
        ids = self._connection.scalars(which.order_by(*order).limit(limit)).all()
        found = BOTH.where(TaskRow.id.in_(ids)).order_by(*order)
        return [both(row) for row in self._connection.execute(found)]

    def next_alarm_at(self) -> datetime | None:
        found = (
            select(TaskRow.next_alarm_at)
            .where(TaskRow.next_alarm_at.is_not(None))
            .order_by(TaskRow.next_alarm_at)
            .limit(1)
        )
        return self._connection.execute(found).scalar_one_or_none()
