"""A document → drafts of SOP files: the document's words, and questions where it is silent."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from workflow.errors import ProcedureError
from workflow.importing.doubts import About, Doubt
from workflow.importing.identity import Identity, read_identity
from workflow.importing.lines import SourceLine
from workflow.importing.plain import shorten, slug
from workflow.importing.splitting import Found, split
from workflow.importing.steps import LONGEST_SENTENCE, build
from workflow.importing.writing import written
from workflow.procedure import MOST_STEPS, MOST_UNITS

LONGEST_ID = 32
LONGEST_TITLE = 160
MOST_SOPS = 50

_LISTS = ("legal_basis", "qualifications", "related", "equipment", "warning", "recording")
_SMALL_WORD = re.compile(r"(?:dan|di|ke|dari|untuk|yang|pada|atau|dengan|tentang)", re.IGNORECASE)
_FORM = {
    "id": "perihal",
    "title": "Perihal",
    "ask": "Apa perihal permohonan ini?",
    "example": "Data penduduk menurut umur, Semester I 2026",
}
_ABOUT_FORM = (
    "isian dan persyaratan tidak dirinci dalam tabel; sementara satu pertanyaan. "
    "Lengkapi 'form' dan 'requirements'"
)
_NO_TABLE = (
    "{source}: there is no SOP table in it. Its heading would say 'Uraian' or 'Aktivitas', and "
    "'Kelengkapan', 'Waktu' or 'Output' in the same line or the next"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureDraft:
    """The text of one SOP file, and the questions that stand in it."""

    id: str
    title: str
    text: str
    steps: int
    doubts: tuple[Doubt, ...] = field(default=())
    # What was concluded and not read: told once, beside the file, and never in the document.
    concluded: tuple[str, ...] = ()


def drafts(lines: Sequence[SourceLine], *, source: str) -> list[ProcedureDraft]:
    """One draft for every SOP in *lines*.

    Raises ProcedureError when there is no table, too many, or one of too many rows.
    """
    found = split(lines)
    if not found:
        raise ProcedureError(_NO_TABLE.format(source=source))
    if len(found) > MOST_SOPS:
        place = found[MOST_SOPS].table.rows[0].place
        raise ProcedureError(
            f"{source}, {place}: more than {MOST_SOPS} tables in one file; split it"
        )
    made: list[ProcedureDraft] = []
    for one in found:
        rows = one.table.rows
        if len(rows) > MOST_STEPS:
            raise ProcedureError(
                f"{source}, {rows[MOST_STEPS].place}: the table has {len(rows)} rows; "
                f"an SOP has at most {MOST_STEPS}. Split it"
            )
        made.append(_draft(one, source, {draft.id for draft in made}))
    return made


def _draft(found: Found, source: str, taken: set[str]) -> ProcedureDraft:
    identity = read_identity(found.preamble)
    built = build(found.table)
    title = _title(identity, source)
    name = _free_id(title, taken)
    values: dict[str, Any] = {"id": name, "title": title, "code": _code(title)}
    values |= _identity(identity)
    form: list[Doubt] = []
    if built.steps[0]["kind"] == "submit":
        form.append(Doubt(about=About.FORM, words=_ABOUT_FORM, place=found.table.rows[0].place))
        values |= {"lanes": built.lanes, "subject": _FORM["id"], "form": [_FORM]}
    else:
        values |= {"lanes": built.lanes, "subject_words": shorten(title, 120)}
    values["steps"] = built.steps
    own = [one for one in built.doubts if not one.row]
    by_row = [one for one in built.doubts if one.row]
    doubts = (*identity.doubts, *own, *form, *by_row)
    return ProcedureDraft(
        id=name,
        title=title,
        text=written(values, doubts),
        steps=len(built.steps),
        doubts=doubts,
        concluded=(*_CONCLUDED, *(f"identitas: {one}" for one in identity.notes), *built.concluded),
    )


_CONCLUDED = (
    "kode dibentuk dari huruf awal judul",
    "arah maju mengikuti urutan baris",
    "'short' dipotong dari uraian",
)


def _title(identity: Identity, source: str) -> str:
    if len(identity.title) > LONGEST_TITLE:
        identity.ask(f"judul lebih dari {LONGEST_TITLE} huruf dan dipotong; ringkas sendiri")
    if len(identity.title) >= 3:
        return shorten(identity.title, LONGEST_TITLE)
    identity.ask("judul SOP tidak ditemukan; sementara dipakai nama berkas")
    stem = re.sub(r"[\W_]+", " ", source.rpartition(".")[0] or source).strip()
    return shorten(
        stem[0].upper() + stem[1:] if len(stem) >= 3 else "SOP tanpa judul", LONGEST_TITLE
    )


def _identity(identity: Identity) -> dict[str, Any]:
    office = identity.office
    if not office:
        identity.ask("nama dinas tidak ditemukan; tulis di 'office'")
    values: dict[str, Any] = {"office": shorten(office or "Dinas belum diketahui", 400)}
    for unit in identity.unit[MOST_UNITS:]:
        identity.ask(f"'{shorten(unit, 80)}': 'unit' memuat paling banyak {MOST_UNITS} baris")
    if identity.unit:
        values["unit"] = [shorten(one, 400) for one in identity.unit[:MOST_UNITS]]
    keys = ("number", "made_on", "revised_on", "approved_on", "effective_on", "approved_by")
    values |= {key: one for key in keys if (one := identity.fields.get(key))}
    who = identity.approver
    told = {"name": shorten(who.name, 80), "rank": shorten(who.rank, 60), "nip": who.nip}
    if any(told.values()):
        values["approver"] = {key: one for key, one in told.items() if one}
    values |= {
        key: [shorten(one, LONGEST_SENTENCE) for one in found]
        for key in _LISTS
        if (found := identity.lists.get(key))
    }
    return values


def _code(title: str) -> str:
    """Two to six capital letters: the first letters of the title's words."""
    words = [word for word in re.findall(r"[A-Za-z]+", title) if not _SMALL_WORD.fullmatch(word)]
    letters = "".join(word[0] for word in words).upper()[:6]
    return letters if len(letters) >= 2 else "SOP"


def _free_id(title: str, taken: set[str]) -> str:
    words = " ".join(word for word in title.split() if not _SMALL_WORD.fullmatch(word))
    name = slug(words, longest=LONGEST_ID - 3, joint="-")
    name = name if len(name) >= 3 else f"sop-{name}"
    number = 2
    free = name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free
