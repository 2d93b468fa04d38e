"""Ways back and refusals that a row's words or remark tell of."""

import re
from dataclasses import dataclass

from workflow.importing.lanes import Lanes
from workflow.importing.rows import Row

_PIECES = re.compile(r"[.;()\n•]+")
_BACK = re.compile(
    r"\b(?:mengembalikan|dikembalikan|kembalikan|(?:yang|untuk|perlu) direvisi)\b"
    r"|\b(?:diberikan|diserahkan|disampaikan|memberikan|menyerahkan)\b(?=.{0,120}"
    r"\buntuk (?:diperbaiki|direvisi|dilengkapi|dikoreksi kembali)\b)",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:ditolak|menolak|penolakan)\b", re.IGNORECASE)
_ARROW = re.compile(
    r"panah (?:yang )?(?:ber)?balik(?:an)?(?: menandakan| berarti)?:?", re.IGNORECASE
)
_COMES_BACK = re.compile(r"\b(?:di)?kembali(?:kan)?\b", re.IGNORECASE)
_TO_ROW = re.compile(
    r"\bke\s+(?:no(?:mor)?|langkah|kegiatan|aktivitas|baris|butir|poin|tahap)\s*"
    r"(?:no(?:mor)?\s*)?([0-9]{1,3})\b",
    re.IGNORECASE,
)
# The full stop of "no. 2" ends no sentence.
_STOP = re.compile(r"\b(no|nomor)\.(?=\s*[0-9])", re.IGNORECASE)
_IF = re.compile(r"^(?:jika|apabila|bila|kalau)\b\s*(?:tidak\s*,\s*)?", re.IGNORECASE)
_YES = re.compile(r"^jika ya\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """An arrow back: to whom or which row, as far as the words tell, and why, in their words."""

    lane: str = ""
    row: str = ""
    reason: str = ""
    words: str


def returns(row: Row, lanes: Lanes) -> list[Return]:
    """Every way back that a row tells of; a drawn "panah balik" says neither whence nor whither."""
    found = [_return(piece, lanes) for piece in _pieces(row.what) if _BACK.search(piece)]
    remark = _STOP.sub(r"\1", row.remark)
    drawn = _ARROW.search(remark) or _ARROW.search(row.what)
    if drawn is not None and not found:
        reason = remark[drawn.end() :] if _ARROW.search(remark) else ""
        found.append(
            Return(
                row=_row(remark),
                reason=_reason(_TO_ROW.sub("", reason)),
                words=drawn[0].split(" menandakan")[0],
            )
        )
    elif not found and _COMES_BACK.search(remark) and _row(remark):
        found.append(Return(row=_row(remark), words=remark))
    return found


def refuses(row: Row) -> bool:
    """Whether the row may end the case by refusing it."""
    return any(_REFUSED.search(piece) for piece in _pieces(row.what))


def without_returns(text: str) -> str:
    """What a row says of the way on."""
    return ". ".join(piece for piece in _pieces(text) if not _BACK.search(piece))


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in _PIECES.split(_STOP.sub(r"\1", text)) if piece.strip()]


def _return(piece: str, lanes: Lanes) -> Return:
    act = _BACK.search(piece)
    begins = act.start() if act is not None else 0
    after = piece[begins:]
    lane = next((one.lane for one in lanes.mentions(after) if one.receives), "")
    head = piece[:begins]
    reason = ""
    if _IF.match(head) and not _YES.match(head) and "," in head:
        reason = _IF.sub("", head.rpartition(",")[0])
    return Return(lane=lane, row=_row(after), reason=_reason(reason), words=after)


def _row(text: str) -> str:
    """The number of the row that words name: "kembali ke langkah 2"."""
    found = _TO_ROW.search(text)
    return "" if found is None else str(int(found[1]))


def _reason(text: str) -> str:
    """At most 120 characters that begin as a sentence does; nothing where they would be cut."""
    plain = " ".join(text.split()).strip(" ,:;").replace("TIDAK", "tidak")
    return plain[:1].upper() + plain[1:] if len(plain) <= 120 else ""
