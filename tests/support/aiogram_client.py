"""The Bot API as aiogram speaks it."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

from aiogram import Bot, exceptions, methods
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import BufferedInputFile, TelegramObject

from tests.support.clients import Lost, Upload, refusal

KINDS_OF_NO = {
    400: exceptions.TelegramBadRequest,
    401: exceptions.TelegramUnauthorizedError,
    403: exceptions.TelegramForbiddenError,
    404: exceptions.TelegramNotFound,
    409: exceptions.TelegramConflictError,
    413: exceptions.TelegramEntityTooLarge,
    429: exceptions.TelegramRetryAfter,
    500: exceptions.TelegramServerError,
    501: exceptions.TelegramServerError,
}


class ListeningSession(AiohttpSession):
    """aiogram's session, keeping the last envelope as it came."""

    envelope: dict[str, Any]

    def check_response(self, bot: Bot, method: Any, status_code: int, content: str) -> Any:
        self.envelope = json.loads(content)
        return super().check_response(bot, method, status_code, content)

    async def close(self) -> None:
        # Without the quarter of a second aiogram gives TLS to end: there is none here.
        if self._session is not None:
            await self._session.close()


@cache
def _session() -> ListeningSession:
    """One for all tests: each new one reads the certificates of all the world's authorities."""
    return ListeningSession()


@asynccontextmanager
async def connected(address: str, token: str) -> AsyncIterator["Aiogram"]:
    session = _session()
    session.api = TelegramAPIServer.from_base(address)
    async with Bot(token, session=session) as bot:
        yield Aiogram(bot, session)


class Aiogram:
    """aiogram's Bot, called by method name."""

    def __init__(self, bot: Bot, session: ListeningSession):
        self._bot = bot
        self._session = session

    async def call(self, method: str, /, **params: Any) -> Any:
        request = getattr(methods, method[0].upper() + method[1:])
        values = {name: _with_files(value) for name, value in params.items()}
        try:
            return _as_json(await self._bot(request(**values)))
        except exceptions.TelegramNetworkError as error:
            raise Lost(method) from error
        except exceptions.TelegramAPIError as error:
            raise refusal(self._session.envelope, error, KINDS_OF_NO) from error

    async def download(self, file_id: str) -> bytes:
        content = await self._bot.download(file_id)
        return content.read()


def _with_files(value: Any) -> Any:
    if isinstance(value, Upload):
        return BufferedInputFile(value.content, filename=value.name)
    if isinstance(value, dict):
        return {key: _with_files(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_files(each) for each in value]
    return value


def _as_json(result: Any) -> Any:
    if isinstance(result, TelegramObject):
        return result.model_dump(mode="json", by_alias=True, exclude_none=True, warnings=False)
    if isinstance(result, list):
        return [_as_json(each) for each in result]
    return result
