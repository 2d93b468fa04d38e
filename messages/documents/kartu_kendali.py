"""The kartu kendali: who held the file, from when to when."""

from collections.abc import Sequence
from datetime import timedelta

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from messages.documents.closing import initials, stamped
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
    facts,
    grid,
    plain,
)
from messages.formatting import hours_minutes_seconds
from messages.localizer import Localizer
from workflow.papers import KartuKendaliPaper, KartuKendaliRow

_MILLIMETRES = (8, 41, 39, 35, 19, 19, 25, 17, 18, 17, 20, 19)
_COLUMNS = tuple(width * mm for width in _MILLIMETRES)
_THIRD = WIDE.width / 3
_SHORT = 60  # letters of a note that stands in its row; a longer one stands below the table


def kartu_kendali(paper: KartuKendaliPaper, say: Localizer) -> bytes:
    """Draw the card. Spans are in working hours; each sum is the sum of what is shown."""
    story: list[Flowable] = [
        *kop(paper.office, WIDE.width, scale=0.72),
        Text(say("kendali-title"), TITLE),
        _about(paper, say),
        Spacer(1, 6),
        _table(paper, say),
        Spacer(1, 4),
        Text(_summary(paper.rows, say), NORMAL_STRONG),
        Text(say("kendali-legend", zone=f"{paper.opened_at.astimezone(say.zone):%Z}"), CELL),
        *_notes(paper.rows, say),
    ]
    return write(paper, story, say, sheet=WIDE, title=f"{say('kendali-title')} {paper.number}")


def _about(paper: KartuKendaliPaper, say: Localizer) -> Flowable:
    closed = say("kendali-open") if paper.closed_at is None else stamped(paper.closed_at, say)
    due = say("kendali-no-limit") if paper.due_at is None else stamped(paper.due_at, say)
    columns = (
        [(say("kendali-number"), paper.number), (say("paper-service"), paper.service)],
        [
            (say("paper-applicant"), paper.applicant_name),
            (say("kendali-opened"), stamped(paper.opened_at, say)),
        ],
        [(say("kendali-due"), due), (say("kendali-closed"), closed)],
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
    return grid(
        [[Text(head, CELL_HEAD) for head in heads], *rows, _totals(paper.rows, say)],
        _COLUMNS,
        head=1,
        more=[("BACKGROUND", (0, -1), (-1, -1), SHADE), ("SPAN", (0, -1), (6, -1))],
    )


def _row(number: int, row: KartuKendaliRow, say: Localizer) -> list[object]:
    due = "" if row.due_at is None else stamped(row.due_at, say)
    return [
        Text(str(number), CELL),
        [
            Text(say("kendali-step-number", step=row.step_number), CELL_STRONG),
            plain(row.step_title, CELL),
        ],
        [plain(row.lane_title, CELL_STRONG), plain(row.person_name, CELL)],
        [plain(row.from_title, CELL), plain(stamped(row.handed_over_at, say), CELL)],
        plain("" if row.received_at is None else stamped(row.received_at, say), CELL),
        plain("" if row.done_at is None else stamped(row.done_at, say), CELL),
        [plain(row.limit_text, CELL), plain(due, CELL)],
        _span(row.waiting),
        _span(row.working),
        _over(row.over, say),
        [_outcome(row, say), *_note(number, row.note, say)],
        _parafs(row, say),
    ]


def _outcome(row: KartuKendaliRow, say: Localizer) -> Flowable:
    if row.done_at is not None:
        return plain(row.outcome_label, CELL)
    if row.received_at is not None:
        return Text(say("kendali-in-hand"), CELL)
    return Text(say("kendali-not-taken"), CELL)


def _note(number: int, note: str, say: Localizer) -> list[Flowable]:
    if not note:
        return []
    if len(note) <= _SHORT:
        return [plain(note, CELL_MARK)]
    return [Text(say("kendali-see-note", number=number), CELL_MARK)]


def _notes(rows: Sequence[KartuKendaliRow], say: Localizer) -> list[Flowable]:
    """The notes too long for their rows, in full."""
    long = [(number, row) for number, row in enumerate(rows, start=1) if len(row.note) > _SHORT]
    if not long:
        return []
    story: list[Flowable] = [Spacer(1, 8), Text(say("kendali-notes"), NORMAL_STRONG)]
    for number, row in long:
        story += [
            Spacer(1, 3),
            Text(say("kendali-note-of", number=number, lane=row.lane_title), CELL_STRONG),
            plain(row.note, CELL),
        ]
    return story


def _parafs(row: KartuKendaliRow, say: Localizer) -> list[Flowable]:
    """Two marks: the holder took the file, the holder handed it on."""
    mark = initials(row.person_name)
    marks = []
    if row.received_at is not None:
        marks.append(Text(say("kendali-paraf-in", mark=mark), CELL_MARK))
    if row.done_at is not None:
        marks.append(Text(say("kendali-paraf-out", mark=mark), CELL_MARK))
    return marks


def _totals(rows: Sequence[KartuKendaliRow], say: Localizer) -> list[object]:
    waiting, working = _sums(rows)
    label = Text(say("kendali-total"), CELL_STRONG)
    return [label, *[""] * 6, _span(waiting), _span(working), *[""] * 3]


def _summary(rows: Sequence[KartuKendaliRow], say: Localizer) -> str:
    waiting, working = _sums(rows)
    return say(
        "kendali-summary",
        waiting=hours_minutes_seconds(waiting),
        working=hours_minutes_seconds(working),
        together=hours_minutes_seconds(waiting + working),
        late=sum(1 for row in rows if row.over is not None and row.over > timedelta()),
        rows=len(rows),
    )


def _sums(rows: Sequence[KartuKendaliRow]) -> tuple[timedelta, timedelta]:
    waiting = sum((_whole(row.waiting) for row in rows), timedelta())
    working = sum((_whole(row.working) for row in rows), timedelta())
    return waiting, working


def _whole(span: timedelta) -> timedelta:
    """The span in whole seconds, as it is shown: so that what is shown adds up."""
    return timedelta(seconds=span // timedelta(seconds=1))


def _span(span: timedelta) -> Text:
    return Text(hours_minutes_seconds(span), CELL_RIGHT)


def _over(over: timedelta | None, say: Localizer) -> Flowable | str:
    if over is None:
        return Text(say("kendali-no-limit-mark"), CELL_RIGHT)
    if over > timedelta():
        return Text(say("kendali-late", span=hours_minutes_seconds(over)), CELL_RIGHT)
    return Text(say("kendali-in-time", span=hours_minutes_seconds(-over)), CELL_RIGHT)
