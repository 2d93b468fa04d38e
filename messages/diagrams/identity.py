"""Bagian Identitas: who made the SOP, since when it holds, and on what it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from messages.diagrams.geometry import Box
from messages.diagrams.layout import Cell, Page, Writing
from messages.diagrams.measuring import (
    balanced,
    centred,
    from_left,
    height_of,
    width_of,
    wrapped,
)
from messages.drawing import shield_width
from messages.localizer import Localizer
from workflow.procedure import Procedure

_REGION = re.compile(r" (?=(?:Provinsi|Kota|Kabupaten) )", re.IGNORECASE)
# Sizes of the letters, and the room to sign that goes with each, in points: the first that
# keeps all on one page is taken.
_SIZES = {9.5: 60.0, 9.0: 54.0, 8.5: 46.0, 8.0: 35.0, 7.5: 33.0}
_SHARES = (0.5, 0.56, 0.62, 0.66)  # of the width, for the left half: the same
_UNIT = 11.5  # of the letters of the unit's name
_PAD = 4.0
_LABELS = 104.0  # width of the column with "Nomor SOP"
_EMBLEM = 62.0
_DOTS = "." * 44  # where the name is written
_INDENT = 15.0
_LEAST = 4  # lines of a section before the end of a page
_WHOLE = 24  # a section of fewer lines is not divided


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A line of a section; *mark* is the number of the item that begins with it."""

    text: str
    mark: str = ""
    item: bool = False
    bold: bool = False


def identity_pages(procedure: Procedure, frame: Box, say: Localizer) -> tuple[Page, ...]:
    """The pages of the identity, each within *frame*; nearly always one."""
    for size, share in product(_SIZES, _SHARES):
        middle = frame.left + frame.width * share
        pages = tuple(_pages(procedure, frame, middle, size, say))
        if len(pages) == 1:
            break
    return pages


def _pages(
    procedure: Procedure, frame: Box, middle: float, size: float, say: Localizer
) -> Iterator[Page]:
    cells = list(_head(procedure, frame, middle, size, say))
    unit = cells[0].box
    top = unit.bottom
    emblem: Box | None = _emblem(procedure, unit)
    for left, right in _sections(procedure, frame, middle, size, say):
        while left or right:
            lines = max(len(left), len(right))
            fit = int((frame.bottom - top - 2 * _PAD) / height_of(1, size))
            if fit < lines and (fit < _LEAST or lines < _WHOLE):
                yield _page(cells, emblem)
                cells, top, emblem = [], frame.top, None
                continue
            bottom = top + height_of(min(fit, lines), size) + 2 * _PAD
            cells.append(_cell(left[:fit], Box(frame.left, top, middle, bottom), size))
            cells.append(_cell(right[:fit], Box(middle, top, frame.right, bottom), size))
            left, right, top = left[fit:], right[fit:], bottom
    yield _page(cells, emblem)


def _page(cells: Sequence[Cell], emblem: Box | None) -> Page:
    boxes = [cell.box for cell in cells]
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    whole = Box(left, boxes[0].top, right, max(box.bottom for box in boxes))
    return Page(cells=tuple(cells), frames=(whole,), emblem=emblem)


def _head(
    procedure: Procedure, frame: Box, middle: float, size: float, say: Localizer
) -> Iterator[Cell]:
    """The unit with its emblem, and beside it what the SOP is called and since when it holds."""
    left, edge = middle, middle + _LABELS
    width = frame.right - edge - 2 * _PAD
    facts = [
        (say("diagram-sop-number"), procedure.number),
        (say("diagram-made-on"), procedure.made_on),
        (say("diagram-revised-on"), procedure.revised_on),
        *_since(procedure, say),
        (say("diagram-approved-by"), None),
        (say("diagram-title"), procedure.title),
    ]
    heights = [
        _approval_height(procedure, width, size)
        if value is None
        else _fact_height(value, width, size, bold=value == procedure.title)
        for _, value in facts
    ]
    bare = Box(frame.left, frame.top, left, frame.top)
    missing = max(_unit_height(procedure, bare) - sum(heights), 0)
    cells = []
    top = frame.top
    for (label, value), height in zip(facts, heights, strict=True):
        bottom = top + height + (missing if value is None else 0)
        box = Box(edge, top, frame.right, bottom)
        if value is None:
            words = tuple(_approval(procedure, box, size, say))
        else:
            bold = value == procedure.title
            words = _stacked(wrapped(value or "-", width, size, bold=bold), box, size, bold=bold)
        named = Box(left, top, edge, bottom)
        cells.append(Cell(box=named, words=_stacked([label], named, size)))
        cells.append(Cell(box=box, words=words))
        top = bottom
    yield _unit(procedure, Box(frame.left, frame.top, left, top), say)
    yield from cells


def _fact_height(value: str, width: float, size: float, *, bold: bool) -> float:
    return height_of(len(wrapped(value or "-", width, size, bold=bold)), size) + 1.2 * _PAD


def _since(procedure: Procedure, say: Localizer) -> Iterator[tuple[str, str]]:
    """The day of approval and the day from which it holds: what the document has of the two."""
    if procedure.approved_on:
        yield say("diagram-approved-on"), procedure.approved_on
    if procedure.effective_on or not procedure.approved_on:
        yield say("diagram-effective-on"), procedure.effective_on


def _unit(procedure: Procedure, box: Box, say: Localizer) -> Cell:
    name = _unit_lines(procedure, box)
    below = _emblem(procedure, box).bottom
    bottom = below + height_of(len(name), _UNIT)
    unit = centred(name, Box(box.left, below + 8, box.right, bottom + 8), _UNIT, bold=True)
    rest = Box(box.left, bottom + 16, box.right, bottom + 16 + height_of(1, _UNIT))
    return Cell(box=box, words=(*unit, *centred([say("diagram-sop")], rest, _UNIT, bold=True)))


def _unit_lines(procedure: Procedure, box: Box) -> tuple[str, ...]:
    """The Seksi and the Bidang where the document names them, and the office they belong to."""
    named = (one.upper() for one in (*procedure.unit, procedure.office))
    return tuple(
        line for one in named for line in _by_region(one, box.width - 60, _UNIT, bold=True)
    )


def _unit_height(procedure: Procedure, box: Box) -> float:
    """The least height in which emblem, names and the words below them stand."""
    return _EMBLEM + height_of(len(_unit_lines(procedure, box)) + 1, _UNIT) + 16 + 2 * _PAD


def _emblem(procedure: Procedure, unit: Box) -> Box:
    half = shield_width(_EMBLEM) / 2
    top = unit.top + max((unit.height - _unit_height(procedure, unit)) / 2, 0) + _PAD
    return Box(unit.centre.x - half, top, unit.centre.x + half, top + _EMBLEM)


def _approval_height(procedure: Procedure, width: float, size: float) -> float:
    position = _by_region(procedure.approved_by, width, size)
    lines = len(position) + (3 if procedure.approver.rank else 2)
    return height_of(lines, size) + _SIZES[size] + 2 * _PAD


def _approval(procedure: Procedure, box: Box, size: float, say: Localizer) -> Iterator[Writing]:
    """The position, room to sign, and below it name, rank and NIP, or lines to write them on."""
    position = _by_region(procedure.approved_by, box.width - 2 * _PAD, size)
    top = box.top + _PAD
    bottom = top + height_of(len(position), size)
    yield from centred(position, Box(box.left, top, box.right, bottom), size)
    who = procedure.approver
    signed = [who.name or _DOTS, who.rank, f"{say('diagram-nip')} {who.nip}".rstrip()]
    lines = [line for line in signed if line]
    top = box.bottom - _PAD - height_of(len(lines), size)
    left = box.centre.x - max(width_of(line, size) for line in (_DOTS, *lines)) / 2
    for number, line in enumerate(lines):
        at = top + height_of(number, size)
        yield from_left(line, left, at, size, bold=line == who.name)


def _by_region(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Lines that leave the region together, where that takes no more of them."""
    whole = balanced(text, width, size, bold=bold)
    parts = _REGION.split(text, maxsplit=1)
    lines = [line for part in parts for line in balanced(part, width, size, bold=bold)]
    return tuple(lines) if len(lines) == len(whole) else whole


def _sections(
    procedure: Procedure, frame: Box, middle: float, size: float, say: Localizer
) -> Iterator[tuple[list[_Line], list[_Line]]]:
    pairs = (
        (say("diagram-legal-basis"), procedure.legal_basis),
        (say("diagram-qualifications"), procedure.qualifications),
        (say("diagram-related"), procedure.related),
        (say("diagram-equipment"), procedure.equipment),
        (say("diagram-warning"), procedure.warning),
        (say("diagram-recording"), procedure.recording),
    )
    widths = (middle - frame.left, frame.right - middle)
    sections = [
        list(_section(title, items, width, size))
        for (title, items), width in zip(pairs, widths * 3, strict=True)
    ]
    yield from zip(sections[::2], sections[1::2], strict=True)


def _section(title: str, items: Sequence[str], width: float, size: float) -> Iterator[_Line]:
    yield _Line(text=title, bold=True)
    inner = width - 2 * _PAD
    if len(items) < 2:
        for line in wrapped(items[0] if items else "-", inner, size):
            yield _Line(text=line)
        return
    for number, item in enumerate(items, start=1):
        for index, line in enumerate(wrapped(item, inner - _INDENT, size)):
            yield _Line(text=line, mark="" if index else f"{number}.", item=True)


def _cell(lines: Sequence[_Line], box: Box, size: float) -> Cell:
    words = []
    for number, line in enumerate(lines):
        top = box.top + _PAD + height_of(number, size)
        if line.mark:
            words.append(from_left(line.mark, box.left + _PAD, top, size))
        left = box.left + _PAD + (_INDENT if line.item else 0)
        words.append(from_left(line.text, left, top, size, bold=line.bold))
    return Cell(box=box, words=tuple(words))


def _stacked(
    lines: Sequence[str], box: Box, size: float, *, bold: bool = False
) -> tuple[Writing, ...]:
    top = box.centre.y - height_of(len(lines), size) / 2
    return tuple(
        from_left(line, box.left + _PAD, top + height_of(number, size), size, bold=bold)
        for number, line in enumerate(lines)
    )
