"""The heading of a table: which column holds what, and which columns are lanes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from workflow.importing.lines import SourceLine
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
    Column.MATERIALS: (r"(?:kelengkapan|persyaratan|perlengkapan|syarat|dokumen|bahan)\b.{0,40}"),
    Column.TIME: r"(?:waktu|jangka waktu|batas waktu|lama|durasi)\b.{0,30}",
    Column.OUTPUT: r"(?:output|keluaran|hasil|produk)\b.{0,30}",
    Column.REMARK: r"(?:ket|keterangan|catatan)\.?",
}
# "Mutu Baku: Waktu", "Mutu Baku - Output": the name of the group before that of the column.
_GROUP = re.compile(r"(?:mutu baku|baku mutu)\s*[:/–-]?\s*(?=\w)")
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
    # Columns whose heading says nothing known: their words, and the cell they stand in.
    strange: dict[int, str] = field(default_factory=dict)
    cells: dict[int, str] = field(default_factory=dict)

    def place(self, column: Column) -> int | None:
        return self.places.get(column)

    def reads(self, place: int) -> bool:
        """Whether some column of this heading stands at *place*."""
        return place in self.lanes or place in self.strange or place in self.places.values()


def column_named(words: str) -> Column | None:
    plain = sentence(tidy(words)).lower().strip(" :")
    bare = _GROUP.sub("", plain) or plain
    return next(
        (
            one
            for said in dict.fromkeys((bare, plain))
            for one, name in _NAMES.items()
            if re.fullmatch(name, said)
        ),
        None,
    )


def find_heading(lines: Sequence[SourceLine], start: int) -> Heading | None:
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


def _depth(lines: Sequence[SourceLine], begins: int) -> int:
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


def _is_numbering(line: SourceLine) -> bool:
    """1, 2, 3, … under a heading: the numbers of the columns, some of which may be left out."""
    cells = [cell.strip("()") for at, cell in enumerate(line.cells) if line.own(at)]
    if len(cells) < 4 or not all(cell.isdecimal() and len(cell) < 3 for cell in cells):
        return False
    numbers = [int(cell) for cell in cells]
    return numbers[0] == 1 and all(a < b for a, b in pairwise(numbers))


def _read(lines: Sequence[SourceLine], begins: int, ends: int) -> Heading | None:
    block = [line for line in lines[begins:ends] if not _is_numbering(line)]
    places: dict[Column, int] = {}
    named: dict[int, _Named] = {}
    unit = ""
    for one in _columns(block):
        if one.kind is None:
            named[one.place] = one
        elif one.kind is not Column.QUALITY:
            if one.kind in places:
                named[one.place] = one
            places.setdefault(one.kind, one.place)
        if one.kind is Column.TIME and (found := _UNIT.search(one.words.lower())):
            unit = found[1]
    standards = [places[one] for one in _STANDARD if one in places]
    if Column.WHAT not in places or not standards:
        return None
    lanes = _lanes(named, places, min(standards))
    if lanes:
        places.pop(Column.WHO, None)
    strange = {place: one for place, one in named.items() if place not in lanes}
    return Heading(
        places=places,
        lanes=lanes,
        unit=unit,
        begins=begins,
        ends=ends,
        strange={place: one.words for place, one in strange.items()},
        cells={place: one.line.cell(place) for place, one in strange.items()},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """The lowest words above one column, and how deep in the heading they stand."""

    place: int
    words: str
    depth: int
    line: SourceLine
    kind: Column | None


def _columns(block: Sequence[SourceLine]) -> Iterator[_Named]:
    for place in range(max(len(line.cells) for line in block)):
        words = [sentence(tidy(line.own(place))) for line in block]
        depth = max((at for at, one in enumerate(words) if one), default=None)
        if depth is None:
            continue
        kind = column_named(words[depth])
        # "Pelaksana" below another heading is the name of a lane.
        if depth and kind is Column.WHO:
            kind = None
        yield _Named(place=place, words=words[depth], depth=depth, line=block[depth], kind=kind)


def _lanes(
    named: dict[int, _Named], places: dict[Column, int], first_standard: int
) -> dict[int, str]:
    """The columns between the activity and what it needs, unless one column names who acts.

    "Pelaksana" with nothing below it holds names; what stands beside it is no lane.
    """
    between = {
        place: one
        for place, one in named.items()
        if places[Column.WHAT] < place < first_standard and one.kind is None
    }
    if Column.WHO in places:
        between = {place: one for place, one in between.items() if one.depth}
    return {place: one.words for place, one in between.items()}
