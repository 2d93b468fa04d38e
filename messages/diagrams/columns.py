"""How wide the columns of the flow table are, so that its rows are as low as can be."""

from collections.abc import Sequence
from dataclasses import dataclass

from messages.diagrams.measuring import longest_word, width_of, wrapped
from messages.localizer import Localizer
from workflow.ids import LaneId
from workflow.procedure import Procedure, Step

SIZE = 8.0  # of the letters in the table, in points
PAD = 3.0  # between a cell's line and its words, left and right
SMALLEST_HEAD = 7.0  # of the letters in the head of a lane; smaller ones are turned instead

_NUMBER = 22.0
_BULLET = "• "
_LANE = (26.0, 42.0, 66.0, 78.0)  # least, for many lanes; usual least; for long words; most
_STRIPS = {1: 5, 2: 3, 3: 3}  # of one lane, where there are few: its connectors stand in them
_STRIP = 44.0
_LANES_SHARE = 0.42  # of the width of the table
_LANES_MOST = 0.55
_LONGEST = 72.0  # a word longer than this is broken
_STEP = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Widths in points. Together they are as wide as the table."""

    number: float
    what: float
    lane: float  # of each lane
    strips: int  # equal parts of each lane
    materials: float
    limit: float
    output: float
    note: float

    def across(self, lanes: int) -> tuple[float, ...]:
        """All widths from left to right."""
        return (
            self.number,
            self.what,
            *([self.lane] * lanes),
            self.materials,
            self.limit,
            self.output,
            self.note,
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One line of words in a cell, *indent* points from its left edge."""

    text: str
    indent: float = 0.0


def set_in(values: Sequence[str], width: float) -> tuple[Line, ...]:
    """The lines of one cell; several values become a list with bullets."""
    inner = width - 2 * PAD
    if len(values) == 1:
        return tuple(Line(text) for text in wrapped(values[0], inner, SIZE))
    indent = width_of(_BULLET, SIZE)
    lines = []
    for value in values:
        first, *more = wrapped(value, inner - indent, SIZE)
        lines.append(Line(_BULLET + first))
        lines += [Line(text, indent) for text in more]
    return tuple(lines)


def limit_words(step: Step) -> str:
    return step.limit_words or ("-" if step.limit is None else str(step.limit))


def lanes_drawn(procedure: Procedure) -> list[LaneId]:
    """The lanes that act in some step; others only stand in for them, by the kind of service."""
    used = {step.lane for step in procedure.steps}
    return [lane for lane in procedure.lanes if lane in used]


def columns_for(procedure: Procedure, width: float, say: Localizer) -> Columns:
    """Share *width* points among the columns of an SOP."""
    lanes = lanes_drawn(procedure)
    strips = _STRIPS.get(len(lanes), 1)
    lane = strips * _STRIP if strips > 1 else _lane_width(procedure, width)
    limits = [limit_words(step) for step in procedure.steps]
    limit = _limit_width([*limits, say("diagram-limit")])
    left = width - _NUMBER - limit - lane * len(lanes)
    contents: list[list[tuple[str, ...]]] = [
        [(step.title,) for step in procedure.steps],
        [step.materials for step in procedure.steps],
        [step.output for step in procedure.steps],
        [(step.remark,) if step.remark else () for step in procedure.steps],
    ]
    heads = [
        say("diagram-what"),
        say("diagram-materials"),
        say("diagram-output"),
        say("diagram-note"),
    ]
    what, materials, output, note = _shared(contents, heads, left)
    return Columns(
        number=_NUMBER,
        what=what,
        lane=lane,
        strips=strips,
        materials=materials,
        limit=limit,
        output=output,
        note=note,
    )


def _lane_width(procedure: Procedure, width: float) -> float:
    least, usual, roomy, most = _LANE
    lanes = len(lanes_drawn(procedure))
    share = min(max(width * _LANES_SHARE / lanes, usual), most)
    titles = (procedure.lanes[lane].title for lane in lanes_drawn(procedure))
    word = longest_word(titles, SMALLEST_HEAD, bold=True) + 2 * PAD
    if share < word <= roomy:
        share = word
    return max(min(share, width * _LANES_MOST / lanes), least)


def _limit_width(texts: Sequence[str]) -> float:
    """Wide enough for "15 menit" on one line, and for every word of longer limits."""
    whole = max(width_of(text, SIZE) for text in texts)
    return max(min(whole, 40.0), longest_word(texts, SIZE, bold=True)) + 2 * PAD


def _at_least(texts: Sequence[str], *, most: float) -> float:
    return min(longest_word(texts, SIZE, bold=True), most) + 2 * PAD


def _shared(
    contents: Sequence[Sequence[Sequence[str]]], heads: Sequence[str], width: float
) -> list[float]:
    """Widths of the columns of words: begun by how much they hold, mended step by step."""
    least = [
        _at_least([head, *(value for values in column for value in values)], most=_LONGEST)
        for column, head in zip(contents, heads, strict=True)
    ]
    spare = width - sum(least)
    if spare <= 0:
        return [width * part / sum(least) for part in least]
    weights = [
        sum(len(value) for values in column for value in values) ** 0.5 for column in contents
    ]
    widths = [
        floor + spare * weight / sum(weights) for floor, weight in zip(least, weights, strict=True)
    ]
    return _mended(contents, widths, least)


def _mended(
    contents: Sequence[Sequence[Sequence[str]]], widths: list[float], least: Sequence[float]
) -> list[float]:
    best = _tallness(contents, widths)
    better = True
    while better:
        better = False
        for taker in range(len(widths)):
            for giver in range(len(widths)):
                if giver == taker or widths[giver] - _STEP < least[giver]:
                    continue
                tried = list(widths)
                tried[taker] += _STEP
                tried[giver] -= _STEP
                tallness = _tallness(contents, tried)
                if tallness < best:
                    best, widths, better = tallness, tried, True
    return widths


def _tallness(contents: Sequence[Sequence[Sequence[str]]], widths: Sequence[float]) -> int:
    rows = zip(*contents, strict=True)
    return sum(
        max(len(set_in(values, width)) for values, width in zip(row, widths, strict=True) if values)
        for row in rows
    )
