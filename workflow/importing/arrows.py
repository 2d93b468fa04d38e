"""Ways back and refusals that a row's words or remark tell of."""

import re
from dataclasses import dataclass

from workflow.importing.lanes import Lanes
from workflow.importing.rows import SourceRow

_PIECES = re.compile(r"[.;()\n•]+")
_BACK = re.compile(
    r"\b(?:mengembalikan|dikembalikan|kembalikan|(?:yang|untuk|perlu) direvisi)\b"
    r"|\b(?:diberikan|diserahkan|disampaikan|memberikan|menyerahkan)\b(?=.{0,120}"
    r"\buntuk (?:diperbaiki|direvisi|dilengkapi|dikoreksi kembali)\b)",
    re.IGNORECASE,
)
_REFUSED = re.compile(r"\b(?:ditolak|menolak|penolakan)\b", re.IGNORECASE)
_ACT = re.compile(r"\b(?:diproses|dilanjutkan|diteruskan|dilayani|diterima)\b", re.IGNORECASE)
_ARROW = re.compile(
    r"panah (?:yang )?(?:ber)?balik(?:an)?(?: menandakan| berarti)?:?", re.IGNORECASE
)
_COMES_BACK = re.compile(r"\b(?:di)?kembali(?:kan)?\b", re.IGNORECASE)
# "T: kembali ke pemohon", "bila tidak, kembali ke no. 1".
_IF_NOT = re.compile(r"\b(?:t|tidak)\s*[:=,]\s*kembali (?:ke|kepada)\b[^.;()]*", re.IGNORECASE)
_TO_ROW = re.compile(
    r"\bke\s+(?:no(?:mor)?|langkah|kegiatan|aktivitas|baris|butir|poin|tahap)\s*"
    r"(?:no(?:mor)?\s*)?([0-9]{1,3})\b",
    re.IGNORECASE,
)
# The full stop of "no. 2" ends no sentence.
_STOP = re.compile(r"\b(no|nomor)\.(?=\s*[0-9])", re.IGNORECASE)
_IF = re.compile(r"\b(?:jika|apabila|bila|kalau)\b", re.IGNORECASE)
_LEADS_ON = re.compile(r"[\s,]*(?:\bmaka\b|\bakan\b|\bberkas\b)?[\s,]*$", re.IGNORECASE)
# Conditions that name no fault: "jika tidak, …", "jika ya, …".
_NO_REASON = frozenset(("tidak", "ya", "t", "y"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """An arrow back: to whom or which row, as far as the words tell, and why, in their words."""

    lane: str = ""
    row: str = ""
    reason: str = ""
    words: str
    # Told by the remark alone, without a number: it is asked whether it was read rightly.
    remarked: bool = False


def returns(row: SourceRow, lanes: Lanes) -> list[Return]:
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
    elif not found and _COMES_BACK.search(remark):
        found += _remarked(remark, lanes)
    elif not found and (turned := _IF_NOT.search(row.what)):
        found += _remarked(turned[0], lanes)
    return found


def _remarked(remark: str, lanes: Lanes) -> list[Return]:
    """A way back that only the remark tells of: to a row, or to whoever it names."""
    piece = next((one for one in _pieces(remark) if _COMES_BACK.search(one)), "")
    lane = next((one.lane for one in lanes.mentions(piece) if one.receives), "")
    if not _row(remark) and not lane:
        return []
    return [Return(row=_row(remark), lane=lane, words=remark, remarked=not _row(remark))]


def refuses(row: SourceRow) -> bool:
    """Whether the row may end the case by refusing it."""
    return any(_REFUSED.search(piece) for piece in _pieces(row.what))


def without_returns(text: str) -> str:
    """What a row says of the way on."""
    return ". ".join(filter(None, (_onward(piece) for piece in _pieces(text))))


def _onward(piece: str) -> str:
    """A piece up to the condition under which it sends back; nothing when it only does that."""
    act = _BACK.search(piece)
    if act is None:
        return piece
    ifs = list(_IF.finditer(piece[: act.start()]))
    return piece[: ifs[-1].start()].strip(" ,") if ifs else ""


def _pieces(text: str) -> list[str]:
    return [piece.strip() for piece in _PIECES.split(_STOP.sub(r"\1", text)) if piece.strip()]


def _return(piece: str, lanes: Lanes) -> Return:
    act = _BACK.search(piece)
    begins = act.start() if act is not None else 0
    after = piece[begins:]
    lane = next((one.lane for one in lanes.mentions(after) if one.receives), "")
    return Return(
        lane=lane, row=_row(after), reason=_reason(_condition(piece[:begins])), words=after
    )


def _condition(head: str) -> str:
    """The condition right before the act: "jika lengkap diproses, jika tidak lengkap" → the last.

    A clause that tells of an act of its own ("diproses") is no reason to send back.
    """
    ifs = list(_IF.finditer(head))
    if not ifs:
        return ""
    said = head[ifs[-1].end() :].strip()
    said = said.partition(",")[2] if said.lower().startswith("tidak,") else said
    if "," in said:
        said = said.rpartition(",")[0]
    said = _LEADS_ON.sub("", said).strip()
    named = said.lower() not in _NO_REASON and not _ACT.search(said)
    return said if named else ""


def _row(text: str) -> str:
    """The number of the row that words name: "kembali ke langkah 2"."""
    found = _TO_ROW.search(text)
    return "" if found is None else str(int(found[1]))


def _reason(text: str) -> str:
    """At most 120 characters that begin as a sentence does; nothing where they would be cut."""
    plain = " ".join(text.split()).strip(" ,:;").replace("TIDAK", "tidak")
    return plain[:1].upper() + plain[1:] if len(plain) <= 120 else ""
