"""The one typeface of all papers, and what to do with letters it does not have."""

import html
import re
import unicodedata
from functools import lru_cache
from importlib import resources
from io import BytesIO
from threading import Lock

from reportlab import rl_config
from reportlab.lib.colors import getAllNamedColors
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workflow.plain_text import MOST_LINES

REGULAR, BOLD, ITALIC, BOLD_ITALIC = (
    "LiberationSans",
    "LiberationSans-Bold",
    "LiberationSans-Italic",
    "LiberationSans-BoldItalic",
)
LONGEST_VALUE = 2400  # Fluent refuses a value of more than 2,500 characters
NEUTRAL = "·"  # stands for letters the typeface does not have

_FILES = {
    REGULAR: "LiberationSans-Regular.ttf",
    BOLD: "LiberationSans-Bold.ttf",
    ITALIC: "LiberationSans-Italic.ttf",
    BOLD_ITALIC: "LiberationSans-BoldItalic.ttf",
}
_DOTS = re.compile(f"{NEUTRAL}(?: +{NEUTRAL})+")
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_LOADING = Lock()  # papers are drawn in several threads
_SILENT = {"Mn", "Me", "Cf", "Cc", "Cs", "Sk"}  # marks, joiners, controls, skin tones


def register() -> frozenset[int]:
    """Make the typeface known to ReportLab, once; return the code points it has."""
    with _LOADING:
        return _load()


def printable(text: str) -> str:
    """*text* with only letters that can be printed, from left to right.

    A letter the typeface lacks becomes its plain sister (fancy bold is printed plain);
    a run of letters without one (emoji, Arabic, Chinese) becomes a single neutral dot.
    """
    if text.isascii() and text.isprintable():
        return text
    has = register()
    out: list[str] = []
    for letter in unicodedata.normalize("NFC", text):
        if letter == "\n" or _can_be_set(letter, has):
            out.append(letter)
        elif letter.isspace():
            out.append(" ")
        elif unicodedata.category(letter) not in _SILENT:
            sisters = _sisters(letter, has)
            if sisters or out[-1:] != [NEUTRAL]:
                out.append(sisters or NEUTRAL)
    return _DOTS.sub(NEUTRAL, "".join(out))


def is_printed_whole(text: str) -> bool:
    """Whether every letter comes out on paper, if perhaps as its plain sister."""
    if text.isascii():
        return True
    has = register()
    return not any(_is_lost(letter, has) for letter in set(unicodedata.normalize("NFC", text)))


def markup(text: str, *, lines: int = MOST_LINES) -> str:
    """*text* as a value in ReportLab's paragraph markup: printable, escaped, its lines kept.

    Beyond so many *lines* the rest goes on in the last one: a paper of a few words stays short.
    """
    told = [line.strip(" ") for line in printable(text).split("\n")]
    if len(told) > lines:
        told = [*told[: lines - 1], " ".join(filter(None, told[lines - 1 :]))]
    return "<br/>".join(html.escape(line) for line in told)


def inline(text: str) -> str:
    """*text* as a value inside a sentence: on one line, and no longer than Fluent takes."""
    line = " ".join(printable(text).split())
    while len(html.escape(line)) > LONGEST_VALUE:
        line = line[: len(line) * 9 // 10].rstrip() + "…"
    return html.escape(line)


def _is_lost(letter: str, has: frozenset[int]) -> bool:
    if letter.isspace() or _can_be_set(letter, has):
        return False
    return unicodedata.category(letter) not in _SILENT and not _sisters(letter, has)


def _sisters(letter: str, has: frozenset[int]) -> str:
    """What stands for a letter that the typeface lacks: "fi" for a ligature, "D" for a bold one."""
    return "".join(
        sister
        for sister in unicodedata.normalize("NFKD", letter)
        if _can_be_set(sister, has) and not unicodedata.combining(sister)
    )


def _can_be_set(letter: str, has: frozenset[int]) -> bool:
    if unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT:
        return False
    return ord(letter) in has and unicodedata.category(letter) not in {"Cc", "Cf"}


@lru_cache
def _load() -> frozenset[int]:
    # ReportLab shows its list of colours before it is full: a second drawing would miss "black".
    getAllNamedColors()
    rl_config.useA85 = 0  # streams need not be text: a quarter smaller, and sooner written
    folder = resources.files("messages") / "assets"
    fonts = [TTFont(name, BytesIO((folder / file).read_bytes())) for name, file in _FILES.items()]
    for font in fonts:
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily(
        REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD_ITALIC
    )
    return frozenset.intersection(*(frozenset(font.face.charToGlyph) for font in fonts))
