"""Lists of work: an officer's own, a supervisor's three facts, what an alarm tells."""

from collections.abc import Sequence, Set
from dataclasses import replace
from datetime import datetime

from storage.reading.asked_below import ASKED, asked_below, lanes_of
from storage.reading.holds import hold_of
from storage.reading.lanes import lying_with, watched_by
from storage.reading.paging import MOST_COUNTED, named, page_of, paged, reach
from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Case, Task
from workflow.ids import JabatanId, PersonId, TaskId
from workflow.people import Appointment, on_duty
from workflow.procedure import Procedure, Share
from workflow.queries.candidates import colleagues
from workflow.queries.granting import granters_of
from workflow.queries.together import together
from workflow.titles import lane_title
from workflow.views.due import due
from workflow.views.queue import AlarmsView, AskedLine, QueueLine, QueueView, TogetherLine
from workflow.views.supervisor import ColleagueLine, GivingView, OverviewView, WatchedLine

PAGE = 6
# How many files a reminder names; how many more there are it says in a number.
NAMED = 15
# From how many on files of one step are offered to be decided together, and of how many steps.
SEVERAL = 2
GATHERED = 3


def queue_view(work: SqlUnitOfWork, person_id: PersonId, page: int, *, now: datetime) -> QueueView:
    """A page of somebody's own work; of what lies behind it only a number is read."""
    ahead = lying_with(work, person_id, now=now, most=reach(page, PAGE))
    shown = page_of(ahead, page, PAGE)
    files = work.cases.open_among([task_id for task_id, _ in shown.lines])
    late = sum(due_at is not None and now > due_at for _, due_at in ahead)
    return QueueView(
        lines=tuple(queue_line(work, task, case, now=now) for task, case in files),
        page=shown.page,
        pages=shown.pages,
        total=shown.total,
        late=min(late, MOST_COUNTED),
        asked=() if shown.page else _asked(work, person_id, now=now),
        together=_together(work, [task_id for task_id, _ in ahead]),
        now=now,
    )


def _together(work: SqlUnitOfWork, ahead: Sequence[TaskId]) -> tuple[TogetherLine, ...]:
    """The steps at which several of these lie that may be decided together."""
    if len(ahead) < SEVERAL:
        return ()
    found = [one for one in work.cases.steps_among(ahead) if one.files >= SEVERAL]
    shown = []
    for one in found:
        procedure = work.procedures.get(one.procedure_id, one.version)
        step = procedure.step(one.step)
        if together(procedure, step):
            shown.append(TogetherLine(first=one.first, short=step.short, files=one.files))
    return tuple(shown[:GATHERED])


def _asked(work: SqlUnitOfWork, person_id: PersonId, *, now: datetime) -> tuple[AskedLine, ...]:
    """What is asked of somebody's jabatan beside files, in whatever SOP."""
    posts = {one.jabatan for one in work.people.appointments_of(person_id, at=now)}
    return tuple(
        AskedLine(one.id, one.kind, case.number, due(one.due_at, work.calendar, now=now))
        for one, case in work.cases.asked_in(lanes_of(work, posts), most=ASKED)
    )


def queue_line(work: SqlUnitOfWork, task: Task, case: Case, *, now: datetime) -> QueueLine:
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    return QueueLine(
        task_id=task.id,
        case_number=case.number,
        subject=case.subject,
        step_short=procedure.step(task.step).short,
        due=due(task.due_at, work.calendar, now=now),
        returned=bool(task.because) and task.asked_by is None,
        held=hold_of(work, task, case, now=now),
    )


def alarms_view(
    work: SqlUnitOfWork,
    reminded: Sequence[int],
    overdue: Sequence[int],
    unheard: Sequence[int] = (),
    *,
    now: datetime,
) -> AlarmsView | None:
    """What is still open of that which was to be told; nothing when all of it is done."""
    told, told_in_all, told_late = _named(work, reminded, now)
    watched, watched_in_all, watched_late = _named(work, overdue, now)
    alone, alone_in_all, _ = _named(work, unheard, now)
    if not told and not watched and not alone:
        return None
    return AlarmsView(
        due=tuple(queue_line(work, task, case, now=now) for task, case in told),
        due_in_all=told_in_all,
        due_late=told_late,
        overdue=_watched(work, watched, now=now),
        overdue_in_all=watched_in_all,
        overdue_late=watched_late,
        unheard=_watched(work, alone, now=now),
        unheard_in_all=alone_in_all,
        now=now,
    )


def _named(
    work: SqlUnitOfWork, tasks: Sequence[int], now: datetime
) -> tuple[Sequence[tuple[Task, Case]], int, int]:
    """The first of these that are still open, how many are, and how many of them are late.

    After a stop it may be hundreds.
    """
    ids = [TaskId(one) for one in tasks]
    if len(ids) <= NAMED:
        found = work.procedures.readable(work.cases.open_among(ids))
        late = sum(task.due_at is not None and now > task.due_at for task, _ in found)
        return found, len(found), late
    still = work.cases.still_open(ids)
    first = work.procedures.readable(work.cases.open_among(still[:NAMED]))
    return first, len(still), work.cases.late_among(still, now=now)


def overview_view(
    work: SqlUnitOfWork, person_id: PersonId, page: int, *, now: datetime
) -> OverviewView:
    held = work.people.appointments_of(person_id, at=now)
    own = frozenset(one.jabatan for one in held)
    watched = work.cases.watched(watched_by(work, own), late_at=now, most=reach(page, PAGE))
    shown = page_of(watched.ids, page, PAGE)
    return OverviewView(
        lines=_watched(work, work.cases.open_among(shown.lines), own, now=now),
        first=shown.page * PAGE + 1,
        page=shown.page,
        pages=shown.pages,
        late=min(watched.late, MOST_COUNTED),
        open=min(watched.on_desk, MOST_COUNTED),
        asked=() if shown.page else asked_below(work, own, now=now),
        now=now,
    )


def giving_view(
    work: SqlUnitOfWork, task_id: TaskId, person_id: PersonId, page: int, *, now: datetime
) -> GivingView:
    """To whom a file may be given, with the load that each has already."""
    task, case = work.cases.task_and_case(task_id)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    able = [] if not task.is_open else colleagues(work, case, procedure, task, by=person_id)
    held = {one.jabatan for one in work.people.appointments_of(person_id, at=now)}
    shown, page, pages = paged(able, page, PAGE)
    load = work.cases.load_of([one.person_id for one in shown])
    [line] = _watched(work, [(task, case)], now=now)
    return GivingView(
        line=line,
        colleagues=tuple(
            ColleagueLine(
                person_id=one.person_id, name=named(one), files=load.get(one.person_id, 0)
            )
            for one in shown
        ),
        page=page,
        pages=pages,
        now=now,
        watching=any(held & set(work.office.above(one)) for one in work.office.jabatan),
        named=task.holder_id is not None and work.cases.has_grant(case.id, task.holder_id),
    )


def _watched(
    work: SqlUnitOfWork,
    files: Sequence[tuple[Task, Case]],
    own: Set[JabatanId] = frozenset(),
    *,
    now: datetime,
) -> tuple[WatchedLine, ...]:
    seats = {work.office.holder_of(case.procedure_id, task.lane) for task, case in files}
    sitting = work.people.holders_of(seats, at=now) if seats else []
    return tuple(
        _watched_line(work, task, case, [*sitting, *_team(work, task, case, now)], own, now)
        for task, case in files
    )


def _team(work: SqlUnitOfWork, task: Task, case: Case, now: datetime) -> Sequence[Appointment]:
    """The members of a team as if they held a jabatan of the lane's name."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    if not procedure.lanes[task.lane].team:
        return []
    held = [work.people.appointments_of(one, at=now) for one in work.cases.team(case.id, task.lane)]
    return [replace(one[0], jabatan=JabatanId(task.lane)) for one in held if one]


def _givable(
    procedure: Procedure,
    task: Task,
    others: Sequence[Appointment],
    holding: Sequence[Appointment],
    *,
    opens: bool,
) -> bool:
    """Whether there is a colleague to whom the file could be given; a team has it together.

    What is open to one named person is given only by whoever *opens* it.
    """
    column = procedure.lanes[task.lane]
    together = column.share is Share.TOGETHER or (procedure.is_by_grant(task.lane) and not opens)
    free = task.signing_since is None and not together
    return free and len(others) >= (1 if holding else 2)


def _watched_line(
    work: SqlUnitOfWork,
    task: Task,
    case: Case,
    sitting: Sequence[Appointment],
    own: Set[JabatanId],
    now: datetime,
) -> WatchedLine:
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    step = procedure.step(task.step)
    jabatan = work.office.holder_of(case.procedure_id, task.lane)
    here = [one for one in sitting if one.jabatan == jabatan]
    holding = [one for one in here if one.person_id == task.holder_id]
    others = [one for one in on_duty(here) if one not in holding]
    opens = not own.isdisjoint(granters_of(work, case, procedure, task.lane))
    return WatchedLine(
        task_id=task.id,
        case_number=case.number,
        subject=case.subject,
        step_short=step.short,
        holder=", ".join(named(one) for one in holding or others),
        jabatan=lane_title(work.office, procedure, task.lane),
        due=due(task.due_at, work.calendar, now=now),
        opened_at=task.opened_at,
        own=jabatan in own,
        with_applicant=procedure.waits_for_applicant(step, case.service),
        givable=_givable(procedure, task, others, holding, opens=opens),
        held=hold_of(work, task, case, now=now),
    )
