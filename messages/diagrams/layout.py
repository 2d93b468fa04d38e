"""The drawn SOP as a value: every page, cell, symbol, arrow and word, and where it stands."""

import math
from dataclasses import dataclass
from enum import StrEnum

from messages.diagrams.geometry import Box, Point
from workflow.ids import OutcomeId, StepId


class SymbolKind(StrEnum):
    """The symbols of PermenPAN-RB 35/2012; the fifth is the arrow."""

    CAPSULE = "capsule"  # begin and end
    BOX = "box"  # an act
    DIAMOND = "diamond"  # a decision
    CONNECTOR = "connector"  # a pentagon: goes on elsewhere, at the same letter


class Side(StrEnum):
    """Where an arrow meets a symbol."""

    TOP = "top"
    RIGHT = "right"
    BOTTOM = "bottom"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """One line of words, set from *at* on its baseline; *turned* ones read upwards."""

    at: Point
    text: str
    size: float
    width: float
    bold: bool = False
    grey: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table. Cells of lanes are *faint*: their lines only guide the eye."""

    box: Box
    words: tuple[Writing, ...] = ()
    shaded: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """One symbol of the flow, and the step it belongs to."""

    kind: SymbolKind
    box: Box
    step: StepId
    words: Writing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """The words beside an arrow out of a decision."""

    box: Box
    words: tuple[Writing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A way from one symbol of the page to another, upright and level by turns.

    *start* and *end* count in the page's symbols. An arrow drawn for an outcome names
    its *source* and *outcome*; one that begins at "Mulai" or at a connector has neither.
    *connector* is the letter where the way goes on, or where it comes from.
    """

    points: tuple[Point, ...]
    start: int
    end: int
    source: StepId | None = None
    outcome: OutcomeId | None = None
    connector: str = ""
    label: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: what stands on it, in the order in which it is drawn."""

    cells: tuple[Cell, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    symbols: tuple[Symbol, ...] = ()
    words: tuple[Writing, ...] = ()
    frames: tuple[Box, ...] = ()
    emblem: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A whole SOP, ready for any back end. *size* is of every page, in points."""

    title: str
    author: str
    language: str
    size: tuple[float, float]
    pages: tuple[Page, ...]


SHOULDER = 0.6  # where a connector's sides end and its tip begins, from the top


def edge(kind: SymbolKind, box: Box, side: Side, shift: float = 0.0) -> Point:
    """The point on the outline of a symbol, *shift* points right of or below the side's middle."""
    middle = box.centre
    if side in {Side.LEFT, Side.RIGHT}:
        reach = _reach(kind, shift, box.height / 2, box.width / 2)
        return Point(middle.x + (reach if side is Side.RIGHT else -reach), middle.y + shift)
    if kind is SymbolKind.CAPSULE:
        reach = box.height / 2
    else:
        reach = _reach(kind, shift, box.width / 2, box.height / 2)
    return Point(middle.x + shift, middle.y + (reach if side is Side.BOTTOM else -reach))


def _reach(kind: SymbolKind, shift: float, half: float, far: float) -> float:
    if kind is SymbolKind.DIAMOND:
        return far * (1 - abs(shift) / half)
    if kind is SymbolKind.CAPSULE:
        return far - half + math.sqrt(max(half * half - shift * shift, 0))
    return far
