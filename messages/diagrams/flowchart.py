"""Bagian Flowchart: the table of steps with the flow drawn through the columns of its lanes."""

from collections.abc import Iterator

from messages.diagrams.columns import columns_for, lanes_drawn
from messages.diagrams.flow import ArrowId, shapes
from messages.diagrams.geometry import Box, Point
from messages.diagrams.head import Head, head_of
from messages.diagrams.layout import Page
from messages.diagrams.plan import Chart, Plan, plan
from messages.diagrams.rows import cells_of, rows_of
from messages.diagrams.satellites import ROOM
from messages.diagrams.wiring import Stand, Wired, wire
from messages.localizer import Localizer
from workflow.errors import ProcedureError
from workflow.ids import StepId
from workflow.procedure import Procedure

_TRIES = 16
_MOST_WAYS = 10  # out of one step: there is no more room around a diamond
_AIR = 12.0  # that a row gets at most where a page has room to spare


def flow_pages(procedure: Procedure, frame: Box, say: Localizer) -> tuple[Page, ...]:
    """The pages of the flow, each within *frame*.

    Raises ProcedureError when a step has so many ways out that they cannot be drawn.
    """
    return tuple(_Table(procedure, frame, say).pages())


class _Table:
    def __init__(self, procedure: Procedure, frame: Box, say: Localizer) -> None:
        self._procedure = procedure
        self._frame = frame
        self._say = say
        self._columns = columns_for(procedure, frame.width, say)
        self._head: Head = head_of(procedure, self._columns, frame, say)
        self._lanes = lanes_drawn(procedure)
        self._chart = self._charted()
        self._wired: dict[tuple[Stand, ...], Wired] = {}

    def _charted(self) -> Chart:
        strips = self._columns.strips
        room = self._frame.bottom - self._head.bottom
        return Chart(
            shapes={shape.step: shape for shape in shapes(self._procedure, self._say)},
            rows=tuple(rows_of(self._procedure, self._columns, room)),
            strip_of={
                step.id: self._lanes.index(step.lane) * strips + strips // 2
                for step in self._procedure.steps
            },
            strips=len(self._lanes) * strips,
            strip=self._columns.lane / strips,
            room=room,
        )

    def pages(self) -> Iterator[Page]:
        """Try until every arrow finds its way: with connectors instead, and with more room."""
        forced: set[ArrowId] = set()
        spread: dict[StepId, int] = {}
        cramped = {
            shape.step for shape in self._chart.shapes.values() if len(shape.links) > _MOST_WAYS
        }
        for _ in range(0 if cramped else _TRIES):
            chosen = plan(self._chart, forced, spread, self._say)
            wired = [self._wire(chosen, rows) for rows in chosen.pages]
            lost = {link for flow in wired for link in flow.lost_links}
            cramped = {step for flow in wired for step in flow.lost_steps}
            cramped |= {
                step for step, one in chosen.groups.items() if one.height > self._chart.room
            }
            if not lost and not cramped:
                return self._drawn(chosen, wired)
            forced |= lost
            for step in cramped:
                spread[step] = spread.get(step, 0) + 1
        raise ProcedureError(
            f"{self._procedure.id}: the ways out of step {', '.join(sorted(cramped))} "
            "cannot be drawn; give it fewer outcomes, or divide it into two steps"
        )

    def _wire(self, chosen: Plan, rows: range) -> Wired:
        stands = tuple(self._stands(chosen, rows))
        if stands not in self._wired:
            *_, (_, _, bottom) = self._tops(chosen, rows)
            area = self._area._replace(bottom=bottom)
            self._wired[stands] = wire(stands, area, self._chart.strip)
        return self._wired[stands]

    @property
    def _area(self) -> Box:
        """Where arrows may run: all lanes, from the head of the table to the end of the page."""
        left = self._frame.left + self._columns.number + self._columns.what
        right = left + self._columns.lane * len(self._lanes)
        return Box(left, self._head.bottom, right, self._frame.bottom)

    def _tops(self, chosen: Plan, rows: range) -> Iterator[tuple[int, float, float]]:
        """Each row of a page with its upper and lower edge."""
        used = sum(chosen.heights[row] for row in rows)
        air = min(max(self._chart.room - used, 0) / len(rows), _AIR)
        top = self._head.bottom
        for row in rows:
            bottom = top + chosen.heights[row] + air
            yield row, top, bottom
            top = bottom

    def _stands(self, chosen: Plan, rows: range) -> Iterator[Stand]:
        for row, top, bottom in self._tops(chosen, rows):
            step = self._chart.rows[row].step
            if step is None:
                continue
            group = chosen.groups[step]
            middle = self._area.left + self._chart.strip * (group.strip + 0.5)
            spare = bottom - top - group.height
            at = Point(middle, top + spare / 2 + ROOM + group.above)
            yield Stand(group=group, at=at, top=top, bottom=bottom)

    def _drawn(self, chosen: Plan, wired: list[Wired]) -> Iterator[Page]:
        for rows, flow in zip(chosen.pages, wired, strict=True):
            cells = list(self._head.cells)
            bottom = self._head.bottom
            for row, top, bottom in self._tops(chosen, rows):
                box = Box(self._frame.left, top, self._frame.right, bottom)
                cells += cells_of(self._chart.rows[row], self._columns, len(self._lanes), box)
            area = self._area
            yield Page(
                cells=tuple(cells),
                words=self._head.words,
                symbols=flow.symbols,
                arrows=flow.arrows,
                frames=(
                    Box(self._frame.left, self._head.top, self._frame.right, bottom),
                    Box(area.left, area.top, area.right, bottom),
                ),
            )
