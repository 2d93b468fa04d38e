"""What of a case is sent again to whoever asked for it: own answers and files, papers, letters."""

from collections.abc import Collection, Sequence

from workflow.case import Attachment, Case, Task
from workflow.in_force import went_on
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, StepKind
from workflow.questions import is_answer
from workflow.views.case import OwnPaper


def own_papers(
    work: UnitOfWork,
    case: Case,
    procedure: Procedure,
    tasks: Sequence[Task],
    files: Collection[Attachment],
) -> tuple[OwnPaper, ...]:
    """What there is now, in the order in which it came to be."""
    asked = {one.id for one in procedure.items_of(case.service)}
    confirmed = any(_confirms(one, procedure) for one in tasks)
    there = {
        OwnPaper.RESI: True,
        OwnPaper.ANSWERS: not asked.isdisjoint(case.answers),
        OwnPaper.FILES: bool(own_files(case, procedure, files)),
        OwnPaper.ANSWER: is_released(tasks, procedure) and _is_given(work, case, procedure, files),
        OwnPaper.TANDA_TERIMA: confirmed,
    }
    if confirmed and procedure.pickup_of(case.service) is not None:
        there[OwnPaper.ANSWER] = False  # it was collected
    return tuple(one for one in OwnPaper if there[one])


def _is_given(
    work: UnitOfWork, case: Case, procedure: Procedure, files: Collection[Attachment]
) -> bool:
    """Whether an answer comes through the chat, or is collected; else it went another way."""
    if procedure.pickup_of(case.service) is not None:
        return True
    if any(one.item in procedure.answer_items for one in files):
        return True
    return any(work.cases.paper(case.id, kind) is not None for kind in procedure.papers)


def own_files(case: Case, procedure: Procedure, files: Collection[Attachment]) -> list[Attachment]:
    """The files that count now of those handed in by whoever asked, or for them at the counter."""
    asked = {one.id for one in procedure.items_of(case.service)}
    return [one for one in files if one.item in asked or is_answer(one.item)]


def is_released(tasks: Sequence[Task], procedure: Procedure) -> bool:
    """Whether the office has given its answer."""
    return any(
        task.outcome is not None and procedure.releases(task.step, task.outcome) for task in tasks
    )


def _confirms(task: Task, procedure: Procedure) -> bool:
    return procedure.step(task.step).kind is StepKind.ACKNOWLEDGE and went_on(task, procedure)


def offered_at_counter(
    work: UnitOfWork, case: Case, procedure: Procedure, tasks: Sequence[Task]
) -> tuple[OwnPaper, ...]:
    """What the counter has sent for whoever has no Telegram: of what is collected there is none."""
    there = own_papers(work, case, procedure, tasks, work.cases.attachments(case.id))
    collected = procedure.pickup_of(case.service) is not None
    return tuple(one for one in there if not (collected and one is OwnPaper.ANSWER))
