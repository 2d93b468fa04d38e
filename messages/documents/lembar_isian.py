"""The lembar isian: everything that was told in a case, each answer whole."""

from collections.abc import Sequence

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from messages.documents.closing import stamped
from messages.documents.letterhead import kop
from messages.documents.sheet import FORM, write
from messages.documents.text import (
    CELL_HEAD,
    NORMAL,
    NORMAL_STRONG,
    TITLE,
    Text,
    facts,
    grid,
    plain,
)
from messages.localizer import Localizer
from workflow.papers import Filled, LembarIsianPaper

_COLUMNS = (8 * mm, 52 * mm, 110 * mm)
_LABEL = 34 * mm


def lembar_isian(paper: LembarIsianPaper, say: Localizer) -> bytes:
    """Draw the sheet: what whoever asks has told, then what the office has added."""
    about = (
        (say("paper-service"), paper.service),
        (say("kendali-number"), paper.number),
        (say("paper-applicant" if paper.names_applicant else "disposisi-perihal"), paper.subject),
        (say("isian-as-of"), stamped(paper.written_at, say)),
    )
    story: list[Flowable] = [
        *kop(paper.office, FORM.width),
        Text(say("isian-title"), TITLE),
        facts(about, width=FORM.width, label_width=_LABEL, style=NORMAL),
        *_part(say("isian-asked"), paper.asked, say),
        *_part(say("isian-added"), paper.added, say),
    ]
    title = f"{say('isian-title')} {paper.number}"
    return write(paper, story, say, sheet=FORM, title=title, number=paper.number)


def _part(heading: str, answers: Sequence[Filled], say: Localizer) -> list[Flowable]:
    if not answers:
        return []
    head = [Text(say(name), CELL_HEAD) for name in ("isian-no", "isian-question", "isian-answer")]
    rows = [
        [Text(str(number), NORMAL), plain(one.title, NORMAL), plain(one.value or "-", NORMAL)]
        for number, one in enumerate(answers, start=1)
    ]
    table = grid([head, *rows], _COLUMNS, head=1)
    return [Spacer(1, 8), Text(heading, NORMAL_STRONG), Spacer(1, 3), table]
