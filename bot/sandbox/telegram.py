"""Everything the sandbox holds, and the rules that join a bot with the people."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.sandbox.chats import Chats
from bot.sandbox.clock import SandboxClock
from bot.sandbox.files import FileStore
from bot.sandbox.message import Message
from bot.sandbox.people import PhoneOwner, PhoneOwners
from bot.sandbox.presses import Presses
from bot.sandbox.profile import Profile
from bot.sandbox.refusals import bad_request, forbidden
from bot.sandbox.revisions import Revisions
from bot.sandbox.store import Store
from bot.sandbox.updates import MESSAGE_LIFE, Updates

TYPING = 5.0
"""Seconds a chat action is shown (Bot API, sendChatAction)."""


class EmbeddedTelegram:
    """One bot, its private chats, and the queue between them."""

    def __init__(
        self,
        folder: Path,
        *,
        bot_id: int,
        name: str,
        username: str,
        starts_at: datetime | None,
    ) -> None:
        self.store = Store(folder)
        self.revisions = Revisions(self.store)
        self.clock = SandboxClock(self.store, starts_at=starts_at)
        self.people = PhoneOwners(self.store, self.revisions)
        self.chats = Chats(self.store, self.revisions)
        self.files = FileStore(self.store, folder / "files")
        self.updates = Updates(self.store, self.clock)
        self.presses = Presses(self.store, self.clock)
        self.profile = Profile(self.store, bot_id=bot_id, name=name, username=username)
        self._typing: dict[int, asyncio.TimerHandle] = {}

    def close(self) -> None:
        for timer in self._typing.values():
            timer.cancel()
        self.store.close()

    def chat(self, chat_id: str) -> PhoneOwner:
        """The chat a bot names; refused unless the person wrote to the bot before."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        try:
            person = self.people.find(int(chat_id))
        except (ValueError, OverflowError):
            person = None
        if person is None or not person.known:
            raise bad_request("chat not found")
        return person

    def open_chat(self, chat_id: str) -> PhoneOwner:
        """A chat the bot may write to."""
        person = self.chat(chat_id)
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
        if person.deactivated:
            raise forbidden("user is deactivated")
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        return person

    def post(
        self,
        person: PhoneOwner,
        content: Mapping[str, Any],
        *,
        reply_to: int | None = None,
        keyboard: dict[str, Any] | None = None,
    ) -> Message:
        """The bot writes to a person."""
        self._stop_typing(person.id)
        self.people.notice(person.id)
        return self.chats.add(
            person.id,
            from_person=False,
            date=self.clock.date(),
            content=dict(content),
            reply_to=reply_to,
            keyboard=keyboard,
        )

    def receive(
        self, person: PhoneOwner, content: Mapping[str, Any], *, reply_to: int | None = None
    ) -> tuple[Message, int | None]:
        """A person writes to the bot: the message, and the id of its update if the bot gets one."""
        self.people.start(person.id)
        self.people.read(person.id)
        message = self.chats.add(
            person.id,
            from_person=True,
            date=self.clock.date(),
            content=dict(content),
            reply_to=reply_to,
        )
        return message, self.announce("message", message)

    def announce(self, kind: str, message: Message) -> int | None:
        """Queue a message as an update of the given kind."""
        return self.updates.push(
            kind, self.as_telegram(message), queue=f"chat:{message.chat_id}", life=MESSAGE_LIFE
        )

    def as_telegram(self, message: Message, *, with_reply: bool = True) -> dict[str, Any]:
        """A message as the Bot API gives it."""
        person = self.people.get(message.chat_id)
        given: dict[str, Any] = {
            "message_id": message.message_id,
            "from": person.as_user() if message.from_person else self.profile.as_user(),
            "chat": person.as_chat(),
            "date": message.date,
            **message.content,
        }
        if with_reply and message.reply_to is not None:
            original = self.chats.find(message.chat_id, message.reply_to)
            if original is not None:
                given["reply_to_message"] = self.as_telegram(original, with_reply=False)
        return given

    def show_typing(self, person: PhoneOwner) -> None:
        self._stop_typing(person.id)
        loop = asyncio.get_running_loop()
        self._typing[person.id] = loop.call_later(TYPING, self._typing_ended, person.id)
        self.revisions.touch(person.id)

    def is_typing(self, person_id: int) -> bool:
        return person_id in self._typing

    def react(self, message: Message, emoji: str | None) -> None:
        self.chats.save(replace(message, reaction=emoji))

    def reset(self) -> None:
        """Forget people, chats, files and updates. Ids go on where they were."""
        for person_id in list(self._typing):
            self._stop_typing(person_id)
        self.updates.drop_all()
        self.files.forget_all()
        for table in ("people", "messages", "pins", "presses"):
            self.store.execute(f"DELETE FROM {table}")  # noqa: S608 - names from the line above
        self.store.execute("DELETE FROM commands WHERE scope LIKE 'chat:%'")
        self.store.execute("DELETE FROM settings WHERE name GLOB 'menu:?*'")
        self.revisions.start_over()

    def _stop_typing(self, person_id: int) -> None:
        if timer := self._typing.pop(person_id, None):
            timer.cancel()

    def _typing_ended(self, person_id: int) -> None:
        self._typing.pop(person_id, None)
        self.revisions.touch(person_id)
