"""A QR code drawn as vectors: sharp on paper at any size."""

from functools import lru_cache
from itertools import groupby

import segno
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

Run = tuple[int, int, int]  # row, first column, length


_QUIET = 2  # modules kept white around the code, over any watermark


class Qr(Flowable):  # type: ignore[misc]
    """A square code of *side* points among the text."""

    def __init__(self, link: str, side: float) -> None:
        super().__init__()
        self.link = link
        self.width = self.height = side

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        draw_qr(self.canv, self.link, 0, 0, self.width)


def draw_qr(canvas: Canvas, link: str, x: float, y: float, side: float) -> None:
    """Draw the code of *link* with its lower left corner at *x*, *y*."""
    modules, runs = _runs(link)
    module = side / modules
    path = canvas.beginPath()
    for row, column, length in runs:
        path.rect(x + column * module, y + side - (row + 1) * module, length * module, module)
    canvas.saveState()
    canvas.setFillGray(1)
    quiet = _QUIET * module
    canvas.rect(x - quiet, y - quiet, side + 2 * quiet, side + 2 * quiet, stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


@lru_cache(maxsize=128)
def _runs(link: str) -> tuple[int, tuple[Run, ...]]:
    matrix = segno.make(link, error="m", micro=False).matrix
    runs: list[Run] = []
    for row, modules in enumerate(matrix):
        column = 0
        for dark, group in groupby(modules):
            length = len(list(group))
            if dark:
                runs.append((row, column, length))
            column += length
    return len(matrix), tuple(runs)
