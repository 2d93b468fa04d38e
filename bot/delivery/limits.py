"""Telegram's limits on sending: so many a second in all, a few at once to one chat."""

import asyncio
from collections import deque
from collections.abc import Callable

# The window is a little longer than the second of Telegram's rule, since what left here evenly
# may arrive there in a bunch.
WINDOW = 1.035
CHAT_WINDOW = 3.0
CHAT_BURST = 4


class Pacer:
    """Lets so many messages a second pass; one chat gets a short burst, then one a second.

    `per_second` of 0 lets everything pass, for servers that have no such rule. What the server
    asks for itself is always kept.
    """

    def __init__(self, per_second: int, now: Callable[[], float]) -> None:
        self._per_second = per_second
        self._now = now
        self._sent: deque[float] = deque(maxlen=max(per_second, 1))
        self._chats: dict[int, deque[float]] = {}
        self._turn = asyncio.Lock()
        self._closed_until = 0.0

    async def wait(self, chat_id: int) -> None:
        """Return when one more message to this chat may leave."""
        if self._per_second == 0:
            await _until(lambda: self._closed_until - self._now())
            return
        await self._wait_for_chat(chat_id)
        async with self._turn:
            await _until(self._pause)
            self._sent.append(self._now())
            await asyncio.sleep(0)  # one at a time: what follows is work of the loop

    def close_for(self, seconds: float) -> None:
        """Telegram said when to come back: until then nothing leaves."""
        self._closed_until = max(self._closed_until, self._now() + seconds)

    def _pause(self) -> float:
        now = self._now()
        pause = self._closed_until - now
        if len(self._sent) == self._per_second:
            pause = max(pause, self._sent[0] + WINDOW - now)
        return pause

    async def _wait_for_chat(self, chat_id: int) -> None:
        sent = self._chats.setdefault(chat_id, deque(maxlen=CHAT_BURST))
        await _until(lambda: sent[0] + CHAT_WINDOW - self._now() if len(sent) == CHAT_BURST else 0)
        sent.append(self._now())
        if len(self._chats) > 10_000:
            self._forget_quiet_chats()

    def _forget_quiet_chats(self) -> None:
        edge = self._now() - CHAT_WINDOW
        for chat_id in [chat for chat, sent in self._chats.items() if sent[-1] < edge]:
            del self._chats[chat_id]


async def _until(pause: Callable[[], float]) -> None:
    """Sleep as long as *pause* asks for, and ask again: others may have gone ahead meanwhile."""
    while (seconds := pause()) > 0:  # noqa: ASYNC110  # nothing to wait for but time
        await asyncio.sleep(seconds)  # there is no event to wait for, only time
