"""Wakes whoever waits for news."""

import asyncio


class Bell:
    """Rung when something changed. A waiter looks, waits, and looks again."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()
        self._closed = False

    def ring(self) -> None:
        rung, self._rung = self._rung, asyncio.Event()
        rung.set()

    def close(self) -> None:
        """From now on nobody waits: the sandbox is going down."""
        self._closed = True
        self._rung.set()

    @property
    def closed(self) -> bool:
        return self._closed

    async def wait(self, seconds: float) -> bool:
        """True when it rang (or is closed), False when `seconds` passed in silence."""
        if seconds <= 0:
            return self._closed
        rung = self._rung
        try:
            async with asyncio.timeout(seconds):
                await rung.wait()
        except TimeoutError:
            return False
        return True
