"""Presses of inline buttons, and what the bot answered to each."""

import json
import secrets
from dataclasses import dataclass
from typing import Any

from bot.sandbox.bell import Bell
from bot.sandbox.clock import SandboxClock
from bot.sandbox.refusals import bad_request
from bot.sandbox.store import Store

ANSWER_WINDOW = 150
"""Seconds in which a press can be answered: as long as its update may wait. (Telegram documents no
window; developers report refusals from some fifteen seconds on.)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PressAnswer:
    """What the person saw after the press."""

    answered: bool
    text: str = ""
    alert: bool = False
    url: str | None = None


class Presses:
    """Every press has its own query id, and takes one answer within the window."""

    def __init__(self, store: Store, clock: SandboxClock) -> None:
        self._store = store
        self._clock = clock
        self.answered = Bell()

    def new_id(self) -> str:
        return str(secrets.randbits(62) + (1 << 62))

    def add(self, query_id: str, *, update_id: int, person_id: int) -> None:
        now = self._clock.now()
        self._store.execute(
            "INSERT INTO presses VALUES (?, ?, ?, ?, NULL)", query_id, update_id, person_id, now
        )

    def answer(self, query_id: str, answer: dict[str, Any]) -> None:
        """Refused, as Telegram does, when unknown, too old, or answered before."""
        changed = self._store.execute(
            "UPDATE presses SET answer = ? WHERE query_id = ? AND answer IS NULL"
            " AND pressed_at > ?",
            json.dumps(answer),
            query_id,
            self._clock.now() - ANSWER_WINDOW,
        )
        if changed.rowcount == 0:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        self.answered.ring()

    def answer_to(self, person_id: int, update_id: int) -> PressAnswer | None:
        """The answer to a person's press; None when there was no such press."""
        row = self._store.row(
            "SELECT answer FROM presses WHERE update_id = ? AND person_id = ?",
            update_id,
            person_id,
        )
        if row is None:
            return None
        if row["answer"] is None:
            return PressAnswer(answered=False)
        return PressAnswer(answered=True, **json.loads(row["answer"]))
