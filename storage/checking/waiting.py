"""What waits in the books: messages to be sent, forms to be filled in; a page at a time."""

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from storage.models.cases import DraftRow
from storage.models.post import OutboxRow
from storage.repositories.drafts import DraftRepository
from workflow.flaws import Flaw, FlawKind
from workflow.ids import DraftId
from workflow.intent_text import decode

PAGE = 1000
# What reading says of a row that has another shape.
_OTHER_SHAPE = (ValueError, TypeError, LookupError, AttributeError)
# Those that have not gone out, and may yet.
_UNSENT = ("waiting", "later", "claimed", "gathering", "held")


def flaws_of_messages(connection: Connection) -> Iterator[Flaw | None]:
    """For each message that waits: nothing, or that it cannot be read."""
    after = 0
    while True:
        rows = connection.execute(
            select(OutboxRow.id, OutboxRow.kind, OutboxRow.body)
            .where(OutboxRow.id > after, OutboxRow.state.in_(_UNSENT))
            .order_by(OutboxRow.id)
            .limit(PAGE)
        ).all()
        for row in rows:
            yield _of_message(row.id, row.kind, row.body)
        if len(rows) < PAGE:
            return
        after = rows[-1].id


def _of_message(number: int, kind: str, body: str) -> Flaw | None:
    try:
        decode(kind, body)
    except _OTHER_SHAPE:
        return Flaw(FlawKind.MESSAGE_UNREADABLE, {"message": number, "kind": kind})
    return None


def flaws_of_forms(connection: Connection) -> Iterator[Flaw | None]:
    """For each form that is open: nothing, or that it cannot be read."""
    forms, after = DraftRepository(connection), 0
    while ids := _open_forms(connection, after):
        for number in ids:
            try:
                forms.get(DraftId(number))
            except _OTHER_SHAPE:
                yield Flaw(FlawKind.FORM_UNREADABLE, {"form": number})
            else:
                yield None
        after = ids[-1]


def _open_forms(connection: Connection, after: int) -> Sequence[int]:
    found = select(DraftRow.id).where(DraftRow.id > after, DraftRow.closed_at.is_(None))
    return connection.scalars(found.order_by(DraftRow.id).limit(PAGE)).all()
