"""A table whose cells were lost: lanes in one line, rows as paragraphs, lists for the rest."""

import re
from collections.abc import Iterator, Sequence

from workflow.importing.doubts import About, Doubt
from workflow.importing.heading import Column, column_named
from workflow.importing.lines import SourceLine
from workflow.importing.plain import broken_word, sentence, tidy, unlisted
from workflow.importing.rows import SourceRow, Table

# Lines from the name of the first column to the first row.
LONGEST_HEADING = 60

_ROW = re.compile(r"([0-9]{1,2})\s*[.)]\s+(.+)")
_DASH = re.compile(r"[-–•]\s+(.*)")
_TIME = re.compile(
    r"((?:[0-9][0-9.,]*\s*(?:menit|jam|hari kerja|hari kalender|hari|mnt))|tergantung[^-]*|-)"
    r"(?:\s+[-–•]\s*(.*))?",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\b(?:pelaksana|mutu baku|ket(?:erangan)?|kelengkapan|persyaratan|waktu|output|no)\b\.?",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?:mulai|selesai|[0-9]{1,3})", re.IGNORECASE)
_WORD = re.compile(r"\w+")

_LANES = "nama kolom dibaca dari satu baris tanpa sel ({lanes}); benarkah tiap kata satu pelaksana?"


def find_loose(lines: Sequence[SourceLine]) -> tuple[int, Table] | None:
    """The first such table, with the line that it begins at."""
    heading = -1
    for at, line in enumerate(lines):
        if column_named(_text(line)) is Column.WHAT:
            heading = at
        elif heading >= 0 and at - heading <= LONGEST_HEADING and _starts(line, "1"):
            words = " ".join(_text(one) for one in lines[heading + 1 : at])
            if re.search(r"\bwaktu\b", words, re.IGNORECASE):
                return heading, _table(lines, heading, at, words)
    return None


def _table(lines: Sequence[SourceLine], heading: int, first: int, words: str) -> Table:
    lanes = tuple(dict.fromkeys(_HEADING.sub(" ", words).split()))
    doubt = Doubt(
        about=About.LANES,
        words=_LANES.format(lanes=", ".join(lanes)),
        place=lines[heading].place,
    )
    rows = tuple(_rows(lines[first:], _vocabulary(lines)))
    return Table(lanes=lanes, rows=rows, doubts=(doubt,))


def _text(line: SourceLine) -> str:
    return sentence(tidy(" ".join(line.cells)))


def _starts(line: SourceLine, number: str) -> bool:
    found = _ROW.fullmatch(_text(line))
    return found is not None and found[1] == number


def _vocabulary(lines: Sequence[SourceLine]) -> frozenset[str]:
    return frozenset(word for line in lines for word in _WORD.findall(_text(line).lower()))


def _rows(lines: Sequence[SourceLine], words: frozenset[str]) -> Iterator[SourceRow]:
    starts = [0]
    for at in range(1, len(lines)):
        if _starts(lines[at], str(len(starts) + 1)):
            starts.append(at)
    for number, (begins, ends) in enumerate(
        zip(starts, [*starts[1:], len(lines)], strict=True), start=1
    ):
        yield _Block(str(number), words).read(lines[begins:ends])


class _Block:
    """One row as a run of lines: first what is done, then the lists, the time among them."""

    def __init__(self, number: str, words: frozenset[str]) -> None:
        self._number = number
        self._words = words
        self._what = ""
        self._materials: list[str] = []
        self._output: list[str] = []
        self._time = ""

    def read(self, lines: Sequence[SourceLine]) -> SourceRow:
        adjacent = True
        for line in lines:
            text = _text(line)
            if text:
                self._take(text, adjacent=adjacent)
            adjacent = bool(text)
        return SourceRow(
            number=self._number,
            what=self._what,
            place=lines[0].place,
            materials="\n".join(self._materials),
            time=self._time,
            output="\n".join(self._output),
            notes=("selnya hilang; dibaca dari urutan barisnya",),
        )

    def _take(self, text: str, *, adjacent: bool) -> None:
        time = _TIME.fullmatch(text)
        dashed = _DASH.fullmatch(text)
        if time is not None and not self._time:
            self._time = time[1].strip()
            self._output += [unlisted(time[2])] if time[2] else []
        elif dashed is not None:
            (self._output if self._time else self._materials).append(dashed[1].strip())
        elif self._time:
            if adjacent and self._output and not _ENDS.fullmatch(text):
                self._output[-1] = broken_word(self._output[-1], text, self._words)
        elif self._materials:
            self._materials[-1] = broken_word(self._materials[-1], text, self._words)
        elif self._what:
            self._what = broken_word(self._what, text, self._words)
        else:
            found = _ROW.fullmatch(text)
            self._what = text if found is None else found[2]
