"""Corrections of delivered answers: where one begins, and which answer stands for another."""

from workflow.case import Case, CasePaper, CaseState
from workflow.errors import CorrectedAlready, CorrectionOpen, NothingToCorrect
from workflow.ids import PaperId
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, Step


def ensure_correctable(work: UnitOfWork, case: Case) -> tuple[int, Procedure, Step]:
    """The SOP of today and the step at which its correction begins; raises what stands against.

    What corrects an answer and was refused leaves that answer as it was.
    """
    offered = _offered(work, case)
    if case.state is not CaseState.FINISHED or offered is None:
        raise NothingToCorrect
    for one in work.cases.corrections_of(case.id):
        if one.state is CaseState.OPEN:
            raise CorrectionOpen(number=one.number)
        if one.state is CaseState.FINISHED:
            raise CorrectedAlready(number=one.number)
    return offered


def is_correctable(work: UnitOfWork, case: Case) -> bool:
    """Whether a correction of this answer can be asked for now."""
    try:
        ensure_correctable(work, case)
    except (NothingToCorrect, CorrectionOpen, CorrectedAlready):
        return False
    return True


def _offered(work: UnitOfWork, case: Case) -> tuple[int, Procedure, Step] | None:
    found = work.procedures.latest(case.procedure_id)
    if found is None or found[1].correction is None:
        return None
    if case.service is not None and case.service not in found[1].services:
        return None
    return *found, found[1].correction


def in_its_place(work: UnitOfWork, case: Case, kind: PaperId) -> CasePaper | None:
    """The letter that was delivered in the place of a case's own; nothing while that one stands."""
    for one in work.cases.corrections_of(case.id):
        paper = work.cases.paper(one.id, kind)
        if not one.state.is_unanswered and paper is not None and paper.released_at:
            return in_its_place(work, one, kind) or paper
    return None
