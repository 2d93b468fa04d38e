"""The sandbox's time: it runs at the pace of real time and can be moved forward, never back."""

import time
from datetime import UTC, datetime

from bot.sandbox.bell import Bell
from bot.sandbox.store import Store


class SandboxClock:
    """Real time plus an offset that is kept across restarts."""

    def __init__(self, store: Store, *, starts_at: datetime | None) -> None:
        self._store = store
        self.moved = Bell()
        offset = store.setting("clock_offset")
        if offset is None:
            offset = 0.0 if starts_at is None else starts_at.timestamp() - time.time()
            store.remember("clock_offset", offset)
        self._offset = float(offset)

    def now(self) -> float:
        """Unix time in seconds, with fractions."""
        return time.time() + self._offset

    def date(self) -> int:
        """Unix time in whole seconds, as messages carry it."""
        return int(self.now())

    def moment(self) -> datetime:
        return datetime.fromtimestamp(self.now(), tz=UTC)

    @property
    def offset(self) -> float:
        """How many seconds the sandbox is ahead of real time (negative when behind)."""
        return self._offset

    @property
    def rev(self) -> int:
        """How often the clock was moved."""
        return self._store.counter("clock")

    def advance(self, seconds: float) -> None:
        """Move forward by `seconds`; ValueError when negative."""
        if seconds < 0:
            raise ValueError("the clock only goes forward")
        self._offset += seconds
        self._store.remember("clock_offset", self._offset)
        self._store.next("clock")
        self.moved.ring()
