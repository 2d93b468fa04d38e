"""Files on hold, as lists and cards show them."""

from datetime import datetime, timedelta

from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Case, Task
from workflow.ids import PauseId
from workflow.pauses import Pause, PauseEnd, lapses_after, stops_of
from workflow.queries.people import called
from workflow.views.hold import AgreementView, HoldShown


def hold_of(work: SqlUnitOfWork, task: Task, case: Case, *, now: datetime) -> HoldShown | None:
    """What a file waits for; nothing is read where it does not wait."""
    if task.pause_id is None:
        return None
    pause = work.pauses.get(task.pause_id)
    return HoldShown(
        words=pause.words,
        whose=pause.whose,
        since=pause.begun_at,
        until=pause.until,
        outlasted=pause.has_outlasted(now.astimezone(work.calendar.tz).date()),
        stopped=pause.stops_limit,
        left=_left(work, task, case, pause),
    )


def _left(work: SqlUnitOfWork, task: Task, case: Case, pause: Pause) -> timedelta | None:
    """What was left of the limit when it stopped."""
    if pause.stopped_at is None:
        return None
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    limit = procedure.limit_of(procedure.step(task.step), case.service)
    before = [one for one in work.pauses.of_case(case.id) if not one.is_open]
    stops = stops_of(task, before, now=pause.stopped_at)
    due_at = lapses_after(task.limit_began, limit, work.calendar, stops)
    if due_at is None:
        return None
    return work.calendar.working_time_between(pause.stopped_at, due_at)


def agreement_view(work: SqlUnitOfWork, pause_id: PauseId, *, now: datetime) -> AgreementView:
    """Who asks for what, and what became of it."""
    pause = work.pauses.get(pause_id)
    task, case = work.cases.task_and_case(pause.task_id)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    return AgreementView(
        pause_id=pause.id,
        task_id=task.id,
        case_id=case.id,
        case_number=case.number,
        subject=case.subject,
        step_short=procedure.step(task.step).short,
        holder=called(work, pause.begun_by, at=pause.begun_at),
        jabatan=pause.begun_as,
        words=pause.words,
        since=pause.begun_at,
        until=pause.until,
        agreed_as=pause.agreed_as,
        agreed_at=None if pause.agreed_by is None else pause.stopped_at,
        ended_as=pause.ended_as,
        ended_at=pause.ended_at,
        decided=pause.ending is not PauseEnd.LIFTED,
        now=now,
    )
