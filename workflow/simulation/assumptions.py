"""What a simulated office is like: how much comes in, who is there, how long work takes."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from workflow.ids import LaneId, OutcomeId, ServiceId, StepId
from workflow.limits import Limit
from workflow.procedure import Outcome, Procedure, Step, Way

TOLERANCE = 1e-9

MOST_CASES = 50_000
MOST_ARRIVALS = 10_000
MOST_OFFICERS = 1_000
# An SOP that keeps an office busy so long is not one to simulate.
LONGEST_YEARS = 20
WORKING_DAYS = 250  # of a year, about

# What is not said: of a limit an officer needs four fifths, give or take a half of that;
# one file in ten goes back for repair, one in twenty is refused. "7 hari" is no week of labour:
# a limit in days says by when, so that such a step is some work, as one without a limit is.
PART_OF_LIMIT = 0.8
SPREAD = 0.5
SHARES = {Way.BACK: 0.10, Way.REFUSE: 0.05}
SOME_WORK = timedelta(hours=1)


class AssumptionError(ValueError):
    """An office that cannot be. Its text names what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """One officer of a lane away, both days included."""

    lane: LaneId
    first_on: date
    last_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What is said of the office; whatever is not said is taken as above.

    *arrivals* are cases in a working day on average. A lane that *officers* does not name
    has one; an applicant's lane has none, because every applicant does the own part.
    *work* is what a step takes on average instead of four fifths of its limit. *services* says
    which part of all cases asks for a service; those not named share the rest alike.
    """

    cases: int
    arrivals: float
    starts_on: date
    officers: Mapping[LaneId, int] = field(default_factory=dict)
    absences: tuple[Absence, ...] = ()
    shares: Mapping[tuple[StepId, OutcomeId], float] = field(default_factory=dict)
    work: Mapping[StepId, Limit] = field(default_factory=dict)
    services: Mapping[ServiceId, float] = field(default_factory=dict)

    def officers_of(self, lane: LaneId) -> int:
        return self.officers.get(lane, 1)


def ensure_possible(procedure: Procedure, assumptions: Assumptions) -> None:
    """Raise AssumptionError with a sentence when there can be no such office."""
    _within("cases", assumptions.cases, 1, MOST_CASES)
    if not (math.isfinite(assumptions.arrivals) and assumptions.arrivals > 0):
        raise AssumptionError(
            f"arrivals: more than 0 cases a working day, not {assumptions.arrivals:g}"
        )
    _within("arrivals", assumptions.arrivals, 0, MOST_ARRIVALS)
    years = assumptions.cases / assumptions.arrivals / WORKING_DAYS
    if years > LONGEST_YEARS:
        raise AssumptionError(
            f"arrivals: {assumptions.cases} cases would take {years:.0f} years to come in, "
            f"and {LONGEST_YEARS} are simulated at most; take fewer cases or more a day"
        )
    for lane, officers in assumptions.officers.items():
        _ensure_lane(procedure, lane, "officers")
        _within(f"officers of {lane}", officers, 1, MOST_OFFICERS)
    for absence in assumptions.absences:
        _ensure_absence(procedure, assumptions, absence)
    for (step_id, outcome), share in assumptions.shares.items():
        known = _step(procedure, step_id, "shares").outcomes
        if outcome not in known:
            raise AssumptionError(
                f"shares: step {step_id} has no outcome '{outcome}'; it has {', '.join(known)}"
            )
        if not 0 <= share <= 1:
            raise AssumptionError(
                f"shares: {step_id}.{outcome} lies between 0 and 1, not {share:g}"
            )
    for step_id in assumptions.work:
        _step(procedure, step_id, "work")
    if assumptions.services:
        _ensure_services(procedure, assumptions.services)
    _ensure_an_end(procedure, assumptions)


def lanes_at_work(procedure: Procedure) -> tuple[LaneId, ...]:
    """The lanes that do some step for some service, in the SOP's order."""
    services = tuple(procedure.services) or (None,)
    used = {procedure.lane_of(step, one) for step in procedure.steps for one in services}
    return tuple(lane for lane in procedure.lanes if lane in used)


def shares_of(step: Step, assumptions: Assumptions) -> dict[OutcomeId, float]:
    """How often each outcome of a step is chosen; together 1.

    What is said counts. Of the rest, returns and refusals have their usual share, and the
    ways onward have what is left; where none is open, the others share it all.
    """
    said = {
        name: assumptions.shares[step.id, name]
        for name in step.outcomes
        if (step.id, name) in assumptions.shares
    }
    usual = {name: _usual(way) for name, way in step.outcomes.items() if name not in said}
    onward = [name for name in usual if step.outcomes[name].way is Way.FORWARD]
    taken, rest = sum(usual.values()), 1 - sum(said.values())
    if rest < -TOLERANCE or (rest > TOLERANCE and not usual):
        raise AssumptionError(
            f"shares: those of step {step.number} make {1 - rest:.0%} together, not 100%"
        )
    if onward and taken <= rest:
        return said | usual | {name: (rest - taken) / len(onward) for name in onward}
    return said | {name: share * max(rest, 0) / (taken or 1) for name, share in usual.items()}


def says_no_work(step: Step) -> bool:
    """Whether a step's limit says nothing of its labour: there is none, or it is in days."""
    return step.limit is None or step.limit.in_days


def services_of(procedure: Procedure, assumptions: Assumptions) -> dict[ServiceId, float]:
    """Which part of all cases asks for each service; together 1, or empty without services."""
    said = assumptions.services
    unsaid = [name for name in procedure.services if name not in said]
    rest = max(1 - sum(said.values()), 0)
    return {name: said.get(name, rest / (len(unsaid) or 1)) for name in procedure.services}


def _usual(outcome: Outcome) -> float:
    return SHARES.get(outcome.way, 0)


def _ensure_absence(procedure: Procedure, assumptions: Assumptions, absence: Absence) -> None:
    lane, first_on = absence.lane, absence.first_on
    _ensure_lane(procedure, lane, "absent")
    if absence.last_on < first_on:
        raise AssumptionError(f"absent: {lane} comes back before leaving on {first_on}")
    if absence.last_on < assumptions.starts_on:
        raise AssumptionError(
            f"absent: {lane} is back before {assumptions.starts_on}, when the simulation starts"
        )
    away = sum(
        other.lane == lane and other.first_on <= first_on <= other.last_on
        for other in assumptions.absences
    )
    officers = assumptions.officers_of(lane)
    if away > officers:
        raise AssumptionError(
            f"absent: on {first_on} {away} of {lane} are away, but it has {officers}"
        )


def _ensure_services(procedure: Procedure, said: Mapping[ServiceId, float]) -> None:
    known = procedure.services
    for name, share in said.items():
        if name not in known:
            there = f"there are {', '.join(known)}" if known else "it offers none, leave it out"
            raise AssumptionError(f"services: this SOP has no service '{name}'; {there}")
        if not 0 <= share <= 1:
            raise AssumptionError(f"services: {name} lies between 0 and 1, not {share:g}")
    together = sum(said.values())
    if together > 1 + TOLERANCE or (len(said) == len(known) and together < 1 - TOLERANCE):
        raise AssumptionError(f"services: those named make {together:.0%} together, not 100%")


def _ensure_an_end(procedure: Procedure, assumptions: Assumptions) -> None:
    """Raise when some step is left only by returns, however often a case comes round."""
    ways = {
        step.id: [step.outcomes[name].to for name, share in shares.items() if share > 0]
        for step in procedure.steps
        for shares in (shares_of(step, assumptions),)
    }
    ending: set[StepId] = set()
    while more := {
        step
        for step, leads in ways.items()
        if step not in ending and any(to is None or to in ending for to in leads)
    }:
        ending |= more
    for step in reversed(procedure.steps):
        if step.id not in ending:
            raise AssumptionError(
                f"shares: no case ever gets past step {step.number}; lower those of the returns"
            )


def _ensure_lane(procedure: Procedure, lane: LaneId, where: str) -> None:
    at_work = lanes_at_work(procedure)
    held = [name for name in at_work if not procedure.lanes[name].applicant]
    if lane not in at_work:
        raise AssumptionError(f"{where}: no lane '{lane}' does a step; there are {', '.join(held)}")
    if lane not in held:
        raise AssumptionError(
            f"{where}: '{lane}' is the applicant, of whom there is one for each case; "
            f"leave it out, or name one of {', '.join(held)}"
        )


def _step(procedure: Procedure, step_id: StepId, where: str) -> Step:
    found = procedure.find(step_id)
    if found is None:
        numbers = ", ".join(step.number for step in procedure.steps)
        raise AssumptionError(f"{where}: there is no step {step_id}; there are {numbers}")
    return found


def _within(what: str, value: float, least: int, most: int) -> None:
    if not least <= value <= most:
        raise AssumptionError(f"{what}: between {least} and {most}, not {value}")
