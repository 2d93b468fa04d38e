"""Turns what a call holds into the content of a message."""

from typing import Any

from bot.sandbox.entities import Formatted, formatted
from bot.sandbox.refusals import bad_request
from bot.sandbox.wire import Call

LONGEST_TEXT = 4096
"""Characters of a message after parsing (Bot API, sendMessage)."""
LONGEST_CAPTION = 1024
"""Characters of a caption after parsing (Bot API, sendDocument)."""


def text_content(call: Call) -> dict[str, Any]:
    """Text with entities; refused when empty or too long."""
    if not call.text("text"):
        raise bad_request("message text is empty")
    text = formatted(call, "text", "entities")
    if not text.text.strip():
        raise bad_request("text must be non-empty")
    if len(text.text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    preview = call.structure(
        "link_preview_options", otherwise="can't parse link preview options JSON object"
    )
    extra = {"link_preview_options": preview} if isinstance(preview, dict) and preview else {}
    return {**_with_entities("text", "entities", text), **extra}


def caption_content(call: Call) -> dict[str, Any]:
    """A caption with entities; nothing when there is none."""
    return caption_fields(formatted(call, "caption", "caption_entities"))


def caption_fields(caption: Formatted) -> dict[str, Any]:
    if len(caption.text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    if not caption.text:
        return {}
    return _with_entities("caption", "caption_entities", caption)


def _with_entities(field: str, entities_field: str, text: Formatted) -> dict[str, Any]:
    content: dict[str, Any] = {field: text.text}
    if text.entities:
        content[entities_field] = list(text.entities)
    return content
