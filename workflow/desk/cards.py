"""The cards of a file on the phones it lies on: drawn anew, turned."""

from workflow.case import Task
from workflow.ids import PersonId
from workflow.intents import ShowTask
from workflow.ports import UnitOfWork
from workflow.screen_names import ScreenName
from workflow.views.task import Mode


def screen_of(task: Task) -> str:
    """The name under which a task's card is known on phones."""
    return ScreenName.TASK.of(task.id)


def refresh(work: UnitOfWork, task: Task) -> None:
    """Draw a task's card anew wherever it lies."""
    for person_id in work.cards.on_phones(screen_of(task)):
        work.tell(person_id, ShowTask(task_id=task.id))


def turn(
    work: UnitOfWork, person_id: PersonId, task: Task, mode: Mode, *, fresh: bool = False
) -> None:
    """Turn one person's card to another face."""
    work.cards.turn(screen_of(task), person_id, mode)
    work.tell(person_id, ShowTask(task_id=task.id, fresh=fresh))
