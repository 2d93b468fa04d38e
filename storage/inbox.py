"""Updates received, each handled once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.envelope import Envelope
from storage.models.post import InboxRow
from storage.prepared import Prepared

# After so many crashes an update is set aside, so that it does not wedge its chat.
ATTEMPTS = 3
# How many updates one look reads: each is opened, and everybody waits meanwhile.
A_LOOK = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One update of Telegram, as it came."""

    update_id: int
    chat_id: int
    body: str
    attempts: int = 0
    # It lay here when the bot started: whatever stopped the bot may have been this one.
    lay_here: bool = field(default=False, compare=False)
    # The update as it came, where not all of it may be written down: in memory alone.
    unwritten: str = field(default="", repr=False)

    @property
    def whole(self) -> str:
        return self.unwritten or self.body


def put(
    connection: Connection, updates: Sequence[Received], *, at: datetime, envelope: Envelope
) -> Sequence[Received]:
    """Keep updates, sealed; return those not seen before. Telegram may send one twice."""
    put = _putting(connection.dialect.name)
    return [
        one
        for one in updates
        if put.first(
            connection,
            update_id=one.update_id,
            chat_id=one.chat_id,
            body=envelope.seal(one.body, about=one.update_id),
            received_at=at,
        )
    ]


@cache
def _putting(dialect: str) -> Prepared:
    """Keep one update; gives its id back when it is new."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    names = ("update_id", "chat_id", "body", "received_at")
    given: dict[str, Any] = {name: bindparam(name) for name in names}
    return Prepared(
        insert(InboxRow)
        .values(**given, attempts=0, parked=False, error="")
        .on_conflict_do_nothing(index_elements=["update_id"])
        .returning(InboxRow.update_id)
    )


_MARK = Prepared(
    update(InboxRow)
    .where(InboxRow.update_id == bindparam("the_id"), InboxRow.handled_at.is_(None))
    .values(handled_at=bindparam("at"), body="")
    .returning(InboxRow.update_id)
)


def waiting(
    connection: Connection, envelope: Envelope, *, after: int = 0, most: int = A_LOOK
) -> Sequence[Received]:
    """What was received *after* an update and not handled, oldest first; so much at one look.

    After a stop this is where work goes on.
    """
    found = (
        select(InboxRow.update_id, InboxRow.chat_id, InboxRow.body, InboxRow.attempts)
        .where(InboxRow.handled_at.is_(None), InboxRow.update_id > after)
        .order_by(InboxRow.update_id)
        .limit(most)
    )
    return [
        Received(
            update_id=row.update_id,
            chat_id=row.chat_id,
            body=envelope.open(row.body, about=row.update_id),
            attempts=row.attempts,
            lay_here=True,
        )
        for row in connection.execute(found)
    ]


def mark_handled(connection: Connection, update_id: int, *, at: datetime) -> bool:
    """Mark an update; False when it was marked before, and must not be handled again.

    The body goes: it may hold a NIK, and what mattered of it is in the books now.
    """
    return _MARK.first(connection, the_id=update_id, at=at) is not None


def count_attempt(connection: Connection, update_id: int, error: str, *, at: datetime) -> bool:
    """Remember a crash, or a try before it is made; True when the update is set aside for good."""
    attempts = connection.execute(
        update(InboxRow)
        .where(InboxRow.update_id == update_id)
        .values(attempts=InboxRow.attempts + 1, error=error[:2000])
        .returning(InboxRow.attempts)
    ).scalar_one()
    if attempts < ATTEMPTS:
        return False
    connection.execute(
        update(InboxRow).where(InboxRow.update_id == update_id).values(parked=True, handled_at=at)
    )
    return True


def uncount_attempt(connection: Connection, update_id: int) -> None:
    """A try that was counted before the work ended, and in a way that says nothing about it."""
    connection.execute(
        update(InboxRow)
        .where(InboxRow.update_id == update_id, InboxRow.attempts > 0)
        .values(attempts=InboxRow.attempts - 1)
    )
