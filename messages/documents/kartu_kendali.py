"""The kartu kendali: who held the file, from when to when."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from messages.custody import note_sentences
from messages.documents.closing import stamped
from messages.documents.kartu_kendali_sums import late_rows, span_cell, summary, totals
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
from workflow.case import CaseState, Defect
from workflow.paper_rows import KartuKendaliRow, MarkedItem, PauseLine
from workflow.papers import KartuKendaliPaper
from workflow.pauses import PauseEnd, Whose
from workflow.people import Barred

_MILLIMETRES = (8, 37, 39, 38, 19, 19, 25, 17, 18, 16, 23, 18)
_COLUMNS = tuple(width * mm for width in _MILLIMETRES)
_THIRD = WIDE.width / 3
_SHORT_LINES = 4
_LEFT = {
    CaseState.WITHDRAWN: "kendali-left-withdrawn",
    CaseState.LAPSED: "kendali-left-lapsed",
}
_LONGEST_WORDS = 400
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
    legend = say("kendali-legend" if applicant else "kendali-legend-office", zone=zone)
    paused = any(row.pause is not None for row in paper.rows)
    return f"{legend} {say('kendali-legend-paused')}" if paused else legend


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
    sums = totals(paper.rows, say)
    first = -len(sums) - 1
    style: list[tuple[Any, ...]] = [
        ("BACKGROUND", (0, first), (-1, -2), SHADE),
        ("SPAN", (0, -1), (-1, -1)),
        # The sums take the last row along: no page bears them alone.
        ("NOSPLIT", (0, first - 1 if rows else first), (-1, -1)),
    ]
    for line in range(first, -1):
        style += [("SPAN", (0, line), (6, line)), ("SPAN", (9, line), (-1, line))]
    life = [Text(summary(paper.rows, say), NORMAL_STRONG), Text(late_rows(paper.rows, say), NORMAL)]
    heads_of_columns = [Text(head, CELL_HEAD) for head in heads]
    end = [life, *[""] * (len(_COLUMNS) - 1)]
    return grid([heads_of_columns, *rows, *sums, end], _COLUMNS, head=1, more=style)


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
        [brief(row.limit_text, CELL), plain(due, CELL)] if row.last else "",
        span_cell(row.waiting + row.held),
        span_cell(row.working) if row.pause is None else "",
        _over(row.over, say) if row.last else "",
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
    if row.left_as is not None:
        return Text(say(_LEFT[row.left_as]), CELL)
    if row.done_at is not None and row.last:
        return brief(row.outcome_label, CELL)
    if row.pause is not None:
        asked = row.pause.whose is Whose.APPLICANT
        return Text(say("kendali-asked" if asked else "kendali-held"), CELL)
    if row.done_at is not None:
        return Text(say("kendali-broken-off"), CELL)
    if row.received_at is not None:
        return Text(say("kendali-in-hand"), CELL)
    return Text(say("kendali-not-taken"), CELL)


def _note(number: int, row: KartuKendaliRow, say: Localizer) -> list[Flowable]:
    if _is_short(row):
        return _remarks(row, say, CELL_MARK)
    return [Text(say("kendali-see-note", number=number), CELL_MARK)]


def _remarks(row: KartuKendaliRow, say: Localizer, style: ParagraphStyle) -> list[Flowable]:
    """The note, what the file waited for, and under it each item that was found wanting."""
    note = [plain(row.note, style)] if row.note else []
    note += [plain(said, style) for said in _waited_for(row, say)]
    match row.alone:
        case Barred.OWN_REQUEST:
            note.append(Text(say("kendali-own-request"), style))
        case Barred.OWN_PARAF:
            note.append(Text(say("kendali-own-paraf"), style))
    for one in row.notes:
        said = note_sentences(one, stamped(one.at, say), say, longest=_LONGEST_WORDS)
        note += [Text(line, style) for line in said]
    return [*note, *(Text(_mark(mark, say), style) for mark in row.marks)]


def _waited_for(row: KartuKendaliRow, say: Localizer) -> list[str]:
    """The pause that the row is, and holds in it for which the limit did not wait."""
    said = [
        say("kendali-unstopped-words", by=one.begun_as, words=one.words) for one in row.unstopped
    ]
    return said if row.pause is None else [*said, " ".join(_paused(row.pause, say))]


def _paused(pause: PauseLine, say: Localizer) -> Iterator[str]:
    """Why, until when, with whose agreement, and what ended it."""
    asked = pause.whose is Whose.APPLICANT
    sentence = "kendali-asked-words" if asked else "kendali-held-words"
    yield say(sentence, by=pause.begun_as, words=pause.words)
    if pause.until is not None:
        yield say("kendali-held-until", until=pause.until)
    if pause.agreed_as:
        yield say("kendali-held-agreed", by=pause.agreed_as)
    match pause.ending:
        case PauseEnd.LIFTED:
            yield say("kendali-lifted", by=pause.ended_as)
        case PauseEnd.ANSWERED:
            yield say("kendali-held-answered")
        case PauseEnd.DECIDED:
            yield say("kendali-held-decided")
        case PauseEnd.TAKEN_BACK:
            yield say("kendali-held-taken-back")


def _mark(mark: MarkedItem, say: Localizer) -> str:
    match mark.defect:
        case Defect.MISSING:
            return say("kendali-mark-missing", title=mark.title)
        case Defect.UNCLEAR:
            return say("kendali-mark-unclear", title=mark.title)
    return say("kendali-mark-wrong", title=mark.title)


def _is_short(row: KartuKendaliRow) -> bool:
    # What a rule was waived for is a sentence of its own, below the table.
    if row.alone is not None or row.notes:
        return False
    if row.pause is not None or row.unstopped:
        return False
    letters = len(row.note) + sum(len(mark.title) for mark in row.marks)
    return letters <= _SHORT and row.note.count("\n") < _SHORT_LINES


def _notes(rows: Sequence[KartuKendaliRow], say: Localizer) -> list[Flowable]:
    """The notes too long for their rows, in full."""
    long = [(number, row) for number, row in enumerate(rows, start=1) if not _is_short(row)]
    if not long:
        return []
    # No page ends with the heading alone, nor with whose note it is.
    story: list[Flowable] = [Spacer(1, 8), CondPageBreak(16 * mm)]
    story.append(Text(say("kendali-notes"), NORMAL_STRONG))
    for number, row in long:
        story += [
            Spacer(1, 3),
            CondPageBreak(8 * mm),
            Text(say("kendali-note-of", number=number, lane=row.lane_title), CELL_STRONG),
            *_remarks(row, say, CELL),
        ]
    return story


def _parafs(row: KartuKendaliRow, say: Localizer) -> list[Flowable]:
    """Two marks: the holder took the file, the holder handed it on."""
    mark = initials(row.person_name)
    marks = []
    if row.taken_here and row.received_at is not None:
        marks.append(Text(say("kendali-paraf-in", mark=mark), CELL_MARK))
    if row.last and row.done_at is not None and not row.recalled:
        marks.append(Text(say("kendali-paraf-out", mark=mark), CELL_MARK))
    return marks


def _over(over: timedelta | None, say: Localizer) -> Flowable | str:
    if over is None:
        return Text(say("kendali-no-limit-mark"), CELL_RIGHT)
    if over > timedelta():
        return Text(say("kendali-late", span=hours_minutes_seconds(over)), CELL_RIGHT)
    return Text(say("kendali-in-time", span=hours_minutes_seconds(-over)), CELL_RIGHT)
