"""The surat jawaban: the office's answer, as an official letter."""

from itertools import chain

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Indenter, KeepTogether, Spacer

from messages.documents.closing import enclosed, paraf_column, signature, tembusan
from messages.documents.letterhead import kop
from messages.documents.sheet import LETTER, write
from messages.documents.text import JUSTIFIED, RIGHT, Text, facts, grid, plain
from messages.localizer import Localizer
from workflow.papers import SuratJawabanPaper

_INDENT = 12.5 * mm
_LABEL = 22 * mm
_META = 115 * mm  # Nomor, Sifat, Lampiran, Hal: a long one still leaves the right side free
_DATE = 68 * mm  # "Kota Contoh, 23 November 2026" on one line
_SHORT = 700  # letters of a last paragraph that goes to a new page with the signature


def surat_jawaban(paper: SuratJawabanPaper, say: Localizer) -> bytes:
    """Draw the letter; one without a signing time says on every page that it is a draft.

    Parafs belong to the office's draft: the letter that goes out does not bear them.
    """
    body, last = _body(paper)
    story: list[Flowable] = [
        *kop(paper.office, LETTER.width),
        _head(paper, say),
        Spacer(1, 14),
        _recipient(paper, say),
        Spacer(1, 12),
        *body,
        KeepTogether(
            [
                *last,
                *_signature(paper, say),
            ]
        ),
        *([] if paper.signed_at is not None else paraf_column(paper.parafs, say)),
        *enclosed(paper.enclosed, say),
        *tembusan(paper.tembusan, say),
    ]
    title = f"{paper.hal} {paper.number}".strip()
    draft = paper.signed_at is None
    footer = "" if draft else paper.office.footer
    return write(
        paper,
        story,
        say,
        sheet=LETTER,
        title=title,
        number=paper.number,
        draft=draft,
        footer=footer,
    )


def _signature(paper: SuratJawabanPaper, say: Localizer) -> list[Flowable]:
    """Nothing where no step signs the letter: no block is drawn for nobody."""
    if paper.signatory is None:
        return []
    signed = paper.signed_at
    return signature(
        paper.signatory,
        say,
        width=LETTER.width,
        link=paper.link,
        sealed=paper.seal_to_come,
        mark=None if signed is None else say("paper-signed", at=say.full(signed)),
    )


def _head(paper: SuratJawabanPaper, say: Localizer) -> Flowable:
    """The number beside place and day; what follows may be wider, for a long "Hal"."""
    left = LETTER.width - _DATE
    number = [(say("letter-number"), paper.number)]
    others = (
        (say("letter-sifat"), paper.sifat),
        (say("letter-lampiran"), paper.lampiran),
        (say("letter-hal"), paper.hal),
    )
    written = plain(f"{paper.office.place}, {say.day(paper.letter_on)}", RIGHT)
    return grid(
        [
            [facts(number, width=left - 4 * mm, label_width=_LABEL), written],
            [facts(others, width=_META, label_width=_LABEL), ""],
        ],
        (left, _DATE),
        lines=False,
        more=[("SPAN", (0, 1), (1, 1)), ("BOTTOMPADDING", (0, 0), (0, 0), 0)],
    )


def _recipient(paper: SuratJawabanPaper, say: Localizer) -> Flowable:
    lines = [plain(line) for line in paper.recipient]
    return grid([[Text(say("letter-to")), lines]], (11 * mm, 90 * mm), lines=False)


def _body(paper: SuratJawabanPaper) -> tuple[list[Flowable], list[Flowable]]:
    """The paragraphs, and apart the last one, if it is short enough to move with the signature."""
    paragraphs: list[list[Flowable]] = [[plain(text, JUSTIFIED)] for text in paper.body]
    if paper.facts:
        table = grid(
            [[plain(label), Text(":"), plain(value)] for label, value in paper.facts],
            (50 * mm, 4 * mm, LETTER.width - _INDENT - 54 * mm),
            lines=False,
        )
        paragraphs.insert(1, [Indenter(_INDENT), table, Indenter(-_INDENT), Spacer(1, 6)])
    if paper.body and len(paper.body[-1]) <= _SHORT:
        return list(chain(*paragraphs[:-1])), paragraphs[-1]
    return list(chain(*paragraphs)), []
