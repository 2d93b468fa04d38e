"""The sandbox's panel: the SOPs, where each case stands and with whom, and the office's hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.cli.sandbox.personas import APPLICANT
from storage.reading.cases import newest_cases
from storage.unit_of_work import OfficeContext, SqlUnitOfWork
from workflow.case import Case, Task
from workflow.ids import CaseId, LaneId, PersonId, ServiceId
from workflow.in_force import in_force
from workflow.office import Office
from workflow.ports import Clock
from workflow.procedure import Procedure, Step, Way
from workflow.queries.holders import goes_to_applicant, holding
from workflow.titles import lane_title, told_apart
from workflow.working_time import OfficeCalendar

MOST_CASES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbill:
    """An SOP and whose phones it concerns: who acts, and who of them begins."""

    procedure: Procedure
    people: Sequence[int]
    begins: Sequence[int]


class CasePanel:
    """Reads through aiosqlite, beside the bot's writer: looking never waits for writing."""

    def __init__(
        self,
        engine: AsyncEngine,
        context: OfficeContext,
        clock: Clock,
        playbills: Sequence[Playbill],
    ) -> None:
        """`playbills`: every SOP that can be played; the first is shown before there is a case."""
        self._engine = engine
        self._context = context
        self._clock = clock
        titles = told_apart([(one.procedure.title, one.procedure.code) for one in playbills])
        self._playbills = [
            _shown(one, context.office) | {"title": title}
            for one, title in zip(playbills, titles, strict=True)
        ]
        # Cases that have ended do not change any more.
        self._ended: dict[CaseId, dict[str, Any]] = {}

    async def __call__(self) -> dict[str, Any]:
        """What the page draws above the phones."""
        now = self._clock.now()
        try:
            async with self._engine.connect() as connection:
                calendar, cases = await connection.run_sync(self._read)
        except (OperationalError, ProgrammingError):
            calendar, cases = self._context.calendar, []  # the tables are not there yet
        head = self._context.office.letterhead
        return {
            "subtitle": f"{head.name} · {head.government}",
            "cases": cases,
            "procedures": self._playbills,
            "clock": {**_hours(calendar, now), "hours": _counted(calendar, cases, now)},
            "links": [],
        }

    def _read(self, connection: Connection) -> tuple[OfficeCalendar, list[dict[str, Any]]]:
        """The cases, and the calendar with the days that were closed in the chat."""
        work = SqlUnitOfWork(connection, self._context, self._clock.now())
        shown = []
        for case_id in newest_cases(work, limit=MOST_CASES):
            case = self._ended.get(case_id) or self._case(work, case_id)
            if case["ended_at"] is not None:
                self._ended[case_id] = case
            shown.append(case)
        return work.calendar, shown

    def _case(self, work: SqlUnitOfWork, case_id: CaseId) -> dict[str, Any]:
        case = work.cases.get(case_id)
        procedure = work.procedures.get(case.procedure_id, case.procedure_version)
        tasks = work.cases.tasks_of(case_id)
        last = tasks[-1] if tasks else None
        open_task = last if last is not None and last.is_open else None
        due_at = None if open_task is None else open_task.due_at
        now = work.now
        return {
            "id": case.id,
            "number": case.number,
            "title": case.subject,
            "procedure": case.procedure_id,
            "turn": [] if open_task is None else _turn(work, case, procedure, open_task, now),
            "people": _concerned(work, case, tasks),
            "status": case.state.value,
            "now_at": None if open_task is None else open_task.step,
            "due_at": None if due_at is None else due_at.isoformat(),
            "late": due_at is not None and now > due_at,
            "opened_at": case.opened_at.isoformat(),
            "ended_at": None if case.ended_at is None else case.ended_at.isoformat(),
            "steps": [
                {
                    **_step(procedure, step, self._context.office, case.service),
                    **_passage(case, step, tasks),
                }
                for step in procedure.steps
            ],
        }


def _hours(calendar: OfficeCalendar, now: datetime) -> dict[str, Any]:
    """Whether the office is open, and when it opens next."""
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


def _counted(
    calendar: OfficeCalendar, cases: Sequence[dict[str, Any]], now: datetime
) -> list[list[str]]:
    """The office's hours that the page counts: to each limit that runs, and a day ahead."""
    limits = [datetime.fromisoformat(one["due_at"]) for one in cases if one["due_at"] is not None]
    begun = [datetime.fromisoformat(one["opened_at"]) for one in cases if one["due_at"] is not None]
    hours = calendar.open_between(min([now, *begun]), max([now, *limits]) + timedelta(days=1))
    return [[opens.isoformat(), closes.isoformat()] for opens, closes in hours]


def _shown(playbill: Playbill, office: Office) -> dict[str, Any]:
    procedure = playbill.procedure
    return {
        "id": procedure.id,
        "people": list(playbill.people),
        "turn": list(playbill.begins),
        "steps": [_step(procedure, one, office) for one in procedure.steps],
    }


def _turn(
    work: SqlUnitOfWork, case: Case, procedure: Procedure, task: Task, now: datetime
) -> list[int]:
    """The Telegram ids of those on whose desks the file lies."""
    if goes_to_applicant(case, procedure, task.lane):
        return _telegram_ids(work, [case.applicant_id])
    return _telegram_ids(work, holding(work, case, procedure, task))


def _concerned(work: SqlUnitOfWork, case: Case, tasks: Sequence[Task]) -> list[int]:
    """Who has had a hand in this case, whatever the SOP foresaw: a colleague, a Plh., a team."""
    return _telegram_ids(work, [case.applicant_id, *(task.done_by for task in tasks)])


def _telegram_ids(work: SqlUnitOfWork, people: Sequence[PersonId | None]) -> list[int]:
    known = dict.fromkeys(one for one in people if one is not None)
    return [work.people.get(one).telegram_id for one in known]


def _lane(procedure: Procedure, lane: LaneId, office: Office) -> str:
    """A lane by the name that stands on the phone of whoever sits in it."""
    if procedure.lanes[lane].applicant:
        return APPLICANT.role
    return lane_title(office, procedure, lane)


def _limit(step: Step) -> dict[str, Any]:
    """A limit for a page in two languages: what it comes to, and the SOP's own words for it."""
    limit = step.limit
    return {
        "amount": None if limit is None else limit.amount,
        "unit": None if limit is None else limit.unit.name.lower(),
        "words": step.limit_words,
    }


def _step(
    procedure: Procedure, step: Step, office: Office, service: ServiceId | None = None
) -> dict[str, Any]:
    return {
        "id": step.id,
        "number": step.number,
        "of": procedure.rows_with(step),
        "lane": _lane(procedure, procedure.lane_of(step, service), office),
        "kind": step.kind.value,
        "title": step.short,
        "limit": _limit(step),
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
    returned = outcome is not None and outcome.way is Way.BACK and tasks[-1].id > last.id
    return returned or last not in in_force(tasks)
