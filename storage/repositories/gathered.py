"""Alarms on their way into one message a person: rows of the outbox that nobody takes out yet."""

from collections.abc import Collection, Mapping, Set
from datetime import datetime

from sqlalchemy import Connection, bindparam, literal_column, select, update

from storage import mailboxes, outbox
from storage.models.post import OutboxRow
from storage.outbox import Settled
from storage.prepared import Prepared
from workflow.ids import PersonId
from workflow.intent_text import decode, encode
from workflow.intents import TellAlarms

# In the words of the index.
_OPEN = OutboxRow.state == literal_column("'gathering'")
_PUT = Prepared(
    update(OutboxRow).where(OutboxRow.id == bindparam("the_id")).values(body=bindparam("body"))
)


class GatheredRepository:
    """At most one such message a person. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def people(self) -> Set[PersonId]:
        """For whom a message is being gathered, or was when the bot was stopped."""
        found = self._connection.scalars(select(OutboxRow.person_id).where(_OPEN))
        return {PersonId(one) for one in found}

    def add(self, told: Mapping[PersonId, TellAlarms]) -> None:
        """Add to these people's messages, which begin with it where there is none."""
        if not told:
            return
        found = select(OutboxRow.id, OutboxRow.person_id, OutboxRow.kind, OutboxRow.body).where(
            _OPEN, OutboxRow.person_id.in_(told)
        )
        known = {PersonId(row.person_id): row for row in self._connection.execute(found)}
        joined = [
            {"the_id": row.id, "body": _joined(row.kind, row.body, told[person_id])}
            for person_id, row in known.items()
        ]
        if joined:
            _PUT.run_each(self._connection, joined)
        for person_id, alarms in told.items():
            if person_id not in known:
                outbox.gather(self._connection, person_id, alarms, at=self._now)

    def release(self) -> Collection[PersonId]:
        """From now on they are messages like others; whose they are."""
        found = select(OutboxRow.person_id, OutboxRow.urgency).where(_OPEN).order_by(OutboxRow.id)
        messages = self._connection.execute(found).all()
        if messages:
            waiting = update(OutboxRow).where(_OPEN).values(state=Settled.WAITING.value)
            self._connection.execute(waiting)
        for one in messages:
            mailboxes.announce(self._connection, one.person_id, one.urgency, at=self._now)
        return [PersonId(one.person_id) for one in messages]


def _joined(kind: str, body: str, more: TellAlarms) -> str:
    begun = decode(kind, body)
    if not isinstance(begun, TellAlarms):
        raise TypeError(f"{kind} is never gathered")
    whole = TellAlarms(
        task_ids=_once(begun.task_ids, more.task_ids),
        overdue=_once(begun.overdue, more.overdue),
        unheard=_once(begun.unheard, more.unheard),
    )
    return encode(whole)[1]


def _once(first: tuple[int, ...], then: tuple[int, ...]) -> tuple[int, ...]:
    """A file is named once, though another alarm of it came before the message went."""
    return tuple(dict.fromkeys((*first, *then)))
