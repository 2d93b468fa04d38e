"""An XLSX workbook → lines of cells, merged cells and drawn marks included."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from storage.tables.archive import Archive
from storage.tables.drawings import marks
from storage.tables.formats import Formats
from workflow.errors import ProcedureError
from workflow.importing.lines import MOST_CELLS, MOST_LINES, Line

_BOOK = "xl/workbook.xml"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
MOST_COVERED = 200_000

Cells = dict[tuple[int, int], str]


def read_workbook(content: bytes, *, source: str) -> tuple[Line, ...]:
    """The visible sheets one after the other; raise ProcedureError for what cannot be read."""
    archive = Archive(content, source=source)
    _ensure_workbook(archive, source)
    try:
        return tuple(_lines(archive, source))
    except (ValueError, IndexError, OverflowError, RecursionError) as error:
        raise ProcedureError(
            f"{source}: the workbook is damaged ({error}); open it and save it anew"
        ) from None


def _ensure_workbook(archive: Archive, source: str) -> None:
    if "word/document.xml" in archive.names:
        raise ProcedureError(
            f"{source}: this is a Word document; copy its table into a spreadsheet, save it as XLSX"
        )
    if "content.xml" in archive.names:
        raise ProcedureError(f"{source}: this is an OpenDocument file; save it as XLSX")
    if _BOOK not in archive.names:
        raise ProcedureError(f"{source}: this is no workbook; save the SOP's table as XLSX or CSV")


def _lines(archive: Archive, source: str) -> Iterator[Line]:
    related = archive.related(_BOOK)
    texts = [
        _text(one)
        for kind, part in related.values()
        if kind == "sharedStrings"
        for one in archive.read(part).iter("si")
    ]
    styles = [part for kind, part in related.values() if kind == "styles" and part in archive.names]
    formats = Formats(archive.read(styles[0]) if styles else None)
    for sheet in archive.read(_BOOK).iter("sheet"):
        kind, part = related.get(sheet.get("id", ""), ("", ""))
        if sheet.get("state", "visible") != "visible" or kind != "worksheet":
            continue
        name = sheet.get("name", "")
        root = archive.read(part)
        cells = dict(_values(root, texts, formats, f"{source}, sheet '{name}'"))
        covered = _merge(root, cells, source)
        for row, column, words in marks(archive, part, root):
            if row < MOST_LINES and column < MOST_CELLS:
                cells.setdefault((row, column), words)
        yield from _rows(name, cells, covered, _hidden(root))


def _values(
    sheet: Element, texts: list[str], formats: Formats, source: str
) -> Iterator[tuple[tuple[int, int], str]]:
    row = -1
    for line in sheet.iter("row"):
        row = int(line.get("r", str(row + 2))) - 1
        column = -1
        for cell in line.iter("c"):
            place = _REFERENCE.fullmatch(cell.get("r", ""))
            column = _column(place[1]) if place else column + 1
            value = _value(cell, texts, formats)
            if not value:
                continue
            if row >= MOST_LINES or column >= MOST_CELLS:
                raise ProcedureError(
                    f"{source}, row {row + 1}: there is a cell beyond row {MOST_LINES} or column "
                    f"{MOST_CELLS}; copy the SOP's table alone into a new workbook"
                )
            yield (row, column), value


def _value(cell: Element, texts: list[str], formats: Formats) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell).strip()
    value = cell.findtext("v") or ""
    match kind:
        case "s":
            return texts[int(value)].strip() if value else ""
        case "n":
            return formats.shown(value, cell.get("s")) if value else ""
        case "e":
            return ""
    return value.strip()


def _text(holder: Element) -> str:
    """The words of a cell; readings of foreign characters, which some add, are left out."""
    pieces = [one.text or "" for one in holder.findall("t")]
    pieces += [one.findtext("t") or "" for one in holder.findall("r")]
    pieces += [_text(one) for one in holder.findall("is")]
    return "".join(pieces)


def _merge(sheet: Element, cells: Cells, source: str) -> dict[int, set[int]]:
    """Fill merged cells with the words of their first; say which ones were filled."""
    covered: dict[int, set[int]] = {}
    filled = 0
    last_row = max((row for row, _ in cells), default=0)
    last_column = max((column for _, column in cells), default=0)
    for one in sheet.iter("mergeCell"):
        corners = [_REFERENCE.fullmatch(end) for end in one.get("ref", "").split(":")]
        if len(corners) != 2 or corners[0] is None or corners[1] is None:
            continue
        top, left = int(corners[0][2]) - 1, _column(corners[0][1])
        bottom = min(int(corners[1][2]) - 1, last_row)
        right = min(_column(corners[1][1]), last_column)
        words = cells.get((top, left))
        if words is None:
            continue
        filled += max(0, bottom - top + 1) * max(0, right - left + 1)
        if filled > MOST_COVERED:
            raise ProcedureError(f"{source}: too many merged cells; unmerge what is not the table")
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    cells[row, column] = words
                    covered.setdefault(row, set()).add(column)
    return covered


def _hidden(sheet: Element) -> frozenset[int]:
    """Rows that were hidden or filtered away."""
    rows, row = set(), -1
    for line in sheet.iter("row"):
        row = int(line.get("r", str(row + 2))) - 1
        if line.get("hidden", "0") in {"1", "true"}:
            rows.add(row)
    return frozenset(rows)


def _rows(
    sheet: str, cells: Cells, covered: dict[int, set[int]], hidden: frozenset[int]
) -> Iterator[Line]:
    wide: dict[int, int] = {}
    for row, column in cells:
        wide[row] = max(wide.get(row, 0), column + 1)
    for row in range(max(wide, default=-1) + 1):
        yield Line(
            number=row + 1,
            cells=tuple(cells.get((row, column), "") for column in range(wide.get(row, 0))),
            sheet=sheet,
            covered=frozenset(covered.get(row, ())),
            hidden=row in hidden,
        )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
