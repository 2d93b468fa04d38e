"""Which way each arrow of the diagram takes, before anything has a place.

Every step has a column of its own, so between two columns (a corridor) and along the top
of a lane (a channel) there is never a shape. Arrows run there, each on its own track.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from workflow.ids import LaneId, OutcomeId, StepId
from workflow.procedure import Outcome, Procedure, Step, Way


class Exit(StrEnum):
    """The corner of a gateway, or side of a task, at which an arrow leaves."""

    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One of the lines in a corridor (by the column at its right) or in a lane's channel."""

    place: int | LaneId
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The way of one outcome: out of its step, along the tracks, into its target.

    Without tracks it runs straight. One that ends on a channel comes down on the target
    from above, at the *entry*-th place of those that do; any other enters from the left.
    """

    step: Step
    outcome: OutcomeId
    target: Step | None
    leaves: Exit
    tracks: tuple[Track, ...] = ()
    entry: int = 0


def routes_of(procedure: Procedure) -> tuple[Route, ...]:
    return tuple(_Router(procedure).routes())


class _Router:
    """Hands out tracks and entries as the arrows ask for them."""

    def __init__(self, procedure: Procedure) -> None:
        self._procedure = procedure
        self._column = {step.id: column for column, step in enumerate(procedure.steps)}
        self._taken: Counter[int | LaneId] = Counter()
        self._entries: Counter[StepId] = Counter()

    def routes(self) -> Iterator[Route]:
        for step in self._procedure.steps:
            first = self._straight_on(step)
            for name, outcome in step.outcomes.items():
                yield self._route(step, name, outcome, straight=name == first)

    def _straight_on(self, step: Step) -> OutcomeId:
        """The outcome that leaves to the right: to the next step if there is one, else onward."""

        def rank(name: OutcomeId) -> tuple[bool, bool]:
            outcome = step.outcomes[name]
            target = None if outcome.to is None else self._procedure.step(outcome.to)
            is_next = target is not None and self._is_next(step, target)
            return not is_next, outcome.way is not Way.FORWARD

        return min(step.outcomes, key=rank)

    def _route(self, step: Step, name: OutcomeId, outcome: Outcome, *, straight: bool) -> Route:
        if outcome.to is None:
            leaves = Exit.RIGHT if straight else Exit.BOTTOM
            return Route(step=step, outcome=name, target=None, leaves=leaves)
        target = self._procedure.step(outcome.to)
        return Route(
            step=step,
            outcome=name,
            target=target,
            leaves=Exit.RIGHT if straight else Exit.TOP,
            tracks=self._tracks(step, target, straight=straight),
            entry=0 if straight and self._is_next(step, target) else self._entry(target),
        )

    def _tracks(self, step: Step, target: Step, *, straight: bool) -> tuple[Track, ...]:
        here, there = self._column[step.id], self._column[target.id]
        same = step.lane == target.lane
        if straight and self._is_next(step, target):
            return () if same else (self._track(there),)
        if straight:
            return self._track(here + 1), self._track(target.lane)
        if same:
            return (self._track(step.lane),)
        corridor = here + 1 if there > here else here
        return self._track(step.lane), self._track(corridor), self._track(target.lane)

    def _is_next(self, step: Step, target: Step) -> bool:
        return self._column[target.id] == self._column[step.id] + 1

    def _entry(self, target: Step) -> int:
        self._entries[target.id] += 1
        return self._entries[target.id]

    def _track(self, place: int | LaneId) -> Track:
        self._taken[place] += 1
        return Track(place=place, number=self._taken[place])
