"""Which acts of a case are in force: a file that goes back undoes what it passes again."""

from collections.abc import Sequence

from workflow.case import Task
from workflow.ids import PaperId
from workflow.procedure import Procedure, StepKind, Way


def in_force(tasks: Sequence[Task]) -> list[Task]:
    """The tasks whose decisions hold, in their order, the one that is open among them.

    A file that comes to a step once more undoes what was decided there, and all that came after.
    A decision that was taken back undoes nothing: it is as if it had not been made.
    """
    held: list[Task] = []
    for task in (one for one in tasks if one.undone_at is None):
        passed = next((at for at, one in enumerate(held) if one.step == task.step), len(held))
        held = [*held[:passed], task]
    return held


def parafs_in_force(tasks: Sequence[Task], procedure: Procedure) -> list[Task]:
    """The parafs that hold on a letter: set, not sent back, and set on the letter as it stands.

    Each is there once, in whatever number of steps the same person sets it.
    """
    found: dict[tuple[object, str], Task] = {}
    for task in in_force(tasks):
        if procedure.step(task.step).drafts is not None:
            found.clear()
        elif procedure.step(task.step).kind is StepKind.PARAF and went_on(task, procedure):
            found[(task.done_by, task.done_as)] = task
    return list(found.values())


def is_signed(kind: PaperId, tasks: Sequence[Task], procedure: Procedure) -> bool:
    """True while the signature on a letter holds; one that was sent back must be signed anew."""
    return any(
        procedure.step(task.step).signs == kind and went_on(task, procedure)
        for task in in_force(tasks)
    )


def is_registered(kind: PaperId, procedure: Procedure) -> bool:
    """Whether a letter is numbered and sealed by a step of its own, after its signature."""
    return any(step.numbers == kind and step.signs is None for step in procedure.steps)


def went_on(task: Task, procedure: Procedure) -> bool:
    """True when the decision was the step's own act, no return and no refusal."""
    if task.outcome is None:
        return False
    return procedure.step(task.step).outcomes[task.outcome].way is Way.FORWARD


def disposisi_of(tasks: Sequence[Task], procedure: Procedure) -> list[Task]:
    """The tasks in which the file was handed on with words for whoever got it, in their order.

    Every disposition is one, and every other step whose SOP has words to go with the file. A return
    or a refusal is none; the kartu kendali has it.
    """
    return [task for task in tasks if _hands_down(task, procedure)]


def _hands_down(task: Task, procedure: Procedure) -> bool:
    if task.undone_at is not None:
        return False
    step = procedure.step(task.step)
    with_words = bool(step.instructions and task.note)
    if task.outcome is None or not (step.kind is StepKind.DISPOSISI or with_words):
        return False
    outcome = step.outcomes[task.outcome]
    return outcome.way is Way.FORWARD and outcome.to is not None
