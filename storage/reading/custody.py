"""What was done with a case's file while it lay somewhere, as its kartu kendali tells it."""

from collections import defaultdict
from collections.abc import Iterator

from storage.reading.consultations import asked_title
from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Task
from workflow.custody import CustodyEvent, NoteLine
from workflow.ids import CaseId, TaskId
from workflow.queries.consulting import is_given
from workflow.queries.people import called
from workflow.side import TaskKind


def notes_by_task(work: SqlUnitOfWork, case_id: CaseId) -> dict[TaskId, tuple[NoteLine, ...]]:
    """The notes of each step in their order; nothing for a step without any."""
    found: dict[TaskId, tuple[NoteLine, ...]] = defaultdict(tuple)
    lines = [*_noted(work, case_id), *_beside(work, case_id), *_linked(work, case_id)]
    for task_id, line in sorted(lines, key=lambda one: one[1].at):
        found[task_id] = (*found[task_id], line)
    return found


def _noted(work: SqlUnitOfWork, case_id: CaseId) -> Iterator[tuple[TaskId, NoteLine]]:
    for note in work.custody.of_case(case_id):
        yield (
            note.task_id,
            NoteLine(
                event=note.event,
                title=note.title,
                at=note.at,
                to="" if note.to is None else called(work, note.to, at=note.at),
                words=note.words,
            ),
        )


def _beside(work: SqlUnitOfWork, case_id: CaseId) -> Iterator[tuple[TaskId, NoteLine]]:
    """What was asked while a file lay at a step, below that step."""
    for one in work.cases.side_tasks_of(case_id):
        if one.below is None:
            continue
        for line in _lines(work, one):
            yield one.below, line


def _linked(work: SqlUnitOfWork, case_id: CaseId) -> Iterator[tuple[TaskId, NoteLine]]:
    """Which answer this file corrects, below its first step; which corrects it, below its last."""
    case, tasks = work.cases.get(case_id), work.cases.tasks_of(case_id)
    if case.corrects is not None:
        corrected = work.cases.get(case.corrects)
        yield tasks[0].id, _correction(CustodyEvent.CORRECTS, tasks[0], corrected.number)
    for one in work.cases.corrections_of(case_id):
        first = work.cases.tasks_of(one.id)[0]
        yield tasks[-1].id, _correction(CustodyEvent.CORRECTED, first, one.number)


def _correction(event: CustodyEvent, first: Task, number: str) -> NoteLine:
    return NoteLine(
        event=event, title=first.asked_as, at=first.opened_at, to=number, words=first.because
    )


def _lines(work: SqlUnitOfWork, one: Task) -> Iterator[NoteLine]:
    match one.kind:
        case TaskKind.QUESTION:
            return _asked(one)
        case TaskKind.ENQUIRY:
            return _enquired(work, one)
    return _consulted(work, one)


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


def _enquired(work: SqlUnitOfWork, enquiry: Task) -> Iterator[NoteLine]:
    """That the applicant asked the office, whom, and what was answered."""
    yield NoteLine(
        event=CustodyEvent.ENQUIRED,
        title=enquiry.asked_as,
        at=enquiry.opened_at,
        to=asked_title(work, enquiry),
        words=enquiry.because,
    )
    if enquiry.done_at is not None:
        yield NoteLine(
            event=CustodyEvent.REPLIED,
            title=enquiry.done_as,
            at=enquiry.done_at,
            to="",
            words=enquiry.note,
        )


def _consulted(work: SqlUnitOfWork, asked: Task) -> Iterator[NoteLine]:
    """Whose opinion was asked, and what came back."""
    yield NoteLine(
        event=CustodyEvent.CONSULTED,
        title=asked.asked_as,
        at=asked.opened_at,
        to=asked_title(work, asked),
        words=asked.because,
    )
    if is_given(asked) and asked.done_at is not None and asked.done_by is not None:
        yield NoteLine(
            event=CustodyEvent.ADVISED,
            title=asked.done_as,
            at=asked.done_at,
            to=called(work, asked.done_by, at=asked.done_at),
            words=asked.note,
        )
