"""Intents on their way out: waiting, claimed, then settled one way or another."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    Connection,
    Integer,
    bindparam,
    func,
    insert,
    join,
    literal_column,
    select,
    true,
    update,
)
from sqlalchemy.orm import aliased

from storage import mailboxes
from storage.models.base import Moment
from storage.models.people import PersonRow
from storage.models.post import OutboxRow
from storage.prepared import Prepared
from workflow import intent_text, intents
from workflow.ids import PersonId
from workflow.intents import Intent
from workflow.people import Language

# How many messages one chat is sent between two looks into the outbox.
A_CHAT = 12
# How many messages that waited for a moment join the others at one look.
DUE_AT_ONCE = 100


class Settled(StrEnum):
    """How a message ended; `uncertain` may or may not have arrived and is never blindly resent.

    One that is not to be sent before a moment is `later` until then, where no claim comes by; one
    of which more may come is `gathering`.
    """

    LATER = "later"
    GATHERING = "gathering"
    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    REFUSED = "refused"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """One intent, claimed to be sent now."""

    id: int
    person_id: PersonId
    chat_id: int
    language: Language
    intent: Intent
    attempts: int  # tries before this one, of which nobody knows whether they arrived


def add(
    connection: Connection,
    person_id: PersonId,
    intent: Intent,
    *,
    at: datetime,
    not_before: datetime | None = None,
) -> None:
    """Put one intent into the outbox, perhaps not to be sent before a moment."""
    row = _row(person_id, intent, at)
    if not_before is not None and not_before > at:
        later = {"state": Settled.LATER.value, "not_before": not_before}
        _INSERT.run(connection, **{**row, **later})
        return
    _INSERT.run(connection, **row)
    mailboxes.announce(connection, person_id, row["urgency"], at=at)


def gather(connection: Connection, person_id: PersonId, intent: Intent, *, at: datetime) -> None:
    """Put a message into the outbox of which more may come: nobody takes it out yet."""
    row = _row(person_id, intent, at)
    _INSERT.run(connection, **{**row, "state": Settled.GATHERING.value})


def _row(person_id: PersonId, intent: Intent, at: datetime) -> dict[str, Any]:
    kind, body = intent_text.encode(intent)
    return {
        "person_id": person_id,
        "kind": kind,
        "body": body,
        "urgency": intents.urgency(intent),
        "state": Settled.WAITING.value,
        "attempts": 0,
        "not_before": None,
        "created_at": at,
        "error": "",
    }


_INSERT = Prepared(
    insert(OutboxRow).values(
        {
            name: bindparam(name)
            for name in (
                *("person_id", "kind", "body", "urgency", "state", "attempts"),
                *("not_before", "created_at", "error"),
            )
        }
    )
)
_SETTLE = Prepared(
    update(OutboxRow)
    .where(OutboxRow.id == bindparam("the_id"))
    .values(state=bindparam("state"), settled_at=bindparam("at"), error=bindparam("error"))
)
_CLAIM = Prepared(
    update(OutboxRow).where(OutboxRow.id == bindparam("the_id")).values(state=Settled.CLAIMED.value)
)


# The same words as in the index; the messages of a chat, beside those that are asked for.
_IS_LATER = OutboxRow.state == literal_column("'later'")
_Theirs = aliased(OutboxRow)

_DUE = Prepared(
    select(OutboxRow.id, OutboxRow.person_id, OutboxRow.urgency)
    .where(_IS_LATER, OutboxRow.not_before <= bindparam("now", type_=Moment))
    .order_by(OutboxRow.not_before, OutboxRow.id)
    .limit(DUE_AT_ONCE)
    .with_for_update(skip_locked=True)
)
_WAIT = Prepared(
    update(OutboxRow).where(OutboxRow.id == bindparam("the_id")).values(state=Settled.WAITING.value)
)


@cache
def _next(dialect: str) -> Prepared:
    """The first messages of each of these chats, the most urgent of all first."""
    chats: Any
    if dialect == "postgresql":
        chats = func.unnest(bindparam("chats", type_=ARRAY(Integer))).table_valued("value")
        chats = chats.render_derived()
    else:
        chats = func.json_each(bindparam("chats")).table_valued("value")
    first = (
        select(_Theirs.id)
        .where(_Theirs.person_id == chats.c.value, mailboxes.is_waiting(_Theirs))
        .order_by(_Theirs.urgency, _Theirs.id)
        .limit(A_CHAT)
        .correlate(chats)
    )
    if dialect == "postgresql":
        theirs = first.lateral("theirs")
        found = join(chats, theirs, true()).join(OutboxRow, OutboxRow.id == theirs.c.id)
    else:
        found = join(chats, OutboxRow, OutboxRow.id.in_(first))
    columns = (
        OutboxRow.id,
        OutboxRow.person_id,
        OutboxRow.kind,
        OutboxRow.body,
        OutboxRow.attempts,
    )
    return Prepared(
        select(*columns, PersonRow.telegram_id, PersonRow.language)
        .select_from(found.join(PersonRow, PersonRow.id == OutboxRow.person_id))
        .order_by(OutboxRow.urgency, OutboxRow.id)
        .limit(bindparam("most"))
    )


def claim(connection: Connection, *, now: datetime, limit: int) -> Sequence[Claimed]:
    """Take the next messages of each chat that is not in hand, the most urgent first.

    A few at a time for each chat, in order: what was said first arrives first. The chats are in
    hand from then on, until `mailboxes.release`.
    """
    _wake(connection, now)
    chats = mailboxes.free(connection, most=limit)
    if not chats:
        return []
    rows = _first_of(connection, chats, limit)
    taken = [one for row in rows if (one := _claimed(connection, row, now)) is not None]
    _CLAIM.run_each(connection, [{"the_id": one.id} for one in taken])
    # Behind the limit nobody looked; who was looked for in vain has an empty mailbox, or the rest.
    met = set(chats) if len(rows) < limit else {PersonId(row.person_id) for row in rows}
    mailboxes.take(connection, met)
    for person_id in met - {one.person_id for one in taken}:
        mailboxes.release(connection, person_id, at=now)
    return taken


def _first_of(connection: Connection, chats: Sequence[PersonId], limit: int) -> Sequence[Any]:
    dialect = connection.dialect.name
    asked: Any = list(chats) if dialect == "postgresql" else json.dumps(chats)
    return _next(dialect).all(connection, chats=asked, most=limit)


def _wake(connection: Connection, now: datetime) -> None:
    """What was not to be sent before a moment that has come waits like all else."""
    due = _DUE.all(connection, now=now)
    for row in due:
        _WAIT.run(connection, the_id=row.id)
        mailboxes.announce(connection, PersonId(row.person_id), row.urgency, at=now)


def _claimed(connection: Connection, row: Any, now: datetime) -> Claimed | None:
    intent = _decoded(connection, row, now)
    if intent is None:
        return None
    return Claimed(
        id=row.id,
        person_id=PersonId(row.person_id),
        chat_id=row.telegram_id,
        language=Language(row.language),
        intent=intent,
        attempts=row.attempts,
    )


def _decoded(connection: Connection, row: Any, now: datetime) -> Intent | None:
    """An intent as it was meant; one that nobody can read any more is set aside, and alone."""
    try:
        return intent_text.decode(row.kind, row.body)
    except (KeyError, TypeError, ValueError) as error:
        settle(connection, row.id, Settled.REFUSED, at=now, error=repr(error))
        return None


def settle(
    connection: Connection, outbox_id: int, how: Settled, *, at: datetime, error: str = ""
) -> None:
    _SETTLE.run(connection, the_id=outbox_id, state=how.value, at=at, error=error[:500])


def put_back(
    connection: Connection, outbox_id: int, *, error: str = "", broke: bool = False
) -> None:
    """It did not arrive, or does no harm when it comes twice: it waits again.

    *broke* counts a try at which nobody knows what became of it; a broken line, a full disk or
    Telegram's "too many" count nothing, however often they come.
    """
    connection.execute(
        update(OutboxRow)
        .where(OutboxRow.id == outbox_id)
        .values(
            state=Settled.WAITING.value,
            error=error[:500],
            attempts=OutboxRow.attempts + int(broke),
        )
    )


def unsettled(connection: Connection, *, now: datetime) -> Sequence[tuple[int, PersonId, Intent]]:
    """What was claimed when the process ended: nobody knows whether it arrived."""
    found = (
        select(OutboxRow.id, OutboxRow.person_id, OutboxRow.kind, OutboxRow.body)
        .where(mailboxes.is_claimed(OutboxRow))
        .order_by(OutboxRow.id)
    )
    return [
        (row.id, PersonId(row.person_id), intent)
        for row in connection.execute(found).all()
        if (intent := _decoded(connection, row, now)) is not None
    ]
