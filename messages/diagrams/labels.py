"""Where the words beside an arrow stand: near one of its ends, on nobody's way."""

from collections.abc import Iterator, Sequence

from messages.diagrams.geometry import Box, Point, passes, segments
from messages.diagrams.layout import Label
from messages.diagrams.measuring import centred, height_of, width_of, wrapped
from messages.diagrams.satellites import LABEL_SIZE

_BESIDE = 2.4  # between an arrow and its words, in points; its head is 2.1 wide
_APART = 1.5  # between the words and whatever else
_ALONG = 4.0
_FARTHEST = 60.0  # from where the arrow begins
_COVERED = 40  # places that are rather tried than one across a line of the table


def place_label(
    words: str,
    way: Sequence[Point],
    *,
    width: float,
    area: Box,
    solid: Sequence[Box],
    ways: Sequence[Sequence[Point]],
    lines: tuple[Sequence[float], Sequence[float]],
    at_end: bool,
) -> Label | None:
    """The best free place for *words* inside *area*, near where *way* begins or ends, or None.

    A place that covers one of the table's upright or level *lines* is only the next best.
    """
    told = wrapped(words, width, LABEL_SIZE)
    wide = max(width_of(line, LABEL_SIZE) for line in told)
    tall = height_of(len(told), LABEL_SIZE) - 1
    upright, level = lines

    def free(box: Box) -> bool:
        return (
            area.holds(box)
            and not any(other.overlaps(box.grown(_APART)) for other in solid)
            and not any(passes(other, box.grown(_APART)) for other in ways)
        )

    def covers(box: Box) -> bool:
        return any(box.left < x < box.right for x in upright) or any(
            box.top < y < box.bottom for y in level
        )

    places = enumerate(_places(way[::-1] if at_end else way, wide, tall, at_end=at_end))
    wishes = [(rank + (_COVERED if covers(box) else 0), box) for rank, box in places if free(box)]
    if not wishes:
        return None
    _, best = min(wishes)
    return Label(box=best, words=centred(told, best, LABEL_SIZE))


def _places(way: Sequence[Point], wide: float, tall: float, *, at_end: bool) -> Iterator[Box]:
    for number, (one, other) in enumerate(segments(way)):
        over = wide if at_end and number == 0 else 0.0
        if one.y == other.y:
            yield from _along_level(one, other, wide, tall, over=over)
        else:
            yield from _along_upright(one, other, wide, tall)


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
