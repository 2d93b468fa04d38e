"""The resi: proof that the office took the file."""

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from messages.documents.letterhead import kop
from messages.documents.qr import Qr
from messages.documents.sheet import SLIP, write
from messages.documents.text import (
    NORMAL,
    NORMAL_STRONG,
    SMALL_PRINT,
    TITLE,
    Text,
    facts,
    grid,
    numbered,
    plain,
)
from messages.fonts import markup
from messages.formatting import position
from messages.localizer import Localizer
from workflow.papers import ResiPaper
from workflow.plain_text import masked

_NUMBER = ParagraphStyle("resi-number", NORMAL_STRONG, fontSize=14, leading=18, spaceAfter=4)
_QR = 32 * mm
_LABEL = 31 * mm


def resi(paper: ResiPaper, say: Localizer) -> bytes:
    """Draw the resi in the reader's language on half an A4 sheet."""
    left = SLIP.width - _QR - 5 * mm
    beside = [
        Text(say("resi-number"), NORMAL),
        plain(paper.number, _NUMBER),
        facts(_about(paper, say), width=left, label_width=_LABEL, style=NORMAL),
    ]
    story: list[Flowable] = [
        *kop(paper.office, SLIP.width, scale=0.72),
        Text(say("resi-title"), TITLE),
        grid([[beside, "", _code(paper, say)]], (left, 5 * mm, _QR), lines=False),
        Spacer(1, 6),
        facts(_whereabouts(paper, say), width=SLIP.width, label_width=_LABEL, style=NORMAL),
        *_handed_in(paper, say),
        Spacer(1, 8),
        Text(say("resi-free"), NORMAL_STRONG),
        Text(say("resi-how-at-counter" if paper.follows else "resi-how"), NORMAL),
    ]
    return write(
        paper,
        story,
        say,
        sheet=SLIP,
        title=f"{say('resi-title')} {paper.number}",
        number=paper.number,
        scannable=not paper.follows,
    )


def _about(paper: ResiPaper, say: Localizer) -> list[tuple[str, str | Text]]:
    lines: list[tuple[str, str | Text]] = [(say("paper-service"), paper.service)]
    if paper.applicant_name:
        lines.append((say("paper-applicant"), paper.applicant_name))
    if paper.about:
        lines.append((markup(paper.about_title) or say("disposisi-perihal"), paper.about))
    if paper.nik:
        lines.append((say("paper-nik"), masked(paper.nik)))
    return lines


def _whereabouts(paper: ResiPaper, say: Localizer) -> list[tuple[str, str | Text]]:
    step = position(paper.step_number, paper.steps, say)
    where = say("resi-step", position=step, lane=paper.lane_title)
    due = say("resi-no-due") if paper.due_at is None else say.full(paper.due_at)
    expected = paper.expected_at
    end = say("resi-not-expected") if expected is None else say.full(expected)
    return [
        (say("resi-received"), say.full(paper.received_at)),
        (say("resi-position"), Text(where, NORMAL)),
        (say("resi-due"), due),
        (say("resi-expected"), end),
    ]


def _handed_in(paper: ResiPaper, say: Localizer) -> list[Flowable]:
    if not paper.handed_in:
        return []
    return [
        Spacer(1, 6),
        Text(say("resi-handed-in"), NORMAL_STRONG),
        numbered(paper.handed_in, width=SLIP.width),
    ]


def _code(paper: ResiPaper, say: Localizer) -> list[Flowable]:
    scan = say("resi-scan-to-follow" if paper.follows else "resi-scan")
    return [Qr(paper.link, _QR), Spacer(1, 3), Text(scan, SMALL_PRINT)]
