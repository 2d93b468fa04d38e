"""The sandbox as a whole: Telegram for one bot, on this machine only."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from aiohttp import web

from bot.sandbox import page_files
from bot.sandbox.bot_api import BotApi
from bot.sandbox.control_api import ControlApi
from bot.sandbox.guard import guard
from bot.sandbox.limits import FloodGate, FloodLimits
from bot.sandbox.people_api import PeopleApi
from bot.sandbox.phones import LARGEST_UPLOAD
from bot.sandbox.samples import Samples, SamplesApi, none
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.view import Panel, View

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_LARGEST_BODY = LARGEST_UPLOAD + (1 << 20)

_log = logging.getLogger(__name__)


class Sandbox:
    """Holds everything in `folder`; one process at a time may listen on it.

    `starts_at` (aware) is the time of a new folder's clock, real time when None; a folder that
    exists keeps its own. `flood_limits` may be False (a bot may write as fast as it can), True, or
    limits of one's own.
    """

    def __init__(
        self,
        *,
        folder: Path,
        token: str,
        starts_at: datetime | None = None,
        panel: Panel | None = None,
        samples: Samples = none,
        name: str = "Sandbox",
        username: str = "sandbox_bot",
        flood_limits: FloodLimits | bool = True,
    ) -> None:
        bot_id, colon, _ = token.partition(":")
        if not bot_id.isdecimal() or not colon:
            raise ValueError("a token is a number, a colon and a secret: 42:SANDBOX")
        self.token = token
        self._folder = folder
        self._starts_at = starts_at
        self._panel = panel
        self._samples = samples
        self._bot_id = int(bot_id)
        self._name = name
        self._username = username
        self._limits = FloodLimits() if flood_limits is True else flood_limits or None

    @asynccontextmanager
    async def listening(self, port: int = 0, host: str = "127.0.0.1") -> AsyncIterator[str]:
        """Serve on loopback; yields the address, with the port that was free when 0."""
        if host not in _LOOPBACK:
            raise ValueError("the sandbox listens on this machine only")
        telegram = EmbeddedTelegram(
            self._folder,
            bot_id=self._bot_id,
            name=self._name,
            username=self._username,
            starts_at=self._starts_at,
        )
        gate = None if self._limits is None else FloodGate(self._limits)
        bot_api = BotApi(telegram, token=self.token, gate=gate)
        runner = web.AppRunner(
            self._application(telegram, bot_api),
            access_log=None,
            shutdown_timeout=1.0,
            handler_cancellation=True,
        )
        await runner.setup()
        courier = asyncio.ensure_future(bot_api.courier.run())
        courier.add_done_callback(_watched)
        try:
            await web.TCPSite(runner, host, port).start()
            address = _address(runner, host)
            _log.info("the sandbox listens on %s; this is not Telegram", address)
            yield address
        finally:
            _let_go(telegram)
            courier.cancel()
            await asyncio.wait([courier])
            await runner.cleanup()
            telegram.close()

    def _application(self, telegram: EmbeddedTelegram, bot_api: BotApi) -> web.Application:
        view = View(telegram, bot_api.receiving, self._panel)
        application = web.Application(middlewares=[guard], client_max_size=_LARGEST_BODY)
        application.add_routes(bot_api.routes())
        application.add_routes(PeopleApi(telegram).routes())
        application.add_routes(ControlApi(telegram, bot_api, view).routes())
        application.add_routes(SamplesApi(self._samples).routes())
        application.add_routes(page_files.routes())
        application.add_routes([bot_api.last_route()])
        return application


def _watched(courier: asyncio.Future[None]) -> None:
    if not courier.cancelled() and (error := courier.exception()) is not None:
        _log.error("no webhook is served any more", exc_info=error)


def _let_go(telegram: EmbeddedTelegram) -> None:
    """Whoever waits for something gets an answer now."""
    for bell in (
        telegram.updates.arrived,
        telegram.revisions.news,
        telegram.presses.answered,
        telegram.clock.moved,
    ):
        bell.close()


def _address(runner: web.AppRunner, host: str) -> str:
    port = runner.addresses[0][1]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"
