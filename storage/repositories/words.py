"""Which message answered what: the only module that reads or writes its table."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.models.post import WordsRow
from storage.prepared import Prepared
from workflow.ids import PersonId
from workflow.people import Asked, FocusKind, Words

_KEY = ("person_id", "message_id")
_SAID = ("kind", "ref", "extra", "taken", "at")
_FOUND = Prepared(
    select(WordsRow.kind, WordsRow.ref, WordsRow.extra, WordsRow.taken).where(
        WordsRow.person_id == bindparam("person_id"),
        WordsRow.message_id == bindparam("message_id"),
    )
)
_LET_GO = Prepared(
    delete(WordsRow)
    .where(
        WordsRow.person_id == bindparam("person_id"),
        WordsRow.kind == bindparam("kind"),
        WordsRow.ref == bindparam("ref"),
        WordsRow.extra == bindparam("extra"),
    )
    .returning(WordsRow.id)
)


class WordsRepository:
    """Rows in, domain values out. Never commits: whoever opened the work does."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, person_id: PersonId, message_id: int) -> Words | None:
        row = _FOUND.first(self._connection, person_id=person_id, message_id=message_id)
        if row is None:
            return None
        asked = Asked(kind=FocusKind(row.kind), ref=row.ref, extra=row.extra)
        return Words(asked=asked, taken=row.taken)

    def note(self, person_id: PersonId, message_id: int, words: Words, *, at: datetime) -> None:
        """Remember what a message answered; of those that were taken, the last for each."""
        if words.taken:
            self.let_go(person_id, words.asked)
        put = _putting(self._connection.dialect.name)
        put.run(
            self._connection,
            person_id=person_id,
            message_id=message_id,
            kind=words.asked.kind.value,
            ref=words.asked.ref,
            extra=words.asked.extra,
            taken=words.taken,
            at=at,
        )

    def let_go(self, person_id: PersonId, asked: Asked) -> None:
        """It was answered otherwise, so no message is its answer any more."""
        _LET_GO.all(
            self._connection,
            person_id=person_id,
            kind=asked.kind.value,
            ref=asked.ref,
            extra=asked.extra,
        )


@cache
def _putting(dialect: str) -> Prepared:
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    given: dict[str, Any] = {name: bindparam(name) for name in (*_KEY, *_SAID)}
    put = insert(WordsRow).values(given)
    return Prepared(
        put.on_conflict_do_update(
            index_elements=list(_KEY), set_={name: put.excluded[name] for name in _SAID}
        )
    )
