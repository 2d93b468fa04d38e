"""Files for the personas to hand in: small, real, and marked as samples."""

import io

from workflow.forms import MediaType, Slot


def sample_file(slot: Slot) -> tuple[str, bytes]:
    """A name and bytes that the slot takes; a photograph where it takes one."""
    if slot.accept[0] is MediaType.PDF:
        return f"{slot.id}.pdf", _pdf(slot.title)
    return f"{slot.id}.jpg", _photo(slot.title)


def _pdf(title: str) -> bytes:
    from reportlab.pdfgen.canvas import Canvas  # only a play draws

    out = io.BytesIO()
    page = Canvas(out, invariant=True)
    page.setFont("Helvetica-Bold", 18)
    page.drawString(72, 760, title)
    page.setFont("Helvetica", 12)
    page.drawString(72, 730, "CONTOH")
    page.showPage()
    page.save()
    return out.getvalue()


def _photo(title: str) -> bytes:
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (640, 400), "#dfe6ee")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((20, 20, 620, 380), outline="#3a5a78", width=6)
    pen.text((60, 180), f"CONTOH - {title}", fill="#203040")
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()
