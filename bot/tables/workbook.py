"""An XLSX workbook → lines of cells, merged cells and drawn marks included."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.tables.archive import Archive
from bot.tables.drawings import marks
from bot.tables.shown import shown
from workflow.errors import ProcedureError
from workflow.importing.lines import MOST_CELLS, MOST_LINES, SourceLine

_BOOK = "xl/workbook.xml"
# What openpyxl raises for a file that is not as the standard has it.
_DAMAGE = (
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError),
    *(ParseError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError),
)

# Row and column, counted from 0, and the words that stand there.
Cells = dict[tuple[int, int], str]


def read_workbook(content: bytes, *, source: str) -> tuple[SourceLine, ...]:
    """The visible sheets one after the other; raise ProcedureError for what cannot be read."""
    archive = Archive(content, source=source)
    _ensure_workbook(archive, source)
    try:
        archive.ensure_few_merged()
        return tuple(_lines(_opened(content), archive, source))
    except ProcedureError:
        raise
    except DefusedXmlException:
        raise ProcedureError(
            f"{source}: it declares XML entities, which no spreadsheet needs"
        ) from None
    except _DAMAGE as error:
        raise ProcedureError(
            f"{source}: the workbook is damaged ({error}); open it and save it anew"
        ) from None


def _opened(content: bytes) -> Workbook:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of extensions that hold no words
        return load_workbook(BytesIO(content), data_only=True)


def _ensure_workbook(archive: Archive, source: str) -> None:
    if "word/document.xml" in archive.names:
        raise ProcedureError(
            f"{source}: this is a Word document; copy its table into a spreadsheet, save it as XLSX"
        )
    if "content.xml" in archive.names:
        raise ProcedureError(f"{source}: this is an OpenDocument file; save it as XLSX")
    if _BOOK not in archive.names:
        raise ProcedureError(f"{source}: this is no workbook; save the SOP's table as XLSX or CSV")
    archive.ensure_bounded()


def _lines(book: Workbook, archive: Archive, source: str) -> Iterator[SourceLine]:
    parts = dict(archive.sheets())
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            continue
        cells = dict(_values(sheet, f"{source}, sheet '{sheet.title}'"))
        covered = _merge(sheet, cells)
        for row, column, words in marks(archive, parts.get(sheet.title, ""), sheet):
            if row < MOST_LINES and column < MOST_CELLS:
                cells.setdefault((row, column), words)
        yield from _rows(sheet, cells, covered)


def _values(sheet: Worksheet, source: str) -> Iterator[tuple[tuple[int, int], str]]:
    # Only the cells that are there: a sheet whose one cell is its last has 17 milliards of others.
    for (row, column), cell in sorted(sheet._cells.items()):
        words = _words(cell)
        if not words:
            continue
        if row > MOST_LINES or column > MOST_CELLS:
            raise ProcedureError(
                f"{source}, row {row}: there is a cell beyond row {MOST_LINES} or column "
                f"{MOST_CELLS}; copy the SOP's table alone into a new workbook"
            )
        yield (row - 1, column - 1), words


def _words(cell: Cell | MergedCell) -> str:
    if isinstance(cell, MergedCell) or cell.value is None or cell.data_type == "e":
        return ""
    return shown(cell.value, cell.number_format).strip()


def _merge(sheet: Worksheet, cells: Cells) -> dict[int, set[int]]:
    """Fill merged cells with the words of their first; say which ones were filled."""
    covered: dict[int, set[int]] = {}
    last_row = max((row for row, _ in cells), default=0)
    last_column = max((column for _, column in cells), default=0)
    for one in sheet.merged_cells.ranges:
        top, left = one.min_row - 1, one.min_col - 1
        bottom, right = min(one.max_row - 1, last_row), min(one.max_col - 1, last_column)
        words = cells.get((top, left))
        if words is None:
            continue
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) != (top, left):
                    cells[row, column] = words
                    covered.setdefault(row, set()).add(column)
    return covered


def _rows(sheet: Worksheet, cells: Cells, covered: dict[int, set[int]]) -> Iterator[SourceLine]:
    wide: dict[int, int] = {}
    for row, column in cells:
        wide[row] = max(wide.get(row, 0), column + 1)
    for row in range(max(wide, default=-1) + 1):
        yield SourceLine(
            number=row + 1,
            cells=tuple(cells.get((row, column), "") for column in range(wide.get(row, 0))),
            sheet=sheet.title,
            covered=frozenset(covered.get(row, ())),
            hidden=bool(sheet.row_dimensions[row + 1].hidden),
        )
