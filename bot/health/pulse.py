"""Whether the writer still answers: asked again and again, so that whoever looks need not wait."""

import asyncio
import time
from collections.abc import Callable

from sqlalchemy import Connection

from storage.reading.waiting import Waiting, what_waits
from storage.writer import Writer

PACE = 5.0  # seconds between two questions
# A writer silent for so long is stuck: none of its calls lasts a twentieth of a second.
SILENCE = 30.0


class Pulse:
    """The last answer of the writer, and what waited then."""

    def __init__(
        self,
        writer: Writer,
        *,
        pace: float = PACE,
        silence: float = SILENCE,
        elapsed: Callable[[], float] = time.monotonic,
    ) -> None:
        self._writer = writer
        self._pace = pace
        self._silence = silence
        self._elapsed = elapsed
        self._answered_at = elapsed()
        self.waiting: Waiting | None = None

    async def run(self) -> None:
        """Ask until cancelled; one question at a time, so that none piles up behind a stuck one."""
        while True:
            await self.ask()
            await asyncio.sleep(self._pace)

    async def ask(self) -> None:
        self.waiting = await self._writer.run(_looked)
        self._answered_at = self._elapsed()

    @property
    def is_there(self) -> bool:
        """True also while room, or the database, is waited for: a new start would not help."""
        recently = self._elapsed() - self._answered_at < self._silence
        return recently or self._writer.lacks_room


def _looked(connection: Connection) -> Waiting:
    return what_waits(connection)
