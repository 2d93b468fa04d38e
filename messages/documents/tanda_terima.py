"""The tanda terima: proof that the applicant took the answer."""

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from messages.documents.letterhead import kop
from messages.documents.qr import Qr
from messages.documents.sheet import FORM, write
from messages.documents.text import (
    CENTRED,
    NORMAL,
    NORMAL_STRONG,
    STRONG,
    TITLE,
    Text,
    facts,
    grid,
    plain,
)
from messages.localizer import Localizer
from workflow.collecting import Collector
from workflow.papers import TandaTerimaPaper

_QR = 30 * mm
_PEN = 16 * mm  # for a hand, where the answer is collected at the counter
_BELOW = ParagraphStyle("below", NORMAL, alignment=TA_CENTER)
_FOR: dict[Collector | None, str] = {
    Collector.FAMILY: "tanda-terima-for-family",
    Collector.PROXY: "tanda-terima-for-proxy",
}
_ITEMS = (10 * mm, 95 * mm, 65 * mm)


def tanda_terima(paper: TandaTerimaPaper, say: Localizer) -> bytes:
    """Draw the slip: who took what, when, and from whom."""
    left = FORM.width - _QR - 5 * mm
    pairs = (
        (say("tanda-terima-number"), paper.number),
        (say("paper-service"), paper.service),
        *([(say("paper-applicant"), paper.applicant_name)] if paper.applicant_name else []),
        (say("tanda-terima-at"), say.full(paper.received_at)),
    )
    about = facts(pairs, width=left, label_width=38 * mm)
    story: list[Flowable] = [
        *kop(paper.office, FORM.width),
        Text(say("tanda-terima-title"), TITLE),
        grid([[about, "", Qr(paper.link, _QR)]], (left, 5 * mm, _QR), lines=False),
        Spacer(1, 10),
        Text(say("tanda-terima-items")),
        Spacer(1, 4),
        _items(paper, say),
        Spacer(1, 10),
        Text(say("resi-free"), STRONG),
        Spacer(1, 14),
        KeepTogether(_hands(paper, say)),
    ]
    title = f"{say('tanda-terima-title')} {paper.number}"
    return write(paper, story, say, sheet=FORM, title=title, number=paper.number)


def _items(paper: TandaTerimaPaper, say: Localizer) -> Flowable:
    head = [
        Text(say("tanda-terima-item-no"), NORMAL_STRONG),
        Text(say("tanda-terima-item"), NORMAL_STRONG),
        Text(say("tanda-terima-item-number"), NORMAL_STRONG),
    ]
    rows = [
        [Text(str(number), NORMAL), plain(item.title, NORMAL), plain(item.number, NORMAL)]
        for number, item in enumerate(paper.items, start=1)
    ]
    return grid([head, *rows], _ITEMS, head=1)


def _hands(paper: TandaTerimaPaper, say: Localizer) -> list[Flowable]:
    """The two sides: who gave, who took."""
    half = FORM.width / 2
    whose = "" if paper.applicant_name == paper.received_by else paper.applicant_name
    if paper.collector in _FOR and paper.applicant_name:
        whose = say(_FOR[paper.collector], name=paper.applicant_name)
    hands = [
        [Text(say("tanda-terima-giver"), CENTRED), Text(say("tanda-terima-taker"), CENTRED)],
        [Spacer(1, _PEN), Spacer(1, _PEN)],
        [plain(paper.giver_name, CENTRED), plain(paper.received_by, CENTRED)],
        [plain(paper.handed_over_by, _BELOW), plain(whose, _BELOW)],
    ]
    return [
        grid(hands, (half, half), lines=False),
        Spacer(1, 10),
        Text(say(_electronic(paper)), NORMAL),
    ]


def _electronic(paper: TandaTerimaPaper) -> str:
    """Who said so by a press: at the counter the office alone, and a hand signs for the other."""
    return "tanda-terima-electronic" if paper.collector is None else "tanda-terima-at-counter"
