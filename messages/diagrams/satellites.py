"""What stands around the symbol of a step: "Mulai", "Selesai", and connectors."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from messages.diagrams.flow import ArrowId, OutcomeArrow, Shape
from messages.diagrams.geometry import Box, Point, around
from messages.diagrams.layout import SymbolKind
from messages.diagrams.measuring import height_of, width_of, wrapped
from messages.localizer import Localizer
from workflow.ids import StepId

LABEL_SIZE = 7.0  # of the letters beside an arrow, in points
ROOM = 11.0  # above and below the symbols of a row: two arrows pass there

_GAP = 14.0  # between a symbol and what stands above or below it
_MAIN = (14.0, 36.0)  # width of a step's symbol: least, most
_BESIDE = 18.0  # of a strip's width stays free for arrows
_HEIGHTS = {SymbolKind.BOX: 18.0, SymbolKind.DIAMOND: 24.0, SymbolKind.CAPSULE: 16.0}
_CONNECTOR = (15.0, 16.0)
_END = (30.0, 13.0)
_LABEL = (26.0, 60.0)  # width of the words beside an arrow: least, most
_FARTHEST = 6  # places up, down and aside that are tried

Place = tuple[int, int]  # strips to the right, floors below


@dataclass(frozen=True, slots=True, kw_only=True)
class Satellite:
    """A small symbol of a step: where *link* leads; without one, where the step is entered."""

    kind: SymbolKind
    words: str
    place: Place
    link: OutcomeArrow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A step's symbol with its satellites, centred on the symbol. Lengths in points."""

    shape: Shape
    strip: int  # counted from the left
    satellites: tuple[Satellite, ...]
    floor: float  # from one floor to the next
    above: float
    below: float

    @property
    def height(self) -> float:
        """What a row needs to hold it with arrows passing above and below."""
        return self.above + self.below + 2 * ROOM


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a step's neighbours on the page leave to its satellites."""

    strips: int
    strip: float  # its width; a strip is a lane, or an equal part of a wide lane
    strip_of: Mapping[StepId, int]
    letters: Mapping[StepId, str]  # of every step that connectors lead to
    apart: Collection[ArrowId]  # what is drawn as connectors
    onto: Mapping[StepId, Collection[StepId]]  # where arrows on this page come from
    order: Mapping[StepId, int]  # of the rows
    spread: Mapping[StepId, int]  # how much more room than usual, found by trying


def group(shape: Shape, around_it: Surroundings, say: Localizer) -> Group:
    """Find a place for each satellite of a step."""
    strip = around_it.strip_of[shape.step]
    busy = _busy(shape, around_it)
    placed: list[Satellite] = []

    def settle(
        kind: SymbolKind, words: str, wished: list[Place], link: OutcomeArrow | None = None
    ) -> None:
        taken = {one.place for one in placed}
        places = [
            place
            for place in _places(wished)
            if place not in taken and 0 <= strip + place[0] < around_it.strips
        ]
        place = next((place for place in places if place not in busy), places[0])
        placed.append(Satellite(kind=kind, words=words, place=place, link=link))

    if shape.begins:
        settle(SymbolKind.CAPSULE, say("diagram-start"), [(0, -1)])
    if shape.step in around_it.letters:
        wished = [(0, -1), (1, 0), (-1, 0), (1, -1), (-1, -1)]
        settle(SymbolKind.CONNECTOR, around_it.letters[shape.step], wished)
    for link in sorted(shape.links, key=lambda link: not link.onward):
        wished = _wished(shape, link, around_it)
        if link.target is None:
            settle(SymbolKind.CAPSULE, say("diagram-end"), wished, link)
        elif link.id in around_it.apart:
            settle(SymbolKind.CONNECTOR, around_it.letters[link.target], wished, link)
    return _group(shape, strip, placed, around_it)


def _wished(shape: Shape, link: OutcomeArrow, around_it: Surroundings) -> list[Place]:
    side = 1
    if link.target is not None and around_it.strip_of[link.target] < around_it.strip_of[shape.step]:
        side = -1
    beside = [(side, 0), (-side, 0)]
    below = [(0, 1)]
    first = below + beside if link.onward else beside + below
    if link.target is None:
        first.append((0, 2))  # an end in another's column would seem to be theirs
    return [*first, (side, 1), (-side, 1), (side, -1), (-side, -1), (2 * side, 1), (-2 * side, 1)]


def _places(wished: list[Place]) -> Iterator[Place]:
    yield from wished
    aside = sorted(range(-_FARTHEST, _FARTHEST + 1), key=abs)
    for floor, strip in product(range(_FARTHEST), aside):
        for place in ((strip, floor), (strip, -floor)):
            if place not in wished and place != (0, 0):
                yield place


def _busy(shape: Shape, around_it: Surroundings) -> set[Place]:
    """Places that an arrow between two steps of the page is likely to take."""
    here, strip = around_it.order[shape.step], around_it.strip_of[shape.step]
    busy: set[Place] = set()
    for link in shape.links:
        if link.target is None or link.id in around_it.apart:
            continue
        aside = around_it.strip_of[link.target] - strip
        if aside:
            busy |= {((1 if aside > 0 else -1), 0), (aside, -1), (aside, 0), (aside, 1)}
        else:
            busy.add((0, 1 if around_it.order[link.target] > here else -1))
    for source in around_it.onto.get(shape.step, ()):
        busy.add((0, -1 if around_it.order[source] < here else 1))
    return busy


def _group(shape: Shape, strip: int, placed: list[Satellite], around_it: Surroundings) -> Group:
    width = label_width(around_it.strip)
    tall = max(
        (
            height_of(len(wrapped(link.words, width, LABEL_SIZE)), LABEL_SIZE)
            for link in shape.links
        ),
        default=0.0,
    )
    more = 10.0 * around_it.spread.get(shape.step, 0)
    gap = max(_GAP, tall + 5) + more
    floor = _HEIGHTS[SymbolKind.DIAMOND] / 2 + gap + _CONNECTOR[1] / 2
    reach = max(_HEIGHTS[shape.kind] / 2, tall + 3 if len(shape.links) > 1 else 0) + more
    floors = [one.place[1] for one in placed]
    half = _CONNECTOR[1] / 2
    return Group(
        shape=shape,
        strip=strip,
        satellites=tuple(placed),
        floor=floor,
        above=max(reach, *(half - level * floor for level in (0, *floors))),
        below=max(reach, *(half + level * floor for level in (0, *floors))),
    )


def label_width(strip: float) -> float:
    least, most = _LABEL
    return min(max(strip * 0.9, least), most)


def main_box(shape: Shape, at: Point, strip: float) -> Box:
    least, most = _MAIN
    width = min(max(strip - _BESIDE, least), most)
    return around(at, width, _HEIGHTS[shape.kind])


def satellite_box(satellite: Satellite, at: Point, strip: float) -> Box:
    if satellite.kind is SymbolKind.CONNECTOR:
        return around(at, *_CONNECTOR)
    width, height = _END
    return around(at, min(width, strip - 8), height)


def fitting_size(words: str, width: float, most: float) -> float:
    """The size at which *words* fit into a symbol, *most* points or less."""
    wide = width_of(words, most, bold=True)
    return most if wide <= width else most * width / wide
