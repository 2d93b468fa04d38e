"""Cards on phones: the only module that reads or writes their table."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.models.post import CardRow
from storage.prepared import Prepared
from workflow.ids import PersonId
from workflow.views.task import Mode

_ON_PHONES = Prepared(
    select(CardRow.person_id).where(CardRow.screen == bindparam("screen")).order_by(CardRow.id)
)
_CARD = Prepared(
    select(CardRow.message_id, CardRow.mode, CardRow.outcome, CardRow.note).where(
        CardRow.screen == bindparam("screen"), CardRow.person_id == bindparam("person_id")
    )
)
_USUAL = {"message_id": None, "mode": "", "outcome": "", "note": ""}


class CardRepository:
    """Which message a screen is on a phone, and which of its faces is turned up."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # Within one unit of work a card is looked up once.
        self._known: dict[tuple[str, PersonId], Any] = {}

    def on_phones(self, screen: str) -> Sequence[PersonId]:
        """Who has this screen, or is about to get it."""
        return [PersonId(row.person_id) for row in _ON_PHONES.all(self._connection, screen=screen)]

    def mode(self, screen: str, person_id: PersonId) -> Mode:
        row = self._card(screen, person_id)
        if row is None:
            return Mode()
        return Mode(kind=row.mode, outcome=row.outcome, note=row.note)

    def turn(self, screen: str, person_id: PersonId, mode: Mode) -> None:
        self._put(
            screen, person_id, {"mode": mode.kind, "outcome": mode.outcome, "note": mode.note}
        )

    def message(self, screen: str, person_id: PersonId) -> int | None:
        row = self._card(screen, person_id)
        return None if row is None else row.message_id

    def _card(self, screen: str, person_id: PersonId) -> Any:
        key = (screen, person_id)
        if key not in self._known:
            self._known[key] = _CARD.first(self._connection, screen=screen, person_id=person_id)
        return self._known[key]

    def lay(self, screen: str, person_id: PersonId, message_id: int | None) -> None:
        """Remember which message shows the screen now; none when it is gone."""
        self._put(screen, person_id, {"message_id": message_id})

    def _put(self, screen: str, person_id: PersonId, values: dict[str, Any]) -> None:
        self._known.pop((screen, person_id), None)
        put = _putting(self._connection.dialect.name, tuple(values))
        put.run(self._connection, screen=screen, person_id=person_id, **{**_USUAL, **values})


@cache
def _putting(dialect: str, changed: tuple[str, ...]) -> Prepared:
    """Insert a card, or change these columns of the one that is there."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    put = insert(CardRow).values(
        {name: bindparam(name) for name in ("screen", "person_id", *_USUAL)}
    )
    return Prepared(
        put.on_conflict_do_update(
            index_elements=["screen", "person_id"],
            set_={name: put.excluded[name] for name in changed},
        )
    )
