"""The outcomes of a row: onward to the next, back for repair, or an end by refusal."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from workflow.importing.arrows import Return, refuses, returns
from workflow.importing.doubts import About, Doubt
from workflow.importing.lanes import Lanes, asks_for_something
from workflow.importing.rows import SourceRow
from workflow.procedure import StepKind

# The id and the button's words of the way onward, by kind.
_ONWARD = {
    StepKind.SUBMIT: ("diserahkan", "Serahkan"),
    StepKind.VERIFY: ("sesuai", "Sesuai"),
    StepKind.DISPOSISI: ("disposisi", "Disposisi"),
    StepKind.PROCESS: ("selesai", "Selesai"),
    StepKind.PARAF: ("paraf", "Paraf"),
    StepKind.SIGN: ("tandatangani", "Tanda tangani"),
    StepKind.REGISTER: ("terdaftar", "Beri nomor"),
    StepKind.DELIVER: ("disampaikan", "Sampaikan"),
    StepKind.ACKNOWLEDGE: ("diterima", "Saya terima"),
    StepKind.APPOINT: ("bentuk", "Bentuk tim"),
    StepKind.BACKUP: ("cadangkan", "Cadangkan"),
}
_CHECKS = frozenset((StepKind.VERIFY, StepKind.PARAF))

_NO_RETURN = "memeriksa tanpa panah balik; ke baris mana berkas kembali bila tidak benar?"
_NO_TARGET = "berkas kembali ('{words}'), tetapi tidak disebut ke mana; sementara ke baris {to}"
_NO_NUMBER = (
    "berkas kembali ke baris {row}, yang tidak ada sebelum baris ini; sementara ke baris {to}"
)
_REMARKED = (
    "keterangan '{words}' dibaca sebagai panah balik, sementara ke baris {to}; benarkah, "
    "atau berkas berakhir di sini?"
)
_NO_ROW = (
    "berkas kembali kepada '{lane}', tetapi tidak ada baris sebelum ini yang pasti dikerjakannya; "
    "sementara ke baris {to}"
)
_REPAIR = (
    "berkas kembali kepada '{lane}', yang tidak punya baris; dibuat baris {number} dari bunyinya. "
    "Benarkah, dan berapa batas waktunya? Sementara tanpa batas"
)


@dataclass(slots=True)
class Ways:
    """The outcomes of one row, what is to be noted and asked, and a row added for a repair."""

    outcomes: dict[str, dict[str, Any]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    # Number and lane of a step that repairs and gives the file back; and what it says.
    repair: tuple[str, str, str] | None = None


class Routes:
    """All rows of one SOP with their lanes, so that an arrow finds where it leads."""

    def __init__(
        self, rows: Sequence[SourceRow], doers: Sequence[str], lanes: Sequence[str]
    ) -> None:
        self._rows = rows
        self._doers = doers
        self._lanes = Lanes(lanes)
        self._taken = {row.number for row in rows}

    def ways(self, at: int, kind: StepKind) -> Ways:
        """The outcomes of the row at *at*."""
        row, ways = self._rows[at], Ways()
        name, label = _ONWARD[kind]
        ways.outcomes[name] = {"label": label, **self._to(at + 1)}
        back = [] if kind is StepKind.SUBMIT else returns(row, self._lanes)
        for one in back:
            self._add_return(at, one, ways)
        if refuses(row):
            ways.outcomes["tolak"] = {"label": "Tolak", "way": "refuse"}
            ways.notes.append("penolakan disimpulkan dari 'ditolak'")
        if kind in _CHECKS and not back and at:
            ways.doubts.append(_doubt(row, _NO_RETURN))
        return ways

    def _to(self, at: int) -> dict[str, str]:
        return {"to": self._rows[at].number} if at < len(self._rows) else {}

    def _add_return(self, at: int, one: Return, ways: Ways) -> None:
        row = self._rows[at]
        name = "kembalikan" if "kembalikan" not in ways.outcomes else f"kembalikan_{at + 1}"
        if name in ways.outcomes:
            return
        ways.outcomes[name] = {
            "label": "Kembalikan",
            "to": self._target(at, one, ways),
            "way": "back",
            **({"reasons": [one.reason]} if one.reason else {}),
        }
        if not any(doubt.row == row.number for doubt in ways.doubts):
            ways.notes.append(f"panah balik ke baris {ways.outcomes[name]['to']} dari bunyinya")

    def _target(self, at: int, one: Return, ways: Ways) -> str:
        row = self._rows[at]
        usual = self._rows[max(0, at - 1)].number
        if one.row:
            if any(before.number == one.row for before in self._rows[:at]):
                return one.row
            ways.doubts.append(_doubt(row, _NO_NUMBER.format(row=one.row, to=usual)))
            return usual
        for place in range(at - 1, -1, -1):
            if one.lane and self._doers[place] == one.lane:
                if one.remarked:
                    words = _REMARKED.format(words=one.words[:60], to=self._rows[place].number)
                    ways.doubts.append(_doubt(row, words))
                return self._rows[place].number
        if not one.lane:
            ways.doubts.append(_doubt(row, _NO_TARGET.format(words=one.words[:60], to=usual)))
            return usual
        number = f"{row.number}a"
        known = one.lane in self._doers or asks_for_something(one.lane)
        if known or number in self._taken or not row.number.isdigit():
            ways.doubts.append(_doubt(row, _NO_ROW.format(lane=one.lane, to=usual)))
            return usual
        ways.repair = (number, one.lane, one.words)
        ways.doubts.append(_doubt(row, _REPAIR.format(lane=one.lane, number=number)))
        return number


def _doubt(row: SourceRow, words: str) -> Doubt:
    return Doubt(about=About.RETURN, words=words, row=row.number, place=row.place)
