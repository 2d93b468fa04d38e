"""Line weights, greys and outlines that all back ends draw alike."""

import math
from collections.abc import Sequence

from messages.diagrams.geometry import Box, Point
from messages.diagrams.layout import SHOULDER, SymbolKind

# Widths of lines in points.
FRAME = 0.9
LINE = 0.5
GUIDE = 0.35  # between lanes
SYMBOL = 0.9
ARROW = 0.9
# Greys, 0 is black.
GUIDE_GREY = 0.62
SHADE = 0.91
SMALL_PRINT = 0.35

_HEAD = (5.2, 2.1)  # length and half the width of an arrow's head


def outline(kind: SymbolKind, box: Box) -> tuple[Point, ...]:
    """The corners of a symbol; a capsule is a box with round ends."""
    middle = box.centre
    match kind:
        case SymbolKind.DIAMOND:
            return (
                Point(middle.x, box.top),
                Point(box.right, middle.y),
                Point(middle.x, box.bottom),
                Point(box.left, middle.y),
            )
        case SymbolKind.CONNECTOR:
            shoulder = box.top + box.height * SHOULDER
            return (
                Point(box.left, box.top),
                Point(box.right, box.top),
                Point(box.right, shoulder),
                Point(middle.x, box.bottom),
                Point(box.left, shoulder),
            )
        case _:
            return (
                Point(box.left, box.top),
                Point(box.right, box.top),
                Point(box.right, box.bottom),
                Point(box.left, box.bottom),
            )


def head(points: Sequence[Point]) -> tuple[Point, Point, Point]:
    """The triangle at the end of an arrow, its tip first."""
    length, half = _HEAD
    back = _back(points, length)
    tip = points[-1]
    if back.y == tip.y:
        return tip, Point(back.x, tip.y - half), Point(back.x, tip.y + half)
    return tip, Point(tip.x - half, back.y), Point(tip.x + half, back.y)


def shaft(points: Sequence[Point]) -> tuple[Point, ...]:
    """The line of an arrow, up to its head."""
    return (*points[:-1], _back(points, _HEAD[0] / 2))


def _back(points: Sequence[Point], by: float) -> Point:
    before, tip = points[-2:]
    if abs(before.y - tip.y) < abs(before.x - tip.x):
        return Point(tip.x - math.copysign(by, tip.x - before.x), tip.y)
    return Point(tip.x, tip.y - math.copysign(by, tip.y - before.y))
