"""The webhook: Telegram brings updates, and hears "200" when they are on the disk."""

import asyncio
import hmac
import logging
from collections.abc import Awaitable, Callable, Sequence

from aiohttp import web

from bot.intake.updates import received_of
from storage import inbox
from storage.envelope import Envelope
from storage.inbox import Received
from storage.writer import Writer
from workflow.ports import Clock

log = logging.getLogger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
LARGEST_UPDATE = 1 << 20
# Seconds in which whoever connects must have asked, and sent what was announced.
PATIENCE = 15.0
# Seconds that a connection is kept for the next update.
KEPT = 75.0


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
        patience: float = PATIENCE,
    ) -> None:
        self._secret = secret
        self._writer = writer
        self._clock = clock
        self._accept = accept
        self._envelope = envelope
        self._patience = patience
        self._runner: web.AppRunner | None = None
        self._listening: asyncio.Server | None = None
        # Connections on which nothing was asked so far.
        self._silent: set[object] = set()

    async def listen(self, host: str, port: int, path: str) -> None:
        app = web.Application(client_max_size=LARGEST_UPDATE, middlewares=[self._noting])
        app.router.add_post(path or "/", self._receive)
        self._runner = web.AppRunner(app, keepalive_timeout=KEPT)
        await self._runner.setup()
        loop = asyncio.get_running_loop()
        self._listening = await loop.create_server(self._connection, host, port)

    async def close(self) -> None:
        if self._listening is not None:
            self._listening.close()
        if self._runner is not None:
            await self._runner.cleanup()

    def _connection(self) -> asyncio.Protocol:
        """One connection; it is given up when it does not ask anything soon.

        aiohttp gives up connections that are silent between two requests, and waits for the first
        one as long as somebody sends a letter of it now and then.
        """
        if self._runner is None or self._runner.server is None:
            raise RuntimeError("a connection before the server was set up")
        connection = self._runner.server()
        self._silent.add(connection)
        asyncio.get_running_loop().call_later(self._patience, self._give_up, connection)
        return connection

    def _give_up(self, connection: web.RequestHandler) -> None:
        if connection not in self._silent:
            return
        self._silent.discard(connection)
        if connection.transport is not None:
            connection.transport.abort()

    @web.middleware
    async def _noting(
        self, request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
    ) -> web.StreamResponse:
        self._silent.discard(request.protocol)
        return await handler(request)

    async def _receive(self, request: web.Request) -> web.Response:
        told = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(told.encode(errors="surrogateescape"), self._secret.encode()):
            return web.Response(status=401)
        try:
            async with asyncio.timeout(self._patience):
                raw = await request.json()
            received = received_of(raw)
        except TimeoutError:
            return web.Response(status=408)
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
