"""Shapes drawn over a sheet: an SOP's table marks a lane by a box above its column."""

from collections.abc import Iterator
from itertools import accumulate
from xml.etree.ElementTree import Element

from openpyxl.worksheet.worksheet import Worksheet

from bot.tables.archive import Archive

# English Metric Units: what a sheet is measured in when it says nothing.
_WIDTH = 609_600
_HEIGHT = 190_500
_CHARACTER = 66_675
_POINT = 12_700
BOX, DIAMOND = "■", "◇"


def marks(archive: Archive, part: str, sheet: Worksheet) -> Iterator[tuple[int, int, str]]:
    """Row, column (from 0) and words of every shape; an arrow between shapes is none.

    *part* is the sheet's own part of the archive: openpyxl drops what is drawn when it reads.
    """
    drawings = [name for kind, name in archive.related(part).values() if kind == "drawing"]
    for name in drawings:
        if name not in archive.names:
            continue
        for anchor in archive.read(name):
            shape = anchor.find("sp")
            begins, ends = anchor.find("from"), anchor.find("to")
            if shape is None or begins is None:
                continue
            ends = begins if ends is None else ends
            row = _middle(begins, ends, "row", _heights(sheet))
            column = _middle(begins, ends, "col", _widths(sheet))
            yield row, column, _words(shape)


def _words(shape: Element) -> str:
    text = " ".join(one.text or "" for one in shape.iter("t")).strip()
    if text:
        return text
    forms = [one.get("prst", "") for one in shape.iter("prstGeom")]
    return DIAMOND if any(form in {"diamond", "flowChartDecision"} for form in forms) else BOX


def _middle(begins: Element, ends: Element, axis: str, sizes: dict[int, int]) -> int:
    """The row or column under the middle of a shape."""
    usual = _HEIGHT if axis == "row" else _WIDTH
    first, last = _number(begins, axis), _number(ends, axis)
    if first == last or last - first > 100:
        return first
    span = [sizes.get(place, usual) for place in range(first, last + 1)]
    edges = [0, *accumulate(span)]
    left = min(_number(begins, f"{axis}Off"), span[0])
    right = edges[-2] + min(_number(ends, f"{axis}Off"), span[-1])
    middle = (left + right) / 2
    return first + sum(edge <= middle for edge in edges[1:-1])


def _number(anchor: Element, name: str) -> int:
    text = (anchor.findtext(name) or "0").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else 0


def _heights(sheet: Worksheet) -> dict[int, int]:
    return {
        number - 1: int(row.ht * _POINT)
        for number, row in sheet.row_dimensions.items()
        if row.ht is not None
    }


def _widths(sheet: Worksheet) -> dict[int, int]:
    return {
        place - 1: int(one.width * _CHARACTER)
        for one in sheet.column_dimensions.values()
        if one.min is not None and one.max is not None
        for place in range(one.min, min(one.max, 200) + 1)
    }
