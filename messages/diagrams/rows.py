"""The rows of the flow table: the words of their cells, and how much height they need."""

from collections.abc import Iterator
from dataclasses import dataclass

from messages.diagrams.columns import PAD, SIZE, Columns, Line, limit_words, set_in
from messages.diagrams.geometry import Box
from messages.diagrams.layout import Cell, Writing
from messages.diagrams.measuring import from_left, height_of, width_of
from workflow.ids import StepId
from workflow.procedure import Procedure, Step

TOP_PAD = 4.0  # between a cell's upper line and its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row, or the rest of one that is taller than a page; a rest has no *step*."""

    step: StepId | None
    words: tuple[tuple[Line, ...], ...]  # number, what, materials, limit, output, note
    height: float  # what the words need, in points


def rows_of(procedure: Procedure, columns: Columns, tallest: float) -> Iterator[Row]:
    """The rows in order; whatever is taller than *tallest* points goes on in a further row."""
    at_once = int((tallest - 2 * TOP_PAD) / height_of(1, SIZE))
    for step in procedure.steps:
        words = _words(step, columns)
        lines = max(len(cell) for cell in words)
        for start in range(0, lines, at_once):
            piece = tuple(cell[start : start + at_once] for cell in words)
            yield Row(
                step=None if start else step.id,
                words=piece,
                height=height_of(max(len(cell) for cell in piece), SIZE) + 2 * TOP_PAD,
            )


def _words(step: Step, columns: Columns) -> tuple[tuple[Line, ...], ...]:
    return (
        (Line(f"{step.number}."),),
        set_in((step.title,), columns.what),
        set_in(step.materials or ("-",), columns.materials),
        set_in((limit_words(step),), columns.limit),
        set_in(step.output or ("-",), columns.output),
        set_in((step.remark,), columns.note) if step.remark else (),
    )


def cells_of(row: Row, columns: Columns, lanes: int, box: Box) -> Iterator[Cell]:
    """The cells of a row that stands in *box*; those of its lanes are empty and faint."""
    words = iter(row.words)
    left = box.left
    for number, width in enumerate(columns.across(lanes)):
        cell = Box(left, box.top, left + width, box.bottom)
        left += width
        if _is_lane(number, lanes):
            yield Cell(box=cell, faint=True)
        else:
            yield Cell(box=cell, words=_set(next(words), cell, middle=number in {0, lanes + 3}))


def _is_lane(number: int, lanes: int) -> bool:
    return 2 <= number < lanes + 2


def _set(lines: tuple[Line, ...], cell: Box, *, middle: bool) -> tuple[Writing, ...]:
    top = cell.top + TOP_PAD
    return tuple(
        from_left(line.text, left + line.indent, top + height_of(number, SIZE), SIZE)
        for number, line in enumerate(lines)
        for left in [cell.centre.x - width_of(line.text, SIZE) / 2 if middle else cell.left + PAD]
    )
