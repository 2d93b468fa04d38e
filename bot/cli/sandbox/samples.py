"""Files to hand in, for the personas and for whoever plays: small, real, and marked as samples."""

import io
from collections.abc import Callable, Sequence

from bot.sandbox.samples import Sample
from workflow.forms import MediaType, Slot


def sample_file(slot: Slot) -> tuple[str, bytes]:
    """A name and bytes that the slot takes; a photograph where it takes one."""
    if slot.accept[0] is MediaType.PDF:
        return f"{slot.id}.pdf", _pdf(slot.title)
    return f"{slot.id}.jpg", _photo(slot.title)


def files_to_try(sign: Callable[[bytes], bytes]) -> Sequence[Sample]:
    """One file of each kind that the shipped SOPs ask for; `sign` signs a PDF as SIAK would."""
    return (
        Sample(name="contoh-surat.pdf", mime="application/pdf", data=_pdf("Surat permohonan")),
        Sample(name="contoh-foto-1.jpg", mime="image/jpeg", data=_photo("halaman 1")),
        Sample(name="contoh-foto-2.jpg", mime="image/jpeg", data=_photo("halaman 2")),
        Sample(
            name="contoh-bertanda-tangan.pdf",
            mime="application/pdf",
            data=sign(_pdf("Dokumen dari SIAK")),
        ),
    )


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
