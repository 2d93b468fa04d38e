"""The sandbox's panel: the procedure, where each case stands in it, and the office's hours."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncEngine

from storage.reading.cases import newest_cases
from storage.unit_of_work import SqlUnitOfWork, Standing
from workflow.case import Case, Task
from workflow.ids import CaseId
from workflow.ports import Clock
from workflow.procedure import Procedure, Step, Way

MOST_CASES = 20


class CasePanel:
    """Reads through aiosqlite, beside the bot's writer: looking never waits for writing."""

    def __init__(
        self, engine: AsyncEngine, standing: Standing, clock: Clock, procedure: Procedure
    ) -> None:
        self._engine = engine
        self._standing = standing
        self._clock = clock
        self._procedure = procedure

    async def __call__(self) -> dict[str, Any]:
        """What the page draws above the phones."""
        now = self._clock.now()
        try:
            async with self._engine.connect() as connection:
                cases = await connection.run_sync(self._cases)
        except (OperationalError, ProgrammingError):
            cases = []  # the tables are not there yet
        head = self._standing.office.letterhead
        return {
            "title": self._procedure.title,
            "subtitle": f"{head.name} · {head.government}",
            "cases": cases,
            "procedure": {"steps": [_step(self._procedure, one) for one in self._procedure.steps]},
            "clock": self._hours(now),
            "links": [],
        }

    def _hours(self, now: datetime) -> dict[str, Any]:
        calendar = self._standing.calendar
        local = now.astimezone(calendar.tz)
        opens = calendar.working_day_after(now, 1).opens_at
        if not calendar.is_open(now):
            opens = calendar.next_opening(now)
        return {
            "zone": calendar.zone,
            "zone_label": local.tzname(),
            "open": calendar.is_open(now),
            "next_opening": opens.isoformat(),
        }

    def _cases(self, connection: Connection) -> list[dict[str, Any]]:
        work = SqlUnitOfWork(connection, self._standing, self._clock)
        return [self._case(work, one) for one in newest_cases(work, limit=MOST_CASES)]

    def _case(self, work: SqlUnitOfWork, case_id: CaseId) -> dict[str, Any]:
        case = work.cases.get(case_id)
        procedure = work.procedures.get(case.procedure_id, case.procedure_version)
        tasks = work.cases.tasks_of(case_id)
        last = tasks[-1] if tasks else None
        open_task = last if last is not None and last.is_open else None
        due_at = None if open_task is None else open_task.due_at
        return {
            "id": case.id,
            "number": case.number,
            "title": case.subject,
            "status": case.state.value,
            "now_at": None if open_task is None else open_task.step,
            "due_at": None if due_at is None else due_at.isoformat(),
            "late": due_at is not None and self._clock.now() > due_at,
            "opened_at": case.opened_at.isoformat(),
            "ended_at": None if case.ended_at is None else case.ended_at.isoformat(),
            "steps": [
                {**_step(procedure, step), **_passage(case, step, tasks)}
                for step in procedure.steps
            ],
        }


def _step(procedure: Procedure, step: Step) -> dict[str, Any]:
    return {
        "id": step.id,
        "number": step.number,
        "lane": procedure.lanes[step.lane].title,
        "kind": step.kind.value,
        "title": step.short,
        "limit": step.limit_words or ("tanpa batas" if step.limit is None else str(step.limit)),
        "state": "ahead",
        "visits": 0,
        "by": None,
        "done_at": None,
        "next": [
            {"to": outcome.to, "label": outcome.label, "back": outcome.way is Way.BACK}
            for outcome in step.outcomes.values()
            if outcome.to is not None
        ],
    }


def _passage(case: Case, step: Step, tasks: Sequence[Task]) -> dict[str, Any]:
    here = [task for task in tasks if task.step == step.id]
    if not here:
        return {}
    last = here[-1]
    state = "done"
    if last.is_open:
        state = "returned" if last.because else "now"
    elif _sent_back_over(step, last, tasks):
        state = "ahead"
    return {
        "state": state,
        "visits": len(here),
        "by": last.done_as or None,
        "done_at": None if last.done_at is None else last.done_at.isoformat(),
    }


def _sent_back_over(step: Step, last: Task, tasks: Sequence[Task]) -> bool:
    """A step that was done, but must be passed again because the file went back before it."""
    outcome = None if last.outcome is None else step.outcomes[last.outcome]
    return outcome is not None and outcome.way is Way.BACK and tasks[-1].id > last.id
