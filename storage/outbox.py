"""Intents on their way out: waiting, claimed, then settled one way or another."""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Connection,
    all_,
    bindparam,
    func,
    insert,
    or_,
    select,
    update,
)

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


class Settled(StrEnum):
    """How a message ended; `uncertain` may or may not have arrived and is never blindly resent."""

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
    _INSERT.run(connection, **{**_row(person_id, intent, at), "not_before": not_before})


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


@cache
def _waiting(dialect: str) -> Prepared:
    """What waits for chats that are not busy, the most urgent first."""
    chat = PersonRow.telegram_id
    if dialect == "postgresql":
        free = chat != all_(bindparam("busy", type_=ARRAY(BigInteger)))
    else:
        free = chat.not_in(select(func.json_each(bindparam("busy")).table_valued("value").c.value))
    found = (
        select(
            OutboxRow.id,
            OutboxRow.person_id,
            OutboxRow.kind,
            OutboxRow.body,
            OutboxRow.attempts,
            PersonRow.telegram_id,
            PersonRow.language,
        )
        .join(PersonRow, PersonRow.id == OutboxRow.person_id)
        .where(
            OutboxRow.state == Settled.WAITING.value,
            or_(
                OutboxRow.not_before.is_(None),
                OutboxRow.not_before <= bindparam("now", type_=Moment),
            ),
            free,
        )
        .order_by(OutboxRow.urgency, OutboxRow.id)
        .limit(bindparam("most"))
    )
    if dialect == "postgresql":
        found = found.with_for_update(of=OutboxRow.__table__, skip_locked=True)
    return Prepared(found)


def claim(
    connection: Connection, *, now: datetime, busy: Collection[int], limit: int
) -> Sequence[Claimed]:
    """Take the next intents of each chat that is not *busy*, the most urgent first.

    A few at a time for each chat, in order: what was said first arrives first.
    """
    waiting = _waiting(connection.dialect.name)
    marked: Any = sorted(busy)
    if connection.dialect.name == "sqlite":
        marked = json.dumps(marked)
    chats: Counter[int] = Counter()
    taken: list[Claimed] = []
    for row in waiting.all(connection, now=now, busy=marked, most=limit):
        if chats[row.telegram_id] == A_CHAT:
            continue
        intent = _decoded(connection, row, now)
        if intent is None:
            continue
        chats[row.telegram_id] += 1
        taken.append(
            Claimed(
                id=row.id,
                person_id=PersonId(row.person_id),
                chat_id=row.telegram_id,
                language=Language(row.language),
                intent=intent,
                attempts=row.attempts,
            )
        )
    if taken:
        _CLAIM.run_each(connection, [{"the_id": one.id} for one in taken])
    return taken


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
        .where(OutboxRow.state == Settled.CLAIMED.value)
        .order_by(OutboxRow.id)
    )
    return [
        (row.id, PersonId(row.person_id), intent)
        for row in connection.execute(found).all()
        if (intent := _decoded(connection, row, now)) is not None
    ]
