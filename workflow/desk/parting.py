"""What ends when a case comes to another phone: what was begun, and whose desk it lay on."""

from workflow import engine
from workflow.case import Case, Task
from workflow.desk.writing import put_down
from workflow.filling import FormEnding
from workflow.ids import PersonId
from workflow.intents import ShowForm
from workflow.people import FocusKind
from workflow.ports import UnitOfWork


def end_what_was_begun(work: UnitOfWork, case: Case, person_id: PersonId) -> None:
    """A repair, an answer or a question half written would be refused from now on."""
    close_repair(work, work.cases.tasks_of(case.id)[-1], person_id)
    for kind in (FocusKind.ENQUIRY, FocusKind.CORRECTION):
        put_down(work, person_id, kind, case.id)
    for one in work.cases.side_tasks_of(case.id):
        put_down(work, person_id, FocusKind.ANSWER, one.id)


def lies_anew(work: UnitOfWork, task: Task) -> None:
    """What waits for whoever asked is held by nobody, so that the next of them can take it up."""
    if task.holder_id is None:
        return
    close_repair(work, task, task.holder_id)
    work.cases.save_task(engine.give(task, None))


def close_repair(work: UnitOfWork, task: Task, person_id: PersonId) -> None:
    """A repair that was begun is handed in no more."""
    draft = work.drafts.find_for_task(task.id, person_id)
    if draft is None:
        return
    work.drafts.close(draft.id, FormEnding.CANCELLED, at=work.now)
    put_down(work, person_id, FocusKind.FORM, draft.id)
    work.tell(person_id, ShowForm(draft_id=draft.id, fresh=False, said=FormEnding.CANCELLED))
