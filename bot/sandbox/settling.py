"""What Telegram makes of a text's entities: overlaps are cut, neighbours joined, blanks dropped.

The rules are TDLib's (td/telegram/MessageEntity.cpp, fix_formatted_text). Offsets are UTF-16 units.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from bot.sandbox.utf16 import units

Entity = dict[str, Any]

_STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
_QUOTES = ("blockquote", "expandable_blockquote")
_BARE = ("pre", "code")
_HIDDEN = frozenset({"text_link", "text_mention", "custom_emoji"})
_RANKS = {
    **dict.fromkeys(_QUOTES, 0),
    "pre": 11,
    "code": 20,
    "text_link": 49,
    "text_mention": 49,
    **{style: 90 + place for place, style in enumerate(_STYLES)},
    "custom_emoji": 99,
}
_OTHER_RANK = 50

_TO_SPACE = re.compile("[\0-\x09\x0b\x0c\x0e-\x1f]")
_DROPPED = re.compile("[\r\u2028-\u202e\u030a\u0333\u033f]")
_BLANK = " \n"
_BLANK_UNITS = (b" \0", b"\n\0")


def cleaned(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without the control characters, carriage returns and marks Telegram does not carry."""
    text = _TO_SPACE.sub(" ", text)
    if not _DROPPED.search(text):
        return text, entities
    gone = [units(text[: match.start()]) for match in _DROPPED.finditer(text)]

    def moved(place: int) -> int:
        return place - sum(each < place for each in gone)

    kept = [_span(each, moved(each["offset"]), moved(_end(each))) for each in entities]
    return _DROPPED.sub("", text), kept


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Without blanks at both ends, and without entities that hold nothing but blanks."""
    shorter = text.rstrip(_BLANK)
    end = units(shorter)
    kept = [_span(each, each["offset"], min(_end(each), end)) for each in entities]
    kept = settled(without_blanks(shorter, kept))
    first = min((each["offset"] for each in kept), default=end)
    leading = min(first, len(shorter) - len(shorter.lstrip(_BLANK)))
    return shorter[leading:], [_span(e, e["offset"] - leading, _end(e) - leading) for e in kept]


def without_blanks(text: str, entities: Iterable[Entity]) -> list[Entity]:
    """Entities begin with something one can see; those that never do are gone."""
    data = text.encode("utf-16-le", "surrogatepass")
    kept = []
    for entity in entities:
        start, end = entity["offset"], _end(entity)
        if entity["type"] not in _HIDDEN:
            while start < end and data[2 * start : 2 * start + 2] in _BLANK_UNITS:
                start += 1
        if start < end:
            kept.append(_span(entity, start, end))
    return kept


def settled(entities: Iterable[Entity]) -> list[Entity]:
    """In order, cut and joined so that styles never reach over the edge of anything else."""
    every = sorted((each for each in entities if each["length"] > 0), key=_order)
    quotes = _apart(each for each in every if each["type"] in _QUOTES)
    solid = _apart(each for each in every if each["type"] not in (*_STYLES, *_QUOTES))
    others = quotes + [each for each in solid if not any(_cross(each, one) for one in quotes)]
    runs = {style: _joined(each for each in every if each["type"] == style) for style in _STYLES}
    cuts = {start for pieces in runs.values() for start, _ in pieces}
    cuts |= {place for each in others for place in (each["offset"], _end(each))}
    bare = [(each["offset"], _end(each)) for each in others if each["type"] in _BARE]
    styles = [
        {"type": style, "offset": start, "length": end - start}
        for style, pieces in runs.items()
        for start, end in _cut(pieces, cuts)
        if not any(first <= start and end <= last for first, last in bare)
    ]
    return sorted(others + styles, key=_order)


def _joined(entities: Iterable[Entity]) -> list[tuple[int, int]]:
    """Stretches of one style; those that touch are one."""
    runs: list[tuple[int, int]] = []
    for entity in entities:
        start, end = entity["offset"], _end(entity)
        if runs and start <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    return runs


def _cut(runs: list[tuple[int, int]], cuts: set[int]) -> list[tuple[int, int]]:
    pieces = []
    for start, end in runs:
        edges = [start, *sorted(cut for cut in cuts if start < cut < end), end]
        pieces += list(pairwise(edges))
    return pieces


def _apart(entities: Iterable[Entity]) -> list[Entity]:
    """The first of those that overlap, nested ones too."""
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity["offset"] >= _end(kept[-1]):
            kept.append(entity)
    return kept


def _cross(entity: Entity, quote: Entity) -> bool:
    """It begins before the quotation or ends after it, and shares some of it."""
    start, end = quote["offset"], _end(quote)
    overlaps = entity["offset"] < end and start < _end(entity)
    return overlaps and not (start <= entity["offset"] and _end(entity) <= end)


def _order(entity: Entity) -> tuple[int, int, int]:
    return (entity["offset"], -entity["length"], _RANKS.get(entity["type"], _OTHER_RANK))


def _end(entity: Entity) -> int:
    return int(entity["offset"] + entity["length"])


def _span(entity: Entity, start: int, end: int) -> Entity:
    return {**entity, "offset": start, "length": end - start}
