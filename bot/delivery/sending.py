"""Handing one ready intent to Telegram, and saying how it ended."""

import asyncio
import contextlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from bot.delivery.claiming import Drawable, Picture, RenderedIntent, Stored
from bot.delivery.limits import Pacer
from bot.delivery.rendering import (
    card_of,
    draw,
    draw_picture,
    keyboard_of,
    left_behind,
    menu_of,
    takes_its_place,
)
from bot.keypad import Keypad
from bot.telegram import Refused, Telegram, TelegramError, field_of
from messages.card import Card
from messages.cards.telling import caption, file_name
from messages.localizer import localizer_for
from storage.unit_of_work import OfficeContext
from storage.vault import Vault
from storage.writer import Writer
from workflow.intents import ListCommands, RemoveMessage, TakeBack, precedence
from workflow.views.numbers import NumbersView
from workflow.views.taking import TakingBackView
from workflow.views.task import Face, TaskView

log = logging.getLogger(__name__)

# Files of strangers, of up to 20 MB, that are sent at once.
FILES_AT_ONCE = 4
# In the words of the official server: an edit that is not needed, or cannot be made.
_UNCHANGED = "message is not modified"
_GONE = ("message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID")


# How long an officer may look at an applicant's file before its chat copy goes.
FILES_STAY = timedelta(hours=12)
# How long the whole number of a person stands in a chat.
NUMBERS_STAY = timedelta(minutes=2)


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
        match rendered.view:
            case None:
                return Sent()
            case Stored():
                return await self._send_stored(rendered, rendered.view)
            case Drawable():
                content = await asyncio.to_thread(self._drawn, rendered)
                return await self._send_file(rendered, content)
            case Picture():
                return await self._send_picture(rendered, rendered.view)
        match rendered.claimed.intent:
            case RemoveMessage():
                return await self._remove(rendered)
            case TakeBack():
                return await self._take_back(rendered)
            case ListCommands():
                return await self._list_commands(rendered)
        await self._turn(rendered)
        card = card_of(self._with_dots(rendered), self.context.calendar.tz)
        fresh = getattr(rendered.claimed.intent, "fresh", True)
        if rendered.message_id is None:
            return await self._send_card(rendered, card)
        if not fresh:
            return await self._edit(rendered, card)
        sent = await self._send_card(rendered, card)
        await self._leave(rendered, rendered.message_id)
        return sent

    def _with_dots(self, rendered: RenderedIntent) -> RenderedIntent:
        """What was typed on a card's keypad stands in no book."""
        view = rendered.view
        if not isinstance(view, TaskView) or view.mode.face is not Face.KEYPAD:
            return rendered
        typed = self.keypad.shown(rendered.claimed.chat_id, view.task_id)
        return replace(rendered, view=replace(view, typed=typed))

    async def _turn(self, rendered: RenderedIntent) -> None:
        turn = (rendered.claimed.chat_id, precedence(rendered.claimed.intent))
        await self.pacer.wait(*turn)
        while self.writer.lacks_room:
            await self.writer.room()
            await self.pacer.wait(*turn)

    def _drawn(self, rendered: RenderedIntent) -> bytes:
        drawable: Drawable = rendered.view
        return draw(drawable, rendered.claimed.language, self.context.calendar.tz)

    async def _send_card(self, rendered: RenderedIntent, card: Card) -> Sent:
        secret = isinstance(rendered.view, NumbersView)
        params = {"chat_id": rendered.claimed.chat_id, **_shown(card)}
        if secret:
            params["protect_content"] = True
        told = await self.telegram.call("sendMessage", params)
        message_id = field_of("sendMessage", told, "message_id", int)
        return Sent(message_id=message_id, passing=NUMBERS_STAY if secret else None)

    async def _edit(self, rendered: RenderedIntent, card: Card) -> Sent:
        params = {
            "chat_id": rendered.claimed.chat_id,
            "message_id": rendered.message_id,
            **_shown(card),
        }
        try:
            await self.telegram.call("editMessageText", params)
        except Refused as refused:
            if _UNCHANGED in refused.description:
                return Sent(message_id=rendered.message_id)
            if any(words in refused.description for words in _GONE):
                return await self._send_card(rendered, card)
            raise
        return Sent(message_id=rendered.message_id)

    async def _leave(self, rendered: RenderedIntent, message_id: int) -> None:
        """The screen has moved down: what its old message says must not go on as if it were true.

        When that fails the new message has arrived all the same, and must not be sent again.
        """
        if takes_its_place(rendered):
            with contextlib.suppress(TelegramError):
                await self._take_away(rendered, message_id)
            return
        left = left_behind(rendered, self.context.calendar.tz)
        if left is None:
            await self._strip(rendered, message_id)
            return
        with contextlib.suppress(TelegramError):
            await self.telegram.call(
                "editMessageText",
                {"chat_id": rendered.claimed.chat_id, "message_id": message_id, **_shown(left)},
            )

    async def _strip(self, rendered: RenderedIntent, message_id: int) -> None:
        """A message keeps its words and loses its buttons."""
        with contextlib.suppress(TelegramError):
            await self.telegram.call(
                "editMessageReplyMarkup",
                {"chat_id": rendered.claimed.chat_id, "message_id": message_id},
            )

    async def _send_stored(self, rendered: RenderedIntent, view: Stored) -> Sent:
        """Large ones are few at once: each is whole in memory while it is sent."""
        async with self.places if view.kind == "attachment" else contextlib.nullcontext():
            content = await asyncio.to_thread(self.vault.get, view.digest)
            return await self._send_file(rendered, content)

    async def _send_file(self, rendered: RenderedIntent, content: bytes) -> Sent:
        view: Stored | Drawable = rendered.view
        say = localizer_for(rendered.claimed.language, self.context.calendar.tz)
        done = view.signed if isinstance(view, Stored) else view.final
        name = view.name if isinstance(view, Stored) and view.name else ""
        await self._turn(rendered)
        told = await self.telegram.upload(
            "sendDocument",
            {
                "chat_id": rendered.claimed.chat_id,
                "caption": caption(view.kind, view.number, say, title=view.title, draft=not done),
                "parse_mode": "HTML",
                "protect_content": view.to_officer,
            },
            field="document",
            name=name or file_name(view.title or view.kind, view.number),
            content=content,
        )
        passing = isinstance(view, Stored) and view.to_officer and view.kind == "attachment"
        message_id = field_of("sendDocument", told, "message_id", int)
        return Sent(message_id=message_id, passing=FILES_STAY if passing else None)

    async def _send_picture(self, rendered: RenderedIntent, picture: Picture) -> Sent:
        zone = self.context.calendar.tz
        content = await asyncio.to_thread(draw_picture, picture, zone)
        number = f"{picture.procedure.id} v{picture.version}"
        say = localizer_for(rendered.claimed.language, zone)
        await self._turn(rendered)
        told = await self.telegram.upload(
            "sendDocument",
            {
                "chat_id": rendered.claimed.chat_id,
                "caption": caption("sop", number, say),
                "parse_mode": "HTML",
            },
            field="document",
            name=f"SOP {number}.pdf",
            content=content,
        )
        return Sent(message_id=field_of("sendDocument", told, "message_id", int))

    async def _list_commands(self, rendered: RenderedIntent) -> Sent:
        listed = menu_of(rendered, self.context.calendar.tz)
        scope = {"type": "chat", "chat_id": rendered.claimed.chat_id}
        await self.telegram.call("setMyCommands", {"commands": listed, "scope": scope})
        return Sent()

    async def _remove(self, rendered: RenderedIntent) -> Sent:
        await self._take_away(rendered, rendered.view)
        return Sent()

    async def _take_back(self, rendered: RenderedIntent) -> Sent:
        """Delete many at once; what cannot be found is skipped by the server."""
        view: TakingBackView = rendered.view
        if not view.messages:
            return Sent()
        await self._turn(rendered)
        params = {"chat_id": rendered.claimed.chat_id, "message_ids": list(view.messages)}
        try:
            await self.telegram.call("deleteMessages", params)
        except Refused as refused:
            if refused.code != 400:
                raise
            log.warning("person %s keeps messages: %s", rendered.claimed.person_id, refused)
        return Sent()

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


def _shown(card: Card) -> Mapping[str, Any]:
    return {
        "text": card.text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": keyboard_of(card),
    }
