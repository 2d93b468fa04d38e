"""The symbols of one page and the arrows between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from messages.diagrams.flow import ArrowId, OutcomeArrow
from messages.diagrams.geometry import Box, Point
from messages.diagrams.grid import Gate, Grid
from messages.diagrams.labels import place_label
from messages.diagrams.layout import Arrow, Label, Side, Symbol, SymbolKind, edge
from messages.diagrams.measuring import centred
from messages.diagrams.routing import route
from messages.diagrams.satellites import (
    Group,
    fitting_size,
    label_width,
    main_box,
    satellite_box,
)
from workflow.ids import StepId

_SHIFT = 5.5  # from the middle of a symbol's side to the next arrow on it, in points
_BETWEEN = 3.5  # two arrows side by side
_INSIDE = 4.0  # between a row's line and the nearest arrow along it
_STRAIGHT, _ONWARD, _BACK, _ASIDE = range(4)  # the order in which arrows are laid
_OUT, _IN = 4.0, 6.5  # how far an arrow runs straight out of a symbol, and into one
_CROWD = 3  # ways out of one decision; of more, the words stand where they lead
_NARROW = 0.6  # of the usual width, for words that find no place otherwise
_APRON = 8.0  # around such a decision, kept free of words
_SHIFTED = 25.0  # what an arrow pays for a place beside the middle, as points of detour
_EXIT_COSTS = {Side.LEFT: 0.0, Side.RIGHT: 0.0, Side.BOTTOM: 8.0, Side.TOP: 14.0}
_ENTRY_COSTS = {Side.TOP: 0.0, Side.BOTTOM: 4.0, Side.LEFT: 6.0, Side.RIGHT: 6.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A step's group on the page: the row it stands in and the middle of its symbol."""

    group: Group
    at: Point
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Wired:
    """A page's symbols and arrows, and what found no way: links by id, steps by satellite."""

    symbols: tuple[Symbol, ...]
    arrows: tuple[Arrow, ...]
    lost_links: frozenset[ArrowId]
    lost_steps: frozenset[StepId]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wire:
    """An arrow that still looks for its way."""

    start: int
    end: int
    step: StepId  # whose group it belongs to
    link: OutcomeArrow | None = None
    connector: str = ""
    rank: tuple[int, int]  # who is laid first


def wire(stands: Sequence[Stand], area: Box, strip: float) -> Wired:
    """Draw the flow of one page inside *area*, which strips of that width divide evenly."""
    page = _PageWiring(stands, area, strip)
    page.lay()
    return Wired(
        symbols=tuple(page.symbols),
        arrows=tuple(page.arrows),
        lost_links=frozenset(page.lost_links),
        lost_steps=frozenset(page.lost_steps),
    )


class _PageWiring:
    def __init__(self, stands: Sequence[Stand], area: Box, strip: float) -> None:
        self._stands = stands
        self._area = area
        self._strip = strip
        self.symbols: list[Symbol] = []
        self.arrows: list[Arrow] = []
        self.lost_links: set[ArrowId] = set()
        self.lost_steps: set[StepId] = set()
        self._mains: dict[StepId, int] = {}
        self._ways_out = {one.group.shape.step: len(one.group.shape.links) for one in stands}
        self._labels: list[Box] = []
        wires = list(self._place())
        self._wires = sorted([*wires, *self._links()], key=lambda one: one.rank)
        self._grid = Grid(self._upright_lines(), self._level_lines())
        for symbol in self.symbols:
            self._grid.block(symbol.box)
        self._aprons = [
            self.symbols[main].box.grown(_APRON)
            for step, main in self._mains.items()
            if self._ways_out[step] > _CROWD
        ]

    def _place(self) -> Iterator[_Wire]:
        """Put every symbol on the page; tell the arrows between a step and its satellites."""
        for stand in self._stands:
            shape = stand.group.shape
            box = main_box(shape, stand.at, self._strip)
            main = self._add(shape.kind, box, shape.step, shape.words, 8.0)
            self._mains[shape.step] = main
            for one in stand.group.satellites:
                aside, floor = one.place
                at = Point(stand.at.x + aside * self._strip, stand.at.y + floor * stand.group.floor)
                box = satellite_box(one, at, self._strip)
                other = self._add(one.kind, box, shape.step, one.words, 7.0)
                start, end = (other, main) if one.link is None else (main, other)
                yield _Wire(
                    start=start,
                    end=end,
                    step=shape.step,
                    link=one.link,
                    connector=one.words if one.kind is SymbolKind.CONNECTOR else "",
                    rank=(_STRAIGHT if 0 in one.place else _ASIDE, 0),
                )

    def _add(self, kind: SymbolKind, box: Box, step: StepId, words: str, size: float) -> int:
        written = None
        if words:
            size = fitting_size(words, box.width - 5, size)
            area = box
            if kind is SymbolKind.CONNECTOR:
                area = Box(box.left, box.top, box.right, box.bottom - 3)
            written = centred((words,), area, size, bold=True)[0]
        self.symbols.append(Symbol(kind=kind, box=box, step=step, words=written))
        return len(self.symbols) - 1

    def _links(self) -> Iterator[_Wire]:
        """The arrows between two steps of this page."""
        row = {stand.group.shape.step: index for index, stand in enumerate(self._stands)}
        for stand in self._stands:
            shape = stand.group.shape
            done = {one.link for one in stand.group.satellites}
            for link in shape.links:
                if link in done or link.target is None:
                    continue
                far = row[link.target] - row[shape.step]
                yield _Wire(
                    start=self._mains[shape.step],
                    end=self._mains[link.target],
                    step=shape.step,
                    link=link,
                    rank=(_ONWARD if link.onward and far > 0 else _BACK, abs(far)),
                )

    def _upright_lines(self) -> Iterator[float]:
        strips = round(self._area.width / self._strip)
        middles = [self._area.left + self._strip * (number + 0.5) for number in range(strips)]
        yield from middles
        for middle in middles:
            yield from (middle - _SHIFT, middle + _SHIFT)
        half = self._strip / 2 - _SHIFT - _BETWEEN
        for number in range(int(half / _BETWEEN)):
            away = _BETWEEN * (number + 1)
            for middle in middles:
                yield from (
                    middle - self._strip / 2 + away,
                    middle + self._strip / 2 - away,
                )

    def _level_lines(self) -> Iterator[float]:
        for stand in self._stands:
            floors = {one.place[1] for one in stand.group.satellites}
            yield stand.at.y
            yield from (stand.at.y + floor * stand.group.floor for floor in floors)
        for stand in self._stands:
            yield from (stand.at.y - _SHIFT, stand.at.y + _SHIFT)
        for stand in self._stands:
            away = _INSIDE
            while away < (stand.bottom - stand.top) / 2:
                yield from (stand.top + away, stand.bottom - away)
                away += _INSIDE

    def lay(self) -> None:
        for one in self._wires:
            arrow = self._laid(one)
            if arrow is not None:
                self.arrows.append(arrow)
            elif one.link is None or one.link.target is None or one.connector:
                self.lost_steps.add(one.step)
            else:
                self.lost_links.add(one.link.id)

    def _laid(self, one: _Wire) -> Arrow | None:
        exits = list(self._gates(one.start, _OUT, _EXIT_COSTS))
        entries = list(self._gates(one.end, _IN, _ENTRY_COSTS))
        found = route(self._grid, exits, entries)
        if found is None:
            return None
        points = self._grid.take(*found)
        label = None
        if one.link is not None and one.link.words:
            label = self._label(one, points)
            if label is None:
                return None
            self._labels.append(label.box)
            self._grid.block(label.box)
        return Arrow(
            points=points,
            start=one.start,
            end=one.end,
            source=one.link.source if one.link else None,
            outcome=one.link.outcome if one.link else None,
            connector=one.connector,
            label=label,
        )

    def _is_own(self, one: _Wire) -> bool:
        """Whether an arrow joins a step and one of its satellites."""
        return one.rank[0] in {_STRAIGHT, _ASIDE}

    def _gates(self, number: int, reach: float, costs: Mapping[Side, float]) -> Iterator[Gate]:
        symbol = self.symbols[number]
        for side, cost in costs.items():
            for shift in _shifts(symbol, side):
                gate = self._grid.gate(
                    edge(symbol.kind, symbol.box, side, shift),
                    side,
                    own=symbol.box,
                    reach=reach,
                    cost=cost + (_SHIFTED if shift else 0.0),
                )
                if gate is not None:
                    yield gate

    def _label(self, one: _Wire, points: tuple[Point, ...]) -> Label | None:
        area = self._area
        strips = round(area.width / self._strip)
        upright = [area.left + self._strip * number for number in range(1, strips)]
        # Beside a decision with many ways out there is no room for all their words.
        crowded = self._ways_out[one.step] > _CROWD and self._is_own(one)
        usual = label_width(self._strip)
        tries = (
            place_label(
                one.link.words if one.link else "",
                points,
                at_end=crowded,
                width=width,
                area=area.grown(-1),
                solid=[*self._aprons, *(symbol.box for symbol in self.symbols), *self._labels],
                others=[arrow.points for arrow in self.arrows],
                lines=(upright, [stand.bottom for stand in self._stands]),
            )
            for width in (usual, usual * _NARROW)
        )
        return next((label for label in tries if label is not None), None)


def _shifts(symbol: Symbol, side: Side) -> tuple[float, ...]:
    """Where arrows may meet a side: in its middle, or a little beside it."""
    beside = (0.0, -_SHIFT, _SHIFT)
    level = side in {Side.LEFT, Side.RIGHT}
    match symbol.kind:
        case SymbolKind.CONNECTOR:
            return (0.0,)
        case SymbolKind.CAPSULE:
            flat = 0.0 if level else symbol.box.width - symbol.box.height
        case _:
            flat = (symbol.box.height if level else symbol.box.width) - 4
    return beside if flat >= 2 * _SHIFT else (0.0,)
