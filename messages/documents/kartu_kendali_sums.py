"""The sums below a kartu kendali: every second of the file's life, and whose it was."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from messages.documents.text import CELL_RIGHT, CELL_STRONG, Text
from messages.formatting import hours_minutes_seconds
from messages.localizer import Localizer
from workflow.paper_rows import KartuKendaliRow


def totals(rows: Sequence[KartuKendaliRow], say: Localizer) -> list[list[object]]:
    """What lay with the applicant, with systems outside, and with the office: kinds of time."""
    applicants = [row for row in rows if row.by_applicant]
    sums = [_total(say("kendali-total-office"), [row for row in rows if not row.by_applicant])]
    if any(row.held for row in rows):
        held = span_cell(_sum(row.held for row in rows))
        sums = [[Text(say("kendali-total-system"), CELL_STRONG), *[""] * 6, held, *[""] * 4], *sums]
    return [_total(say("kendali-total-applicant"), applicants), *sums] if applicants else sums


def _total(label: str, rows: Sequence[KartuKendaliRow]) -> list[object]:
    waiting, working = _sum(row.waiting for row in rows), _sum(row.working for row in rows)
    return [Text(label, CELL_STRONG), *[""] * 6, span_cell(waiting), span_cell(working), *[""] * 3]


def summary(rows: Sequence[KartuKendaliRow], say: Localizer) -> str:
    """Every second of the file's life in one place: what stands here adds up."""
    offices = [row for row in rows if not row.by_applicant]
    applicant = _sum(row.waiting + row.working for row in rows if row.by_applicant)
    waiting, working = _sum(row.waiting for row in offices), _sum(row.working for row in offices)
    held, outside = _sum(row.held for row in rows), _sum(row.outside for row in rows)
    parts = [
        say("kendali-part-waiting", span=hours_minutes_seconds(waiting)),
        say("kendali-part-working", span=hours_minutes_seconds(working)),
        say("kendali-part-outside", span=hours_minutes_seconds(outside)),
    ]
    if held:
        parts.insert(2, say("kendali-part-system", span=hours_minutes_seconds(held)))
    if len(offices) < len(rows):
        parts.insert(0, say("kendali-part-applicant", span=hours_minutes_seconds(applicant)))
    life = applicant + waiting + working + held + outside
    return say("kendali-life", life=hours_minutes_seconds(life), parts=" + ".join(parts))


def late_rows(rows: Sequence[KartuKendaliRow], say: Localizer) -> str:
    """How many of the office's steps ran over; the applicant's own is not the office's lateness.

    What was taken back before anybody received it was nobody's step.
    """
    ended = [row for row in rows if row.last and not row.recalled]
    offices = [row for row in ended if row.pause is not None or not row.by_applicant]
    late = sum(1 for row in offices if row.over is not None and row.over > timedelta())
    return say("kendali-late-rows", late=late, rows=len(offices))


def _sum(spans: Iterable[timedelta]) -> timedelta:
    return sum(spans, timedelta())


def span_cell(span: timedelta) -> Text:
    return Text(hours_minutes_seconds(span), CELL_RIGHT)
