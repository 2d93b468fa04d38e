"""The kop surat: emblem, names, address, and the double rule."""

from functools import lru_cache
from io import BytesIO

from reportlab.lib.colors import black
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Image, Spacer, Table

from messages.documents.text import BODY, brief
from messages.drawing import paint, shield, shield_width
from messages.fonts import BOLD
from workflow.paper_parts import OfficeHead

_LINES = ParagraphStyle("kop", BODY, alignment=TA_CENTER)
_FULL = 24 * mm  # height of the emblem on a letter
_LINE = 200  # letters, as many as the office file takes
_BALANCED = 200 * mm  # a head so wide has its words in the middle of the page


def kop(office: OfficeHead, width: float, *, scale: float = 1.0) -> list[Flowable]:
    """The head of a paper whose text is *width* points wide; *scale* shrinks it for a slip."""
    side = _FULL * scale
    column = side * 1.1
    lines = [
        brief(office.government.upper(), _line(12.5 * scale, BODY.fontName), longest=_LINE),
        brief(office.name.upper(), _line(14.5 * scale, BOLD), longest=_LINE),
        brief(office.address, _line(8.5 * scale, BODY.fontName), longest=_LINE),
        brief(office.contact, _line(8.5 * scale, BODY.fontName), longest=_LINE),
    ]
    balance = column if width > _BALANCED else 0.1
    head = Table(
        [[_emblem(office.emblem, side), lines, ""]],
        colWidths=[column, width - column - balance, balance],
        style=[
            ("FONTNAME", (0, 0), (-1, -1), BODY.fontName),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 4 * scale),
        ],
        hAlign="LEFT",
    )
    return [head, _DoubleRule(width, scale), Spacer(1, 10 * scale)]


@lru_cache
def _line(size: float, font: str) -> ParagraphStyle:
    return ParagraphStyle(
        f"kop-{font}-{size}", _LINES, fontName=font, fontSize=size, leading=size * 1.25
    )


def _emblem(image: bytes | None, side: float) -> Flowable:
    if image is None:
        return _Shield(side)
    return Image(BytesIO(image), width=side * 0.85, height=side, kind="proportional")


class _DoubleRule(Flowable):  # type: ignore[misc]
    """A thick line over a thin one."""

    def __init__(self, width: float, scale: float) -> None:
        super().__init__()
        self.width = width
        self.height = 4 * scale
        self._thick = 2 * scale

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(black)
        self.canv.setLineWidth(self._thick)
        self.canv.line(0, self.height - self._thick / 2, self.width, self.height - self._thick / 2)
        self.canv.setLineWidth(0.6)
        self.canv.line(0, 0.3, self.width, 0.3)


class _Shield(Flowable):  # type: ignore[misc]
    """A plain shield, where the office has not given its own emblem."""

    def __init__(self, side: float) -> None:
        super().__init__()
        self.width = shield_width(side)
        self.height = side

    def wrap(self, *_: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        paint(self.canv, shield(self.height))
