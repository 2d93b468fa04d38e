"""The drawn SOP as PDF, with its typeface embedded."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from messages.diagrams import strokes
from messages.diagrams.geometry import Box, Point
from messages.diagrams.layout import Arrow, Cell, Layout, Page, Symbol, SymbolKind, Writing
from messages.drawing import paint, shield
from messages.fonts import BOLD, REGULAR, register


def to_pdf(layout: Layout) -> bytes:
    """Draw every page. The same layout gives the same bytes."""
    register()
    file = BytesIO()
    canvas = Canvas(
        file,
        pagesize=layout.size,
        invariant=1,
        initialFontName=REGULAR,
        lang=layout.language,
    )
    canvas.setTitle(layout.title)
    canvas.setAuthor(layout.author)
    canvas.setCreator("Disposisi")
    canvas.setProducer("Disposisi")
    for page in layout.pages:
        _Sheet(canvas, layout.size[1]).draw(page)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


class _Sheet:
    """One page, whose height turns our downward y into PDF's upward one."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self._canvas = canvas
        self._height = height

    def draw(self, page: Page) -> None:
        canvas = self._canvas
        canvas.setLineJoin(0)
        for cell in sorted(page.cells, key=lambda cell: not cell.faint):
            self._cell(cell)
        canvas.setStrokeGray(0)
        canvas.setLineWidth(strokes.FRAME)
        for frame in page.frames:
            self._rect(frame)
        for arrow in page.arrows:
            self._arrow(arrow)
        for symbol in page.symbols:
            self._symbol(symbol)
        for words in page.words:
            self._write(words)
        if page.emblem is not None:
            canvas.saveState()
            canvas.translate(page.emblem.left, self._height - page.emblem.bottom)
            paint(canvas, shield(page.emblem.height))
            canvas.restoreState()

    def _cell(self, cell: Cell) -> None:
        self._canvas.setStrokeGray(strokes.GUIDE_GREY if cell.faint else 0)
        self._canvas.setLineWidth(strokes.GUIDE if cell.faint else strokes.LINE)
        self._canvas.setFillGray(strokes.SHADE if cell.shaded else 1)
        self._rect(cell.box, fill=cell.shaded)
        for words in cell.words:
            self._write(words)

    def _arrow(self, arrow: Arrow) -> None:
        canvas = self._canvas
        canvas.setStrokeGray(0)
        canvas.setFillGray(0)
        canvas.setLineWidth(strokes.ARROW)
        self._line(strokes.shaft(arrow.points))
        self._polygon(strokes.head(arrow.points), stroke=False)
        if arrow.label is not None:
            canvas.setFillGray(1)
            self._rect(arrow.label.box.grown(0.5), fill=True, stroke=False)
            for words in arrow.label.words:
                self._write(words)

    def _symbol(self, symbol: Symbol) -> None:
        canvas = self._canvas
        canvas.setStrokeGray(0)
        canvas.setFillGray(1)
        canvas.setLineWidth(strokes.SYMBOL)
        box = symbol.box
        if symbol.kind is SymbolKind.CAPSULE:
            canvas.roundRect(
                box.left,
                self._height - box.bottom,
                box.width,
                box.height,
                box.height / 2,
                fill=1,
            )
        else:
            self._polygon(strokes.outline(symbol.kind, box))
        if symbol.words is not None:
            self._write(symbol.words)

    def _write(self, words: Writing) -> None:
        canvas = self._canvas
        canvas.setFillGray(strokes.SMALL_PRINT if words.grey else 0)
        canvas.setFont(BOLD if words.bold else REGULAR, words.size)
        if not words.turned:
            canvas.drawString(words.at.x, self._height - words.at.y, words.text)
            return
        canvas.saveState()
        canvas.translate(words.at.x, self._height - words.at.y)
        canvas.rotate(90)
        canvas.drawString(0, 0, words.text)
        canvas.restoreState()

    def _rect(self, box: Box, *, fill: bool = False, stroke: bool = True) -> None:
        self._canvas.rect(
            box.left,
            self._height - box.bottom,
            box.width,
            box.height,
            stroke=int(stroke),
            fill=int(fill),
        )

    def _line(self, points: Sequence[Point]) -> None:
        path = self._canvas.beginPath()
        path.moveTo(points[0].x, self._height - points[0].y)
        for point in points[1:]:
            path.lineTo(point.x, self._height - point.y)
        self._canvas.drawPath(path)

    def _polygon(self, points: Sequence[Point], *, stroke: bool = True) -> None:
        path = self._canvas.beginPath()
        path.moveTo(points[0].x, self._height - points[0].y)
        for point in points[1:]:
            path.lineTo(point.x, self._height - point.y)
        path.close()
        self._canvas.drawPath(path, stroke=int(stroke), fill=1)
