"""A document → its SOPs: the lines before each table, and the table."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow.importing.doubts import About, Doubt
from workflow.importing.heading import Column, Heading, column_named, find_heading
from workflow.importing.lines import SourceLine
from workflow.importing.loose import find_loose
from workflow.importing.plain import sentence, shorten, tidy
from workflow.importing.rows import SourceRow, Table
from workflow.importing.table import read_rows


@dataclass(frozen=True, slots=True)
class Found:
    """One SOP in a document."""

    preamble: tuple[SourceLine, ...]
    table: Table


def split(lines: Sequence[SourceLine]) -> list[Found]:
    """Every SOP of a document in order; an empty list when there is no table in it."""
    found: list[Found] = []
    begins = 0
    heading = find_heading(lines, 0)
    while heading is not None:
        following = find_heading(lines, heading.ends)
        ends = len(lines) if following is None else following.begins
        rows, taken = read_rows(lines[heading.ends : ends], heading)
        if found and rows and rows[0].number != "1":
            found[-1] = replace(found[-1], table=_continued(found[-1].table, heading, rows))
        elif rows:
            before = tuple(_without_groups(lines[begins : heading.begins]))
            found.append(Found(before, _table(lines, heading, rows)))
        begins = heading.ends + taken
        heading = following
    if not found:
        return _loose(lines)
    return [*found[:-1], _with_rest(found[-1], lines[begins:])]


def _with_rest(found: Found, rest: Sequence[SourceLine]) -> Found:
    """What stands below the last table: a signature, a note; it is asked about once."""
    words = [(" ".join(tidy(cell) for cell in line.cells if cell), line) for line in rest]
    said = [(sentence(text), line) for text, line in words if text]
    if not said:
        return found
    shown = "; ".join(f"'{shorten(text, 40)}' ({line.place})" for text, line in said[:3])
    more = f" dan {len(said) - 3} baris lagi" if len(said) > 3 else ""
    doubt = Doubt(
        about=About.REST,
        words=f"{shown}{more} di bawah tabel tidak dibaca; pindahkan yang perlu",
        place=said[0][1].place,
    )
    return replace(found, table=replace(found.table, doubts=(*found.table.doubts, doubt)))


def _without_groups(lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    """The lines before a heading, without one that only says "Pelaksana" and "Mutu Baku"."""
    groups = {Column.WHO, Column.QUALITY}
    if lines and {column_named(cell) for cell in lines[-1].cells if cell} <= groups:
        return lines[:-1]
    return lines


def _loose(lines: Sequence[SourceLine]) -> list[Found]:
    found = find_loose(lines)
    return [] if found is None else [Found(tuple(lines[: found[0]]), found[1])]


def _table(lines: Sequence[SourceLine], heading: Heading, rows: tuple[SourceRow, ...]) -> Table:
    titles = list(heading.lanes.values())
    if not titles:
        titles = [mark for row in rows for mark in row.marks]
    twice = dict.fromkeys(one for one in titles if heading.lanes and titles.count(one) > 1)
    doubts = tuple(
        Doubt(
            about=About.LANES,
            words=f"kolom '{one}' berdiri lebih dari sekali; dibaca sebagai satu pelaksana. Benar?",
            place=lines[heading.begins].place,
        )
        for one in twice
    )
    strange = tuple(
        Doubt(about=About.COLUMN, words=_STRANGE.format(words=words), place=heading.cells[place])
        for place, words in heading.strange.items()
    )
    return Table(
        lanes=tuple(dict.fromkeys(titles)),
        rows=rows,
        unit=heading.unit,
        doubts=(*doubts, *strange),
    )


_STRANGE = (
    "kolom '{words}' tidak dikenal; kolom apa? Sementara isinya berdiri di 'remark' tiap langkah"
)


def _continued(table: Table, heading: Heading, rows: tuple[SourceRow, ...]) -> Table:
    """A table that goes on below the same heading on its next page."""
    titles = (*table.lanes, *heading.lanes.values())
    return replace(table, lanes=tuple(dict.fromkeys(titles)), rows=(*table.rows, *rows))
