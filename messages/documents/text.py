"""Paragraphs and small tables in the office's one hand."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Table

from messages.fonts import BOLD, ITALIC, REGULAR, markup, register

GREY = Color(0.35, 0.35, 0.35)
RED = Color(0.7, 0.1, 0.1)
SHADE = Color(0.93, 0.93, 0.93)
HAIRLINE = 0.4

_TALL = 160 * mm  # a row up to this height has room on every sheet, so it stays whole
_SCRAP = 30 * mm  # too little room to begin a taller one
_BRIEF, _BRIEF_LINES = 160, 3
_MARKUP = set("<&")
_ANYWHERE = 0.01  # the least height of a piece of a row, in points

BODY = ParagraphStyle("body", fontName=REGULAR, fontSize=11, leading=15)
JUSTIFIED = ParagraphStyle(
    "justified", BODY, alignment=TA_JUSTIFY, firstLineIndent=12.5 * mm, spaceAfter=6
)
STRONG = ParagraphStyle("strong", BODY, fontName=BOLD)
RIGHT = ParagraphStyle("right", BODY, alignment=TA_RIGHT)
CENTRED = ParagraphStyle("centred", BODY, alignment=TA_CENTER)
TITLE = ParagraphStyle(
    "title", CENTRED, fontName=BOLD, fontSize=13, leading=17, spaceBefore=8, spaceAfter=8
)
NORMAL = ParagraphStyle("normal", BODY, fontSize=9.5, leading=12.5)
NORMAL_STRONG = ParagraphStyle("normal-strong", NORMAL, fontName=BOLD)
NORMAL_MARK = ParagraphStyle("normal-mark", NORMAL, fontName=ITALIC)
CELL = ParagraphStyle("cell", BODY, fontSize=8, leading=10)
CELL_RIGHT = ParagraphStyle("cell-right", CELL, alignment=TA_RIGHT)
CELL_STRONG = ParagraphStyle("cell-strong", CELL, fontName=BOLD)
CELL_HEAD = ParagraphStyle("cell-head", CELL_STRONG, alignment=TA_CENTER)
CELL_MARK = ParagraphStyle("cell-mark", CELL, fontName=ITALIC)
SEAL = ParagraphStyle("seal", CELL, fontSize=7, leading=8.4)
SMALL_PRINT = ParagraphStyle("small-print", BODY, fontSize=7, leading=9, textColor=GREY)
WARNING = ParagraphStyle("warning", SMALL_PRINT, fontName=BOLD, alignment=TA_CENTER, textColor=RED)


class Text(Paragraph):  # type: ignore[misc]
    """A paragraph of sentences, which may hold markup; a word too long is broken.

    Most are a label or a value without markup, and tables ask each for its size several
    times: such a one is not parsed, and none is broken into lines twice for one width.
    """

    def __init__(self, sentence: str | None, style: ParagraphStyle = BODY, **options: Any) -> None:
        register()
        if sentence and not options and not _MARKUP & set(sentence):
            options = {"frags": [_fragment(style).clone(text=sentence)]}
        super().__init__(sentence, style, **options)
        self._asked: float | None = None
        self._size = (0.0, 0.0)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        if width != self._asked or not hasattr(self, "blPara"):  # a split throws its lines away
            self._size = super().wrap(width, height)
            self._asked = width
        return self._size


class _Grid(Table):  # type: ignore[misc]
    def split(self, width: float, height: float) -> list[Flowable]:
        self.splitInRow: float = 0
        parts: list[Flowable] = super().split(width, height)
        first = sum(self._rowHeights[: self.repeatRows + 1])
        if parts or first <= _TALL or height < _SCRAP:
            return parts
        self.splitInRow = _ANYWHERE
        broken: list[Flowable] = super().split(width, height)
        return broken


def plain(value: str, style: ParagraphStyle = BODY) -> Text:
    """A paragraph of somebody's own words: escaped, printable, their lines kept."""
    return Text(markup(value), style)


def brief(value: str, style: ParagraphStyle = BODY, *, longest: int = _BRIEF) -> Text:
    """A name, a title, an address: what must leave room on the page whatever it holds."""
    return Text(markup(bounded(value, longest=longest), lines=_BRIEF_LINES), style)


def bounded(value: str, *, longest: int = _BRIEF) -> str:
    """The same inside a sentence."""
    return value if len(value) <= longest else f"{value[:longest]}…"


@lru_cache
def _fragment(style: ParagraphStyle) -> Any:
    """What a sentence without markup is parsed into, for its text to be put in."""
    (fragment,) = Paragraph("-", style).frags
    return fragment


def facts(
    pairs: Iterable[tuple[str, str | Text]],
    *,
    width: float,
    label_width: float = 32 * mm,
    style: ParagraphStyle = BODY,
) -> Table:
    """Lines of "label : value". Labels are sentences; a bare value is somebody's own words."""
    rows = [
        [
            Text(label, style),
            Text(":", style),
            plain(value, style) if isinstance(value, str) else value,
        ]
        for label, value in pairs
    ]
    return grid(rows, (label_width, 4 * mm, width - label_width - 4 * mm), lines=False)


def grid(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    lines: bool = True,
    head: int = 0,
    more: Sequence[tuple[Any, ...]] = (),
) -> Table:
    """A table that breaks between rows, and inside one only if it is taller than a page."""
    pad = 3 if lines else 0
    style: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), pad),
        ("RIGHTPADDING", (0, 0), (-1, -1), pad),
        ("TOPPADDING", (0, 0), (-1, -1), 2 if lines else 0.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3 if lines else 1.5),
    ]
    if lines:
        style.append(("GRID", (0, 0), (-1, -1), HAIRLINE, black))
    if head:
        style.append(("BACKGROUND", (0, 0), (-1, head - 1), SHADE))
        style.append(("VALIGN", (0, 0), (-1, head - 1), "MIDDLE"))
    return _Grid(
        [list(row) for row in rows],
        colWidths=list(widths),
        repeatRows=head,
        style=[*style, *more],
        hAlign="LEFT",
    )


def numbered(values: Iterable[str], *, width: float, style: ParagraphStyle = NORMAL) -> Table:
    """A list of somebody's own words, "1." and on. It needs at least one."""
    rows = [
        [Text(f"{number}.", style), plain(value, style)]
        for number, value in enumerate(values, start=1)
    ]
    return grid(rows, (7 * mm, width - 7 * mm), lines=False)
