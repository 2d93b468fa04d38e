"""Long polling: updates are on the disk before Telegram hears that we have them."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Any

from bot.intake.worker import received_of
from bot.telegram import Refused, Telegram, TelegramError
from storage import inbox
from storage.database import Writer
from storage.envelope import Envelope
from storage.inbox import Received
from workflow.ports import Clock

log = logging.getLogger(__name__)

# What there are routers for; Telegram sends nothing else.
ALLOWED_UPDATES = ("message", "callback_query")
HOLD = 25  # seconds; Telegram holds a poll at most 50
LONGEST_PAUSE = 30.0


class TokenRefused(Exception):
    """Telegram does not know the token; no waiting will mend that."""


class Polling:
    """Asks for updates, keeps them, and acknowledges them with the next question."""

    def __init__(
        self,
        *,
        telegram: Telegram,
        writer: Writer,
        clock: Clock,
        accept: Callable[[Sequence[Received]], None],
        envelope: Envelope,
    ) -> None:
        self._telegram = telegram
        self._writer = writer
        self._clock = clock
        self._accept = accept
        self._envelope = envelope
        self._offset = 0

    async def run(self) -> None:
        """Poll until cancelled; raises TokenRefused."""
        pause = 1.0
        while True:
            try:
                updates = await self._telegram.call(
                    "getUpdates",
                    {
                        "offset": self._offset,
                        "timeout": HOLD,
                        "allowed_updates": list(ALLOWED_UPDATES),
                    },
                    patience=HOLD + 15,
                )
                await self._keep(updates)
                pause = 1.0
            except Refused as refused:
                if refused.code in (401, 404):
                    raise TokenRefused(str(refused)) from None
                if refused.code == 409:
                    log.error("another process polls with this token: %s", refused.description)
                await asyncio.sleep(refused.retry_after or pause)
                pause = min(LONGEST_PAUSE, pause * 2)
            except TelegramError as error:
                log.warning("Telegram cannot be reached: %s", error)
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE, pause * 2)

    async def _keep(self, updates: Sequence[dict[str, Any]]) -> None:
        if not updates:
            return
        wanted = [one for raw in updates if (one := _readable(raw)) is not None]
        new = await self._writer.run(
            lambda connection: inbox.put(
                connection, wanted, at=self._clock.now(), envelope=self._envelope
            )
        )
        self._offset = updates[-1]["update_id"] + 1
        self._accept(new)


def _readable(raw: dict[str, Any]) -> Received | None:
    try:
        return received_of(raw)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        log.error("an update that is none: %r", error)
        return None
