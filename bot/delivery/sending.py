"""Handing one ready intent to Telegram, and saying how it ended."""

import asyncio
import contextlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from bot.delivery.claiming import Drawable, Picture, Ready, Stored
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
from storage.database import Writer
from storage.unit_of_work import Standing
from storage.vault import Vault
from workflow.intents import ListCommands, RemoveMessage, TakeBack, precedence
from workflow.views.numbers import NumbersView
from workflow.views.taking import TakingBackView
from workflow.views.task import TaskView

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
    standing: Standing
    pacer: Pacer
    keypad: Keypad = field(default_factory=Keypad)
    places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(FILES_AT_ONCE))

    async def send(self, ready: Ready) -> Sent:
        match ready.view:
            case None:
                return Sent()
            case Stored():
                return await self._send_stored(ready, ready.view)
            case Drawable():
                content = await asyncio.to_thread(self._drawn, ready)
                return await self._send_file(ready, content)
            case Picture():
                return await self._send_picture(ready, ready.view)
        match ready.claimed.intent:
            case RemoveMessage():
                return await self._remove(ready)
            case TakeBack():
                return await self._take_back(ready)
            case ListCommands():
                return await self._list_commands(ready)
        await self._turn(ready)
        card = card_of(self._with_dots(ready), self.standing.calendar.tz)
        fresh = getattr(ready.claimed.intent, "fresh", True)
        if ready.message_id is None:
            return await self._send_card(ready, card)
        if not fresh:
            return await self._edit(ready, card)
        sent = await self._send_card(ready, card)
        await self._leave(ready, ready.message_id)
        return sent

    def _with_dots(self, ready: Ready) -> Ready:
        """What was typed on a card's keypad stands in no book."""
        view = ready.view
        if not isinstance(view, TaskView) or view.mode.kind != "keypad":
            return ready
        typed = self.keypad.shown(ready.claimed.chat_id, view.task_id)
        return replace(ready, view=replace(view, typed=typed))

    async def _turn(self, ready: Ready) -> None:
        turn = (ready.claimed.chat_id, precedence(ready.claimed.intent))
        await self.pacer.wait(*turn)
        while self.writer.lacks_room:
            await self.writer.room()
            await self.pacer.wait(*turn)

    def _drawn(self, ready: Ready) -> bytes:
        drawable: Drawable = ready.view
        return draw(drawable, ready.claimed.language, self.standing.calendar.tz)

    async def _send_card(self, ready: Ready, card: Card) -> Sent:
        secret = isinstance(ready.view, NumbersView)
        params = {"chat_id": ready.claimed.chat_id, **_shown(card)}
        if secret:
            params["protect_content"] = True
        told = await self.telegram.call("sendMessage", params)
        message_id = field_of("sendMessage", told, "message_id", int)
        return Sent(message_id=message_id, passing=NUMBERS_STAY if secret else None)

    async def _edit(self, ready: Ready, card: Card) -> Sent:
        params = {
            "chat_id": ready.claimed.chat_id,
            "message_id": ready.message_id,
            **_shown(card),
        }
        try:
            await self.telegram.call("editMessageText", params)
        except Refused as refused:
            if _UNCHANGED in refused.description:
                return Sent(message_id=ready.message_id)
            if any(words in refused.description for words in _GONE):
                return await self._send_card(ready, card)
            raise
        return Sent(message_id=ready.message_id)

    async def _leave(self, ready: Ready, message_id: int) -> None:
        """The screen has moved down: what its old message says must not go on as if it were true.

        When that fails the new message has arrived all the same, and must not be sent again.
        """
        if takes_its_place(ready):
            with contextlib.suppress(TelegramError):
                await self._take_away(ready, message_id)
            return
        left = left_behind(ready, self.standing.calendar.tz)
        if left is None:
            await self._strip(ready, message_id)
            return
        with contextlib.suppress(TelegramError):
            await self.telegram.call(
                "editMessageText",
                {"chat_id": ready.claimed.chat_id, "message_id": message_id, **_shown(left)},
            )

    async def _strip(self, ready: Ready, message_id: int) -> None:
        """A message keeps its words and loses its buttons."""
        with contextlib.suppress(TelegramError):
            await self.telegram.call(
                "editMessageReplyMarkup",
                {"chat_id": ready.claimed.chat_id, "message_id": message_id},
            )

    async def _send_stored(self, ready: Ready, view: Stored) -> Sent:
        """Large ones are few at once: each is whole in memory while it is sent."""
        async with self.places if view.kind == "attachment" else contextlib.nullcontext():
            content = await asyncio.to_thread(self.vault.get, view.digest)
            return await self._send_file(ready, content)

    async def _send_file(self, ready: Ready, content: bytes) -> Sent:
        view: Stored | Drawable = ready.view
        say = localizer_for(ready.claimed.language, self.standing.calendar.tz)
        done = view.signed if isinstance(view, Stored) else view.final
        name = view.name if isinstance(view, Stored) and view.name else ""
        await self._turn(ready)
        told = await self.telegram.upload(
            "sendDocument",
            {
                "chat_id": ready.claimed.chat_id,
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

    async def _send_picture(self, ready: Ready, picture: Picture) -> Sent:
        zone = self.standing.calendar.tz
        content = await asyncio.to_thread(draw_picture, picture, zone)
        number = f"{picture.procedure.id} v{picture.version}"
        say = localizer_for(ready.claimed.language, zone)
        await self._turn(ready)
        told = await self.telegram.upload(
            "sendDocument",
            {
                "chat_id": ready.claimed.chat_id,
                "caption": caption("sop", number, say),
                "parse_mode": "HTML",
            },
            field="document",
            name=f"SOP {number}.pdf",
            content=content,
        )
        return Sent(message_id=field_of("sendDocument", told, "message_id", int))

    async def _list_commands(self, ready: Ready) -> Sent:
        listed = menu_of(ready, self.standing.calendar.tz)
        scope = {"type": "chat", "chat_id": ready.claimed.chat_id}
        await self.telegram.call("setMyCommands", {"commands": listed, "scope": scope})
        return Sent()

    async def _remove(self, ready: Ready) -> Sent:
        await self._take_away(ready, ready.view)
        return Sent()

    async def _take_back(self, ready: Ready) -> Sent:
        """Delete many at once; what cannot be found is skipped by the server."""
        view: TakingBackView = ready.view
        if not view.messages:
            return Sent()
        await self._turn(ready)
        params = {"chat_id": ready.claimed.chat_id, "message_ids": list(view.messages)}
        try:
            await self.telegram.call("deleteMessages", params)
        except Refused as refused:
            if refused.code != 400:
                raise
            log.warning("person %s keeps messages: %s", ready.claimed.person_id, refused)
        return Sent()

    async def _take_away(self, ready: Ready, message_id: int) -> None:
        try:
            await self.telegram.call(
                "deleteMessage",
                {"chat_id": ready.claimed.chat_id, "message_id": message_id},
            )
        except Refused as refused:
            if refused.code != 400:
                raise
            await self._strip(ready, message_id)  # too old to be deleted


def _shown(card: Card) -> Mapping[str, Any]:
    return {
        "text": card.text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": keyboard_of(card),
    }
