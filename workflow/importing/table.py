"""The lines below a heading → the rows of an SOP, numbered as the document numbers them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.importing.doubts import About, Doubt
from workflow.importing.heading import Column, Heading
from workflow.importing.lines import Line
from workflow.importing.plain import sentence, tidy
from workflow.importing.rows import Row
from workflow.importing.spans import is_time

_NUMBER = re.compile(r"([0-9]{1,3})\s*[.)]?(?:\s+(.*))?", re.DOTALL)
_TOTAL = re.compile(r"(?:jumlah|total|nip\b)", re.IGNORECASE)
# "a." or "3b)" may number a row; longer words do not.
LONGEST_NUMBER = 4
_NO_TIME = frozenset(("-", "–", "—"))
_EMPTY = frozenset(("", "-", "–", "—"))


def read_rows(lines: Sequence[Line], heading: Heading) -> tuple[tuple[Row, ...], int]:
    """The rows below *heading*, and how many lines they take.

    A row that goes on in the next line is joined; a number that is missing is asked for.
    The table ends at the first line that is neither.
    """
    rows: list[Row] = []
    adjacent, taken = True, 0
    for place, line in enumerate(lines):
        if line.blank:
            adjacent = False
            continue
        if _is_foot(line, heading):
            break
        row = _Reader(line, heading).row()
        if row is None:
            continue
        if row.number or _stands_alone(row, line, heading):
            rows.append(row)
        elif rows and adjacent:
            rows[-1] = _joined(rows[-1], row)
        else:
            break
        adjacent, taken = True, place + 1
    return tuple(_numbered(rows)), taken


def _is_foot(line: Line, heading: Heading) -> bool:
    """Words where a number should stand: a signature, a note, the next document."""
    place = heading.place(Column.NUMBER)
    written = "" if place is None else sentence(tidy(line.own(place)))
    return bool(written) and not _NUMBER.fullmatch(written) and len(written) > LONGEST_NUMBER


def _stands_alone(row: Row, line: Line, heading: Heading) -> bool:
    covered = heading.place(Column.NUMBER) in line.covered
    return not covered and bool(row.marks or row.time)


@dataclass(frozen=True, slots=True)
class _Reader:
    """One line, read by the heading, or by where its time stands when cells were lost."""

    line: Line
    heading: Heading

    def row(self) -> Row | None:
        number, what = self._number_and_what()
        if not what or (_TOTAL.match(what) and not number):
            return None
        shift = self._shift()
        notes, doubts = [], []
        if shift:
            notes.append("sel baris ini bergeser; dibaca dari letak waktunya")
        if shift and (lost := self._unplaced(shift)):
            doubts.append(self._doubt(number, About.LANE, _UNPLACED.format(mark=lost)))
        materials = self._at(Column.MATERIALS, shift)
        if shift and Column.MATERIALS in self.heading.places and not self._reaches(shift):
            doubts.append(self._doubt(number, About.ROW, _NO_MATERIALS))
        time = self.heading.place(Column.TIME)
        if time is not None and time in self.line.covered:
            doubts.append(self._doubt(number, About.LIMIT, _MERGED.format(time=self.line.at(time))))
        if self.line.hidden:
            doubts.append(self._doubt(number, About.ROW, _HIDDEN))
        return Row(
            number=number,
            what=what,
            place=self.line.place,
            marks=self._marks(shift),
            materials=materials,
            time=self._at(Column.TIME, shift),
            output=self._at(Column.OUTPUT, shift),
            remark=self._at(Column.REMARK, shift),
            notes=tuple(notes),
            doubts=tuple(doubts),
        )

    def _number_and_what(self) -> tuple[str, str]:
        place = self.heading.place(Column.NUMBER)
        what = self._at(Column.WHAT, 0)
        if self.heading.places[Column.WHAT] in self.line.covered:
            what = ""
        written = _NUMBER.fullmatch("" if place is None else sentence(self.line.own(place)))
        if written is None and place is None:
            written = _NUMBER.fullmatch(what)
            return (written[1], written[2] or "") if written else ("", what)
        return (str(int(written[1])) if written else "", what)

    def _at(self, column: Column, shift: int) -> str:
        place = self.heading.place(column)
        if place is None or (shift and place + shift <= self.heading.places[Column.WHAT]):
            return ""
        text = tidy(self.line.at(place + shift))
        return sentence(text) if column in {Column.WHAT, Column.TIME, Column.REMARK} else text

    def _reaches(self, shift: int) -> bool:
        return self.heading.places[Column.MATERIALS] + shift > self.heading.places[Column.WHAT]

    def _shift(self) -> int:
        """How far the time of this line stands from its column; 0 when it stands there."""
        place = self.heading.place(Column.TIME)
        time = self.line.at(place)
        if place is None or time in _NO_TIME or is_time(time):
            return 0
        found = [
            at
            for at, cell in enumerate(self.line.cells)
            if at > self.heading.places[Column.WHAT] and is_time(cell)
        ]
        return found[0] - place if len(found) == 1 else 0

    def _marks(self, shift: int) -> tuple[str, ...]:
        if shift:
            return ()
        marked = [
            title for place, title in self.heading.lanes.items() if _said(self.line.at(place))
        ]
        who = self.heading.place(Column.WHO)
        if not self.heading.lanes and who is not None:
            marked = [sentence(tidy(self.line.at(who)))] if self.line.at(who) else []
        return tuple(dict.fromkeys(marked))

    def _unplaced(self, shift: int) -> str:
        """A mark in a line whose cells have moved: nobody can say in which lane it stands."""
        first = self.heading.place(Column.MATERIALS) or self.heading.places[Column.TIME]
        cells = self.line.cells[self.heading.places[Column.WHAT] + 1 : max(0, first + shift)]
        return next((said for cell in cells if (said := _said(cell))), "")

    def _doubt(self, number: str, about: About, words: str) -> Doubt:
        return Doubt(about=about, words=words, row=number, place=self.line.place)


def _said(cell: str) -> str:
    """A mark as it stands, "●" too; a dash is none."""
    mark = " ".join(tidy(cell).split())
    return "" if mark in _EMPTY else mark


_NO_MATERIALS = "kolom Kelengkapan/Persyaratan tidak ada dalam baris ini; apa isinya?"
_HIDDEN = "baris ini tersembunyi dalam lembarnya; masih berlaku? Bila tidak, hapus langkahnya"
_UNPLACED = "sel baris ini bergeser, sehingga tanda '{mark}' tidak jelas kolomnya; kolom mana?"
_MERGED = "sel Waktu ('{time}') digabung dengan baris sebelumnya; berlaku untuk masing-masing?"


def _joined(row: Row, more: Row) -> Row:
    """A row that goes on in the next line."""
    return replace(
        row,
        what=f"{row.what} {more.what}",
        materials="\n".join(one for one in (row.materials, more.materials) if one),
        output="\n".join(one for one in (row.output, more.output) if one),
        remark=" ".join(one for one in (row.remark, more.remark) if one),
        notes=(*row.notes, "uraiannya bersambung ke baris tanpa nomor di bawahnya"),
    )


def _numbered(rows: Sequence[Row]) -> Iterator[Row]:
    """Give every row a number of its own; whatever was not printed so is asked."""
    taken = {row.number for row in rows}
    seen: set[str] = set()
    last = 0
    for row in rows:
        printed = int(row.number) if row.number else 0
        if row.number and row.number not in seen and printed > last:
            if printed > last + 1 and seen:
                row = _asking(row, row.number, f"nomor melompat dari {last} ke {printed}; " + _GAP)
            number = row.number
        else:
            number = _free(last, taken | seen)
            said = (
                "baris ini tidak bernomor" if not row.number else f"nomor {printed} tertulis lagi"
            )
            row = _asking(row, number, f"{said}; sementara {number}. Berapa yang benar?")
        seen.add(number)
        last = int(number.rstrip("abcdefghijklmnopqrstuvwxyz"))
        yield row


_GAP = "adakah baris yang hilang?"


def _free(last: int, taken: set[str]) -> str:
    if str(last + 1) not in taken:
        return str(last + 1)
    letters = (f"{last}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    return next((one for one in letters if one not in taken), str(last + 1))


def _asking(row: Row, number: str, words: str) -> Row:
    doubt = Doubt(about=About.NUMBER, words=words, row=number, place=row.place)
    doubts = tuple(replace(one, row=number) for one in row.doubts)
    return replace(row, number=number, doubts=(doubt, *doubts))
