"""What waits to be handled or sent, for whoever watches: bounded, and always by an index."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from storage.models.post import InboxRow, OutboxRow

# So many rows are looked at, and no more.
MOST = 1000

_UNHANDLED = (
    select(InboxRow.received_at)
    .where(InboxRow.handled_at.is_(None))
    .order_by(InboxRow.update_id)
    .limit(MOST)
    .subquery()
)
_UPDATES = select(func.count(), func.min(_UNHANDLED.c.received_at)).select_from(_UNHANDLED)
_SET_ASIDE = select(InboxRow.update_id).where(InboxRow.parked).limit(MOST).subquery()
_PARKED = select(func.count()).select_from(_SET_ASIDE)
_NEXT = (
    select(OutboxRow.kind, OutboxRow.created_at)
    .where(OutboxRow.state == "waiting")
    .limit(MOST)
    .subquery()
)
_MESSAGES = select(_NEXT.c.kind, func.min(_NEXT.c.created_at).label("since")).group_by(_NEXT.c.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Counts go to `MOST` and no further; moments are the oldest among what was looked at."""

    updates: int
    oldest_update: datetime | None
    parked: int
    messages: Mapping[str, datetime]


def what_waits(connection: Connection) -> Waiting:
    """A parked update is handled: it is not among those that wait."""
    updates, oldest = connection.execute(_UPDATES).one()
    return Waiting(
        updates=updates,
        oldest_update=oldest,
        parked=connection.execute(_PARKED).scalar_one(),
        messages={row.kind: row.since for row in connection.execute(_MESSAGES)},
    )
