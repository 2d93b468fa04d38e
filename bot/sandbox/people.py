"""The people of the sandbox: each has a phone and one private chat with the bot."""

import sqlite3
from dataclasses import dataclass
from typing import Any

from bot.sandbox.revisions import Revisions
from bot.sandbox.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneOwner:
    """Somebody with a phone. `id` is the Telegram user id and the chat id."""

    id: int
    name: str
    role: str
    username: str | None
    language: str
    blocked: bool
    deactivated: bool
    started: bool
    known: bool
    unread: int
    rev: int

    def as_user(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "is_bot": False,
            **self._names(),
            "language_code": self.language,
        }

    def as_chat(self) -> dict[str, Any]:
        return {"id": self.id, **self._names(), "type": "private"}

    def _names(self) -> dict[str, str]:
        first, _, last = self.name.partition(" ")
        names = {"first_name": first}
        if last:
            names["last_name"] = last
        if self.username:
            names["username"] = self.username
        return names


class PhoneOwners:
    """All phones, in the order in which they were added."""

    def __init__(self, store: Store, revisions: Revisions) -> None:
        self._store = store
        self._revisions = revisions

    def find(self, person_id: int) -> PhoneOwner | None:
        row = self._store.row("SELECT * FROM people WHERE id = ?", person_id)
        return None if row is None else _person(row)

    def get(self, person_id: int) -> PhoneOwner:
        """Somebody who exists; LookupError otherwise."""
        person = self.find(person_id)
        if person is None:
            raise LookupError(person_id)
        return person

    def since(self, rev: int) -> list[PhoneOwner]:
        """Those in whose chat something changed after `rev`."""
        rows = self._store.rows("SELECT * FROM people WHERE rev > ? ORDER BY place", rev)
        return [_person(row) for row in rows]

    def put(
        self, *, person_id: int | None, name: str, role: str, username: str | None, language: str
    ) -> PhoneOwner:
        """Add a person, or change the one with this id."""
        if person_id is None:
            person_id = self._free_id()
        self._store.execute(
            "INSERT INTO people (id, place, name, role, username, language, rev)"
            " VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT (id) DO UPDATE SET name = excluded.name,"
            " role = excluded.role, username = excluded.username, language = excluded.language",
            person_id,
            self._store.next("people"),
            name,
            role,
            username,
            language,
        )
        self._revisions.touch(person_id)
        return self.get(person_id)

    def block(self, person_id: int, *, blocked: bool) -> None:
        self._store.execute("UPDATE people SET blocked = ? WHERE id = ?", blocked, person_id)
        self._revisions.touch(person_id)

    def deactivate(self, person_id: int) -> None:
        self._store.execute("UPDATE people SET deactivated = 1 WHERE id = ?", person_id)
        self._revisions.touch(person_id)

    def start(self, person_id: int) -> None:
        """The person wrote to the bot, which may answer from now on."""
        self._store.execute("UPDATE people SET started = 1, known = 1 WHERE id = ?", person_id)

    def introduce(self, person_id: int) -> None:
        """The bot saw this person mentioned, but was never written to."""
        self._store.execute("UPDATE people SET known = 1 WHERE id = ?", person_id)

    def read(self, person_id: int) -> None:
        self._store.execute("UPDATE people SET unread = 0 WHERE id = ?", person_id)
        self._revisions.touch(person_id)

    def notice(self, person_id: int) -> None:
        """The bot wrote: one more unread message."""
        self._store.execute("UPDATE people SET unread = unread + 1 WHERE id = ?", person_id)

    def _free_id(self) -> int:
        row = self._store.row("SELECT max(1000, max(id)) + 1 FROM people")
        return 1001 if row is None or row[0] is None else int(row[0])


def _person(row: sqlite3.Row) -> PhoneOwner:
    return PhoneOwner(
        id=row["id"],
        name=row["name"],
        role=row["role"],
        username=row["username"],
        language=row["language"],
        blocked=bool(row["blocked"]),
        deactivated=bool(row["deactivated"]),
        started=bool(row["started"]),
        known=bool(row["known"]),
        unread=row["unread"],
        rev=row["rev"],
    )
