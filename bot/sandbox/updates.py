"""The queue of updates: what waits for the bot, how long, and which kinds it asked for."""

import json
import secrets
from dataclasses import dataclass
from typing import Any

from bot.sandbox.bell import Bell
from bot.sandbox.clock import SandboxClock
from bot.sandbox.store import Store

MESSAGE_LIFE = 86_400
"""Seconds a message waits for the bot (telegram-bot-api, Client.cpp)."""
PRESS_LIFE = 150
"""Seconds a callback query waits for the bot (telegram-bot-api, Client.cpp)."""

KINDS = (
    "message",
    "edited_message",
    "channel_post",
    "edited_channel_post",
    "business_connection",
    "business_message",
    "edited_business_message",
    "deleted_business_messages",
    "message_reaction",
    "message_reaction_count",
    "inline_query",
    "chosen_inline_result",
    "callback_query",
    "shipping_query",
    "pre_checkout_query",
    "purchased_paid_media",
    "poll",
    "poll_answer",
    "my_chat_member",
    "chat_member",
    "chat_join_request",
    "chat_boost",
    "removed_chat_boost",
    "managed_bot",
    "guest_message",
)
_NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedUpdate:
    """An update nobody confirmed yet. Updates of one `queue` are delivered one after the other."""

    update_id: int
    queue: str
    expires_at: float
    body: dict[str, Any]


class Updates:
    """Kept on disk; lifetimes are measured by the sandbox's clock."""

    def __init__(self, store: Store, clock: SandboxClock) -> None:
        self._store = store
        self._clock = clock
        self.arrived = Bell()
        store.start_counter("updates", 100_000_000 + secrets.randbelow(800_000_000))

    def push(self, kind: str, content: dict[str, Any], *, queue: str, life: float) -> int | None:
        """Queue an update; None when the bot did not ask for its kind."""
        if not self.allows(kind):
            return None
        update_id = self._store.next("updates")
        self._store.execute(
            "INSERT INTO updates VALUES (?, ?, ?, ?)",
            update_id,
            queue,
            self._clock.now() + life,
            json.dumps({"update_id": update_id, kind: content}),
        )
        self.arrived.ring()
        return update_id

    def waiting(self, limit: int) -> list[dict[str, Any]]:
        """The oldest unconfirmed updates; those that outlived their time are gone."""
        self._forget_expired()
        rows = self._store.rows("SELECT body FROM updates ORDER BY update_id LIMIT ?", limit)
        return [json.loads(row[0]) for row in rows]

    def count(self) -> int:
        self._forget_expired()
        row = self._store.row("SELECT count(*) FROM updates")
        return 0 if row is None else int(row[0])

    def confirm_below(self, offset: int) -> None:
        self._store.execute("DELETE FROM updates WHERE update_id < ?", offset)

    def keep_last(self, count: int) -> None:
        self._store.execute(
            "DELETE FROM updates WHERE update_id NOT IN"
            " (SELECT update_id FROM updates ORDER BY update_id DESC LIMIT ?)",
            count,
        )

    def confirm(self, update_id: int) -> None:
        self._store.execute("DELETE FROM updates WHERE update_id = ?", update_id)

    def drop_all(self) -> None:
        self._store.execute("DELETE FROM updates")

    def queues(self) -> list[str]:
        """Queues in which something waits, the one waiting longest first."""
        self._forget_expired()
        rows = self._store.rows("SELECT queue FROM updates GROUP BY queue ORDER BY min(update_id)")
        return [row[0] for row in rows]

    def head(self, queue: str) -> QueuedUpdate | None:
        """The oldest update of one queue."""
        self._forget_expired()
        row = self._store.row(
            "SELECT * FROM updates WHERE queue = ? ORDER BY update_id LIMIT 1", queue
        )
        if row is None:
            return None
        return QueuedUpdate(
            update_id=row["update_id"],
            queue=row["queue"],
            expires_at=row["expires_at"],
            body=json.loads(row["body"]),
        )

    @property
    def allowed(self) -> list[str] | None:
        """The kinds the bot asked for; None for the default."""
        allowed: list[str] | None = self._store.setting("allowed_updates")
        return allowed

    def allows(self, kind: str) -> bool:
        allowed = self.allowed
        return kind not in _NOT_BY_DEFAULT if allowed is None else kind in allowed

    def ask_for(self, allowed: str) -> None:
        """Remember `allowed_updates`, a JSON text.

        Nothing, or what is no list of texts, changes nothing; an empty list, or one without a
        known name, brings the default back (telegram-bot-api, get_allowed_update_types).
        """
        try:
            names = json.loads(allowed) if allowed else None
        except ValueError:
            return
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            return
        known = [kind for kind in KINDS if kind in {name.lower() for name in names}]
        default = [kind for kind in KINDS if kind not in _NOT_BY_DEFAULT]
        self._store.remember("allowed_updates", None if known in ([], default) else known)

    def _forget_expired(self) -> None:
        self._store.execute("DELETE FROM updates WHERE expires_at <= ?", self._clock.now())
