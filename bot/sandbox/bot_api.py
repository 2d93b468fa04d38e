"""The bot's side over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import json
from dataclasses import replace
from typing import Any

from aiohttp import web

from bot.sandbox.faults import Fault, Faults
from bot.sandbox.journal import Journal
from bot.sandbox.limits import FloodGate
from bot.sandbox.methods.table import COUNTED, MODELLED, PARAMETERS_NOT_MODELLED, RECEIVING
from bot.sandbox.methods.unmodelled import UNMODELLED
from bot.sandbox.receiving import DescribedResult, Receiving
from bot.sandbox.refusals import CallRefused, not_modelled, too_many_requests
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.webhook import Courier
from bot.sandbox.wire import Call, read_call

_NAMES = {name.lower(): name for name in (*MODELLED, *RECEIVING, *UNMODELLED)}


class BotApi:
    """Answers calls like Telegram, or refuses them in Telegram's words."""

    def __init__(self, telegram: EmbeddedTelegram, *, token: str, gate: FloodGate | None) -> None:
        self._telegram = telegram
        self._token = token
        self._gate = gate
        self.faults = Faults()
        self.journal = Journal()
        self.courier = Courier(telegram, self._perform_answer)
        self.receiving = Receiving(telegram, self.courier)
        self._waiting_methods = self.receiving.methods

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.route("*", "/bot{token}/{method:[^/]*}", self._serve_method),
            web.get("/file/bot{token}/{path:.+}", self._serve_file),
        ]

    def last_route(self) -> web.AbstractRouteDef:
        """For every path that leads nowhere."""
        return web.route("*", "/{anything:.*}", _nowhere)

    async def perform(self, call: Call) -> tuple[int, Any]:
        """Do what a call asks: HTTP status and answer."""
        try:
            result = await self._result(call)
        except CallRefused as refused:
            return refused.code, refused.as_answer()
        if isinstance(result, DescribedResult):
            return 200, {"ok": True, "result": result.result, "description": result.description}
        return 200, {"ok": True, "result": result}

    async def _serve_method(self, request: web.Request) -> web.StreamResponse:
        if refused := self._wrong_token(request.match_info["token"]):
            return _json(refused.code, refused.as_answer())
        asked = request.match_info["method"]
        try:
            call = await read_call(request, asked)
        except CallRefused as refused:
            return _json(refused.code, refused.as_answer())
        # An empty name may stand in the argument `method` (telegram-bot-api, Client.cpp).
        call = _named(call, call.method or call.text("method"))
        fault = self.faults.take(call)
        if fault is None:
            status, answer = await self._perform_and_write(call)
        else:
            # What a slow server began it ends, though the bot has hung up meanwhile.
            status, answer = await asyncio.shield(self._suffer(fault, call))
        if status == 0:
            return _cut(request)
        return _json(status, answer)

    async def _perform_answer(self, call: Call) -> None:
        """The call a webhook answered with."""
        await self._perform_and_write(_named(call, call.method))

    async def _perform_and_write(self, call: Call) -> tuple[int, Any]:
        return self._written(call, *await self.perform(call))

    def _written(self, call: Call, status: int, answer: Any) -> tuple[int, Any]:
        self.journal.add(call, at=self._telegram.clock.moment(), status=status, answer=answer)
        return status, answer

    async def _suffer(self, fault: Fault, call: Call) -> tuple[int, Any]:
        return self._written(call, *await self._faulty(fault, call))

    async def _faulty(self, fault: Fault, call: Call) -> tuple[int, Any]:
        match fault.kind:
            case "429":
                refused = too_many_requests(fault.retry_after)
                return refused.code, refused.as_answer()
            case "500":
                return 500, CallRefused(500, "Internal Server Error").as_answer()
            case "drop_before":
                return 0, None
            case "drop_after":
                await self.perform(call)
                return 0, None
            case _:
                await asyncio.sleep(fault.seconds)
                return await self.perform(call)

    async def _result(self, call: Call) -> Any:
        if waiting := self._waiting_methods.get(call.method):
            return await waiting(call)
        method = MODELLED.get(call.method)
        if method is None:
            if call.method in UNMODELLED:
                raise not_modelled(call.method)
            raise CallRefused(404, "Not Found: method not found")
        for name in PARAMETERS_NOT_MODELLED:
            if call.text(name) not in ("", "0", "false"):
                raise not_modelled(f"the parameter {name}")
        if self._gate is not None and call.method in COUNTED:
            self._gate.pass_through(call.text("chat_id"))
        with self._telegram.store.transaction():
            return method(self._telegram, call)

    async def _serve_file(self, request: web.Request) -> web.StreamResponse:
        if refused := self._wrong_token(request.match_info["token"]):
            return _json(refused.code, refused.as_answer())
        file = self._telegram.files.at(request.match_info["path"])
        content = await self._telegram.files.content(file)
        if content is None:
            return _json(404, CallRefused(404, "Not Found").as_answer())
        return web.Response(body=content, headers={"Content-Type": "application/octet-stream"})

    def _wrong_token(self, token: str) -> CallRefused | None:
        if token == self._token:
            return None
        if token.startswith("0") or len(token) > 80 or ":" not in token:
            return CallRefused(401, "Unauthorized: invalid token specified")
        return CallRefused(401, "Unauthorized")


def _named(call: Call, method: str) -> Call:
    """The call under the name as Telegram writes it; capitals do not matter."""
    fields = {name: value for name, value in call.fields.items() if name != "method"}
    return replace(call, method=_NAMES.get(method.lower(), method), fields=fields)


def _json(status: int, answer: Any) -> web.Response:
    headers = {}
    if status == 429:
        headers["Retry-After"] = str(answer["parameters"]["retry_after"])
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )
    return web.Response(status=status, body=body, content_type="application/json", headers=headers)


async def _nowhere(request: web.Request) -> web.Response:
    del request
    return _json(404, CallRefused(404, "Not Found").as_answer())


def _cut(request: web.Request) -> web.Response:
    """Close the connection without a word, as a lost line does."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
