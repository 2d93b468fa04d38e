"""Points and boxes on a page: in points, from the top left corner, downwards."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple


class Point(NamedTuple):
    """A place on a page."""

    x: float
    y: float


class Box(NamedTuple):
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def centre(self) -> Point:
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    def grown(self, by: float) -> "Box":
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlaps(self, other: "Box") -> bool:
        """Whether the insides meet; two boxes side by side do not overlap."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


def around(centre: Point, width: float, height: float) -> Box:
    return Box(
        centre.x - width / 2, centre.y - height / 2, centre.x + width / 2, centre.y + height / 2
    )


def spanned(one: Point, other: Point) -> Box:
    """The box that two points span; for an upright or level line it has no inside."""
    return Box(min(one.x, other.x), min(one.y, other.y), max(one.x, other.x), max(one.y, other.y))


def segments(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    return pairwise(points)


def passes(line: Sequence[Point], box: Box) -> bool:
    """Whether an orthogonal line runs through the inside of *box*."""
    return any(spanned(one, other).overlaps(box) for one, other in segments(line))
