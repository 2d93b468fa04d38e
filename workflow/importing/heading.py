"""The heading of a table: which column holds what, and which columns are lanes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from workflow.importing.lines import Line
from workflow.importing.plain import sentence, tidy
from workflow.importing.spans import is_time

DEEPEST = 3


class Column(StrEnum):
    """What a column of the official table holds."""

    NUMBER = "number"
    WHAT = "what"
    WHO = "who"
    QUALITY = "quality"
    MATERIALS = "materials"
    TIME = "time"
    OUTPUT = "output"
    REMARK = "remark"


_NAMES = {
    Column.NUMBER: r"(?:no|nomor|no urut)\.?",
    Column.WHAT: r"(?:uraian|aktivitas|aktifitas|kegiatan|langkah|tahap(?:an)?|prosedur)\b.{0,40}",
    Column.WHO: r"(?:pelaksana|pelaku)\b.{0,30}",
    Column.QUALITY: r"(?:mutu baku|baku mutu)\b.{0,20}",
    Column.MATERIALS: r"(?:kelengkapan|persyaratan|perlengkapan|syarat)\b.{0,40}",
    Column.TIME: r"(?:waktu|jangka waktu|lama)\b.{0,30}",
    Column.OUTPUT: r"(?:output|keluaran|hasil)\b.{0,30}",
    Column.REMARK: r"(?:ket|keterangan)\.?",
}
_DIGITS = re.compile(r"[0-9]{1,3}[.)]?")
_UNIT = re.compile(r"\b(menit|jam|hari kerja|hari kalender|hari)\b")
_STANDARD = (Column.MATERIALS, Column.TIME, Column.OUTPUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Where each column stands, and which line is the first below the heading."""

    places: dict[Column, int]
    lanes: dict[int, str]
    unit: str
    begins: int
    ends: int

    def place(self, column: Column) -> int | None:
        return self.places.get(column)


def column_named(words: str) -> Column | None:
    plain = sentence(tidy(words)).lower().strip(" :")
    return next((one for one, name in _NAMES.items() if re.fullmatch(name, plain)), None)


def find_heading(lines: Sequence[Line], start: int) -> Heading | None:
    """The next heading at or after *start*; its rows may be one, two or three deep."""
    for begins in range(start, len(lines)):
        cells = [cell for cell in lines[begins].cells if cell]
        if Column.WHAT not in {column_named(cell) for cell in cells}:
            continue
        if any(is_time(cell) or _DIGITS.fullmatch(cell) for cell in cells):
            continue
        ends = _depth(lines, begins)
        heading = _read(lines, begins, ends)
        if heading is not None:
            return heading
    return None


def _depth(lines: Sequence[Line], begins: int) -> int:
    """Go on while a line has cells but neither a number nor an activity of its own."""
    places = {column_named(cell): at for at, cell in enumerate(lines[begins].cells) if cell}
    what, number = places[Column.WHAT], places.get(Column.NUMBER)
    ends = begins + 1
    while ends < len(lines) and ends - begins < DEEPEST:
        line = lines[ends]
        if line.blank or line.own(what) or line.own(number):
            break
        ends += 1
    while ends < len(lines) and _is_numbering(lines[ends]):
        ends += 1
    return ends


def _is_numbering(line: Line) -> bool:
    """1, 2, 3, … under a heading: the numbers of the columns."""
    cells = [cell.strip("()") for cell in line.cells if cell]
    return len(cells) >= 4 and cells == [str(place + 1) for place in range(len(cells))]


def _read(lines: Sequence[Line], begins: int, ends: int) -> Heading | None:
    block = [line for line in lines[begins:ends] if not _is_numbering(line)]
    width = max(len(line.cells) for line in block)
    places: dict[Column, int] = {}
    named: dict[int, str] = {}
    unit = ""
    for place in range(width):
        words = [sentence(tidy(line.own(place))) for line in block]
        kinds = [
            column_named(one) if one and not (depth and column_named(one) is Column.WHO) else None
            for depth, one in enumerate(words)
        ]
        last = max((depth for depth, one in enumerate(words) if one), default=None)
        if last is None:
            continue
        kind = kinds[last]
        if kind is None:
            named[place] = words[last]
        elif kind is not Column.QUALITY:
            places.setdefault(kind, place)
        if kind is Column.TIME and (found := _UNIT.search(words[last].lower())):
            unit = found[1]
    standards = [places[one] for one in _STANDARD if one in places]
    if Column.WHAT not in places or not standards:
        return None
    lanes = {
        place: words for place, words in named.items() if places[Column.WHAT] < place < standards[0]
    }
    if lanes:
        places.pop(Column.WHO, None)
    return Heading(places=places, lanes=lanes, unit=unit, begins=begins, ends=ends)
