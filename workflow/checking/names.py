"""What an SOP names and does not have: lanes, steps and papers; and lanes that nobody uses."""

from collections.abc import Iterator

from workflow.checking.faults import Path, Problem, no_such
from workflow.procedure import Outcome, Procedure, Step, Way


def unknown(procedure: Procedure) -> Iterator[Problem]:
    """Every name that leads nowhere, and every lane that is named for nothing."""
    numbers = [step.number for step in procedure.steps]
    for index, step in enumerate(procedure.steps):
        here = ("steps", index)
        if step.number in numbers[:index]:
            yield (*here, "number"), f"two steps are numbered {step.number}; number one anew"
        yield from _lanes_of(step, here, procedure)
        for name, outcome in step.outcomes.items():
            yield from _target_of(outcome, (*here, "outcomes", name, "to"), procedure)
        yield from _papers_of(step, here, procedure)
    yield from _correction_of(procedure)
    yield from _lanes_of_services(procedure)
    yield from _idle_lanes(procedure)


def _lanes_of(step: Step, here: Path, procedure: Procedure) -> Iterator[Problem]:
    for key, lane in (
        ("lane", step.lane),
        ("grants", step.grants),
        ("appoints", step.appoints),
        *(("helpers", helper) for helper in step.helpers),
    ):
        if lane is not None and lane not in procedure.lanes:
            yield (*here, key), no_such("lane", lane, procedure.lanes)


def _target_of(outcome: Outcome, where: Path, procedure: Procedure) -> Iterator[Problem]:
    if outcome.to is not None and procedure.find(outcome.to) is None:
        yield where, f"there is no step {outcome.to}; write one of {_numbers(procedure)}"
    if outcome.way is Way.BACK and outcome.to is None:
        yield where, "a return needs the step it goes back to: write 'to: <step>'"
    if outcome.way is Way.REFUSE and outcome.to is not None:
        yield where, "a refusal ends the case: take 'to' out, or write 'way: back'"


def _correction_of(procedure: Procedure) -> Iterator[Problem]:
    if procedure.corrects is not None and procedure.correction is None:
        yield (
            ("corrects",),
            f"there is no step {procedure.corrects}; write one of {_numbers(procedure)}",
        )


def _papers_of(step: Step, here: Path, procedure: Procedure) -> Iterator[Problem]:
    for key, paper in (("drafts", step.drafts), ("signs", step.signs), ("numbers", step.numbers)):
        if paper is not None and paper not in procedure.papers:
            yield (*here, key), no_such("paper", paper, procedure.papers)


def _lanes_of_services(procedure: Procedure) -> Iterator[Problem]:
    if procedure.desk is not None and procedure.desk not in procedure.lanes:
        yield ("desk",), no_such("lane", procedure.desk, procedure.lanes)
    for called, service in procedure.services.items():
        for lane, other in service.lanes.items():
            for one in (lane, other):
                if one not in procedure.lanes:
                    yield ("services", called, "lanes"), no_such("lane", one, procedure.lanes)


def _idle_lanes(procedure: Procedure) -> Iterator[Problem]:
    used = set(procedure.lanes_in_use())
    for lane in procedure.lanes:
        if lane not in used:
            yield ("lanes", lane), f"no step uses the lane '{lane}'; take it out or use it"


def _numbers(procedure: Procedure) -> str:
    return ", ".join(step.number for step in procedure.steps)
