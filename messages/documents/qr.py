"""A QR code drawn as vectors: sharp on paper at any size."""

from functools import lru_cache
from itertools import groupby

import segno
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable

QUIET = 2  # modules kept white around the code, over any watermark


class Qr(Flowable):  # type: ignore[misc]
    """A square code of *side* points among the text; its page needs none at the foot."""

    def __init__(self, link: str, side: float) -> None:
        super().__init__()
        self.link = link
        self.width = self.height = side

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        draw_qr(self.canv, self.link, 0, 0, self.width)
        self.canv.bears_code = True


def draw_qr(canvas: Canvas, link: str, x: float, y: float, side: float) -> None:
    """Draw the code of *link* with its lower left corner at *x*, *y*."""
    modules, dark = _dark(link)
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(side / modules, side / modules)
    canvas.setFillGray(1)
    canvas.rect(-QUIET, -QUIET, modules + 2 * QUIET, modules + 2 * QUIET, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.drawPath(dark, stroke=0, fill=1)
    canvas.restoreState()


@lru_cache(maxsize=128)
def _dark(link: str) -> tuple[int, PDFPathObject]:
    """How many modules a side has, and the dark ones as one path, a module being one point.

    The path is written out at once: ReportLab formats each number by itself, which took
    longer than all words of a letter.
    """
    matrix = segno.make(link, error="m", micro=False).matrix
    path = ["n"]
    for row, modules in enumerate(reversed(matrix)):
        column = 0
        for dark, group in groupby(modules):
            length = len(list(group))
            if dark:
                path.append(f"{column} {row} {length} 1 re")
            column += length
    return len(matrix), PDFPathObject(path)
