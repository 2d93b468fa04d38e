"""The drawing of an SOP: every shape's box, every arrow's points, and where its words stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workflow.bpmn.elements import (
    START,
    ElementKind,
    alarm_id,
    elements_of,
    end_id,
    flow_id,
    is_forked,
    limit_id,
    plain,
    task_id,
    way_out,
)
from workflow.bpmn.grid import LINE, WORDS, Bounds, BpmnGrid
from workflow.bpmn.routes import Exit, Route
from workflow.ids import LaneId
from workflow.procedure import Procedure

Point = tuple[int, int]
Points = tuple[Point, ...]
LETTER = 7  # room for one letter as modellers set it
BESIDE = 6  # between a line and its words


@dataclass(frozen=True, slots=True, kw_only=True)
class BpmnLayout:
    """Boxes and lines by the id of what they draw; pixels, y downwards."""

    pool: Bounds
    lanes: Mapping[LaneId, Bounds]
    shapes: Mapping[str, Bounds]
    edges: Mapping[str, Points]
    labels: Mapping[str, Bounds]


def laid_out(procedure: Procedure) -> BpmnLayout:
    """Place every shape, then every line between shapes, then the words beside both."""
    grid = BpmnGrid(procedure)
    shapes = {one.id: grid.box(one) for one in elements_of(procedure)}
    edges = {**dict(_own_edges(procedure, shapes)), **dict(_outcome_edges(grid, shapes))}
    labels = {**dict(_event_labels(procedure, shapes)), **dict(_outcome_labels(grid, edges))}
    return BpmnLayout(pool=grid.pool, lanes=grid.lanes, shapes=shapes, edges=edges, labels=labels)


def _own_edges(procedure: Procedure, shapes: Mapping[str, Bounds]) -> Iterator[tuple[str, Points]]:
    """What leads into the first step, from a limit to its alarm, and from a task to its fork."""
    yield "flow_start", _across(shapes[START], shapes[task_id(procedure.first)])
    for step in procedure.steps:
        if step.limit is not None:
            limit, alarm = shapes[limit_id(step)], shapes[alarm_id(step)]
            down = ((limit.middle[0], limit.bottom), (alarm.middle[0], alarm.y))
            yield f"lapse_{step.number}", down
        if is_forked(step):
            yield f"fork_{step.number}", _across(shapes[task_id(step)], shapes[way_out(step)])


def _outcome_edges(grid: BpmnGrid, shapes: Mapping[str, Bounds]) -> Iterator[tuple[str, Points]]:
    for route in grid.routes:
        yield flow_id(route.step, route.outcome), _corners(_points(route, grid, shapes))


def _points(route: Route, grid: BpmnGrid, shapes: Mapping[str, Bounds]) -> Iterator[Point]:
    x, y = _exit(route, shapes[way_out(route.step)])
    yield x, y
    for track in route.tracks:
        if isinstance(track.place, int):
            x = grid.line(track)
        else:
            y = grid.line(track)
        yield x, y
    if route.target is not None and route.entry:
        target = shapes[task_id(route.target)]
        x = grid.entry(route.target, route.entry)
        yield x, y
        yield x, target.y
        return
    reached = end_id(route.step, route.outcome) if route.target is None else task_id(route.target)
    y = shapes[reached].middle[1]
    yield x, y
    yield shapes[reached].x, y


def _exit(route: Route, source: Bounds) -> Point:
    x, y = source.middle
    match route.leaves:
        case Exit.RIGHT:
            return source.right, y
        case Exit.TOP:
            return x, source.y
        case Exit.BOTTOM:
            return x, source.bottom


def _across(source: Bounds, target: Bounds) -> Points:
    return (source.right, source.middle[1]), (target.x, target.middle[1])


def _corners(points: Iterator[Point]) -> Points:
    """The line without points that change nothing."""
    kept: list[Point] = []
    for point in points:
        while len(kept) > 1 and any(a == b == c for a, b, c in zip(*kept[-2:], point, strict=True)):
            kept.pop()
        if not kept or kept[-1] != point:
            kept.append(point)
    return tuple(kept)


def _event_labels(
    procedure: Procedure, shapes: Mapping[str, Bounds]
) -> Iterator[tuple[str, Bounds]]:
    for one in elements_of(procedure):
        box, width = shapes[one.id], len(one.name) * LETTER
        if one.kind is ElementKind.LIMIT:
            yield one.id, Bounds(box.right + BESIDE, box.bottom - LINE, width, LINE)
        elif one.id == alarm_id(one.step):
            yield one.id, Bounds(box.right + BESIDE, box.middle[1] - LINE // 2, width, LINE)
        elif one.kind in (ElementKind.START, ElementKind.END):
            yield one.id, Bounds(box.middle[0] - width // 2, box.bottom + 2, width, LINE)


def _outcome_labels(grid: BpmnGrid, edges: Mapping[str, Points]) -> Iterator[tuple[str, Bounds]]:
    """The words of an arrow beside the place where it leaves its bundle, right of the gateway."""
    for route in grid.routes:
        if not is_forked(route.step):
            continue
        drawn = flow_id(route.step, route.outcome)
        first, second, *_ = edges[drawn]
        length = len(plain(route.step.outcomes[route.outcome].label)) * LETTER
        width = min(length, WORDS - 2 * BESIDE)
        height = LINE * -(-length // width)
        y = (first if route.leaves is Exit.RIGHT else second)[1] - height - 2
        yield drawn, Bounds(first[0] + BESIDE, y, width, height)
