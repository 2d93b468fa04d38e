"""What people do on their phones, and what the bot hears of it."""

import secrets
from dataclasses import dataclass, replace
from typing import Any

from bot.sandbox import entities
from bot.sandbox.message import Message
from bot.sandbox.methods.contents import LONGEST_CAPTION, LONGEST_TEXT, caption_fields
from bot.sandbox.methods.media import uploaded
from bot.sandbox.people import PhoneOwner
from bot.sandbox.refusals import CallRefused
from bot.sandbox.strange_things import KINDS, content_of
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.updates import MESSAGE_LIFE, PRESS_LIFE
from bot.sandbox.wire import Upload

LARGEST_UPLOAD = 100 * 1024 * 1024
"""Bytes a person may send here. (Telegram takes 2 GB; a bot can fetch 20 MB of it.)"""


# What Telegram takes of nobody, as the page names it.
_NOT_TAKEN = {
    "Bad Request: file must be non-empty": "emptyFile",
    "Bad Request: IMAGE_PROCESS_FAILED": "noPhoto",
    "Bad Request: PHOTO_INVALID_DIMENSIONS": "photoShape",
}


class Impossible(Exception):
    """A phone cannot do that; the text says why, in English.

    *why* and its facts are there where a person at the page may meet it: the page says it in its
    own language.
    """

    def __init__(self, text: str, *, why: str = "", **facts: int) -> None:
        super().__init__(text)
        self.why = why
        self.facts = facts


@dataclass(frozen=True, slots=True, kw_only=True)
class PressedButton:
    """Which button: by its data, or by its place (from 0)."""

    message_id: int
    data: str | None = None
    row: int | None = None
    column: int | None = None
    repeat: int = 1
    forge: bool = False


def write(
    telegram: EmbeddedTelegram,
    person: PhoneOwner,
    text: str,
    *,
    forward_of: int | str | None = None,
) -> Message:
    """The person writes. Text longer than a message is refused, as the phone would split it."""
    _may_write(person)
    formatted = entities.plain(text)
    if not formatted.text:
        raise Impossible("a message needs text", why="empty")
    if len(formatted.text) > LONGEST_TEXT:
        raise _too_long("a message", LONGEST_TEXT)
    content: dict[str, Any] = {"text": formatted.text}
    if formatted.entities:
        content["entities"] = list(formatted.entities)
    if forward_of is not None:
        content["forward_origin"] = _origin(telegram, forward_of)
    message, _ = telegram.receive(person, content)
    return message


def send(telegram: EmbeddedTelegram, person: PhoneOwner, kind: str) -> Message:
    """Something that is not text."""
    _may_write(person)
    if kind not in KINDS:
        raise Impossible(f"kind is one of {', '.join(KINDS)}")
    message, _ = telegram.receive(person, content_of(kind, person, telegram.files))
    return message


def upload(
    telegram: EmbeddedTelegram, person: PhoneOwner, files: list[Upload], *, kind: str, caption: str
) -> list[Message]:
    """Documents or photos; two or more make an album, whose caption stands on the first."""
    _may_write(person)
    if kind not in ("document", "photo"):
        raise Impossible("as is document or photo")
    if not 1 <= len(files) <= 10:
        raise Impossible("one to ten files at a time", why="files", most=10)
    words = entities.plain(caption)
    if len(words.text) > LONGEST_CAPTION:
        raise _too_long("a caption", LONGEST_CAPTION)
    album = {"media_group_id": str(secrets.randbelow(10**17) + 10**17)} if len(files) > 1 else {}
    messages = []
    for number, file in enumerate(files):
        words_here = caption_fields(words) if number == 0 else {}
        content = {**_taken(telegram, kind, file), **words_here, **album}
        messages.append(telegram.receive(person, content)[0])
    return messages


def edit(telegram: EmbeddedTelegram, person: PhoneOwner, message_id: int, text: str) -> Message:
    """The person edits an own text."""
    _may_write(person)
    message = telegram.chats.find(person.id, message_id)
    if message is None or not message.from_person or "text" not in message.content:
        raise Impossible("only an own text can be edited", why="notOwn")
    formatted = entities.plain(text)
    if not formatted.text:
        raise Impossible("a message needs text", why="empty")
    if len(formatted.text) > LONGEST_TEXT:
        raise _too_long("a message", LONGEST_TEXT)
    content = {key: value for key, value in message.content.items() if key != "entities"}
    content |= {"text": formatted.text, "edit_date": telegram.clock.date()}
    if formatted.entities:
        content["entities"] = list(formatted.entities)
    changed = replace(message, content=content, edited=True)
    telegram.chats.save(changed)
    telegram.announce("edited_message", changed)
    return changed


def block(telegram: EmbeddedTelegram, person: PhoneOwner, *, blocked: bool) -> None:
    """Block or unblock the bot, which hears of it as `my_chat_member`."""
    if person.blocked == blocked:
        return
    telegram.people.block(person.id, blocked=blocked)
    if not person.started:
        return
    bot = telegram.profile.as_user()
    member = {"status": "member", "user": bot}
    banned = {"status": "kicked", "user": bot, "until_date": 0}
    change = {
        "chat": person.as_chat(),
        "from": person.as_user(),
        "date": telegram.clock.date(),
        "old_chat_member": member if blocked else banned,
        "new_chat_member": banned if blocked else member,
    }
    queue = f"chat:{person.id}"
    telegram.updates.push("my_chat_member", change, queue=queue, life=MESSAGE_LIFE)


def deactivate(telegram: EmbeddedTelegram, person: PhoneOwner) -> None:
    """The account is deleted, for good; the bot hears of it when it writes the next time."""
    telegram.people.deactivate(person.id)


def press(telegram: EmbeddedTelegram, person: PhoneOwner, what: PressedButton) -> list[int]:
    """Press an inline button; the ids of the updates the bot gets.

    A message deleted meanwhile can still be pressed, as on a phone that did not hear of it yet.
    """
    _may_write(person)
    message = telegram.chats.find_even_deleted(person.id, what.message_id)
    if message is None:
        raise Impossible(f"there is no message {what.message_id} in this chat", why="noMessage")
    data = _data_of(message, what)
    telegram.people.read(person.id)
    update_ids = []
    for _ in range(max(1, what.repeat)):
        query_id = telegram.presses.new_id()
        query = {
            "id": query_id,
            "from": person.as_user(),
            "message": _pressed_message(telegram, person, message),
            "chat_instance": str(person.id * 7_919 + telegram.profile.bot_id),
            "data": data,
        }
        queue = f"user:{person.id}"
        update_id = telegram.updates.push("callback_query", query, queue=queue, life=PRESS_LIFE)
        if update_id is not None:
            telegram.presses.add(query_id, update_id=update_id, person_id=person.id)
            update_ids.append(update_id)
    return update_ids


def _pressed_message(
    telegram: EmbeddedTelegram, person: PhoneOwner, message: Message
) -> dict[str, Any]:
    if message.deleted:
        return {"chat": person.as_chat(), "message_id": message.message_id, "date": 0}
    return telegram.as_telegram(message)


def _data_of(message: Message, what: PressedButton) -> str:
    rows = message.content.get("reply_markup", {}).get("inline_keyboard", [])
    if what.data is not None:
        buttons = [button for row in rows for button in row]
        if what.forge or any(button.get("callback_data") == what.data for button in buttons):
            return what.data
        raise Impossible(
            f"no button of message {message.message_id} carries {what.data!r}", why="noButton"
        )
    if what.row is None or what.column is None or what.row < 0 or what.column < 0:
        raise Impossible("a press names data, or row and column")
    try:
        data = rows[what.row][what.column].get("callback_data")
    except IndexError as error:
        raise Impossible(
            f"message {message.message_id} has no such button", why="noButton"
        ) from error
    if data is None:
        raise Impossible("this button tells the bot nothing", why="silentButton")
    return str(data)


def _may_write(person: PhoneOwner) -> None:
    if person.deactivated:
        raise Impossible("the person has deleted the account", why="deactivated")
    if person.blocked:
        raise Impossible("the person has blocked the bot", why="blocked")


def _too_long(what: str, most: int) -> Impossible:
    return Impossible(f"{what} has at most {most} characters", why="tooLong", most=most)


def _taken(telegram: EmbeddedTelegram, kind: str, file: Upload) -> dict[str, Any]:
    try:
        return uploaded(telegram, kind, file)
    except CallRefused as refused:
        why = _NOT_TAKEN.get(refused.description, "photoTooBig")
        raise Impossible(refused.description, why=why) from refused


def _origin(telegram: EmbeddedTelegram, forward_of: int | str) -> dict[str, Any]:
    date = telegram.clock.date()
    if isinstance(forward_of, str):
        return {"type": "hidden_user", "date": date, "sender_user_name": forward_of}
    other = telegram.people.find(forward_of)
    if other is None:
        raise Impossible(f"there is no person {forward_of}")
    telegram.people.introduce(other.id)
    return {"type": "user", "date": date, "sender_user": other.as_user()}
