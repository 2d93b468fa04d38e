"""What was done with a case's file while it lay somewhere, as its kartu kendali tells it."""

from collections import defaultdict

from storage.unit_of_work import SqlUnitOfWork
from workflow.custody import NoteLine
from workflow.ids import CaseId, TaskId
from workflow.queries.people import called


def notes_by_task(work: SqlUnitOfWork, case_id: CaseId) -> dict[TaskId, tuple[NoteLine, ...]]:
    """The notes of each step in their order; nothing for a step without any."""
    found: dict[TaskId, tuple[NoteLine, ...]] = defaultdict(tuple)
    for note in work.custody.of_case(case_id):
        line = NoteLine(
            event=note.event,
            title=note.title,
            at=note.at,
            to="" if note.to is None else called(work, note.to, at=note.at),
            words=note.words,
        )
        found[note.task_id] = (*found[note.task_id], line)
    return found
