"""The lines on which arrows may run, what stands in their way, and what is taken."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from messages.diagrams.geometry import Box, Point, passes
from messages.diagrams.layout import Side

Node = int  # where two lines of the grid meet
Heading = int
EAST, SOUTH, WEST, NORTH = range(4)

_OUTWARD = {Side.RIGHT: EAST, Side.BOTTOM: SOUTH, Side.LEFT: WEST, Side.TOP: NORTH}
_CLEARANCE = 2.5  # between an arrow and any symbol but its own, in points
_CLOSEST = 2.9  # between two lines of the grid
_SAME = 0.005  # lines nearer than this are one
_LEVEL, _UPRIGHT, _TURN = 1, 2, 4  # how an arrow uses a node


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A way in or out of a symbol: straight from its edge to the first node it may turn at."""

    at: Point
    heading: Heading  # outward
    nodes: tuple[Node, ...]
    cost: float


class Grid:
    """Lines of a page. Arrows may cross on it, but never share a stretch or a corner."""

    def __init__(self, xs: Iterable[float], ys: Iterable[float]) -> None:
        """The first given of lines too close to one another stays."""
        self._xs = _thinned(xs)
        self._ys = _thinned(ys)
        self._across = len(self._xs)
        self._points = [Point(x, y) for y in self._ys for x in self._xs]
        count = self._across * len(self._ys)
        self._use = bytearray(count)
        # The stretch from a node eastward or southward: closed by a symbol, or by an arrow.
        self._closed = (bytearray(count), bytearray(count))
        for last in range(self._across - 1, count, self._across):
            self._closed[EAST][last] = 1
        self._ahead = (1, self._across, -1, -self._across)
        self._solid: list[Box] = []
        self._gates: set[Point] = set()

    def point(self, node: Node) -> Point:
        return self._points[node]

    def block(self, box: Box) -> None:
        """Let no arrow run through *box*, nor touch it."""
        self._solid.append(box)
        wide = box.grown(_CLEARANCE)
        top, bottom = bisect_right(self._ys, wide.top), bisect_left(self._ys, wide.bottom)
        left, right = bisect_right(self._xs, wide.left), bisect_left(self._xs, wide.right)
        for y in range(top, bottom):
            for x in range(max(left - 1, 0), min(right, self._across - 1)):
                self._closed[EAST][y * self._across + x] = 1
        for x in range(left, right):
            for y in range(max(top - 1, 0), min(bottom, len(self._ys) - 1)):
                self._closed[SOUTH][y * self._across + x] = 1

    def gate(self, at: Point, side: Side, *, own: Box, reach: float, cost: float) -> Gate | None:
        """The gate at a point of the edge of *own*, which it leaves by *reach* points or more.

        None when something stands there.
        """
        nodes = self._out(at, side, reach + _depth(at, side, own))
        if not nodes:
            return None
        level = side in {Side.LEFT, Side.RIGHT}
        line = self._points[nodes[0]]
        at = Point(at.x, line.y) if level else Point(line.x, at.y)
        if at in self._gates:
            return None
        heading = _OUTWARD[side]
        *between, last = nodes
        if any(self._use[node] for node in between) or self._use[last] & (_TURN | _way(heading)):
            return None
        straight = (at, self.point(last))
        if any(passes(straight, box.grown(_CLEARANCE)) for box in self._solid if box != own):
            return None
        return Gate(at=at, heading=heading, nodes=tuple(nodes), cost=cost)

    def _out(self, at: Point, side: Side, reach: float) -> list[Node]:
        level = side in {Side.LEFT, Side.RIGHT}
        lines, other_lines = (self._xs, self._ys) if level else (self._ys, self._xs)
        place, other = (at.x, at.y) if level else (at.y, at.x)
        row = _index(other_lines, other)
        if row is None:
            return []
        if side in {Side.RIGHT, Side.BOTTOM}:
            ahead = range(bisect_right(lines, place), len(lines))
        else:
            ahead = range(bisect_left(lines, place) - 1, -1, -1)
        nodes = []
        for line in ahead:
            nodes.append(row * self._across + line if level else line * self._across + row)
            if abs(lines[line] - place) >= reach:
                return nodes
        return []

    def may_turn(self, node: Node) -> bool:
        return not self._use[node]

    def next(self, node: Node, heading: Heading) -> tuple[Node, float, bool] | None:
        """The next node straight on, how far it is, and whether an arrow is crossed there."""
        after = node + self._ahead[heading]
        if not 0 <= after < len(self._use):
            return None
        if self._closed[heading % 2][min(node, after)]:
            return None
        use = self._use[after]
        if use & (_TURN | _way(heading)):
            return None
        here, there = self._points[node], self._points[after]
        return after, abs(here.x - there.x) + abs(here.y - there.y), bool(use)

    def take(self, exit_gate: Gate, way: Sequence[Node], entry: Gate) -> tuple[Point, ...]:
        """Close what an arrow from gate to gate uses; return its corners."""
        nodes = [*exit_gate.nodes[:-1], *way, *reversed(entry.nodes[:-1])]
        for one, other in pairwise(nodes):
            level = abs(one - other) == 1
            self._closed[EAST if level else SOUTH][min(one, other)] = 1
            for node in (one, other):
                self._use[node] |= _LEVEL if level else _UPRIGHT
        self._gates |= {exit_gate.at, entry.at}
        points = [exit_gate.at, *(self.point(node) for node in nodes), entry.at]
        corners = _corners(points)
        turns = set(corners[1:-1])
        for node in nodes:
            if self.point(node) in turns:
                self._use[node] |= _TURN
        return corners


def _way(heading: Heading) -> int:
    return _UPRIGHT if heading % 2 else _LEVEL


def _depth(at: Point, side: Side, own: Box) -> float:
    """How far a point on a slanting edge lies within the box of its symbol."""
    match side:
        case Side.LEFT:
            return at.x - own.left
        case Side.RIGHT:
            return own.right - at.x
        case Side.TOP:
            return at.y - own.top
        case Side.BOTTOM:
            return own.bottom - at.y


def _thinned(lines: Iterable[float]) -> list[float]:
    kept: list[float] = []
    for line in lines:
        place = bisect_left(kept, line)
        nearby = kept[max(place - 1, 0) : place + 1]
        if all(abs(line - other) >= _CLOSEST for other in nearby):
            kept.insert(place, line)
    return kept


def _index(lines: Sequence[float], place: float) -> int | None:
    index = bisect_left(lines, place - _SAME)
    return index if index < len(lines) and lines[index] <= place + _SAME else None


def _corners(points: Sequence[Point]) -> tuple[Point, ...]:
    kept: list[Point] = []
    for point in points:
        if len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _straight(one: Point, two: Point, three: Point) -> bool:
    level = one.y == two.y == three.y
    return level or one.x == two.x == three.x
