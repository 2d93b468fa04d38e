"""Thousands of cases on their way through an SOP, one event after the other, on a clock of its own.

Files wait in the order in which they come. An officer who goes away finishes the file in
hand, and takes no other until back. Which of the officers of a lane does the work makes no
difference here: work that comes back waits for the first who is free.
"""

import heapq
import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from itertools import accumulate
from typing import NamedTuple

from workflow.ids import LaneId, ServiceId, StepId
from workflow.procedure import Outcome, Procedure, Step, Way
from workflow.simulation.assumptions import (
    LONGEST_YEARS,
    PART_OF_LIMIT,
    SOME_WORK,
    SPREAD,
    WORKING_DAYS,
    AssumptionError,
    Assumptions,
    says_no_work,
    services_of,
    shares_of,
)
from workflow.simulation.office_time import OfficeTime

MOST_STEPS = 1_000  # of one case

Chance = Callable[[], float]


class Passage(NamedTuple):
    """One task that was done; moments in seconds of office time."""

    step: StepId
    lane: LaneId
    opened: float
    began: float
    done: float


class Journey(NamedTuple):
    """One case from its first step to its end."""

    began: float
    ended: float
    returns: int
    refused: bool


@dataclass(slots=True)
class _Case:
    began: float
    service: ServiceId | None
    returns: int = 0
    steps: int = 0


@dataclass(slots=True)
class _Desk:
    """A lane: who waits there, and how many officers are in (None: as many as it takes)."""

    present: int | None
    busy: int = 0
    waiting: deque[tuple[_Case, Step, float]] = field(default_factory=deque)

    @property
    def has_time(self) -> bool:
        return self.present is None or self.busy < self.present


class Run:
    """One simulation; *chance* gives numbers from 0 to under 1, always the same for one seed."""

    def __init__(
        self, procedure: Procedure, assumptions: Assumptions, clock: OfficeTime, chance: Chance
    ) -> None:
        self.passages: list[Passage] = []
        self.journeys: list[Journey] = []
        self._procedure = procedure
        self._assumptions = assumptions
        self._clock = clock
        self._chance = chance
        self._now = 0.0
        self._ahead: list[tuple[float, int, Callable[[], None]]] = []
        self._planned = 0
        self._desks = {
            lane: _Desk(None if column.applicant else assumptions.officers_of(lane))
            for lane, column in procedure.lanes.items()
        }
        self._work = {step.id: self._usual_work(step) for step in procedure.steps}
        self._ways = {step.id: _ways(step, assumptions) for step in procedure.steps}
        asked = {name: part for name, part in services_of(procedure, assumptions).items() if part}
        self._services = list(zip(accumulate(asked.values()), asked, strict=True))
        self._longest = LONGEST_YEARS * WORKING_DAYS * clock.day

    def to_the_end(self) -> None:
        """Let every case come in and go its way; raise AssumptionError when it never ends."""
        for absence in self._assumptions.absences:
            leaves = self._clock.midnight(absence.first_on)
            returns = self._clock.midnight(absence.last_on + timedelta(days=1))
            if leaves < returns:
                self._plan(leaves, partial(self._staff, absence.lane, -1))
                self._plan(returns, partial(self._staff, absence.lane, +1))
        self._plan(self._pause(), partial(self._arrive, self._assumptions.cases))
        while self._ahead and len(self.journeys) < self._assumptions.cases:
            self._now, _, happen = heapq.heappop(self._ahead)
            if self._now > self._longest:
                raise AssumptionError(self._too_long())
            happen()

    def _plan(self, at: float, happen: Callable[[], None]) -> None:
        self._planned += 1
        heapq.heappush(self._ahead, (at, self._planned, happen))

    def _pause(self) -> float:
        """The time until the next case comes in: exponential, so that arrivals are Poisson."""
        return -math.log(1 - self._chance()) * self._clock.day / self._assumptions.arrivals

    def _arrive(self, left: int) -> None:
        self._open(_Case(self._now, self._service()), self._procedure.first)
        if left > 1:
            self._plan(self._now + self._pause(), partial(self._arrive, left - 1))

    def _service(self) -> ServiceId | None:
        """What the next case asks for: drawn only where there is something to choose."""
        if not self._services:
            return None
        drawn = self._chance()
        return next((one for until, one in self._services if drawn < until), self._services[-1][1])

    def _staff(self, lane: LaneId, change: int) -> None:
        desk = self._desks[lane]
        if desk.present is not None:
            desk.present += change
        self._begin(lane)

    def _open(self, case: _Case, step: Step) -> None:
        case.steps += 1
        if case.steps > MOST_STEPS:
            raise AssumptionError(
                f"shares: a case went {MOST_STEPS} steps without an end; lower those of the returns"
            )
        lane = self._procedure.lane_of(step, case.service)
        self._desks[lane].waiting.append((case, step, self._now))
        self._begin(lane)

    def _begin(self, lane: LaneId) -> None:
        desk = self._desks[lane]
        while desk.waiting and desk.has_time:
            case, step, opened = desk.waiting.popleft()
            desk.busy += 1
            done_at = self._now + self._work[step.id] * self._pace()
            passage = Passage(step.id, lane, opened, self._now, done_at)
            self._plan(done_at, partial(self._finish, case, step, passage))

    def _finish(self, case: _Case, step: Step, passage: Passage) -> None:
        self._desks[passage.lane].busy -= 1
        self.passages.append(passage)
        self._decide(case, step)
        self._begin(passage.lane)

    def _decide(self, case: _Case, step: Step) -> None:
        drawn = self._chance()
        ways = self._ways[step.id]
        outcome = next((way for until, way in ways if drawn < until), ways[-1][1])
        case.returns += outcome.way is Way.BACK
        if outcome.to is not None:
            self._open(case, self._procedure.step(outcome.to))
            return
        refused = outcome.way is Way.REFUSE
        self.journeys.append(Journey(case.began, self._now, case.returns, refused))

    def _usual_work(self, step: Step) -> float:
        said = self._assumptions.work.get(step.id)
        if said is not None:
            return self._clock.seconds(said)
        if step.limit is None or says_no_work(step):
            return SOME_WORK.total_seconds()
        return PART_OF_LIMIT * self._clock.seconds(step.limit)

    def _pace(self) -> float:
        """A part of the usual work, triangular around 1."""
        drawn = self._chance()
        if drawn < 0.5:
            return 1 - SPREAD + SPREAD * math.sqrt(2 * drawn)
        return 1 + SPREAD - SPREAD * math.sqrt(2 * (1 - drawn))

    def _too_long(self) -> str:
        lane, desk = max(self._desks.items(), key=lambda one: len(one[1].waiting))
        return (
            f"after {LONGEST_YEARS} years {len(desk.waiting)} files still wait for {lane}: "
            "take fewer cases or more officers, or less work for its steps"
        )


def _ways(step: Step, assumptions: Assumptions) -> list[tuple[float, Outcome]]:
    """The outcomes that are ever chosen, each with the number under which it is."""
    shares = {name: share for name, share in shares_of(step, assumptions).items() if share > 0}
    return [
        (until, step.outcomes[name])
        for name, until in zip(shares, accumulate(shares.values()), strict=True)
    ]
