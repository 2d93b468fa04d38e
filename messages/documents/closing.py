"""How an official paper ends: who signs, who put a paraf, who gets a copy."""

from collections.abc import Sequence
from datetime import datetime

from reportlab.lib.colors import black
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from messages.documents.qr import Qr
from messages.documents.seal import SealedCode
from messages.documents.text import (
    BODY,
    CELL,
    CELL_HEAD,
    CELL_MARK,
    HAIRLINE,
    NORMAL,
    STRONG,
    Text,
    bounded,
    brief,
    grid,
    numbered,
    plain,
)
from messages.formatting import initials, nip
from messages.localizer import Localizer
from workflow.paper_parts import Enclosed, ParafMark, Signatory

_BLOCK = 84 * mm
_QR = 17 * mm
_SPACE = 24 * mm  # where a pen signs, or the stamp of the TTE stands


def signature(
    signatory: Signatory,
    say: Localizer,
    *,
    width: float,
    link: str,
    mark: str | None,
    before: Sequence[Flowable] = (),
    sealed: bool = False,
) -> list[Flowable]:
    """The signatory's block at the right, with what stands *before* it inside the block.

    *mark* is the sentence beside the QR code; without one there is room for a pen. What is to be
    *sealed* keeps the room at its left free for the office's seal.
    """
    stamp = Spacer(1, _SPACE) if mark is None else _stamp(mark, link, sealed=sealed)
    lines = [
        *before,
        *(brief(line, BODY) for line in _titles(signatory)),
        stamp,
        brief(signatory.name, STRONG) if signatory.name else Text(say("paper-vacant"), BODY),
    ]
    if signatory.rank:
        lines.append(brief(signatory.rank))
    if signatory.nip:
        lines.append(Text(say("paper-nip", nip=bounded(nip(signatory.nip)))))
    block = grid([["", lines]], (width - _BLOCK, _BLOCK), lines=False)
    return [Spacer(1, 10), block]


def paraf_column(marks: Sequence[ParafMark], say: Localizer) -> list[Flowable]:
    """Who checked the draft before it was signed; nothing if nobody did."""
    if not marks:
        return []
    head = [
        Text(say("paper-paraf-jabatan"), CELL_HEAD),
        Text(say("paper-paraf-name"), CELL_HEAD),
        Text(say("paper-paraf"), CELL_HEAD),
    ]
    rows = [
        [plain(mark.jabatan, CELL), plain(mark.name, CELL), _paraf(mark, say)] for mark in marks
    ]
    return [Spacer(1, 10), grid([head, *rows], (46 * mm, 46 * mm, 32 * mm), head=1)]


def enclosed(files: Sequence[Enclosed], say: Localizer) -> list[Flowable]:
    """Which files go with a letter, by name and SHA-256; nothing if none does."""
    if not files:
        return []
    rows = [[brief(file.name, CELL), Text(file.sha256, CELL)] for file in files]
    head = [Text(say("paper-enclosed"), CELL_HEAD), Text(say("paper-sha256"), CELL_HEAD)]
    return [Spacer(1, 10), grid([head, *rows], (50 * mm, 108 * mm), head=1)]


def tembusan(recipients: Sequence[str], say: Localizer) -> list[Flowable]:
    """Who gets a copy; nothing if nobody does."""
    if not recipients:
        return []
    copies = numbered(recipients, width=107 * mm)
    return [Spacer(1, 10), KeepTogether([Text(say("paper-tembusan"), NORMAL), copies])]


def stamped(at: datetime, say: Localizer) -> str:
    """A day and an hour in few letters, for tables: "23-11-2026 08.10"."""
    return f"{at.astimezone(say.zone):%d-%m-%Y} {say.clock(at)}"


def _paraf(mark: ParafMark, say: Localizer) -> list[Text]:
    return [plain(initials(mark.name), CELL_MARK), Text(stamped(mark.at, say), CELL)]


def _titles(signatory: Signatory) -> list[str]:
    own = signatory.jabatan_title.upper()
    match signatory.capacity:
        case "":
            return [f"{own},"]
        case "a.n." if signatory.on_behalf_of:
            return [f"a.n. {signatory.on_behalf_of.upper()}", f"{own},"]
    return [f"{signatory.capacity} {own},"]


def _stamp(mark: str, link: str, *, sealed: bool) -> Flowable:
    """What an electronic signature or decision shows on paper; it holds in the file or books."""
    note = Text(mark, CELL)
    pad = 2 * mm
    code = SealedCode(link, _QR, pad) if sealed else Qr(link, _QR)
    stamp = grid(
        [[code, note]],
        (_QR + 2 * pad, _BLOCK - _QR - 5 * pad),
        lines=False,
        more=[
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("BOX", (0, 0), (-1, -1), HAIRLINE, black),
            ("LEFTPADDING", (0, 0), (-1, -1), pad),
            ("RIGHTPADDING", (0, 0), (-1, -1), pad),
            ("TOPPADDING", (0, 0), (-1, -1), pad),
            ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
        ],
    )
    stamp.spaceBefore, stamp.spaceAfter = 4, 6
    return stamp
