"""Lists of work: an officer's own, a supervisor's three facts, what an alarm tells."""

from collections.abc import Sequence
from datetime import datetime

from storage.reading.lanes import lanes_held, queue_of
from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Case, Task
from workflow.ids import PersonId, TaskId
from workflow.people import Appointment
from workflow.views import AlarmsView, OverviewView, QueueLine, QueueView, WatchedLine

PAGE = 6
# More than a screen of late files is a matter for a meeting, not for a message.
MOST_WATCHED = 12


def queue_view(work: SqlUnitOfWork, person_id: PersonId, page: int, *, now: datetime) -> QueueView:
    ahead = queue_of(work, person_id, now=now)
    pages = max(1, -(-len(ahead) // PAGE))
    page = min(page, pages - 1)
    lines = [queue_line(work, task, case, now=now) for task, case in ahead]
    return QueueView(
        lines=tuple(lines[page * PAGE : (page + 1) * PAGE]),
        page=page,
        pages=pages,
        total=len(lines),
        late=sum(line.late for line in lines),
        now=now,
    )


def queue_line(work: SqlUnitOfWork, task: Task, case: Case, *, now: datetime) -> QueueLine:
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    return QueueLine(
        task_id=task.id,
        case_number=case.number,
        subject=case.subject,
        step_short=procedure.step(task.step).short,
        lane_title=procedure.lanes[task.lane].title,
        due_at=task.due_at,
        late=task.due_at is not None and now > task.due_at,
        returned=bool(task.because),
    )


def alarms_view(
    work: SqlUnitOfWork, due: Sequence[int], overdue: Sequence[int], *, now: datetime
) -> AlarmsView | None:
    """What is still open of that which was to be told; nothing when all of it is done."""
    told = work.cases.open_among([TaskId(one) for one in due])
    late = work.cases.open_among([TaskId(one) for one in overdue])
    if not told and not late:
        return None
    return AlarmsView(
        due=tuple(queue_line(work, task, case, now=now) for task, case in told),
        overdue=_watched(work, late, now=now),
        now=now,
    )


def overview_view(work: SqlUnitOfWork, person_id: PersonId, *, now: datetime) -> OverviewView:
    held = work.people.appointments_of(person_id, at=now)
    watched = frozenset(jabatan for one in held for jabatan in work.office.watched_by(one.jabatan))
    everything = work.cases.open_in_lanes(lanes_held(work, watched))
    late = [(task, case) for task, case in everything if task.due_at and now > task.due_at]
    unlimited = [(task, case) for task, case in everything if task.due_at is None]
    return OverviewView(
        lines=_watched(work, (late + unlimited)[:MOST_WATCHED], now=now),
        late=len(late),
        open=len(everything),
        now=now,
    )


def _watched(
    work: SqlUnitOfWork, files: Sequence[tuple[Task, Case]], *, now: datetime
) -> tuple[WatchedLine, ...]:
    seats = {work.office.holder_of(case.procedure_id, task.lane) for task, case in files}
    sitting = work.people.holders_of(seats, at=now) if seats else []
    return tuple(_watched_line(work, task, case, sitting, now) for task, case in files)


def _watched_line(
    work: SqlUnitOfWork, task: Task, case: Case, sitting: Sequence[Appointment], now: datetime
) -> WatchedLine:
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    jabatan = work.office.holder_of(case.procedure_id, task.lane)
    names = [
        one.name
        for one in sitting
        if one.jabatan == jabatan and task.holder_id in (None, one.person_id)
    ]
    post = work.office.jabatan.get(jabatan)
    return WatchedLine(
        task_id=task.id,
        case_number=case.number,
        subject=case.subject,
        step_short=procedure.step(task.step).short,
        holder=", ".join(names),
        jabatan=procedure.lanes[task.lane].title if post is None else post.title,
        due_at=task.due_at,
        opened_at=task.opened_at,
        late=task.due_at is not None and now > task.due_at,
    )
