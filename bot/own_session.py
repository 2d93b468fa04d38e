"""aiogram's bot speaks through our own client, to the server that the settings name."""

from collections.abc import AsyncGenerator
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import TelegramMethod
from aiogram.methods.base import Response, TelegramType

from bot.telegram import Telegram, Uncertain


class OwnSession(BaseSession):
    """Whatever aiogram asks of its own accord goes where all else goes.

    A command with the bot's name ("/tugas@…") makes it ask who it is. By its own session that
    question, and the token with it, went to Telegram itself, whichever server was set.
    """

    def __init__(self, telegram: Telegram) -> None:
        super().__init__()
        self._telegram = telegram

    async def close(self) -> None:
        """The client belongs to whoever made it."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109  # as aiogram has it
    ) -> TelegramType:
        """Raises NotSent, Uncertain or Refused, as every call does."""
        name = method.__api_method__
        told = await self._telegram.call(name, method.model_dump(mode="json", exclude_none=True))
        answer: Response[Any] = Response[method.__returning__].model_validate(  # type: ignore[name-defined]
            {"ok": True, "result": told}, context={"bot": bot}
        )
        if answer.result is None:
            raise Uncertain(f"{name}: an answer without a result")
        found: TelegramType = answer.result
        return found

    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,  # noqa: ASYNC109  # as aiogram has it
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """Files are fetched by our client, and by nobody else."""
        raise PermissionError(f"aiogram fetches no files here: {url}")
        yield b""
