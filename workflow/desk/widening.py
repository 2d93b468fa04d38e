"""A file of which a few of many were told: a few more, when none has it or they are gone."""

from workflow.case import Case, Task
from workflow.desk.cards import screen_of
from workflow.desk.handing import bring_to_a_few
from workflow.ids import PersonId, TaskId
from workflow.intents import ShowTask, Widen
from workflow.ports import UnitOfWork
from workflow.procedure import Share
from workflow.queries.holders import able
from workflow.sharing import MOST, told_among, widens_at

# So many files are looked at when somebody is gone, the newest that lie on the phone; of an older
# one the alarms speak to whoever is there.
MOST_LOOKED_AT = 50


def widen(work: UnitOfWork, me: PersonId, widening: Widen) -> None:
    """Tell a few more of a file, at the time for it; carried out twice it tells nobody twice."""
    task, case = work.cases.task_and_case(TaskId(widening.task_id))
    if not task.is_open or task.received_at is not None or task.holder_id is not None:
        return
    unaware = _unaware(work, task, case, only_if_unheard=widening.since is None)
    if not unaware:
        return
    at = (
        work.now
        if widening.since is None
        else widens_at(widening.since, task.due_at, work.calendar)
    )
    at = work.calendar.next_opening(max(at, work.now))
    if at > work.now:  # the calendar has changed, or the bot was stopped until after hours
        work.tell(me, widening, not_before=at)
        return
    shown = work.cards.on_phones(screen_of(task))
    bring_to_a_few(work, task, unaware)
    for person_id in shown:
        work.tell(person_id, ShowTask(task_id=task.id))


def _unaware(work: UnitOfWork, task: Task, case: Case, *, only_if_unheard: bool) -> list[PersonId]:
    """Who of the lane may still be told of a file; nobody where enough have heard of it."""
    procedure = work.procedures.find(case.procedure_id, case.procedure_version)
    if procedure is None:
        return []
    sitting = able(work, case, procedure, procedure.step(task.step), task.lane)
    if procedure.lanes[task.lane].share is Share.TOGETHER:
        return []  # a team was told whole
    told = told_among(sitting, work.cards.on_phones(screen_of(task)))
    heard = work.people.within_reach(told)
    if len(heard) >= MOST or (heard and only_if_unheard):
        return []
    return [one for one in sitting if one not in told]


def look_for_others(work: UnitOfWork, person_id: PersonId) -> None:
    """Somebody hears no more of the files they were told of: where nobody else does, others do."""
    for task_id in work.cards.tasks_shown(person_id, most=MOST_LOOKED_AT):
        work.tell(person_id, Widen(task_id=task_id))
