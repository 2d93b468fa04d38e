"""What the office has from somebody's last request, offered to whoever fills in the next one."""

from collections.abc import Mapping
from dataclasses import dataclass

from workflow import filling
from workflow.case import Case
from workflow.details import carried_over, is_detail
from workflow.filling import Draft
from workflow.forms import Item
from workflow.ids import ItemId, PersonId
from workflow.ports import UnitOfWork

_LOOKED_AT = 5  # requests, of which all but the last may have come by a resi


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """Answers of an earlier request of the same person."""

    case: Case
    answers: Mapping[str, str]


def recalled(work: UnitOfWork, draft: Draft, items: Mapping[ItemId, Item]) -> Recalled | None:
    """What one press would fill in; nothing where the question at hand would stay open.

    At the desk a form is somebody else's each time, so nothing is offered there.
    """
    if not _is_own_request(draft) or not is_detail(filling.current(draft, items)):
        return None
    case = _last_request(work, draft.person_id)
    if case is None:
        return None
    procedure = work.procedures.find(case.procedure_id, case.procedure_version)
    if procedure is None:
        return None
    asked = [items[name] for name in draft.asks if name not in draft.answers]
    before = procedure.items_of(case.service)
    answers = carried_over(asked, before, case.answers, today=work.today)
    if draft.asks[draft.at] not in answers:
        return None
    return Recalled(case=case, answers=answers)


def _last_request(work: UnitOfWork, person_id: PersonId) -> Case | None:
    """The newest that they filled in themselves.

    What the counter entered and a resi linked may be of a neighbour whose errand they ran.
    """
    newest = work.cases.newest_of(person_id, limit=_LOOKED_AT)
    return next((case for case, _ in newest if case.link_code is None), None)


def _is_own_request(draft: Draft) -> bool:
    return (
        draft.at_desk is False
        and draft.case_id is None
        and not (draft.task_id is not None or draft.reviewing or draft.closed)
    )
