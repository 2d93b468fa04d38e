"""What time it is: the machine's clock, or the one a sandbox moves."""

import asyncio
import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

from workflow.ports import Clock

log = logging.getLogger(__name__)

# The sandbox answers a waiting reader after at most 25 s; this is a bit longer.
PATIENCE = aiohttp.ClientTimeout(total=40)


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251


class SteadyClock:
    """Another clock as the books know it: it never goes back.

    A machine's clock may be set back, and whoever was dismissed would be in office again. Then time
    goes on from the latest moment that was told, at its own pace, until the other clock is past it.
    """

    def __init__(self, source: Clock, *, elapsed: Callable[[], float] = time.monotonic) -> None:
        self._source = source
        self._elapsed = elapsed
        self._lock = threading.Lock()  # writer and loop ask at once
        self._latest: tuple[datetime, float] | None = None

    def now(self) -> datetime:
        told, elapsed = self._source.now(), self._elapsed()
        with self._lock:
            if self._latest is not None:
                latest, marked = self._latest
                least = latest + timedelta(seconds=elapsed - marked)
                if told < least:
                    return least
            self._latest = told, elapsed
            return told

    def not_before(self, moment: datetime) -> None:
        """From now on no time is told that is before this one, which stands in the books."""
        with self._lock:
            if self._latest is None or moment > self._latest[0]:
                self._latest = moment, self._elapsed()

    @property
    def drift(self) -> timedelta:
        """The machine's clock less the seconds it has run: another value once it was set anew."""
        since = timedelta(seconds=self._elapsed())
        return self._source.now() - datetime.fromtimestamp(0, UTC) - since

    @property
    def behind(self) -> timedelta:
        """How far the machine's clock lies behind the time that is told."""
        return self.now() - self._source.now()


class FollowedClock:
    """The clock of a sandbox: runs at the pace of real time, and jumps when it is moved there."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._offset = timedelta()
        self._revision = -1
        self._moved: list[Callable[[], None]] = []

    def now(self) -> datetime:
        return datetime.fromtimestamp(time.time(), UTC) + self._offset

    def on_moved(self, call: Callable[[], None]) -> None:
        self._moved.append(call)

    async def start(self) -> None:
        """Read the clock; to be awaited before anybody asks what time it is.

        Waits for a sandbox that is not there yet.
        """
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            while not await self._tried(session, {}):  # noqa: ASYNC110  # a server elsewhere
                await asyncio.sleep(1)

    async def follow(self) -> None:
        """Keep in step with the sandbox until cancelled."""
        async with aiohttp.ClientSession(timeout=PATIENCE) as session:
            while True:
                if not await self._tried(session, {"after": str(self._revision)}):
                    await asyncio.sleep(1)

    async def _tried(self, session: aiohttp.ClientSession, query: dict[str, str]) -> bool:
        try:
            await self._read(session, query)
        except (aiohttp.ClientError, TimeoutError) as error:
            log.warning("the sandbox's clock cannot be read: %r", error)
            return False
        return True

    async def _read(self, session: aiohttp.ClientSession, query: dict[str, str]) -> None:
        async with session.get(self._url, params=query) as response:
            told: dict[str, Any] = await response.json()
        self._offset = timedelta(seconds=told["offset"])
        if told["rev"] != self._revision:
            self._revision = told["rev"]
            for call in self._moved:
                call()
