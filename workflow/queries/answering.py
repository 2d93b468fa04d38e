"""What a form says by now, and which of its answers cannot be handed in any more."""

from collections.abc import Mapping

from workflow import filling
from workflow.bounds import Answers
from workflow.case import Task
from workflow.errors import Refusal
from workflow.filling import Draft, FormEnding
from workflow.forms import AnswerKind, Item, Question
from workflow.ids import ItemId
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, StepKind


def items_of(procedure: Procedure, draft: Draft) -> dict[ItemId, Item]:
    """Every item a draft may ask, by its id."""
    steps = tuple(item for step in procedure.steps for item in step.items)
    return filling.by_id((*procedure.items_of(draft.service), *steps))


def answers_of(work: UnitOfWork, draft: Draft, items: Mapping[ItemId, Item]) -> Answers:
    """What the form says, above what its case knows already."""
    known = {} if draft.case_id is None else work.cases.get(draft.case_id).answers
    return Answers(
        items=items,
        told={**known, **draft.answers},
        today=work.today,
    )


def handed_in_as(work: UnitOfWork, draft: Draft) -> str:
    """The number of the request that a closed form was handed in for; nothing of any other.

    A form of a service has a case only once it was handed in; one that repairs has its case from
    the start, and is handed in when its task is done. What a step's form held says its card.
    """
    if (
        not draft.closed
        or draft.case_id is None
        or draft.ending not in {None, FormEnding.HANDED_IN}
    ):
        return ""
    case = work.cases.get(draft.case_id)
    if draft.task_id is not None:
        task = work.cases.task(draft.task_id)
        if not _hands_in(work, draft, task) or (draft.ending is None and task.is_open):
            return ""
    return case.number


def saved_in(work: UnitOfWork, draft: Draft) -> str:
    """The number of the case that holds what an officer's form for a step told."""
    if draft.ending is not FormEnding.HANDED_IN or draft.task_id is None:
        return ""
    task, case = work.cases.task_and_case(draft.task_id)
    return "" if _hands_in(work, draft, task) else case.number


def _hands_in(work: UnitOfWork, draft: Draft, task: Task) -> bool:
    procedure = work.procedures.get(draft.procedure_id, draft.procedure_version)
    return procedure.step(task.step).kind is StepKind.SUBMIT


def unfit_answers(
    work: UnitOfWork, draft: Draft, items: Mapping[ItemId, Item]
) -> tuple[Refusal, ...]:
    """Why answers that were good when they were given cannot be handed in now."""
    answers = answers_of(work, draft, items)
    asked = [items[name] for name in draft.asks]
    found = [answers.unfit(item) for item in asked if isinstance(item, Question)]
    return tuple(refusal for refusal in found if refusal is not None)


def asks_for_phone(draft: Draft, items: dict[ItemId, Item]) -> bool:
    item = filling.current(draft, items)
    return isinstance(item, Question) and item.kind is AnswerKind.PHONE
