"""What moves the whole sandbox, over HTTP: state, events, clock, faults, journal, reset."""

from datetime import datetime

from aiohttp import web

from bot.sandbox.bot_api import BotApi
from bot.sandbox.json_routes import Handler, read_object, read_string, spoken
from bot.sandbox.phones import Impossible
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.view import LONGEST_WAIT, View


class ControlApi:
    """For the page, and for tests."""

    def __init__(self, telegram: EmbeddedTelegram, bot_api: BotApi, view: View) -> None:
        self._telegram = telegram
        self._bot_api = bot_api
        self._view = view

    def routes(self) -> list[web.AbstractRouteDef]:
        table: list[tuple[str, str, Handler]] = [
            ("GET", "/sandbox/state", self._state),
            ("GET", "/sandbox/events", self._events),
            ("GET", "/sandbox/clock", self._clock),
            ("POST", "/sandbox/clock", self._move_clock),
            ("POST", "/sandbox/faults", self._add_fault),
            ("DELETE", "/sandbox/faults", self._clear_faults),
            ("GET", "/sandbox/journal", self._journal),
            ("POST", "/sandbox/reset", self._reset),
        ]
        return [web.route(verb, path, spoken(handler)) for verb, path, handler in table]

    async def _state(self, request: web.Request) -> web.Response:
        del request
        return web.json_response(text=await self._view.state())

    async def _events(self, request: web.Request) -> web.Response:
        after = int(request.query.get("after", "0"))
        patience = min(LONGEST_WAIT, float(request.query.get("wait", LONGEST_WAIT)))
        return web.json_response(text=await self._view.events(after, patience))

    async def _clock(self, request: web.Request) -> web.Response:
        clock = self._telegram.clock
        if "after" in request.query and clock.rev <= int(request.query["after"]):
            await clock.moved.wait(LONGEST_WAIT)
        return self._time()

    async def _move_clock(self, request: web.Request) -> web.Response:
        body, clock = await read_object(request), self._telegram.clock
        if "to" in body:
            to = datetime.fromisoformat(read_string(body, "to"))
            if to.tzinfo is None:
                raise Impossible("to names its zone, as in 2026-11-23T08:00:00+07:00")
            seconds = to.timestamp() - clock.now()
        elif isinstance(body.get("advance"), int | float):
            seconds = float(body["advance"])
        else:
            raise Impossible("advance is a number of seconds, or to is a moment")
        if seconds < 0:
            raise Impossible("the clock only goes forward", why="backwards")
        with self._telegram.store.transaction():
            clock.advance(seconds)
            self._telegram.revisions.touch()
        return self._time()

    def _time(self) -> web.Response:
        clock = self._telegram.clock
        return web.json_response(
            {"now": clock.moment().isoformat(), "offset": clock.offset, "rev": clock.rev}
        )

    async def _add_fault(self, request: web.Request) -> web.Response:
        self._bot_api.faults.add(await read_object(request))
        return web.json_response({})

    async def _clear_faults(self, request: web.Request) -> web.Response:
        del request
        self._bot_api.faults.clear()
        return web.json_response({})

    async def _journal(self, request: web.Request) -> web.Response:
        after = int(request.query.get("after", "0"))
        entries = self._bot_api.journal.after(after, request.query.get("method"))
        return web.json_response({"entries": entries})

    async def _reset(self, request: web.Request) -> web.Response:
        del request
        with self._telegram.store.transaction():
            self._telegram.reset()
        self._bot_api.faults.clear()
        return web.json_response({})
