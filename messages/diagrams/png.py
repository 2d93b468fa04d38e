"""The drawn SOP as a picture, its pages one below the other."""

from io import BytesIO

import pypdfium2
from PIL import Image

from messages.diagrams.layout import Layout
from messages.diagrams.pdf import to_pdf

_SCALE = 2.0  # pixels for each point: 144 dots per inch
_BETWEEN = 28  # pages, in pixels
_DESK = (225, 225, 225)  # the colour between pages


def to_png(layout: Layout) -> bytes:
    """Rasterise every page."""
    with pypdfium2.PdfDocument(to_pdf(layout)) as document:
        pages = [page.render(scale=_SCALE).to_pil() for page in document]
    width = max(page.width for page in pages)
    height = sum(page.height + _BETWEEN for page in pages) - _BETWEEN
    picture = Image.new("RGB", (width, height), _DESK)
    top = 0
    for page in pages:
        picture.paste(page, (0, top))
        top += page.height + _BETWEEN
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()
