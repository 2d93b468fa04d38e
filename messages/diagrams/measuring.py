"""How wide words are, and where a line of them must break."""

import re
from collections.abc import Iterable
from functools import lru_cache

from reportlab.pdfbase.pdfmetrics import stringWidth

from messages.diagrams.geometry import Box, Point
from messages.diagrams.layout import Writing
from messages.fonts import BOLD, REGULAR, printable, register

LEADING = 1.16  # times the size of the letters
_PIECES = re.compile(r"(?<=[/-])(?=\w)")  # where a long word may be broken
_ASCENT = 0.93  # of a line's size, from its top to its baseline


@lru_cache(maxsize=8192)
def width_of(text: str, size: float, *, bold: bool = False) -> float:
    register()
    return float(stringWidth(text, BOLD if bold else REGULAR, size))


@lru_cache(maxsize=8192)
def wrapped(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of *text* no wider than *width*.

    Only a word too long for a line is broken, after a stroke or hyphen if it has one.
    """
    lines: list[str] = []
    for paragraph in printable(text).split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if width_of(longer, size, bold=bold) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *broken, line = _broken(word, width, size, bold=bold)
            lines += broken
        lines.append(line)
    return tuple(lines)


def balanced(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """As few lines as `wrapped` makes, but of nearly the same width."""
    lines = wrapped(text, width, size, bold=bold)
    least = longest_word((text,), size, bold=bold)
    while width - size > least:
        width -= size
        narrower = wrapped(text, width, size, bold=bold)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _broken(word: str, width: float, size: float, *, bold: bool) -> list[str]:
    parts = [""]
    for piece in _PIECES.split(word):
        fits = width_of(piece, size, bold=bold) <= width
        for more in (piece,) if fits else piece:
            if parts[-1] and width_of(parts[-1] + more, size, bold=bold) > width:
                parts.append("")
            parts[-1] += more
    return parts


def longest_word(texts: Iterable[str], size: float, *, bold: bool = False) -> float:
    """The width of the longest piece that `wrapped` leaves whole."""
    pieces = (piece for text in texts for piece in _PIECES.sub(" ", printable(text)).split())
    return max((width_of(piece, size, bold=bold) for piece in pieces), default=0.0)


def height_of(lines: int, size: float) -> float:
    return lines * size * LEADING


def from_left(text: str, x: float, top: float, size: float, *, bold: bool = False) -> Writing:
    """A line whose upper edge is at *top*."""
    return Writing(
        at=Point(x, top + size * _ASCENT),
        text=text,
        size=size,
        width=width_of(text, size, bold=bold),
        bold=bold,
    )


def centred(
    lines: Iterable[str], box: Box, size: float, *, bold: bool = False
) -> tuple[Writing, ...]:
    """Lines in the middle of *box*, across and down."""
    told = list(lines)
    top = box.centre.y - height_of(len(told), size) / 2 + size * (LEADING - 1) / 2
    return tuple(
        from_left(
            line,
            box.centre.x - width_of(line, size, bold=bold) / 2,
            top + height_of(number, size),
            size,
            bold=bold,
        )
        for number, line in enumerate(told)
    )


def turned(
    lines: Iterable[str], box: Box, size: float, *, bold: bool = False
) -> tuple[Writing, ...]:
    """Lines in the middle of *box* that read from below to above."""
    told = list(lines)
    left = box.centre.x - height_of(len(told), size) / 2 + size * (LEADING - 1) / 2
    return tuple(
        Writing(
            at=Point(
                left + height_of(number, size) + size * _ASCENT,
                box.centre.y + width_of(line, size, bold=bold) / 2,
            ),
            text=line,
            size=size,
            width=width_of(line, size, bold=bold),
            bold=bold,
            turned=True,
        )
        for number, line in enumerate(told)
    )
