"""The lines below a heading → the rows of an SOP, numbered as the document numbers them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow.importing.doubts import About, Doubt
from workflow.importing.heading import Column, Heading
from workflow.importing.lines import SourceLine
from workflow.importing.plain import sentence, shorten, tidy
from workflow.importing.printed_numbers import numbered, printed
from workflow.importing.rows import SourceRow
from workflow.importing.spans import is_time

_NUMBER = re.compile(r"\(?([0-9]{1,3}[a-z]?|[IVXL]{1,7})\s*[.)]?(?:\s+(.*))?", re.DOTALL)
_TOTAL = re.compile(r"(?:jumlah|total|nip\b)", re.IGNORECASE)
# "a." or "3b)" may number a row; longer words do not.
LONGEST_NUMBER = 4
_ALONE_UNIT = re.compile(r"(?:menit|mnt|jam|hari|hari kerja|hari kalender)\.?", re.IGNORECASE)
_NO_TIME = frozenset(("-", "–", "—"))
_EMPTY = frozenset(("", "-", "–", "—"))


def read_rows(lines: Sequence[SourceLine], heading: Heading) -> tuple[tuple[SourceRow, ...], int]:
    """The rows below *heading*, and how many lines they take.

    A row that goes on in the next line is joined; a number that is missing is asked for.
    The table ends at the first line that is neither.
    """
    rows: list[SourceRow] = []
    adjacent, taken = True, 0
    for place, line in enumerate(lines):
        if line.blank:
            adjacent = False
            continue
        if _is_foot(line, heading):
            break
        row = _Reader(line, heading).row()
        if _is_total(row):
            if rows:
                rows[-1] = replace(rows[-1], notes=(*rows[-1].notes, _SUM.format(what=row.what)))
            continue
        if row.number or (row.what and _stands_alone(row, line, heading)):
            rows.append(row if row.what else _wordless(row))
        elif rows and adjacent:
            rows[-1] = _joined(rows[-1], row)
        else:
            break
        adjacent, taken = True, place + 1
    return tuple(numbered(rows)), taken


def _is_foot(line: SourceLine, heading: Heading) -> bool:
    """Words where a number should stand: a signature, a note, the next document."""
    place = heading.place(Column.NUMBER)
    written = "" if place is None else sentence(tidy(line.own(place)))
    return bool(written) and not _NUMBER.fullmatch(written) and len(written) > LONGEST_NUMBER


def _is_total(row: SourceRow) -> bool:
    return not row.number and _TOTAL.match(row.what) is not None


def _wordless(row: SourceRow) -> SourceRow:
    """A numbered row that does not say what is done: it stays, and is asked."""
    doubt = Doubt(about=About.ROW, words=_NO_WORDS, row=row.number, place=row.place)
    return replace(row, what=_UNWRITTEN, doubts=(*row.doubts, doubt))


def _stands_alone(row: SourceRow, line: SourceLine, heading: Heading) -> bool:
    covered = heading.place(Column.NUMBER) in line.covered
    return not covered and bool(row.marks or row.time)


@dataclass(frozen=True, slots=True)
class _Reader:
    """One line, read by the heading, or by where its time stands when cells were lost."""

    line: SourceLine
    heading: Heading

    def row(self) -> SourceRow:
        number, what = self._number_and_what()
        shift = self._shift()
        notes, doubts = self._romans(number), []
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
        written, strays = self._time(shift), [] if shift else self._strays()
        doubts += [self._stray(number, place) for place in strays]
        return SourceRow(
            number=number,
            what=what,
            place=self.line.place,
            marks=self._marks(shift),
            materials=materials,
            time=written,
            output=self._at(Column.OUTPUT, shift),
            remark=self._remark(shift),
            notes=tuple(notes),
            doubts=tuple(doubts),
        )

    def _romans(self, number: str) -> list[str]:
        place = self.heading.place(Column.NUMBER)
        printed = "" if place is None else sentence(self.line.own(place)).strip("().")
        return [f"nomor '{printed}' ditulis {number}"] if number and printed.isalpha() else []

    def _number_and_what(self) -> tuple[str, str]:
        place = self.heading.place(Column.NUMBER)
        what = self._at(Column.WHAT, 0)
        if self.heading.places[Column.WHAT] in self.line.covered:
            what = ""
        written = _NUMBER.fullmatch("" if place is None else sentence(self.line.own(place)))
        if written is None and place is None:
            written = _NUMBER.fullmatch(what)
            return (printed(written[1]), written[2] or "") if written else ("", what)
        return (printed(written[1]) if written else "", what)

    def _at(self, column: Column, shift: int) -> str:
        place = self.heading.place(column)
        if place is None or (shift and place + shift <= self.heading.places[Column.WHAT]):
            return ""
        text = tidy(self.line.at(place + shift))
        return sentence(text) if column in {Column.WHAT, Column.TIME, Column.REMARK} else text

    def _time(self, shift: int) -> str:
        """The cell Waktu; its unit may stand in a cell of its own beside it: "10" and "Menit"."""
        time, place = self._at(Column.TIME, shift), self.heading.place(Column.TIME)
        if shift or place is None or not _DIGITS.fullmatch(time) or self._unit_beside() is None:
            return time
        return f"{time} {self.line.at(place + 1)}"

    def _unit_beside(self) -> int | None:
        place = self.heading.place(Column.TIME)
        if place is None or self.heading.reads(place + 1):
            return None
        return place + 1 if _ALONE_UNIT.fullmatch(self.line.at(place + 1)) else None

    def _strays(self) -> list[int]:
        """Cells below no heading at all."""
        return [
            place
            for place in range(len(self.line.cells))
            if self.line.own(place)
            and _said(self.line.at(place))
            and not self.heading.reads(place)
            and place != self._unit_beside()
        ]

    def _stray(self, number: str, place: int) -> Doubt:
        words = _STRAY.format(words=shorten(self.line.at(place), 60))
        return Doubt(about=About.ROW, words=words, row=number, place=self.line.cell(place))

    def _remark(self, shift: int) -> str:
        """The column Keterangan, and behind it what stands in columns of unknown headings."""
        others = [
            f"{heading}: {' '.join(tidy(self.line.own(place)).split())}"
            for place, heading in self.heading.strange.items()
            if not shift and _said(self.line.own(place))
        ]
        return "; ".join(filter(None, [self._at(Column.REMARK, shift), *others]))

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


_DIGITS = re.compile(r"[0-9]+")
_UNWRITTEN = "(uraian tidak tertulis)"
_NO_WORDS = "barisnya bernomor, tetapi uraiannya tidak tertulis; apa yang dikerjakan di sini?"
_SUM = "baris '{what}' di bawahnya dibaca sebagai jumlah, bukan langkah"
_STRAY = "'{words}' tidak berada di bawah kepala kolom mana pun; bagian kolom apa?"
_NO_MATERIALS = "kolom Kelengkapan/Persyaratan tidak ada dalam baris ini; apa isinya?"
_HIDDEN = "baris ini tersembunyi dalam lembarnya; masih berlaku? Bila tidak, hapus langkahnya"
_UNPLACED = "sel baris ini bergeser, sehingga tanda '{mark}' tidak jelas kolomnya; kolom mana?"
_MERGED = "sel Waktu ('{time}') digabung dengan baris sebelumnya; berlaku untuk masing-masing?"


def _joined(row: SourceRow, more: SourceRow) -> SourceRow:
    """A row that goes on in the next line."""
    return replace(
        row,
        what=f"{row.what} {more.what}".strip(),
        marks=tuple(dict.fromkeys((*row.marks, *more.marks))),
        time="; ".join(filter(None, (row.time, more.time))),
        materials="\n".join(one for one in (row.materials, more.materials) if one),
        output="\n".join(one for one in (row.output, more.output) if one),
        remark=_remarks(row, more),
        notes=tuple(dict.fromkeys((*row.notes, *more.notes, _GOES_ON))),
        doubts=(*row.doubts, *(replace(one, row=row.number) for one in more.doubts)),
    )


def _remarks(row: SourceRow, more: SourceRow) -> str:
    """The remark of a line that brings something else is another one; a bare one goes on."""
    brings = more.materials or more.output or more.time
    breaks_off = row.remark.endswith((",", "-", "/", "(", ":"))
    between = "; " if brings and not breaks_off else " "
    return between.join(one for one in (row.remark, more.remark) if one)


_GOES_ON = "bersambung ke baris tanpa nomor di bawahnya"
