"""Cards and copies of files on phones: the only module that reads or writes their tables."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from storage.models.base import Moment
from storage.models.cases import TaskRow
from storage.models.post import CardRow, CopyRow
from storage.prepared import Prepared
from workflow.ids import CaseId, PersonId, TaskId
from workflow.screen_names import ScreenName
from workflow.views.task import Face, Mode

_ON_PHONES = Prepared(
    select(CardRow.person_id).where(CardRow.screen == bindparam("screen")).order_by(CardRow.id)
)
_CARD = Prepared(
    select(CardRow.message_id, CardRow.mode, CardRow.outcome, CardRow.note).where(
        CardRow.screen == bindparam("screen"), CardRow.person_id == bindparam("person_id")
    )
)
_LAID = Prepared(
    select(CardRow.id, CardRow.screen, CardRow.message_id)
    .where(
        CardRow.person_id == bindparam("person_id"),
        CardRow.laid_at > bindparam("since", type_=Moment),
        CardRow.message_id.is_not(None),
        CardRow.id > bindparam("after"),
    )
    .order_by(CardRow.id)
    .limit(bindparam("most"))
)
_USUAL = {"message_id": None, "mode": "", "outcome": "", "note": "", "laid_at": None}

# How the screens of tasks begin.
_TASK = f"{ScreenName.TASK}:"


class CardRepository:
    """Which message a screen is on a phone, and which of its faces is turned up."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # Within one unit of work a card is looked up once.
        self._known: dict[tuple[str, PersonId], Any] = {}

    def on_phones(self, screen: str) -> Sequence[PersonId]:
        """Who has this screen, or is about to get it."""
        return [PersonId(row.person_id) for row in _ON_PHONES.all(self._connection, screen=screen)]

    def expect(self, screen: str, people: Collection[PersonId], *, at: datetime) -> None:
        """Note that a screen is on its way to these people, where it does not lie already."""
        rows = [{**_USUAL, "screen": screen, "person_id": one, "laid_at": at} for one in people]
        for one in people:
            self._known.pop((screen, one), None)
        if rows:
            _expecting(self._connection.dialect.name).run_each(self._connection, rows)

    def tasks_shown(self, person_id: PersonId, *, most: int) -> Sequence[TaskId]:
        """The open tasks whose card lies on a phone, of the newest *most* cards there."""
        newest = (
            select(CardRow.screen)
            .where(CardRow.person_id == person_id, CardRow.screen.startswith(_TASK))
            .order_by(CardRow.laid_at.desc(), CardRow.id.desc())
            .limit(most)
        )
        shown = [int(one.removeprefix(_TASK)) for one in self._connection.scalars(newest)]
        found = select(TaskRow.id).where(TaskRow.id.in_(shown), TaskRow.done_at.is_(None))
        return [TaskId(one) for one in self._connection.scalars(found.order_by(TaskRow.id))]

    def mode(self, screen: str, person_id: PersonId) -> Mode:
        row = self._card(screen, person_id)
        if row is None:
            return Mode()
        return Mode(face=Face(row.mode), outcome=row.outcome, note=row.note)

    def turn(self, screen: str, person_id: PersonId, mode: Mode) -> None:
        self._put(
            screen, person_id, {"mode": mode.face.value, "outcome": mode.outcome, "note": mode.note}
        )

    def message(self, screen: str, person_id: PersonId) -> int | None:
        row = self._card(screen, person_id)
        return None if row is None else row.message_id

    def _card(self, screen: str, person_id: PersonId) -> Any:
        key = (screen, person_id)
        if key not in self._known:
            self._known[key] = _CARD.first(self._connection, screen=screen, person_id=person_id)
        return self._known[key]

    def lay(
        self,
        screen: str,
        person_id: PersonId,
        message_id: int | None,
        *,
        at: datetime | None = None,
    ) -> None:
        """Remember which message shows the screen, sent when; none when it is gone."""
        self._put(screen, person_id, {"message_id": message_id, "laid_at": at})

    def laid_since(
        self, person_id: PersonId, moment: datetime, *, after: int, limit: int
    ) -> Sequence[tuple[int, str, int]]:
        """Cards on a phone, sent since a moment: number, screen and message, in their order."""
        rows = _LAID.all(
            self._connection, person_id=person_id, since=moment, after=after, most=limit
        )
        return [(row.id, row.screen, row.message_id) for row in rows]

    def take_off(self, person_id: PersonId, messages: Collection[int]) -> None:
        """These messages are gone from a phone: cards and copies of files."""
        self._known.clear()
        self._connection.execute(
            update(CardRow)
            .where(CardRow.person_id == person_id, CardRow.message_id.in_(messages))
            .values(message_id=None, laid_at=None)
        )
        self._connection.execute(
            delete(CopyRow).where(CopyRow.person_id == person_id, CopyRow.message_id.in_(messages))
        )

    def note_copy(
        self, person_id: PersonId, case_id: CaseId, kind: str, message_id: int, *, at: datetime
    ) -> None:
        """A file or paper of a case was sent to somebody's chat."""
        self._connection.execute(
            insert(CopyRow).values(
                person_id=person_id, case_id=case_id, kind=kind, message_id=message_id, sent_at=at
            )
        )

    def copies_since(
        self, person_id: PersonId, moment: datetime, *, after: int, limit: int
    ) -> Sequence[tuple[int, CaseId, str, int]]:
        """Files and papers in a chat: number, case, kind and message, in their order."""
        found = (
            select(CopyRow.id, CopyRow.case_id, CopyRow.kind, CopyRow.message_id)
            .where(CopyRow.person_id == person_id, CopyRow.id > after, CopyRow.sent_at > moment)
            .order_by(CopyRow.id)
            .limit(limit)
        )
        rows = self._connection.execute(found)
        return [(row.id, CaseId(row.case_id), row.kind, row.message_id) for row in rows]

    def _put(self, screen: str, person_id: PersonId, values: dict[str, Any]) -> None:
        self._known.pop((screen, person_id), None)
        put = _putting(self._connection.dialect.name, tuple(values))
        put.run(self._connection, screen=screen, person_id=person_id, **{**_USUAL, **values})


@cache
def _expecting(dialect: str) -> Prepared:
    """Insert a card, unless it is there."""
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    put = insert(CardRow).values(
        {name: bindparam(name) for name in ("screen", "person_id", *_USUAL)}
    )
    return Prepared(put.on_conflict_do_nothing(index_elements=["screen", "person_id"]))


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
