"""The satisfaction survey: the only module that reads or writes its tables."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from storage.models.surveys import SurveyCountRow, SurveyRow
from workflow.ids import CaseId, PersonId, ProcedureId
from workflow.survey import Result, Survey, SurveyElement

# The row of a month that counts whoever answered anything.
_EVERYBODY = "n"
_SURVEYS = select(*SurveyRow.__table__.c)
_Count = SurveyCountRow


class SurveyRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, case_id: CaseId) -> Survey | None:
        """What is open about a request."""
        row = self._connection.execute(_SURVEYS.where(SurveyRow.case_id == case_id)).one_or_none()
        return None if row is None else _survey(row)

    def put(self, survey: Survey) -> None:
        """As it is from now on."""
        values = {"answers": dict(survey.answers), "at": survey.at}
        found = update(SurveyRow).where(SurveyRow.case_id == survey.case_id).values(values)
        if self._connection.execute(found).rowcount:
            return
        self._connection.execute(
            insert(SurveyRow).values(
                case_id=survey.case_id,
                procedure_id=survey.procedure_id,
                person_id=survey.person_id,
                asked_at=survey.asked_at,
                **values,
            )
        )

    def close(self, survey: Survey, month: str) -> None:
        """Count the answers among those of a month, and forget whose they were."""
        self._connection.execute(delete(SurveyRow).where(SurveyRow.case_id == survey.case_id))
        if not survey.answers:
            return
        counted: list[tuple[str, int]] = [
            (one.value, value) for one, value in survey.answers.items()
        ]
        for element, value in [(_EVERYBODY, 0), *counted]:
            self._count(month, survey.procedure_id, element, value)

    def _count(self, month: str, procedure_id: ProcedureId, element: str, value: int) -> None:
        key = {"month": month, "procedure_id": procedure_id, "element": element, "value": value}
        which = [getattr(_Count, name) == it for name, it in key.items()]
        more = update(_Count).where(*which).values(counted=_Count.counted + 1)
        if not self._connection.execute(more).rowcount:
            self._connection.execute(insert(_Count).values(**key, counted=1))

    def months(self, *, most: int) -> Sequence[str]:
        """The newest months in which somebody answered."""
        found = select(_Count.month).distinct().order_by(_Count.month.desc()).limit(most)
        return list(self._connection.scalars(found))

    def result(self, month: str) -> Result:
        """What was answered in a month about all services."""
        found = (
            select(_Count.element, _Count.value, func.sum(_Count.counted))
            .where(_Count.month == month)
            .group_by(_Count.element, _Count.value)
        )
        return _result(self._connection.execute(found).all())


def _result(rows: Sequence[Any]) -> Result:
    given: dict[SurveyElement, dict[int, int]] = defaultdict(dict)
    respondents = 0
    for element, value, counted in rows:
        if element == _EVERYBODY:
            respondents += int(counted)
        else:
            given[SurveyElement(element)][value] = int(counted)
    return Result(respondents=respondents, given=given)


def _survey(row: Any) -> Survey:
    answers: Mapping[str, int] = row.answers
    return Survey(
        case_id=CaseId(row.case_id),
        procedure_id=ProcedureId(row.procedure_id),
        person_id=None if row.person_id is None else PersonId(row.person_id),
        asked_at=row.asked_at,
        answers={SurveyElement(one): value for one, value in answers.items()},
        at=row.at,
    )
