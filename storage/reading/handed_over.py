"""What an applicant has been given, by whom, and when it was confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass

from storage.unit_of_work import SqlUnitOfWork
from workflow.case import Attachment, Case, Task
from workflow.in_force import went_on
from workflow.papers import ReceivedItem
from workflow.procedure import Procedure, StepKind


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver:
    """One case as its tanda terima tells it."""

    giver: Task | None
    confirmed: Task
    items: tuple[ReceivedItem, ...]


def handed_over(
    work: SqlUnitOfWork,
    case: Case,
    procedure: Procedure,
    tasks: Sequence[Task],
    files: Sequence[Attachment],
) -> HandedOver:
    """Read it off the acts: the release, and the applicant's confirmation."""
    confirmed = next((one for one in reversed(tasks) if _confirms(one, procedure)), tasks[-1])
    before = [one for one in tasks if one.id < confirmed.id]
    release = next((one for one in reversed(before) if _releases(one, procedure)), None)
    by_office = [one for one in before if not procedure.lanes[one.lane].applicant]
    given = [] if release is None else [*_letters(work, case, procedure), *_files(procedure, files)]
    if release is not None and procedure.pickup_of(case.service) is not None:
        given = [ReceivedItem(title=procedure.title_of(case.service))]
    return HandedOver(
        giver=release or (by_office[-1] if by_office else None),
        confirmed=confirmed,
        items=tuple(given) or _by_the_sop(case, procedure, confirmed),
    )


def answers_in_chat(
    work: SqlUnitOfWork,
    case: Case,
    procedure: Procedure,
    tasks: Sequence[Task],
    files: Sequence[Attachment],
) -> tuple[str, ...]:
    """The titles of what has been sent to the applicant's chat; nothing before its release."""
    if not any(_releases(one, procedure) for one in tasks):
        return ()
    if procedure.pickup_of(case.service) is not None:
        return ()
    given = [*_letters(work, case, procedure), *_files(procedure, files)]
    return tuple(one.title for one in given)


def _confirms(task: Task, procedure: Procedure) -> bool:
    return procedure.step(task.step).kind is StepKind.ACKNOWLEDGE and went_on(task, procedure)


def _releases(task: Task, procedure: Procedure) -> bool:
    return task.outcome is not None and procedure.releases(task.step, task.outcome)


def _letters(work: SqlUnitOfWork, case: Case, procedure: Procedure) -> list[ReceivedItem]:
    return [
        ReceivedItem(title=letter.title, number=paper.number)
        for kind, letter in procedure.papers.items()
        if (paper := work.cases.paper(case.id, kind)) is not None and paper.released_at is not None
    ]


def _files(procedure: Procedure, files: Sequence[Attachment]) -> list[ReceivedItem]:
    return [
        ReceivedItem(title=f"{procedure.item_title(file.item)} ({file.name})")
        for file in files
        if file.item in procedure.answer_items
    ]


def _by_the_sop(case: Case, procedure: Procedure, confirmed: Task) -> tuple[ReceivedItem, ...]:
    """What was handed over outside the chat: as the SOP calls it, else the service."""
    materials = procedure.step(confirmed.step).materials
    titles = materials or (procedure.title_of(case.service),)
    return tuple(ReceivedItem(title=title) for title in titles)
