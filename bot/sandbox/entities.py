"""Formatted text as messages carry it: plain text and entities with offsets in UTF-16 units."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.detection import detected
from bot.sandbox.html_parser import HtmlError, parse_html
from bot.sandbox.refusals import bad_request, not_modelled
from bot.sandbox.settling import Entity, cleaned, settled, trimmed, without_blanks
from bot.sandbox.utf16 import units
from bot.sandbox.wire import Call

LONGEST_RAW = 32768
"""Bytes before parsing (telegram-bot-api, Client.cpp)."""

_ENTITY_TYPES = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    ]
)
_DETECTED = frozenset(
    ["mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """A text and its entities, as Telegram leaves them."""

    text: str
    entities: tuple[Entity, ...] = ()


def formatted(call: Call, field: str, entities_field: str) -> Formatted:
    """The formatted text of a call, from `parse_mode` or from entities given as JSON."""
    raw = call.text(field)
    if len(raw.encode()) > LONGEST_RAW:
        raise bad_request(f"{field} is too long")
    mode = call.text("parse_mode")
    if mode:
        return parse(raw, mode)
    given = call.structure(entities_field, otherwise="can't parse entities JSON object")
    return _settled(raw, _given_entities(given or [], raw))


def parse(raw: str, mode: str) -> Formatted:
    match mode.lower():
        case "":
            return _settled(raw, [])
        case "html":
            try:
                text, entities = parse_html(raw)
            except HtmlError as error:
                raise bad_request(f"can't parse entities: {error}") from error
            return _settled(text, entities)
        case "markdown" | "markdownv2":
            raise not_modelled(f"parse_mode {mode}")
        case _:
            raise bad_request("unsupported parse_mode")


def plain(text: str) -> Formatted:
    """What a person types: no markup, but links and commands are found."""
    return _settled(text, [])


def _given_entities(given: Any, text: str) -> list[Entity]:
    if not isinstance(given, list):
        raise bad_request("can't parse entities: expected an Array of MessageEntity")
    end = units(text)
    entities: list[Entity] = []
    for entity in given:
        if not isinstance(entity, dict):
            raise bad_request("can't parse MessageEntity: expected an Object")
        kind, offset, length = entity.get("type"), entity.get("offset"), entity.get("length")
        if kind not in _ENTITY_TYPES:
            raise bad_request("can't parse MessageEntity: unsupported type specified")
        if kind in _DETECTED or not isinstance(offset, int) or not isinstance(length, int):
            continue
        if offset >= 0 and length > 0 and offset + length <= end:
            entities.append({key: value for key, value in entity.items() if value is not None})
    return entities


def _settled(text: str, entities: list[Entity]) -> Formatted:
    text, entities = trimmed(*cleaned(text, settled(entities)))
    entities = settled(entities + detected(text, entities))
    return Formatted(text=text, entities=tuple(without_blanks(text, entities)))
