"""The books of an office in a folder of a test."""

from contextlib import contextmanager

from sqlalchemy import insert, select

from storage import mailboxes, migrating, outbox
from storage.database import writing_engine
from storage.models.post import OutboxRow
from storage.outbox import Settled
from storage.unit_of_work import SqlUnitOfWork
from workflow.intent_text import decode


@contextmanager
def books_in(folder):
    """The writing engine of new books, with all their tables."""
    engine = writing_engine(f"sqlite:///{folder / 'office.db'}")
    with engine.begin() as connection:
        migrating.upgrade(connection)
    yield engine
    engine.dispose()


def sent_messages(connection, person_id, count, *, at):
    """So many messages that were sent at a moment."""
    row = {
        "kind": "ShowHelp",
        "body": "{}",
        "urgency": 1,
        "attempts": 0,
        "error": "",
        "person_id": person_id,
        "state": "sent",
        "created_at": at,
        "settled_at": at,
    }
    connection.execute(insert(OutboxRow), [row] * count)


class OpenWork(SqlUnitOfWork):
    """Books that stay open from one errand to the next: each finds the time by the clock."""

    def __init__(self, connection, context, clock):
        super().__init__(connection, context, clock.now())
        self._clock = clock

    @property
    def now(self):
        return self._clock.now()


def is_sent(connection, claimed, *, at):
    """One message arrived, and its chat is claimed for again once all that were in hand have."""
    outbox.settle(connection, claimed.id, Settled.SENT, at=at)
    mailboxes.release(connection, claimed.person_id, at=at)


def told(engine):
    """All that is in the outbox, in order."""
    with engine.connect() as connection:
        found = select(OutboxRow.kind, OutboxRow.body).order_by(OutboxRow.id)
        return [decode(*row) for row in connection.execute(found)]
