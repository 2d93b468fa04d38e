"""The Bot API as python-telegram-bot speaks it."""

import json
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import telegram
from telegram import error as errors
from telegram.request import HTTPXRequest

from tests.support.clients import Lost, Upload, refusal

# Else the library warns of what its next version will call retry_after.
os.environ["PTB_TIMEDELTA"] = "true"

KINDS_OF_NO = {
    400: errors.BadRequest,
    401: errors.InvalidToken,
    403: errors.Forbidden,
    404: errors.InvalidToken,
    409: errors.Conflict,
    413: errors.NetworkError,
    429: errors.RetryAfter,
    500: errors.NetworkError,
    501: errors.NetworkError,
}
KEYBOARDS = {
    "inline_keyboard": telegram.InlineKeyboardMarkup,
    "keyboard": telegram.ReplyKeyboardMarkup,
    "remove_keyboard": telegram.ReplyKeyboardRemove,
    "force_reply": telegram.ForceReply,
}
MEDIA = {"document": telegram.InputMediaDocument, "photo": telegram.InputMediaPhoto}


class ListeningRequest(HTTPXRequest):
    """The library's own transport, keeping the last envelope as it came."""

    envelope: dict[str, Any]

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        status, payload = await super().do_request(*args, **kwargs)
        if payload.startswith(b"{"):
            self.envelope = json.loads(payload)
        return status, payload


@asynccontextmanager
async def connected(address: str, token: str) -> AsyncIterator["PythonTelegramBot"]:
    plain = {"verify": False}  # no certificates are read for a server that needs none
    async with (
        ListeningRequest(httpx_kwargs=plain) as asking,
        ListeningRequest(httpx_kwargs=plain) as polling,
    ):
        bot = telegram.Bot(
            token,
            base_url=f"{address}/bot",
            base_file_url=f"{address}/file/bot",
            request=asking,
            get_updates_request=polling,
        )
        yield PythonTelegramBot(bot, asking, polling)


class PythonTelegramBot:
    """The library's Bot, called by method name."""

    def __init__(self, bot: telegram.Bot, asking: ListeningRequest, polling: ListeningRequest):
        self._bot = bot
        self._asking = asking
        self._polling = polling

    async def call(self, method: str, /, **params: Any) -> Any:
        values = {name: self._as_object(name, value) for name, value in params.items()}
        transport = self._polling if method == "getUpdates" else self._asking
        transport.envelope = {}
        try:
            return _as_json(await getattr(self._bot, method)(**values))
        except errors.TelegramError as error:
            if not transport.envelope:
                raise Lost(method) from error
            raise refusal(transport.envelope, error, KINDS_OF_NO) from error

    async def download(self, file_id: str) -> bytes:
        file = await self._bot.get_file(file_id)
        return bytes(await file.download_as_bytearray())

    def _as_object(self, name: str, value: Any) -> Any:
        if isinstance(value, Upload):
            return telegram.InputFile(value.content, filename=value.name)
        if name in READERS:
            return READERS[name](value, self._bot)
        return value


def _keyboard(value: dict[str, Any], bot: telegram.Bot) -> Any:
    for key, kind in KEYBOARDS.items():
        if key in value:
            return kind.de_json(value, bot)
    raise ValueError(f"the library has no keyboard for {value!r}")


def _media(value: Any, bot: telegram.Bot) -> Any:
    if isinstance(value, list):
        return [_media(each, bot) for each in value]
    rest = {name: each for name, each in value.items() if name not in {"type", "media"}}
    media = value["media"]
    if isinstance(media, Upload):
        return MEDIA[value["type"]](media.content, filename=media.name, **rest)
    return MEDIA[value["type"]](media, **rest)


def _listed(kind: type[telegram.TelegramObject]) -> Callable[[Any, telegram.Bot], Any]:
    return lambda value, bot: list(kind.de_list(value, bot))


READERS: dict[str, Callable[[Any, telegram.Bot], Any]] = {
    "reply_markup": _keyboard,
    "media": _media,
    "commands": _listed(telegram.BotCommand),
    "reaction": _listed(telegram.ReactionType),
    "entities": _listed(telegram.MessageEntity),
    "caption_entities": _listed(telegram.MessageEntity),
    "scope": telegram.BotCommandScope.de_json,
    "menu_button": telegram.MenuButton.de_json,
    "reply_parameters": telegram.ReplyParameters.de_json,
    "link_preview_options": telegram.LinkPreviewOptions.de_json,
}


def _as_json(result: Any) -> Any:
    if isinstance(result, telegram.TelegramObject):
        return result.to_dict()
    if isinstance(result, list | tuple):
        return [_as_json(each) for each in result]
    return result
