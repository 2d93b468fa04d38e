"""Cards on phones: the only module that reads or writes their table."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite

from storage.models.post import CardRow
from workflow.ids import PersonId
from workflow.views import Mode

# Written once: SQLAlchemy then knows them again without looking at every part.
_ON_PHONES = (
    select(CardRow.person_id).where(CardRow.screen == bindparam("screen")).order_by(CardRow.id)
)
_CARD = select(CardRow.message_id, CardRow.mode, CardRow.outcome, CardRow.note).where(
    CardRow.screen == bindparam("screen"), CardRow.person_id == bindparam("person_id")
)


class CardRepository:
    """Which message a screen is on a phone, and which of its faces is turned up."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def on_phones(self, screen: str) -> Sequence[PersonId]:
        """Who has this screen, or is about to get it."""
        found = self._connection.scalars(_ON_PHONES, {"screen": screen})
        return [PersonId(one) for one in found]

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
        asked = {"screen": screen, "person_id": person_id}
        return self._connection.execute(_CARD, asked).one_or_none()

    def lay(self, screen: str, person_id: PersonId, message_id: int | None) -> None:
        """Remember which message shows the screen now; none when it is gone."""
        self._put(screen, person_id, {"message_id": message_id})

    def _put(self, screen: str, person_id: PersonId, values: dict[str, Any]) -> None:
        dialect = postgresql if self._connection.dialect.name == "postgresql" else sqlite
        usual = {"message_id": None, "mode": "", "outcome": "", "note": ""}
        self._connection.execute(
            _put_statement(dialect, tuple(values)),
            {"screen": screen, "person_id": person_id, **usual, **values},
        )


@cache
def _put_statement(dialect: Any, changed: tuple[str, ...]) -> Any:
    """Insert a card, or change these columns of the one that is there."""
    put = dialect.insert(CardRow)
    return put.on_conflict_do_update(
        index_elements=["screen", "person_id"],
        set_={name: put.excluded[name] for name in changed},
    )
