"""A task as it lies before an officer: its case, its SOP, and who the officer is to it."""

from dataclasses import dataclass

from workflow.case import Case, Task
from workflow.errors import UnknownOutcome
from workflow.ids import OutcomeId
from workflow.people import Who
from workflow.procedure import Outcome, Procedure, Step, Way


@dataclass(frozen=True, slots=True)
class TaskOnDesk:
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
