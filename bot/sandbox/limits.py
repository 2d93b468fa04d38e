"""How fast a bot may write: token buckets for the whole bot and for each chat."""

import math
import time
from dataclasses import dataclass

from bot.sandbox.refusals import too_many_requests


@dataclass(frozen=True, slots=True, kw_only=True)
class FloodLimits:
    """Telegram publishes no exact numbers; these follow its FAQ: some 30 messages a second over
    all chats, one a second in one chat, with a short burst allowed."""

    overall_per_second: float = 30.0
    overall_burst: int = 30
    chat_per_second: float = 1.0
    chat_burst: int = 20


class FloodGate:
    """Counts in real time, not by the sandbox's clock: a moved clock spares nobody."""

    def __init__(self, limits: FloodLimits) -> None:
        self._limits = limits
        self._overall = _Bucket(limits.overall_burst, limits.overall_per_second, 0.0)
        self._chats: dict[str, _Bucket] = {}

    def pass_through(self, chat_id: str) -> None:
        """Spend one message in a chat; refused with 429 when there is none to spend."""
        now = time.monotonic()
        if len(self._chats) > 10_000:
            self._chats = {key: each for key, each in self._chats.items() if not each.full(now)}
        limits = self._limits
        chat = self._chats.get(chat_id)
        if chat is None:
            chat = self._chats[chat_id] = _Bucket(limits.chat_burst, limits.chat_per_second, now)
        wait = max(self._overall.wait(now), chat.wait(now))
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        self._overall.take()
        chat.take()


class _Bucket:
    def __init__(self, burst: int, per_second: float, now: float) -> None:
        self._burst = float(burst)
        self._per_second = per_second
        self._left = float(burst)
        self._at = now

    def wait(self, now: float) -> float:
        """Seconds until there is something to take."""
        self._left = min(self._burst, self._left + (now - self._at) * self._per_second)
        self._at = now
        return 0.0 if self._left >= 1 else (1 - self._left) / self._per_second

    def take(self) -> None:
        self._left -= 1

    def full(self, now: float) -> bool:
        self.wait(now)
        return self._left >= self._burst
