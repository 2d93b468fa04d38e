"""Every call of the bot and what it was answered: the last ones, in memory."""

from collections import deque
from datetime import datetime
from typing import Any

from bot.sandbox.wire import Call

KEPT = 5_000
"""Entries."""


class Journal:
    """Numbered from 1 at each start of the sandbox."""

    def __init__(self) -> None:
        self._entries: deque[dict[str, Any]] = deque(maxlen=KEPT)
        self._count = 0

    def add(self, call: Call, *, at: datetime, status: int, answer: Any) -> None:
        """`status` 0: the connection was closed without an answer."""
        self._count += 1
        self._entries.append(
            {
                "n": self._count,
                "at": at.isoformat(),
                "method": call.method,
                "params": call.as_journal(),
                "status": status,
                "answer": answer,
            }
        )

    def after(self, n: int, method: str | None = None) -> list[dict[str, Any]]:
        newer = min(len(self._entries), self._count - n)
        entries = (self._entries[-back] for back in range(newer, 0, -1))
        return [entry for entry in entries if method in (None, entry["method"])]
