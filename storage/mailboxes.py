"""For whom something waits: one row for each person who was ever written to.

A claim asks here first and not the outbox, where ten thousand messages may wait for one chat. As
long as a chat is in hand its mailbox is taken, and what is added meanwhile waits unseen.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    bindparam,
    exists,
    false,
    func,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from storage.models.base import Moment
from storage.models.post import MailboxRow, OutboxRow
from storage.prepared import Prepared
from workflow.ids import PersonId


def is_waiting(row: Any = OutboxRow) -> ColumnElement[bool]:
    """In the words of the index, and with no parameter: else SQLite would not take it."""
    return cast("ColumnElement[bool]", row.state == literal_column("'waiting'"))


def is_claimed(row: Any = OutboxRow) -> ColumnElement[bool]:
    return cast("ColumnElement[bool]", row.state == literal_column("'claimed'"))


def announce(connection: Connection, person_id: PersonId, urgency: int, *, at: datetime) -> None:
    """A message for this person waits from now on."""
    _announcing(connection.dialect.name).run(
        connection, person_id=person_id, urgency=urgency, since=at
    )


def free(connection: Connection, *, most: int) -> Sequence[PersonId]:
    """Whose mailboxes hold something and are not taken, the most urgent first.

    They are kept until the transaction ends: two processes never get the same one.
    """
    return [PersonId(row.person_id) for row in _FREE.all(connection, most=most)]


def take(connection: Connection, person_ids: Iterable[PersonId]) -> None:
    """These chats are in hand: nothing is claimed for them until each is released."""
    _TAKE.run_each(connection, [{"the_person": one} for one in person_ids])


def release(connection: Connection, person_id: PersonId, *, at: datetime) -> bool:
    """Let a chat's messages be claimed again; True when something waits.

    A chat stays in hand while one of its messages is still claimed, for nobody knows how it ended.
    What was served goes behind others of its urgency.
    """
    left = _RELEASE.first(connection, the_person=person_id, at=at)
    return left is not None and left.urgency is not None


def renew(connection: Connection, *, at: datetime) -> None:
    """After a stop no chat is in hand, and the outbox alone says for whom something waits."""
    connection.execute(update(MailboxRow).values(taken=False, urgency=None))
    connection.execute(_renewing(connection.dialect.name, at))


@cache
def _announcing(dialect: str) -> Prepared:
    """The smallest urgency counts. PostgreSQL locks the row even where nothing changes."""
    put = _insert_for(dialect)(MailboxRow).values(
        person_id=bindparam("person_id"),
        urgency=bindparam("urgency"),
        since=bindparam("since"),
        taken=False,
    )
    return Prepared(_raised(put))


def _raised(put: Any) -> Any:
    told = put.excluded
    return put.on_conflict_do_update(
        index_elements=["person_id"],
        set_={"urgency": told.urgency, "since": told.since},
        where=or_(MailboxRow.urgency.is_(None), MailboxRow.urgency > told.urgency),
    )


def _insert_for(dialect: str) -> Any:
    return postgresql.insert if dialect == "postgresql" else sqlite.insert


def _renewing(dialect: str, at: datetime) -> Any:
    waiting = (
        select(
            OutboxRow.person_id, func.min(OutboxRow.urgency), bindparam("at", at, Moment), false()
        )
        .where(is_waiting())
        .group_by(OutboxRow.person_id)
    )
    columns = ["person_id", "urgency", "since", "taken"]
    return _raised(_insert_for(dialect)(MailboxRow).from_select(columns, waiting))


_FREE = Prepared(
    select(MailboxRow.person_id)
    .where(MailboxRow.urgency.is_not(None), ~MailboxRow.taken)
    .order_by(MailboxRow.urgency, MailboxRow.since, MailboxRow.person_id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_TAKE = Prepared(
    update(MailboxRow)
    .where(MailboxRow.person_id == bindparam("the_person"))
    .values(taken=True, urgency=None)
)

# What another process adds while this runs is not seen by the question, yet it raised the urgency
# of the row itself: so the row's own counts where the question finds nothing.
_RELEASE = Prepared(
    update(MailboxRow)
    .where(MailboxRow.person_id == bindparam("the_person"))
    .values(
        taken=exists().where(OutboxRow.person_id == MailboxRow.person_id, is_claimed()),
        urgency=func.coalesce(
            select(OutboxRow.urgency)
            .where(OutboxRow.person_id == MailboxRow.person_id, is_waiting())
            .order_by(OutboxRow.urgency, OutboxRow.id)
            .limit(1)
            .scalar_subquery(),
            MailboxRow.urgency,
        ),
        since=bindparam("at"),
    )
    .returning(MailboxRow.urgency)
)
