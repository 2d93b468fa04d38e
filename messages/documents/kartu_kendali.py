"""The kartu kendali: who held the file, from when to when."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from messages.documents.closing import stamped
from messages.documents.letterhead import kop
from messages.documents.sheet import WIDE, write
from messages.documents.text import (
    CELL,
    CELL_HEAD,
    CELL_MARK,
    CELL_RIGHT,
    CELL_STRONG,
    NORMAL,
    NORMAL_STRONG,
    SHADE,
    TITLE,
    Text,
    bounded,
    brief,
    facts,
    grid,
    plain,
)
from messages.formatting import hours_minutes_seconds, initials
from messages.localizer import Localizer
from workflow.case import Defect
from workflow.papers import KartuKendaliPaper, KartuKendaliRow, MarkedItem
from workflow.people import Barred

_MILLIMETRES = (8, 37, 39, 38, 19, 19, 25, 17, 18, 16, 23, 18)
_COLUMNS = tuple(width * mm for width in _MILLIMETRES)
_THIRD = WIDE.width / 3
_SHORT_LINES = 4
_SHORT = 60  # letters of a note and its items that stand in the row; more stand below the table


def kartu_kendali(paper: KartuKendaliPaper, say: Localizer) -> bytes:
    """Draw the card. Spans are in working hours; each sum is the sum of what is shown."""
    story: list[Flowable] = [
        *kop(paper.office, WIDE.width, scale=0.72),
        Text(say("kendali-title"), TITLE),
        _about(paper, say),
        Spacer(1, 4),
        Text(_legend(paper, say), CELL),
        Spacer(1, 4),
        _table(paper, say),
        *_notes(paper.rows, say),
    ]
    return write(
        paper,
        story,
        say,
        sheet=WIDE,
        title=f"{say('kendali-title')} {paper.number}",
        number=paper.number,
    )


def _legend(paper: KartuKendaliPaper, say: Localizer) -> str:
    zone = f"{paper.opened_at.astimezone(say.zone):%Z}"
    applicant = any(row.by_applicant for row in paper.rows)
    return say("kendali-legend" if applicant else "kendali-legend-office", zone=zone)


def _about(paper: KartuKendaliPaper, say: Localizer) -> Flowable:
    closed = say("kendali-open") if paper.closed_at is None else stamped(paper.closed_at, say)
    whose = say("paper-applicant" if paper.names_applicant else "disposisi-perihal")
    columns = (
        [(say("kendali-number"), paper.number), (say("paper-service"), paper.service)],
        [(whose, paper.subject)],
        [
            (say("kendali-opened"), stamped(paper.opened_at, say)),
            (say("kendali-closed"), closed),
        ],
    )
    cells = [
        facts(pairs, width=_THIRD - 4 * mm, label_width=26 * mm, style=NORMAL) for pairs in columns
    ]
    return grid([cells], (_THIRD,) * 3, lines=False)


def _table(paper: KartuKendaliPaper, say: Localizer) -> Flowable:
    heads = (
        say("kendali-no"),
        say("kendali-step"),
        say("kendali-holder"),
        say("kendali-from"),
        say("kendali-received"),
        say("kendali-done"),
        say("kendali-limit"),
        say("kendali-waiting"),
        say("kendali-working"),
        say("kendali-over"),
        say("kendali-outcome"),
        say("kendali-paraf"),
    )
    rows = [_row(number, row, say) for number, row in enumerate(paper.rows, start=1)]
    totals = _totals(paper.rows, say)
    first = -len(totals) - 1
    style: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, first), (-1, -2), SHADE),
        ("SPAN", (0, -1), (-1, -1)),
        # The sums take the last row along: no page bears them alone.
        ("NOSPLIT", (0, first - 1 if rows else first), (-1, -1)),
    ]
    for line in range(first, -1):
        style += [("SPAN", (0, line), (6, line)), ("SPAN", (9, line), (-1, line))]
    summary = [Text(_summary(paper.rows, say), NORMAL_STRONG), Text(_late(paper.rows, say), NORMAL)]
    heads_of_columns = [Text(head, CELL_HEAD) for head in heads]
    end = [summary, *[""] * (len(_COLUMNS) - 1)]
    return grid([heads_of_columns, *rows, *totals, end], _COLUMNS, head=1, more=style)


def _row(number: int, row: KartuKendaliRow, say: Localizer) -> list[object]:
    due = "" if row.due_at is None else stamped(row.due_at, say)
    return [
        Text(str(number), CELL),
        [
            Text(say("kendali-step-number", step=bounded(row.step_number)), CELL_STRONG),
            brief(row.step_title, CELL),
        ],
        [brief(row.lane_title, CELL_STRONG), brief(row.person_name, CELL)],
        _given(row, say),
        plain("" if row.received_at is None else stamped(row.received_at, say), CELL),
        plain("" if row.done_at is None else stamped(row.done_at, say), CELL),
        [brief(row.limit_text, CELL), plain(due, CELL)],
        _span(row.waiting),
        _span(row.working),
        _over(row.over, say),
        [_outcome(row, say), *_note(number, row, say)],
        _parafs(row, say),
    ]


def _given(row: KartuKendaliRow, say: Localizer) -> list[Flowable]:
    """Who handed the file over and when; nobody hands over what an applicant begins."""
    giver = [brief(row.from_title, CELL_STRONG), brief(row.from_name, CELL)]
    return [*(giver if row.from_title else []), Text(stamped(row.handed_over_at, say), CELL)]


def _outcome(row: KartuKendaliRow, say: Localizer) -> Flowable:
    if row.recalled:
        return Text(say("kendali-recalled"), CELL)
    if row.undone_at is not None:
        struck = say("kendali-undone", outcome=bounded(row.outcome_label))
        return Text(f"{struck} {stamped(row.undone_at, say)}", CELL)
    if row.done_at is not None:
        return brief(row.outcome_label, CELL)
    if row.received_at is not None:
        return Text(say("kendali-in-hand"), CELL)
    return Text(say("kendali-not-taken"), CELL)


def _note(number: int, row: KartuKendaliRow, say: Localizer) -> list[Flowable]:
    if _is_short(row):
        return _remarks(row, say, CELL_MARK)
    return [Text(say("kendali-see-note", number=number), CELL_MARK)]


def _remarks(row: KartuKendaliRow, say: Localizer, style: ParagraphStyle) -> list[Flowable]:
    """The note, and under it each item that was found wanting."""
    note = [plain(row.note, style)] if row.note else []
    match row.alone:
        case Barred.OWN_REQUEST:
            note.append(Text(say("kendali-own-request"), style))
        case Barred.OWN_PARAF:
            note.append(Text(say("kendali-own-paraf"), style))
    return [*note, *(Text(_mark(mark, say), style) for mark in row.marks)]


def _mark(mark: MarkedItem, say: Localizer) -> str:
    match mark.defect:
        case Defect.MISSING:
            return say("kendali-mark-missing", title=mark.title)
        case Defect.UNCLEAR:
            return say("kendali-mark-unclear", title=mark.title)
    return say("kendali-mark-wrong", title=mark.title)


def _is_short(row: KartuKendaliRow) -> bool:
    # What a rule was waived for is a sentence of its own, below the table.
    if row.alone is not None:
        return False
    letters = len(row.note) + sum(len(mark.title) for mark in row.marks)
    return letters <= _SHORT and row.note.count("\n") < _SHORT_LINES


def _notes(rows: Sequence[KartuKendaliRow], say: Localizer) -> list[Flowable]:
    """The notes too long for their rows, in full."""
    long = [(number, row) for number, row in enumerate(rows, start=1) if not _is_short(row)]
    if not long:
        return []
    story: list[Flowable] = [Spacer(1, 8), Text(say("kendali-notes"), NORMAL_STRONG)]
    for number, row in long:
        story += [
            Spacer(1, 3),
            Text(say("kendali-note-of", number=number, lane=row.lane_title), CELL_STRONG),
            *_remarks(row, say, CELL),
        ]
    return story


def _parafs(row: KartuKendaliRow, say: Localizer) -> list[Flowable]:
    """Two marks: the holder took the file, the holder handed it on."""
    mark = initials(row.person_name)
    marks = []
    if row.received_at is not None:
        marks.append(Text(say("kendali-paraf-in", mark=mark), CELL_MARK))
    if row.done_at is not None and not row.recalled:
        marks.append(Text(say("kendali-paraf-out", mark=mark), CELL_MARK))
    return marks


def _totals(rows: Sequence[KartuKendaliRow], say: Localizer) -> list[list[object]]:
    """What lay with the applicant, if anything did, and with the office: two kinds of time."""
    applicants = [row for row in rows if row.by_applicant]
    sums = [_total(say("kendali-total-office"), [row for row in rows if not row.by_applicant])]
    return [_total(say("kendali-total-applicant"), applicants), *sums] if applicants else sums


def _total(label: str, rows: Sequence[KartuKendaliRow]) -> list[object]:
    waiting, working = _sum(row.waiting for row in rows), _sum(row.working for row in rows)
    return [Text(label, CELL_STRONG), *[""] * 6, _span(waiting), _span(working), *[""] * 3]


def _summary(rows: Sequence[KartuKendaliRow], say: Localizer) -> str:
    """Every second of the file's life in one place: what stands here adds up."""
    offices = [row for row in rows if not row.by_applicant]
    applicant = _sum(row.waiting + row.working for row in rows if row.by_applicant)
    waiting, working = _sum(row.waiting for row in offices), _sum(row.working for row in offices)
    outside = _sum(row.outside for row in rows)
    spans = {
        "life": hours_minutes_seconds(applicant + waiting + working + outside),
        "waiting": hours_minutes_seconds(waiting),
        "working": hours_minutes_seconds(working),
        "outside": hours_minutes_seconds(outside),
    }
    if not any(row.by_applicant for row in rows):
        return say("kendali-life-office", **spans)
    return say("kendali-life", applicant=hours_minutes_seconds(applicant), **spans)


def _late(rows: Sequence[KartuKendaliRow], say: Localizer) -> str:
    """How many of the office's steps ran over; the applicant's own is not the office's lateness."""
    offices = [row for row in rows if not row.by_applicant]
    late = sum(1 for row in offices if row.over is not None and row.over > timedelta())
    return say("kendali-late-rows", late=late, rows=len(offices))


def _sum(spans: Iterable[timedelta]) -> timedelta:
    return sum(spans, timedelta())


def _span(span: timedelta) -> Text:
    return Text(hours_minutes_seconds(span), CELL_RIGHT)


def _over(over: timedelta | None, say: Localizer) -> Flowable | str:
    if over is None:
        return Text(say("kendali-no-limit-mark"), CELL_RIGHT)
    if over > timedelta():
        return Text(say("kendali-late", span=hours_minutes_seconds(over)), CELL_RIGHT)
    return Text(say("kendali-in-time", span=hours_minutes_seconds(-over)), CELL_RIGHT)
