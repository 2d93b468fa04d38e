"""What an applicant can do with a case of their own."""

from dataclasses import dataclass

from workflow import engine
from workflow.case import Decision
from workflow.desk.handing import record
from workflow.desk.telling_applicant import release
from workflow.errors import PaperNotReleased, UnknownOutcome
from workflow.ids import CaseId, OutcomeId, TaskId
from workflow.intents import SendPaper, ShowCase
from workflow.papers import PaperKind
from workflow.people import Person
from workflow.ports import UnitOfWork
from workflow.procedure import Procedure, StepKind
from workflow.queries.access import ensure_may_follow, ensure_no_stranger
from workflow.queries.rights import who_is
from workflow.screen_names import ScreenName
from workflow.views.case import OwnPaper
from workflow.views.task import Mode


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
        decision = Decision(outcome=outcome, by=self.me.id, title=who.title, at=now)
        change = engine.decide(case, task, decision, procedure, who, self.work.calendar)
        record(self.work, change, procedure)
        self.work.tell(self.me.id, SendPaper(case_id=case.id, kind=PaperKind.TANDA_TERIMA))

    def paper(self, case_id: CaseId, kind: OwnPaper) -> None:
        """Send a paper of an own case again: the resi always, the answer once it is released."""
        case = self.work.cases.get(case_id)
        ensure_may_follow(case, self.me.id)
        if kind is OwnPaper.RESI:
            self.work.tell(self.me.id, SendPaper(case_id=case_id, kind=PaperKind.RESI))
            return
        procedure = self.work.procedures.get(case.procedure_id, case.procedure_version)
        if not self._is_released(case_id, procedure):
            raise PaperNotReleased
        release(self.work, case, procedure, self.me.id)

    def _is_released(self, case_id: CaseId, procedure: Procedure) -> bool:
        return any(
            task.outcome is not None and procedure.releases(task.step, task.outcome)
            for task in self.work.cases.tasks_of(case_id)
        )
