"""Acts that are to be two persons': who of a lane is barred from a step of one case."""

from collections.abc import Sequence

from workflow import rights
from workflow.case import Case, Task
from workflow.ids import LaneId, PersonId
from workflow.people import Barred
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, Step, StepKind


def overlap_of(
    work: UnitOfWork,
    person_id: PersonId,
    case: Case,
    procedure: Procedure,
    step: Step,
    lane: LaneId,
) -> Barred | None:
    """Which of two acts that are to be two persons' would be one person's, waived or not."""
    if step.kind not in rights.LOOKED_AT:
        return None
    tasks = _history(work, case, procedure, step)
    return rights.overlap(person_id, case, tasks, procedure, step, lane)


def not_barred(
    work: UnitOfWork,
    people: Sequence[PersonId],
    case: Case,
    procedure: Procedure,
    step: Step,
    lane: LaneId,
    *,
    closing: Task | None = None,
) -> list[PersonId]:
    """Those who may do a step, as the office has it: it may waive the rule.

    *closing* is a task whose decision is not in the books yet.
    """
    if step.kind not in rights.LOOKED_AT or not people:
        return list(people)
    tasks = [*_history(work, case, procedure, step), *([] if closing is None else [closing])]
    waived = {None, *work.office.waives}
    return [
        one for one in people if rights.overlap(one, case, tasks, procedure, step, lane) in waived
    ]


def _history(work: UnitOfWork, case: Case, procedure: Procedure, step: Step) -> Sequence[Task]:
    """What the rule has to know of the past; before a signature the case alone says who asked."""
    if procedure.started_by_applicant and step.kind is not StepKind.SIGN:
        return ()
    return work.cases.tasks_of(case.id)
