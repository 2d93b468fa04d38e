"""The satisfaction survey after a delivered answer (SKM): asked once, answered in nine taps."""

from dataclasses import dataclass, replace
from datetime import timedelta

from workflow import rights
from workflow.case import Case, CaseState
from workflow.custody import CustodyEvent, CustodyNote
from workflow.errors import NothingToRate, SurveyClosed
from workflow.ids import CaseId, PersonId
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.queries.access import ensure_officer
from workflow.queries.acting_as import asks_as
from workflow.queries.rights import standing
from workflow.queries.surveyed import was_entered
from workflow.rights import Act
from workflow.survey import Survey, SurveyElement
from workflow.survey_intents import CloseSurvey, ShowSatisfaction, ShowSurvey

# The answer and its receipt come first.
ASKED_AFTER = timedelta(minutes=2)


def ask_for_survey(work: UnitOfWork, case: Case) -> None:
    """Some minutes after an answer was delivered its applicant is asked, within office hours."""
    if case.applicant_id is None or case.corrects is not None:
        return
    opening = work.calendar.next_opening(work.now + ASKED_AFTER)
    survey = Survey(
        case_id=case.id,
        procedure_id=case.procedure_id,
        person_id=case.applicant_id,
        asked_at=opening,
    )
    _begin(work, survey, case.applicant_id)


def _begin(work: UnitOfWork, survey: Survey, asked: PersonId) -> None:
    work.surveys.put(survey)
    later = survey.asked_at if survey.asked_at > work.now else None
    work.tell(asked, ShowSurvey(case_id=survey.case_id, fresh=True), not_before=later)
    work.tell(asked, CloseSurvey(case_id=survey.case_id), not_before=survey.closes_at)


def close_survey(work: UnitOfWork, person_id: PersonId, one: CloseSurvey) -> None:
    """The day in which it may be changed is over."""
    survey = work.surveys.find(one.case_id)
    if survey is None:
        return
    day = survey.asked_at.astimezone(work.calendar.tz)
    work.surveys.close(survey, f"{day:%Y-%m}")
    work.tell(person_id, ShowSurvey(case_id=one.case_id))


@dataclass(frozen=True, slots=True)
class SurveyDesk:
    """Where an applicant answers, or the counter enters what was answered on paper."""

    work: UnitOfWork
    me: Person

    def begin(self, case_id: CaseId) -> None:
        """At the counter, from paper: of a delivered answer, once."""
        case = self._mine(case_id)
        if case.state is not CaseState.FINISHED or case.applicant_id is not None:
            raise NothingToRate
        survey = self.work.surveys.find(case_id)
        if survey is not None:
            self.work.tell(self.me.id, ShowSurvey(case_id=case_id, fresh=True))
            return
        if was_entered(self.work, case):
            raise SurveyClosed
        self._note(case)
        opened = Survey(
            case_id=case_id,
            procedure_id=case.procedure_id,
            person_id=None,
            asked_at=self.work.now,
        )
        _begin(self.work, opened, self.me.id)

    def _note(self, case: Case) -> None:
        """That it was entered, so that it counts once; what was answered stands nowhere."""
        note = CustodyNote(
            task_id=self.work.cases.tasks_of(case.id)[-1].id,
            event=CustodyEvent.SURVEYED,
            by=self.me.id,
            title=asks_as(self.work, self.me.id, case),
            at=self.work.now,
        )
        self.work.custody.note(case.id, note)

    def rate(self, case_id: CaseId, element: SurveyElement, value: int) -> None:
        self._keep(self._open(case_id).rate(element, value))

    def skip(self, case_id: CaseId, element: SurveyElement) -> None:
        """Nobody has to answer anything."""
        self._keep(self._open(case_id).skip(element))

    def change(self, case_id: CaseId) -> None:
        """From the first question again; what was answered stands until it is answered anew."""
        self._keep(replace(self._open(case_id), at=0))

    def finish(self, case_id: CaseId) -> None:
        """No more questions; what was answered counts."""
        self._keep(replace(self._open(case_id), at=len(SurveyElement)))

    def results(self, page: int, *, fresh: bool) -> None:
        """What was answered month by month: it is the whole office's to know."""
        ensure_officer(self.work, self.me.id)
        self.work.tell(self.me.id, ShowSatisfaction(page=page, fresh=fresh))

    def _keep(self, survey: Survey) -> None:
        self.work.surveys.put(survey)
        self.work.tell(self.me.id, ShowSurvey(case_id=survey.case_id))

    def _open(self, case_id: CaseId) -> Survey:
        """What is open, and this person's to answer; raises the refusal that fits."""
        self._mine(case_id)
        survey = self.work.surveys.find(case_id)
        if survey is None or self.work.now >= survey.closes_at:
            raise SurveyClosed
        return survey

    def _mine(self, case_id: CaseId) -> Case:
        case = self.work.cases.get(case_id)
        task = self.work.cases.tasks_of(case_id)[-1]
        rights.ensure_ever(Act.RATE, task, standing(self.work, self.me.id, task, case))
        return case
