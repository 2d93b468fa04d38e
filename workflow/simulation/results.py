"""Plays an SOP and counts what happened."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import accumulate

from workflow.ids import LaneId, StepId
from workflow.procedure import Procedure, Step
from workflow.simulation.assumptions import Assumptions, ensure_possible, lanes_at_work
from workflow.simulation.figures import Bottleneck, LaneFigures, Simulation, Spread, StepFigures
from workflow.simulation.office_time import OfficeTime
from workflow.simulation.running import Chance, Passage, Run
from workflow.working_time import OfficeCalendar

SAMPLES = 240
# Less waiting than this, on average for a case, is no queue.
WORTH_TELLING = timedelta(minutes=1)


def simulate(
    procedure: Procedure, assumptions: Assumptions, calendar: OfficeCalendar, chance: Chance
) -> Simulation:
    """Play *assumptions.cases* cases through *procedure*; raise AssumptionError when it cannot be.

    *chance* gives numbers from 0 to under 1. The same numbers give the same answer.
    """
    ensure_possible(procedure, assumptions)
    clock = OfficeTime(calendar, assumptions.starts_on)
    run = Run(procedure, assumptions, clock, chance)
    run.to_the_end()
    return _Count(procedure, assumptions, clock, run).result()


class _Count:
    """Counts one finished run."""

    def __init__(
        self, procedure: Procedure, assumptions: Assumptions, clock: OfficeTime, run: Run
    ) -> None:
        self._procedure = procedure
        self._assumptions = assumptions
        self._clock = clock
        self._journeys = run.journeys
        self._passages = run.passages
        self._end = max(journey.ended for journey in run.journeys)
        self._last_in = max(journey.began for journey in run.journeys)
        self._cuts = [self._end * number / SAMPLES for number in range(SAMPLES + 1)]

    def result(self) -> Simulation:
        journeys = self._journeys
        refused = sum(journey.refused for journey in journeys)
        steps = tuple(self._step(step) for step in self._procedure.steps)
        lanes = tuple(self._lane(lane) for lane in lanes_at_work(self._procedure))
        limited = [step for step in steps if step.on_time is not None]
        done = sum(step.done for step in limited)
        kept = sum(step.done * step.on_time for step in limited if step.on_time is not None)
        return Simulation(
            finished=len(journeys) - refused,
            refused=refused,
            returns=sum(journey.returns for journey in journeys),
            returned_cases=sum(journey.returns > 0 for journey in journeys),
            cycle=_spread([journey.ended - journey.began for journey in journeys]),
            on_time=kept / done if done else None,
            begins_at=self._clock.start,
            ends_at=self._clock.moment(self._end),
            day=timedelta(seconds=self._clock.day),
            moments=tuple(self._clock.moment(cut) for cut in self._cuts),
            steps=steps,
            lanes=lanes,
            bottleneck=self._bottleneck(lanes),
        )

    def _step(self, step: Step) -> StepFigures:
        passages = [one for one in self._passages if one.step == step.id]
        waits = _waits(passages)
        limit, clock = step.limit, self._clock
        on_time = None
        if limit is not None and passages:
            kept = sum(clock.is_on_time(limit, one.opened, one.done) for one in passages)
            on_time = kept / len(passages)
        return StepFigures(
            step=step.id,
            done=len(passages),
            waiting=_spread(waits),
            waited=timedelta(seconds=sum(waits)),
            most_waiting=max((length for _, length in _queue(passages)), default=0),
            mean_waiting=sum(waits) / self._end,
            on_time=on_time,
        )

    def _lane(self, lane: LaneId) -> LaneFigures:
        passages = [one for one in self._passages if one.lane == lane]
        waits = _waits(passages)
        queue = list(_queue(passages))
        officers = None
        busy = load = None
        if not self._procedure.lanes[lane].applicant:
            officers = self._assumptions.officers_of(lane)
            worked = sum(passage.done - passage.began for passage in passages)
            busy = _part(worked, self._attended(lane, self._end))
            load = _part(worked, self._attended(lane, self._last_in))
        return LaneFigures(
            lane=lane,
            officers=officers,
            waiting=_spread(waits),
            waited=timedelta(seconds=sum(waits)),
            most_waiting=max((length for _, length in queue), default=0),
            mean_waiting=sum(waits) / self._end,
            busy=busy,
            load=load,
            queue=_longest_between(self._cuts, queue),
        )

    def _attended(self, lane: LaneId, until: float) -> float:
        """The officers' time in a lane up to a moment, without what they were away."""
        away = sum(
            min(until, self._clock.midnight(one.last_on + timedelta(days=1)))
            - min(until, self._clock.midnight(one.first_on))
            for one in self._assumptions.absences
            if one.lane == lane
        )
        return self._assumptions.officers_of(lane) * until - away

    def _bottleneck(self, lanes: Sequence[LaneFigures]) -> Bottleneck | None:
        waited = sum((lane.waited for lane in lanes), timedelta())
        if waited < WORTH_TELLING * len(self._journeys):
            return None
        lane = max(lanes, key=lambda one: one.waited)
        waits: dict[StepId, list[float]] = {}
        for passage in self._passages:
            if passage.lane == lane.lane:
                waits.setdefault(passage.step, []).append(passage.began - passage.opened)
        step = max(waits, key=lambda one: sum(waits[one]))
        share = lane.waited / waited
        return Bottleneck(lane=lane.lane, step=step, share=share, waiting=_spread(waits[step]))


def _waits(passages: Iterable[Passage]) -> list[float]:
    return [one.began - one.opened for one in passages]


def _part(of: float, whole: float) -> float:
    return of / whole if whole else 0.0


def _spread(spans: Sequence[float]) -> Spread:
    ordered = sorted(spans) or [0.0]
    middle, tenth = (ordered[(len(ordered) - 1) * part // 10] for part in (5, 9))
    return Spread(median=timedelta(seconds=round(middle)), p90=timedelta(seconds=round(tenth)))


def _queue(passages: Sequence[Passage]) -> Iterator[tuple[float, int]]:
    """Every moment at which the queue changed, and how long it was from then on."""
    changes = sorted(
        change
        for one in passages
        if one.began > one.opened
        for change in ((one.opened, 1), (one.began, -1))
    )
    lengths = accumulate(change for _, change in changes)
    return zip((at for at, _ in changes), lengths, strict=True)


def _longest_between(cuts: Sequence[float], queue: Sequence[tuple[float, int]]) -> tuple[int, ...]:
    """The longest that a queue was between each cut and the next."""
    longest = []
    length, index = 0, 0
    for cut in cuts[1:]:
        most = length
        while index < len(queue) and queue[index][0] < cut:
            length = queue[index][1]
            most = max(most, length)
            index += 1
        longest.append(most)
    return tuple(longest)
