"""Handing one rendered intent to Telegram, and saying how it ended."""

import asyncio
import contextlib
import logging
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from bot.delivery.limits import Pacer
from bot.delivery.rendering import message_of
from bot.delivery.screens.rows import (
    CardScreen,
    Document,
    Leaves,
    Menu,
    OtherScreen,
    Reader,
    Removal,
    Removals,
    RenderedIntent,
)
from bot.delivery.screens.table import comes_anew, precedence, row_of
from bot.keypad import Keypad
from bot.telegram import Refused, Telegram, TelegramError, field_of
from messages.card import Card
from storage.unit_of_work import OfficeContext
from storage.vault import Vault
from storage.writer import Writer
from workflow.views.task import Face, TaskView

log = logging.getLogger(__name__)

# Files of strangers, of up to 20 MB, that are sent at once.
FILES_AT_ONCE = 4
# In the words of the official server: an edit that is not needed, or cannot be made.
_UNCHANGED = "message is not modified"
_GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """It arrived: as which message, if it was one that stays."""

    message_id: int | None = None
    # For how long it stays on an officer's phone; nothing where it stays.
    passing: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends or edits; raises NotSent, Uncertain, Refused, NoRoom or FileDamaged.

    While nothing can be written down nothing is sent: after a stop it would be sent again.
    """

    telegram: Telegram
    writer: Writer
    vault: Vault
    context: OfficeContext
    pacer: Pacer
    keypad: Keypad = field(default_factory=Keypad)
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(FILES_AT_ONCE))

    async def send(self, rendered: RenderedIntent) -> Sent:
        if rendered.view is None:
            return Sent()
        match row_of(rendered):
            case CardScreen() as row:
                return await self._show(rendered, rendered.view, row)
            case OtherScreen() as row:
                content = row.draws(rendered.view, self._reader(rendered))
                return await self._call_for(rendered, content)
        raise TypeError(f"nobody is sent {rendered.claimed.intent!r}")

    def _reader(self, rendered: RenderedIntent) -> Reader:
        return Reader(language=rendered.claimed.language, zone=self.context.calendar.tz)

    async def _show(
        self, rendered: RenderedIntent, view: object, row: CardScreen[Any, Any]
    ) -> Sent:
        """Send a card, or edit it where it is; it is drawn when its turn has come."""
        await self._turn(rendered)
        say = self._reader(rendered).say
        card = row.draws(self._with_dots(rendered, view), say)
        if rendered.message_id is None:
            return await self._send_card(rendered, card, row.passing)
        if not comes_anew(rendered.claimed.intent):
            return await self._edit(rendered, card, row.passing)
        sent = await self._send_card(rendered, card, row.passing)
        await self._leave(rendered, rendered.message_id, row.leaves(view, say))
        return sent

    async def _call_for(
        self, rendered: RenderedIntent, content: Document | Removal | Removals | Menu
    ) -> Sent:
        match content:
            case Document():
                return await self._send_file(rendered, content)
            case Removal():
                await self._take_away(rendered, content.message_id)
            case Removals():
                await self._take_back(rendered, content)
            case Menu():
                await self._list_commands(rendered, content)
        return Sent()

    def _with_dots(self, rendered: RenderedIntent, view: object) -> object:
        """What was typed on a card's keypad stands in no book."""
        if not isinstance(view, TaskView) or view.mode.face is not Face.KEYPAD:
            return view
        return replace(view, typed=self.keypad.shown(rendered.claimed.chat_id, view.task_id))

    async def _turn(self, rendered: RenderedIntent) -> None:
        turn = (rendered.claimed.chat_id, precedence(rendered.claimed.intent))
        await self.pacer.wait(*turn)
        while self.writer.lacks_room:
            await self.writer.room()
            await self.pacer.wait(*turn)

    async def _send_card(
        self, rendered: RenderedIntent, card: Card, passing: timedelta | None
    ) -> Sent:
        params = {"chat_id": rendered.claimed.chat_id, **message_of(card)}
        if passing is not None:
            params["protect_content"] = True
        told = await self.telegram.call("sendMessage", params)
        message_id = field_of("sendMessage", told, "message_id", int)
        return Sent(message_id=message_id, passing=passing)

    async def _edit(self, rendered: RenderedIntent, card: Card, passing: timedelta | None) -> Sent:
        params = {
            "chat_id": rendered.claimed.chat_id,
            "message_id": rendered.message_id,
            **message_of(card),
        }
        try:
            await self.telegram.call("editMessageText", params)
        except Refused as refused:
            if _UNCHANGED in refused.description:
                return Sent(message_id=rendered.message_id)
            if any(words in refused.description for words in _GONE):
                return await self._send_card(rendered, card, passing)
            raise
        return Sent(message_id=rendered.message_id)

    async def _leave(self, rendered: RenderedIntent, message_id: int, left: Card | Leaves) -> None:
        """The screen has moved down: what its old message says must not go on as if it were true.

        When that fails the new message has arrived all the same, and must not be sent again.
        """
        with contextlib.suppress(TelegramError):
            if left is Leaves.NOTHING:
                await self._take_away(rendered, message_id)
            elif left is Leaves.WORDS:
                await self._strip(rendered, message_id)
            else:
                at = {"chat_id": rendered.claimed.chat_id, "message_id": message_id}
                await self.telegram.call("editMessageText", {**at, **message_of(left)})

    async def _strip(self, rendered: RenderedIntent, message_id: int) -> None:
        """A message keeps its words and loses its buttons."""
        with contextlib.suppress(TelegramError):
            await self.telegram.call(
                "editMessageReplyMarkup",
                {"chat_id": rendered.claimed.chat_id, "message_id": message_id},
            )

    async def _send_file(self, rendered: RenderedIntent, file: Document) -> Sent:
        """Large ones are few at once: each is whole in memory while it is sent."""
        async with self.places if file.large else contextlib.nullcontext():
            content = await asyncio.to_thread(file.content, self.vault)
            await self._turn(rendered)
            told = await self.telegram.upload(
                "sendDocument",
                {
                    "chat_id": rendered.claimed.chat_id,
                    "caption": file.caption,
                    "parse_mode": "HTML",
                    "protect_content": file.protected,
                },
                field="document",
                name=file.name,
                content=content,
            )
        message_id = field_of("sendDocument", told, "message_id", int)
        return Sent(message_id=message_id, passing=file.passing)

    async def _list_commands(self, rendered: RenderedIntent, menu: Menu) -> None:
        scope = {"type": "chat", "chat_id": rendered.claimed.chat_id}
        await self.telegram.call("setMyCommands", {"commands": menu.commands, "scope": scope})

    async def _take_back(self, rendered: RenderedIntent, gone: Removals) -> None:
        """Delete many at once; what cannot be found is skipped by the server."""
        if not gone.messages:
            return
        await self._turn(rendered)
        params = {"chat_id": rendered.claimed.chat_id, "message_ids": list(gone.messages)}
        try:
            await self.telegram.call("deleteMessages", params)
        except Refused as refused:
            if refused.code != 400:
                raise
            log.warning("person %s keeps messages: %s", rendered.claimed.person_id, refused)

    async def _take_away(self, rendered: RenderedIntent, message_id: int) -> None:
        try:
            await self.telegram.call(
                "deleteMessage",
                {"chat_id": rendered.claimed.chat_id, "message_id": message_id},
            )
        except Refused as refused:
            if refused.code != 400:
                raise
            await self._strip(rendered, message_id)  # too old to be deleted
