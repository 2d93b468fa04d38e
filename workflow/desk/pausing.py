"""What a pause does to the clock of its task: a limit waits, and runs on where it stood."""

from dataclasses import replace
from datetime import datetime

from workflow.alarms import Alarm, Watch, alarm_ahead, hold_alarm
from workflow.case import Case, Task
from workflow.ids import PersonId
from workflow.intents import AskAgreement
from workflow.limits import Limit
from workflow.pauses import Pause, PauseEnd, Stops, lapses_after, stops_of, time_stopped
from workflow.ports import UnitOfWork
from workflow.screen_names import ScreenName

Moved = tuple[datetime | None, Alarm | None]


def begin_pause(work: UnitOfWork, task: Task, pause: Pause) -> Pause:
    """Note down that a task waits; one whose limit waits has no moment at which it is due."""
    kept = work.pauses.add(pause)
    work.cases.save_task(replace(task, pause_id=kept.id))
    if kept.stops_limit:
        _stop(work, kept)
    return kept


def agree_to_pause(work: UnitOfWork, pause: Pause, *, by: PersonId, title: str) -> Pause:
    """From now on the limit waits."""
    agreed = replace(pause, stopped_at=work.now, agreed_by=by, agreed_as=title)
    work.pauses.save(agreed)
    _stop(work, agreed)
    return agreed


def end_pause(
    work: UnitOfWork,
    task: Task,
    case: Case,
    *,
    by: PersonId | None,
    title: str,
    ending: PauseEnd,
) -> Task:
    """The task as it is without its pause, to be saved; its limit, if it waited, runs on.

    A task that does not wait is given back as it is.
    """
    if task.pause_id is None:
        return task
    pause = work.pauses.get(task.pause_id)
    ended = replace(pause, ended_at=work.now, ended_by=by, ended_as=title, ending=ending)
    work.pauses.save(ended)
    show_asked(work, ended)
    on_desk = replace(task, pause_id=None)
    return _run_on(work, on_desk, case) if pause.stops_limit else on_desk


def show_asked(work: UnitOfWork, pause: Pause) -> None:
    """Superiors who were asked to agree see what became of it."""
    for person_id in work.cards.on_phones(ScreenName.HOLD.of(pause.id)):
        work.tell(person_id, AskAgreement(pause_id=pause.id))


def due_and_alarm(work: UnitOfWork, began: datetime, limit: Limit | None, stops: Stops) -> Moved:
    """When a limit lapses that has waited meanwhile, and what is told of it next."""
    due_at = lapses_after(began, limit, work.calendar, stops)
    return due_at, next_said(work, began, due_at, stops)


def next_said(
    work: UnitOfWork, began: datetime, due_at: datetime | None, stops: Stops
) -> Alarm | None:
    """What is told next of a limit that has waited meanwhile; what has been said stays said."""
    watch = Watch(
        opened_at=began,
        due_at=due_at,
        calendar=work.calendar,
        rhythm=work.rhythm,
        stopped=time_stopped(stops, work.calendar),
    )
    return alarm_ahead(watch, now=work.now)


def _stop(work: UnitOfWork, pause: Pause) -> None:
    work.cases.set_due({pause.task_id: (None, hold_alarm(pause, work.calendar, work.rhythm))})


def _run_on(work: UnitOfWork, task: Task, case: Case) -> Task:
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    limit = procedure.limit_of(procedure.step(task.step), case.service)
    stops = stops_of(task, work.pauses.of_case(case.id), now=work.now)
    moved = due_and_alarm(work, task.limit_began, limit, stops)
    work.cases.set_due({task.id: moved})
    return replace(task, due_at=moved[0])
