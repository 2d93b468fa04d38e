"""Which ways out of a step many files may go at once."""

from collections.abc import Sequence

from workflow.bulk import Bulk
from workflow.collecting import is_collected_for_some
from workflow.ids import OutcomeId, PersonId
from workflow.people import Appointment
from workflow.ports import UnitOfWork
from workflow.procedure import Outcome, Procedure, Step, StepKind, Way
from workflow.queries.on_desk import TaskOnDesk
from workflow.queries.rights import who_is
from workflow.queries.verbs import is_working, receivers
from workflow.verbs import Verb
from workflow.views.task import face_before

# What is somebody's own doing, or needs more than a press each.
_ALONE = frozenset({StepKind.SUBMIT, StepKind.ACKNOWLEDGE, StepKind.BACKUP})


def together(procedure: Procedure, step: Step) -> dict[OutcomeId, Outcome]:
    """The ways out of a step that many files may go at once.

    Forward only where one press decides: no signature, number, form, person, team, or somebody
    who has come for the answer. Back with one
    reason, but not to the applicant, who is told what is wrong with each.
    """
    if step.kind in _ALONE or procedure.lanes[step.lane].applicant:
        return {}
    return {
        name: outcome
        for name, outcome in step.outcomes.items()
        if _goes_with_others(procedure, step, outcome)
    }


def _goes_with_others(procedure: Procedure, step: Step, outcome: Outcome) -> bool:
    if outcome.way is Way.FORWARD:
        asked = face_before(step) or is_collected_for_some(procedure, step)
        return not (asked or step.signs or step.numbers or step.form)
    if outcome.way is not Way.BACK or outcome.to is None:
        return False
    target = procedure.step(outcome.to)
    return not procedure.lanes[target.lane].applicant


def words_of(step: Step, outcome: Outcome) -> Sequence[str]:
    """The ready-made words for a way out: instructions forward, reasons back."""
    return step.instructions if outcome.way is Way.FORWARD else outcome.reasons


def fellows(work: UnitOfWork, person_id: PersonId, bulk: Bulk) -> list[Appointment]:
    """The colleagues to whom the first of those ticked that may still be given can be given.

    Every other is asked for itself when it is given.
    """
    procedure = work.procedures.get(bulk.procedure_id, bulk.version)
    for task_id in bulk.ticked:
        task, case = work.cases.task_and_case(task_id)
        if not task.is_open:
            continue
        who = who_is(work, person_id, task, case)
        on_desk = TaskOnDesk(task=task, case=case, procedure=procedure, who=who)
        if is_working(work, on_desk, Verb.GIVE):
            return receivers(work, on_desk)
    return []
