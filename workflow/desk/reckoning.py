"""When limits lapse, worked out again for all open files: a batch at a time, so nobody waits."""

from datetime import datetime

from workflow.case import Case, Task
from workflow.desk.cards import refresh
from workflow.desk.pausing import Moved, due_and_alarm
from workflow.desk.side_limits import moved_limits, show_moved
from workflow.ids import CaseId, PersonId, TaskId
from workflow.intents import Reckon, ShowCase, Tell
from workflow.limits import Limit
from workflow.pauses import Stops, stops_of
from workflow.ports import UnitOfWork
from workflow.screen_names import ScreenName
from workflow.side import TaskKind

# So many files take some tens of milliseconds, in which everybody else waits.
BATCH = 200


def begin_reckoning(work: UnitOfWork, me: PersonId) -> int | None:
    """Reckon anew what one batch holds; return how many moments moved, or nothing yet.

    Where there are more files the rest is carried out after this, and whoever changed the calendar
    hears of the end. Cards on phones show the new moment at once only where all fits into a batch;
    else they do when they are next shown.
    """
    work.renew_calendar()
    files, after = _next_files(work, CaseId(0))
    moved = _reckoned(work, files)
    if after is not None:
        work.tell(me, Reckon(after=after, moved=_files(moved)))
        return None
    beside = [(task, case) for task, case in moved if task.kind is not TaskKind.MAIN]
    for task, case in moved:
        if task.kind is TaskKind.MAIN:
            _show(work, task, case)
    show_moved(work, beside)
    return _files(moved)


def go_on_reckoning(work: UnitOfWork, me: PersonId, so_far: Reckon) -> None:
    """One batch more, by the calendar as it is now; done twice it changes nothing twice."""
    files, after = _next_files(work, CaseId(so_far.after))
    moved = so_far.moved + _files(_reckoned(work, files))
    if after is not None:
        work.tell(me, Reckon(after=after, moved=moved))
        return
    work.tell(me, Tell(message_id="days-reckoned", arguments={"count": moved}))


def _next_files(work: UnitOfWork, after: CaseId) -> tuple[list[tuple[Task, Case]], CaseId | None]:
    """The next files with a limit, and after which case the following ones come."""
    found = list(work.cases.open_with_limit(after=after, limit=BATCH))
    if len(found) < BATCH:
        return work.procedures.readable(found), None
    last = found[-1][1].id
    whole = [(task, case) for task, case in found if case.id != last] or found
    return work.procedures.readable(whole), whole[-1][1].id


def _reckoned(work: UnitOfWork, files: list[tuple[Task, Case]]) -> list[tuple[Task, Case]]:
    """Set what lapses at another moment now; files opened together by one limit are one sum.

    What was said about the old moment is not taken back, and what lies in the past of the new one
    is not said: the next alarm is the first that is still to come. A limit that waits has no
    moment and is not among these; one that has waited is reckoned with what it waited.
    """
    main = [(task, case) for task, case in files if task.kind is TaskKind.MAIN]
    moments = _of_files(work, main)
    moments |= moved_limits(work, [task for task, _ in files if task.kind is not TaskKind.MAIN])
    work.cases.set_due(moments)
    return [(task, case) for task, case in files if task.id in moments]


def _of_files(work: UnitOfWork, files: list[tuple[Task, Case]]) -> dict[TaskId, Moved]:
    sums: dict[tuple[datetime, Limit | None, Stops], Moved] = {}
    moments: dict[TaskId, Moved] = {}
    paused = work.pauses.stopped_in([case.id for _, case in files])
    for task, case in files:
        procedure = work.procedures.get(case.procedure_id, case.procedure_version)
        limit = procedure.limit_of(procedure.step(task.step), case.service)
        stops = stops_of(task, paused.get(case.id, ()), now=work.now)
        key = task.limit_began, limit, stops
        if key not in sums:
            sums[key] = due_and_alarm(work, *key)
        if sums[key][0] != task.due_at:
            moments[task.id] = sums[key]
    return moments


def _files(moved: list[tuple[Task, Case]]) -> int:
    """In how many files anything moved; a case never lies in two batches."""
    return len({case.id for _, case in moved})


def _show(work: UnitOfWork, task: Task, case: Case) -> None:
    """Cards that lie on phones show the new moment."""
    refresh(work, task)
    applicant = case.applicant_id
    if (
        applicant is not None
        and work.cards.message(ScreenName.CASE.of(case.id), applicant) is not None
    ):
        work.tell(applicant, ShowCase(case_id=case.id))
