"""The SK Tim: the decision that names a team."""

from collections.abc import Sequence

from reportlab.lib.colors import black
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from messages.documents.closing import signature
from messages.documents.letterhead import kop
from messages.documents.sheet import LETTER, write
from messages.documents.text import (
    CENTRED,
    HAIRLINE,
    NORMAL,
    NORMAL_STRONG,
    STRONG,
    TITLE,
    Text,
    bounded,
    brief,
    grid,
    plain,
)
from messages.fonts import markup
from messages.formatting import nip
from messages.localizer import Localizer
from workflow.papers import SkTimPaper

_HEADING = ParagraphStyle("heading", TITLE, fontSize=11.5, leading=15, spaceBefore=0, spaceAfter=0)
_LABEL = 30 * mm
_DECISION = (_LABEL, 4 * mm, LETTER.width - _LABEL - 4 * mm)
_CLAUSES = (_LABEL, 4 * mm, 7 * mm, LETTER.width - _LABEL - 11 * mm)
_MEMBERS = (9 * mm, 52 * mm, 57 * mm, 42 * mm)
_BEGUN = 30 * mm  # room for the title of the team's table, its head and a first member
_UNNUMBERED = "……"  # of a draft
_ORDINALS = (
    "KESATU",
    "KEDUA",
    "KETIGA",
    "KEEMPAT",
    "KELIMA",
    "KEENAM",
    "KETUJUH",
    "KEDELAPAN",
    "KESEMBILAN",
    "KESEPULUH",
)


def sk_tim(paper: SkTimPaper, say: Localizer) -> bytes:
    """Draw the decision; one without a signing time says on every page that it is a draft."""
    story: list[Flowable] = [
        *kop(paper.office, LETTER.width),
        *_heading(paper, say),
        *_clauses(say("sk-considering"), _lettered(_reasons(paper, say))),
        *_clauses(say("sk-remembering"), _numbered(_closed(paper.remembering))),
        Spacer(1, 6),
        Text(say("sk-decides"), ParagraphStyle("decides", CENTRED, fontName=STRONG.fontName)),
        Spacer(1, 6),
        *_stipulation(paper, say),
        *_decisions(_deciding(paper, say)),
        Spacer(1, 8),
        CondPageBreak(_BEGUN),
        Text(say("sk-members"), STRONG),
        Spacer(1, 4),
        _team(paper, say),
    ]
    return write(
        paper,
        story,
        say,
        sheet=LETTER,
        title=f"SK Tim {paper.service} {paper.subject}",
        number=paper.number,
        draft=paper.decided_at is None,
    )


def _about(paper: SkTimPaper, say: Localizer) -> str:
    """What the decision is on, in capitals."""
    return say("sk-on", service=paper.service.upper(), subject=paper.subject.upper())


def _reasons(paper: SkTimPaper, say: Localizer) -> list[Text]:
    need = say("sk-need", service=paper.service, subject=paper.subject)
    return [Text(need), Text(say("sk-fit"))]


def _closed(clauses: Sequence[str]) -> list[Text]:
    """Each ends with a semicolon and the last with a full stop, however it was written."""
    bare = [clause.rstrip(" .;") for clause in clauses]
    ends = [";"] * (len(bare) - 1) + ["."]
    return [plain(clause + end) for clause, end in zip(bare, ends, strict=False)]


def _deciding(paper: SkTimPaper, say: Localizer) -> list[Text]:
    works = [work.rstrip(" .;") for work in paper.work]
    tasks = [f"{say('sk-work')} {markup(work[:1].lower() + work[1:])}." for work in works]
    return [Text(sentence) for sentence in (say("sk-form"), *tasks, say("sk-from-today"))]


def _heading(paper: SkTimPaper, say: Localizer) -> list[Flowable]:
    decider = _decider(paper)
    return [
        Text(say("sk-title", decider=decider), _HEADING),
        Text(say("sk-number", number=paper.number or _UNNUMBERED), _HEADING),
        Spacer(1, 6),
        Text(say("sk-about"), _HEADING),
        Spacer(1, 6),
        Text(_about(paper, say), _HEADING),
        Spacer(1, 6),
        Text(say("sk-by", decider=decider), _HEADING),
        Spacer(1, 12),
    ]


def _lettered(clauses: Sequence[Text]) -> list[tuple[str, Text]]:
    return [(f"{chr(ord('a') + at % 26)}.", clause) for at, clause in enumerate(clauses)]


def _numbered(clauses: Sequence[Text]) -> list[tuple[str, Text]]:
    return [(f"{number}.", clause) for number, clause in enumerate(clauses, start=1)]


def _stipulation(paper: SkTimPaper, say: Localizer) -> list[Flowable]:
    decision = Text(f"{say('sk-decision', decider=_decider(paper))} {_about(paper, say)}.")
    row = [Text(say("sk-stipulating")), Text(":"), decision]
    return [_hanging([row], _DECISION)]


def _decider(paper: SkTimPaper) -> str:
    return (paper.signatory.on_behalf_of or paper.signatory.jabatan_title).upper()


def _decisions(decisions: Sequence[Text]) -> list[Flowable]:
    rows = []
    for at, decision in enumerate(decisions):
        ordinal = _ORDINALS[at] if at < len(_ORDINALS) else f"KE-{at + 1}"
        rows.append([Text(ordinal), Text(":"), decision])
    return [_hanging(rows, _DECISION)] if rows else []


def _clauses(label: str, clauses: Sequence[tuple[str, Text]]) -> list[Flowable]:
    rows = [
        [
            Text(label if at == 0 else ""),
            Text(":" if at == 0 else ""),
            Text(mark),
            clause,
        ]
        for at, (mark, clause) in enumerate(clauses)
    ]
    return [_hanging(rows, _CLAUSES)] if rows else []


def _hanging(rows: list[list[Flowable]], widths: Sequence[float]) -> Flowable:
    return grid(rows, widths, lines=False, more=[("BOTTOMPADDING", (0, 0), (-1, -1), 4)])


def _team(paper: SkTimPaper, say: Localizer) -> Flowable:
    """The members, and in the table's last row the signature: it takes one of them along.

    So the table may go on over pages, under its head, and no signature stands alone.
    """
    members = _members(paper, say)
    return grid(
        [*members, [_signed(paper, say), *[""] * (len(_MEMBERS) - 1)]],
        _MEMBERS,
        head=1,
        lines=False,
        more=[
            ("GRID", (0, 0), (-1, -2), HAIRLINE, black),
            ("LEFTPADDING", (0, 0), (-1, -2), 3),
            ("RIGHTPADDING", (0, 0), (-1, -2), 3),
            ("TOPPADDING", (0, 0), (-1, -2), 2),
            ("BOTTOMPADDING", (0, 0), (-1, -2), 3),
            ("SPAN", (0, -1), (-1, -1)),
            ("NOSPLIT", (0, -min(len(members), 2)), (-1, -1)),
        ],
    )


def _members(paper: SkTimPaper, say: Localizer) -> list[list[object]]:
    head = [
        Text(say("sk-member-no"), NORMAL_STRONG),
        Text(say("sk-member-name"), NORMAL_STRONG),
        Text(say("sk-member-jabatan"), NORMAL_STRONG),
        Text(say("sk-member-role"), NORMAL_STRONG),
    ]
    rows: list[list[object]] = []
    for number, member in enumerate(paper.members, start=1):
        name = [brief(member.name, NORMAL)]
        if member.nip:
            name.append(Text(say("paper-nip", nip=bounded(nip(member.nip))), NORMAL))
        rows.append(
            [
                Text(str(number), NORMAL),
                name,
                brief(member.jabatan, NORMAL),
                Text(say("sk-role-leader" if member.leads else "sk-role"), NORMAL),
            ]
        )
    return [list(head), *rows]


def _signed(paper: SkTimPaper, say: Localizer) -> list[Flowable]:
    at = paper.decided_at
    when = [
        Text(say("sk-decided-in", place=bounded(paper.office.place))),
        Text(say("sk-decided-on", day=say.day(paper.decided_on))),
        Spacer(1, 4),
    ]
    return signature(
        paper.signatory,
        say,
        width=LETTER.width,
        link=paper.link,
        mark=None if at is None else say("sk-decided", at=say.full(at)),
        before=when,
    )
