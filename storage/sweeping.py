"""What is not kept for ever: rows that nobody asks for any more, a batch at a time.

Numbers of rows rise with time. So each table is walked in their order, from a cursor to the first
row that is younger than anything that may go: a night looks at what has become old, and at the
little of older days that is still open, and never at the whole table.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Connection, delete, or_, select

from storage import outbox
from storage.models.cases import CaseRow, DraftRow, HandedInRow, MarkRow, TaskRow
from storage.models.people import InvitationRow
from storage.models.post import CardRow, CopyRow, InboxRow, OutboxRow, WordsRow
from storage.outbox import Settled
from storage.repositories.drafts import DraftRepository
from workflow.filling import FormEnding
from workflow.ids import DraftId, PersonId
from workflow.intents import ShowForm
from workflow.screen_names import ScreenName

# Long enough to answer "did you write to me?", short enough to hold little.
KEPT = timedelta(days=30)
# What went wrong, until somebody has looked at it and mended its cause.
FAULTS_KEPT = timedelta(days=90)
# A form with which nobody has gone on for so long is given up, with the NIK and files in it.
LAPSES = timedelta(days=30)
# What Telegram lets nobody delete or edit any more need not be known.
COPIES_KEPT = timedelta(days=2)
# So many rows at once take a few milliseconds, in which everybody else waits.
BATCH = 200


@dataclass(frozen=True, slots=True)
class Swept:
    """How many rows a batch removed, and after which one the next begins; none: it was the last."""

    gone: int
    after: int | None


class _Batch(Protocol):
    def __call__(self, connection: Connection, *, now: datetime, after: int) -> Swept: ...


@dataclass(frozen=True, slots=True)
class Sweep:
    """One kind of rows: its next batch, after a cursor that begins at 0."""

    name: str
    batch: _Batch


_MESSAGES_KEPT = {
    Settled.SENT.value: KEPT,
    Settled.REFUSED.value: FAULTS_KEPT,
    Settled.UNCERTAIN.value: FAULTS_KEPT,
}


def _messages(connection: Connection, *, now: datetime, after: int) -> Swept:
    rows = _next(
        connection, OutboxRow.id, after, OutboxRow.state, OutboxRow.settled_at, OutboxRow.created_at
    )
    old = [
        row.id
        for row in rows
        if row.state in _MESSAGES_KEPT and _is_past(row.settled_at, _MESSAGES_KEPT[row.state], now)
    ]
    _remove(connection, OutboxRow.id, old)
    return _until(rows, len(old), [row.created_at for row in rows], now)


def _updates(connection: Connection, *, now: datetime, after: int) -> Swept:
    """Telegram numbers updates as it likes; the index on `handled_at` has the oldest in front."""
    del after  # what is gone is behind us
    found = (
        select(InboxRow.update_id)
        .where(
            InboxRow.handled_at < now - KEPT,
            or_(InboxRow.parked.is_(False), InboxRow.handled_at < now - FAULTS_KEPT),
        )
        .order_by(InboxRow.handled_at)
        .limit(BATCH)
    )
    old = connection.scalars(found).all()
    _remove(connection, InboxRow.update_id, old)
    return Swept(len(old), after=0 if len(old) == BATCH else None)


def _forms(connection: Connection, *, now: datetime, after: int) -> Swept:
    """Forms handed in or thrown away, with the cards that showed them."""
    rows = _next(connection, DraftRow.id, after, DraftRow.closed_at, DraftRow.started_at)
    old = [row.id for row in rows if _is_past(row.closed_at, KEPT, now)]
    _remove(connection, CardRow.screen, [ScreenName.FORM.of(draft_id) for draft_id in old])
    _remove(connection, DraftRow.id, old)
    return _until(rows, len(old), [row.started_at for row in rows], now)


def _lapsed(connection: Connection, *, now: datetime, after: int) -> Swept:
    """Forms that nobody went on with: what they held goes, and their card says so.

    One that belongs to an open task stays as long as that.
    """
    rows = connection.execute(
        select(
            DraftRow.id,
            DraftRow.person_id,
            DraftRow.task_id,
            DraftRow.closed_at,
            DraftRow.changed_at,
            DraftRow.started_at,
            TaskRow.done_at,
        )
        .outerjoin(TaskRow, TaskRow.id == DraftRow.task_id)
        .where(DraftRow.id > after)
        .order_by(DraftRow.id)
        .limit(BATCH)
    ).all()
    lapsed = [
        row
        for row in rows
        if row.closed_at is None
        and (row.task_id is None or row.done_at is not None)
        and _is_past(row.changed_at, LAPSES, now)
    ]
    drafts = DraftRepository(connection)
    for row in lapsed:
        drafts.close(DraftId(row.id), FormEnding.LAPSED, at=now)
        shown = ShowForm(draft_id=row.id, fresh=False, said=FormEnding.LAPSED)
        outbox.add(connection, PersonId(row.person_id), shown, at=now)
    return _until(rows, len(lapsed), [row.started_at for row in rows], now)


def _sums(connection: Connection, *, now: datetime, after: int) -> Swept:
    """How much somebody handed in on days that are over; a few rows a day."""
    del after  # what is gone is behind us
    gone = connection.execute(
        delete(HandedInRow).where(HandedInRow.day < (now - timedelta(days=2)).date())
    )
    return Swept(gone.rowcount, after=None)


def _cards(connection: Connection, *, now: datetime, after: int) -> Swept:
    """Cards of cases that ended, by the time of the step that they show; searches, by their own."""
    rows = _next(connection, CardRow.id, after, CardRow.screen, CardRow.laid_at)
    shown = [_parts(row.screen) for row in rows]
    tasks = _rows_by_id(
        connection,
        select(TaskRow.id, TaskRow.opened_at, CaseRow.ended_at).join(CaseRow),
        TaskRow.id,
        [number for kind, number in shown if kind == ScreenName.TASK],
    )
    cases = _rows_by_id(
        connection,
        select(CaseRow.id, CaseRow.ended_at),
        CaseRow.id,
        [number for kind, number in shown if kind in _OF_CASES],
    )
    ended = {(ScreenName.TASK, row.id) for row in tasks if _is_past(row.ended_at, KEPT, now)}
    for kind in _OF_CASES:
        ended |= {(kind, row.id) for row in cases if _is_past(row.ended_at, KEPT, now)}
    old = [row.id for row, parts in zip(rows, shown, strict=True) if parts in ended]
    old += [row.id for row in rows if row.screen == ScreenName.FOUND and _is_over(row, now)]
    _remove(connection, CardRow.id, old)
    return _until(rows, len(old), [row.opened_at for row in tasks], now)


def _is_over(search: Any, now: datetime) -> bool:
    """What somebody looked for holds a name; no message shows it any more, or none of late."""
    return search.laid_at is None or _is_past(search.laid_at, KEPT, now)


_OF_CASES = (ScreenName.CASE, ScreenName.KARTU)


def _parts(screen: str) -> tuple[str, int]:
    """What a screen shows and its number: "task:12"; 0 for a screen there is but one of."""
    kind, _, number = screen.partition(":")
    return kind, int(number) if number.isascii() and number.isdecimal() else 0


def _copies(connection: Connection, *, now: datetime, after: int) -> Swept:
    """Which files lie in whose chat."""
    rows = _next(connection, CopyRow.id, after, CopyRow.sent_at)
    old = [row.id for row in rows if _is_past(row.sent_at, COPIES_KEPT, now)]
    _remove(connection, CopyRow.id, old)
    return Swept(len(old), after=rows[-1].id if len(old) == BATCH else None)


def _words(connection: Connection, *, now: datetime, after: int) -> Swept:
    """Which message answered what."""
    rows = _next(connection, WordsRow.id, after, WordsRow.at)
    old = [row.id for row in rows if _is_past(row.at, COPIES_KEPT, now)]
    _remove(connection, WordsRow.id, old)
    return _until(rows, len(old), [row.at for row in rows], now)


def _marks(connection: Connection, *, now: datetime, after: int) -> Swept:
    """What was marked while somebody looked; the decision has its own copy."""
    rows = connection.execute(
        select(MarkRow.task_id.label("id"), TaskRow.done_at, TaskRow.opened_at)
        .join(TaskRow, TaskRow.id == MarkRow.task_id)
        .where(MarkRow.task_id > after)
        .order_by(MarkRow.task_id)
        .limit(BATCH)
    ).all()
    old = {row.id for row in rows if _is_past(row.done_at, KEPT, now)}
    _remove(connection, MarkRow.task_id, old)
    return _until(rows, len(old), [row.opened_at for row in rows], now)


def _links(connection: Connection, *, now: datetime, after: int) -> Swept:
    """Invitations that nobody used; one that was used says who let whom in."""
    rows = _next(
        connection,
        InvitationRow.id,
        after,
        InvitationRow.spent_by,
        InvitationRow.expires_at,
        InvitationRow.created_at,
    )
    old = [row.id for row in rows if row.spent_by is None and _is_past(row.expires_at, KEPT, now)]
    _remove(connection, InvitationRow.id, old)
    return _until(rows, len(old), [row.created_at for row in rows], now)


SWEEPS = (
    Sweep("messages", _messages),
    Sweep("updates", _updates),
    Sweep("lapsed forms", _lapsed),
    Sweep("forms", _forms),
    Sweep("sums of files", _sums),
    Sweep("cards", _cards),
    Sweep("copies", _copies),
    Sweep("words", _words),
    Sweep("marks", _marks),
    Sweep("invitations", _links),
)


def _next(connection: Connection, key: Any, after: int, *columns: Any) -> Sequence[Any]:
    found = select(key, *columns).where(key > after).order_by(key).limit(BATCH)
    return connection.execute(found).all()


def _rows_by_id(connection: Connection, found: Any, key: Any, ids: Collection[int]) -> list[Any]:
    return list(connection.execute(found.where(key.in_(ids))).all()) if ids else []


def _remove(connection: Connection, key: Any, values: Collection[object]) -> None:
    if values:
        which: ColumnElement[bool] = key.in_(values)
        connection.execute(delete(key.class_).where(which))


def _is_past(moment: datetime | None, kept: timedelta, now: datetime) -> bool:
    return moment is not None and moment < now - kept


def _until(rows: Sequence[Any], gone: int, begun: Sequence[datetime], now: datetime) -> Swept:
    """Where the walk goes on: nothing younger than KEPT has ended longer ago than that."""
    is_last = len(rows) < BATCH or any(moment >= now - KEPT for moment in begun)
    return Swept(gone, after=None if is_last else rows[-1].id)
