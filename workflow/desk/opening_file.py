"""A file that was named by its number, or by a code on its papers, shown to whoever may see it."""

from workflow.case import Case
from workflow.ids import PersonId
from workflow.intents import ShowKartuKendali, ShowTask
from workflow.ports import UnitOfWork
from workflow.queries.rights import may_read_kartu, who_is


def opens_file(work: UnitOfWork, person_id: PersonId, case: Case) -> bool:
    """Show an officer the card of a file that lies with them, else who has held it.

    False where neither is for this person.
    """
    task = work.cases.tasks_of(case.id)[-1]
    who = who_is(work, person_id, task, case)
    if task.is_open and task.lane in who.lanes:
        work.tell(person_id, ShowTask(task_id=task.id, fresh=True))
        return True
    if may_read_kartu(work, person_id, case):
        work.tell(person_id, ShowKartuKendali(case_id=case.id))
        return True
    return False
