"""editMessageText, -Caption, -ReplyMarkup, -Media; deleteMessage(s); pins and reactions."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.sandbox.markup import read_markup
from bot.sandbox.message import Message
from bot.sandbox.methods.contents import caption_content, text_content
from bot.sandbox.methods.reactions import EMOJI
from bot.sandbox.methods.sending import item_caption, item_media
from bot.sandbox.refusals import bad_request
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.wire import Call

DELETABLE_FOR = 48 * 3600
"""Seconds in which a bot may delete a message (Bot API, deleteMessage)."""

_TEXT = ("text", "entities", "link_preview_options")
_CAPTION = ("caption", "caption_entities")
_MEDIA = ("document", "photo")

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)


def edit_message_text(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    text = text_content(call)
    markup = _inline_markup(call)
    message = _editable(telegram, call)
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    content = {**_without(message, *_TEXT, "reply_markup"), **text, **markup}
    return _edited(telegram, message, content)


def edit_message_caption(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    caption = caption_content(call)
    markup = _inline_markup(call)
    message = _editable(telegram, call)
    if not any(kind in message.content for kind in _MEDIA):
        raise bad_request("there is no caption in the message to edit")
    content = {**_without(message, *_CAPTION, "reply_markup"), **caption, **markup}
    return _edited(telegram, message, content)


def edit_message_reply_markup(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    markup = _inline_markup(call)
    message = _editable(telegram, call)
    content = {**_without(message, "reply_markup"), **markup}
    if _same(content, message.content):
        raise bad_request(NOT_MODIFIED)
    changed = replace(message, content=content)
    telegram.chats.save(changed)
    return telegram.as_telegram(changed)


def edit_message_media(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    item = call.structure("media", otherwise="can't parse input media JSON object")
    if not isinstance(item, dict):
        raise bad_request("object expected as media")
    markup = _inline_markup(call)
    message = _editable(telegram, call)
    if "media_group_id" in message.content and item.get("type") not in message.content:
        raise bad_request("can't change media type in the album")
    fresh = {**item_media(telegram, call, item), **item_caption(item), **markup}
    content = {**_without(message, *_TEXT, *_CAPTION, *_MEDIA, "reply_markup"), **fresh}
    return _edited(telegram, message, content)


def delete_message(telegram: EmbeddedTelegram, call: Call) -> bool:
    person = telegram.chat(call.text("chat_id"))
    if not call.text("message_id"):
        raise bad_request("message identifier is not specified")
    message = telegram.chats.find(person.id, call.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if _too_old(telegram, message):
        raise bad_request("message can't be deleted")
    telegram.chats.delete(message)
    return True


def delete_messages(telegram: EmbeddedTelegram, call: Call) -> bool:
    """Those that cannot be found are skipped."""
    person = telegram.chat(call.text("chat_id"))
    ids = call.structure("message_ids", otherwise="can't parse message identifiers JSON object")
    if not isinstance(ids, list) or not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > 100:
        raise bad_request("too many message identifiers specified")
    found = [telegram.chats.find(person.id, int(each)) for each in ids]
    messages = [message for message in found if message is not None]
    if any(_too_old(telegram, message) for message in messages):
        raise bad_request("message can't be deleted")
    for message in messages:
        telegram.chats.delete(message)
    return True


def pin_chat_message(telegram: EmbeddedTelegram, call: Call) -> bool:
    """Pins, and leaves the service message in the chat that Telegram leaves there."""
    person = telegram.open_chat(call.text("chat_id"))
    message = telegram.chats.find(person.id, call.integer("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    telegram.chats.pin(message)
    pinned = telegram.as_telegram(message, with_reply=False)
    telegram.announce("message", telegram.post(person, {"pinned_message": pinned}))
    return True


def unpin_chat_message(telegram: EmbeddedTelegram, call: Call) -> bool:
    person = telegram.chat(call.text("chat_id"))
    named = call.integer("message_id")
    message = telegram.chats.find(person.id, named) if named else telegram.chats.pinned(person.id)
    if message is None:
        raise bad_request("message to unpin not found")
    telegram.chats.unpin(person.id, message.message_id)
    return True


def unpin_all_chat_messages(telegram: EmbeddedTelegram, call: Call) -> bool:
    person = telegram.chat(call.text("chat_id"))
    while message := telegram.chats.pinned(person.id):
        telegram.chats.unpin(person.id, message.message_id)
    return True


def set_message_reaction(telegram: EmbeddedTelegram, call: Call) -> bool:
    person = telegram.open_chat(call.text("chat_id"))
    message = telegram.chats.find(person.id, call.integer("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    given = call.structure("reaction", otherwise="can't parse reaction types JSON object") or []
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise bad_request("expected an Array of ReactionType")
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if given and given[0].get("type") != "emoji":
        raise bad_request("REACTION_INVALID")
    emoji = given[0].get("emoji") if given else None
    if given and emoji not in EMOJI:
        raise bad_request("REACTION_INVALID")
    telegram.react(message, emoji)
    return True


def _editable(telegram: EmbeddedTelegram, call: Call) -> Message:
    person = telegram.open_chat(call.text("chat_id"))
    if not call.text("message_id"):
        raise bad_request("message identifier is not specified")
    message = telegram.chats.find(person.id, call.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    # A message with a reply keyboard cannot be edited either (Bot API, editMessageText).
    if message.from_person or message.is_service or message.keyboard is not None:
        raise bad_request("message can't be edited")
    if "forward_origin" in message.content:
        raise bad_request("message can't be edited")
    return message


def _inline_markup(call: Call) -> dict[str, Any]:
    markup = read_markup(call)
    if markup.keyboard is not None:
        raise bad_request("inline keyboard expected")
    return {"reply_markup": markup.inline} if markup.inline else {}


def _edited(
    telegram: EmbeddedTelegram, message: Message, content: dict[str, Any]
) -> dict[str, Any]:
    if _same(content, message.content):
        raise bad_request(NOT_MODIFIED)
    stamped = {**content, "edit_date": telegram.clock.date()}
    changed = replace(message, content=stamped, edited=True)
    telegram.chats.save(changed)
    return telegram.as_telegram(changed)


def _same(new: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    def comparable(content: Mapping[str, Any]) -> str:
        kept = {key: value for key, value in content.items() if key != "edit_date"}
        return json.dumps(kept, sort_keys=True)

    return comparable(new) == comparable(old)


def _without(message: Message, *fields: str) -> dict[str, Any]:
    return {key: value for key, value in message.content.items() if key not in fields}


def _too_old(telegram: EmbeddedTelegram, message: Message) -> bool:
    return telegram.clock.now() - message.date >= DELETABLE_FOR
