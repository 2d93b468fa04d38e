"""The webhook: Telegram brings updates, and hears "200" when they are on the disk."""

import hmac
import logging
from collections.abc import Callable, Sequence

from aiohttp import web

from bot.intake.worker import received_of
from storage import inbox
from storage.database import Writer
from storage.envelope import Envelope
from storage.inbox import Received
from workflow.ports import Clock

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
LARGEST_UPDATE = 1 << 20


class Webhook:
    """A small server that only the holder of the secret can speak to."""

    def __init__(
        self,
        *,
        secret: str,
        writer: Writer,
        clock: Clock,
        accept: Callable[[Sequence[Received]], None],
        envelope: Envelope,
    ) -> None:
        self._secret = secret
        self._writer = writer
        self._clock = clock
        self._accept = accept
        self._envelope = envelope
        self._runner: web.AppRunner | None = None

    async def listen(self, host: str, port: int, path: str) -> None:
        app = web.Application(client_max_size=LARGEST_UPDATE)
        app.router.add_post(path or "/", self._receive)
        self._runner = web.AppRunner(app)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()

    async def close(self) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    async def _receive(self, request: web.Request) -> web.Response:
        told = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(told.encode(errors="surrogateescape"), self._secret.encode()):
            return web.Response(status=401)
        try:
            raw = await request.json()
            received = received_of(raw)
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return web.Response(status=400)
        if self._writer.lacks_room:
            return web.Response(status=503)  # Telegram keeps it and comes again
        if received is not None:
            new = await self._writer.run(
                lambda connection: inbox.put(
                    connection, [received], at=self._clock.now(), envelope=self._envelope
                )
            )
            self._accept(new)
        return web.Response()
