"""Carries updates to a bot's webhook, in order, until they are taken or too old."""

import asyncio
import logging
import random
import re
import time
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.sandbox.refusals import bad_request, not_modelled
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.updates import QueuedUpdate
from bot.sandbox.wire import Call, call_from_json

READ_TIMEOUT = 60.0
"""Seconds a webhook may take to answer (tdlib/telegram-bot-api#341)."""
LONGEST_RETRY_AFTER = 3600.0
"""Seconds; a webhook's own Retry-After is honoured up to here."""
GONE_FOR = 23 * 3600.0
"""Seconds of nothing but 410 after which the webhook is removed."""

_IDLE = 60.0
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_PORTS = (80, 88, 443, 8443)
_NOT_IN_ANSWERS = ("setwebhook", "deletewebhook", "close", "logout")

_log = logging.getLogger(__name__)


def read_webhook(call: Call, url: str) -> dict[str, Any]:
    """The webhook a call asks for. Plain HTTP and any port are allowed on loopback only."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise bad_request("bad webhook: invalid webhook URL specified") from error
    if not host:
        raise bad_request("bad webhook: invalid webhook URL specified")
    if host not in ("localhost", "127.0.0.1", "::1"):
        if parts.scheme != "https":
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if (port or 443) not in _PORTS:
            raise bad_request(
                "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
            )
        raise not_modelled("a webhook outside this machine")
    secret = call.text("secret_token")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = call.integer("max_connections", 40)
    return {
        "url": parts.geturl(),
        "secret": secret,
        "max_connections": min(100, max(1, connections)) if connections else 40,
    }


class Courier:
    """Runs while the sandbox listens. Within a queue one update waits for the one before it."""

    def __init__(
        self, telegram: EmbeddedTelegram, perform: Callable[[Call], Awaitable[object]]
    ) -> None:
        self._telegram = telegram
        self._perform = perform
        self._failures: dict[str, int] = {}
        self._not_before: dict[str, float] = {}
        self._gone_since: float | None = None
        self.last_error: dict[str, Any] = {}
        self.reachable = True

    def webhook_changed(self) -> None:
        self._failures.clear()
        self._not_before.clear()
        self._gone_since = None
        self.last_error = {}
        self.reachable = True
        self._telegram.updates.arrived.ring()

    async def run(self) -> None:
        """Deliver whenever there is a webhook; ends only when cancelled."""
        timeout = aiohttp.ClientTimeout(total=READ_TIMEOUT)
        async with aiohttp.ClientSession(timeout=timeout) as session, asyncio.TaskGroup() as group:
            busy: set[str] = set()
            while not self._telegram.updates.arrived.closed:
                webhook = self._telegram.store.setting("webhook")
                pause = _IDLE
                if webhook is not None:
                    for queue in self._due(busy, webhook["max_connections"]):
                        busy.add(queue)
                        task = group.create_task(self._carry(session, webhook, queue))
                        task.add_done_callback(partial(self._done, busy, queue))
                    pause = self._pause(busy, webhook["max_connections"])
                await self._telegram.updates.arrived.wait(pause)

    def _done(self, busy: set[str], queue: str, task: asyncio.Task[None]) -> None:
        del task
        busy.discard(queue)
        self._telegram.updates.arrived.ring()

    def _due(self, busy: set[str], connections: int) -> list[str]:
        now = time.monotonic()
        due = [
            queue
            for queue in self._telegram.updates.queues()
            if queue not in busy and self._not_before.get(queue, 0.0) <= now
        ]
        return due[: max(0, connections - len(busy))]

    def _pause(self, busy: set[str], connections: int) -> float:
        """Seconds until a queue that failed may be tried again; news ends the pause earlier."""
        if len(busy) >= connections:
            return _IDLE
        waits = [
            self._not_before.get(queue, 0.0)
            for queue in self._telegram.updates.queues()
            if queue not in busy
        ]
        return min(_IDLE, max(0.01, min(waits) - time.monotonic())) if waits else _IDLE

    async def _carry(
        self, session: aiohttp.ClientSession, webhook: Mapping[str, Any], queue: str
    ) -> None:
        """Deliver one queue until it is empty or the webhook fails."""
        while (update := self._telegram.updates.head(queue)) is not None:
            if self._telegram.store.setting("webhook") != webhook:
                return
            if not await self._deliver(session, webhook, update):
                return
            self._telegram.updates.confirm(update.update_id)
            self._failures.pop(queue, None)
            self._not_before.pop(queue, None)

    async def _deliver(
        self, session: aiohttp.ClientSession, webhook: Mapping[str, Any], update: QueuedUpdate
    ) -> bool:
        secret = webhook["secret"]
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        try:
            async with session.post(
                webhook["url"], json=update.body, headers=headers, allow_redirects=False
            ) as response:
                status, retry_after = response.status, response.headers.get("Retry-After")
                reason, answer = response.reason, await self._answer(response)
        except TimeoutError:
            self._failed(update.queue, "Read timeout expired", None)
            return False
        except aiohttp.ClientConnectorError:
            self._failed(update.queue, "Connection refused", None)
            return False
        except aiohttp.ClientError:
            self._failed(update.queue, "Connection closed", None)
            return False
        if not 200 <= status < 300:
            self._note_gone(status, webhook)
            message = f"Wrong response from the webhook: {status} {reason}"
            self._failed(update.queue, message, retry_after)
            return False
        self._gone_since = None
        self.reachable = True
        if answer is not None:
            await self._perform(answer)
        return True

    async def _answer(self, response: aiohttp.ClientResponse) -> Call | None:
        """The method call a webhook may answer with."""
        if response.content_type != "application/json":
            if response.content_type.startswith("multipart/"):
                return await self._multipart_answer(response)
            return None
        try:
            body = await response.json()
        except ValueError:
            return None
        return _permitted(call_from_json(body)) if isinstance(body, dict) else None

    async def _multipart_answer(self, response: aiohttp.ClientResponse) -> Call | None:
        fields: dict[str, Any] = {}
        async for part in aiohttp.MultipartReader.from_response(response):
            if isinstance(part, aiohttp.BodyPartReader) and part.name and part.filename is None:
                fields[part.name] = await part.text()
        return _permitted(call_from_json(fields))

    def _failed(self, queue: str, message: str, retry_after: str | None) -> None:
        """The first retry comes at once, then after 2, 4, 8 … seconds, up to a minute or two."""
        self.reachable = False
        self.last_error = {
            "last_error_date": self._telegram.clock.date(),
            "last_error_message": message,
        }
        failures = self._failures[queue] = self._failures.get(queue, 0) + 1
        longest = 60.0 + 60.0 * random.random()  # noqa: S311 - jitter, not a secret
        pause = 0.0 if failures == 1 else min(longest, 2.0 ** min(failures - 1, 10))
        if retry_after is not None and retry_after.isdecimal():
            pause = max(pause, min(LONGEST_RETRY_AFTER, float(retry_after)))
        self._not_before[queue] = time.monotonic() + pause
        _log.info("webhook failed: %s; next try in %.0f s", message, pause)

    def _note_gone(self, status: int, webhook: Mapping[str, Any]) -> None:
        if status != 410:
            self._gone_since = None
            return
        now = self._telegram.clock.now()
        if self._gone_since is None:
            self._gone_since = now
        elif now - self._gone_since >= GONE_FOR:
            _log.warning("the webhook %s is gone for good and was removed", webhook["url"])
            self._telegram.store.remember("webhook", None)


def _permitted(call: Call) -> Call | None:
    name = call.method.lower()
    if not name or name.startswith("get") or name in _NOT_IN_ANSWERS:
        return None
    return call
