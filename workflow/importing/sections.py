"""The six lists of the official form, from "Dasar Hukum" to "Pencatatan dan Pendataan"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from workflow.importing.doubts import About, Doubt
from workflow.importing.lines import SourceLine
from workflow.importing.plain import BULLET, broken_word, listed, sentence, tidy, unlisted

# In the order of the official form; a copy that lost their names keeps that order.
NAMES = {
    "legal_basis": "(?:dasar|landasan) hukum",
    "qualifications": "kualifikasi (?:pelaksana(?:na)?|petugas|sdm)",
    "related": "keterkaitan(?: dengan)?(?: sop)?(?: lain(?:nya)?)?",
    "equipment": r"(?:peralatan|perlengkapan)(?: ?(?:/|dan|&) ?(?:perlengkapan|peralatan))?",
    "warning": "peringatan",
    "recording": "pencatatan(?: ?(?:/|dan|&) ?(?:pendataan|pelaporan))?",
}
# The official form sets its six boxes in pairs.
_BESIDE = {
    "legal_basis": "qualifications",
    "related": "equipment",
    "warning": "recording",
}
_BESIDE |= {right: left for left, right in _BESIDE.items()}
_LONGEST_HEADING = 60
HEADING = re.compile("|".join(rf"(?P<{key}>{name})" for key, name in NAMES.items()), re.IGNORECASE)
_END = re.compile(
    r"standar operasional prosedur\b.*|prosedur\s*:.*|diagram alir.*|flow ?chart.*", re.IGNORECASE
)
_NUMBER = re.compile(r"\(?([0-9]{1,2})[.)]\s")


@dataclass(slots=True)
class Sections:
    """The lists that were found, and what was doubtful about them."""

    lists: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    # Lines under no name at all, each with its place.
    unread: list[tuple[str, str]] = field(default_factory=list)


def read_sections(lines: Sequence[SourceLine], keys: Collection[int]) -> Sections:
    """Read the lists among *lines*; *keys* are the lines that hold number, dates or title."""
    reader = _Reader(lines)
    for at, line in enumerate(lines):
        if at in keys or _END.fullmatch(_text(line)) or _text(line) == "PROSEDUR":
            reader.close()
        elif line.blank:
            reader.pause()
        else:
            reader.take(line)
    return reader.finished()


def _text(line: SourceLine) -> str:
    return sentence(tidy(" ".join(line.cells)))


class _Reader:
    """Reads line by line; knows which lists stand open, and at which column each begins."""

    def __init__(self, lines: Sequence[SourceLine]) -> None:
        self._found = Sections()
        self._columns: list[tuple[int, str]] = []
        self._waiting: list[str] = []
        self._last: dict[str, int] = {}
        self._unnamed: list[list[tuple[str, str]]] = []
        self._paused = True
        words = " ".join(_text(line) for line in lines).lower()
        self._words = frozenset(re.findall(r"\w+", words))

    def close(self) -> None:
        self._found.unread += [one for block in self._unnamed for one in block]
        self._columns, self._waiting, self._unnamed = [], [], []

    def pause(self) -> None:
        """A blank line: the next of two lists whose names share a line may begin."""
        self._paused = True
        if self._waiting and self._columns and self._found.lists.get(self._columns[0][1]):
            self._columns = [(0, self._waiting.pop(0))]

    def take(self, line: SourceLine) -> None:
        cells = [(at, tidy(line.own(at))) for at in range(len(line.cells)) if line.own(at)]
        headings = self._named([(at, *_headings(text)) for at, text in cells], line)
        if headings and all(keys for _, keys, _ in headings):
            self._open(headings, line)
        elif self._columns:
            self._add(cells, line)
        else:
            self._keep(" ".join(text for _, text in cells), line.cell(cells[0][0]))
        self._paused = False

    def _named(
        self, headings: list[tuple[int, list[str], str]], line: SourceLine
    ) -> list[tuple[int, list[str], str]]:
        """One known heading beside one in other words: that one is its neighbour of the form."""
        known = [keys[0] for _, keys, _ in headings if len(keys) == 1]
        if len(headings) != 2 or len(known) != 1 or known[0] not in _BESIDE:
            return headings
        beside = _BESIDE[known[0]]
        named: list[tuple[int, list[str], str]] = []
        for at, keys, rest in headings:
            words = sentence(tidy(line.own(at)))
            if keys:
                named.append((at, keys, rest))
                continue
            if len(words) > _LONGEST_HEADING or listed(words) or words.endswith("."):
                return headings
            place = line.cell(at)
            self._found.doubts.append(
                Doubt(
                    about=About.IDENTITY,
                    words=f"kotak '{words}' dibaca sebagai {_called(beside)}; benarkah?",
                    place=place,
                )
            )
            named.append((at, [beside], ""))
        return named

    def _open(self, headings: Sequence[tuple[int, list[str], str]], line: SourceLine) -> None:
        self._columns = [(at, keys[0]) for at, keys, _ in headings]
        self._waiting = headings[0][1][1:] if len(headings) == 1 else []
        for _, keys, rest in headings:
            for key in keys:
                self._found.lists.setdefault(key, [])
            if rest:
                self._put(keys[-1], rest, line, torn=False)

    def _add(self, cells: Sequence[tuple[int, str]], line: SourceLine) -> None:
        by_key: dict[str, list[tuple[int, str]]] = {}
        for at, text in cells:
            ahead = [(begins, key) for begins, key in self._columns if begins <= at]
            begins, key = ahead[-1] if ahead else self._columns[0]
            by_key.setdefault(key, []).append((at - begins, text))
        for key, pieces in by_key.items():
            torn = len(pieces) > 1 or pieces[0][0] > 0
            text = pieces[0][1]
            for _, more in pieces[1:]:
                text = broken_word(text, more, self._words)
            self._put(key, text, line, torn=torn)

    def _put(self, key: str, text: str, line: SourceLine, *, torn: bool) -> None:
        for piece in text.split("\n"):
            number = _NUMBER.match(piece)
            at_home = self._belongs(key, int(number[1]) if number else 0)
            if number is not None:
                self._last[at_home] = int(number[1])
            for item in filter(None, BULLET.split(piece)):
                self._item(at_home, item, line, torn=torn)

    def _belongs(self, key: str, number: int) -> str:
        """A list that goes on elsewhere: 9 follows the list that ended at 8."""
        if number < 2 or number - 1 in {self._last.get(key, 0), len(self._found.lists[key])}:
            return key
        for other, last in self._last.items():
            if last == number - 1 and other != key:
                self._note(f"butir {number} dst. dibaca sebagai sambungan {_called(other)}")
                return other
        return key

    def _item(self, key: str, item: str, line: SourceLine, *, torn: bool) -> None:
        entries = self._found.lists.setdefault(key, [])
        bare = unlisted(item)
        wraps = len(line.cells) == 1 and not self._paused and not listed(item)
        if wraps and entries and bare[:1].islower():
            entries[-1] = f"{entries[-1]} {bare}"
            return
        if bare in {"", "-", "–"}:
            return
        entries.append(bare)
        if torn and not (bare[0].isupper() or bare[0].isdecimal()):
            self._ask(f"{_called(key)}: awal kalimat terpotong ('{bare[:40]}'); lengkapi", line)
        elif torn:
            self._ask(f"{_called(key)}: isi terbagi dua sel ('{bare[:40]}'); periksa", line)

    def _keep(self, text: str, place: str) -> None:
        """Words under no name, block by block."""
        if self._paused or not self._unnamed:
            self._unnamed.append([])
        self._unnamed[-1].append((text, place))

    def finished(self) -> Sections:
        if not self._found.lists and len(self._unnamed) == len(NAMES):
            self._name_by_order()
        else:
            self.close()
        return self._found

    def _name_by_order(self) -> None:
        for key, block in zip(NAMES, self._unnamed, strict=True):
            self._found.lists[key] = [unlisted(one) for one, _ in block]
        self._ask("judul keenam kotak identitas hilang; dibaca menurut urutan formulir resmi", None)

    def _note(self, words: str) -> None:
        if not any(one.endswith(words.rpartition(" dst. ")[2]) for one in self._found.notes):
            self._found.notes.append(words)

    def _ask(self, words: str, line: SourceLine | None) -> None:
        place = "" if line is None else line.place
        self._found.doubts.append(Doubt(about=About.IDENTITY, words=words, place=place))


def _called(key: str) -> str:
    """The name of a list as it is said: "dasar hukum"."""
    return _CALLED[key]


_CALLED = {
    "legal_basis": "dasar hukum",
    "qualifications": "kualifikasi pelaksana",
    "related": "keterkaitan",
    "equipment": "peralatan/perlengkapan",
    "warning": "peringatan",
    "recording": "pencatatan dan pendataan",
}


def _headings(text: str) -> tuple[list[str], str]:
    """The names of lists that a cell consists of, and what follows them behind a colon."""
    rest, found, colon = sentence(text), [], False
    while (name := HEADING.match(rest)) is not None:
        found.append(str(name.lastgroup))
        rest = rest[name.end() :].strip()
        colon = rest.startswith(":")
        rest = rest.lstrip(": ")
    if rest and not colon:
        return [], ""
    return found, rest
