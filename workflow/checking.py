"""Does an SOP hold together: all steps reachable, no dead end, no release before its signature."""

from collections.abc import Iterator

from workflow.forms import Slot, item_id
from workflow.ids import StepId
from workflow.procedure import Procedure, Step, StepKind, Way

Problem = tuple[tuple[str | int, ...], str]


def problems(procedure: Procedure) -> list[Problem]:
    """Every fault with the place it stands at and its mend; an empty list when there is none."""
    found = [*_unknown(procedure), *_wording(procedure)]
    if found:
        return found
    return [*_unreachable(procedure), *_dead_ends(procedure), *_early_release(procedure)]


def _unknown(procedure: Procedure) -> Iterator[Problem]:
    for index, step in enumerate(procedure.steps):
        here = ("steps", index)
        for key, lane in (
            ("lane", step.lane),
            ("grants", step.grants),
            ("appoints", step.appoints),
            *(("helpers", helper) for helper in step.helpers),
        ):
            if lane is not None and lane not in procedure.lanes:
                yield (*here, key), _no_such("lane", lane, procedure.lanes)
        for name, outcome in step.outcomes.items():
            where = (*here, "outcomes", name, "to")
            if outcome.to is not None and procedure.find(outcome.to) is None:
                yield where, f"there is no step {outcome.to}; write one of {_numbers(procedure)}"
            if outcome.way is Way.BACK and outcome.to is None:
                yield where, "a return needs the step it goes back to: write 'to: <step>'"
            if outcome.way is Way.REFUSE and outcome.to is not None:
                yield where, "a refusal ends the case: take 'to' out, or write 'way: back'"
        for key in ("drafts", "signs", "numbers"):
            paper = getattr(step, key)
            if paper is not None and paper not in procedure.papers:
                yield (*here, key), _no_such("paper", paper, procedure.papers)
    if procedure.desk is not None and procedure.desk not in procedure.lanes:
        yield ("desk",), _no_such("lane", procedure.desk, procedure.lanes)
    for name, service in procedure.services.items():
        for lane, other in service.lanes.items():
            for one in (lane, other):
                if one not in procedure.lanes:
                    yield ("services", name, "lanes"), _no_such("lane", one, procedure.lanes)
    used = set(procedure.lanes_in_use())
    for lane in procedure.lanes:
        if lane not in used:
            yield ("lanes", lane), f"no step uses the lane '{lane}'; take it out or use it"


def _wording(procedure: Procedure) -> Iterator[Problem]:
    first = procedure.first
    groups = [procedure.items_of(service) for service in (None, *procedure.services)]
    for items in groups:
        names = [item_id(item) for item in items]
        for name in {name for name in names if names.count(name) > 1}:
            yield ("form",), f"two questions or requirements are called '{name}'; rename one"
    if first.kind is StepKind.SUBMIT:
        known = {item.id for items in groups for item in items if not isinstance(item, Slot)}
        if procedure.subject not in known:
            yield ("subject",), f"'{procedure.subject}' is not a question of the form"
    for index, step in enumerate(procedure.steps):
        if procedure.lanes[step.lane].applicant and step.kind not in {
            StepKind.SUBMIT,
            StepKind.ACKNOWLEDGE,
        }:
            yield ("steps", index, "lane"), f"an applicant cannot do a '{step.kind}' step"


def _unreachable(procedure: Procedure) -> Iterator[Problem]:
    reached = _reachable(procedure, procedure.first.id)
    for index, step in enumerate(procedure.steps):
        if step.id not in reached:
            yield (
                ("steps", index),
                f"step {step.number} is never reached; let an outcome lead to it or take it out",
            )


def _dead_ends(procedure: Procedure) -> Iterator[Problem]:
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


def _early_release(procedure: Procedure) -> Iterator[Problem]:
    """A release is early when some way from the start meets it before a signature."""
    before = _reachable(procedure, procedure.first.id, stop_at=StepKind.SIGN)
    for index, step in enumerate(procedure.steps):
        if step.releases and step.kind is not StepKind.SIGN and step.id in before:
            yield (
                ("steps", index, "releases"),
                f"step {step.number} releases the answer before a 'sign' step; move it behind one",
            )


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


def _no_such(what: str, name: str, known: object) -> str:
    names = ", ".join(sorted(str(one) for one in known)) if isinstance(known, dict) else ""
    return f"there is no {what} '{name}'; write one of: {names or 'none are defined'}"


def _numbers(procedure: Procedure) -> str:
    return ", ".join(step.number for step in procedure.steps)
