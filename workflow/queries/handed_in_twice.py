"""Whether somebody is about to hand in what they have handed in already."""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from workflow.case import Case, CaseState
from workflow.duplicates import Claimant, is_one_person
from workflow.filling import Draft
from workflow.forms import AnswerKind, Item, Question
from workflow.ids import ItemId
from workflow.ports import UnitOfWork

# How long after it was handed in a request that was answered is still taken for the same.
NEAR = timedelta(days=30)
_LOOKED_AT = 20  # of their requests; more are seldom open at once


def handed_in_before(work: UnitOfWork, draft: Draft, items: Mapping[ItemId, Item]) -> Case | None:
    """The newest request of the same service that names the same people, of one's own.

    Looked for is among what this account sees anyhow: that somebody else has asked for a person is
    nobody's to learn by typing a NIK.
    """
    if draft.at_desk is not False or draft.case_id is not None or draft.task_id is not None:
        return None
    asked = [items[name] for name in draft.asks]
    claimant = claimant_of(asked, draft.answers)
    newest = (case for case, _ in work.cases.newest_of(draft.person_id, limit=_LOOKED_AT))
    alike = (one for one in newest if _is_of_one_service(one, draft) and _is_near(work, one))
    return next((one for one in alike if is_one_person(claimant, _who_asked(work, one))), None)


def _is_of_one_service(case: Case, draft: Draft) -> bool:
    return (case.procedure_id, case.service) == (draft.procedure_id, draft.service)


def _is_near(work: UnitOfWork, case: Case) -> bool:
    """What is open is near however old; what was refused is asked for again with good reason."""
    if case.state is CaseState.OPEN:
        return True
    return case.state is CaseState.FINISHED and work.now - case.opened_at <= NEAR


def _who_asked(work: UnitOfWork, case: Case) -> Claimant:
    procedure = work.procedures.find(case.procedure_id, case.procedure_version)
    asked = () if procedure is None else procedure.items_of(case.service)
    return claimant_of(asked, case.answers)


def claimant_of(asked: Iterable[Item], told: Mapping[str, str]) -> Claimant:
    """Who asks by a form: its first name, NIK and telephone; its further names are of others."""
    questions = [one for one in asked if isinstance(one, Question)]
    said = {
        kind: [told.get(one.id, "") for one in questions if one.kind is kind]
        for kind in (AnswerKind.NAME, AnswerKind.NIK, AnswerKind.PHONE)
    }
    name, *about = said[AnswerKind.NAME] or [""]
    nik, phone = (next(iter(said[kind]), "") for kind in (AnswerKind.NIK, AnswerKind.PHONE))
    return Claimant(name=name, nik=nik, phone=phone, about=tuple(filter(None, about)))
