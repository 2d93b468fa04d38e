"""The lembar disposisi: a letter's way down the office, instruction by instruction."""

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from messages.documents.closing import stamped
from messages.documents.letterhead import kop
from messages.documents.sheet import FORM, write
from messages.documents.text import (
    CELL_HEAD,
    NORMAL,
    NORMAL_MARK,
    NORMAL_STRONG,
    TITLE,
    Text,
    facts,
    grid,
    numbered,
    plain,
)
from messages.formatting import initials
from messages.localizer import Localizer
from workflow.papers import Instruction, LembarDisposisiPaper

_COLUMNS = (8 * mm, 37 * mm, 33 * mm, 52 * mm, 23 * mm, 17 * mm)
_LABEL = 24 * mm
_HALF = FORM.width / 2


def lembar_disposisi(paper: LembarDisposisiPaper, say: Localizer) -> bytes:
    """Draw the sheet with every instruction given so far."""
    story: list[Flowable] = [
        *kop(paper.office, FORM.width),
        Text(say("disposisi-title"), TITLE),
        _letter(paper, say),
        *_forwarded(paper, say),
        Spacer(1, 8),
        Text(say("disposisi-instructions"), NORMAL_STRONG),
        Spacer(1, 3),
        _instructions(paper, say),
        *_opinions(paper, say),
    ]
    title = f"{say('disposisi-title')} {paper.nomor_agenda}"
    return write(paper, story, say, sheet=FORM, title=title, number=paper.nomor_agenda)


def _letter(paper: LembarDisposisiPaper, say: Localizer) -> Flowable:
    letter_on = "" if paper.letter_on is None else say.day(paper.letter_on)
    boxes = (
        ((say("disposisi-from"), paper.letter_from), (say("disposisi-agenda"), paper.nomor_agenda)),
        (
            (say("disposisi-number"), paper.letter_number),
            (say("disposisi-received"), stamped(paper.received_at, say)),
        ),
        ((say("disposisi-letter-on"), letter_on), (say("disposisi-sifat"), paper.sifat)),
    )
    rows = [[_box(left, _HALF), _box(right, _HALF)] for left, right in boxes]
    rows.append([_box((say("disposisi-perihal"), paper.perihal), FORM.width), ""])
    return grid(rows, (_HALF, _HALF), more=[("SPAN", (0, -1), (-1, -1))])


def _box(pair: tuple[str, str], width: float) -> Flowable:
    label, value = pair
    return facts([(label, value or "-")], width=width - 2 * mm, label_width=_LABEL, style=NORMAL)


def _forwarded(paper: LembarDisposisiPaper, say: Localizer) -> list[Flowable]:
    if not paper.forwarded_to:
        return []
    return [
        Spacer(1, 8),
        Text(say("disposisi-forwarded"), NORMAL_STRONG),
        numbered(paper.forwarded_to, width=FORM.width),
    ]


def _opinions(paper: LembarDisposisiPaper, say: Localizer) -> list[Flowable]:
    """What was said by those whom somebody asked on the way."""
    if not paper.opinions:
        return []
    told = [
        say(
            "disposisi-opinion",
            title=one.title,
            name=one.name,
            at=stamped(one.at, say),
            opinion=one.text,
        )
        for one in paper.opinions
    ]
    return [
        Spacer(1, 8),
        Text(say("disposisi-opinions"), NORMAL_STRONG),
        numbered(told, width=FORM.width),
    ]


def _instructions(paper: LembarDisposisiPaper, say: Localizer) -> Flowable:
    heads = (
        say("disposisi-no"),
        say("disposisi-giver"),
        say("disposisi-to"),
        say("disposisi-text"),
        say("disposisi-at"),
        say("disposisi-paraf"),
    )
    rows = [
        _row(number, instruction, say)
        for number, instruction in enumerate(paper.instructions, start=1)
    ]
    return grid([[Text(head, CELL_HEAD) for head in heads], *rows], _COLUMNS, head=1)


def _row(number: int, instruction: Instruction, say: Localizer) -> list[object]:
    giver = f"{instruction.capacity} {instruction.from_title}".strip()
    return [
        Text(str(number), NORMAL),
        [plain(giver, NORMAL_STRONG), plain(instruction.name, NORMAL)],
        plain(instruction.to_title, NORMAL),
        plain(instruction.text, NORMAL),
        Text(stamped(instruction.at, say), NORMAL),
        plain(initials(instruction.name), NORMAL_MARK),
    ]
