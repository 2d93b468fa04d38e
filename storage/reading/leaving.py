"""Whether a request can be withdrawn, is asked about once more, lapses soon or may be reopened."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from storage.unit_of_work import SqlUnitOfWork
from workflow import rights
from workflow.alarms import closes_at
from workflow.case import Case, CaseState, Task
from workflow.errors import Refusal
from workflow.ids import PersonId
from workflow.procedure import Procedure
from workflow.queries.rights import standing
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.views.task import Face
from workflow.withdrawing import REOPENED_WITHIN, can_lapse, ensure_withdrawable


def leaving_own(
    work: SqlUnitOfWork, case: Case, tasks: Sequence[Task], procedure: Procedure, now: datetime
) -> dict[str, Any]:
    """For the applicant's own card."""
    task = tasks[-1]
    return {
        "withdrawable": _is_withdrawable(case, tasks, procedure),
        "withdrawing": _is_asked(work, ScreenName.CASE.of(case.id), case.applicant_id),
        "closes_at": _closes_at(work, task, procedure, now),
        "reopenable": _is_reopenable(case, task, now),
    }


def leaving_for(
    work: SqlUnitOfWork,
    case: Case,
    tasks: Sequence[Task],
    procedure: Procedure,
    person_id: PersonId | None,
    now: datetime,
) -> dict[str, Any]:
    """For the counter, of a request whose applicant has no Telegram."""
    if person_id is None or case.applicant_id is not None:
        return {}
    who, task = standing(work, person_id, tasks[-1], case), tasks[-1]
    may = rights.allowed(Act.WITHDRAW, set(who.also), rights.state_of(task))
    again = rights.allowed(Act.REOPEN, set(who.also), rights.state_of(task))
    return {
        "withdrawable": may and _is_withdrawable(case, tasks, procedure),
        "withdrawing": _is_asked(work, ScreenName.KARTU.of(case.id), person_id),
        "reopenable": again and _is_reopenable(case, task, now),
    }


def _is_withdrawable(case: Case, tasks: Sequence[Task], procedure: Procedure) -> bool:
    try:
        ensure_withdrawable(case, tasks, procedure)
    except Refusal:
        return False
    return True


def _is_asked(work: SqlUnitOfWork, screen: str, person_id: PersonId | None) -> bool:
    return person_id is not None and work.cards.mode(screen, person_id).face is Face.WITHDRAW


def _closes_at(
    work: SqlUnitOfWork, task: Task, procedure: Procedure, now: datetime
) -> datetime | None:
    if not task.is_open or not can_lapse(procedure, task):
        return None
    at = closes_at(task.limit_began, work.calendar, lapses=work.office.lapses_after)
    return None if at is None or at <= now else at


def _is_reopenable(case: Case, task: Task, now: datetime) -> bool:
    if case.state is not CaseState.LAPSED or task.done_at is None:
        return False
    return now - task.done_at <= REOPENED_WITHIN
