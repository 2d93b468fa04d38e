"""Who does a row: its mark, the words that name a lane, or else nobody knows."""

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.importing.arrows import without_returns
from workflow.importing.doubts import About, Doubt
from workflow.importing.lanes import Lanes, words_of
from workflow.importing.rows import SourceRow, Table

_NOT_A_DOER = frozenset(
    (
        *("kepada", "ke", "oleh", "dari", "dengan", "untuk", "terkait", "bagi", "pada"),
        *("memerintahkan", "menugaskan", "meminta", "membentuk", "menunjuk", "menginstruksikan"),
    )
)
_DONE_BY = frozenset(
    (
        *("diparaf", "ditandatangani", "diperiksa", "divalidasi", "diverifikasi"),
        *("dikoreksi", "disetujui", "disahkan", "paraf"),
    )
)
_MADE_BY = frozenset(("dihasilkan", "disusun", "dibuat", "disiapkan", "dikerjakan", "dari"))
_ORDERED = frozenset(("memerintahkan", "menugaskan", "menginstruksikan", "membentuk", "menunjuk"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A row's lane, empty when nothing tells; how it is known; what is asked."""

    lane: str = ""
    note: str = ""
    doubts: tuple[Doubt, ...] = ()


def actors(table: Table) -> list[Actor]:
    """Who does each row. A mark is believed; words that name somebody are believed and noted."""
    lanes = Lanes(table.lanes)
    found: list[Actor] = []
    for place, row in enumerate(table.rows):
        before = table.rows[place - 1] if place else None
        after = table.rows[place + 1] if place + 1 < len(table.rows) else None
        found.append(_actor(row, before, after, lanes))
    unused = [one for one in table.lanes if one not in {actor.lane for actor in found}]
    return [
        actor if actor.lane or actor.doubts else _unknown(row, table.lanes, unused)
        for actor, row in zip(found, table.rows, strict=True)
    ]


def _actor(
    row: SourceRow, before: SourceRow | None, after: SourceRow | None, lanes: Lanes
) -> Actor:
    said = _subject(row, lanes)
    if len(row.marks) > 1:
        return _two_marks(row)
    if row.marks:
        return _marked(row, said)
    for lane, note in (
        (said, "bunyi langkahnya sendiri"),
        (_doer_in_output(row, lanes), f"output '{' '.join(row.output.split())}'"),
        (_receiver(before, lanes), "penyerahan pada baris sebelumnya"),
        (_maker(after, lanes), "bunyi baris berikutnya"),
    ):
        if lane:
            return Actor(lane=lane, note=f"pelaksana disimpulkan dari {note}")
    return Actor()


def _marked(row: SourceRow, said: str) -> Actor:
    if said in ("", row.marks[0]):
        return Actor(lane=row.marks[0])
    words = f"tanda berada di kolom '{row.marks[0]}', tetapi bunyinya menyebut '{said}'; siapa?"
    return Actor(lane=row.marks[0], doubts=(_doubt(row, words),))


def _two_marks(row: SourceRow) -> Actor:
    names = " dan ".join(f"'{one}'" for one in row.marks)
    words = f"tanda berada di dua kolom ({names}); siapa pelaksananya? Pecah baris bila keduanya"
    return Actor(doubts=(_doubt(row, words),))


def _unknown(row: SourceRow, titles: Sequence[str], unused: Sequence[str]) -> Actor:
    hint = f" Kolom '{unused[0]}' belum dipakai baris mana pun." if len(unused) == 1 else ""
    choice = f"pilih: {', '.join(titles)}." if titles else "tulis di 'lanes'."
    words = (
        "siapa pelaksananya? Tidak ada tanda di kolomnya dan tidak disebut dalam kalimat; "
        f"{choice}{hint}"
    )
    return Actor(doubts=(_doubt(row, words),))


def _doubt(row: SourceRow, words: str) -> Doubt:
    return Doubt(about=About.LANE, words=words, row=row.number, place=row.place)


def _subject(row: SourceRow, lanes: Lanes) -> str:
    """Who a sentence says acts: "Kadis memerintahkan …", "…, Kepala Seksi memaraf …"."""
    for one in lanes.mentions(row.what):
        if one.before in _NOT_A_DOER:
            continue
        if one.begins == 0 or (one.after.startswith("me") and len(one.after) > 4):
            return one.lane
    return ""


def _doer_in_output(row: SourceRow, lanes: Lanes) -> str:
    """Who an output says did it: "Surat jawaban telah diparaf Kabid"."""
    words = words_of(row.output)
    for one in lanes.mentions(row.output):
        before = [word for word in words[: one.begins] if word != "oleh"]
        if before and before[-1] in _DONE_BY:
            return one.lane
    return ""


def _maker(row: SourceRow | None, lanes: Lanes) -> str:
    """Who a row says made what it is given: "laporan yang dihasilkan Tim"."""
    if row is None:
        return ""
    return next((one.lane for one in lanes.mentions(row.what) if one.before in _MADE_BY), "")


def _receiver(row: SourceRow | None, lanes: Lanes) -> str:
    return "" if row is None else receiver(row, lanes)


def receiver(row: SourceRow, lanes: Lanes) -> str:
    """Whom a row hands over to: whoever is ordered, else "lalu menyerahkan kepada …", the last."""
    named = lanes.mentions(without_returns(row.what))
    ordered = [one.lane for one in named if one.before in _ORDERED]
    given = [one.lane for one in named if one.receives]
    return (ordered[:1] or given[-1:] or [""])[0]
