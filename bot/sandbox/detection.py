"""Finds what Telegram finds by itself in a text: links, commands, mentions, tags, addresses."""

import re
from collections.abc import Sequence
from typing import Any

from bot.sandbox.utf16 import units

_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]'])"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<![\w/@])@[A-Za-z]\w{3,31}(?!\w))"
    r"|(?P<hashtag>(?<![\w#])#(?=\w*[^\W\d])\w{1,256})"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
)
_CLOSED = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji", "date_time"})


def detected(text: str, entities: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Entities found in the text, save inside code, links and other closed entities."""
    if not any(sign in text for sign in "/@#:"):
        return []
    closed = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in entities
        if entity["type"] in _CLOSED
    ]
    found = []
    for match in _FOUND.finditer(text):
        offset = units(text[: match.start()])
        length = units(match.group())
        if any(start < offset + length and offset < end for start, end in closed):
            continue
        found.append({"type": match.lastgroup, "offset": offset, "length": length})
    return found
