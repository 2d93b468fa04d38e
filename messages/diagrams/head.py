"""The head of the flow table: title, and the names of its columns in two rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from messages.diagrams.columns import PAD, SIZE, SMALLEST_HEAD, Columns, lanes_drawn
from messages.diagrams.geometry import Box
from messages.diagrams.layout import Cell, Writing
from messages.diagrams.measuring import balanced, centred, height_of, longest_word, turned, wrapped
from messages.localizer import Localizer
from workflow.procedure import Procedure

_TITLE = 10.0
_SIZE = 8.0
_PAD = 3.0  # above and below the words
_UPPER = 15.0  # height of the first row
_TURNED = 84.0  # height of the second row when its words are turned


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What is repeated at the top of each page, and where the rows begin below it."""

    cells: tuple[Cell, ...]
    words: tuple[Writing, ...]
    top: float  # of the cells
    bottom: float


def head_of(procedure: Procedure, columns: Columns, frame: Box, say: Localizer) -> Head:
    """The head of a table as wide as *frame*, from its top on."""
    title = [
        say("diagram-sop"),
        *balanced(procedure.title.upper(), frame.width * 0.8, _TITLE, bold=True),
    ]
    under = frame.top + height_of(len(title), _TITLE)
    words = centred(title, Box(frame.left, frame.top, frame.right, under), _TITLE, bold=True)
    lanes = [procedure.lanes[lane].title for lane in lanes_drawn(procedure)]
    size, turn = _lane_size(lanes, columns.lane)
    top = under + 6
    lower = top + _UPPER
    bottom = lower + _lower_height(lanes, columns, size, turn=turn)
    edges = [frame.left]
    for width in columns.across(len(lanes)):
        edges.append(edges[-1] + width)
    first, after = 2, 2 + len(lanes)
    cells = [
        _cell(text, Box(edges[at], top, edges[at + 1], bottom))
        for at, text in (
            (0, say("diagram-number")),
            (1, say("diagram-what")),
            (after + 3, say("diagram-note")),
        )
    ]
    cells.append(_cell(say("diagram-lanes"), Box(edges[first], top, edges[after], lower)))
    cells.append(_cell(say("diagram-quality"), Box(edges[after], top, edges[after + 3], lower)))
    for at, text in enumerate(lanes, start=first):
        box = Box(edges[at], lower, edges[at + 1], bottom)
        cells.append(_cell(text, box, size=size, turn=turn))
    three = [say("diagram-materials"), say("diagram-limit"), say("diagram-output")]
    for at, text in enumerate(three, start=after):
        cells.append(_cell(text, Box(edges[at], lower, edges[at + 1], bottom)))
    return Head(cells=tuple(cells), words=words, top=top, bottom=bottom)


def _lane_size(lanes: Sequence[str], width: float) -> tuple[float, bool]:
    """The size of the lanes' titles, and whether they must be turned to have room."""
    size = _SIZE
    while size >= SMALLEST_HEAD:
        if longest_word(lanes, size, bold=True) <= _inner(width):
            return size, False
        size -= 0.5
    return SIZE, True


def _lower_height(lanes: Sequence[str], columns: Columns, size: float, *, turn: bool) -> float:
    if turn:
        return _TURNED
    lines = max(len(wrapped(title, _inner(columns.lane), size, bold=True)) for title in lanes)
    return height_of(max(lines, 2), size) + 2 * _PAD


def _inner(width: float) -> float:
    return width - 2 * PAD + 1


def _cell(text: str, box: Box, *, size: float = _SIZE, turn: bool = False) -> Cell:
    if turn:
        lines = wrapped(text, box.height - 2 * PAD, size, bold=True)
        return Cell(box=box, words=turned(lines, box, size, bold=True), shaded=True)
    lines = wrapped(text, _inner(box.width), size, bold=True)
    return Cell(box=box, words=centred(lines, box, size, bold=True), shaded=True)
