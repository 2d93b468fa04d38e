"""The messages of all chats."""

import json
import sqlite3
from dataclasses import replace
from typing import Any

from bot.sandbox.message import Message
from bot.sandbox.revisions import Revisions
from bot.sandbox.store import Store

SHOWN = 200
"""How many messages of a chat a phone shows."""


class Chats:
    """Message ids grow over all chats of the bot together, as in Telegram's private chats."""

    def __init__(self, store: Store, revisions: Revisions) -> None:
        self._store = store
        self._revisions = revisions

    def add(
        self,
        chat_id: int,
        *,
        from_person: bool,
        date: int,
        content: dict[str, Any],
        reply_to: int | None = None,
        keyboard: dict[str, Any] | None = None,
    ) -> Message:
        message = Message(
            chat_id=chat_id,
            message_id=self._store.next("messages"),
            from_person=from_person,
            date=date,
            content=content,
            reply_to=reply_to,
            keyboard=keyboard,
        )
        self.save(message)
        return message

    def save(self, message: Message) -> None:
        self._store.execute(
            "INSERT OR REPLACE INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            message.chat_id,
            message.message_id,
            message.from_person,
            message.date,
            json.dumps(message.content),
            message.reply_to,
            None if message.keyboard is None else json.dumps(message.keyboard),
            message.reaction,
            message.edited,
            message.deleted,
            json.dumps(message.as_shown()),
        )
        self._revisions.touch(message.chat_id)

    def find(self, chat_id: int, message_id: int) -> Message | None:
        """A message that was not deleted."""
        message = self.find_even_deleted(chat_id, message_id)
        return None if message is None or message.deleted else message

    def find_even_deleted(self, chat_id: int, message_id: int) -> Message | None:
        row = self._store.row(
            "SELECT * FROM messages WHERE chat_id = ? AND message_id = ?", chat_id, message_id
        )
        return None if row is None else _message(row)

    def delete(self, message: Message) -> None:
        self.save(replace(message, deleted=True))
        self._store.execute(
            "DELETE FROM pins WHERE chat_id = ? AND message_id = ?",
            message.chat_id,
            message.message_id,
        )

    def shown(self, chat_id: int) -> str:
        """The last messages of a chat as the page draws them, oldest first: a JSON array.

        It stays text because a busy page asks for it often, and reads it all.
        """
        rows = self._store.rows(
            "SELECT shown FROM messages WHERE chat_id = ? ORDER BY message_id DESC LIMIT ?",
            chat_id,
            SHOWN,
        )
        return "[" + ",".join(row[0] for row in reversed(rows)) + "]"

    def pin(self, message: Message) -> None:
        self._store.execute(
            "INSERT OR REPLACE INTO pins VALUES (?, ?, ?)",
            message.chat_id,
            message.message_id,
            self._store.next("pins"),
        )

    def unpin(self, chat_id: int, message_id: int) -> None:
        self._store.execute(
            "DELETE FROM pins WHERE chat_id = ? AND message_id = ?", chat_id, message_id
        )

    def pinned(self, chat_id: int) -> Message | None:
        """The message pinned last."""
        row = self._store.row(
            "SELECT message_id FROM pins WHERE chat_id = ? ORDER BY place DESC LIMIT 1", chat_id
        )
        return None if row is None else self.find(chat_id, row[0])


def _message(row: sqlite3.Row) -> Message:
    return Message(
        chat_id=row["chat_id"],
        message_id=row["message_id"],
        from_person=bool(row["from_person"]),
        date=row["date"],
        content=json.loads(row["content"]),
        reply_to=row["reply_to"],
        keyboard=None if row["keyboard"] is None else json.loads(row["keyboard"]),
        reaction=row["reaction"],
        edited=bool(row["edited"]),
        deleted=bool(row["deleted"]),
    )
