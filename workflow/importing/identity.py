"""The identity of an SOP: its number, dates and title, and the six lists of the official form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from workflow.importing.approval import WrittenApprover, read_approval
from workflow.importing.doubts import About, Doubt
from workflow.importing.lines import SourceLine
from workflow.importing.plain import calm, sentence, shorten, tidy
from workflow.importing.sections import HEADING, read_sections

# The keys of the identity table, as offices write them.
_KEYS = {
    "number": r"(?:nomor|no\.?) sop",
    "made_on": r"(?:tanggal|tgl\.?) pembuatan",
    "revised_on": r"(?:tanggal|tgl\.?) revisi",
    "approved_on": r"(?:tanggal|tgl\.?) pengesahan",
    "effective_on": r"(?:tanggal|tgl\.?) (?:efektif|berlaku)",
    "approved_by": r"disahkan oleh",
    "title": r"(?:nama|judul) sop",
}
_DATES = ("made_on", "revised_on", "approved_on", "effective_on")
_CALLED = {
    "number": "nomor SOP",
    "made_on": "tanggal pembuatan",
    "effective_on": "tanggal efektif/pengesahan",
    "approved_by": "pejabat yang mengesahkan",
    "legal_basis": "dasar hukum",
    "qualifications": "kualifikasi pelaksana",
    "related": "keterkaitan",
    "equipment": "peralatan/perlengkapan",
    "warning": "peringatan",
    "recording": "pencatatan dan pendataan",
}
_OFFICE = re.compile(
    r"\b(?:DINAS|KEMENTERIAN|PEMERINTAH|DITJEN|DIREKTORAT JENDERAL|BADAN|KANTOR"
    r"|KECAMATAN|KELURAHAN|SEKRETARIAT|UPTD?|PUSKESMAS|RSUD)\b"
)
_GOVERNMENT = re.compile(r"(PEMERINTAH )((?:PROVINSI|KOTA|KABUPATEN) .+?) ((?:DINAS|BADAN) .+)")
_TITLE_ABOVE = re.compile(
    r"(?:SOP|STANDAR OPERASIONAL PROSEDUR|PROSEDUR)\b\s*[:–-]?\s*(?:\(SOP\))?\s*(.{3,})",
    re.IGNORECASE,
)
_NEW_BLOCK = re.compile(r"(?:SEKSI|BIDANG|DINAS|BADAN|STANDAR|SOP|PROSEDUR|NO|PEMERINTAH)\b")
_UNIT = re.compile(r"(?:SEKSI|SUBSEKSI|SUBBAG(?:IAN)?|BAGIAN|BIDANG|SUBDIT|SUBDIREKTORAT)\b")
_UNFILLED = re.compile(r"/\s+/|\.{3,}|_{2,}|…")


@dataclass(slots=True)
class Identity:
    """What stands before the table; a field that was not found is empty."""

    office: str = ""
    unit: list[str] = field(default_factory=list)
    approver: WrittenApprover = field(default_factory=WrittenApprover)
    fields: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def title(self) -> str:
        return self.fields.get("title", "")

    def ask(self, words: str, place: str = "") -> None:
        self.doubts.append(Doubt(about=About.IDENTITY, words=words, place=place))


def read_identity(lines: Sequence[SourceLine]) -> Identity:
    """Read the lines before a table. Nothing is made up: what is missing is asked for."""
    found = Identity(office=_office(lines), unit=_unit(lines))
    _read_keys(lines, found)
    sections = read_sections(lines, [at for at, line in enumerate(lines) if _keys_of(line)])
    found.lists = sections.lists
    if not found.title:
        _read_title_above(lines, found)
    found.notes += sections.notes
    found.doubts += sections.doubts
    _mend(found)
    _ask_about_the_rest(sections.unread, found)
    missing = [
        called for key, called in _CALLED.items() if not _has(found, key) and key not in found.lists
    ]
    if missing:
        found.ask(f"tidak tertulis dalam naskah: {', '.join(missing)}; lengkapi")
    return found


def _has(found: Identity, key: str) -> bool:
    """A document has the day of its approval or the one from which it holds, seldom both."""
    either = ("effective_on", "approved_on") if key == "effective_on" else (key,)
    return any(found.fields.get(one) for one in either)


def _read_keys(lines: Sequence[SourceLine], found: Identity) -> None:
    for line in lines:
        for key, value, turned in _keys_of(line):
            if key in found.fields:
                continue
            found.fields[key] = value
            if turned and value and key == "number":
                found.ask(
                    f"nomor SOP '{value}' dibaca dari tata letak yang terbalik; benarkah?",
                    line.place,
                )


def _read_title_above(lines: Sequence[SourceLine], found: Identity) -> None:
    """A line such as "SOP Penerbitan Kartu Keluarga" above a table that has no "Nama SOP"."""
    for line in reversed(lines):
        words = [sentence(tidy(cell)) for at, cell in enumerate(line.cells) if line.own(at)]
        above = _TITLE_ABOVE.fullmatch(words[0]) if len(words) == 1 else None
        if above is not None and not _keys_of(line):
            found.fields["title"] = above[1]
            found.ask(f"judul '{above[1]}' dibaca dari baris di atas tabel; benarkah?", line.place)
            return


def _ask_about_the_rest(unread: Sequence[tuple[str, str]], found: Identity) -> None:
    """Lines that are neither the office, a key nor a list: asked, each with its cell."""
    known = _words_of(" ".join(("pemerintah", found.office, *found.unit, *found.fields.values())))
    for words, place in unread:
        title = _TITLE_ABOVE.fullmatch(words)
        said = _words_of(title[1] if title else words)
        if said <= known or _FORM_HEAD.fullmatch(words.lower()):
            continue
        found.ask(f"'{shorten(words, 80)}' tidak dikenal; bila perlu, tulis di tempatnya", place)


def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


_FORM_HEAD = re.compile(
    r"(?:standar operasional prosedur|sop|prosedur|identitas sop)\W*(?:\(sop\))?"
)


def _keys_of(line: SourceLine) -> list[tuple[str, str, bool]]:
    """Key, value, and whether the value stands before its key, as lost layouts have it."""
    cells = [sentence(tidy(line.own(at))) for at in range(len(line.cells))]
    found = []
    for place, cell in enumerate(cells):
        for key, name in _KEYS.items():
            ahead = re.match(rf"{name}\b\s*:?\s*(.*)", cell, re.IGNORECASE)
            behind = re.fullmatch(rf"(.{{0,200}}?)\s*\b{name}\s*:?", cell, re.IGNORECASE)
            if ahead is not None:
                value = ahead[1] or next((one for one in cells[place + 1 :] if one.strip(": ")), "")
                found.append((key, value.lstrip(": ").strip(), False))
            elif behind is not None and len(line.cells) == 1:
                found.append((key, behind[1].strip(), True))
    return found


def _mend(found: Identity) -> None:
    """Values that hold more, or less, than their name says."""
    for key, value in found.fields.items():
        if value in {"-", "–"}:
            found.fields[key] = ""
    for key in _DATES:
        value = found.fields.get(key, "")
        day, colon, rest = value.partition(":")
        if colon and rest.strip():
            found.fields[key] = day.strip()
            found.ask(f"tanggal memuat lebih dari tanggal ('{value}'); dibaca '{day.strip()}'")
    if _UNFILLED.search(found.fields.get("number", "")):
        found.ask(f"nomor SOP belum terisi lengkap ('{found.fields['number']}')")
    position, found.approver = read_approval(found.fields.get("approved_by", ""), found.office)
    found.fields["approved_by"] = calm(position)
    if found.approver.name:
        found.notes.append("jabatan, nama, pangkat, dan NIP di bawah 'Disahkan oleh' dipisahkan")
    if found.approver.unnamed:
        found.ask(f"nama pejabat belum terpisah dari jabatan ('{shorten(position, 80)}'); pisahkan")
    if found.approver.strange:
        found.ask("nomor di bawah nama pejabat yang mengesahkan bukan NIP 18 angka; tidak dibaca")
    found.fields["title"] = calm(found.title.rstrip("."))


def _office(lines: Sequence[SourceLine]) -> str:
    """The first words in capitals that name an office, over as many lines as they take."""
    block: list[str] = []
    paused = False
    for line in lines:
        text = next((sentence(tidy(cell)) for cell in line.cells if cell), "")
        if not text:
            paused = bool(block)
        elif text == text.upper() and not _is_named(line, text, paused=paused):
            if block or _OFFICE.search(text):
                block.append(text)
            paused = False
        elif block:
            break
    name = " ".join(block)
    turned = _GOVERNMENT.fullmatch(name)
    return calm(f"{turned[3]} {turned[2]}" if turned else name)


def _unit(lines: Sequence[SourceLine]) -> list[str]:
    """Words in capitals such as "SEKSI …" and "BIDANG …" above the office, the smallest first."""
    units: list[str] = []
    for line in lines:
        text = next((sentence(tidy(cell)) for cell in line.cells if cell), "")
        if not text or text != text.upper() or _keys_of(line):
            if units:
                break
        elif _UNIT.match(text):
            units.append(text)
        elif units and not _OFFICE.match(text):
            units[-1] = f"{units[-1]} {text}"
        elif units:
            break
    return [calm(one) for one in units]


def _is_named(line: SourceLine, text: str, *, paused: bool) -> bool:
    """Words that are no office: a key, the name of a list, or a new block behind a gap."""
    if _keys_of(line) and any(re.match(name, text, re.IGNORECASE) for name in _KEYS.values()):
        return True
    return HEADING.fullmatch(text.rstrip(" :")) is not None or (
        paused and _NEW_BLOCK.match(text) is not None
    )
