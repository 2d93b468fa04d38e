"""sendMessage, sendDocument, sendPhoto, sendMediaGroup, copyMessage, forwardMessage, actions."""

import secrets
from typing import Any

from bot.sandbox import entities
from bot.sandbox.markup import NOTHING, Markup, read_markup
from bot.sandbox.message import Message
from bot.sandbox.methods import media
from bot.sandbox.methods.contents import caption_content, caption_fields, text_content
from bot.sandbox.people import PhoneOwner
from bot.sandbox.refusals import bad_request, not_modelled
from bot.sandbox.telegram import EmbeddedTelegram
from bot.sandbox.wire import Call

MOST_IN_ALBUM = 10
"""Items of a media group (Bot API, sendMediaGroup)."""

_ACTIONS = frozenset(
    [
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "record_audio",
        "upload_voice",
        "upload_audio",
        "upload_document",
        "choose_sticker",
        "find_location",
        "pick_up_location",
        "record_video_note",
        "upload_video_note",
    ]
)
_KEPT_IN_COPY = ("text", "entities", "link_preview_options", "document", "photo")
_CAPTION = ("caption", "caption_entities")


def send_message(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    content = text_content(call)
    markup = read_markup(call)
    person = telegram.open_chat(call.text("chat_id"))
    return telegram.as_telegram(_post(telegram, call, person, content, markup))


def send_document(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    return _send_media(telegram, call, "document")


def send_photo(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    return _send_media(telegram, call, "photo")


def send_media_group(telegram: EmbeddedTelegram, call: Call) -> list[dict[str, Any]]:
    """An album: one message for each item, joined by `media_group_id`."""
    items = _album_items(call)
    person = telegram.open_chat(call.text("chat_id"))
    album = {"media_group_id": str(secrets.randbelow(10**17) + 10**17)} if len(items) > 1 else {}
    contents = [{**_album_item(telegram, call, item), **album} for item in items]
    posted = [_post(telegram, call, person, content, NOTHING) for content in contents]
    return [telegram.as_telegram(message) for message in posted]


def copy_message(telegram: EmbeddedTelegram, call: Call) -> dict[str, int]:
    original = _original(telegram, call, "copy")
    kept = {key: original.content[key] for key in _KEPT_IN_COPY if key in original.content}
    if not kept:
        raise not_modelled("copying this kind of message")
    if "caption" in call.fields:
        kept |= caption_content(call)
    else:
        kept |= {key: original.content[key] for key in _CAPTION if key in original.content}
    markup = read_markup(call)
    person = telegram.open_chat(call.text("chat_id"))
    return {"message_id": _post(telegram, call, person, kept, markup).message_id}


def forward_message(telegram: EmbeddedTelegram, call: Call) -> dict[str, Any]:
    original = _original(telegram, call, "forward")
    person = telegram.open_chat(call.text("chat_id"))
    sender = telegram.as_telegram(original, with_reply=False)["from"]
    origin = {"type": "user", "date": original.date, "sender_user": sender}
    dropped = ("reply_markup", "media_group_id", "edit_date")
    content = {key: value for key, value in original.content.items() if key not in dropped}
    forwarded = {"forward_origin": origin, **content}
    return telegram.as_telegram(_post(telegram, call, person, forwarded, NOTHING))


def send_chat_action(telegram: EmbeddedTelegram, call: Call) -> bool:
    if call.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    telegram.show_typing(telegram.open_chat(call.text("chat_id")))
    return True


def _send_media(telegram: EmbeddedTelegram, call: Call, kind: str) -> dict[str, Any]:
    caption = caption_content(call)
    markup = read_markup(call)
    person = telegram.open_chat(call.text("chat_id"))
    content = {**media.media_content(telegram, call, kind, kind), **caption}
    return telegram.as_telegram(_post(telegram, call, person, content, markup))


def _post(
    telegram: EmbeddedTelegram,
    call: Call,
    person: PhoneOwner,
    content: dict[str, Any],
    markup: Markup,
) -> Message:
    extra: dict[str, Any] = {}
    if call.flag("protect_content"):
        extra["has_protected_content"] = True
    if markup.inline:
        extra["reply_markup"] = markup.inline
    return telegram.post(
        person,
        {**content, **extra},
        reply_to=_reply_to(telegram, call, person),
        keyboard=markup.keyboard,
    )


def _reply_to(telegram: EmbeddedTelegram, call: Call, person: PhoneOwner) -> int | None:
    given = call.structure("reply_parameters", otherwise="can't parse reply parameters JSON object")
    if given is None:
        legacy = call.integer("reply_to_message_id")
        without = call.flag("allow_sending_without_reply")
        given = {"message_id": legacy, "allow_sending_without_reply": without} if legacy else {}
    if not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    if not given.get("message_id"):
        return None
    for field in ("quote", "checklist_task_id", "poll_option_id", "ephemeral_message_id"):
        if given.get(field):
            raise not_modelled(f"ReplyParameters.{field}")
    if str(given.get("chat_id") or person.id) != str(person.id):
        raise not_modelled("a reply to another chat")
    if telegram.chats.find(person.id, int(given["message_id"])) is None:
        if given.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    return int(given["message_id"])


def _original(telegram: EmbeddedTelegram, call: Call, verb: str) -> Message:
    source = telegram.chat(call.text("from_chat_id"))
    message = telegram.chats.find(source.id, call.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {verb} not found")
    if message.is_service or message.content.get("has_protected_content"):
        raise bad_request(f"message can't be {'copied' if verb == 'copy' else 'forwarded'}")
    return message


def _album_items(call: Call) -> list[dict[str, Any]]:
    items = call.structure("media", otherwise="can't parse media JSON object")
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not items:
        raise bad_request("there are no messages to send")
    if len(items) > MOST_IN_ALBUM:
        raise bad_request("too many messages to send as an album")
    if not all(isinstance(item, dict) for item in items):
        raise bad_request("can't parse InputMedia: expected an Object")
    kinds = {item.get("type") for item in items}
    if "document" in kinds and len(kinds) > 1:
        raise bad_request("can't use the media of the specified type in the album")
    return items


def _album_item(telegram: EmbeddedTelegram, call: Call, item: dict[str, Any]) -> dict[str, Any]:
    return {**item_media(telegram, call, item), **item_caption(item)}


def item_media(telegram: EmbeddedTelegram, call: Call, item: dict[str, Any]) -> dict[str, Any]:
    """The file of an InputMedia."""
    kind = item.get("type")
    if kind not in ("document", "photo"):
        if kind in ("video", "audio", "animation", "live_photo"):
            raise not_modelled(f"InputMedia of type {kind}")
        raise bad_request("can't parse InputMedia: type is not specified or wrong")
    value = item.get("media")
    if not isinstance(value, str) or not value:
        raise bad_request("can't parse InputMedia: media not found")
    return media.named(telegram, call, kind, value)


def item_caption(item: dict[str, Any]) -> dict[str, Any]:
    """The caption of an InputMedia."""
    caption = entities.parse(item.get("caption") or "", item.get("parse_mode") or "")
    return caption_fields(caption)
