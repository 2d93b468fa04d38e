"""Long polling: updates are on the disk before Telegram hears that we have them."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from typing import Any

from bot.intake.updates import received_of
from bot.telegram import Refused, Telegram, TelegramError, Uncertain, field_of
from storage import inbox
from storage.envelope import Envelope
from storage.inbox import Received
from storage.writer import Writer
from workflow.ports import Clock

log = logging.getLogger(__name__)

# What there are routers for; Telegram sends nothing else.
ALLOWED_UPDATES = ("message", "edited_message", "callback_query")
HOLD = 25  # seconds; Telegram holds a poll at most 50
# Seconds until a broken line is tried again; each time twice as many.
PAUSE = 1.0
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
        pause: float = PAUSE,
    ) -> None:
        self._telegram = telegram
        self._writer = writer
        self._clock = clock
        self._accept = accept
        self._envelope = envelope
        self._first_pause = pause
        self._offset = 0

    async def run(self) -> None:
        """Poll until cancelled; raises TokenRefused."""
        pause = self._first_pause
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
                pause = self._first_pause
            except Refused as refused:
                if refused.of_the_bot:
                    raise TokenRefused(str(refused)) from None
                if refused.code == 409:
                    log.error("another process polls with this token: %s", refused.description)
                await asyncio.sleep(refused.retry_after or pause)
                pause = min(LONGEST_PAUSE, pause * 2)
            except TelegramError as error:
                log.warning("Telegram cannot be reached: %s", error)
                await asyncio.sleep(pause)
                pause = min(LONGEST_PAUSE, pause * 2)

    async def _keep(self, answer: object) -> None:
        updates = _listed(answer)
        if not updates:
            return
        newest = field_of("getUpdates", updates[-1], "update_id", int)
        wanted = [one for raw in updates if (one := _readable(raw)) is not None]
        new = await self._writer.run(
            lambda connection: inbox.put(
                connection, wanted, at=self._clock.now(), envelope=self._envelope
            )
        )
        self._offset = newest + 1
        self._accept(new)


def _listed(answer: object) -> list[Any]:
    """The updates of an answer; Uncertain where it is no list of them."""
    if not isinstance(answer, list):
        raise Uncertain("getUpdates: the answer is no list of updates")
    return answer


def _readable(raw: Any) -> Received | None:
    try:
        return received_of(raw)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        log.error("an update that is none: %r", error)
        return None
