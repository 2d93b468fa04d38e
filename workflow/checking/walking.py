"""Where the arrows of an SOP lead: no step unreached, no dead end, no release too early."""

from collections.abc import Iterator

from workflow.checking.faults import Problem
from workflow.ids import LaneId, StepId
from workflow.procedure import Procedure, Step, StepKind


def unreachable(procedure: Procedure) -> Iterator[Problem]:
    reached = _reachable(procedure, procedure.first.id)
    for index, step in enumerate(procedure.steps):
        if step.id not in reached:
            yield (
                ("steps", index),
                f"step {step.number} is never reached; let an outcome lead to it or take it out",
            )


def dead_ends(procedure: Procedure) -> Iterator[Problem]:
    ends = {
        step.id
        for step in procedure.steps
        if any(outcome.to is None for outcome in step.outcomes.values())
    }
    for index, step in enumerate(procedure.steps):
        if not ends & _reachable(procedure, step.id):
            yield (
                ("steps", index),
                f"step {step.number} is a dead end; let one of its ways lead to an end (no 'to')",
            )


def early_release(procedure: Procedure) -> Iterator[Problem]:
    """A release is early when some way from the start meets it before a signature."""
    before = _reachable(procedure, procedure.first.id, stop_at=StepKind.SIGN)
    for index, step in enumerate(procedure.steps):
        if step.releases and step.kind is not StepKind.SIGN and step.id in before:
            yield (
                ("steps", index, "releases"),
                f"step {step.number} releases the answer before a 'sign' step; move it behind one",
            )


def uncorrected(procedure: Procedure) -> Iterator[Problem]:
    """A correction begins with somebody of the office, and ends with a letter signed anew."""
    step = procedure.correction
    if step is None:
        return
    lanes = [procedure.lanes[lane] for lane in _lanes_of(procedure, step)]
    if any(lane.applicant or lane.team or lane.by_grant for lane in lanes):
        yield ("corrects",), f"step {step.number} lies with nobody when a correction begins there"
    ahead = [procedure.step(one) for one in _reachable(procedure, step.id)]
    if not any(one.signs for one in ahead) or not any(one.releases for one in ahead):
        yield (
            ("corrects",),
            f"from step {step.number} no letter is signed and released; name an earlier step",
        )


def _lanes_of(procedure: Procedure, step: Step) -> set[LaneId]:
    """Who does a step, over all services of the SOP."""
    return {procedure.lane_of(step, service) for service in (None, *procedure.services)}


def _reachable(
    procedure: Procedure, start: StepId, *, stop_at: StepKind | None = None
) -> set[StepId]:
    seen: set[StepId] = set()
    ahead = [start]
    while ahead:
        here = ahead.pop()
        if here in seen:
            continue
        seen.add(here)
        step = procedure.step(here)
        if step.kind is not stop_at:
            ahead += _onward(step)
    return seen


def _onward(step: Step) -> list[StepId]:
    return [outcome.to for outcome in step.outcomes.values() if outcome.to is not None]
