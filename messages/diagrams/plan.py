"""Which rows share a page, and which arrows therefore become connectors."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from messages.diagrams.flow import ArrowId, OutcomeArrow, Shape
from messages.diagrams.paging import pages_of
from messages.diagrams.rows import Row
from messages.diagrams.satellites import Group, Surroundings, group
from messages.localizer import Localizer
from workflow.ids import StepId


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Rows by page with their heights in points, and the group of symbols of each step."""

    pages: tuple[range, ...]
    heights: tuple[float, ...]
    groups: Mapping[StepId, Group]
    apart: frozenset[ArrowId]
    letters: Mapping[StepId, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What stays the same whichever way the rows are shared among pages."""

    shapes: Mapping[StepId, Shape]
    rows: Sequence[Row]
    strip_of: Mapping[StepId, int]
    strips: int
    strip: float  # its width in points
    room: float  # for rows on a page

    @property
    def links(self) -> list[OutcomeArrow]:
        return [link for shape in self.shapes.values() for link in shape.links]

    @property
    def row_of(self) -> dict[StepId, int]:
        return {row.step: index for index, row in enumerate(self.rows) if row.step is not None}


def plan(
    chart: Chart, forced: Collection[ArrowId], spread: Mapping[StepId, int], say: Localizer
) -> Plan:
    """Share the rows among pages. *forced* arrows become connectors wherever they lead.

    Connectors make rows taller, which may move a page's end, which makes other connectors:
    rows never shrink again meanwhile, so this comes to an end.
    """
    row_of = chart.row_of
    heights = [row.height for row in chart.rows]
    apart = frozenset(forced)
    while True:
        letters = _letters(chart, apart)
        groups = _groups(chart, apart, letters, spread, say)
        needed = [
            max(height, groups[row.step].height if row.step is not None else 0.0)
            for row, height in zip(chart.rows, heights, strict=True)
        ]
        pages = pages_of(needed, chart.room, lambda before: _cut(chart, row_of, before))
        page_of = {row: number for number, rows in enumerate(pages) for row in rows}
        crossing = {
            link.id
            for link in chart.links
            if link.target is not None
            and page_of[row_of[link.source]] != page_of[row_of[link.target]]
        }
        if needed == heights and apart == frozenset(forced) | crossing:
            return Plan(
                pages=pages,
                heights=tuple(needed),
                groups=groups,
                apart=apart,
                letters=letters,
            )
        heights = needed
        apart = frozenset(forced) | crossing


def _letters(chart: Chart, apart: Collection[ArrowId]) -> dict[StepId, str]:
    entered = {link.target for link in chart.links if link.id in apart}
    return {
        step: letter_of(number)
        for number, step in enumerate(step for step in chart.shapes if step in entered)
    }


def letter_of(number: int) -> str:
    """A, B, … Z, AA, AB, … counted from 0."""
    more, last = divmod(number, 26)
    return (letter_of(more - 1) if more else "") + chr(ord("A") + last)


def _groups(
    chart: Chart,
    apart: Collection[ArrowId],
    letters: Mapping[StepId, str],
    spread: Mapping[StepId, int],
    say: Localizer,
) -> dict[StepId, Group]:
    onto: dict[StepId, list[StepId]] = {}
    for link in chart.links:
        if link.target is not None and link.id not in apart:
            onto.setdefault(link.target, []).append(link.source)
    around = Surroundings(
        strips=chart.strips,
        strip=chart.strip,
        strip_of=chart.strip_of,
        letters=letters,
        apart=apart,
        onto=onto,
        order=chart.row_of,
        spread=spread,
    )
    return {step: group(shape, around, say) for step, shape in chart.shapes.items()}


def _cut(chart: Chart, row_of: Mapping[StepId, int], before: int) -> int:
    return sum(
        (row_of[link.source] < before) != (row_of[link.target] < before)
        for link in chart.links
        if link.target is not None
    )
