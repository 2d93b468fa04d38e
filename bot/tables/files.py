"""A file that holds an SOP's table → lines of cells: XLSX, CSV, or text with tabs."""

import csv
from io import StringIO
from pathlib import Path

from bot.tables.decoding import decoded
from bot.tables.workbook import read_workbook
from workflow.errors import ProcedureError
from workflow.importing.heading import Column, column_named
from workflow.importing.lines import LONGEST_CELL, MOST_CELLS, MOST_LINES, SourceLine

LARGEST = 5 * 1024 * 1024
LARGEST_TEXT = 1024 * 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
# What other files begin with, and what their owner does about it.
_OTHERS = {
    b"%PDF": "this is a PDF; copy its table into a spreadsheet and save it as XLSX",
    b"{\\rtf": "this is a Word document; copy its table into a spreadsheet and save it as XLSX",
    b"\x89PNG": "this is a picture; type its table into a spreadsheet and save it as XLSX",
    b"\xff\xd8\xff": "this is a picture; type its table into a spreadsheet and save it as XLSX",
}


def read_lines(path: Path) -> tuple[SourceLine, ...]:
    """Read a file by what its bytes are, whatever it is called.

    Raises ProcedureError with the mend for a file that is too large, locked, damaged,
    or of another kind.
    """
    source = path.name
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise ProcedureError(f"{source}: it cannot be read ({error.strerror})") from None
    if len(content) > LARGEST:
        raise ProcedureError(
            f"{source}: larger than {LARGEST // 1024 // 1024} MB; an SOP's table takes 50 KB: "
            "copy the table alone into a new workbook"
        )
    lines = _read(content, source)
    _ensure_bounded(lines, source)
    if all(line.blank for line in lines):
        raise ProcedureError(f"{source}: there is nothing in it")
    return lines


def _read(content: bytes, source: str) -> tuple[SourceLine, ...]:
    for beginning, mend in _OTHERS.items():
        if content.startswith(beginning):
            raise ProcedureError(f"{source}: {mend}")
    if content.startswith(_OLD_OFFICE):
        if _LOCKED in content:
            raise ProcedureError(f"{source}: it is locked with a password; save it without one")
        raise ProcedureError(f"{source}: this is an old Office file (.xls, .doc); save it as XLSX")
    if content.startswith(b"PK"):
        return read_workbook(content, source=source)
    return _lines(_decoded(content, source))


def _decoded(content: bytes, source: str) -> str:
    if len(content) > LARGEST_TEXT:
        raise ProcedureError(
            f"{source}: a text larger than {LARGEST_TEXT // 1024 // 1024} MB; paste the SOP alone"
        )
    text = decoded(content)
    if text is None:
        raise ProcedureError(f"{source}: this is neither a table nor text; save it as XLSX or CSV")
    return text


def _lines(text: str) -> tuple[SourceLine, ...]:
    """Split text by the separator that it uses; cells in quotes may hold several lines."""
    separator = max("\t;,", key=lambda one: _heading_width(text, one))
    try:
        return _quoted(text, separator)
    except csv.Error:
        # Pasted words may begin with a quotation mark that means nothing.
        return _plain(text, separator)


def _heading_width(text: str, separator: str) -> int:
    """Into how many cells a separator cuts the heading of the table; 0 when it cuts none."""
    widest = 0
    for line in text.split("\n"):
        cells = [cell.strip(' "\r') for cell in line.split(separator)]
        if len(cells) > widest and any(column_named(cell) is Column.WHAT for cell in cells):
            widest = len(cells) if len(cells) > 2 else widest
    return widest


def _quoted(text: str, separator: str) -> tuple[SourceLine, ...]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    lines, begins = [], 1
    for cells in reader:
        lines.append(SourceLine(number=begins, cells=tuple(cell.strip() for cell in cells)))
        begins = reader.line_num + 1
    return tuple(lines)


def _plain(text: str, separator: str) -> tuple[SourceLine, ...]:
    return tuple(
        SourceLine(number=number, cells=tuple(cell.strip() for cell in line.split(separator)))
        for number, line in enumerate(text.split("\n"), start=1)
    )


def _ensure_bounded(lines: tuple[SourceLine, ...], source: str) -> None:
    if len(lines) > MOST_LINES:
        raise ProcedureError(f"{source}: more than {MOST_LINES} lines; paste the SOP's table alone")
    for line in lines:
        if len(line.cells) > MOST_CELLS:
            raise ProcedureError(f"{source}, {line.place}: more than {MOST_CELLS} cells")
        if any(len(cell) > LONGEST_CELL for cell in line.cells):
            raise ProcedureError(
                f"{source}, {line.place}: a cell of more than {LONGEST_CELL} characters; "
                "is a quotation mark left open?"
            )
