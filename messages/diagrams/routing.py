"""The best way for an arrow: short, with few corners, crossing few others (A*)."""

import heapq
from collections.abc import Iterator, Sequence
from itertools import count

from messages.diagrams.grid import Gate, Grid, Heading, Node

_BEND, _CROSSING = 30.0, 22.0  # what they cost, as points of detour

State = tuple[Node, Heading]
Way = tuple[Gate, list[Node], Gate]


def route(grid: Grid, exits: Sequence[Gate], entries: Sequence[Gate]) -> Way | None:
    """The cheapest way from one of *exits* to one of *entries*, with both; None without any."""
    if not exits or not entries:
        return None
    return _Search(grid, exits, entries).run()


class _Search:
    def __init__(self, grid: Grid, exits: Sequence[Gate], entries: Sequence[Gate]) -> None:
        self._grid = grid
        self._ends: dict[Node, list[Gate]] = {}
        for gate in entries:
            self._ends.setdefault(gate.nodes[-1], []).append(gate)
        ends = [grid.point(node) for node in self._ends]
        self._left, self._right = min(end.x for end in ends), max(end.x for end in ends)
        self._top, self._bottom = min(end.y for end in ends), max(end.y for end in ends)
        self._spent: dict[State, float] = {}
        self._came: dict[State, State | Gate] = {}
        self._turns = count()  # among equals the first found stays first
        self._queue: list[tuple[float, int, State, Gate | None]] = []
        for gate in exits:
            self._reach((gate.nodes[-1], gate.heading), gate.cost, gate)

    def run(self) -> Way | None:
        done: set[State] = set()
        while self._queue:
            _, _, state, arrived = heapq.heappop(self._queue)
            if arrived is not None:
                return self._walked(state, arrived)
            if state in done:
                continue
            done.add(state)
            for gate in self._ends.get(state[0], ()):
                price = self._entering(state, gate)
                if price is not None:
                    self._wait(self._spent[state] + price, state, gate)
            for after, price in self._moves(state):
                self._reach(after, self._spent[state] + price, state)
        return None

    def _reach(self, state: State, cost: float, by: State | Gate) -> None:
        if cost < self._spent.get(state, cost + 1):
            self._spent[state] = cost
            self._came[state] = by
            self._wait(cost + self._far(state[0]), state, None)

    def _wait(self, cost: float, state: State, arrived: Gate | None) -> None:
        heapq.heappush(self._queue, (cost, next(self._turns), state, arrived))

    def _far(self, node: Node) -> float:
        here = self._grid.point(node)
        across = max(self._left - here.x, 0, here.x - self._right)
        return across + max(self._top - here.y, 0, here.y - self._bottom)

    def _moves(self, state: State) -> Iterator[tuple[State, float]]:
        node, heading = state
        for turn in (heading, (heading + 1) % 4, (heading - 1) % 4):
            if turn != heading and not self._grid.may_turn(node):
                continue
            step = self._grid.next(node, turn)
            if step is None:
                continue
            after, far, crossing = step
            bend = _BEND if turn != heading else 0.0
            yield (after, turn), far + bend + (_CROSSING if crossing else 0.0)

    def _entering(self, state: State, gate: Gate) -> float | None:
        node, heading = state
        inward = (gate.heading + 2) % 4
        if heading == gate.heading:
            return None
        if heading == inward:
            return gate.cost
        return gate.cost + _BEND if self._grid.may_turn(node) else None

    def _walked(self, state: State, arrived: Gate) -> Way:
        nodes = [state[0]]
        by = self._came[state]
        while not isinstance(by, Gate):
            nodes.append(by[0])
            by = self._came[by]
        return by, nodes[::-1], arrived
