"""The sheet under every paper: margins, small print, page numbers, and "CONTOH"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from messages.documents.qr import draw_qr
from messages.documents.text import SMALL_PRINT, WARNING, Text
from messages.fonts import BOLD, REGULAR, markup, register
from messages.localizer import Localizer
from workflow.papers import Paper

_MIDDLE = 0.5
_FOOT = 8 * mm  # where the small print stands
_QR = 14 * mm
_WATERMARK = 0.94  # grey, light enough to read through


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The size of a page and its margins, in points."""

    size: tuple[float, float]
    left: float
    right: float
    top: float
    bottom: float
    qr: bool = True  # a QR code beside the small print, on pages that have none in their text

    @property
    def width(self) -> float:
        """What is left for text between the margins."""
        return self.size[0] - self.left - self.right

    @property
    def height(self) -> float:
        return self.size[1] - self.top - self.bottom


# Letters keep the usual 3 cm left, 2 cm right and at least 2.5 cm below.
LETTER = Sheet(size=A4, left=30 * mm, right=20 * mm, top=15 * mm, bottom=28 * mm)
FORM = replace(LETTER, left=20 * mm)
SLIP = Sheet(size=A5, left=12 * mm, right=12 * mm, top=10 * mm, bottom=17 * mm, qr=False)
WIDE = Sheet(size=landscape(A4), left=10 * mm, right=10 * mm, top=12 * mm, bottom=26 * mm)


def write(
    paper: Paper,
    story: Sequence[Flowable],
    say: Localizer,
    *,
    sheet: Sheet,
    title: str,
    number: str,
    draft: bool = False,
    scannable: bool = True,
    footer: str = "",
) -> bytes:
    """Set *story* on as many pages as it needs; each bears the paper's *number*, if it has one.

    Its *footer* stands below the small print, which says that the QR code proves the paper genuine,
    unless it is a draft or not *scannable*.
    The same paper gives the same bytes: nothing of the hour or the machine goes in.
    """
    register()
    file = BytesIO()
    template = _template(file, paper, say, sheet=sheet, title=title)
    watermarks = _watermarks(say, sample=paper.sample, draft=draft)

    def begin(canvas: Canvas, _: BaseDocTemplate) -> None:
        canvas.setDateFormatter(lambda *_: _pdf_date(paper.written_at))
        _draw_watermarks(canvas, sheet, watermarks)

    def finish(canvas: _CountedPages, page: int, pages: int) -> None:
        origin = _origin(paper, say, number=number, page=page, pages=pages)
        check = say("paper-check" if scannable and not draft else "paper-code", code=paper.code)
        below = [markup(footer, lines=2)] if footer else []
        _draw_small_print(canvas, paper, sheet, say, [check, origin, *below])

    class Pages(_CountedPages):
        at_end = staticmethod(finish)

    template.addPageTemplates(PageTemplate(frames=[_frame(sheet)], onPage=begin))
    template.build(list(story), canvasmaker=Pages)
    return file.getvalue()


def _template(
    file: BytesIO, paper: Paper, say: Localizer, *, sheet: Sheet, title: str
) -> BaseDocTemplate:
    return BaseDocTemplate(
        file,
        pagesize=sheet.size,
        title=title,
        author=paper.office.name,
        subject=paper.code,
        creator="Disposisi",
        producer="Disposisi",
        lang=say.language,
        initialFontName=REGULAR,
        invariant=1,
    )


def _frame(sheet: Sheet) -> Frame:
    none = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    return Frame(sheet.left, sheet.bottom, sheet.width, sheet.height, **none)


class _CountedPages(Canvas):  # type: ignore[misc]
    """A canvas that knows how many pages there are before it lets any of them go."""

    # Draws what stands on every page once their number is known.
    at_end: Callable[["_CountedPages", int, int], None]

    # Whether the page at hand bears the paper's QR code among its text.
    bears_code = False

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802  (ReportLab's name)
        self._kept.append(dict(self.__dict__))
        self.bears_code = False
        self._startPage()

    def save(self) -> None:
        for page, kept in enumerate(self._kept, start=1):
            self.__dict__.update({"bears_code": False, **kept})
            type(self).at_end(self, page, len(self._kept))
            super().showPage()
        super().save()


def _watermarks(say: Localizer, *, sample: bool, draft: bool) -> list[str]:
    words = []
    if sample:
        words.append(say("paper-sample"))
    if draft:
        words.append(say("paper-draft"))
    return words


def _draw_watermarks(canvas: Canvas, sheet: Sheet, words: Sequence[str]) -> None:
    width, height = sheet.size
    size = min(width, height) / 5
    canvas.saveState()
    canvas.translate(width * _MIDDLE, height * _MIDDLE)
    canvas.rotate(45)
    canvas.setFillGray(_WATERMARK)
    canvas.setFont(BOLD, size)
    for line, word in enumerate(words):
        canvas.drawCentredString(0, -line * size, word)
    canvas.restoreState()


def _origin(paper: Paper, say: Localizer, *, number: str, page: int, pages: int) -> str:
    """Which page of which paper this is, so that sheets fallen apart find one another."""
    origin = say("paper-page", procedure=paper.procedure, page=page, pages=pages)
    return f"{say('paper-number', number=number)} · {origin}" if number else origin


def _draw_small_print(
    canvas: "_CountedPages",
    paper: Paper,
    sheet: Sheet,
    say: Localizer,
    lines: Sequence[str],
) -> None:
    canvas.saveState()
    left = sheet.left
    coded = sheet.qr and not canvas.bears_code
    if coded:
        draw_qr(canvas, paper.link, left, _FOOT, _QR)
        left += _QR + 3 * mm
    note = Text("<br/>".join(lines), SMALL_PRINT)
    _, height = note.wrap(sheet.size[0] - sheet.right - left, sheet.bottom)
    middle = (_QR - height) * _MIDDLE if coded else 0
    note.drawOn(canvas, left, _FOOT + max(middle, 0))
    if paper.sample:
        warning = Text(say("paper-sample-warning"), WARNING)
        _, height = warning.wrap(sheet.width, sheet.top)
        warning.drawOn(canvas, sheet.left, sheet.size[1] - 4 * mm - height)
    canvas.restoreState()


def _pdf_date(at: datetime) -> str:
    return at.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
