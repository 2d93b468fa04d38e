"""What an applicant can do with a case of their own."""

from dataclasses import dataclass

from workflow import engine, rights
from workflow.case import Decision
from workflow.desk.handing import record
from workflow.desk.telling_applicant import release
from workflow.errors import PaperNotReleased, PaperNotThere, Refusal, UnknownOutcome
from workflow.ids import CaseId, OutcomeId, TaskId
from workflow.intents import SendAttachment, SendPaper, ShowCase
from workflow.papers import PaperKind
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.procedure import StepKind
from workflow.queries.access import ensure_may_follow, ensure_no_stranger, ensure_of_applicant
from workflow.queries.own_papers import own_files, own_papers
from workflow.queries.rights import standing, who_is
from workflow.rights import Act
from workflow.screen_names import ScreenName
from workflow.views.case import OwnPaper
from workflow.views.task import Mode

_SHEETS = {
    OwnPaper.RESI: PaperKind.RESI,
    OwnPaper.ANSWERS: PaperKind.LEMBAR_ISIAN,
    OwnPaper.TANDA_TERIMA: PaperKind.TANDA_TERIMA,
}
_NOT_THERE: dict[OwnPaper, type[Refusal]] = {OwnPaper.ANSWER: PaperNotReleased}


@dataclass(frozen=True, slots=True)
class ApplicantDesk:
    """The applicant's counter."""

    work: UnitOfWork
    me: Person

    def show(self, case_id: CaseId) -> None:
        """Where an own case stands."""
        ensure_may_follow(self.work.cases.get(case_id), self.me.id)
        self.work.cards.turn(ScreenName.CASE.of(case_id), self.me.id, Mode())
        self.work.tell(self.me.id, ShowCase(case_id=case_id, fresh=True))

    def acknowledge(self, task_id: TaskId, outcome: OutcomeId) -> None:
        """Say that the answer has arrived; that closes the file."""
        now = self.work.now
        task, case = self.work.cases.task_and_case(task_id)
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        who = who_is(self.work, self.me.id, task, case)
        ensure_no_stranger(self.work, task, who, procedure.step(task.step))
        engine.ensure_may_act(task, who)
        if procedure.step(task.step).kind is not StepKind.ACKNOWLEDGE:
            raise UnknownOutcome(outcome=outcome)
        ensure_of_applicant(task, case, procedure)
        decision = Decision(outcome=outcome, by=self.me.id, title=who.title, at=now)
        change = engine.decide(case, task, decision, procedure, who, self.work.calendar)
        record(self.work, change, procedure)
        self.work.tell(self.me.id, SendPaper(case_id=case.id, kind=PaperKind.TANDA_TERIMA))

    def paper(self, case_id: CaseId, kind: OwnPaper) -> None:
        """Send what is whoever asked's own again, to them or to the counter that acts for them.

        The resi always, the answer once it is released, a tanda terima once they have confirmed it.
        """
        case, tasks = self.work.cases.get(case_id), self.work.cases.tasks_of(case_id)
        who = standing(self.work, self.me.id, tasks[-1], case)
        rights.ensure_ever(Act.FETCH, tasks[-1], who)
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        files = self.work.cases.attachments(case_id)
        if kind not in own_papers(self.work, case, procedure, tasks, files):
            raise _NOT_THERE.get(kind, PaperNotThere)
        if kind in _SHEETS:
            self.work.tell(self.me.id, SendPaper(case_id=case_id, kind=_SHEETS[kind]))
        elif kind is OwnPaper.FILES:
            for file in own_files(case, procedure, files):
                self.work.tell(self.me.id, SendAttachment(case_id=case_id, file_id=file.id))
        else:
            release(self.work, case, procedure, self.me.id)
