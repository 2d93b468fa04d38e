"""Handing the file on: who may act, who is told, what each phone shows next."""

from collections.abc import Sequence
from dataclasses import replace

from workflow import engine
from workflow.alarms import Alarm, Watch, first_alarm, first_word
from workflow.case import Case, Task
from workflow.desk.cards import refresh, screen_of
from workflow.desk.overtaking import overtake_asked
from workflow.desk.pausing import end_pause
from workflow.desk.survey import ask_for_survey
from workflow.desk.telling_applicant import tell_applicant
from workflow.desk.way_back import close_the_way_back, leave_the_way_back
from workflow.engine import Change, Happened, NewTask
from workflow.ids import LaneId, PersonId, ServiceId
from workflow.intents import (
    ShowGiving,
    ShowTask,
    TakeBack,
    Tell,
    Widen,
)
from workflow.pauses import PauseEnd
from workflow.people import Who
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, Share
from workflow.queries.granting import granters
from workflow.queries.holders import able, goes_to_applicant, holders
from workflow.sharing import is_shared_out, next_told, widens_at
from workflow.titles import lane_title
from workflow.withdrawing import WHY, can_lapse


def record(work: UnitOfWork, change: Change, procedure: Procedure) -> Task | None:
    """Save a decision and tell everybody whom it concerns. Returns the task it opened."""
    change = _gone_on(work, change)
    lying_with: list[PersonId] = []
    if change.done.received_at == change.done.done_at:
        close_the_way_back(work, change.done)
    if procedure.is_by_grant(change.done.lane):
        close_access(work, change.case)
    to_office = change.opened is not None and not goes_to_applicant(
        change.case, procedure, change.opened.lane
    )
    if change.opened is not None and to_office:
        change, lying_with = _addressed(work, change, change.opened, procedure)
    opened = work.cases.save(change, alarm_of(work, change.opened, procedure, change.case.service))
    if change.release:
        work.cases.release_papers(change.case.id, at=work.now)
    if change.case.state.is_unanswered:
        _explain_number(work, change)
    refresh(work, change.done)
    if opened is not None and to_office:
        _tell_lane(work, opened, change.case, procedure, lying_with)
    tell_applicant(work, change, procedure)
    if change.happened is Happened.FINISHED and procedure.started_by_applicant:
        ask_for_survey(work, change.case)
    leave_the_way_back(work, change, procedure)
    return opened


def _gone_on(work: UnitOfWork, change: Change) -> Change:
    """A decision ends what the file waited for."""
    done = change.done
    overtake_asked(work, change.case, done)
    ended = end_pause(
        work, done, change.case, by=done.done_by, title=done.done_as, ending=PauseEnd.DECIDED
    )
    return replace(change, done=ended)


def receive(work: UnitOfWork, task: Task, who: Who) -> None:
    """Opening a file is receiving it: every phone that has its card says so. Idempotent."""
    received = engine.receive(task, who, at=work.now)
    if received is task:
        return
    work.cases.save_task(received)
    close_the_way_back(work, task)
    refresh(work, task)


def _explain_number(work: UnitOfWork, change: Change) -> None:
    """Numbers reserved for letters of a case now unanswered stay unused, and say why."""
    work.numbers.explain(change.case.id, WHY.get(change.case.state, change.done.note))


def begin(work: UnitOfWork, case: Case, procedure: Procedure) -> Task:
    """Open the first task of a case that begins without a form, and tell its lane."""
    opening = engine.first_opening(
        procedure, at=work.now, calendar=work.calendar, service=case.service
    )
    return begin_with(work, case, procedure, opening)


def begin_with(work: UnitOfWork, case: Case, procedure: Procedure, opening: NewTask) -> Task:
    """Open the first task of a case, at whichever step it begins, and tell its lane."""
    sitting = able(work, case, procedure, procedure.step(opening.step), opening.lane)
    lightest = _lightest(work, procedure, opening.lane, sitting)
    opening = replace(opening, holder_id=lightest)
    task = work.cases.open_task(case.id, opening, alarm_of(work, opening, procedure, case.service))
    lying_with = sitting if lightest is None else [lightest]
    _tell_lane(work, task, case, procedure, lying_with)
    return task


def alarm_of(
    work: UnitOfWork, opening: NewTask | None, procedure: Procedure, service: ServiceId | None
) -> Alarm | None:
    """The first alarm of a new task; an applicant is not hurried, only told that it waits."""
    if opening is None:
        return None
    if procedure.waits_for_applicant(procedure.step(opening.step), service):
        lapses = work.office.lapses_after if can_lapse(procedure, opening) else 0
        return first_word(opening.opened_at, work.calendar, work.rhythm, lapses=lapses)
    return first_alarm(
        Watch(
            opened_at=opening.opened_at,
            due_at=opening.due_at,
            calendar=work.calendar,
            rhythm=work.rhythm,
        )
    )


def _addressed(
    work: UnitOfWork, change: Change, opened: NewTask, procedure: Procedure
) -> tuple[Change, list[PersonId]]:
    """Decide on whose desks the file comes to lie.

    A lane that sees files only by grant gets it back with the access: whoever had both before.
    """
    if procedure.is_by_grant(opened.lane):
        named = opened.holder_id or work.cases.last_granted(change.case.id)
        sitting = holders(work, change.case, procedure, opened.lane)
        if named in sitting:
            opened = replace(opened, holder_id=named)
            reopen_grant(work, change.case, named)
    step = procedure.step(opened.step)
    at = (work, change.case, procedure, step, opened.lane)
    holding = able(*at, closing=change.done)
    if opened.holder_id is not None and opened.holder_id not in holding:
        opened = replace(opened, holder_id=None)
    if opened.holder_id is None:
        opened = replace(opened, holder_id=_lightest(work, procedure, opened.lane, holding))
    lying_with = [opened.holder_id] if opened.holder_id is not None else holding
    return replace(change, opened=opened), lying_with


def close_access(work: UnitOfWork, case: Case) -> None:
    """Close a case's files to whoever had them open; what was sent of them is taken back."""
    named = work.cases.last_granted(case.id)
    work.cases.close_grants(case.id, at=work.now)
    if named is not None:
        work.tell(named, TakeBack())


def reopen_grant(work: UnitOfWork, case: Case, person_id: PersonId) -> None:
    """Open a case's files to one person, unless they are open to them."""
    if not work.cases.has_grant(case.id, person_id):
        work.cases.open_grant(case.id, person_id, at=work.now)


def _lightest(
    work: UnitOfWork, procedure: Procedure, lane: LaneId, holding: Sequence[PersonId]
) -> PersonId | None:
    """Who gets the next file of a lane that shares its work by load; nobody in other lanes."""
    if not holding or procedure.lanes[lane].share is not Share.LEAST_LOADED:
        return None
    load = work.cases.load_of(holding)
    return min(holding, key=lambda person: (load.get(person, 0), person))


def give_back(work: UnitOfWork, task: Task, case: Case) -> None:
    """A file whose holder has left lies with its lane again; whoever sits there has its card."""
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    sitting = able(work, case, procedure, procedure.step(task.step), task.lane)
    holder = _lightest(work, procedure, task.lane, sitting)
    work.cases.save_task(engine.give(task, holder))
    shown = work.cards.on_phones(screen_of(task))
    told = _bring(work, task, case, procedure, sitting if holder is None else [holder])
    for person_id in shown:
        if person_id not in told:
            work.tell(person_id, ShowTask(task_id=task.id))
    if not told:
        ask_for_another(work, task, case, procedure)


def _bring(
    work: UnitOfWork,
    task: Task,
    case: Case,
    procedure: Procedure,
    lying_with: Sequence[PersonId],
) -> list[PersonId]:
    """Bring a file to those with whom it lies: to a few of many, and later to a few more.

    Returns who is told of it now.
    """
    if not is_shared_out(procedure.lanes[task.lane], lying_with):
        for person_id in lying_with:
            work.tell(person_id, ShowTask(task_id=task.id))
        return list(lying_with)
    told = bring_to_a_few(work, task, lying_with)
    later = widens_at(work.now, task.due_at, work.calendar)
    work.tell(told[0], Widen(task_id=task.id, since=work.now), not_before=later)
    return told


def bring_to_a_few(work: UnitOfWork, task: Task, people: Sequence[PersonId]) -> list[PersonId]:
    """Show a file to the few of these people who have least to do, and note that they were told."""
    told = next_told(
        people,
        work.cases.load_of(people),
        work.people.within_reach(people),
        turn=task.case_id,
    )
    work.cards.expect(screen_of(task), told, at=work.now)
    for person_id in told:
        work.tell(person_id, ShowTask(task_id=task.id))
    return told


def ask_for_another(work: UnitOfWork, task: Task, case: Case, procedure: Procedure) -> bool:
    """Nobody of its lane may open this file: whoever opens such files is to name another.

    False where there is nobody to name, or nobody who could.
    """
    in_lane = holders(work, case, procedure, task.lane)
    if not procedure.is_by_grant(task.lane) or not in_lane:
        return False
    to_name = granters(work, case, procedure, task.lane)
    for person_id in to_name:
        arguments = {
            "number": case.number,
            "lane": lane_title(work.office, procedure, task.lane),
        }
        work.tell(person_id, Tell(message_id="access-to-give", arguments=arguments))
        work.tell(person_id, ShowGiving(task_id=task.id, fresh=True))
    return bool(to_name)


def _tell_lane(
    work: UnitOfWork,
    opened: Task,
    case: Case,
    procedure: Procedure,
    lying_with: Sequence[PersonId],
) -> None:
    told = _bring(work, opened, case, procedure, lying_with)
    for lane in procedure.helpers_of(procedure.step(opened.step), case.service):
        for person_id in holders(work, case, procedure, lane):
            if person_id not in told:
                told.append(person_id)
                work.tell(person_id, ShowTask(task_id=opened.id))
    if lying_with or ask_for_another(work, opened, case, procedure):
        return
    why = _why_nobody(work, opened, case, procedure)
    for person_id in work.people.administrators():
        work.tell(
            person_id,
            Tell(
                message_id=why,
                arguments={
                    "lane": lane_title(work.office, procedure, opened.lane),
                    "number": case.number,
                },
            ),
        )


def _why_nobody(work: UnitOfWork, opened: Task, case: Case, procedure: Procedure) -> str:
    """Which sentence tells the administrators why a file came to nobody."""
    if not holders(work, case, procedure, opened.lane):
        return "office-lane-unheld"
    by_grant = procedure.is_by_grant(opened.lane)
    return "office-lane-closed" if by_grant else "office-lane-barred"
