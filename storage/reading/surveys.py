"""The satisfaction survey, and what was answered in a month."""

from datetime import datetime

from storage.unit_of_work import SqlUnitOfWork
from workflow.ids import CaseId, PersonId
from workflow.views.survey import SatisfactionView, SurveyView

# So many months can be looked at.
MONTHS = 36


def survey_view(
    work: SqlUnitOfWork, case_id: CaseId, person_id: PersonId, *, now: datetime
) -> SurveyView:
    """The question at hand about one request."""
    case = work.cases.get(case_id)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    return SurveyView(
        case_id=case_id,
        number=case.number,
        title=procedure.title_of(case.service),
        survey=work.surveys.find(case_id),
        now=now,
    )


def satisfaction_view(work: SqlUnitOfWork, page: int) -> SatisfactionView:
    months = work.surveys.months(most=MONTHS)
    if not months:
        return SatisfactionView(month="", result=None, page=0, pages=0)
    shown = min(page, len(months) - 1)
    return SatisfactionView(
        month=months[shown],
        result=work.surveys.result(months[shown]),
        page=shown,
        pages=len(months),
    )
