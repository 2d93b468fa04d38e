"""getUpdates, setWebhook, deleteWebhook, getWebhookInfo: how a bot gets its updates."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.refusals import CallRefused, conflict, too_many_requests
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.webhook import Courier, read_webhook
from bot.sandbox.wire import Call

LONGEST_POLL = 50
"""Seconds (telegram-bot-api, LONG_POLL_MAX_TIMEOUT)."""
_LONG_AGO = float("-inf")
_BETWEEN_WEBHOOKS = 1.0
"""Seconds from one setWebhook to the next (telegram-bot-api, Client.cpp)."""
_LINGERS = 5.0
"""Seconds after a poll in which the bot counts as listening: it is about to poll again."""
_QUIET = 3.0
"""Seconds between two conflicts before the next is answered at once."""

_TERMINATED = (
    "terminated by other getUpdates request; make sure that only one bot instance is running"
)


@dataclass(frozen=True, slots=True)
class DescribedResult:
    """A result that comes with a sentence, as those about webhooks do."""

    result: Any
    description: str


class Receiving:
    """One receiver for one bot: a second poll ends the first, a webhook ends polling."""

    def __init__(self, telegram: EmbeddedTelegram, courier: Courier) -> None:
        self._telegram = telegram
        self._courier = courier
        self._poll: asyncio.Future[CallRefused] | None = None
        self._last_offset: int | None = None
        self._last_poll_at = _LONG_AGO
        self._conflict_at = _LONG_AGO
        self._polled_at = _LONG_AGO
        self._webhook_set_at = _LONG_AGO

    @property
    def methods(self) -> dict[str, Callable[[Call], Awaitable[Any]]]:
        return {
            "getUpdates": self.get_updates,
            "setWebhook": self.set_webhook,
            "deleteWebhook": self.delete_webhook,
            "getWebhookInfo": self.get_webhook_info,
        }

    @property
    def bot_is_listening(self) -> bool:
        """A poll is open or ended in the last seconds, or the webhook answers."""
        if self._telegram.store.setting("webhook") is not None:
            return self._courier.reachable
        return self._poll is not None or time.monotonic() - self._polled_at < _LINGERS

    async def get_updates(self, call: Call) -> list[dict[str, Any]]:
        telegram = self._telegram
        if telegram.store.setting("webhook") is not None:
            await self._after_a_pause()
            raise conflict(
                "can't use getUpdates method while webhook is active;"
                " use deleteWebhook to delete the webhook first"
            )
        offset, limit, timeout = self._paced(call)
        self._end_poll(conflict(_TERMINATED))
        with telegram.store.transaction():
            telegram.updates.ask_for(call.text("allowed_updates"))
            if offset > 0:
                telegram.updates.confirm_below(offset)
            elif offset < 0:
                telegram.updates.keep_last(-offset)
        return await self._wait_for_updates(limit, timeout)

    async def set_webhook(self, call: Call) -> DescribedResult:
        url = call.text("url").strip()
        if not url:
            return await self.delete_webhook(call)
        webhook = read_webhook(call, url)
        now = time.monotonic()
        if now - self._webhook_set_at < _BETWEEN_WEBHOOKS:
            raise too_many_requests(1)
        self._webhook_set_at = now
        self._end_poll(conflict("terminated by setWebhook request"))
        telegram = self._telegram
        with telegram.store.transaction():
            telegram.updates.ask_for(call.text("allowed_updates"))
            if call.flag("drop_pending_updates"):
                telegram.updates.drop_all()
            same = telegram.store.setting("webhook") == webhook
            telegram.store.remember("webhook", webhook)
        self._courier.webhook_changed()
        return DescribedResult(True, "Webhook is already set" if same else "Webhook was set")

    async def delete_webhook(self, call: Call) -> DescribedResult:
        telegram = self._telegram
        none = telegram.store.setting("webhook") is None
        with telegram.store.transaction():
            if call.flag("drop_pending_updates"):
                telegram.updates.drop_all()
            telegram.store.remember("webhook", None)
        self._courier.webhook_changed()
        return DescribedResult(
            True, "Webhook is already deleted" if none else "Webhook was deleted"
        )

    async def get_webhook_info(self, call: Call) -> dict[str, Any]:
        del call
        webhook = self._telegram.store.setting("webhook")
        info: dict[str, Any] = {
            "url": webhook["url"] if webhook else "",
            "has_custom_certificate": False,
            "pending_update_count": self._telegram.updates.count(),
        }
        if webhook:
            info["max_connections"] = webhook["max_connections"]
            info |= self._courier.last_error
        if (allowed := self._telegram.updates.allowed) is not None:
            info["allowed_updates"] = allowed
        return info

    def _paced(self, call: Call) -> tuple[int, int, int]:
        """Offset, limit and timeout, with the server's brakes for a bot that polls in circles.

        The same offset again within three seconds waits three seconds; within half a second it
        gets one update (telegram-bot-api, process_get_updates_query).
        """
        offset = call.integer("offset")
        limit = min(100, max(1, call.integer("limit", 100)))
        timeout = min(LONGEST_POLL, max(0, call.integer("timeout")))
        now = time.monotonic()
        if offset == self._last_offset:
            since = now - self._last_poll_at
            timeout = max(timeout, 3) if since < 3 else timeout
            limit = 1 if since < 0.5 else limit
        self._last_offset, self._last_poll_at = offset, now
        return offset, limit, timeout

    async def _wait_for_updates(self, limit: int, seconds: int) -> list[dict[str, Any]]:
        updates = self._telegram.updates
        poll: asyncio.Future[CallRefused] = asyncio.get_running_loop().create_future()
        was_listening = self.bot_is_listening
        self._poll, self._polled_at = poll, _LONG_AGO
        if not was_listening:
            self._telegram.revisions.touch()
        deadline = time.monotonic() + seconds
        try:
            while not (waiting := updates.waiting(limit)):
                left = deadline - time.monotonic()
                if left <= 0:
                    break
                await updates.arrived.wait(left)
                if poll.done():
                    await self._after_a_pause()
                    raise poll.result()
                if updates.arrived.closed:
                    raise CallRefused(500, "Internal Server Error: restart")
            self._polled_at = time.monotonic()
            return waiting
        finally:
            # A bot that hung up is not listening, though it polled a moment ago.
            if self._poll is poll:
                self._poll = None

    def _end_poll(self, reason: CallRefused) -> None:
        poll, self._poll = self._poll, None
        if poll is not None and not poll.done():
            poll.set_result(reason)
            self._telegram.updates.arrived.ring()

    async def _after_a_pause(self) -> None:
        """A second conflict within three seconds is answered three seconds late."""
        now = time.monotonic()
        soon = now - self._conflict_at < _QUIET
        self._conflict_at = now
        if soon:
            await asyncio.sleep(_QUIET)
