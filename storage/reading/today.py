"""What somebody decided today, as their list shows it."""

from datetime import datetime, time

from storage.reading.paging import page_of, reach
from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Case, Task
from workflow.ids import PersonId
from workflow.queries.rights import who_is
from workflow.queries.undoing import can_take_back
from workflow.views.today import DecidedLine, TodayView

PAGE = 8


def today_view(work: SqlUnitOfWork, person_id: PersonId, page: int, *, now: datetime) -> TodayView:
    """From midnight on, where the office is; what lies behind the page is only counted."""
    midnight = datetime.combine(work.today, time(), work.calendar.tz)
    found = work.cases.decided_since(person_id, midnight, most=reach(page, PAGE))
    shown = page_of(found, page, PAGE)
    return TodayView(
        lines=tuple(_line(work, person_id, task, case) for task, case in shown.lines),
        page=shown.page,
        pages=shown.pages,
        total=shown.total,
        now=now,
    )


def _line(work: SqlUnitOfWork, person_id: PersonId, task: Task, case: Case) -> DecidedLine:
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    step = procedure.step(task.step)
    outcome = None if task.outcome is None else step.outcomes.get(task.outcome)
    return DecidedLine(
        task_id=task.id,
        case_number=case.number,
        subject=case.subject,
        step_short=step.short,
        label="" if outcome is None else outcome.label,
        at=task.done_at or task.opened_at,
        undone_at=task.undone_at,
        undoable=task.undone_at is None
        and can_take_back(
            work,
            task,
            work.cases.tasks_of(case.id),
            procedure,
            case,
            who_is(work, person_id, task, case),
        ),
    )
