"""The grid of the diagram, in pixels: a column per step, a band per lane, a line per track."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from workflow.bpmn.elements import Element, ElementKind, end_id, is_forked, lanes_of
from workflow.bpmn.routes import Exit, Route, Track, routes_of
from workflow.ids import LaneId, StepId
from workflow.procedure import Procedure, Step

HEADER = 30  # a pool's and a lane's, with its name from bottom to top
TASK_WIDTH, TASK_HEIGHT = 130, 80
GATEWAY = 50
EVENT = 36
GAP = 40  # between two shapes of one step
WORDS = 130  # room for an outcome's words beside its gateway
MARGIN = 30
TRACK = 14  # from one line to the next in a corridor
CHANNEL_TRACK = 32  # in a channel, where words stand between the lines
LINE = 14  # of words
END_ROW = EVENT + 2 * LINE


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle; y grows downwards."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


class BpmnGrid:
    """Where columns begin, where bands lie, and which line each track is."""

    def __init__(self, procedure: Procedure) -> None:
        self.routes = routes_of(procedure)
        taken = Counter(track.place for route in self.routes for track in route.tracks)
        self._below = Counter(route.step.id for route in self.routes if _is_below(route))
        self._entries = Counter(r.target.id for r in self.routes if r.target and r.entry)
        self._ends: dict[str, tuple[Route, int]] = {}
        self._place_ends()
        self.columns: dict[StepId, int] = {}
        self._corridors: list[int] = []
        right = self._place_columns(procedure, taken)
        self.lanes: dict[LaneId, Bounds] = {}
        self._task_tops: dict[LaneId, int] = {}
        bottom = self._place_lanes(procedure, taken, right)
        self.pool = Bounds(0, 0, right, bottom)

    def _place_ends(self) -> None:
        rows: Counter[StepId] = Counter()
        for route in self.routes:
            if route.target is None:
                self._ends[end_id(route.step, route.outcome)] = (route, rows[route.step.id])
                rows[route.step.id] += _is_below(route)

    def _place_columns(self, procedure: Procedure, taken: Mapping[int | LaneId, int]) -> int:
        x = 2 * HEADER + MARGIN + EVENT
        for column, step in enumerate(procedure.steps):
            self._corridors.append(x + MARGIN)
            x += MARGIN + TRACK * taken.get(column, 0) + MARGIN
            self.columns[step.id] = x
            x += self._width(step)
        self._corridors.append(x + MARGIN)
        return x + MARGIN + TRACK * taken.get(len(procedure.steps), 0) + MARGIN

    def _width(self, step: Step) -> int:
        fork = GAP + GATEWAY + WORDS if is_forked(step) else 0
        ends = any(outcome.to is None for outcome in step.outcomes.values())
        gap = 0 if is_forked(step) else GAP
        return TASK_WIDTH + fork + (gap + EVENT if ends else 0)

    def _place_lanes(
        self, procedure: Procedure, taken: Mapping[int | LaneId, int], right: int
    ) -> int:
        y = 0
        for lane in lanes_of(procedure):
            steps = [step for step in procedure.steps if step.lane == lane]
            above = MARGIN + CHANNEL_TRACK * taken.get(lane, 0)
            below = max((self._room_below(step) for step in steps), default=0)
            height = above + TASK_HEIGHT + below + MARGIN
            self.lanes[lane] = Bounds(HEADER, y, right - HEADER, height)
            self._task_tops[lane] = y + above
            y += height
        return y

    def _room_below(self, step: Step) -> int:
        alarm = EVENT // 2 + MARGIN + EVENT if step.limit is not None else 0
        return max(alarm, self._below[step.id] * END_ROW)

    def box(self, element: Element) -> Bounds:
        """The place of one shape."""
        step, left = element.step, self.columns[element.step.id]
        top = self._task_tops[element.lane]
        middle = top + TASK_HEIGHT // 2
        match element.kind:
            case ElementKind.START:
                return Bounds(2 * HEADER + MARGIN, middle - EVENT // 2, EVENT, EVENT)
            case ElementKind.TASK:
                return Bounds(left, top, TASK_WIDTH, TASK_HEIGHT)
            case ElementKind.GATEWAY:
                return Bounds(left + TASK_WIDTH + GAP, middle - GATEWAY // 2, GATEWAY, GATEWAY)
            case ElementKind.LIMIT:
                return Bounds(left + LINE, top + TASK_HEIGHT - EVENT // 2, EVENT, EVENT)
            case ElementKind.END if element.id not in self._ends:
                return Bounds(left + LINE, top + TASK_HEIGHT + EVENT // 2 + MARGIN, EVENT, EVENT)
            case ElementKind.END:
                route, row = self._ends[element.id]
                y = top + TASK_HEIGHT + row * END_ROW + LINE
                x = left + self._width(step) - EVENT
                return Bounds(x, y if _is_below(route) else middle - EVENT // 2, EVENT, EVENT)

    def line(self, track: Track) -> int:
        """The x of a track in a corridor, the y of one in a channel."""
        if isinstance(track.place, int):
            return self._corridors[track.place] + TRACK * track.number - TRACK // 2
        return self.lanes[track.place].y + CHANNEL_TRACK * track.number

    def entry(self, target: Step, number: int) -> int:
        """The x at which the *number*-th arrow from above meets its target."""
        share = TASK_WIDTH * number // (self._entries[target.id] + 1)
        return self.columns[target.id] + share


def _is_below(route: Route) -> bool:
    return route.leaves is Exit.BOTTOM
