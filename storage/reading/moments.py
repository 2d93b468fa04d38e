"""The latest moment of which the books know."""

from datetime import datetime

from sqlalchemy import Connection, select

from storage.models.cases import TaskRow
from storage.models.post import InboxRow, OutboxRow

_NEWEST = (
    select(InboxRow.received_at).order_by(InboxRow.update_id.desc()).limit(1),
    select(OutboxRow.created_at).order_by(OutboxRow.id.desc()).limit(1),
    select(TaskRow.opened_at).order_by(TaskRow.id.desc()).limit(1),
)


def latest_moment(connection: Connection) -> datetime | None:
    """When something was last received, told or opened; no act of anybody's came after that.

    Read from the newest rows alone.
    """
    found = (connection.execute(newest).scalar_one_or_none() for newest in _NEWEST)
    return max((one for one in found if one is not None), default=None)
