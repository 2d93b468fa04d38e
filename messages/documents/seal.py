"""The electronic seal as it is seen on a letter: where it will stand, and what it shows."""

from datetime import datetime
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString
from reportlab.pdfgen.canvas import Canvas

from messages.documents.qr import Qr
from messages.documents.text import HAIRLINE, SEAL, Text
from messages.fonts import BOLD, REGULAR, register
from messages.localizer import Localizer

_FIELD = "Stempel"  # the name of the signature field that the seal fills
_NOTHING = 1  # DocMDP: what may be changed after a signature
_PRINTED = 4  # the flag of an annotation that is printed with its page

_WIDTH, _HEIGHT = 176, 59  # whole points: fields are measured in them
_GAP = 5 * mm  # between the seal and the signatory's box
_PAD = 2 * mm
_INK = HexColor(0x2F3A7D)


class SealedCode(Qr):
    """The QR code of a signatory's box, *inset* into it; at its left lies the place of the seal.

    An empty signature field keeps the place: drawn with the letter, so that filling it changes
    nothing of what the signatory signed.
    """

    def __init__(self, link: str, side: float, inset: float) -> None:
        super().__init__(link, side)
        self._inset = inset

    def draw(self) -> None:
        super().draw()
        corner = self.canv.absolutePosition(-self._inset - _GAP - _WIDTH, -self._inset)
        left, bottom = (round(edge) for edge in corner)
        box = PDFArray([left, bottom, left + _WIDTH, bottom + _HEIGHT])
        field = {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Widget"),
            "FT": PDFName("Sig"),
            "T": PDFString(_FIELD),
            "F": _PRINTED,
            "Rect": box,
            # The seal is the last: whatever is added behind it breaks it.
            "Lock": PDFDictionary(
                {"Type": PDFName("SigFieldLock"), "Action": PDFName("All"), "P": _NOTHING}
            ),
        }
        self.canv._addAnnotation(PDFDictionary(field), _FIELD)
        document = self.canv._doc
        fields = PDFArray([document.refAnnotation(_FIELD)])
        document.Catalog.AcroForm = PDFDictionary({"Fields": fields})


def seal_face(office: str, at: datetime, say: Localizer) -> bytes:
    """What the seal shows, as a PDF of its size: a round mark, the office, and the moment."""
    register()
    file = BytesIO()
    canvas = Canvas(file, pagesize=(_WIDTH, _HEIGHT), invariant=1, initialFontName=REGULAR)
    canvas.setStrokeColor(_INK)
    canvas.setLineWidth(HAIRLINE)
    canvas.rect(HAIRLINE, HAIRLINE, _WIDTH - 2 * HAIRLINE, _HEIGHT - 2 * HAIRLINE)
    _draw_mark(canvas, _HEIGHT / 2, _HEIGHT / 2, _HEIGHT / 2 - _PAD)
    note, height = _note(office, at, say)
    note.drawOn(canvas, _HEIGHT, (_HEIGHT - height) / 2)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _note(office: str, at: datetime, say: Localizer) -> tuple[Text, float]:
    """The words, and how high they stand; the name is cut where it has no room."""
    moment = f"{say.day(at)} {say.clock(at)} {at.astimezone(say.zone):%Z}"
    while True:
        note = Text(say("paper-sealed", office=office, at=moment), SEAL)
        _, height = note.wrap(_WIDTH - _HEIGHT - _PAD, _HEIGHT)
        if height <= _HEIGHT - _PAD:
            return note, height
        office = f"{office[:-8].rstrip()}…"


def _draw_mark(canvas: Canvas, x: float, y: float, radius: float) -> None:
    """Two rings around a word, as a rubber stamp has them."""
    canvas.setFillColor(_INK)
    canvas.setLineWidth(1.1)
    canvas.circle(x, y, radius)
    canvas.setLineWidth(HAIRLINE)
    canvas.circle(x, y, radius * 0.84)
    canvas.setFont(BOLD, 6.4)
    canvas.drawCentredString(x, y - 2.3, "SEGEL")
    for line in (y - 6, y + 6):
        canvas.line(x - radius * 0.8, line, x + radius * 0.8, line)
