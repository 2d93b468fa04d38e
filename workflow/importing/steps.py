"""Rows → the steps and lanes of an SOP file; each thing concluded is told beside the file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from workflow.importing.actors import actors, receiver
from workflow.importing.doubts import About, Doubt
from workflow.importing.kinds import guess_kind
from workflow.importing.lanes import Lanes, asks_for_something
from workflow.importing.plain import calm, items, shorten, slug
from workflow.importing.rows import SourceRow, Table
from workflow.importing.spans import read_span
from workflow.importing.ways import Routes
from workflow.procedure import StepKind

# The lane of a row that nobody knows; no office has such a jabatan, so it cannot run by mistake.
UNKNOWN = "belum_diketahui"
LONGEST_SENTENCE = 1200
LONGEST_SHORT = 40
LONGEST_LANE = 80

_CONDITION = re.compile(r"^(?:jika|apabila|bila|untuk)\b[^,]{0,200},\s*", re.IGNORECASE)
_VERB = re.compile(r"\b(?:me\w{3,}|penyu\w+)", re.IGNORECASE)
_LOOSE_END = re.compile(r"(?:\s(?:dan|ke|kepada|dari|untuk|dengan|yang|serta|lalu|pada|oleh))+$")
_TO_APPLICANT = re.compile(
    r"\b(?:menyerahkan|mengirim\w*|dikirim\w*|disampaikan|menyampaikan)\b.{0,80}"
    r"\b(?:pemohon|masyarakat)\b",
    re.IGNORECASE,
)
_LOCKED = re.compile(r"\b(?:pin|password|sandi|enkripsi|terenkripsi)\b", re.IGNORECASE)
_ACCESS = re.compile(r"\bmemberi(?:kan)? hak akses\b", re.IGNORECASE)
_GIVES = frozenset((StepKind.REGISTER, StepKind.DELIVER, StepKind.SIGN))

_NO_KIND = "jenis langkah tidak jelas dari bunyinya ('{what}'); sementara '{kind}'"
_TWO_KINDS = "'{because}': memeriksa (verify) atau membubuhkan paraf (paraf)? Sementara '{kind}'"
_PARAF_OR_SIGN = "paraf (paraf) dan tanda tangan (sign) dalam satu baris; mana? Sementara '{kind}'"
_OTHER_NEXT = "berkas diserahkan kepada '{said}', tetapi baris berikutnya milik '{next}'; mana?"
_GRANT = "memberi hak akses: kepada pelaksana mana? Isi 'grants' dan 'by_grant'"
_NO_TEAM = "membentuk tim, tetapi kolom timnya tidak jelas; isi 'appoints' dan 'team'"
_CUT = "bunyinya lebih dari {most} huruf dan dipotong; ringkas sendiri"
_UNUSED = "kolom '{lanes}' tidak dipakai baris mana pun; pakai pada langkahnya, atau hapus"
_WHO_BEGINS = (
    "baris pertama bukan milik '{lane}'; bagaimana permohonannya masuk? Bila diisi sendiri oleh "
    "pemohon, tambahkan langkah '0' berjenis submit"
)


@dataclass(slots=True)
class Built:
    """Steps and lanes as the file will hold them, and the doubts about them."""

    lanes: dict[str, dict[str, Any]] = field(default_factory=dict)
    steps: list[dict[str, Any]] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    # What follows from words and not from marks, a line for each row that has such.
    concluded: list[str] = field(default_factory=list)


def build(table: Table) -> Built:
    """Turn a table into lanes and steps."""
    return _Builder(table).built()


class _Builder:
    def __init__(self, table: Table) -> None:
        self._table = table
        self._ids = _lane_ids(table.lanes)
        self._actors = actors(table)
        doers = [actor.lane for actor in self._actors]
        self._routes = Routes(table.rows, doers, table.lanes)
        self._lanes = Lanes(table.lanes)
        self._signed = False
        self._built = Built(doubts=list(table.doubts))

    def built(self) -> Built:
        made = self._built
        for title, lane in self._ids.items():
            made.lanes[lane] = {"title": shorten(calm(title), LONGEST_LANE)}
            if asks_for_something(title):
                made.lanes[lane]["applicant"] = True
        for at in range(len(self._table.rows)):
            self._add(at)
        used = {step["lane"] for step in made.steps}
        if UNKNOWN in used:
            made.lanes[UNKNOWN] = {"title": "Belum diketahui"}
        self._ask_about_lanes([title for title, lane in self._ids.items() if lane not in used])
        return made

    def _ask_about_lanes(self, unused: Sequence[str]) -> None:
        asked = []
        if unused:
            asked.append(_UNUSED.format(lanes="', '".join(unused)))
        if not self._ids:
            asked.append("tidak ada kolom pelaksana dalam tabel; tulis sendiri di 'lanes'")
        applicants = [title for title in self._ids if asks_for_something(title)]
        if applicants and self._actors[0].lane not in applicants:
            asked.append(_WHO_BEGINS.format(lane=applicants[0]))
        self._built.doubts += [Doubt(about=About.LANES, words=words) for words in asked]

    def _add(self, at: int) -> None:
        row, actor = self._table.rows[at], self._actors[at]
        notes = [*row.notes, *filter(None, [actor.note])]
        doubts = [*row.doubts, *actor.doubts]
        kind = self._kind(at, notes, doubts)
        span = read_span(row.time, unit=self._table.unit)
        if span.doubt:
            doubts.append(_doubt(row, About.LIMIT, span.doubt))
        notes += filter(None, [span.note])
        ways = self._routes.ways(at, kind)
        step: dict[str, Any] = {
            "number": row.number,
            "lane": self._ids.get(actor.lane, UNKNOWN),
            "kind": kind.value,
            "title": self._whole(row.what, row, doubts),
            "short": _short(row.what, self._lanes),
            "materials": [self._whole(one, row, doubts) for one in items(row.materials)],
            "limit": span.limit,
            "limit_words": span.words,
            "output": [self._whole(one, row, doubts) for one in items(row.output)],
            "outcomes": ways.outcomes,
        }
        self._special(step, row, kind, notes, doubts)
        notes += ways.notes
        doubts += [*ways.doubts, *self._other_next(at)]
        if row.remark:
            step["remark"] = self._whole(row.remark, row, doubts)
        if notes:
            said = "; ".join(dict.fromkeys(notes))
            self._built.concluded.append(f"baris {row.number} ({row.place}): {said}")
        self._built.steps.append({key: one for key, one in step.items() if one not in ("", [])})
        self._built.doubts += doubts
        if ways.repair is not None:
            self._add_repair(row, *ways.repair)

    def _kind(self, at: int, notes: list[str], doubts: list[Doubt]) -> StepKind:
        row, lane = self._table.rows[at], self._actors[at].lane
        applies = asks_for_something(lane)
        guess = guess_kind(row.what, first=at == 0, by_applicant=applies)
        if guess is None:
            kind = StepKind.ACKNOWLEDGE if applies else StepKind.PROCESS
            words = _NO_KIND.format(what=shorten(row.what, 60), kind=kind.value)
            doubts.append(_doubt(row, About.KIND, words))
            return kind
        if not guess.sure:
            asked = _TWO_KINDS if guess.kind is StepKind.VERIFY else _PARAF_OR_SIGN
            words = asked.format(because=guess.because, kind=guess.kind.value)
            doubts.append(_doubt(row, About.KIND, words))
        notes.append(f"jenis '{guess.kind.value}' dari '{guess.because}'")
        return guess.kind

    def _special(
        self,
        step: dict[str, Any],
        row: SourceRow,
        kind: StepKind,
        notes: list[str],
        doubts: list[Doubt],
    ) -> None:
        """What some kinds need besides: a team, access, an archive, the release of the answer."""
        if kind is StepKind.APPOINT:
            team = receiver(row, self._lanes)
            if team.lower().startswith("tim"):
                step["appoints"] = self._ids[team]
                self._built.lanes[self._ids[team]] |= {"team": True, "share": "together"}
                notes.append(f"tim yang dibentuk ialah '{team}'")
            else:
                doubts.append(_doubt(row, About.LANES, _NO_TEAM))
        if _ACCESS.search(row.what):
            doubts.append(_doubt(row, About.HANDOVER, _GRANT))
        if kind is StepKind.BACKUP and _LOCKED.search(f"{row.what} {row.output}"):
            step["archives"] = True
            notes.append("arsip terenkripsi dari kata sandi yang disebut")
        applies = any(asks_for_something(lane) for lane in self._ids)
        self._signed = self._signed or kind is StepKind.SIGN
        if applies and self._signed and kind in _GIVES and _TO_APPLICANT.search(row.what):
            step["releases"] = True
            notes.append("hasil diserahkan kepada pemohon di langkah ini")

    def _other_next(self, at: int) -> list[Doubt]:
        row = self._table.rows[at]
        said = receiver(row, self._lanes)
        after = self._actors[at + 1].lane if at + 1 < len(self._actors) else ""
        if not said or not after or said == after:
            return []
        return [_doubt(row, About.HANDOVER, _OTHER_NEXT.format(said=said, next=after))]

    def _add_repair(self, row: SourceRow, number: str, lane: str, words: str) -> None:
        """A step that the document tells of without a row: repair, and back where it came from."""
        what = " ".join(words.split())
        self._built.steps.append(
            {
                "number": number,
                "lane": self._ids[lane],
                "kind": StepKind.PROCESS.value,
                "title": shorten(what[:1].upper() + what[1:], LONGEST_SENTENCE),
                "short": "Memperbaiki",
                "limit": "-",
                "outcomes": {"selesai": {"label": "Selesai", "to": row.number}},
            }
        )
        self._built.concluded.append(
            f"langkah {number}: tidak ada dalam naskah; dibuat dari bunyi baris {row.number}"
        )

    def _whole(self, text: str, row: SourceRow, doubts: list[Doubt]) -> str:
        if len(text) <= LONGEST_SENTENCE:
            return text
        doubts.append(_doubt(row, About.WORDS, _CUT.format(most=LONGEST_SENTENCE)))
        return shorten(text, LONGEST_SENTENCE)


def _lane_ids(titles: Sequence[str]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for title in titles:
        lane = slug(title, longest=36, joint="_")
        taken = sum(one == lane or one.startswith(f"{lane}_x") for one in ids.values())
        ids[title] = f"{lane}_x{taken + 1}" if taken or lane == UNKNOWN else lane
    return ids


def _short(what: str, lanes: Lanes) -> str:
    """The verb and what follows it, for buttons and lists."""
    text = _CONDITION.sub("", what)
    named = lanes.mentions(text)
    verb = _VERB.search(text)
    if named and named[0].begins == 0 and verb is not None:
        text = text[verb.start() :]
    text = shorten(re.split(r"[.;(]|,\s*(?:jika|apabila|bila)\b", text)[0] or text, LONGEST_SHORT)
    text = _LOOSE_END.sub("", text)
    return text[:1].upper() + text[1:]


def _doubt(row: SourceRow, about: About, words: str) -> Doubt:
    return Doubt(about=about, words=words, row=row.number, place=row.place)
