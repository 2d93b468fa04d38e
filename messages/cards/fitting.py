"""Values cut to size, so that a card stays within what Telegram takes and a phone shows."""

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache

from messages.actions.action import Action
from messages.card import LONGEST_TEXT, Button, Style
from workflow.plain_text import without_numbers

# Fluent refuses a value of more than 2,500 characters, and one quotation mark is six of them
# once it is escaped.
LONGEST_VALUE = 2400
LONGEST_LABEL = 60  # a phone shows some 35 letters of a button; the text above says the whole

_TAG = re.compile(r"<[^>]+>")
# Letters that turn the direction of what follows; a file's name could hide its ending with them.
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@lru_cache(maxsize=4096)  # the same titles and names stand on card after card
def cut(text: str, longest: int) -> str:
    """Somebody's words, shortened. A NIK among them is masked: a chat lies on servers abroad."""
    return shortened(without_numbers(text), longest)


def shortened(text: str, longest: int) -> str:
    """*text* on one line, of at most *longest* characters; "…" stands for what was left out."""
    line = " ".join(_DIRECTIONS.sub("", text).split())
    while len(line) > longest or len(html.escape(line)) > LONGEST_VALUE:
        line = line[: min(longest - 1, len(line) * 9 // 10)].rstrip() + "…"
    return line


def plain(text: str) -> str:
    """A sentence of the catalogues as bare words, for buttons and for alerts."""
    return html.unescape(_TAG.sub("", text))


def press(text: str, action: Action, style: Style = Style.PLAIN) -> Button:
    """A button with a sentence of the catalogues on it."""
    return Button(cut(plain(text), LONGEST_LABEL), action, style)


def visible_length(text: str) -> int:
    """How long Telegram finds a text: without its tags, in UTF-16 units."""
    return len(plain(text).encode("utf-16-le")) // 2


def fitted(build: Callable[[int], str], widest: int) -> str:
    """What *build* makes with the widest values, up to *widest* characters each, that still fit."""
    text = build(widest)
    if 2 * len(text) <= LONGEST_TEXT or visible_length(text) <= LONGEST_TEXT:
        return text
    width = bisect_right(
        range(1, widest), LONGEST_TEXT, key=lambda width: visible_length(build(width))
    )
    return build(max(width, 1))


def sections(*groups: Iterable[str]) -> str:
    """Lines in groups, an empty line between groups; a group without lines leaves no gap."""
    return "\n\n".join(text for lines in groups if (text := "\n".join(lines)))
