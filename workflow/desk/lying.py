"""A task as it lies before an officer: its case, its SOP, and who the officer is to it."""

from dataclasses import dataclass
from datetime import datetime

from workflow.case import Case, Task
from workflow.desk.rights import goes_to_applicant, who_is
from workflow.errors import AccessNotGranted, NotForYou, NotYourTask, UnknownOutcome
from workflow.ids import OutcomeId, PersonId, TaskId
from workflow.people import Who
from workflow.ports import UnitOfWork
from workflow.procedure import Outcome, Procedure, Step, Way


@dataclass(frozen=True, slots=True)
class Lying:
    """A task on the desk, with all that is needed to decide it."""

    task: Task
    case: Case
    procedure: Procedure
    who: Who

    @property
    def step(self) -> Step:
        return self.procedure.step(self.task.step)

    def outcome(self, outcome_id: OutcomeId) -> Outcome:
        """The way out of this name; raises UnknownOutcome."""
        outcome = self.step.outcomes.get(outcome_id)
        if outcome is None:
            raise UnknownOutcome(outcome=outcome_id)
        return outcome

    def goes_to_applicant(self, outcome: Outcome) -> bool:
        """True for a way back to whoever asked."""
        if outcome.way is not Way.BACK or outcome.to is None:
            return False
        return self.procedure.lanes[self.procedure.step(outcome.to).lane].applicant


def lying_task(work: UnitOfWork, me: PersonId, task_id: TaskId, *, now: datetime) -> Lying:
    """A task of the office; raises NotYourTask where it is the applicant's to act."""
    task, case = work.cases.task_and_case(task_id)
    procedure = work.procedures.get(case.procedure_id, case.procedure_version)
    if goes_to_applicant(case, procedure, task.lane):
        raise NotYourTask(task_id=task.id)
    return Lying(task, case, procedure, who_is(work, me, task, case, now=now))


def ensure_concerned(work: UnitOfWork, lying: Lying) -> None:
    """Files are opened by those whose lanes the case runs through, and by nobody else.

    A lane that sees files only by grant needs one that is open, in the person's own name.
    """
    case, who = lying.case, lying.who
    office = [lying.procedure.lanes[lane] for lane in who.lanes]
    if all(lane.applicant and case.applicant_id is not None for lane in office):
        raise NotForYou
    by_grant = all(lane.by_grant or lane.applicant for lane in office)
    if by_grant and not work.cases.has_grant(case.id, who.person_id):
        raise AccessNotGranted
