"""What time it is: the machine's clock, or the one a sandbox moves."""

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp

log = logging.getLogger(__name__)

# The sandbox answers a waiting reader after at most 25 s; this is a bit longer.
PATIENCE = aiohttp.ClientTimeout(total=40)


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251


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
