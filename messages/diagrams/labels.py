"""Where the words beside an arrow stand: near one of its ends, on nobody's way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from messages.diagrams.geometry import Box, Point, passes, segments
from messages.diagrams.layout import Label
from messages.diagrams.measuring import centred, height_of, width_of, wrapped
from messages.diagrams.satellites import LABEL_SIZE

_BESIDE = 2.4  # between an arrow and its words, in points; its head is 2.1 wide
_APART = 1.5  # between the words and whatever else
_ALONG = 4.0
_FARTHEST = 60.0  # from where the arrow begins
_COVERED = 40  # places that are rather tried than one across a line of the table
_ASTRAY = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What a label must keep clear of, and what it had better not cover."""

    area: Box
    solid: Sequence[Box]
    way: Sequence[Point]
    others: Sequence[Sequence[Point]]
    upright: Sequence[float]
    level: Sequence[float]

    def leaves_free(self, box: Box) -> bool:
        near = box.grown(_APART)
        return (
            self.area.holds(box)
            and not any(one.overlaps(near) for one in self.solid)
            and not any(passes(one, near) for one in (self.way, *self.others))
        )

    def faults(self, box: Box, reach: Box) -> int:
        found = 0
        if any(box.left < x < box.right for x in self.upright):
            found += _COVERED
        if any(box.top < y < box.bottom for y in self.level):
            found += _COVERED
        if any(passes(one, reach) for one in self.others):
            found += _ASTRAY
        return found


def place_label(
    words: str,
    way: Sequence[Point],
    *,
    width: float,
    area: Box,
    solid: Sequence[Box],
    others: Sequence[Sequence[Point]],
    lines: tuple[Sequence[float], Sequence[float]],
    at_end: bool,
) -> Label | None:
    """The best free place for *words* inside *area*, near where *way* begins or ends, or None.

    A place that covers one of the table's upright or level *lines* is only the next best, and
    one across another arrow the last: the words would seem to be that arrow's.
    """
    told = wrapped(words, width, LABEL_SIZE)
    wide = max(width_of(line, LABEL_SIZE) for line in told)
    tall = height_of(len(told), LABEL_SIZE) - 1
    upright, level = lines
    around = _Around(area=area, solid=solid, way=way, others=others, upright=upright, level=level)
    wishes = [
        (rank + around.faults(box, reach), box)
        for rank, (box, reach) in enumerate(
            _places(way[::-1] if at_end else way, wide, tall, at_end=at_end)
        )
        if around.leaves_free(box)
    ]
    if not wishes:
        return None
    _, best = min(wishes)
    return Label(box=best, words=centred(told, best, LABEL_SIZE))


def _places(
    way: Sequence[Point], wide: float, tall: float, *, at_end: bool
) -> Iterator[tuple[Box, Box]]:
    """Places beside an arrow, each also with what lies between it and the arrow."""
    for number, (one, other) in enumerate(segments(way)):
        if one.y == other.y:
            over = wide if at_end and number == 0 else 0.0
            for box in _along_level(one, other, wide, tall, over=over):
                yield box, box._replace(top=min(box.top, one.y), bottom=max(box.bottom, one.y))
        else:
            for box in _along_upright(one, other, wide, tall):
                yield box, box._replace(left=min(box.left, one.x), right=max(box.right, one.x))


def _along_level(
    one: Point, other: Point, wide: float, tall: float, *, over: float
) -> Iterator[Box]:
    """Above and below; at last also over what the arrow leads to, if it may stand *over* that."""
    sign = 1 if other.x > one.x else -1
    farther = 6 if over else 4
    for far in (*_steps(abs(other.x - one.x)), *(-step for step in _steps(over))):
        for away in range(farther):
            for top in (one.y - _BESIDE - away * _ALONG - tall, one.y + _BESIDE + away * _ALONG):
                near = one.x + sign * (_BESIDE + far)
                left = near if sign > 0 else near - wide
                yield Box(left, top, left + wide, top + tall)


def _along_upright(one: Point, other: Point, wide: float, tall: float) -> Iterator[Box]:
    sign = 1 if other.y > one.y else -1
    for far in _steps(abs(other.y - one.y)):
        for away in (_BESIDE + 0.6, _BESIDE + 4):
            for left in (one.x + away, one.x - away - wide):
                near = one.y + sign * (_BESIDE + far)
                top = near if sign > 0 else near - tall
                yield Box(left, top, left + wide, top + tall)


def _steps(length: float) -> Iterator[float]:
    far = 0.0
    while far <= min(length, _FARTHEST):
        yield far
        far += _ALONG
