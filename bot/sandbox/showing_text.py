"""Text and entities as HTML that a page may show as it stands."""

from collections.abc import Sequence
from html import escape
from typing import Any

from bot.sandbox.html_parser import checked_link

_TAGS = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "underline": ("<u>", "</u>"),
    "strikethrough": ("<s>", "</s>"),
    "code": ("<code>", "</code>"),
    "spoiler": ('<span class="spoiler">', "</span>"),
    "blockquote": ("<blockquote>", "</blockquote>"),
    "expandable_blockquote": ('<blockquote class="expandable">', "</blockquote>"),
    "bot_command": ('<a class="command">', "</a>"),
    "mention": ('<span class="mention">', "</span>"),
    "text_mention": ('<span class="mention">', "</span>"),
    "hashtag": ('<span class="hashtag">', "</span>"),
}


def as_html(text: str, entities: Sequence[dict[str, Any]]) -> str:
    """Escaped HTML with `<br>` for line ends; entities that cross another's end are clipped."""
    if not entities:
        return _escaped(text)
    units = text.encode("utf-16-le")
    return _render(units, 0, len(units) // 2, list(entities))


def _render(units: bytes, start: int, end: int, entities: list[dict[str, Any]]) -> str:
    parts: list[str] = []
    at = start
    while entities:
        entity = entities.pop(0)
        opens = max(at, entity["offset"])
        closes = min(end, entity["offset"] + entity["length"])
        if closes <= opens:
            continue
        inner: list[dict[str, Any]] = []
        while entities and entities[0]["offset"] < closes:
            inner.append(entities.pop(0))
        parts.append(_escaped(_text(units, at, opens)))
        before, after = _tags(entity, _text(units, opens, closes))
        parts += before, _render(units, opens, closes, inner), after
        at = closes
    parts.append(_escaped(_text(units, at, end)))
    return "".join(parts)


def _tags(entity: dict[str, Any], text: str) -> tuple[str, str]:
    match entity["type"]:
        case "text_link" | "url":
            return _anchor(entity.get("url", text))
        case "email":
            return f'<a href="mailto:{escape(text)}">', "</a>"
        case "pre":
            return f'<pre data-language="{escape(str(entity.get("language", "")))}">', "</pre>"
        case "date_time":
            unix, form = int(entity["unix_time"]), escape(entity.get("date_time_format", ""))
            return f'<time data-unix="{unix}" data-format="{form}">', "</time>"
        case kind:
            return _TAGS.get(kind, ("", ""))


def _anchor(url: str) -> tuple[str, str]:
    checked = checked_link(url)
    if checked is None or not checked.startswith(("http://", "https://")):
        return "", ""
    return f'<a href="{escape(checked)}" target="_blank" rel="noopener noreferrer">', "</a>"


def _text(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", "replace")


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")
