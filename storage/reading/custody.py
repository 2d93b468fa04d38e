"""What was done with a case's file while it lay somewhere, as its kartu kendali tells it."""

from collections import defaultdict
from collections.abc import Iterator

from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Task
from workflow.custody import CustodyEvent, NoteLine
from workflow.ids import CaseId, TaskId
from workflow.queries.people import called
from workflow.side import TaskKind


def notes_by_task(work: SqlUnitOfWork, case_id: CaseId) -> dict[TaskId, tuple[NoteLine, ...]]:
    """The notes of each step in their order; nothing for a step without any."""
    found: dict[TaskId, list[NoteLine]] = defaultdict(list)
    for note in work.custody.of_case(case_id):
        line = NoteLine(
            event=note.event,
            title=note.title,
            at=note.at,
            to="" if note.to is None else called(work, note.to, at=note.at),
            words=note.words,
        )
        found[note.task_id].append(line)
    for one in work.cases.side_tasks_of(case_id):
        if one.kind is TaskKind.QUESTION and one.below is not None:
            found[one.below] += _asked(one)
    in_order = {
        task_id: tuple(sorted(lines, key=lambda line: line.at)) for task_id, lines in found.items()
    }
    return defaultdict(tuple, in_order)


def _asked(question: Task) -> Iterator[NoteLine]:
    """That the applicant was asked, by whom, and what came of it."""
    yield NoteLine(
        event=CustodyEvent.ASKED,
        title=question.asked_as,
        at=question.opened_at,
        to="",
        words=question.because,
    )
    if question.done_at is None or question.outcome is None:
        return
    event = CustodyEvent(question.outcome)
    yield NoteLine(
        event=event,
        title=question.done_as,
        at=question.done_at,
        to="",
        words=question.note if event is CustodyEvent.ANSWERED else "",
    )
