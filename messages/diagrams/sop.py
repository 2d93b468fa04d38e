"""An SOP in its official form of two parts, laid out on A4 landscape."""

from dataclasses import replace

from reportlab.lib.pagesizes import A4, landscape

from messages.diagrams.flowchart import flow_pages
from messages.diagrams.geometry import Box, Point
from messages.diagrams.identity import identity_pages
from messages.diagrams.layout import Layout, Page, Writing
from messages.diagrams.measuring import width_of
from messages.fonts import printable
from messages.localizer import Localizer
from workflow.procedure import Procedure

_SIZE = landscape(A4)
_SIDE, _TOP, _BOTTOM = 30.0, 26.0, 30.0
_FOOT = 15.0  # from the lower edge to the small print
_SMALL = 7.0


def sop(procedure: Procedure, version: int, say: Localizer) -> Layout:
    """Lay an SOP out, its form as PermenPAN-RB 35/2012 has it.

    *say* must not escape: its words become text as they are.
    """
    width, height = _SIZE
    frame = Box(_SIDE, _TOP, width - _SIDE, height - _BOTTOM)
    pages = [*identity_pages(procedure, frame, say), *flow_pages(procedure, frame, say)]
    origin = say("diagram-origin", procedure=procedure.id, version=version)
    return Layout(
        title=printable(procedure.title),
        author=printable(procedure.office),
        language=say.language,
        size=_SIZE,
        pages=tuple(
            _with_foot(page, origin, say("diagram-page", page=number, pages=len(pages)))
            for number, page in enumerate(pages, start=1)
        ),
    )


def _with_foot(page: Page, origin: str, number: str) -> Page:
    width, height = _SIZE
    foot = (
        _small(origin, _SIDE, height - _FOOT),
        _small(number, width - _SIDE - width_of(number, _SMALL), height - _FOOT),
    )
    return replace(page, words=(*page.words, *foot))


def _small(text: str, x: float, y: float) -> Writing:
    return Writing(at=Point(x, y), text=text, size=_SMALL, width=width_of(text, _SMALL), grey=True)
